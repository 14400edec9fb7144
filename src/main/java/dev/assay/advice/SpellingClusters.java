package dev.assay.advice;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;

/** Spellings of one thing among the words of a column, each with the spelling to keep. */
final class SpellingClusters {
  /**
   * A spelling and what it should be.
   *
   * @param rows how many cells are written so
   */
  record Merge(String from, String to, long rows) {}

  private static final Comparator<Map.Entry<String, Long>> MOST_FREQUENT =
      Map.Entry.<String, Long>comparingByValue()
          .reversed()
          .thenComparing(Map.Entry.comparingByKey());

  /** With so many words, each is compared to each in no time. */
  private static final int MOST_WORDS = 1_000;

  /** A slip is rarer than what was meant by so much. */
  private static final int TIMES_RARER = 5;

  private static final int ONE_SLIP = 5;
  private static final int TWO_SLIPS = 10;

  private static final Pattern NO_DIGITS = Pattern.compile("\\P{Nd}+");

  private final Map<String, Long> words;

  /** Words as they come out of the recipe so far, with their rows. */
  SpellingClusters(Map<String, Long> words) {
    this.words = words;
  }

  /** Those with one fingerprint. */
  List<Merge> byKey() {
    Map<String, Map<String, Long>> clusters = new TreeMap<>();
    words.forEach((word, rows) ->
        clusters.computeIfAbsent(Fingerprint.of(word), _ -> new TreeMap<>()).put(word, rows));
    List<Merge> merges = new ArrayList<>();
    clusters.forEach((key, spellings) -> {
      if (spellings.size() > 1 && key.length() > 1) {
        String kept = spellings.entrySet().stream().min(MOST_FREQUENT).orElseThrow().getKey();
        spellings.forEach((word, rows) -> {
          if (!word.equals(kept)) {
            merges.add(new Merge(word, kept, rows));
          }
        });
      }
    });
    return sorted(merges);
  }

  /** Rare words that are a slip or two away from exactly one frequent word. */
  List<Merge> byDistance() {
    Map<String, Long> keys = new LinkedHashMap<>();
    Map<String, String> spelled = new LinkedHashMap<>();
    words.entrySet().stream()
        .sorted(MOST_FREQUENT)
        .forEach(word -> {
          String key = Fingerprint.letters(word.getKey());
          keys.merge(key, word.getValue(), Long::sum);
          spelled.putIfAbsent(key, word.getKey());
        });
    if (keys.size() > MOST_WORDS) {
      return List.of();
    }
    List<Map.Entry<String, Long>> sorted = keys.entrySet().stream().sorted(MOST_FREQUENT).toList();
    List<Merge> merges = new ArrayList<>();
    for (Map.Entry<String, Long> rare : sorted) {
      List<String> meant =
          sorted.stream()
              .filter(frequent -> frequent.getValue() >= TIMES_RARER * rare.getValue())
              .map(Map.Entry::getKey)
              .filter(frequent -> slip(rare.getKey(), frequent))
              .limit(2)
              .toList();
      // Near to two words it may be either.
      if (meant.size() == 1) {
        merges.add(
            new Merge(spelled.get(rare.getKey()), spelled.get(meant.getFirst()), rare.getValue()));
      }
    }
    return sorted(merges);
  }

  /**
   * Each word that differs is a slip of its own: among long names, two words alike prove nothing.
   */
  private static boolean slip(String rare, String frequent) {
    // Room 101 is not room 102.
    if (rare.equals(frequent) || !digits(rare).equals(digits(frequent))) {
      return false;
    }
    String[] some = rare.split(" ");
    String[] others = frequent.split(" ");
    if (some.length != others.length) {
      return slipOfOneWord(rare, frequent, 1);
    }
    for (int i = 0; i < some.length; i++) {
      int limit = Math.min(some[i].length(), others[i].length()) >= TWO_SLIPS ? 2 : 1;
      if (!some[i].equals(others[i]) && !slipOfOneWord(some[i], others[i], limit)) {
        return false;
      }
    }
    return true;
  }

  private static String digits(String words) {
    return NO_DIGITS.matcher(words).replaceAll(" ");
  }

  /** Legal is not illegal, and Cortland is not Portland: few mistype the first letter. */
  private static boolean slipOfOneWord(String rare, String frequent, int limit) {
    return Math.min(rare.length(), frequent.length()) >= ONE_SLIP
        && rare.charAt(0) == frequent.charAt(0)
        && EditDistance.of(rare, frequent, limit) <= limit;
  }

  private static List<Merge> sorted(List<Merge> merges) {
    return merges.stream()
        .sorted(Comparator.comparingLong(Merge::rows).reversed().thenComparing(Merge::from))
        .toList();
  }
}

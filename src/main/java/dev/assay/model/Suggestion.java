package dev.assay.model;

import java.util.Collection;
import java.util.Comparator;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** What somebody may have meant by a name that is not there. */
public final class Suggestion {
  private static final int MOST_NAMED = 30;

  private Suggestion() {}

  /** The known name nearest to {@code word}, where at most about a third of its letters differ. */
  public static Optional<String> closest(String word, Collection<String> known) {
    String wanted = word.strip().toLowerCase(Locale.ROOT);
    int allowed = Math.max(1, (wanted.length() + 1) / 3);
    return known.stream()
        .filter(name -> distance(wanted, name.toLowerCase(Locale.ROOT)) <= allowed)
        .min(
            Comparator.comparingInt(
                    (String name) -> distance(wanted, name.toLowerCase(Locale.ROOT)))
                .thenComparing(Comparator.naturalOrder()));
  }

  /** The sentence {@code " Did you mean 'x'?"} with its leading blank, or an empty text. */
  public static String didYouMean(String word, Collection<String> known) {
    return closest(word, known).map(name -> " Did you mean '" + name + "'?").orElse("");
  }

  /** A sentence and then {@link #didYouMean}, as data. */
  public static Fact[] near(Fact fact, String word, Collection<String> known) {
    return Stream.concat(
            Stream.of(fact), closest(word, known).map(Sentences.DID_YOU_MEAN::with).stream())
        .toArray(Fact[]::new);
  }

  /** A sentence and then {@link #hint}, as data. */
  public static Fact[] hint(Fact fact, String word, Collection<String> known) {
    Fact[] near = near(fact, word, known);
    return near.length == 1 && !known.isEmpty() && known.size() <= MOST_NAMED
        ? new Fact[] {fact, Sentences.THERE_IS.with(String.join(", ", known))}
        : near;
  }

  /** The nearest name, else a short list of all names, as a sentence with its leading blank. */
  public static String hint(String word, Collection<String> known) {
    String near = didYouMean(word, known);
    return near.isEmpty() && !known.isEmpty() && known.size() <= MOST_NAMED
        ? " There is: " + String.join(", ", known) + "."
        : near;
  }

  /** Insertions, deletions, replacements and swaps of neighbours that turn one into the other. */
  public static int distance(String one, String other) {
    int[][] cost = new int[one.length() + 1][other.length() + 1];
    for (int i = 0; i <= one.length(); i++) {
      for (int j = 0; j <= other.length(); j++) {
        if (i == 0 || j == 0) {
          cost[i][j] = i + j;
          continue;
        }
        int replaced = cost[i - 1][j - 1] + (one.charAt(i - 1) == other.charAt(j - 1) ? 0 : 1);
        cost[i][j] = Math.min(replaced, 1 + Math.min(cost[i - 1][j], cost[i][j - 1]));
        if (i > 1
            && j > 1
            && one.charAt(i - 1) == other.charAt(j - 2)
            && one.charAt(i - 2) == other.charAt(j - 1)) {
          cost[i][j] = Math.min(cost[i][j], cost[i - 2][j - 2] + 1);
        }
      }
    }
    return cost[one.length()][other.length()];
  }
}

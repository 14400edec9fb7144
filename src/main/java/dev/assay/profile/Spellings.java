package dev.assay.profile;

import dev.assay.model.Cleaning;
import dev.assay.model.ColumnProfile.ValueCount;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;

/**
 * Values of a category that differ in nothing but case or the width of a gap, such as {@code
 * shipped} and {@code SHIPPED}, where these cannot be two things: they are written as most are,
 * unasked. Whatever else looks alike is only proposed.
 *
 * @param alike how each rarer spelling is written, by the most frequent one
 * @param cells how many cells that changes
 */
record Spellings(Map<String, String> alike, long cells) {
  static final Spellings NONE = new Spellings(Map.of(), 0);

  /** More different words than this are names or free text, where case may mean something. */
  private static final int MOST_WORDS = 100;

  /** A category repeats its words. */
  private static final int ROWS_PER_WORD = 4;

  /** Shorter texts are codes and units: mW is not MW. */
  private static final int SHORTEST = 3;

  /** In a word with a digit or a sign, as in codes, case may tell two things apart. */
  private static final Pattern WORDS = Pattern.compile("[\\p{L}\\p{M} '’.,&-]+");

  /** Short words in capitals may be an abbreviation: WHO is not who. */
  private static final Pattern ABBREVIATION = Pattern.compile("\\p{Lu}{1,4}");

  private static final Pattern GAP = Pattern.compile("\\s{2,}");

  /** Names of columns in which case tells things apart. */
  private static final Set<String> BY_CASE =
      Set.of(
          "symbol",
          "gene",
          "genes",
          "ticker",
          "unit",
          "units",
          "uom",
          "element",
          "allele",
          "hash",
          "token",
          "password",
          "login",
          "user",
          "username",
          "path",
          "file",
          "filename",
          "url",
          "link",
          "key",
          "variable",
          "formula",
          "smiles",
          "sequence",
          "sku",
          "tag");

  /** Found among {@code values}, which must be all of the column's. */
  static Spellings of(String name, Values values) {
    if (!values.complete()
        || IdentifierNames.keyLike(name)
        || IdentifierNames.neverNumber(name)
        || IdentifierNames.words(name).stream().anyMatch(BY_CASE::contains)) {
      return NONE;
    }
    Map<String, Map<String, Long>> words = new TreeMap<>();
    for (ValueCount value : values.counts()) {
      String text = value.value().strip();
      if (!text.isEmpty()) {
        words
            .computeIfAbsent(
                GAP.matcher(text).replaceAll(" ").toLowerCase(Locale.ROOT), _ -> new TreeMap<>())
            .merge(text, value.count(), Long::sum);
      }
    }
    if (words.size() > MOST_WORDS || values.total() < (long) ROWS_PER_WORD * words.size()) {
      return NONE;
    }
    Map<String, String> alike = new TreeMap<>();
    long cells = 0;
    for (Map.Entry<String, Map<String, Long>> word : words.entrySet()) {
      if (word.getValue().size() < 2 || !oneThing(word.getKey(), word.getValue().keySet())) {
        continue;
      }
      List<Map.Entry<String, Long>> spellings = new ArrayList<>(word.getValue().entrySet());
      spellings.sort(
          Comparator.comparing((Map.Entry<String, Long> text) -> GAP.matcher(text.getKey()).find())
              .thenComparing(Map.Entry.<String, Long>comparingByValue().reversed()));
      for (Map.Entry<String, Long> rarer : spellings.subList(1, spellings.size())) {
        alike.put(rarer.getKey(), spellings.getFirst().getKey());
        cells += rarer.getValue();
      }
    }
    return new Spellings(alike, cells);
  }

  private static boolean oneThing(String word, Set<String> spellings) {
    return word.length() >= SHORTEST
        && WORDS.matcher(word).matches()
        && spellings.stream().noneMatch(text -> ABBREVIATION.matcher(text).matches());
  }

  List<Cleaning> steps() {
    return alike.isEmpty() ? List.of() : List.of(new Cleaning.MapValues(alike));
  }

  /** What a person should be told. */
  List<String> notes() {
    if (alike.isEmpty()) {
      return List.of();
    }
    Map.Entry<String, String> example = alike.entrySet().iterator().next();
    return List.of(
        cells
            + (cells == 1 ? " cell differs" : " cells differ")
            + " from others in "
            + (gaps() ? "upper and lower case or in gaps" : "upper and lower case")
            + " only and "
            + (cells == 1 ? "is" : "are")
            + " written as most are: '"
            + example.getKey()
            + "' becomes '"
            + example.getValue()
            + "'.");
  }

  private boolean gaps() {
    return alike.entrySet().stream()
        .anyMatch(pair -> !pair.getKey().equalsIgnoreCase(pair.getValue()));
  }
}

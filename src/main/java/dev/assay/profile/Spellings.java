package dev.assay.profile;

import dev.assay.model.Cleaning;
import dev.assay.model.ColumnProfile.ValueCount;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/**
 * Values of a category that differ in nothing but case, such as {@code shipped} and {@code
 * SHIPPED}: one word, that a person counts as one group.
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

  /** Found among {@code values}, which must be all of the column's. */
  static Spellings of(String name, Values values) {
    if (!values.complete() || IdentifierNames.keyLike(name) || IdentifierNames.neverNumber(name)) {
      return NONE;
    }
    Map<String, Map<String, Long>> words = new TreeMap<>();
    for (ValueCount value : values.counts()) {
      String text = value.value().strip();
      if (!text.isEmpty()) {
        words
            .computeIfAbsent(text.toLowerCase(Locale.ROOT), _ -> new TreeMap<>())
            .merge(text, value.count(), Long::sum);
      }
    }
    if (words.size() > MOST_WORDS || values.total() < (long) ROWS_PER_WORD * words.size()) {
      return NONE;
    }
    Map<String, String> alike = new TreeMap<>();
    long cells = 0;
    for (Map.Entry<String, Map<String, Long>> word : words.entrySet()) {
      if (word.getValue().size() < 2 || word.getKey().length() < SHORTEST) {
        continue;
      }
      List<Map.Entry<String, Long>> spellings = new ArrayList<>(word.getValue().entrySet());
      spellings.sort(Map.Entry.<String, Long>comparingByValue().reversed());
      for (Map.Entry<String, Long> rarer : spellings.subList(1, spellings.size())) {
        alike.put(rarer.getKey(), spellings.getFirst().getKey());
        cells += rarer.getValue();
      }
    }
    return new Spellings(alike, cells);
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
            + " from others in upper and lower case only and "
            + (cells == 1 ? "is" : "are")
            + " written as most are: '"
            + example.getKey()
            + "' becomes '"
            + example.getValue()
            + "'.");
  }
}

package dev.assay.ask;

import dev.assay.model.Query.Comparison;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * How figures compare, as "more than" says.
 *
 * @param words how many it takes
 */
record Sign(Comparison comparison, int words) {
  /** Longer phrases first. */
  private static final List<Map.Entry<String[], Comparison>> SIGNS =
      List.of(
          Map.entry(
              new String[] {"greater|more|higher", "than", "or", "equal", "to"},
              Comparison.GREATER_OR_EQUAL),
          Map.entry(
              new String[] {"less|lower|fewer", "than", "or", "equal", "to"},
              Comparison.LESS_OR_EQUAL),
          Map.entry(
              new String[] {"greater|more|higher|larger|bigger|older", "than"}, Comparison.GREATER),
          Map.entry(new String[] {"less|fewer|lower|smaller|younger", "than"}, Comparison.LESS),
          Map.entry(new String[] {"at", "least"}, Comparison.GREATER_OR_EQUAL),
          Map.entry(new String[] {"at", "most"}, Comparison.LESS_OR_EQUAL),
          Map.entry(
              new String[] {"over|above|exceeding|exceeds|exceed|exceeded|>"}, Comparison.GREATER),
          Map.entry(new String[] {"under|below|<"}, Comparison.LESS),
          Map.entry(new String[] {">="}, Comparison.GREATER_OR_EQUAL),
          Map.entry(new String[] {"<="}, Comparison.LESS_OR_EQUAL));

  /** The sign that begins at word {@code i}. */
  static Optional<Sign> at(Words words, int i) {
    for (var entry : SIGNS) {
      String[] phrase = entry.getKey();
      if (words.at(i, phrase)) {
        return Optional.of(new Sign(entry.getValue(), phrase.length));
      }
    }
    return Optional.empty();
  }
}

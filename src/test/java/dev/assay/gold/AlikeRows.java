package dev.assay.gold;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.assay.model.Rows;
import java.util.Comparator;
import java.util.List;

/** Two results that say the same, in whatever order: DOUBLEs to a relative 1e-9. */
public final class AlikeRows {
  private AlikeRows() {}

  public static void assertAlike(Rows actual, Rows expected) {
    assertThat(actual.columns()).isEqualTo(expected.columns());
    assertThat(actual.rows()).hasSameSizeAs(expected.rows());
    List<List<Object>> left = sorted(actual);
    List<List<Object>> right = sorted(expected);
    for (int row = 0; row < right.size(); row++) {
      for (int column = 0; column < expected.columns().size(); column++) {
        Object said = left.get(row).get(column);
        if (right.get(row).get(column) instanceof Double number) {
          assertThat((Double) said).isCloseTo(number, within(1e-9 * Math.max(1, Math.abs(number))));
        } else {
          assertThat(said).isEqualTo(right.get(row).get(column));
        }
      }
    }
  }

  /** By what is no DOUBLE first, for a last digit must not move a row. */
  private static List<List<Object>> sorted(Rows rows) {
    return rows.rows().stream()
        .sorted(
            Comparator.comparing((List<Object> row) ->
                    row.stream().filter(value -> !(value instanceof Double)).toList().toString())
                .thenComparing(row ->
                    row.stream()
                        .filter(Double.class::isInstance)
                        .map(Double.class::cast)
                        .findFirst()
                        .orElse(0.0)))
        .toList();
  }
}

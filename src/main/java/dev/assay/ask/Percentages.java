package dev.assay.ask;

import dev.assay.semantic.ColumnRole;
import dev.assay.semantic.NameWords;
import java.math.BigDecimal;

/** Shares that are told in percent, and may be kept as parts of one. */
final class Percentages {
  private Percentages() {}

  /** Whether a column holds shares. */
  static boolean isShare(ColumnRole column) {
    return isOfOne(column)
        || NameWords.of(column.name()).stream()
            .anyMatch(word ->
                word.matches("pct|percent|percentage|rate|share|ratio|perc|coverage")
                    || word.matches("percentual|percentagem|porcentagem|porcentaje|taxa|tasa"));
  }

  private static boolean isOfOne(ColumnRole column) {
    String most = column.column().max();
    return most != null
        && column.role() == ColumnRole.Role.AVERAGED
        && new BigDecimal(most).compareTo(BigDecimal.ONE) <= 0;
  }

  /** "60 %" of a share that is kept as a part of one is 0.6. */
  static String part(ColumnRole column, String number) {
    return isOfOne(column) ? new BigDecimal(number).movePointLeft(2).toPlainString() : number;
  }
}

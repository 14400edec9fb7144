package dev.assay.sql;

import dev.assay.model.Rows;

/** When two values of a column of the same name differ, whatever became of its type. */
final class Differing {
  private Differing() {}

  /**
   * A condition over the columns {@code b} and {@code a}. Where types differ, numbers are compared
   * as numbers, times as times, and anything else by what a reader sees.
   */
  static String values(String b, String a, Rows.Column before, Rows.Column after) {
    if (before.type().equals(after.type())) {
      return b + " IS DISTINCT FROM " + a;
    }
    ValueKind was = ValueKind.of(before.type());
    ValueKind is = ValueKind.of(after.type());
    String common =
        was.isNumeric() && is.isNumeric()
            ? "DOUBLE"
            : dated(was) && dated(is) ? "TIMESTAMP" : "VARCHAR";
    return "CAST(" + b + " AS " + common + ") IS DISTINCT FROM CAST(" + a + " AS " + common + ")";
  }

  private static boolean dated(ValueKind kind) {
    return kind == ValueKind.DATE || kind == ValueKind.TIMESTAMP;
  }

  /**
   * As {@link #values}, of aggregates: the order in which doubles are added up is nobody's doing.
   */
  static String aggregates(String b, String a, Rows.Column before, Rows.Column after) {
    boolean inexact =
        ValueKind.of(before.type()) == ValueKind.DOUBLE
            || ValueKind.of(after.type()) == ValueKind.DOUBLE;
    String differs = values(b, a, before, after);
    return inexact
            && ValueKind.of(before.type()).isNumeric()
            && ValueKind.of(after.type()).isNumeric()
        ? "("
            + differs
            + " AND NOT coalesce(abs(CAST("
            + b
            + " AS DOUBLE) - CAST("
            + a
            + " AS DOUBLE)) <= 1e-9 * greatest(1, abs(CAST("
            + b
            + " AS DOUBLE)), abs(CAST("
            + a
            + " AS DOUBLE))), false))"
        : differs;
  }
}

package dev.assay.sql;

import dev.assay.model.SilverSpec;

/** Looks at one value of a column that may stand for "missing", and at all others. */
public final class SentinelSql {
  private SentinelSql() {}

  /** Each cleaned text of the value with its rows, most frequent first; at most twenty. */
  public static String texts(
      Dialect dialect, String table, SilverSpec.Column column, String value) {
    return "SELECT "
        + dialect.cleaned(column)
        + ", count(*) FROM "
        + Quote.identifier(table)
        + " WHERE "
        + dialect.cast(column)
        + " = "
        + literal(column, value)
        + " GROUP BY 1 ORDER BY 2 DESC, 1 LIMIT 20";
  }

  /** The smallest and the largest of all other values, as text; one row. */
  public static String others(
      Dialect dialect, String table, SilverSpec.Column column, String value) {
    return "SELECT CAST(min(assay_value) AS VARCHAR), CAST(max(assay_value) AS VARCHAR) FROM (SELECT "
        + dialect.cast(column)
        + " AS assay_value FROM "
        + Quote.identifier(table)
        + ") WHERE assay_value <> "
        + literal(column, value);
  }

  private static String literal(SilverSpec.Column column, String value) {
    return "TRY_CAST(" + Quote.literal(value) + " AS " + CleaningSql.typeName(column.type()) + ")";
  }
}

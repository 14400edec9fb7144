package dev.assay.sql;

import dev.assay.model.Query;
import dev.assay.model.Rows;
import java.util.ArrayList;
import java.util.List;

/** Reads that measure a typed table: one row of figures a table, and the values of a column. */
public final class StatisticsSql {
  /** How many figures {@link #figures} yields for each column. */
  public static final int FIGURES = 7;

  /**
   * How many columns are measured by one read. Planning it takes the engine the square of them, and
   * some thousands of them the whole process.
   */
  public static final int AT_ONCE = 100;

  /** How many exact counts of different values one read has: each has a table in memory. */
  public static final int DISTINCT_AT_ONCE = 20;

  private StatisticsSql() {}

  /**
   * One row, for at most {@link #AT_ONCE} columns: the count of rows, then for each column how many
   * values are present, how many differ (approximately), the smallest, the largest, how many have
   * digits after the point, the average length, and how many are objects or lists of JSON.
   */
  public static String figures(String table, List<Rows.Column> columns) {
    List<String> items = new ArrayList<>();
    items.add("COUNT(*)");
    for (Rows.Column column : columns) {
      String name = SelectText.identifier(column.name());
      ValueKind kind = ValueKind.of(column.type());
      boolean ordered = kind.isNumeric() || kind.isTemporal();
      boolean fractional = kind == ValueKind.DECIMAL || kind == ValueKind.DOUBLE;
      items.add("COUNT(" + name + ")");
      items.add("approx_count_distinct(" + name + ")");
      items.add(ordered ? "CAST(MIN(" + name + ") AS VARCHAR)" : "NULL");
      items.add(ordered ? "CAST(MAX(" + name + ") AS VARCHAR)" : "NULL");
      items.add(fractional ? "COUNT(*) FILTER (WHERE " + name + " <> trunc(" + name + "))" : "0");
      items.add(kind == ValueKind.TEXT ? "AVG(length(" + name + "))" : "0");
      items.add(
          kind == ValueKind.TEXT
              ? "COUNT(*) FILTER (WHERE " + name + "[1] || " + name + "[-1] IN ('{}', '[]'))"
              : "0");
    }
    return "SELECT " + String.join(", ", items) + " FROM " + SelectText.identifier(table);
  }

  /**
   * How many different values each of at most {@link #DISTINCT_AT_ONCE} columns has, exactly; one
   * row.
   */
  public static String distinct(String table, List<String> columns) {
    return "SELECT "
        + String.join(
            ", ",
            columns.stream()
                .map(column -> "COUNT(DISTINCT " + SelectText.identifier(column) + ")")
                .toList())
        + " FROM "
        + SelectText.identifier(table);
  }

  /** The different texts of a column, at most {@code limit}. */
  public static String values(String table, String column, int limit) {
    String name = SelectText.identifier(column);
    return "SELECT DISTINCT CAST("
        + name
        + " AS VARCHAR) AS value FROM "
        + SelectText.identifier(table)
        + " WHERE "
        + name
        + " IS NOT NULL LIMIT "
        + limit;
  }

  /**
   * The texts of all columns of the first rows as received: {@code _load_id}, {@code _row_no}, then
   * the columns.
   */
  public static String cells(String table, List<String> columns, int limit) {
    List<String> items = new ArrayList<>(List.of("_load_id", "_row_no"));
    columns.forEach(column -> items.add("CAST(" + SelectText.identifier(column) + " AS VARCHAR)"));
    return "SELECT "
        + String.join(", ", items)
        + " FROM "
        + SelectText.identifier(table)
        + " ORDER BY _load_id, _row_no LIMIT "
        + limit;
  }

  /** How many rows a query has. */
  public static String count(Query query, List<Rows.Column> columns) {
    return "SELECT COUNT(*) FROM (" + QuerySql.select(query, columns) + ")";
  }

  /**
   * One row: the quantiles at {@code shares} of the measure named {@code measure} over a query's
   * groups.
   */
  public static String quantiles(
      Query query, List<Rows.Column> columns, String measure, List<Double> shares) {
    String name = SelectText.identifier(measure);
    return "SELECT "
        + String.join(
            ", ",
            shares.stream()
                .map(share ->
                    "CAST(quantile_cont(CAST(" + name + " AS DOUBLE), " + share + ") AS DOUBLE)")
                .toList())
        + " FROM ("
        + QuerySql.select(query, columns)
        + ")";
  }

  /**
   * One row over a table of texts, for at most {@link #AT_ONCE} columns: for each how many texts
   * there are, how many of them read as plain numbers, and how many as ISO dates or times.
   */
  public static String readable(String table, List<String> columns) {
    List<String> items = new ArrayList<>();
    for (String column : columns) {
      String name = SelectText.identifier(column);
      items.add("COUNT(" + name + ") FILTER (WHERE trim(" + name + ") <> '')");
      // TRY_CAST also reads 1_000, 0x10 and 1e3: only plain numbers are meant here.
      items.add(
          "COUNT(*) FILTER (WHERE regexp_full_match(trim("
              + name
              + "), '[-+]?(0|[1-9][0-9]*)([.][0-9]+)?'))");
      items.add(
          "COUNT(*) FILTER (WHERE regexp_matches("
              + name
              + ", '^\\s*[0-9]{4}-[0-9]{2}-[0-9]{2}') AND TRY_CAST("
              + name
              + " AS TIMESTAMP) IS NOT NULL)");
    }
    return "SELECT " + String.join(", ", items) + " FROM " + SelectText.identifier(table);
  }
}

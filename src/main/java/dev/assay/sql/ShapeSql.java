package dev.assay.sql;

import java.util.List;
import java.util.stream.Collectors;

/** What the values of a column look like: digits as 9, letters as a, everything else as it is. */
public final class ShapeSql {
  /** Stands for a year; no text has it. */
  private static final String YEAR = "\u0001";

  private ShapeSql() {}

  /**
   * The shape of a value. A year at the beginning or the end is told from other numbers, so that
   * days and months that change places with it are seen.
   */
  static String shape(String value) {
    return "regexp_replace(regexp_replace(regexp_replace(regexp_replace("
        + value
        + ", '^[0-9]{4}([-/.])', '"
        + YEAR
        + "\\1'), '([-/.])[0-9]{4}\\b', '\\1"
        + YEAR
        + "'), '[0-9]+', '9', 'g'), '\\p{L}+', 'a', 'g')";
  }

  /** Shape, rows and an example of each shape among some rows of a column, commonest first. */
  public static String shapes(String sample, String column, int most) {
    String value = Quote.identifier(column);
    return "SELECT "
        + shape(value)
        + " AS shape, count(*) AS rows, min("
        + value
        + ") FROM ("
        + sample
        + ") WHERE "
        + value
        + " <> '' GROUP BY shape ORDER BY rows DESC, shape LIMIT "
        + most;
  }

  /** How many values of a column there are, how many have none of the shapes, and one such. */
  public static String others(String table, String column, List<String> shapes) {
    String value = Quote.identifier(column);
    String odd = hasNone(column, shapes);
    return "SELECT count(*) FILTER (WHERE "
        + value
        + " <> ''), count(*) FILTER (WHERE "
        + odd
        + "), min("
        + value
        + ") FILTER (WHERE "
        + odd
        + ") FROM "
        + Quote.identifier(table);
  }

  private static String hasNone(String column, List<String> shapes) {
    String value = Quote.identifier(column);
    return value
        + " <> '' AND "
        + shape(value)
        + " NOT IN ("
        + shapes.stream().map(Quote::literal).collect(Collectors.joining(", "))
        + ")";
  }

  /** Moves rows whose value has none of the shapes to the malformed ones. */
  public static List<String> quarantine(
      String staged, String malformed, String column, List<String> shapes, String reason) {
    return LoadSql.quarantine(staged, malformed, hasNone(column, shapes), reason);
  }
}

package dev.assay.sql;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Measures on all rows how the values of columns of one table are found in those of another. */
public final class RelationshipSql {
  /** Columns of a table, compared in pairs with as many of another. */
  public record Key(String table, List<String> columns) {}

  private RelationshipSql() {}

  /**
   * One row: rows of {@code from}; those with a missing value; those whose value {@code to} has;
   * the most rows of {@code from} that share a value that {@code to} has; rows of {@code to}; those
   * that no row of {@code from} names; the most rows of {@code to} that share a value that {@code
   * from} has; the most that share any value; different values of {@code from}, without the
   * missing.
   *
   * @param asText whether values are compared by their texts: a number is then found only by a text
   *     that is written as the number is
   */
  public static String measure(Key from, Key to, boolean asText) {
    return """
    WITH asking AS (%s),
    asked AS (%s)
    SELECT
      (SELECT COUNT(*) FROM %s),
      (SELECT COUNT(*) FROM %s WHERE %s),
      COALESCE(SUM(asking.rows) FILTER (WHERE asked.rows IS NOT NULL), 0),
      COALESCE(MAX(asking.rows) FILTER (WHERE asked.rows IS NOT NULL), 0),
      (SELECT COUNT(*) FROM %s),
      (SELECT COUNT(*) FROM %s) - COALESCE(SUM(asked.rows) FILTER (WHERE asking.rows IS NOT NULL), 0),
      COALESCE(MAX(asked.rows) FILTER (WHERE asking.rows IS NOT NULL), 0),
      COALESCE(MAX(asked.rows), 0),
      COUNT(asking.rows)
    FROM asking FULL JOIN asked ON %s\
    """
        .formatted(
            grouped(from, asText),
            grouped(to, asText),
            Quote.identifier(from.table()),
            Quote.identifier(from.table()),
            missing(from),
            Quote.identifier(to.table()),
            Quote.identifier(to.table()),
            matching(from.columns().size()));
  }

  /** The texts of some values of {@code from} that {@code to} lacks, a column each. */
  public static String orphans(Key from, Key to, boolean asText, int limit) {
    List<String> texts = new ArrayList<>();
    for (int i = 0; i < from.columns().size(); i++) {
      texts.add("CAST(asking.value_" + i + " AS VARCHAR)");
    }
    return "WITH asking AS ("
        + grouped(from, asText)
        + "),\nasked AS ("
        + grouped(to, asText)
        + ")\nSELECT "
        + String.join(", ", texts)
        + " FROM asking LEFT JOIN asked ON "
        + matching(from.columns().size())
        + "\nWHERE asked.rows IS NULL ORDER BY asking.rows DESC, 1 LIMIT "
        + limit;
  }

  /**
   * One row with, for each column, the hashes of a sample of its different texts: those below a
   * share of all possible hashes, so that equal values are in the samples of both of two columns.
   *
   * @param shares by column, greater than 0 and at most 1
   */
  public static String samples(String table, Map<String, Double> shares) {
    List<String> items = new ArrayList<>();
    shares.forEach((column, share) -> {
      // Of 64 bits, the sign aside: 2^62 steps are exact enough for a share.
      long below = (long) (share * (1L << 62));
      String hash = "(hash(CAST(" + Quote.identifier(column) + " AS VARCHAR)) >> 2)";
      items.add(
          "array_to_string(list(DISTINCT "
              + hash
              + ") FILTER (WHERE "
              + Quote.identifier(column)
              + " IS NOT NULL AND "
              + hash
              + " <= "
              + below
              + "), ' ')");
    });
    return "SELECT " + String.join(",\n  ", items) + " FROM " + Quote.identifier(table);
  }

  private static String grouped(Key key, boolean asText) {
    List<String> values = new ArrayList<>();
    List<String> positions = new ArrayList<>();
    List<String> present = new ArrayList<>();
    for (int i = 0; i < key.columns().size(); i++) {
      String column = Quote.identifier(key.columns().get(i));
      values.add((asText ? "CAST(" + column + " AS VARCHAR)" : column) + " AS value_" + i);
      positions.add(Integer.toString(i + 1));
      present.add(column + " IS NOT NULL");
    }
    return "SELECT "
        + String.join(", ", values)
        + ", COUNT(*) AS rows FROM "
        + Quote.identifier(key.table())
        + " WHERE "
        + String.join(" AND ", present)
        + " GROUP BY "
        + String.join(", ", positions);
  }

  private static String missing(Key key) {
    return String.join(
        " OR ",
        key.columns().stream().map(column -> Quote.identifier(column) + " IS NULL").toList());
  }

  private static String matching(int columns) {
    List<String> equal = new ArrayList<>();
    for (int i = 0; i < columns; i++) {
      equal.add("asking.value_" + i + " = asked.value_" + i);
    }
    return String.join(" AND ", equal);
  }
}

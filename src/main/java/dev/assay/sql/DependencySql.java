package dev.assay.sql;

import dev.assay.model.SilverSpec;
import java.util.List;
import java.util.StringJoiner;

/** Counts on all rows, whether columns determine others, and where they do not. */
public final class DependencySql {
  /** Odd values that are listed, of each pair. */
  public static final int LISTED = 200;

  /**
   * Most values of the first column have one of the second: which one is usual is looked for only
   * where there are several. Of values as frequent as one another, the same is usual each time.
   */
  private static final String COMMON =
      """
      group_%1$d AS MATERIALIZED (SELECT a, sum(n) AS n, max(n) AS most, count(*) AS kinds
        FROM pair_%1$d GROUP BY a),
      mixed_%1$d AS MATERIALIZED (SELECT a, arg_max(b, (n, b)) AS usual, max(n) AS most FROM pair_%1$d
        WHERE a IN (SELECT a FROM group_%1$d WHERE kinds > 1) GROUP BY a),
      odd_%1$d AS MATERIALIZED (SELECT a, b, pair.n, most, usual FROM pair_%1$d AS pair
        JOIN mixed_%1$d USING (a) WHERE b <> usual ORDER BY pair.n, a, b LIMIT %2$d),
      known_%1$d AS MATERIALIZED (SELECT DISTINCT pair.b FROM pair_%1$d AS pair
        JOIN group_%1$d USING (a) LEFT JOIN mixed_%1$d USING (a)
        WHERE pair.b IN (SELECT b FROM odd_%1$d) AND (kinds = 1 OR pair.b = usual))\
      """;

  private static final String PARTS =
      """
      SELECT %1$d AS pair, NULL AS a, NULL AS b, CAST(coalesce(sum(n), 0) AS BIGINT) AS n,
        CAST(coalesce(sum(most), 0) AS BIGINT) AS most, count(*) FILTER (n > 1) AS other,
        NULL AS usual FROM group_%1$d
      UNION ALL
      SELECT %1$d, a, b, n, most, CAST(b IN (SELECT b FROM known_%1$d) AS BIGINT), usual
        FROM odd_%1$d\
      """;

  private final Dialect dialect;

  public DependencySql(Dialect dialect) {
    this.dialect = dialect;
  }

  /** Whether one column, by its place in a list, determines another. */
  public record Pair(int from, int to) {}

  /**
   * Rows of (pair, null, null, rows with both, rows with the usual value, values of the first that
   * occur twice or more, null) and, for values that are not the usual one, of (pair, value of the
   * first, odd value, its rows, rows of the usual one, 1 where the odd one is usual elsewhere,
   * usual value).
   */
  public String measure(String table, List<SilverSpec.Column> columns, List<Pair> pairs) {
    StringJoiner common = new StringJoiner(",\n");
    StringJoiner parts = new StringJoiner("\nUNION ALL\n");
    for (int k = 0; k < pairs.size(); k++) {
      common.add(counted(table, columns, pairs.get(k), k));
      common.add(COMMON.formatted(k, LISTED));
      parts.add(PARTS.formatted(k));
    }
    return "WITH " + common + "\n" + parts;
  }

  /**
   * Rows of (pair, rows with both, values of the first that occur twice or more, those among all
   * that have several of the second): cheaper than {@link #measure}, and all there is to say where
   * the last is 0. Texts are compared by hashes of 64 bits.
   */
  public String settled(String table, List<SilverSpec.Column> columns, List<Pair> pairs) {
    StringJoiner parts = new StringJoiner("\nUNION ALL\n");
    for (int k = 0; k < pairs.size(); k++) {
      parts.add(
          "SELECT "
              + k
              + ", CAST(coalesce(sum(n), 0) AS BIGINT), count(*) FILTER (n > 1),"
              + " count(*) FILTER (least <> greatest)"
              + "\nFROM (SELECT count(*) AS n, min(hash(b)) AS least, max(hash(b)) AS greatest FROM "
              + both(table, columns, pairs.get(k))
              + " GROUP BY hash(a))");
    }
    return parts.toString();
  }

  /** Pairs one by one: columns are stored apart, and all sets at once take twice as long. */
  private String counted(String table, List<SilverSpec.Column> columns, Pair pair, int k) {
    return "pair_"
        + k
        + " AS MATERIALIZED (SELECT a, b, count(*) AS n FROM "
        + both(table, columns, pair)
        + " GROUP BY a, b)";
  }

  private String both(String table, List<SilverSpec.Column> columns, Pair pair) {
    return "(SELECT "
        + text(columns.get(pair.from()))
        + " AS a, "
        + text(columns.get(pair.to()))
        + " AS b FROM "
        + Quote.identifier(table)
        + ") WHERE a IS NOT NULL AND b IS NOT NULL";
  }

  private String text(SilverSpec.Column column) {
    return "CAST(" + dialect.cast(column) + " AS VARCHAR)";
  }
}

package dev.assay.sql;

import dev.assay.model.SilverSpec;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.StringJoiner;

/** Counts on all rows, in one scan, whether columns determine others, and where they do not. */
public final class DependencySql {
  /** Odd values that are listed, of each pair. */
  public static final int LISTED = 200;

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
    StringJoiner values = new StringJoiner(", ");
    StringJoiner names = new StringJoiner(", ");
    Set<Integer> used = new LinkedHashSet<>();
    pairs.forEach(pair -> used.addAll(List.of(pair.from(), pair.to())));
    for (int i : used) {
      values.add("CAST(" + dialect.cast(columns.get(i)) + " AS VARCHAR) AS v" + i);
      names.add("v" + i);
    }
    // A set that is there twice would count its rows twice.
    Set<String> sets = new LinkedHashSet<>();
    StringJoiner parts = new StringJoiner("\nUNION ALL\n");
    StringBuilder common = new StringBuilder();
    for (int k = 0; k < pairs.size(); k++) {
      String from = "v" + pairs.get(k).from();
      String to = "v" + pairs.get(k).to();
      sets.add(
          "(v"
              + Math.min(pairs.get(k).from(), pairs.get(k).to())
              + ", v"
              + Math.max(pairs.get(k).from(), pairs.get(k).to())
              + ")");
      String usual = "usual_" + k;
      common
          .append(",\npair_")
          .append(k)
          .append(" AS (SELECT ")
          .append(from)
          .append(" AS a, ")
          .append(to)
          .append(" AS b, n FROM counted WHERE GROUPING_ID = ")
          .append(mask(used, pairs.get(k)))
          .append(" AND a IS NOT NULL AND b IS NOT NULL),\n")
          .append(usual)
          // Of values as frequent as one another, the same is the usual one each time.
          .append(" AS MATERIALIZED (SELECT a, arg_max(b, (n, b)) AS usual, max(n) AS most,")
          .append(" sum(n) AS n FROM pair_")
          .append(k)
          .append(" GROUP BY a)");
      parts.add(
          "SELECT "
              + k
              + " AS pair, NULL AS a, NULL AS b, CAST(coalesce(sum(n), 0) AS BIGINT) AS n,"
              + " CAST(coalesce(sum(most), 0) AS BIGINT) AS most,"
              + " count(*) FILTER (n > 1) AS other, NULL AS usual FROM "
              + usual);
      parts.add(
          "(SELECT "
              + k
              + ", a, b, pair.n, most, CAST(b IN (SELECT usual FROM "
              + usual
              + ") AS BIGINT), usual FROM pair_"
              + k
              + " AS pair JOIN "
              + usual
              + " USING (a) WHERE b <> usual ORDER BY pair.n, a, b LIMIT "
              + LISTED
              + ")");
    }
    return "WITH counted AS MATERIALIZED (SELECT "
        + names
        + ", GROUPING("
        + names
        + ") AS GROUPING_ID, count(*) AS n FROM (SELECT "
        + values
        + " FROM "
        + Quote.identifier(table)
        + ") GROUP BY GROUPING SETS ("
        + String.join(", ", sets)
        + "))"
        + common
        + "\n"
        + parts;
  }

  /** A bit for every column that is not in the set, the last column's the lowest. */
  private static long mask(Set<Integer> used, Pair pair) {
    long mask = 0;
    for (int column : used) {
      mask = mask << 1 | (column == pair.from() || column == pair.to() ? 0 : 1);
    }
    return mask;
  }
}

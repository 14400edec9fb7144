package dev.assay.sql;

import dev.assay.model.Query.Dimension;
import java.util.List;
import java.util.Optional;
import java.util.StringJoiner;

/** Measures on all rows how much the groups of a dimension differ. */
public final class VariationSql {
  private VariationSql() {}

  /**
   * Rows of (place of the dimension, groups, values, sum of squares between groups, sum of squares
   * in all) for a measure; without one of (place, impurity), the chance that two rows drawn at
   * random are of different groups.
   */
  public static String of(String table, List<Dimension> dimensions, Optional<String> measure) {
    StringJoiner parts = new StringJoiner("\nUNION ALL\n");
    for (int i = 0; i < dimensions.size(); i++) {
      parts.add(
          measure.isPresent()
              ? explained(table, dimensions.get(i), measure.get(), i)
              : impurity(table, dimensions.get(i), i));
    }
    return parts.toString();
  }

  private static String explained(String table, Dimension dimension, String measure, int place) {
    String value = "CAST(" + Quote.identifier(measure) + " AS DOUBLE)";
    return """
    SELECT %d, count(*), sum(n), sum(n * mean * mean) - sum(n * mean) ^ 2 / sum(n),
      sum(inside) + sum(n * mean * mean) - sum(n * mean) ^ 2 / sum(n)
    FROM (SELECT count(v) AS n, avg(v) AS mean, var_pop(v) * count(v) AS inside
      FROM (SELECT %s AS g, %s AS v FROM %s) WHERE g IS NOT NULL AND v IS NOT NULL AND isfinite(v)
      GROUP BY g)\
    """
        .formatted(place, group(dimension), value, Quote.identifier(table));
  }

  private static String impurity(String table, Dimension dimension, int place) {
    return "SELECT %d, 1 - sum(CAST(n AS DOUBLE) * n) / sum(n) ^ 2 FROM (SELECT %s AS g, count(*) AS n FROM %s GROUP BY g)"
        .formatted(place, group(dimension), Quote.identifier(table));
  }

  private static String group(Dimension dimension) {
    String column = Quote.identifier(dimension.column());
    return dimension.grain() == null ? column : SelectText.truncated(column, dimension.grain());
  }
}

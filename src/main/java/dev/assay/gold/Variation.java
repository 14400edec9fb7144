package dev.assay.gold;

import dev.assay.model.Query.Dimension;
import dev.assay.model.Rows;
import dev.assay.sql.VariationSql;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/**
 * How much of a measure's variance the groups of a dimension explain, 0 to 1: eta squared,
 * corrected for how many groups there are (Kelley's epsilon squared), so that many groups are no
 * merit of their own. Where nothing is measured, how evenly rows spread over the groups (Gini's
 * impurity).
 */
final class Variation {
  private final Map<Dimension, Double> explained = new HashMap<>();

  /**
   * @param measure a column of numbers; empty where rows are counted
   */
  Variation(
      String table,
      List<Dimension> dimensions,
      Optional<String> measure,
      Function<String, Rows> read) {
    if (dimensions.isEmpty()) {
      return;
    }
    List<List<Object>> rows = read.apply(VariationSql.of(table, dimensions, measure)).rows();
    for (List<Object> row : rows) {
      Dimension dimension = dimensions.get(((Number) row.getFirst()).intValue());
      explained.put(dimension, measure.isPresent() ? epsilon(row) : value(row.get(1)));
    }
  }

  /** From the number of groups, of values, and the sums of squares between groups and in all. */
  private static double epsilon(List<Object> row) {
    double groups = value(row.get(1));
    double values = value(row.get(2));
    double between = value(row.get(3));
    double all = value(row.get(4));
    if (!(all > 0) || values <= groups) {
      return 0;
    }
    return Math.clamp(1 - (1 - between / all) * (values - 1) / (values - groups), 0, 1);
  }

  private static double value(Object value) {
    return value instanceof Number number && Double.isFinite(number.doubleValue())
        ? number.doubleValue()
        : 0;
  }

  double of(Dimension dimension) {
    return explained.getOrDefault(dimension, 0.0);
  }
}

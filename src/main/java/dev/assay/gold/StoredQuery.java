package dev.assay.gold;

import dev.assay.model.Query;
import dev.assay.model.Query.Aggregate;
import dev.assay.model.Query.Measure;
import java.util.ArrayList;
import java.util.List;

/**
 * What a typed Gold table holds on disk: the measures that its recipe names and, beside them, the
 * helpers without which its groups could not be put together again.
 *
 * <p>A sum has its count of values beside it, an average its sum and its count. Helpers are named
 * {@code _count_<column>} and {@code _sum_<column>} and are not shown unless asked for.
 */
public final class StoredQuery {
  private StoredQuery() {}

  /** The query with its helpers; giving it one that has them changes nothing. */
  public static Query of(Query query) {
    List<Measure> measures = new ArrayList<>(query.measures());
    for (Measure measure : query.measures()) {
      switch (measure.aggregate()) {
        case SUM -> add(measures, Aggregate.COUNT, measure.column());
        case AVG -> {
          add(measures, Aggregate.SUM, measure.column());
          add(measures, Aggregate.COUNT, measure.column());
        }
        case COUNT_ROWS, COUNT, COUNT_DISTINCT, MEDIAN, MIN, MAX -> {}
      }
    }
    return query.withMeasures(measures);
  }

  /** Whether a column of a Gold table is a helper that people need not see. */
  public static boolean isHelper(String column) {
    return column.startsWith("_count_") || column.startsWith("_sum_");
  }

  private static void add(List<Measure> measures, Aggregate aggregate, String column) {
    boolean there =
        measures.stream()
            .anyMatch(
                measure -> measure.aggregate() == aggregate && column.equals(measure.column()));
    if (!there) {
      String prefix = aggregate == Aggregate.SUM ? "_sum_" : "_count_";
      measures.add(new Measure(prefix + column, aggregate, column));
    }
  }
}

package dev.assay.gold;

import dev.assay.model.Query;
import dev.assay.model.Query.Aggregate;
import dev.assay.model.Query.Measure;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * What a typed Gold table holds on disk: the measures that its recipe names and, beside them, the
 * helpers without which its groups could not be put together again.
 *
 * <p>A sum has its count of values beside it, an average its sum and its count, each of the same
 * rows. Helpers are named {@code _count_<column>} and {@code _sum_<column>}, those of formulas and
 * of filtered measures {@code _count_of_<measure>} and {@code _sum_of_<measure>}; they are not
 * shown unless asked for. Calculations are kept as they are and computed anew from coarser groups,
 * for the measures that they are made of are there.
 */
public final class StoredQuery {
  private StoredQuery() {}

  /** The query with its helpers; giving it one that has them changes nothing. */
  public static Query of(Query query) {
    List<Measure> measures = new ArrayList<>(query.measures());
    Set<String> names = new HashSet<>();
    query.outputs().forEach(name -> names.add(name.toLowerCase(Locale.ROOT)));
    for (Measure measure : query.measures()) {
      switch (measure.aggregate()) {
        case SUM -> add(measures, names, Aggregate.COUNT, measure);
        case AVG -> {
          add(measures, names, Aggregate.SUM, measure);
          add(measures, names, Aggregate.COUNT, measure);
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

  private static void add(
      List<Measure> measures, Set<String> names, Aggregate aggregate, Measure of) {
    boolean there =
        measures.stream()
            .anyMatch(measure ->
                measure.aggregate() == aggregate
                    && HeldMeasures.sameArgument(measure, of)
                    && measure.filters().equals(of.filters()));
    if (!there) {
      boolean plain = of.formula() == null && of.filters().isEmpty();
      String name =
          (aggregate == Aggregate.SUM ? "_sum_" : "_count_")
              + (plain ? of.column() : "of_" + of.name());
      while (!names.add(name.toLowerCase(Locale.ROOT))) {
        name += "_";
      }
      measures.add(new Measure(name, aggregate, of.column(), of.formula(), of.filters()));
    }
  }
}

package dev.assay.gold;

import dev.assay.model.Query;
import dev.assay.model.Query.Dimension;
import dev.assay.model.Query.Filter;
import dev.assay.model.Query.Import;
import dev.assay.model.Query.Join;
import dev.assay.model.Query.Match;
import dev.assay.model.Query.Measure;
import dev.assay.model.Query.Order;
import dev.assay.model.RowCondition;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.UnaryOperator;

/**
 * A typed query under the names that the columns of its tables have by now. What its result is
 * called stays: whoever reads it finds it where it was.
 */
public final class Renamed {
  private final Map<String, String> own;
  private final Function<String, Map<String, String>> others;

  private Renamed(Map<String, String> own, Function<String, Map<String, String>> others) {
    this.own = own;
    this.others = others;
  }

  /**
   * @param names of a table: what its columns are called now, by what they were called
   */
  public static Query query(Query query, Function<String, Map<String, String>> names) {
    return new Renamed(names.apply(query.table()), names).renamed(query);
  }

  private Query renamed(Query query) {
    Query renamed =
        query
            .withJoins(query.joins().stream().map(this::join).toList())
            .withDimensions(query.dimensions().stream().map(this::dimension).toList())
            .withMeasures(query.measures().stream().map(this::measure).toList())
            .withFilters(filters(query.filters()));
    return query.listsRows()
        ? renamed.withOrder(
            query.orderBy().stream()
                .map(order ->
                    query.ofGroups().contains(order.name())
                        ? order
                        : new Order(column(order.name()), order.descending()))
                .toList())
        : renamed;
  }

  private Join join(Join join) {
    UnaryOperator<String> there = name(others.apply(join.table()));
    return new Join(
        join.table(),
        join.matching().stream()
            .map(match -> new Match(column(match.column()), there.apply(match.other())))
            .toList(),
        join.columns().stream()
            .map(brought ->
                new Import(brought.name(), brought.aggregate(), there.apply(brought.column())))
            .toList());
  }

  private Dimension dimension(Dimension dimension) {
    return new Dimension(
        dimension.name(), column(dimension.column()), dimension.grain(), dimension.part());
  }

  private Measure measure(Measure measure) {
    return new Measure(
        measure.name(),
        measure.aggregate(),
        column(measure.column()),
        measure.formula() == null ? null : RowCondition.renamed(measure.formula(), this::column),
        filters(measure.filters()));
  }

  private List<Filter> filters(List<Filter> filters) {
    return filters.stream().map(filter -> filter.of(column(filter.column()))).toList();
  }

  private String column(String name) {
    return name(own).apply(name);
  }

  private static UnaryOperator<String> name(Map<String, String> names) {
    return name -> name == null ? null : names.getOrDefault(name, name);
  }
}

package dev.assay.ask;

import dev.assay.model.Query;
import dev.assay.model.Query.Comparison;
import dev.assay.model.Query.Dimension;
import dev.assay.model.Query.Filter;
import dev.assay.model.Query.Measure;
import dev.assay.model.Query.Order;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;

/**
 * A question over a small table, read.
 *
 * @param query typed
 * @param meaning of its parts
 * @param caveats why it may have been meant otherwise
 * @param shown those columns of the result that were asked for; empty for all
 */
record RowAnswer(Query query, List<String> meaning, List<String> caveats, List<String> shown) {

  /** The filters of a question for the engine, without rows that sum up. */
  static List<Filter> filters(SmallTable table, List<RowFilter> filters) {
    List<Filter> typed = new ArrayList<>(filters.stream().map(RowFilter::typed).toList());
    BitSet sums = (BitSet) table.summaries().clone();
    filters.forEach(filter -> sums.and(filter.rows()));
    if (!sums.isEmpty()) {
      Filter rows = RowFilter.rows(table, sums);
      typed.add(
          new Filter(
              rows.column(),
              rows.comparison() == Comparison.EQUAL ? Comparison.NOT_EQUAL : Comparison.NOT_IN,
              rows.values()));
    }
    return typed;
  }

  /** One column of rows. */
  static Query rows(
      String table, SmallColumn shown, List<Filter> filters, List<Order> order, Integer limit) {
    return new Query(
        table,
        Query.Shape.ROWS,
        List.of(),
        List.of(new Dimension(shown.name(), shown.name(), null)),
        List.of(),
        List.of(),
        filters,
        List.of(),
        order,
        limit,
        null);
  }

  static Query figure(String table, Measure measure, List<Filter> filters) {
    return new Query(table, List.of(), List.of(measure), filters, List.of(), null, null);
  }

  static final List<Order> AS_RECEIVED = List.of(new Order("_row_no", false));
}

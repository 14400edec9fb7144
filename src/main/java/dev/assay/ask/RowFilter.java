package dev.assay.ask;

import dev.assay.model.Query.Comparison;
import dev.assay.model.Query.Filter;
import java.util.BitSet;
import java.util.List;

/**
 * A condition on rows, as it is asked for and as it holds.
 *
 * @param rows for which it holds
 * @param typed the same for the engine
 * @param said the same for people
 * @param at the first of its words
 * @param sure whether its words can mean nothing else
 */
record RowFilter(SmallColumn column, BitSet rows, Filter typed, String said, int at, boolean sure) {

  /** These very texts. */
  static RowFilter texts(SmallColumn column, BitSet rows, int at, boolean sure) {
    List<String> texts = column.texts(rows);
    Filter typed =
        texts.size() == 1
            ? new Filter(column.name(), Comparison.EQUAL, texts)
            : new Filter(column.name(), Comparison.IN, texts);
    String said =
        texts.size() <= 3
            ? column.name() + " is " + String.join(" or ", texts)
            : column.name() + " is one of " + texts.size() + " values, such as " + texts.getFirst();
    return new RowFilter(column, rows, typed, said, at, sure);
  }

  /** These very rows, for what the engine cannot compare. */
  static RowFilter numbered(
      SmallTable table, SmallColumn column, BitSet rows, String said, int at, boolean sure) {
    return new RowFilter(column, rows, rows(table, rows), said, at, sure);
  }

  static Filter rows(SmallTable table, BitSet rows) {
    List<String> numbers =
        rows.stream().mapToObj(row -> table.rowNumbers().get(row).toString()).toList();
    return new Filter("_row_no", numbers.size() == 1 ? Comparison.EQUAL : Comparison.IN, numbers);
  }

  /** All other rows that have a value. */
  RowFilter negated(SmallTable table) {
    BitSet others = column.presentRows();
    others.andNot(rows);
    others.andNot(table.summaries());
    Filter not =
        switch (typed.comparison()) {
          case EQUAL -> new Filter(typed.column(), Comparison.NOT_EQUAL, typed.values());
          case IN -> new Filter(typed.column(), Comparison.NOT_IN, typed.values());
          case NOT_EQUAL,
              LESS,
              LESS_OR_EQUAL,
              GREATER,
              GREATER_OR_EQUAL,
              NOT_IN,
              FROM_TO,
              CONTAINS,
              STARTS_WITH,
              IS_NULL,
              IS_NOT_NULL ->
              rows(table, others);
        };
    return new RowFilter(column, others, not, "not: " + said, at, sure);
  }
}

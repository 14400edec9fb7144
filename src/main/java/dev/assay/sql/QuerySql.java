package dev.assay.sql;

import dev.assay.model.Query;
import dev.assay.model.Query.Aggregate;
import dev.assay.model.Rows;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;

/** A typed query as one readable SELECT in DuckDB's SQL. */
public final class QuerySql {
  private QuerySql() {}

  /**
   * Renders {@code query}; {@code columns} are those of its table, for their types.
   *
   * @throws IllegalArgumentException with a sentence for people when the query does not fit the
   *     columns; {@code gold} checks before
   */
  public static String select(Query query, List<Rows.Column> columns) {
    return select(query, columns, SelectText::identifier);
  }

  /**
   * As {@link #select(Query, List)} over a table of texts: a column whose given type is not text is
   * read with TRY_CAST, and a value that cannot be read counts as missing.
   */
  public static String selectFromText(Query query, List<Rows.Column> readAs) {
    Map<String, String> types =
        readAs.stream().collect(Collectors.toMap(Rows.Column::name, Rows.Column::type));
    return select(
        query,
        readAs,
        name ->
            ValueKind.of(types.get(name)) == ValueKind.TEXT
                ? SelectText.identifier(name)
                : "TRY_CAST(" + SelectText.identifier(name) + " AS " + types.get(name) + ")");
  }

  private static String select(
      Query query, List<Rows.Column> columns, UnaryOperator<String> reference) {
    Map<String, ValueKind> kinds = kinds(columns);
    UnaryOperator<String> known =
        name -> {
          if (!kinds.containsKey(name)) {
            throw new IllegalArgumentException(
                "Column '" + name + "' is not in " + query.table() + ".");
          }
          return reference.apply(name);
        };
    List<SelectText.Item> keys = new ArrayList<>();
    for (Query.Dimension dimension : query.dimensions()) {
      String column = known.apply(dimension.column());
      keys.add(
          new SelectText.Item(
              dimension.grain() == null ? column : SelectText.truncated(column, dimension.grain()),
              dimension.name()));
    }
    List<SelectText.Item> values = new ArrayList<>();
    Map<String, String> measures = new LinkedHashMap<>();
    for (Query.Measure measure : query.measures()) {
      String expression =
          aggregate(
              measure.aggregate(), measure.column() == null ? null : known.apply(measure.column()));
      measures.put(measure.name(), expression);
      values.add(new SelectText.Item(expression, measure.name()));
    }
    if (query.segment() != null) {
      values.add(SelectText.segment(query.segment(), measures.get(query.segment().measure())));
    }
    List<String> conditions =
        query.filters().stream()
            .map(filter ->
                condition(filter, known.apply(filter.column()), kinds.get(filter.column())))
            .toList();
    return new SelectText(keys, values, query.table(), conditions, query.orderBy(), query.limit())
        .text();
  }

  static Map<String, ValueKind> kinds(List<Rows.Column> columns) {
    return columns.stream()
        .collect(Collectors.toMap(Rows.Column::name, column -> ValueKind.of(column.type())));
  }

  static String aggregate(Aggregate aggregate, String column) {
    return switch (aggregate) {
      case COUNT_ROWS -> "COUNT(*)";
      case COUNT -> "COUNT(" + column + ")";
      case COUNT_DISTINCT -> "COUNT(DISTINCT " + column + ")";
      case SUM -> "SUM(" + column + ")";
      case AVG -> "AVG(" + column + ")";
      case MEDIAN -> "MEDIAN(" + column + ")";
      case MIN -> "MIN(" + column + ")";
      case MAX -> "MAX(" + column + ")";
    };
  }

  static String condition(Query.Filter filter, String column, ValueKind kind) {
    List<String> values =
        filter.values().stream()
            .map(value -> FilterValue.parse(value, kind).literal(kind))
            .toList();
    return switch (filter.comparison()) {
      case EQUAL -> column + " = " + values.get(0);
      case NOT_EQUAL -> column + " <> " + values.get(0);
      case LESS -> column + " < " + values.get(0);
      case LESS_OR_EQUAL -> column + " <= " + values.get(0);
      case GREATER -> column + " > " + values.get(0);
      case GREATER_OR_EQUAL -> column + " >= " + values.get(0);
      case IN -> column + " IN (" + String.join(", ", values) + ")";
      case NOT_IN -> column + " NOT IN (" + String.join(", ", values) + ")";
      case CONTAINS -> "CONTAINS(LOWER(" + column + "), LOWER(" + values.get(0) + "))";
      case STARTS_WITH -> "STARTS_WITH(LOWER(" + column + "), LOWER(" + values.get(0) + "))";
      case FROM_TO -> column + " >= " + values.get(0) + " AND " + column + " < " + values.get(1);
      case IS_NULL -> column + " IS NULL";
      case IS_NOT_NULL -> column + " IS NOT NULL";
    };
  }
}

package dev.assay.sql;

import dev.assay.model.Query;
import dev.assay.model.Query.Aggregate;
import dev.assay.model.RowCondition;
import dev.assay.model.Rows;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/** A typed query as one readable SELECT in DuckDB's SQL. */
public final class QuerySql {
  private QuerySql() {}

  /**
   * Renders {@code query}.
   *
   * @param columns those of its rows, for their types: its table's and what its joins bring, see
   *     {@link JoinSql#columns}
   * @throws IllegalArgumentException with a sentence for people when the query does not fit the
   *     columns; {@code gold} checks before
   */
  public static String select(Query query, List<Rows.Column> columns) {
    return select(query, JoinSql.typed(query, columns), columns);
  }

  /**
   * As {@link #select(Query, List)} over a table of texts: a column whose given type is not text is
   * read with TRY_CAST, and a value that cannot be read counts as missing.
   */
  public static String selectFromText(Query query, List<Rows.Column> readAs) {
    return selectFromText(query, readAs, _ -> Optional.empty());
  }

  /**
   * As {@link #selectFromText(Query, List)} where other tables are joined.
   *
   * @param readAs the columns of the query's own table
   * @param others the columns of a joined table, with the types that they are read as
   */
  public static String selectFromText(
      Query query, List<Rows.Column> readAs, Function<String, Optional<List<Rows.Column>>> others) {
    List<Rows.Column> columns = JoinSql.columns(query, readAs, others);
    JoinSql.From from =
        JoinSql.read(
            query,
            columns,
            (table, name) ->
                (table.equals(query.table()) ? readAs : others.apply(table).orElse(List.of()))
                    .stream()
                        .filter(column -> column.name().equals(name))
                        .map(Rows.Column::type)
                        .filter(type -> ValueKind.of(type) != ValueKind.TEXT)
                        .findFirst());
    return select(query, from, columns);
  }

  private static String select(Query query, JoinSql.From from, List<Rows.Column> columns) {
    Columns known = from.columns();
    List<SelectText.Item> keys = new ArrayList<>();
    for (Query.Dimension dimension : query.dimensions()) {
      String column = known.sql(dimension.column());
      keys.add(
          new SelectText.Item(
              SelectText.dimension(column, dimension.grain(), dimension.part()), dimension.name()));
    }
    List<String> conditions =
        query.filters().stream().map(filter -> condition(filter, known)).toList();
    if (query.listsRows()) {
      return rows(query, keys, from, conditions);
    }
    List<SelectText.Item> values =
        query.measures().stream()
            .map(measure -> new SelectText.Item(measure(measure, known), measure.name()))
            .toList();
    return new GroupsText(
            keys, values, from.text(), conditions, query, Outputs.of(query.groups(), columns))
        .text();
  }

  /** Each row for itself; ties fall as the rows were received. */
  private static String rows(
      Query query, List<SelectText.Item> shown, JoinSql.From from, List<String> conditions) {
    List<String> order = new ArrayList<>();
    List<String> named = new ArrayList<>();
    List<String> outputs = query.outputs();
    for (Query.Order term : query.orderBy()) {
      named.add(term.name());
      order.add(
          SelectText.term(
              outputs.contains(term.name())
                  ? SelectText.identifier(term.name())
                  : from.columns().sql(term.name()),
              term.descending()));
    }
    List<String> identity =
        List.of("_load_id", "_row_no").stream().filter(from.columns()::has).toList();
    for (String column : identity) {
      if (!named.contains(column) && !outputs.contains(column)) {
        order.add(from.columns().sql(column));
      } else if (!named.contains(column)) {
        order.add(SelectText.identifier(column));
      }
    }
    if (identity.isEmpty() && (query.limit() != null || !order.isEmpty())) {
      outputs.stream()
          .filter(name -> !named.contains(name))
          .forEach(name -> order.add(SelectText.identifier(name)));
    }
    return new SelectText(
            List.of(), shown, from.text(), conditions, List.of(), order, query.limit())
        .text();
  }

  static Map<String, ValueKind> kinds(List<Rows.Column> columns) {
    return columns.stream()
        .collect(Collectors.toMap(Rows.Column::name, column -> ValueKind.of(column.type())));
  }

  /** A measure over rows. */
  static String measure(Query.Measure measure, Columns columns) {
    return filtered(
        aggregate(measure.aggregate(), argument(measure, columns)), measure.filters(), columns);
  }

  /** What a measure aggregates; null where it counts rows. */
  static String argument(Query.Measure measure, Columns columns) {
    if (measure.formula() != null) {
      String text = FormulaSql.write(RowCondition.term(measure.formula()), columns).sql();
      return measure.aggregate() == Aggregate.MEDIAN ? "CAST(" + text + " AS DOUBLE)" : text;
    }
    if (measure.column() == null) {
      return null;
    }
    // The engine would round the median of decimals.
    return measure.aggregate() == Aggregate.MEDIAN
            && columns.figure(measure.column()).kind() == Figure.Kind.DECIMAL
        ? "CAST(" + columns.sql(measure.column()) + " AS DOUBLE)"
        : columns.sql(measure.column());
  }

  /** An aggregate of those rows alone that pass. */
  static String filtered(String aggregate, List<Query.Filter> filters, Columns columns) {
    return filters.isEmpty()
        ? aggregate
        : aggregate
            + " FILTER (WHERE "
            + filters.stream()
                .map(filter -> condition(filter, columns))
                .collect(Collectors.joining(" AND "))
            + ")";
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

  static String condition(Query.Filter filter, Columns columns) {
    String column = columns.sql(filter.column());
    return filter.part() == null
        ? condition(filter, column, columns.kind(filter.column()))
        : condition(filter, SelectText.part(column, filter.part()), ValueKind.INTEGER);
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

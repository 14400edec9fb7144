package dev.assay.sql;

import dev.assay.model.DatePart;
import dev.assay.model.Grain;
import dev.assay.model.Query;
import dev.assay.model.Rows;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * A typed query put together from the groups of a finer table, instead of from rows.
 *
 * @param table the table of groups
 * @param keys what its groups are put together by
 * @param values what is computed from its groups
 * @param filters conditions on its columns
 * @param question whose calculations, having, order, limit, segment and summary are applied to the
 *     result
 * @param outputs the types of its groups
 */
public record Rollup(
    String table,
    List<Key> keys,
    List<Value> values,
    List<Query.Filter> filters,
    Query question,
    Outputs outputs) {
  public Rollup {
    keys = List.copyOf(keys);
    values = List.copyOf(values);
    filters = List.copyOf(filters);
  }

  /** A column of the table, made coarser by {@code grain} or a part of it, unless both are null. */
  public record Key(String name, String column, Grain grain, DatePart part) {}

  /** How a result is put together from the columns of groups. */
  public sealed interface Value {
    String name();

    /** Sums of sums. */
    record Sum(String name, String column) implements Value {}

    /** Sums of counts; 0 where there is no group. */
    record Count(String name, String column) implements Value {}

    /** All sums by all counts, as a DOUBLE. */
    record Average(String name, String sum, String count) implements Value {}

    record Least(String name, String column) implements Value {}

    record Greatest(String name, String column) implements Value {}

    /** How many different values a key of the groups has. */
    record Distinct(String name, String column) implements Value {}

    /** A count that stands in the one group as it is; 0 where there is no group. */
    record OnlyCount(String name, String column) implements Value {}

    /** A figure that stands in the one group as it is. */
    record Only(String name, String column) implements Value {}

    /** Another value, put together from those groups alone whose columns pass. */
    record Filtered(Value of, List<Query.Filter> filters) implements Value {
      public Filtered {
        filters = List.copyOf(filters);
      }

      @Override
      public String name() {
        return of.name();
      }
    }
  }

  /** The columns of the table that are read. */
  public Set<String> columns() {
    Set<String> columns = new LinkedHashSet<>();
    keys.forEach(key -> columns.add(key.column()));
    filters.forEach(filter -> columns.add(filter.column()));
    values.forEach(value -> read(value, columns));
    return columns;
  }

  private static void read(Value value, Set<String> columns) {
    switch (value) {
      case Value.Average(_, String sum, String count) -> columns.addAll(List.of(sum, count));
      case Value.Sum(_, String column) -> columns.add(column);
      case Value.Count(_, String column) -> columns.add(column);
      case Value.Least(_, String column) -> columns.add(column);
      case Value.Greatest(_, String column) -> columns.add(column);
      case Value.Distinct(_, String column) -> columns.add(column);
      case Value.OnlyCount(_, String column) -> columns.add(column);
      case Value.Only(_, String column) -> columns.add(column);
      case Value.Filtered(Value of, List<Query.Filter> filters) -> {
        read(of, columns);
        filters.forEach(filter -> columns.add(filter.column()));
      }
    }
  }

  /** One readable SELECT in DuckDB's SQL; {@code columns} are those of the table of groups. */
  public String select(List<Rows.Column> columns) {
    Columns held = Columns.of(table, columns, SelectText::identifier);
    List<SelectText.Item> keyItems = new ArrayList<>();
    for (Key key : keys) {
      keyItems.add(
          new SelectText.Item(
              SelectText.dimension(held.sql(key.column()), key.grain(), key.part()), key.name()));
    }
    List<SelectText.Item> items =
        values.stream()
            .map(value -> new SelectText.Item(expression(value, "", held), value.name()))
            .toList();
    List<String> conditions =
        filters.stream().map(filter -> QuerySql.condition(filter, held)).toList();
    return new GroupsText(
            keyItems,
            items,
            SelectText.identifier(table),
            conditions,
            question.withTable(table),
            outputs)
        .text();
  }

  /**
   * A value as SQL.
   *
   * @param chosen which groups, written after each aggregate; empty for all
   */
  private String expression(Value value, String chosen, Columns held) {
    return switch (value) {
      case Value.Sum(_, String column) -> aggregate("SUM", column, chosen);
      case Value.Count(_, String column) -> count(aggregate("SUM", column, chosen), chosen);
      case Value.Average(_, String sum, String count) ->
          "CAST("
              + aggregate("SUM", sum, chosen)
              + " AS DOUBLE) / "
              + aggregate("SUM", count, chosen);
      case Value.Least(_, String column) -> aggregate("MIN", column, chosen);
      case Value.Greatest(_, String column) -> aggregate("MAX", column, chosen);
      case Value.Distinct(_, String column) ->
          "COUNT(DISTINCT " + SelectText.identifier(column) + ")" + chosen;
      case Value.OnlyCount(_, String column) -> count(aggregate("MAX", column, chosen), chosen);
      case Value.Only(_, String column) -> aggregate("MAX", column, chosen);
      case Value.Filtered(Value of, List<Query.Filter> passing) ->
          expression(
              of,
              " FILTER (WHERE "
                  + passing.stream()
                      .map(filter -> QuerySql.condition(filter, held))
                      .collect(Collectors.joining(" AND "))
                  + ")",
              held);
    };
  }

  private static String aggregate(String function, String column, String chosen) {
    return function + "(" + SelectText.identifier(column) + ")" + chosen;
  }

  private String count(String total, String chosen) {
    // Where no group passes there may be a row all the same: it must say 0.
    boolean none = keys.isEmpty() || !chosen.isEmpty();
    return "CAST(" + (none ? "COALESCE(" + total + ", 0)" : total) + " AS BIGINT)";
  }
}

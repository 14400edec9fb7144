package dev.assay.sql;

import dev.assay.model.Grain;
import dev.assay.model.Query;
import dev.assay.model.Rows;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A typed query put together from the groups of a finer table, instead of from rows.
 *
 * @param table the table of groups
 * @param keys what its groups are put together by
 * @param values what is computed from its groups
 * @param filters conditions on its columns
 * @param orderBy names of keys or values
 * @param limit at most this many rows, or null
 * @param segment a label by the size of a value, or null
 */
public record Rollup(
    String table,
    List<Key> keys,
    List<Value> values,
    List<Query.Filter> filters,
    List<Query.Order> orderBy,
    Integer limit,
    Query.Segment segment) {
  public Rollup {
    keys = List.copyOf(keys);
    values = List.copyOf(values);
    filters = List.copyOf(filters);
    orderBy = List.copyOf(orderBy);
  }

  /** A column of the table, made coarser by {@code grain} unless that is null. */
  public record Key(String name, String column, Grain grain) {}

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
  }

  /** One readable SELECT in DuckDB's SQL; {@code columns} are those of the table of groups. */
  public String select(List<Rows.Column> columns) {
    Map<String, ValueKind> kinds = QuerySql.kinds(columns);
    List<SelectText.Item> keyItems = new ArrayList<>();
    for (Key key : keys) {
      String column = SelectText.identifier(key.column());
      keyItems.add(
          new SelectText.Item(
              key.grain() == null ? column : SelectText.truncated(column, key.grain()),
              key.name()));
    }
    List<SelectText.Item> items = new ArrayList<>();
    Map<String, String> byName = new LinkedHashMap<>();
    for (Value value : values) {
      byName.put(value.name(), expression(value));
      items.add(new SelectText.Item(expression(value), value.name()));
    }
    if (segment != null) {
      items.add(SelectText.segment(segment, byName.get(segment.measure())));
    }
    List<String> conditions =
        filters.stream()
            .map(filter ->
                QuerySql.condition(
                    filter, SelectText.identifier(filter.column()), kinds.get(filter.column())))
            .toList();
    return new SelectText(keyItems, items, table, conditions, orderBy, limit).text();
  }

  private String expression(Value value) {
    return switch (value) {
      case Value.Sum(_, String column) -> "SUM(" + SelectText.identifier(column) + ")";
      case Value.Count(_, String column) -> count("SUM(" + SelectText.identifier(column) + ")");
      case Value.Average(_, String sum, String count) ->
          "CAST(SUM("
              + SelectText.identifier(sum)
              + ") AS DOUBLE) / SUM("
              + SelectText.identifier(count)
              + ")";
      case Value.Least(_, String column) -> "MIN(" + SelectText.identifier(column) + ")";
      case Value.Greatest(_, String column) -> "MAX(" + SelectText.identifier(column) + ")";
      case Value.Distinct(_, String column) ->
          "COUNT(DISTINCT " + SelectText.identifier(column) + ")";
      case Value.OnlyCount(_, String column) -> count("MAX(" + SelectText.identifier(column) + ")");
    };
  }

  private String count(String total) {
    // Without keys there is one row even where no group passes the filters: it must say 0.
    return "CAST(" + (keys.isEmpty() ? "COALESCE(" + total + ", 0)" : total) + " AS BIGINT)";
  }
}

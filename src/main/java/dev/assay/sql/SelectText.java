package dev.assay.sql;

import dev.assay.model.DatePart;
import dev.assay.model.Grain;
import dev.assay.model.Query;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * The layout of a SELECT, for people to read: one item a line, clauses in order.
 *
 * @param keys what it groups by; none for no groups
 * @param values the other columns
 * @param from what follows FROM
 * @param conditions of rows
 * @param having conditions of groups
 * @param order terms, written
 * @param limit at most this many rows, or null
 */
record SelectText(
    List<Item> keys,
    List<Item> values,
    String from,
    List<String> conditions,
    List<String> having,
    List<String> order,
    Integer limit) {

  /** An expression and the name of its column. */
  record Item(String expression, String name) {
    String text() {
      return expression.equals(identifier(name))
          ? expression
          : expression + " AS " + identifier(name);
    }
  }

  static String identifier(String name) {
    return Quote.identifier(name);
  }

  static String literal(String text) {
    return Quote.literal(text);
  }

  /** A time made as coarse as {@code grain}: a DATE, but for hours. */
  static String truncated(String expression, Grain grain) {
    String trunc =
        "date_trunc('" + grain.name().toLowerCase(Locale.ROOT) + "', " + expression + ")";
    return grain == Grain.HOUR ? trunc : "CAST(" + trunc + " AS DATE)";
  }

  /** A part of a time, as a whole number. */
  static String part(String expression, DatePart part) {
    String function =
        switch (part) {
          case MONTH_OF_YEAR -> "month";
          case QUARTER_OF_YEAR -> "quarter";
          case DAY_OF_MONTH -> "day";
          case WEEKDAY -> "isodow";
          case HOUR_OF_DAY -> "hour";
        };
    return function + "(" + expression + ")";
  }

  /** A column as a dimension shows it. */
  static String dimension(String column, Grain grain, DatePart part) {
    if (part != null) {
      return part(column, part);
    }
    return grain == null ? column : truncated(column, grain);
  }

  /** The label of a group by the size of its measure, whose expression is given. */
  static Item segment(Query.Segment segment, String measure) {
    StringBuilder text = new StringBuilder("CASE");
    for (Query.Band band : segment.bands()) {
      text.append("\n    WHEN ")
          .append(measure)
          .append(" > ")
          .append(FilterValue.parse(band.above(), ValueKind.DECIMAL).literal(ValueKind.DECIMAL))
          .append(" THEN ")
          .append(literal(band.label()));
    }
    text.append("\n    ELSE ").append(literal(segment.otherwise())).append("\n  END");
    return new Item(text.toString(), segment.name());
  }

  String text() {
    List<String> items = new ArrayList<>();
    keys.forEach(key -> items.add(key.text()));
    values.forEach(value -> items.add(value.text()));
    StringBuilder sql = new StringBuilder("SELECT\n  ");
    sql.append(String.join(",\n  ", items)).append("\nFROM ").append(from);
    if (!conditions.isEmpty()) {
      sql.append("\nWHERE ").append(String.join("\n  AND ", conditions));
    }
    if (!keys.isEmpty()) {
      // By position: a column of the table may share the name of a key.
      List<String> positions = new ArrayList<>();
      for (int i = 1; i <= keys.size(); i++) {
        positions.add(Integer.toString(i));
      }
      sql.append("\nGROUP BY ").append(String.join(", ", positions));
    }
    if (!having.isEmpty()) {
      sql.append("\nHAVING ").append(String.join("\n  AND ", having));
    }
    if (!order.isEmpty()) {
      sql.append("\nORDER BY ").append(String.join(", ", order));
    }
    if (limit != null) {
      sql.append("\nLIMIT ").append(limit);
    }
    return sql.toString();
  }

  /** A sort term. */
  static String term(String expression, boolean descending) {
    return descending ? expression + " DESC" : expression;
  }
}

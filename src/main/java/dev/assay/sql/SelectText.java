package dev.assay.sql;

import dev.assay.model.Grain;
import dev.assay.model.Query;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** The layout of a grouped SELECT, for people to read: one item a line, clauses in order. */
record SelectText(
    List<Item> keys,
    List<Item> values,
    String from,
    List<String> conditions,
    List<Query.Order> order,
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
    return '"' + name.replace("\"", "\"\"") + '"';
  }

  static String literal(String text) {
    return "'" + text.replace("'", "''") + "'";
  }

  /** A time made as coarse as {@code grain}: a DATE, but for hours. */
  static String truncated(String expression, Grain grain) {
    String trunc =
        "date_trunc('" + grain.name().toLowerCase(Locale.ROOT) + "', " + expression + ")";
    return grain == Grain.HOUR ? trunc : "CAST(" + trunc + " AS DATE)";
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
    sql.append(String.join(",\n  ", items)).append("\nFROM ").append(identifier(from));
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
    List<String> terms = orderTerms();
    if (!terms.isEmpty()) {
      sql.append("\nORDER BY ").append(String.join(", ", terms));
    }
    if (limit != null) {
      sql.append("\nLIMIT ").append(limit);
    }
    return sql.toString();
  }

  /** Keys that are not named come last, so that ties fall the same way in every layer. */
  private List<String> orderTerms() {
    List<String> terms = new ArrayList<>();
    if (order.isEmpty() && limit == null) {
      return terms;
    }
    for (Query.Order term : order) {
      terms.add(identifier(term.name()) + (term.descending() ? " DESC" : ""));
    }
    for (Item key : keys) {
      if (order.stream().noneMatch(term -> term.name().equals(key.name()))) {
        terms.add(identifier(key.name()));
      }
    }
    return terms;
  }
}

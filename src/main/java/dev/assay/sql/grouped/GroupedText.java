package dev.assay.sql.grouped;

import dev.assay.sql.Quote;
import dev.assay.sql.ValueKind;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** A {@link Grouped} as a SELECT in DuckDB's SQL. */
public final class GroupedText {
  private GroupedText() {}

  /**
   * The SELECT; keys that are not shown are left out.
   *
   * @param types what a column is cast to, by its name; those not named stay as they are
   */
  public static String select(Grouped grouped, Map<String, String> types) {
    List<String> items = new ArrayList<>();
    List<String> keys = new ArrayList<>();
    for (Grouped.Key key : grouped.keys()) {
      keys.add(term(key.term()));
      if (key.name() != null) {
        items.add(item(term(key.term()), key.name(), types));
      }
    }
    for (Grouped.Figure figure : grouped.figures()) {
      items.add(item(figure(figure), figure.name(), types));
    }
    if (items.isEmpty()) {
      items.add("1");
    }
    StringBuilder sql = new StringBuilder("SELECT ").append(String.join(", ", items));
    sql.append(" FROM ").append(Quote.identifier(grouped.table()));
    if (!grouped.conditions().isEmpty()) {
      sql.append(" WHERE ").append(term(new Term.All(grouped.conditions())));
    }
    if (grouped.groups() && !keys.isEmpty()) {
      sql.append(" GROUP BY ").append(String.join(", ", keys));
    }
    return sql.toString();
  }

  private static String item(String expression, String name, Map<String, String> types) {
    String type = types.get(name);
    return (type == null ? expression : "CAST(" + expression + " AS " + type + ")")
        + " AS "
        + Quote.identifier(name);
  }

  private static String figure(Grouped.Figure figure) {
    return switch (figure.kind()) {
      case ROWS -> "COUNT(*)";
      case COUNT -> "COUNT(" + term(figure.argument()) + ")";
      case DISTINCT -> "COUNT(DISTINCT " + term(figure.argument()) + ")";
      case SUM -> "SUM(" + term(figure.argument()) + ")";
      case SUM_OR_ZERO -> "COALESCE(SUM(" + term(figure.argument()) + "), 0)";
      case LEAST -> "MIN(" + term(figure.argument()) + ")";
      case GREATEST -> "MAX(" + term(figure.argument()) + ")";
    };
  }

  static String term(Term term) {
    return switch (term) {
      case Term.Column(String name, _) -> Quote.identifier(name);
      case Term.Literal(var value, ValueKind kind) -> value.literal(kind);
      case Term.Nothing _ -> "NULL";
      case Term.Truncated(var grain, Term of) ->
          "date_trunc('" + grain.name().toLowerCase(Locale.ROOT) + "', " + term(of) + ")";
      case Term.Call call -> call(call);
      case Term.Compared(Term.Sign sign, Term left, Term right) ->
          "(" + term(left) + " " + sign.text() + " " + term(right) + ")";
      case Term.All(List<Term> terms) -> joined(terms, " AND ", "TRUE");
      case Term.Any(List<Term> terms) -> joined(terms, " OR ", "FALSE");
      case Term.Not(Term.Missing(Term of)) -> "(" + term(of) + " IS NOT NULL)";
      case Term.Not(Term of) -> "(NOT " + term(of) + ")";
      case Term.Missing(Term of) -> "(" + term(of) + " IS NULL)";
    };
  }

  private static String joined(List<Term> terms, String with, String none) {
    return terms.isEmpty()
        ? none
        : "(" + String.join(with, terms.stream().map(GroupedText::term).toList()) + ")";
  }

  private static String call(Term.Call call) {
    List<String> arguments = call.arguments().stream().map(GroupedText::term).toList();
    if (call.function() == Pure.CASE) {
      StringBuilder text = new StringBuilder("CASE");
      for (int i = 0; i + 1 < arguments.size(); i += 2) {
        text.append(" WHEN ")
            .append(arguments.get(i))
            .append(" THEN ")
            .append(arguments.get(i + 1));
      }
      return text.append(" ELSE ").append(arguments.getLast()).append(" END").toString();
    }
    if (call.function() == Pure.TO_DOUBLE) {
      return "CAST(" + arguments.getFirst() + " AS DOUBLE)";
    }
    if (!call.function().isOperator()) {
      return call.function().text() + "(" + String.join(", ", arguments) + ")";
    }
    String sign = call.function().text();
    return arguments.size() == 1
        ? "(" + sign + arguments.getFirst() + ")"
        : "(" + String.join(" " + sign + " ", arguments) + ")";
  }
}

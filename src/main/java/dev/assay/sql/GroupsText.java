package dev.assay.sql;

import dev.assay.model.Query;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;

/**
 * Groups and what is said of them: calculations over all of them, then the choice of some, their
 * order and their number. Where there are calculations, the steps stand one below the other.
 *
 * @param keys what rows are grouped by
 * @param values the measures
 * @param from what follows FROM
 * @param conditions of rows
 * @param query whose calculations, having, order, limit and segment they are
 * @param outputs the types of its groups
 */
record GroupsText(
    List<SelectText.Item> keys,
    List<SelectText.Item> values,
    String from,
    List<String> conditions,
    Query query,
    Outputs outputs) {

  String text() {
    if (!query.summary().isEmpty()) {
      return summary();
    }
    return query.calculations().isEmpty() ? plain() : inSteps();
  }

  /** One row over the groups. */
  private String summary() {
    String groups = new GroupsText(keys, values, from, conditions, query.groups(), outputs).text();
    Set<String> taken = new HashSet<>(List.of(query.table().toLowerCase(Locale.ROOT)));
    query.joins().forEach(join -> taken.add(join.table().toLowerCase(Locale.ROOT)));
    String name = name("groups_found", taken);
    Columns columns = Columns.of(outputs, SelectText::identifier);
    List<SelectText.Item> items =
        query.summary().stream()
            .map(one -> new SelectText.Item(QuerySql.measure(one, columns), one.name()))
            .toList();
    return "WITH "
        + name
        + " AS (\n"
        + JoinSql.indented(groups)
        + "\n)\n"
        + new SelectText(List.of(), items, name, List.of(), List.of(), List.of(), null).text();
  }

  private String plain() {
    Map<String, String> expressions = new HashMap<>();
    keys.forEach(key -> expressions.put(key.name(), key.expression()));
    values.forEach(value -> expressions.put(value.name(), value.expression()));
    List<SelectText.Item> items = new ArrayList<>(values);
    if (query.segment() != null) {
      items.add(SelectText.segment(query.segment(), expressions.get(query.segment().measure())));
    }
    return new SelectText(
            keys,
            items,
            from,
            conditions,
            having(Columns.of(outputs, expressions::get)),
            order(),
            query.limit())
        .text();
  }

  private String inSteps() {
    CalculationSql calculations = new CalculationSql(query, outputs);
    Set<String> taken = new HashSet<>();
    taken.add(query.table().toLowerCase(Locale.ROOT));
    query.joins().forEach(join -> taken.add(join.table().toLowerCase(Locale.ROOT)));
    String step = name("grouped", taken);
    StringBuilder sql = new StringBuilder("WITH ");
    sql.append(step).append(" AS (\n");
    sql.append(
        JoinSql.indented(
            new SelectText(keys, values, from, conditions, List.of(), List.of(), null).text()));
    sql.append("\n)");
    int last = calculations.steps();
    // What is computed over all groups has to be there before some of them are left out.
    boolean merged = query.having().isEmpty() && !calculations.looksBack(last);
    for (int i = 1; i <= (merged ? last - 1 : last); i++) {
      String before = step;
      step = name(i == 1 ? "calculated" : "calculated_" + i, taken);
      sql.append(", ").append(step).append(" AS (\n");
      sql.append(JoinSql.indented(calculations.step(i, before))).append("\n)");
    }
    Columns columns = Columns.of(outputs, SelectText::identifier);
    List<SelectText.Item> items = new ArrayList<>();
    for (Query.Dimension dimension : query.dimensions()) {
      items.add(item(dimension.name()));
    }
    for (Query.Measure measure : query.measures()) {
      items.add(item(measure.name()));
    }
    for (var calculation : query.calculations()) {
      items.add(
          merged && calculations.stepOf(calculation) == last
              ? new SelectText.Item(calculations.expression(calculation, ""), calculation.name())
              : item(calculation.name()));
    }
    if (query.segment() != null) {
      items.add(
          SelectText.segment(query.segment(), SelectText.identifier(query.segment().measure())));
    }
    return sql.append("\n")
        .append(
            new SelectText(
                    List.of(), items, step, having(columns), List.of(), order(), query.limit())
                .text())
        .toString();
  }

  private static SelectText.Item item(String name) {
    return new SelectText.Item(SelectText.identifier(name), name);
  }

  /** A name that no table of the query has. */
  private static String name(String wanted, Set<String> taken) {
    return IntStream.iterate(0, i -> i + 1)
        .mapToObj(i -> wanted + "_".repeat(i))
        .filter(name -> !taken.contains(name))
        .findFirst()
        .orElseThrow();
  }

  private List<String> having(Columns columns) {
    return query.having().stream().map(filter -> QuerySql.condition(filter, columns)).toList();
  }

  private List<String> order() {
    return query.orderBy().isEmpty() && query.limit() == null
        ? List.of()
        : CalculationSql.order(query, "");
  }
}

package dev.assay.sql;

import dev.assay.model.Calculation;
import dev.assay.model.Grain;
import dev.assay.model.Query;
import dev.assay.model.RowCondition;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/** How DuckDB computes figures from the groups of a query, step by step. */
final class CalculationSql {
  private final Query query;
  private final Outputs outputs;
  private final Map<String, Integer> steps = new HashMap<>();

  CalculationSql(Query query, Outputs outputs) {
    this.query = query;
    this.outputs = outputs;
    for (Calculation calculation : query.calculations()) {
      int before =
          needs(calculation).stream().mapToInt(name -> steps.getOrDefault(name, 0)).max().orElse(0);
      steps.put(calculation.name(), before + 1);
    }
  }

  /** The columns of the result that a calculation of the query needs. */
  private Set<String> needs(Calculation calculation) {
    Set<String> needs = new HashSet<>(calculation.inputs());
    if (calculation instanceof Calculation.Neighbour) {
      query.orderBy().forEach(term -> needs.add(term.name()));
    }
    return needs;
  }

  /** How many steps there are. */
  int steps() {
    return steps.values().stream().mapToInt(Integer::intValue).max().orElse(0);
  }

  int stepOf(Calculation calculation) {
    return steps.get(calculation.name());
  }

  /** Whether a step reads the groups twice. */
  boolean looksBack(int step) {
    return of(step).stream().anyMatch(Calculation.Earlier.class::isInstance);
  }

  private List<Calculation> of(int step) {
    return query.calculations().stream().filter(one -> stepOf(one) == step).toList();
  }

  /** A step over the table of the one before. */
  String step(int step, String before) {
    boolean back = looksBack(step);
    String groups = back ? "g." : "";
    StringBuilder from = new StringBuilder(before);
    if (back) {
      from.append(" g");
    }
    List<SelectText.Item> items = new ArrayList<>();
    int earlier = 0;
    for (Calculation calculation : of(step)) {
      if (calculation instanceof Calculation.Earlier look) {
        String alias = "e" + ++earlier;
        from.append("\nLEFT JOIN ").append(before).append(" ").append(alias);
        from.append(" ON ").append(match(look, alias));
        items.add(
            new SelectText.Item(alias + "." + SelectText.identifier(look.measure()), look.name()));
      } else {
        items.add(new SelectText.Item(expression(calculation, groups), calculation.name()));
      }
    }
    List<String> texts = new ArrayList<>(List.of(groups + "*"));
    items.forEach(
        item -> texts.add(item.expression() + " AS " + SelectText.identifier(item.name())));
    return "SELECT\n  " + String.join(",\n  ", texts) + "\nFROM " + from;
  }

  private String match(Calculation.Earlier look, String alias) {
    List<String> conditions = new ArrayList<>();
    for (Query.Dimension dimension : query.dimensions()) {
      String name = SelectText.identifier(dimension.name());
      if (!dimension.name().equals(look.along())) {
        conditions.add(alias + "." + name + " IS NOT DISTINCT FROM g." + name);
        continue;
      }
      String shift = " INTERVAL " + interval(look.back(), look.unit());
      conditions.add(alias + "." + name + " = g." + name + " -" + shift);
      if (unequal(dimension.grain(), look.unit())) {
        // A month before 31 March there is no such day, and 29 February has its own successor.
        conditions.add("g." + name + " = " + alias + "." + name + " +" + shift);
      }
    }
    return String.join("\n  AND ", conditions);
  }

  /** Whether periods of the unit have different numbers of the finer ones. */
  private static boolean unequal(Grain grain, Grain unit) {
    boolean fine = grain == Grain.DAY || grain == Grain.HOUR;
    return fine && (unit == Grain.MONTH || unit == Grain.QUARTER || unit == Grain.YEAR);
  }

  private static String interval(int count, Grain unit) {
    return unit == Grain.QUARTER ? 3 * count + " MONTH" : count + " " + unit.name();
  }

  /**
   * All but {@link Calculation.Earlier}, which is a join.
   *
   * @param groups what stands before the names of columns, such as {@code g.}
   */
  String expression(Calculation calculation, String groups) {
    return switch (calculation) {
      case Calculation.Formula(_, String formula) ->
          FormulaSql.write(
                  RowCondition.term(formula),
                  Columns.of(outputs, name -> groups + SelectText.identifier(name)))
              .sql();
      case Calculation.Share(_, String measure, List<String> within) -> {
        String of = groups + SelectText.identifier(measure);
        yield of + " / NULLIF(SUM(" + of + ") OVER (" + apart(within::contains, groups) + "), 0)";
      }
      case Calculation.RunningTotal(_, String measure, String along) ->
          "SUM("
              + groups
              + SelectText.identifier(measure)
              + ") OVER ("
              + joined(apart(name -> !name.equals(along), groups), "ORDER BY ")
              + groups
              + SelectText.identifier(along)
              + ")";
      case Calculation.MovingAverage(_, String measure, String along, int periods) -> {
        String of = groups + SelectText.identifier(measure);
        String window =
            " OVER ("
                + joined(apart(name -> !name.equals(along), groups), "ORDER BY ")
                + groups
                + SelectText.identifier(along)
                + " RANGE BETWEEN INTERVAL "
                + interval(periods - 1, grain(along))
                + " PRECEDING AND CURRENT ROW)";
        yield "CASE WHEN COUNT("
            + of
            + ")"
            + window
            + " = "
            + periods
            + " THEN AVG("
            + of
            + ")"
            + window
            + " END";
      }
      case Calculation.Rank(_, String measure, boolean descending, List<String> within) -> {
        String of = groups + SelectText.identifier(measure);
        yield "CASE WHEN "
            + of
            + " IS NOT NULL THEN RANK() OVER ("
            + joined(apart(within::contains, groups), "ORDER BY ")
            + SelectText.term(of, descending)
            + ") END";
      }
      case Calculation.Neighbour(_, String of, int offset) ->
          (offset < 0 ? "LAG(" : "LEAD(")
              + groups
              + SelectText.identifier(of)
              + ", "
              + Math.abs(offset)
              + ") OVER ("
              + (query.dimensions().isEmpty()
                  ? ""
                  : "ORDER BY " + String.join(", ", order(query, groups)))
              + ")";
      case Calculation.Earlier earlier ->
          throw new IllegalArgumentException(earlier.name() + " is joined");
    };
  }

  private Grain grain(String along) {
    return query.dimensions().stream()
        .filter(dimension -> dimension.name().equals(along))
        .map(Query.Dimension::grain)
        .findFirst()
        .orElseThrow(() -> new IllegalArgumentException("There is no dimension " + along + "."));
  }

  private String apart(Predicate<String> kept, String groups) {
    String names =
        query.dimensions().stream()
            .map(Query.Dimension::name)
            .filter(kept)
            .map(name -> groups + SelectText.identifier(name))
            .collect(Collectors.joining(", "));
    return names.isEmpty() ? "" : "PARTITION BY " + names;
  }

  private static String joined(String partition, String rest) {
    return partition.isEmpty() ? rest : partition + " " + rest;
  }

  /**
   * The terms of the query's order; dimensions that it does not name come last, so that ties fall
   * the same way in every layer.
   */
  static List<String> order(Query query, String groups) {
    List<String> terms = new ArrayList<>();
    for (Query.Order term : query.orderBy()) {
      terms.add(SelectText.term(groups + SelectText.identifier(term.name()), term.descending()));
    }
    for (Query.Dimension dimension : query.dimensions()) {
      if (query.orderBy().stream().noneMatch(term -> term.name().equals(dimension.name()))) {
        terms.add(groups + SelectText.identifier(dimension.name()));
      }
    }
    return terms;
  }
}

package dev.assay.gold;

import dev.assay.model.Calculation;
import dev.assay.model.Fact;
import dev.assay.model.Query;
import dev.assay.model.Query.Filter;
import dev.assay.model.Rows;
import dev.assay.model.Suggestion;
import dev.assay.sql.Outputs;
import dev.assay.sql.ValueKind;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** Finds everything in what a typed query says of its results that does not fit them. */
final class ResultCheck {
  private final Query query;
  private final List<Rows.Column> columns;
  private final FoundProblems problem;

  /**
   * @param columns of the query's rows, with what its joins bring
   * @param problem takes where and what
   */
  ResultCheck(Query query, List<Rows.Column> columns, FoundProblems problem) {
    this.query = query;
    this.columns = columns;
    this.problem = problem;
  }

  /** What can be seen of conditions of groups without knowing any type. */
  void having() {
    List<String> outputs = query.ofGroups();
    for (int i = 0; i < query.having().size(); i++) {
      Filter filter = query.having().get(i);
      String at = "/having/" + i;
      if (filter.part() != null) {
        problem.accept(
            at + "/part", "Use a filter for parts of a time; having compares whole results.");
      }
      FilterCheck.form(filter, at, problem);
      if (filter.column() == null || !outputs.contains(filter.column())) {
        problem.accept(at + "/column", unknown(query, filter.column(), outputs));
      } else if (query.segment() != null && filter.column().equals(query.segment().name())) {
        problem.accept(
            at + "/column",
            "Compare '" + query.segment().measure() + "' itself instead of its segment.");
      }
    }
  }

  /** The types of results; only where all names are known. */
  void types() {
    Map<String, ValueKind> kinds = new HashMap<>();
    for (int i = 0; i < query.calculations().size(); i++) {
      Calculation calculation = query.calculations().get(i);
      String at = "/calculations/" + i;
      try {
        kinds.putAll(
            kinds(query.groups().withCalculations(query.calculations().subList(0, i + 1))));
        CalculationCheck.misfit(calculation, kinds)
            .ifPresent(misfit -> problem.accept(at + "/measure", misfit));
      } catch (IllegalArgumentException e) {
        problem.accept(at + "/formula", e.getMessage());
        return;
      }
    }
    kinds.putAll(kinds(query.groups()));
    for (int i = 0; i < query.summary().size(); i++) {
      Query.Measure one = query.summary().get(i);
      ValueKind kind = kinds.get(one.column());
      if (kind != null && Aggregates.needsNumbers(one.aggregate()) && !kind.isNumeric()) {
        problem.accept(
            "/summary/" + i + "/column", Aggregates.noNumbers(one.aggregate(), one.column(), kind));
      }
    }
    for (int i = 0; i < query.having().size(); i++) {
      Filter filter = query.having().get(i);
      FilterCheck.check(filter, kinds.get(filter.column()), "/having/" + i, problem);
    }
  }

  private Map<String, ValueKind> kinds(Query part) {
    Map<String, ValueKind> kinds = new HashMap<>();
    Outputs.of(part, columns).types().forEach((name, type) -> kinds.put(name, ValueKind.of(type)));
    return kinds;
  }

  /** That no result has a name. */
  static Fact[] unknown(Query query, String name, Collection<String> known) {
    boolean plain = query.calculations().isEmpty();
    Fact unknown =
        (plain ? Sentences.RESULT_UNKNOWN : Sentences.RESULT_UNKNOWN_CALCULATED).with(name);
    return name == null
        ? new Fact[] {unknown}
        : Suggestion.near(unknown, name, known.stream().filter(Objects::nonNull).toList());
  }
}

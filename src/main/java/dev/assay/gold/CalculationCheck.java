package dev.assay.gold;

import dev.assay.model.Calculation;
import dev.assay.model.Grain;
import dev.assay.model.Query;
import dev.assay.model.Query.Dimension;
import dev.assay.model.RowCondition;
import dev.assay.model.Suggestion;
import dev.assay.sql.ValueKind;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/** Finds everything in the calculations of a typed query that does not fit its groups. */
final class CalculationCheck {
  private final Query query;
  private final FoundProblems problem;

  /** Measures and the calculations so far. */
  private final Set<String> figures = new LinkedHashSet<>();

  private final Map<String, Dimension> dimensions = new LinkedHashMap<>();

  CalculationCheck(Query query, FoundProblems problem) {
    this.query = query;
    this.problem = problem;
    query.measures().stream()
        .map(Query.Measure::name)
        .filter(Objects::nonNull)
        .forEach(figures::add);
    query.dimensions().stream()
        .filter(dimension -> dimension.name() != null)
        .forEach(dimension -> dimensions.put(dimension.name(), dimension));
  }

  void check() {
    for (int i = 0; i < query.calculations().size(); i++) {
      Calculation calculation = query.calculations().get(i);
      check(calculation, "/calculations/" + i, i);
      if (calculation.name() != null) {
        figures.add(calculation.name());
      }
    }
  }

  private void check(Calculation calculation, String at, int index) {
    switch (calculation) {
      case Calculation.Formula(_, String formula) -> formula(formula, at + "/formula");
      case Calculation.Share(_, String measure, List<String> within) -> {
        figure(measure, at + "/measure");
        for (int i = 0; i < within.size(); i++) {
          dimension(within.get(i), at + "/within/" + i);
        }
      }
      case Calculation.RunningTotal(_, String measure, String along) -> {
        figure(measure, at + "/measure");
        dimension(along, at + "/along");
      }
      case Calculation.MovingAverage(_, String measure, String along, int periods) -> {
        figure(measure, at + "/measure");
        grain(along, at + "/along");
        if (periods < 2 || periods > 1000) {
          problem.accept(at + "/periods", "Average over 2 to 1000 periods.");
        }
      }
      case Calculation.Earlier(_, String measure, String along, int back, Grain unit) -> {
        figure(measure, at + "/measure");
        Optional<Grain> grain = grain(along, at + "/along");
        if (back < 1 || back > 10_000) {
          problem.accept(at + "/back", "Say how far to look back: 1 to 10000.");
        }
        if (unit == null) {
          problem.accept(
              at + "/unit", "Say back by what: YEAR, QUARTER, MONTH, WEEK, DAY or HOUR.");
        } else if (grain.isPresent() && !grain.get().rollsUpTo(unit)) {
          problem.accept(
              at + "/unit",
              "A "
                  + Wording.word(grain.get())
                  + " of one "
                  + Wording.word(unit)
                  + " has no counterpart in another. Look back by "
                  + grain.get()
                  + (grain.get() == Grain.WEEK ? ", such as 52 of them" : "")
                  + ".");
        }
      }
      case Calculation.Rank(_, String measure, _, List<String> within) -> {
        figure(measure, at + "/measure");
        for (int i = 0; i < within.size(); i++) {
          dimension(within.get(i), at + "/within/" + i);
        }
      }
      case Calculation.Neighbour(_, String of, int offset) -> {
        Set<String> there = new LinkedHashSet<>(dimensions.keySet());
        there.addAll(figures);
        named(of, there, "a column of the result", at + "/of");
        if (offset == 0 || Math.abs(offset) > 10_000) {
          problem.accept(at + "/offset", "Use 1 for the next row or -1 for the one before.");
        }
        List<String> later =
            query.calculations().subList(index, query.calculations().size()).stream()
                .map(Calculation::name)
                .toList();
        query.orderBy().stream()
            .filter(term -> later.contains(term.name()))
            .findFirst()
            .ifPresent(term ->
                problem.accept(
                    at,
                    "The rows are sorted by '"
                        + term.name()
                        + "', which is computed later. List it before this one."));
      }
    }
  }

  private void formula(String formula, String at) {
    Set<String> names;
    try {
      names = RowCondition.columns(RowCondition.term(formula));
    } catch (IllegalArgumentException e) {
      problem.accept(at, e.getMessage());
      return;
    }
    if (names.isEmpty()) {
      problem.accept(at, "Name a measure in it; a number alone says nothing of the groups.");
    }
    names.forEach(name -> figure(name, at));
  }

  private void figure(String name, String at) {
    named(name, figures, "a measure or an earlier calculation", at);
  }

  private boolean dimension(String name, String at) {
    return named(name, dimensions.keySet(), "a dimension", at);
  }

  private Optional<Grain> grain(String along, String at) {
    if (!dimension(along, at)) {
      return Optional.empty();
    }
    Grain grain = dimensions.get(along).grain();
    if (grain == null) {
      problem.accept(
          at, "'" + along + "' has no periods. Give the dimension a grain such as MONTH.");
    }
    return Optional.ofNullable(grain);
  }

  private boolean named(String name, Set<String> there, String what, String at) {
    if (name != null && there.contains(name)) {
      return true;
    }
    problem.accept(
        at,
        name == null
            ? "Name " + what + "."
            : "'" + name + "' is not " + what + " here." + Suggestion.didYouMean(name, there));
    return false;
  }

  /**
   * Whether what a calculation is made of has the right kind.
   *
   * @param kinds of the columns of the result
   */
  static Optional<String> misfit(Calculation calculation, Map<String, ValueKind> kinds) {
    String measure =
        switch (calculation) {
          case Calculation.Share(_, String of, _) -> of;
          case Calculation.RunningTotal(_, String of, _) -> of;
          case Calculation.MovingAverage(_, String of, _, _) -> of;
          case Calculation.Formula _,
              Calculation.Earlier _,
              Calculation.Rank _,
              Calculation.Neighbour _ ->
              null;
        };
    return measure == null || kinds.get(measure) == null || kinds.get(measure).isNumeric()
        ? Optional.empty()
        : Optional.of("'" + measure + "' is not a number. Choose a measure that is.");
  }
}

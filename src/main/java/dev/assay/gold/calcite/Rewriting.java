package dev.assay.gold.calcite;

import dev.assay.sql.ValueKind;
import dev.assay.sql.grouped.Grouped;
import dev.assay.sql.grouped.Term;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.calcite.plan.RelOptMaterialization;
import org.apache.calcite.plan.RelOptRule;
import org.apache.calcite.plan.volcano.VolcanoPlanner;
import org.apache.calcite.rel.RelNode;
import org.apache.calcite.rel.rules.materialize.MaterializedViewRules;

/**
 * Whether a table that holds one grouping of some rows is enough for another grouping of them:
 * Calcite finds how, and what it finds is checked before it is taken.
 */
public final class Rewriting {
  private static final List<RelOptRule> RULES =
      List.of(
          MaterializedViewRules.PROJECT_AGGREGATE,
          MaterializedViewRules.AGGREGATE,
          MaterializedViewRules.PROJECT_FILTER,
          MaterializedViewRules.FILTER);

  private Rewriting() {}

  /**
   * The question over the columns of the table, or nothing where it is not found or in doubt.
   *
   * @param definition what the table holds
   * @param table its name
   */
  public static Optional<Grouped> of(Grouped question, Grouped definition, String table) {
    Periods periods = new Periods(definition);
    List<Grouped> ways =
        List.of(periods.said(question, true), periods.said(question, false), question);
    for (Grouped way : ways.stream().distinct().toList()) {
      KeyFigures figures = new KeyFigures(way, definition);
      Optional<Grouped> derived =
          attempt(figures.finer(), definition, table)
              .map(figures::coarser)
              .filter(found -> new Certificate(way, definition).holds(found));
      if (derived.isPresent()) {
        return derived;
      }
    }
    return Optional.empty();
  }

  /** Loads what a first question would otherwise wait for. */
  public static void warm() {
    Term.Column key = new Term.Column("k", ValueKind.TEXT);
    Term.Column time = new Term.Column("t", ValueKind.DATE);
    Term.Column value = new Term.Column("v", ValueKind.DECIMAL);
    Term month = new Term.Truncated(dev.assay.model.Grain.MONTH, time);
    Term year = new Term.Truncated(dev.assay.model.Grain.YEAR, time);
    Grouped.Figure sum = new Grouped.Figure("s", Grouped.Kind.SUM, value);
    Grouped.Key byKey = new Grouped.Key("k", key);
    Grouped held =
        new Grouped(
            "rows", List.of(byKey, new Grouped.Key("m", month)), List.of(sum), List.of(), true);
    of(new Grouped("rows", List.of(byKey), List.of(sum), List.of(), true), held, "groups");
    of(
        new Grouped(
            "rows",
            List.of(new Grouped.Key("y", year)),
            List.of(sum),
            List.of(new Term.Not(new Term.Missing(key))),
            true),
        held,
        "groups");
  }

  private static Optional<Grouped> attempt(Grouped question, Grouped definition, String table) {
    try {
      Algebra algebra = new Algebra(question.table(), columns(question, definition));
      List<Term.Column> held = held(definition);
      RelNode asked = algebra.relation(question);
      RelNode view = algebra.relation(definition);
      RelNode scan = algebra.scan(table, view.getRowType(), 1_000);
      RelOptMaterialization materialization =
          new RelOptMaterialization(scan, view, null, List.of(table));
      RelNode found = found(algebra.planner(), asked, materialization);
      return read(new Derived(algebra, table, held), found, question);
    } catch (RuntimeException | AssertionError e) {
      // Whatever goes wrong within Calcite, the question is not routed here.
      return Optional.empty();
    }
  }

  private static Optional<Grouped> read(Derived reader, RelNode found, Grouped question) {
    try {
      return Optional.of(reader.read(found, question.outputs()));
    } catch (NotRewritten e) {
      return Optional.empty();
    }
  }

  private static RelNode found(
      VolcanoPlanner planner, RelNode asked, RelOptMaterialization materialization) {
    // Nothing is computed beforehand: the engine alone says what an expression gives.
    planner.setExecutor((_, expressions, reduced) -> reduced.addAll(expressions));
    RULES.forEach(planner::addRule);
    planner.addMaterialization(materialization);
    planner.setRoot(asked);
    return planner.findBestExp();
  }

  private static List<Term.Column> columns(Grouped question, Grouped definition) {
    Map<String, Term.Column> columns = new LinkedHashMap<>();
    for (Grouped grouped : List.of(question, definition)) {
      grouped.keys().forEach(key -> collect(key.term(), columns));
      grouped.figures().stream()
          .filter(figure -> figure.argument() != null)
          .forEach(figure -> collect(figure.argument(), columns));
      grouped.conditions().forEach(condition -> collect(condition, columns));
    }
    if (columns.isEmpty()) {
      columns.put("_none", new Term.Column("_none", ValueKind.BOOLEAN));
    }
    return List.copyOf(columns.values());
  }

  private static void collect(Term term, Map<String, Term.Column> into) {
    if (term instanceof Term.Column column) {
      into.put(column.name(), column);
    }
    term.parts().forEach(part -> collect(part, into));
  }

  /** The columns of the table, as its definition gives them. */
  private static List<Term.Column> held(Grouped definition) {
    List<Term.Column> held = new ArrayList<>();
    for (Grouped.Key key : definition.keys()) {
      if (key.name() != null) {
        held.add(new Term.Column(key.name(), key.term().kind()));
      }
    }
    for (Grouped.Figure figure : definition.figures()) {
      ValueKind kind =
          switch (figure.kind()) {
            case ROWS, COUNT, DISTINCT -> ValueKind.INTEGER;
            case SUM, SUM_OR_ZERO, LEAST, GREATEST -> figure.argument().kind();
          };
      held.add(new Term.Column(figure.name(), kind));
    }
    return held;
  }
}

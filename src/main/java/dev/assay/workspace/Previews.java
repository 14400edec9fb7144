package dev.assay.workspace;

import dev.assay.build.Builds;
import dev.assay.build.Trial;
import dev.assay.engine.DuckDbEngine;
import dev.assay.engine.Work;
import dev.assay.gold.WrittenRoutes;
import dev.assay.model.BuildPlan;
import dev.assay.model.BuildPreview;
import dev.assay.model.Doing;
import dev.assay.model.GoldRecipe;
import dev.assay.model.GoldTable;
import dev.assay.model.Ledger;
import dev.assay.model.Refusal;
import dev.assay.model.ReplayReason;
import dev.assay.model.Rows;
import dev.assay.model.SilverRecipe;
import dev.assay.model.SilverSpec;
import dev.assay.model.Source;
import dev.assay.model.Step;
import dev.assay.relationship.Discovery;
import dev.assay.silver.Replay;
import dev.assay.sql.Dialect;
import dev.assay.sql.PreviewSql;
import dev.assay.sql.TableSql;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * Shows what a build would do: the very plan, its SQL, ten rows before and after, and the ledger
 * over all rows. The plan is carried out in staged tables of its own, which are then dropped.
 */
final class Previews {
  private static final int ROWS = 10;

  private final DuckDbEngine engine;
  private final Dialect dialect;
  private final TableSql tables;
  private final PreviewSql samples;
  private final Catalogue catalogue;
  private final Advice advice;
  private final Stages stages;
  private final Builds builds;
  private final HiddenValues hidden;
  private final Trials trials;
  private final Discovery found;
  private final WrittenRoutes routes;

  Previews(
      DuckDbEngine engine,
      Dialect dialect,
      Catalogue catalogue,
      Advice advice,
      Stages stages,
      Builds builds,
      HiddenValues hidden,
      Trials trials,
      Discovery found) {
    this.engine = engine;
    this.dialect = dialect;
    this.tables = new TableSql(dialect);
    this.samples = new PreviewSql(dialect);
    this.catalogue = catalogue;
    this.advice = advice;
    this.stages = stages;
    this.builds = builds;
    this.hidden = hidden;
    this.trials = trials;
    this.found = found;
    this.routes = new WrittenRoutes(engine::parse, engine::render);
  }

  BuildPreview silver(Source source, SilverRecipe recipe) {
    return trials.run(work -> silver(source, recipe, work));
  }

  private BuildPreview silver(Source source, SilverRecipe recipe, Work work) {
    SilverRecipe wanted = recipe == null ? advice.silver(source, work).recipe() : recipe;
    Replays.Decided decided = stages.decideSilver(source, wanted);
    try (Trial trial = builds.trial(decided.plan(), work)) {
      BuildPlan plan = trial.plan();
      String silver = trial.staged(source.silverTable());
      List<String> all = catalogue.columns(silver).stream().map(Rows.Column::name).toList();
      PreviewSql.Sample sample =
          new PreviewSql.Sample(
              silver,
              trial.staged(source.rejectedTable()),
              trial.staged(source.duplicatesTable()),
              TableSql.identity(all),
              ROWS);
      SilverSpec spec = spec(plan);
      Rows before =
          read(samples.before(sample, source.bronzeTable(), hidden.columns(source, spec)), work);
      List<String> columns = all.stream().filter(name -> !name.startsWith("_")).toList();
      Rows after = read(samples.after(sample, columns, hidden.shown(source, spec)), work);
      return new BuildPreview(
          plan.table(),
          planned(hidden.plan(source, plan)),
          before,
          after,
          trial.ledger().orElse(null),
          trial.ledger().map(Ledger::silver).orElseGet(() -> count(silver, work)),
          trial.refusal().map(Refusal::sentence).orElse(null),
          trial.refusal().orElse(null),
          replaying(decided, trial),
          null);
    }
  }

  /** What a plan of Silver cleans by. */
  static SilverSpec spec(BuildPlan plan) {
    return plan.steps().stream()
        .filter(Step.Clean.class::isInstance)
        .map(step -> ((Step.Clean) step).spec())
        .findFirst()
        .orElseThrow(() -> new IllegalStateException("A plan of Silver cleans nothing"));
  }

  private static BuildPreview.Replaying replaying(Replays.Decided decided, Trial trial) {
    // The data may not have borne out what the plan presumed.
    for (Step step : trial.plan().steps()) {
      if (step instanceof Step.Rebuild(ReplayReason because)) {
        return new BuildPreview.Replaying(false, List.of(because), null, null);
      }
      if (step instanceof Step.Carry(Ledger before, _)
          && decided.replay() instanceof Replay.Allowed(var because, _)) {
        long still = trial.ledger().map(Ledger::rejected).orElse(before.rejected());
        return new BuildPreview.Replaying(
            true, because, before.rejected() - still, before.rejected());
      }
    }
    return null;
  }

  List<BuildPreview> gold(Source source, GoldRecipe recipe, String table) {
    return trials.run(work -> gold(source, recipe, table, work));
  }

  private List<BuildPreview> gold(Source source, GoldRecipe recipe, String table, Work work) {
    GoldRecipe wanted = recipe == null ? advice.gold(source, work) : recipe;
    List<BuildPreview> previews = new ArrayList<>();
    List<BuildPlan> plans = stages.planGold(source, wanted);
    Rows before =
        read(tables.page(source.silverTable(), identity(source.silverTable()), ROWS, 0), work);
    for (BuildPlan plan : plans) {
      if (table == null
          || plan.table().equalsIgnoreCase(table)
          || plan.table().equalsIgnoreCase(source.goldTable(table))) {
        try (Trial trial = builds.trial(plan, work)) {
          String staged = trial.staged(plan.table());
          Rows after = read(tables.page(staged, List.of(), ROWS, 0), work);
          GoldTable made = ((GoldRecipe) plan.recipe()).goldTables().getFirst();
          previews.add(
              new BuildPreview(
                  plan.table(),
                  planned(plan),
                  before,
                  after,
                  null,
                  count(staged, work),
                  null,
                  null,
                  null,
                  notes(plan, work),
                  made.sql(),
                  notRoutable(source, made, after.columns())));
        }
      }
    }
    if (previews.isEmpty() && table != null) {
      catalogue.gold(source, table);
    }
    return previews;
  }

  private String notRoutable(Source source, GoldTable made, List<Rows.Column> columns) {
    if (made.query() != null) {
      return null;
    }
    return routes
        .unreadable(
            made.sql(), source.silverTable(), catalogue.columns(source.silverTable()), columns)
        .orElse(null);
  }

  private List<String> notes(BuildPlan plan, Work work) {
    List<String> notes = new ArrayList<>();
    for (Step step : plan.steps()) {
      if (step instanceof Step.Aggregate aggregate) {
        notes.addAll(found.notes(aggregate.query(), work));
      }
    }
    return notes.isEmpty() ? null : notes;
  }

  private List<String> identity(String table) {
    return TableSql.identity(catalogue.columns(table).stream().map(Rows.Column::name).toList());
  }

  private List<BuildPreview.PlannedStep> planned(BuildPlan plan) {
    return plan.steps().stream()
        .map(step ->
            new BuildPreview.PlannedStep(
                name(step), step.describe(), Doing.of(step), dialect.statements(step)))
        .toList();
  }

  private static String name(Step step) {
    return step.getClass()
        .getSimpleName()
        .replaceAll("(\\p{Ll})(\\p{Lu})", "$1_$2")
        .toLowerCase(Locale.ROOT);
  }

  /** Without its SQL: it names staged tables that are gone by the time it is read. */
  private Rows read(String select, Work work) {
    Rows rows = engine.query(select, work);
    return new Rows(rows.columns(), rows.rows(), null, false, null);
  }

  private long count(String table, Work work) {
    return ((Number) engine.query(tables.count(table), work).rows().getFirst().getFirst())
        .longValue();
  }
}

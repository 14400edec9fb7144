package dev.assay.build;

import dev.assay.engine.Engine;
import dev.assay.engine.EngineException;
import dev.assay.engine.Work;
import dev.assay.model.BuildPlan;
import dev.assay.model.Change;
import dev.assay.model.Doing;
import dev.assay.model.Inspected;
import dev.assay.model.Json;
import dev.assay.model.Landing;
import dev.assay.model.Layer;
import dev.assay.model.MedallionBuildLog;
import dev.assay.model.MedallionLayer;
import dev.assay.model.Origin;
import dev.assay.model.Reading;
import dev.assay.model.Step;
import dev.assay.model.UserError;
import dev.assay.model.Waiting;
import dev.assay.sql.Dialect;
import dev.assay.sql.LoadSql;
import dev.assay.sql.PublishedSql;
import dev.assay.sql.TableSql;
import dev.assay.store.Layers;
import dev.assay.store.Recipes;
import dev.assay.store.Store;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;

/** Runs the plan of one table: all its steps, or none that a reader could see. */
final class StageRunner {
  private static final System.Logger LOG = System.getLogger(StageRunner.class.getName());

  private final Store store;
  private final Engine engine;
  private final Dialect dialect;
  private final Hands hands;
  private final TableSql tables;
  private final PublishedSql published;

  // Two transactions that write assay_published at once would conflict, and the engine may report
  // the loser's later commit as a success.
  private final ReentrantLock publishing = new ReentrantLock();
  private volatile Consumer<Upcoming> upcoming = _ -> {};

  StageRunner(Store store, Engine engine, Dialect dialect, Hands hands) {
    this.store = store;
    this.engine = engine;
    this.dialect = dialect;
    this.hands = hands;
    this.tables = new TableSql(dialect);
    this.published = new PublishedSql(dialect);
  }

  /** From now on shows {@code listener} every whole new Silver table before readers see it. */
  void beforePublishing(Consumer<Upcoming> listener) {
    upcoming = listener;
  }

  /**
   * One run.
   *
   * @param recipe its number in the table's history
   */
  record Run(
      BuildPlan plan,
      Stage stage,
      MedallionLayer layer,
      MedallionBuildLog begun,
      long recipe,
      long startedNanos) {}

  /** Builds and publishes, by another plan where this one cannot stand; returns its log. */
  MedallionBuildLog run(Run run, RunningBuild build, double from, double to) {
    try {
      return carryOut(run, build, from, to);
    } catch (Otherwise e) {
      BuildPlan otherwise = otherwise(run.plan(), e);
      return carryOut(
          new Run(
              otherwise, run.stage(), run.layer(), run.begun(), run.recipe(), run.startedNanos()),
          build,
          from,
          to);
    }
  }

  /** The plan that stands in for one that cannot, and says so first. */
  static BuildPlan otherwise(BuildPlan plan, Otherwise e) {
    if (plan.otherwise() == null) {
      throw new IllegalStateException("The plan of " + plan.table() + " has no other", e);
    }
    List<Step> steps = new ArrayList<>(List.of(new Step.Rebuild(e.because())));
    plan.otherwise().steps().stream()
        .filter(step -> !(step instanceof Step.Rebuild))
        .forEach(steps::add);
    return plan.otherwise().withSteps(steps);
  }

  private MedallionBuildLog carryOut(Run run, RunningBuild build, double from, double to) {
    BuildPlan plan = run.plan();
    dropStaged(plan);
    try {
      Tally tally = new Tally();
      MedallionBuildLog log = null;
      double all = Steps.weight(plan.steps());
      double done = 0;
      for (Step step : plan.steps()) {
        build.work().stopIfCancelled();
        double start = from + (to - from) * done / all;
        done += Steps.weight(step);
        build.step(step.describe(), Doing.of(step), start, from + (to - from) * done / all);
        if (step instanceof Step.Publish publish) {
          log = publish(publish, run, tally, build.work());
        } else {
          prepare(step, run.begun().id(), tally, build.work());
          tally.stopIfRefused();
        }
      }
      if (log == null) {
        throw new IllegalStateException("The plan of " + plan.table() + " publishes nothing");
      }
      dropStaged(plan);
      return log;
    } catch (RuntimeException e) {
      clearAway(plan, e);
      throw e;
    }
  }

  /**
   * Gives back the room of a failed build before anything is written about it: where the disk is
   * full, the failure itself could not be recorded otherwise.
   */
  private void clearAway(BuildPlan plan, RuntimeException failure) {
    if (failure instanceof UserError error && error.kind() == UserError.Kind.MACHINE) {
      store.useReserve();
    }
    try {
      dropStaged(plan);
    } catch (UserError | EngineException e) {
      // The next build of this table, or the next start, clears them away.
      failure.addSuppressed(e);
    }
    compact();
  }

  /** Carries out a step that no reader sees. */
  void prepare(Step step, String buildId, Tally tally, Work work) {
    switch (step) {
      case Step.Land land -> land(land, buildId, tally, work);
      case Step.Inspect inspect -> inspect(inspect, tally, work);
      case Step.Account account -> {
        Hands.Accounted accounted = hands.account(account, work);
        if (!accounted.ledger().balances()) {
          throw Imbalance.of(accounted.ledger());
        }
        tally.accounted(accounted.ledger(), accounted.refusal());
      }
      case Step.Presume(var presumption) -> {
        if (number(dialect.exceptions(presumption)) > 0) {
          throw new Otherwise(presumption.failed());
        }
      }
      case Step.Carry carry -> {
        Hands.Accounted whole = hands.carry(carry, tally.ledger());
        if (!whole.ledger().balances()) {
          throw Imbalance.of(whole.ledger());
        }
        tally.accounted(
            whole.ledger(), tally.refusal() == null ? whole.refusal() : tally.refusal());
      }
      case Step.Prove prove -> hands.prove(prove, tally.ledger(), work);
      case Step.Reconcile reconcile -> hands.reconcile(reconcile, work);
      case Step.Compare _,
          Step.Quarantine _,
          Step.Gather _,
          Step.Rebuild _,
          Step.Clean _,
          Step.SetAside _,
          Step.Aggregate _,
          Step.Materialise _ ->
          execute(step, work);
      case Step.Publish _ ->
          throw new IllegalArgumentException("Publishing is not preparing: " + step.describe());
    }
  }

  private void land(Step.Land land, String buildId, Tally tally, Work work) {
    Instant loadedAt = Instant.now().truncatedTo(ChronoUnit.MICROS);
    List<Long> loads = new ArrayList<>();
    for (Reading reading : land.readings()) {
      loads.add(begin(land, reading.origin(), reading.fingerprint(), buildId, loadedAt));
    }
    if (loads.isEmpty()) {
      // Files that have vanished are a load too, one that can be taken back.
      loads.add(begin(land, land.source().origin(), null, buildId, loadedAt));
    }
    List<Hands.Landed> landed = hands.land(land, loads.getFirst(), loadedAt, work);
    Map<Long, Hands.Landed> byLoad = new TreeMap<>();
    for (int i = 0; i < loads.size(); i++) {
      byLoad.put(
          loads.get(i), landed.isEmpty() ? new Hands.Landed(0, 0, 0, Map.of()) : landed.get(i));
    }
    tally.landed(byLoad);
  }

  private long begin(
      Step.Land land, Origin origin, String fingerprint, String buildId, Instant loadedAt) {
    return store
        .loads()
        .begin(land.source().id(), origin, buildId, loadedAt, land.mode(), fingerprint);
  }

  private void inspect(Step.Inspect inspect, Tally tally, Work work) {
    switch (hands.inspect(inspect, work)) {
      case Inspected.Sound sound -> tally.inspected(sound);
      case Inspected.Unchanged _ -> throw new Unchanged();
      case Inspected.Doubtful(Waiting waiting) -> throw new Paused(waiting);
    }
  }

  private void execute(Step step, Work work) {
    for (String statement : dialect.statements(step)) {
      try {
        engine.execute(statement, work);
      } catch (EngineException e) {
        throw new UserError(
            UserError.Kind.INVALID,
            "The engine could not carry out this step (" + step.describe() + "): " + e.getMessage(),
            e);
      }
    }
  }

  private MedallionBuildLog publish(Step.Publish publish, Run run, Tally tally, Work work) {
    BuildPlan plan = run.plan();
    if (plan.layer() == Layer.GOLD) {
      tally.read(silverRows(plan.sourceId()));
    }
    if (plan.layer() == Layer.SILVER) {
      announce(publish, run);
    }
    long rows = rowsAfter(publish, plan.table());
    if (plan.recipe() instanceof Landing landing) {
      tally.outcomes(landing).forEach(outcome -> store.loads().end(plan.sourceId(), outcome));
    }
    Instant builtAt = Instant.now().truncatedTo(ChronoUnit.MICROS);
    long duration = (System.nanoTime() - run.startedNanos()) / 1_000_000;
    MedallionBuildLog log = ready(run.begun(), tally, duration);
    List<String> statements = new ArrayList<>(dialect.statements(publish));
    statements.addAll(
        published.record(
            new PublishedSql.Row(
                run.layer().id(),
                log.id(),
                plan.sourceId(),
                plan.layer().text(),
                plan.table(),
                rows,
                Json.write(plan.recipe()),
                tally.ledger() == null ? null : Json.write(tally.ledger()),
                Json.write(log),
                builtAt)));
    transaction(statements, work);
    // From here on readers see the new table; the metadata follows, or start-up makes it follow.
    store.atomically(() -> {
      store
          .layers()
          .published(
              run.layer().id(),
              new Layers.Published(log.id(), rows, builtAt, duration, tally.ledger()));
      store.logs().end(log);
      store.recipes().ended(plan.table(), run.recipe(), log.id(), Recipes.Outcome.PUBLISHED);
      store.loads().published(log.id());
      Downstream.markStale(store, plan.sourceId(), plan.layer());
      run.stage().published().run();
    });
    compact();
    return log;
  }

  private void announce(Step.Publish publish, Run run) {
    BuildPlan plan = run.plan();
    for (Change change : publish.changes()) {
      if (change instanceof Change.Swap(String staged, String table)
          && table.equals(plan.table())) {
        upcoming.accept(
            new Upcoming(
                plan.sourceId(), table, staged, run.begun().id(), Json.write(plan.recipe())));
      }
    }
  }

  /** The build is done by now: that its traces cannot be cleared away does not undo it. */
  private void compact() {
    try {
      engine.checkpoint();
    } catch (UserError | EngineException e) {
      LOG.log(System.Logger.Level.WARNING, "The warehouse could not be compacted", e);
    }
  }

  void transaction(List<String> statements, Work work) {
    publishing.lock();
    try {
      engine.transaction(statements, work);
    } finally {
      publishing.unlock();
    }
  }

  private long silverRows(String sourceId) {
    return store.layers().of(sourceId).stream()
        .filter(layer -> layer.layer() == Layer.SILVER && layer.rowCount() != null)
        .mapToLong(MedallionLayer::rowCount)
        .sum();
  }

  private long count(String table) {
    return number(tables.count(table));
  }

  /** How many rows a table will have; nobody else writes to it meanwhile. */
  private long rowsAfter(Step.Publish publish, String table) {
    long rows = engine.columns(table).isPresent() ? count(table) : 0;
    for (Change change : publish.changes()) {
      if (change.touched().contains(table)) {
        rows =
            switch (change) {
              case Change.Swap(var staged, _) -> count(staged);
              case Change.Append(var from, _) -> rows + count(from);
              case Change.Subtract(var identities, _) -> rows - count(identities);
              case Change.Discard(_, var loads) -> rows - number(LoadSql.rowsOf(table, loads));
              case Change.Retire _, Change.Reshape _, Change.Drop _ -> rows;
            };
      }
    }
    return rows;
  }

  private long number(String select) {
    return ((Number) engine.query(select).rows().getFirst().getFirst()).longValue();
  }

  private static MedallionBuildLog ready(MedallionBuildLog begun, Tally tally, long duration) {
    return new MedallionBuildLog(
        begun.id(),
        begun.layerId(),
        begun.tableName(),
        begun.action(),
        "ready",
        tally.processed(),
        tally.rejected(),
        tally.duplicates(),
        tally.reasons(),
        duration,
        null,
        null,
        tally.ledger(),
        begun.createdAt());
  }

  void dropStaged(BuildPlan plan) {
    for (String table : Steps.staged(plan)) {
      // A plan may name a published table here, to read it; only staging is ours to drop.
      if (table.startsWith(TableSql.STAGING)) {
        engine.execute(tables.drop(table), Work.unwatched());
      }
    }
  }
}

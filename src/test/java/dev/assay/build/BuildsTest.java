package dev.assay.build;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.assay.engine.DuckDbEngine;
import dev.assay.engine.Engine;
import dev.assay.engine.Work;
import dev.assay.model.Author;
import dev.assay.model.Build;
import dev.assay.model.BuildPlan;
import dev.assay.model.Change;
import dev.assay.model.CsvDialect;
import dev.assay.model.DialectOverrides;
import dev.assay.model.GoldRecipe;
import dev.assay.model.GoldTable;
import dev.assay.model.Inspected;
import dev.assay.model.Landing;
import dev.assay.model.Layer;
import dev.assay.model.LayerStatus;
import dev.assay.model.Ledger;
import dev.assay.model.MedallionBuildLog;
import dev.assay.model.MedallionLayer;
import dev.assay.model.Origin;
import dev.assay.model.Recipe;
import dev.assay.model.SilverRecipe;
import dev.assay.model.Source;
import dev.assay.model.Step;
import dev.assay.model.UserError;
import dev.assay.sql.DuckDbDialect;
import dev.assay.store.Recipes;
import dev.assay.store.Store;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BuildsTest {
  private static final String SLOW = "SELECT count(*) AS n FROM range(100000000000) a";
  private static final Source ORDERS =
      new Source(
          "orders",
          "orders",
          "orders",
          new Origin.File("/data/orders.csv", "orders.csv", false, 12, Instant.EPOCH),
          Instant.EPOCH);

  @TempDir private Path folder;
  private Store store;
  private DuckDbEngine engine;
  private Builds builds;

  @BeforeEach
  void open() {
    store = Store.open(folder.resolve("metadata.sqlite"));
    engine = DuckDbEngine.open(folder.resolve("warehouse.duckdb"), "512MB", 2);
    builds = new Builds(store, engine, new DuckDbDialect(), new NoHands());
    if (store.sources().all().isEmpty()) {
      store.sources().insert(ORDERS, null, DialectOverrides.NONE);
    }
  }

  @AfterEach
  void close() {
    builds.close();
    engine.close();
    store.close();
  }

  @Test
  void publishesATableAndRecordsItInBothStores() {
    Build build = build(Layer.BRONZE, "SELECT 1 AS n UNION ALL SELECT 2");

    assertThat(build.status()).isEqualTo("ready");
    assertThat(build.progress()).isEqualTo(1);
    assertThat(numbers("bronze_orders_raw")).containsExactly(1L, 2L);
    MedallionLayer layer = layer(Layer.BRONZE);
    assertThat(layer.status()).isEqualTo(LayerStatus.READY);
    assertThat(layer.rowCount()).isEqualTo(2);
    assertThat(layer.publishedBuild()).isEqualTo(build.layers().getFirst().id());
    assertThat(engine.query("SELECT build_id, row_count FROM assay_published").rows())
        .containsExactly(List.of(layer.publishedBuild(), 2L));
    assertThat(store.recipes().inForce("bronze_orders_raw").orElseThrow().outcome())
        .isEqualTo(Recipes.Outcome.PUBLISHED);
    assertThat(staging()).isEmpty();
  }

  @Test
  void theFirstBuildCreatesAndLaterOnesRebuildOrRefresh() {
    build(Layer.BRONZE, "SELECT 1 AS n");
    build(Layer.BRONZE, "SELECT 2 AS n");
    await(builds.start(job(Job.Verb.REFRESH, stage(Layer.BRONZE, "SELECT 3 AS n"))));

    assertThat(store.logs().of("orders", Layer.BRONZE, null))
        .extracting(MedallionBuildLog::action)
        .containsExactly("refresh", "rebuild", "create");
  }

  @Test
  void aFailedBuildLeavesTheTableAndSaysWhy() {
    build(Layer.BRONZE, "SELECT 1 AS n");
    Build failed = build(Layer.BRONZE, "SELECT error('broken on purpose') AS n");

    assertThat(failed.status()).isEqualTo("error");
    assertThat(failed.error()).contains("broken on purpose");
    assertThat(failed.exitCode()).isEqualTo(2);
    assertThat(numbers("bronze_orders_raw")).containsExactly(1L);
    assertThat(layer(Layer.BRONZE).status()).isEqualTo(LayerStatus.ERROR);
    assertThat(layer(Layer.BRONZE).errorMessage()).contains("broken on purpose");
    assertThat(layer(Layer.BRONZE).rowCount()).isEqualTo(1);
    assertThat(staging()).isEmpty();
  }

  @Test
  void aCancelledBuildLeavesTableStatusAndRecipeAsTheyWere() throws InterruptedException {
    build(Layer.BRONZE, "SELECT 1 AS n");
    MedallionLayer before = layer(Layer.BRONZE);
    Build running = builds.start(job(Job.Verb.REBUILD, stage(Layer.BRONZE, SLOW)));
    untilStep(running, "Run the written SQL");
    assertThat(layer(Layer.BRONZE).status()).isEqualTo(LayerStatus.BUILDING);

    builds.cancel(running.id());
    Build cancelled = await(running);

    assertThat(cancelled.status()).isEqualTo("cancelled");
    assertThat(layer(Layer.BRONZE)).isEqualTo(before);
    assertThat(numbers("bronze_orders_raw")).containsExactly(1L);
    assertThat(store.recipes().inForce("bronze_orders_raw").orElseThrow().recipe())
        .isEqualTo(recipe(Layer.BRONZE, "SELECT 1 AS n"));
    assertThat(store.logs().of("orders", Layer.BRONZE, null).getFirst().status())
        .isEqualTo("cancelled");
    assertThat(staging()).isEmpty();
  }

  @Test
  void aBuildThatWaitsCanBeCancelledAtOnce() throws InterruptedException {
    Build running = builds.start(job(Job.Verb.REBUILD, stage(Layer.BRONZE, SLOW)));
    Build waiting = builds.start(job(Job.Verb.REBUILD, stage(Layer.BRONZE, "SELECT 1 AS n")));
    untilStep(running, "Run the written SQL");

    assertThat(builds.find(waiting.id()).status()).isEqualTo("pending");
    assertThat(builds.cancel(waiting.id()).status()).isEqualTo("cancelled");
    builds.cancel(running.id());
    await(running);
    assertThat(engine.columns("bronze_orders_raw")).isEmpty();
  }

  @Test
  void buildsOfOneSourceRunOneAtATimeInTheOrderInWhichTheyCame() {
    AtomicInteger running = new AtomicInteger();
    AtomicInteger most = new AtomicInteger();
    List<Integer> order = new ArrayList<>();
    List<Build> started = new ArrayList<>();
    for (int i = 0; i < 12; i++) {
      int number = i;
      Stage stage =
          new Stage(
              Layer.BRONZE,
              "bronze_orders_raw",
              _ -> {
                most.accumulateAndGet(running.incrementAndGet(), Math::max);
                order.add(number);
                return plan(Layer.BRONZE, "SELECT " + number + " AS n");
              },
              Author.RULES,
              running::decrementAndGet);
      started.add(builds.start(job(Job.Verb.REBUILD, stage)));
    }
    started.forEach(this::await);

    assertThat(most).hasValue(1);
    assertThat(order).isSorted().hasSize(12);
    assertThat(numbers("bronze_orders_raw")).containsExactly(11L);
  }

  @Test
  void buildsOfSeveralSourcesPublishSideBySide() {
    List<Build> started = new ArrayList<>();
    for (int round = 0; round < 3; round++) {
      for (String id : List.of("a", "b", "c", "d")) {
        Source source = new Source(id, id, id, ORDERS.origin(), Instant.EPOCH);
        if (store.sources().find(id).isEmpty()) {
          store.sources().insert(source, null, DialectOverrides.NONE);
        }
        String table = source.bronzeTable();
        String staged = "assay_staging_" + table;
        String select = "SELECT range AS n FROM range(" + (300_000 + round) + ")";
        BuildPlan plan =
            new BuildPlan(
                id,
                Layer.BRONZE,
                table,
                recipe(Layer.BRONZE, select),
                List.of(
                    new Step.Materialise(select, staged),
                    new Step.Publish(List.of(new Change.Swap(staged, table)))));
        Stage stage = new Stage(Layer.BRONZE, table, _ -> plan, Author.RULES);
        started.add(
            builds.start(new Job(id, Layer.BRONZE, table, Job.Verb.REBUILD, () -> List.of(stage))));
      }
    }

    assertThat(started).extracting(build -> await(build).status()).containsOnly("ready");
    assertThat(engine.query("SELECT table_name, row_count FROM assay_published ORDER BY 1").rows())
        .containsExactly(
            List.of("bronze_a_raw", 300_002L),
            List.of("bronze_b_raw", 300_002L),
            List.of("bronze_c_raw", 300_002L),
            List.of("bronze_d_raw", 300_002L));
  }

  @Test
  void aReaderInTheMiddleOfAReadDoesNotDisturbABuild() {
    build(Layer.BRONZE, "SELECT 1 AS n");
    engine.reading(reader -> {
      var before = reader.read("SELECT n FROM bronze_orders_raw", Engine.Limits.INTERACTIVE);
      Build build = build(Layer.BRONZE, "SELECT 2 AS n");
      assertThat(build.status()).isEqualTo("ready");
      assertThat(reader.read("SELECT n FROM bronze_orders_raw", Engine.Limits.INTERACTIVE))
          .isEqualTo(before);
      return null;
    });
    assertThat(numbers("bronze_orders_raw")).containsExactly(2L);
  }

  @Test
  void whatHangsOnARebuiltLayerIsStaleUntilItIsRebuiltInTheSameBuild() {
    build(Layer.BRONZE, "SELECT 1 AS n");
    build(Layer.SILVER, "SELECT * FROM bronze_orders_raw");
    build(Layer.GOLD, "SELECT sum(n)::BIGINT AS n FROM silver_orders_cleaned");
    build(Layer.BRONZE, "SELECT 5 AS n");
    assertThat(layer(Layer.SILVER).status()).isEqualTo(LayerStatus.STALE);
    assertThat(layer(Layer.GOLD).status()).isEqualTo(LayerStatus.STALE);
    assertThat(layer(Layer.GOLD).staleReason()).contains("Bronze was loaded anew");

    List<LayerStatus> goldWhileSilverWasBuilt = new ArrayList<>();
    Build chain =
        await(
            builds.start(
                job(
                    Job.Verb.REFRESH,
                    stage(Layer.BRONZE, "SELECT 7 AS n"),
                    new Stage(
                        Layer.SILVER,
                        "silver_orders_cleaned",
                        _ -> {
                          goldWhileSilverWasBuilt.add(layer(Layer.GOLD).status());
                          return plan(Layer.SILVER, "SELECT * FROM bronze_orders_raw");
                        },
                        Author.RULES),
                    stage(Layer.GOLD, "SELECT sum(n)::BIGINT AS n FROM silver_orders_cleaned"))));

    assertThat(goldWhileSilverWasBuilt).containsExactly(LayerStatus.STALE);
    assertThat(chain.layers())
        .extracting(MedallionBuildLog::tableName)
        .containsExactly("bronze_orders_raw", "silver_orders_cleaned", "gold_orders_total");
    assertThat(numbers("gold_orders_total")).containsExactly(7L);
    assertThat(store.layers().of("orders"))
        .extracting(MedallionLayer::status)
        .containsOnly(LayerStatus.READY);
  }

  @Test
  void aLayerThatFailsKeepsTheLayersBelowItStale() {
    build(Layer.BRONZE, "SELECT 1 AS n");
    build(Layer.SILVER, "SELECT * FROM bronze_orders_raw");
    build(Layer.GOLD, "SELECT n FROM silver_orders_cleaned");

    Build chain =
        await(
            builds.start(
                job(
                    Job.Verb.REFRESH,
                    stage(Layer.BRONZE, "SELECT 7 AS n"),
                    new Stage(
                        Layer.SILVER,
                        "silver_orders_cleaned",
                        _ -> {
                          throw UserError.invalid("Column 'x' is gone.");
                        },
                        Author.RULES),
                    stage(Layer.GOLD, "SELECT n FROM silver_orders_cleaned"))));

    assertThat(chain.status()).isEqualTo("error");
    assertThat(chain.error())
        .contains("silver_orders_cleaned could not be rebuilt", "Column 'x' is gone.");
    assertThat(layer(Layer.BRONZE).status()).isEqualTo(LayerStatus.READY);
    assertThat(layer(Layer.SILVER).status()).isEqualTo(LayerStatus.ERROR);
    assertThat(layer(Layer.GOLD).status()).isEqualTo(LayerStatus.STALE);
    assertThat(numbers("silver_orders_cleaned")).containsExactly(1L);
  }

  @Test
  void anInterruptedBuildIsAnErrorAfterTheRestartAndTheTableStands() {
    build(Layer.BRONZE, "SELECT 1 AS n");
    // As a process that is killed in the middle of a build leaves things.
    MedallionLayer layer = layer(Layer.BRONZE);
    store.layers().building(layer.id());
    MedallionBuildLog log =
        new MedallionBuildLog(
            "log",
            layer.id(),
            layer.tableName(),
            "rebuild",
            "building",
            0,
            0,
            0,
            null,
            null,
            null,
            null,
            null,
            Instant.now());
    store.logs().begin(log, "orders", Layer.BRONZE, "job");
    store
        .builds()
        .save(
            new Build(
                "job",
                "orders",
                Layer.BRONZE,
                "rebuild",
                "building",
                "Working.",
                null,
                0.5,
                List.of(),
                null,
                null,
                0,
                Instant.now(),
                null));
    engine.execute(
        "CREATE TABLE assay_staging_bronze_orders_raw AS SELECT 9 AS n", Work.unwatched());
    restart();

    assertThat(staging()).isEmpty();
    assertThat(numbers("bronze_orders_raw")).containsExactly(1L);
    assertThat(layer(Layer.BRONZE).status()).isEqualTo(LayerStatus.ERROR);
    assertThat(layer(Layer.BRONZE).errorMessage()).isEqualTo(Recovery.INTERRUPTED.sentence());
    assertThat(layer(Layer.BRONZE).refused()).isEqualTo(Recovery.INTERRUPTED);
    assertThat(builds.find("job").status()).isEqualTo("error");
    assertThat(builds.find("log").error()).isEqualTo(Recovery.INTERRUPTED.sentence());
    assertThat(store.logs().of("orders", Layer.BRONZE, null).getFirst().status())
        .isEqualTo("error");

    build(Layer.BRONZE, "SELECT 2 AS n");
    assertThat(layer(Layer.BRONZE).status()).isEqualTo(LayerStatus.READY);
  }

  @Test
  void aBuildThatWasPublishedAndNotRecordedIsReadyAfterTheRestart() {
    build(Layer.BRONZE, "SELECT 1 AS n");
    build(Layer.SILVER, "SELECT * FROM bronze_orders_raw");
    // The metadata's transaction fails just after the warehouse's has been committed.
    Stage stage =
        new Stage(
            Layer.BRONZE,
            "bronze_orders_raw",
            _ -> plan(Layer.BRONZE, "SELECT 2 AS n UNION ALL SELECT 3"),
            Author.RULES,
            () -> {
              throw new IllegalStateException("killed");
            });
    await(builds.start(job(Job.Verb.REBUILD, stage)));
    assertThat(numbers("bronze_orders_raw")).containsExactly(2L, 3L);
    assertThat(layer(Layer.BRONZE).rowCount()).isEqualTo(1);
    restart();

    assertThat(layer(Layer.BRONZE).status()).isEqualTo(LayerStatus.READY);
    assertThat(layer(Layer.BRONZE).rowCount()).isEqualTo(2);
    assertThat(layer(Layer.SILVER).status()).isEqualTo(LayerStatus.STALE);
    assertThat(store.logs().of("orders", Layer.BRONZE, null).getFirst().status())
        .isEqualTo("ready");
  }

  @Test
  void aWatcherSeesTheBuildBeginAndEnd() {
    Build started = builds.start(job(Job.Verb.REBUILD, stage(Layer.BRONZE, "SELECT 1 AS n")));
    List<Build> seen = new ArrayList<>();
    builds.await(started.id(), Duration.ofSeconds(60), seen::add);

    assertThat(seen.getLast().status()).isEqualTo("ready");
    assertThat(seen).extracting(Build::progress).isSorted();
    assertThat(builds.find(seen.getLast().layers().getFirst().id()).id()).isEqualTo(started.id());
  }

  @Test
  void nothingElseIsDoneToASourceWhileItIsBuilt() throws InterruptedException {
    Build running = builds.start(job(Job.Verb.REBUILD, stage(Layer.BRONZE, SLOW)));
    untilStep(running, "Run the written SQL");

    assertThatThrownBy(() -> builds.exclusively("orders", () -> {}))
        .isInstanceOf(UserError.class)
        .hasMessageContaining("under way");
    builds.cancel(running.id());
    await(running);
  }

  @Test
  void aTrialShowsWhatABuildWouldMakeAndLeavesNothing() {
    try (Trial trial = builds.trial(plan(Layer.BRONZE, "SELECT 1 AS n"), Work.unwatched())) {
      assertThat(numbers(trial.staged("bronze_orders_raw"))).containsExactly(1L);
    }
    assertThat(staging()).isEmpty();
    assertThat(engine.columns("bronze_orders_raw")).isEmpty();
  }

  private void restart() {
    close();
    open();
  }

  private Build build(Layer layer, String select) {
    return await(builds.start(job(Job.Verb.REBUILD, stage(layer, select))));
  }

  private Build await(Build build) {
    Build ended = builds.await(build.id(), Duration.ofSeconds(60), _ -> {});
    assertThat(ended.ended()).isTrue();
    return ended;
  }

  private void untilStep(Build build, String step) throws InterruptedException {
    CountDownLatch reached = new CountDownLatch(1);
    Thread.ofVirtual()
        .start(() ->
            builds.await(
                build.id(),
                Duration.ofSeconds(60),
                state -> {
                  if (state.step().startsWith(step)) {
                    reached.countDown();
                  }
                }));
    reached.await();
  }

  private static Job job(Job.Verb verb, Stage... stages) {
    return new Job(
        "orders", stages[0].layer(), stages[0].table(), verb, () -> Arrays.asList(stages));
  }

  private static Stage stage(Layer layer, String select) {
    return new Stage(layer, table(layer), _ -> plan(layer, select), Author.PERSON);
  }

  private static BuildPlan plan(Layer layer, String select) {
    String staged = "assay_staging_" + table(layer);
    return new BuildPlan(
        "orders",
        layer,
        table(layer),
        recipe(layer, select),
        List.of(
            new Step.Materialise(select, staged),
            new Step.Publish(List.of(new Change.Swap(staged, table(layer))))));
  }

  /** A recipe of the layer's kind that differs with the select. */
  private static Recipe recipe(Layer layer, String select) {
    return switch (layer) {
      case BRONZE ->
          new Landing(
              new CsvDialect("UTF-8", ",", null, null, 1, 0, null, 1, null),
              List.of(new Landing.Column(select, "n")));
      case SILVER -> new SilverRecipe(List.of(), null, null, List.of(select));
      case GOLD ->
          new GoldRecipe(
              List.of(new GoldTable("total", null, null, select, null, null, null, null)));
    };
  }

  private static String table(Layer layer) {
    return switch (layer) {
      case BRONZE -> ORDERS.bronzeTable();
      case SILVER -> ORDERS.silverTable();
      case GOLD -> ORDERS.goldTable("total");
    };
  }

  private MedallionLayer layer(Layer layer) {
    return store.layers().find(table(layer)).orElseThrow();
  }

  private List<Object> numbers(String table) {
    return engine.query("SELECT n FROM " + table + " ORDER BY n").rows().stream()
        .map(List::getFirst)
        .toList();
  }

  private List<List<Object>> staging() {
    return engine
        .query(
            "SELECT table_name FROM duckdb_tables() WHERE starts_with(table_name, 'assay_staging_')")
        .rows();
  }

  /** These plans are made of statements alone. */
  private static final class NoHands implements Hands {
    @Override
    public List<Landed> land(Step.Land step, long loadId, Instant loadedAt, Work work) {
      throw new UnsupportedOperationException();
    }

    @Override
    public Inspected inspect(Step.Inspect step, Work work) {
      throw new UnsupportedOperationException();
    }

    @Override
    public Accounted carry(Step.Carry step, Ledger again) {
      throw new UnsupportedOperationException();
    }

    @Override
    public Accounted account(Step.Account step, Work work) {
      throw new UnsupportedOperationException();
    }

    @Override
    public void prove(Step.Prove step, Ledger ledger, Work work) {
      throw new UnsupportedOperationException();
    }

    @Override
    public void reconcile(Step.Reconcile step, Work work) {
      throw new UnsupportedOperationException();
    }
  }
}

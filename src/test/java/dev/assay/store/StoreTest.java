package dev.assay.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.assay.model.Author;
import dev.assay.model.CsvDialect;
import dev.assay.model.DialectOverrides;
import dev.assay.model.Format;
import dev.assay.model.GoldRecipe;
import dev.assay.model.GoldTable;
import dev.assay.model.Landing;
import dev.assay.model.Layer;
import dev.assay.model.LayerStatus;
import dev.assay.model.Ledger;
import dev.assay.model.MedallionBuildLog;
import dev.assay.model.MedallionLayer;
import dev.assay.model.Origin;
import dev.assay.model.Refusal;
import dev.assay.model.SavedQuestion;
import dev.assay.model.Source;
import dev.assay.model.StaleReason;
import dev.assay.model.SyncSettings;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StoreTest {
  private static final Source ORDERS =
      new Source(
          "orders",
          "Orders",
          "orders",
          new Origin.File("/data/orders.csv", "orders.csv", false, 12, Instant.EPOCH),
          Instant.parse("2026-01-02T03:04:05Z"));

  @TempDir private Path folder;
  private Store store;

  @BeforeEach
  void open() {
    store = Store.open(folder.resolve("metadata.sqlite"));
  }

  @AfterEach
  void close() {
    store.close();
  }

  @Test
  void theNewestMigrationIsTheOneThatStartUpLooksFor() throws IOException, URISyntaxException {
    Path migrations = Path.of(Store.class.getResource("/db/migration").toURI());
    try (var files = Files.list(migrations)) {
      assertThat(files.map(file -> file.getFileName().toString().replaceAll("V(\\d+)__.*", "$1")))
          .map(Integer::parseInt)
          .contains(Schema.NEWEST)
          .allMatch(version -> version <= Schema.NEWEST);
    }
  }

  @Test
  void whatWasTakenBackIsSeenByNobodyAndTheNextChangeStands() {
    assertThatThrownBy(() ->
            store.atomically(() -> {
              store.sources().insert(ORDERS, "/data/orders.csv", DialectOverrides.NONE);
              throw new IllegalStateException("No");
            }))
        .isInstanceOf(IllegalStateException.class);

    assertThat(store.sources().all()).isEmpty();
    store.sources().insert(ORDERS, "/data/orders.csv", DialectOverrides.NONE);
    try (Store another = Store.open(folder.resolve("metadata.sqlite"))) {
      assertThat(another.sources().all()).hasSize(1);
    }
  }

  @Test
  void isMigratedOnceAndReadBackAfterReopening() throws Exception {
    store.sources().insert(ORDERS, "/data/orders.csv", DialectOverrides.NONE);
    store.close();
    try (Connection connection =
        DriverManager.getConnection("jdbc:sqlite:" + folder.resolve("metadata.sqlite"))) {
      assertThat(Schema.version(connection)).isEqualTo(Schema.NEWEST);
    }
    store = Store.open(folder.resolve("metadata.sqlite"));

    assertThat(store.sources().all()).extracting(Sources.Kept::source).containsExactly(ORDERS);
  }

  @Test
  void findsASourceByIdByNameAndByPath() {
    store.sources().insert(ORDERS, "/data/orders.csv", DialectOverrides.NONE);

    assertThat(store.sources().find("orders")).isPresent();
    assertThat(store.sources().find("Orders")).isPresent();
    assertThat(store.sources().findByPath("/data/orders.csv")).isPresent();
    assertThat(store.sources().find("order")).isEmpty();
  }

  @Test
  void aLayerGoesFromPendingToReadyAndKeepsEveryFieldOfTheRequest() {
    MedallionLayer layer = bronze();
    assertThat(layer.status()).isEqualTo(LayerStatus.PENDING);

    Landing landing =
        new Landing(
            new CsvDialect("UTF-8", ",", '"', null, 1, 0, null, 1, null),
            List.of(new Landing.Column("email ", "email ")));
    store.layers().configured(layer.id(), landing);
    store.layers().building(layer.id());
    assertThat(find().status()).isEqualTo(LayerStatus.BUILDING);

    Ledger ledger =
        new Ledger(3, 2, 1, 0, Map.of("null_email", 1L), Map.of(), List.of(), List.of());
    Instant built = Instant.parse("2026-01-02T03:04:05.123456Z");
    store.layers().published(layer.id(), new Layers.Published("build-1", 3, built, 42, ledger));

    assertThat(find())
        .isEqualTo(
            new MedallionLayer(
                layer.id(),
                "orders",
                Layer.BRONZE,
                "bronze_orders_raw",
                landing,
                LayerStatus.READY,
                3L,
                built,
                42L,
                null,
                null,
                null,
                null,
                "build-1",
                ledger,
                layer.createdAt()));
  }

  @Test
  void onlyWhatWasPublishedBecomesStaleAndAnErrorStaysAnError() {
    MedallionLayer layer = bronze();
    store.layers().stale("orders", Layer.BRONZE, StaleReason.BRONZE_LOADED);
    assertThat(find().status()).isEqualTo(LayerStatus.PENDING);

    store.layers().published(layer.id(), new Layers.Published("b", 1, Instant.now(), 1, null));
    store.layers().stale("orders", Layer.BRONZE, StaleReason.BRONZE_LOADED);
    assertThat(find().status()).isEqualTo(LayerStatus.STALE);

    store.layers().failed(layer.id(), "broken", Refusal.of(Refusal.Cause.LEDGER));
    store.layers().stale("orders", Layer.BRONZE, StaleReason.joined("customers"));
    assertThat(find().status()).isEqualTo(LayerStatus.ERROR);
    assertThat(find().staleReason())
        .isEqualTo("Silver of 'customers' was built anew after this was built.");
    assertThat(find().staleBecause()).isEqualTo(StaleReason.joined("customers"));
    assertThat(find().refused()).isEqualTo(Refusal.of(Refusal.Cause.LEDGER));
  }

  @Test
  void historyIsNewestFirstAndOutlivesTheLayer() {
    MedallionLayer layer = bronze();
    for (String id : List.of("one", "two")) {
      MedallionBuildLog begun = log(id, layer, "building", 0, Map.of());
      store.logs().begin(begun, "orders", Layer.BRONZE, "job");
      store.logs().end(log(id, layer, "ready", 7, Map.of("too_many_cells", 2L)));
    }
    store.layers().remove(layer.id());

    List<MedallionBuildLog> logs = store.logs().of("orders", Layer.BRONZE, null);
    assertThat(logs).extracting(MedallionBuildLog::id).containsExactly("two", "one");
    assertThat(logs.getFirst().rejectionReasons()).isEqualTo(Map.of("too_many_cells", 2L));
    assertThat(store.logs().buildOf("two")).contains("job");
  }

  @Test
  void theLastRecipeThatWasNotCancelledIsInForce() {
    bronze();
    String table = "gold_orders_totals";
    store.recipes().apply("orders", table, gold("first"), Author.RULES, "b1");
    store.recipes().ended(table, 1, "b1", Recipes.Outcome.PUBLISHED);
    store.recipes().apply("orders", table, gold("second"), Author.PERSON, "b2");
    store.recipes().ended(table, 2, "b2", Recipes.Outcome.CANCELLED);

    assertThat(store.recipes().inForce(table).orElseThrow().recipe()).isEqualTo(gold("first"));
    assertThat(store.recipes().history(table))
        .extracting(Recipes.Applied::author)
        .containsExactly(Author.PERSON, Author.RULES);

    store.recipes().retire(table);
    assertThat(store.recipes().inForce(table)).isEmpty();
    assertThat(store.recipes().history(table)).hasSize(2);
  }

  private long begun(String build) {
    return store
        .loads()
        .begin(
            "orders",
            ORDERS.origin(),
            build,
            Instant.EPOCH,
            SyncSettings.LoadMode.REPLACE,
            "as it was");
  }

  @Test
  void loadsCountFromOneWithinTheirSource() {
    bronze();
    Landing landing = new Landing(new Format.Parquet(), List.of(new Landing.Column("a", "a")));
    assertThat(begun("b1")).isEqualTo(1);
    assertThat(begun("b2")).isEqualTo(2);
    store.loads().end("orders", new Loads.Outcome(2, 10, 8, 1, 1, 7, "9", landing));
    assertThat(store.loads().of("orders")).as("readers have seen none").isEmpty();
    store.loads().published("b2");
    assertThat(store.loads().landing("orders", 2)).contains(landing);

    assertThat(store.loads().of("orders").getLast())
        .isEqualTo(
            new dev.assay.model.Load(
                "orders",
                2,
                "b2",
                Instant.EPOCH,
                ORDERS.origin(),
                SyncSettings.LoadMode.REPLACE,
                10L,
                8L,
                1L,
                1L,
                7L,
                "as it was",
                "9",
                null));
  }

  @Test
  void whatIsWrittenAtomicallyIsWrittenWhollyOrNotAtAll() {
    bronze();
    assertThatThrownBy(() ->
            store.atomically(() -> {
              store.settlements().settle("orders", "order_date", "D/M");
              throw new IllegalStateException("in between");
            }))
        .hasMessage("in between");
    assertThat(store.settlements().of("orders")).isEmpty();
  }

  @Test
  void removingASourceForgetsAllAboutIt() {
    MedallionLayer layer = bronze();
    store.logs().begin(log("one", layer, "building", 0, Map.of()), "orders", Layer.BRONZE, "job");
    store.settlements().settle("orders", "order_date", "D/M");
    store.sources().remove("orders");

    assertThat(store.layers().all()).isEmpty();
    assertThat(store.logs().underWay()).isEmpty();
    assertThat(store.settlements().of("orders")).isEmpty();
  }

  private MedallionLayer bronze() {
    store.sources().insert(ORDERS, "/data/orders.csv", DialectOverrides.NONE);
    return store.layers().ensure("orders", Layer.BRONZE, "bronze_orders_raw");
  }

  private MedallionLayer find() {
    return store.layers().find("BRONZE_orders_raw").orElseThrow();
  }

  private static GoldRecipe gold(String name) {
    return new GoldRecipe(
        List.of(new GoldTable(name, null, null, "SELECT 1", null, null, null, null)));
  }

  private static MedallionBuildLog log(
      String id, MedallionLayer layer, String status, long rows, Map<String, Long> reasons) {
    return new MedallionBuildLog(
        id,
        layer.id(),
        layer.tableName(),
        "create",
        status,
        rows,
        0,
        0,
        reasons,
        null,
        null,
        null,
        null,
        Instant.EPOCH);
  }

  @Test
  void questionsThatWereKeptBeforeTheDashboardStayKept() throws SQLException {
    Path older = folder.resolve("older.sqlite");
    String address = "jdbc:sqlite:" + older;
    Flyway.configure()
        .dataSource(address, null, null)
        .locations("classpath:db/migration")
        .target("4")
        .load()
        .migrate();
    try (Connection connection = DriverManager.getConnection(address);
        Statement statement = connection.createStatement()) {
      statement.execute(
          "INSERT INTO saved_question VALUES (7, 'sales', 'total sales', NULL, NULL, 0,"
              + " '2026-01-02T03:04:05Z')");
    }
    try (Store opened = Store.open(older)) {
      SavedQuestion kept = opened.savedQuestions().all().getFirst();
      assertThat(kept.question()).isEqualTo("total sales");
      assertThat(kept.pin()).isNull();
    }
  }
}

package dev.assay.workspace;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.assay.build.Builds;
import dev.assay.model.Author;
import dev.assay.model.Build;
import dev.assay.model.BuildPreview;
import dev.assay.model.Cleaning;
import dev.assay.model.ColumnType;
import dev.assay.model.GoldRecipe;
import dev.assay.model.Layer;
import dev.assay.model.LayerStatus;
import dev.assay.model.MedallionBuildLog;
import dev.assay.model.Question;
import dev.assay.model.SilverRecipe;
import dev.assay.model.UserError;
import dev.assay.sql.DuckDbDialect;
import dev.assay.store.Recipes;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LocalWorkspaceTest {
  private static final String ORDERS = "id,amount\n1,10\n2,20\n2,25\n3,x\n";
  private static final SilverRecipe TYPED =
      SmallFeatures.keyedBy(
          "id",
          SmallFeatures.column("id", ColumnType.Simple.INTEGER, List.of(new Cleaning.Trim())),
          SmallFeatures.column("amount", ColumnType.Simple.INTEGER, List.of(new Cleaning.Trim())));

  @TempDir private Path folder;
  private HeldFolder held;
  private SmallFeatures features;
  private Workspace workspace;

  @BeforeEach
  void open() {
    held = HeldFolder.take(folder.resolve("workspace"));
    DuckDbDialect dialect = new DuckDbDialect();
    features = new SmallFeatures(held.engine(), dialect);
    Builds builds = new Builds(held.store(), held.engine(), dialect, features);
    workspace = new LocalWorkspace(held, dialect, builds, features);
  }

  @AfterEach
  void close() {
    workspace.close();
  }

  @Test
  void aNewFileIsLandedUnderASlugOfItsName() throws IOException {
    Added added = added(file("Order List.csv", ORDERS));
    Build build = await(added.build());

    assertThat(added.source().id()).isEqualTo("order_list");
    assertThat(added.source().name()).isEqualTo("Order List");
    assertThat(added.note()).isNull();
    assertThat(build.status()).isEqualTo("ready");
    assertThat(build.action()).isEqualTo("create");
    assertThat(workspace.medallion("Order List").status())
        .isEqualTo(
            Map.of(
                Layer.BRONZE, LayerStatus.READY,
                Layer.SILVER, LayerStatus.PENDING,
                Layer.GOLD, LayerStatus.PENDING));
    assertThat(workspace.show("order_list", Layer.BRONZE, null, 2, 1).total()).isEqualTo(4);
    assertThat(workspace.source("order_list").metadata().medallionConfig().landing()).isNotNull();
  }

  @Test
  void aTakenNameGetsANumberAndSaysSo() throws IOException {
    add("orders.csv", ORDERS);
    Files.createDirectories(folder.resolve("other"));
    Added second = added(file("other/orders.csv", ORDERS));
    await(second.build());

    assertThat(second.source().id()).isEqualTo("orders_2");
    assertThat(second.note()).contains("taken").contains("orders_2");
  }

  @Test
  void aKnownPathIsSyncedAndAnUnchangedFileLeftAlone() throws IOException {
    add("orders.csv", ORDERS);
    Added again = added(folder.resolve("orders.csv"));

    assertThat(again.source().id()).isEqualTo("orders");
    assertThat(again.note()).contains("known");
    assertThat(again.build().status()).isEqualTo("ready");
    assertThat(again.build().step()).isEqualTo("unchanged");
    assertThat(workspace.build(again.build().id())).isEqualTo(again.build());
    assertThat(workspace.sources()).hasSize(1);
  }

  @Test
  void aChangedFileRebuildsAllThatHangsOnIt() throws IOException {
    add("orders.csv", ORDERS);
    await(workspace.buildSilver("orders", TYPED));
    await(
        workspace.buildGold(
            "orders",
            new GoldRecipe(
                List.of(
                    SmallFeatures.table(
                        "total",
                        "SELECT sum(amount)::BIGINT AS total FROM silver_orders_cleaned")))));
    assertThat(workspace.show("orders", Layer.GOLD, "total", 9, 0).rows())
        .containsExactly(List.of(35L));

    file("orders.csv", "id,amount\n1,10\n2,90\n");
    Build sync = await(workspace.sync("orders", SyncWishes.NONE));

    assertThat(sync.layers())
        .extracting(MedallionBuildLog::tableName)
        .containsExactly("bronze_orders_raw", "silver_orders_cleaned", "gold_orders_total");
    assertThat(workspace.show("orders", Layer.GOLD, null, 9, 0).rows())
        .containsExactly(List.of(100L));
    assertThat(workspace.logs("orders", Layer.SILVER, null))
        .extracting(MedallionBuildLog::action)
        .containsExactly("refresh", "create");
    assertThat(workspace.check(null)).allSatisfy(result -> assertThat(result.passed()).isTrue());
  }

  @Test
  void aFileThatLacksAColumnWaitsForAYesAndChangesNothing() throws IOException {
    add("orders.csv", ORDERS);
    await(workspace.buildSilver("orders", TYPED));
    file("orders.csv", "id,price\n1,10\n");
    Build sync = await(workspace.sync("orders", SyncWishes.NONE));

    assertThat(sync.status()).isEqualTo("paused");
    assertThat(sync.error()).contains("'amount' is gone");
    assertThat(workspace.source("orders").metadata().waiting().drift().changes()).isNotEmpty();
    Map<Layer, LayerStatus> strip = workspace.medallion("orders").status();
    assertThat(strip).containsEntry(Layer.BRONZE, LayerStatus.READY);
    assertThat(strip).containsEntry(Layer.SILVER, LayerStatus.READY);
    assertThat(workspace.show("orders", Layer.SILVER, null, 9, 0).total()).isEqualTo(2);
    assertThat(workspace.drift("orders").breaks()).anyMatch(broken -> broken.contains("'amount'"));
  }

  @Test
  void silverKeepsItsLedgerAndItsRejectedRowsAsReceived() throws IOException {
    add("orders.csv", ORDERS);
    Build build = await(workspace.buildSilver("orders", TYPED));

    MedallionBuildLog log = build.layers().getFirst();
    assertThat(log.rowsProcessed()).isEqualTo(4);
    assertThat(log.rowsRejected()).isEqualTo(1);
    assertThat(log.rowsDuplicate()).isEqualTo(1);
    assertThat(log.rejectionReasons()).isEqualTo(Map.of("invalid_amount", 1L));
    assertThat(workspace.rejects("orders", 10, 0).rows())
        .containsExactly(List.of(1L, 5L, List.of("invalid_amount"), "3", "x"));
  }

  @Test
  void aBadRecipeIsRefusedAtOnceAndChangesNothing() throws IOException {
    add("orders.csv", ORDERS);
    SilverRecipe wrong =
        new SilverRecipe(
            List.of(SmallFeatures.column("amuont", ColumnType.Simple.TEXT, List.of())), null);

    assertThatThrownBy(() -> workspace.buildSilver("orders", wrong))
        .isInstanceOf(UserError.class)
        .hasMessageContaining("amuont");
    assertThat(workspace.medallion("orders").layers()).hasSize(1);
  }

  @Test
  void aSuggestionNeverOverwritesAPersonsRecipe() throws IOException {
    add("orders.csv", ORDERS);
    await(workspace.buildSilver("orders", null));
    assertThat(held.store().recipes().inForce("silver_orders_cleaned").orElseThrow().author())
        .isEqualTo(Author.RULES);
    await(workspace.buildSilver("orders", TYPED));
    workspace.suggestSilver("orders");
    await(workspace.buildSilver("orders", null));

    assertThat(held.store().recipes().inForce("silver_orders_cleaned").orElseThrow())
        .returns(TYPED, Recipes.Applied::recipe)
        .returns(Author.PERSON, Recipes.Applied::author);
    assertThat(held.store().recipes().history("silver_orders_cleaned")).hasSize(2);
  }

  @Test
  void profileAndSuggestionAreMadeOnceForABronzeBuild() throws IOException {
    add("orders.csv", ORDERS);
    workspace.profile("orders");
    workspace.suggestSilver("orders");
    workspace.suggestSilver("orders");

    assertThat(features.measured).isEqualTo(1);
    assertThat(features.suggested).isEqualTo(1);
    assertThat(workspace.source("orders").metadata().sampleProfile()).isNotNull();
    await(workspace.buildBronze("orders"));
    workspace.suggestSilver("orders");
    assertThat(features.suggested).isEqualTo(2);
  }

  @Test
  void anAnswerSettlesTheQuestionNowAndInLaterSuggestions() throws IOException {
    add("visits.csv", "id,visit_date\n1,01/02/2024\n");
    await(workspace.buildSilver("visits", null));
    assertThat(workspace.medallion("visits").questions())
        .extracting(Question::column)
        .containsExactly("visit_date");

    Build build = await(workspace.answer("visits", "visit_date", "D/M"));

    assertThat(build.layers()).hasSize(1);
    assertThat(workspace.medallion("visits").questions()).isEmpty();
    assertThat(workspace.show("visits", Layer.SILVER, null, 9, 0).rows().getFirst())
        .contains("2024-02-01");
    await(workspace.buildBronze("visits"));
    assertThat(workspace.suggestSilver("visits").questions()).isEmpty();
  }

  @Test
  void anAnswerBeforeSilverIsKeptForItsFirstBuild() throws IOException {
    add("visits.csv", "id,visit_date\n1,01/02/2024\n");
    Build settled = workspace.answer("visits", "visit_date", "M/D");
    assertThat(settled.ended()).isTrue();
    await(workspace.buildSilver("visits", null));

    assertThat(workspace.show("visits", Layer.SILVER, null, 9, 0).rows().getFirst())
        .contains("2024-01-02");
  }

  @Test
  void aPreviewShowsPlanRowsAndLedgerAndChangesNothing() throws IOException {
    add("orders.csv", ORDERS);
    BuildPreview preview = workspace.previewSilver("orders", TYPED);

    assertThat(preview.rows()).isEqualTo(2);
    assertThat(preview.ledger().rejected()).isEqualTo(1);
    assertThat(preview.before().rows()).hasSize(4);
    assertThat(preview.after().rows())
        .extracting(row -> row.get(2))
        .containsExactly("accepted", "duplicate of row 4", "accepted", "rejected: invalid_amount");
    assertThat(preview.plan()).extracting(BuildPreview.PlannedStep::step).startsWith("clean");
    assertThat(held.engine().columns("silver_orders_cleaned")).isEmpty();
    assertThat(workspace.medallion("orders").layers()).hasSize(1);
    assertThat(
            held.engine()
                .query("SELECT count(*) FROM duckdb_tables() WHERE table_name LIKE 'assay_st%'")
                .rows())
        .containsExactly(List.of(0L));
  }

  @Test
  void droppingWhatOthersDependOnNeedsCascade() throws IOException {
    add("orders.csv", ORDERS);
    await(workspace.buildSilver("orders", TYPED));
    await(workspace.buildGold("orders", null));

    assertThatThrownBy(() -> workspace.drop("orders", Layer.BRONZE, null, false))
        .isInstanceOfSatisfying(
            UserError.class, e -> assertThat(e.kind()).isEqualTo(UserError.Kind.CONFLICT))
        .hasMessageContaining("silver_orders_cleaned, gold_orders_rows depend");
    workspace.drop("orders", Layer.SILVER, null, true);

    assertThat(workspace.medallion("orders").layers()).hasSize(1);
    assertThat(held.engine().columns("gold_orders_rows")).isEmpty();
    assertThat(held.engine().columns("silver_orders_rejected")).isEmpty();
    assertThat(workspace.logs("orders", Layer.GOLD, null)).hasSize(1);
  }

  @Test
  void aRemovedSourceLeavesNothingBehind() throws IOException {
    Path upload = Files.writeString(held.uploads().resolve("abc"), ORDERS);
    Added added =
        workspace.addUploads(List.of(new Upload(upload, "orders.csv")), AddOptions.NONE).getFirst();
    await(added.build());
    workspace.remove("orders");

    assertThat(workspace.sources()).isEmpty();
    assertThat(held.engine().columns("bronze_orders_raw")).isEmpty();
    assertThat(upload).doesNotExist();
    assertThatThrownBy(() -> workspace.source("orders"))
        .hasMessage("There is no source 'orders'. Add a file or a connection first.");
  }

  @Test
  void silverMayBeAskedForWhileBronzeIsStillLanding() throws IOException {
    Added added = added(file("orders.csv", ORDERS));
    Build silver = await(workspace.buildSilver("orders", null));

    assertThat(workspace.build(added.build().id()).status()).isEqualTo("ready");
    assertThat(silver.status()).isEqualTo("ready");
  }

  @Test
  void whatIsNotThereIsAClearSentence() throws IOException {
    assertThatThrownBy(() -> added(folder.resolve("no.csv")))
        .hasMessageContaining("There is no file");
    Path empty = file("empty.csv", "");
    assertThatThrownBy(() -> added(empty)).hasMessageContaining("is empty");
    assertThat(workspace.sources()).isEmpty();

    add("orders.csv", ORDERS);
    assertThatThrownBy(() -> workspace.buildGold("orders", null))
        .hasMessageContaining("Silver of 'orders' has not been built");
    assertThatThrownBy(() -> workspace.show("orders", Layer.GOLD, "x", 1, 0))
        .hasMessageContaining("no Gold table 'x'");
  }

  @Test
  void theStatusIsTheSameAfterTheWorkspaceWasClosedAndOpened() throws IOException {
    add("orders.csv", ORDERS);
    await(workspace.buildSilver("orders", TYPED));
    Medallion before = workspace.medallion("orders");
    close();
    open();

    assertThat(workspace.medallion("orders")).isEqualTo(before);
  }

  private Added added(Path path) {
    return workspace.add(List.of(path), AddOptions.NONE).getFirst();
  }

  private void add(String name, String content) throws IOException {
    await(added(file(name, content)).build());
  }

  private Path file(String name, String content) throws IOException {
    Path file = folder.resolve(name);
    Files.createDirectories(file.getParent());
    // A new file each time: the same size within one tick of the clock would look unchanged.
    Files.deleteIfExists(file);
    return Files.writeString(file, content);
  }

  private Build await(Build build) {
    return workspace.await(build.id(), Duration.ofSeconds(60), _ -> {});
  }
}

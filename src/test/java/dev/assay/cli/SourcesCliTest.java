package dev.assay.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import dev.assay.model.Connection;
import dev.assay.model.Json;
import dev.assay.model.SyncSettings;
import dev.assay.model.UserError;
import dev.assay.model.Waiting;
import dev.assay.web.WebServer;
import dev.assay.workspace.SyncWishes;
import dev.assay.workspace.WorkspaceLock;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Many files, pipes, databases and syncing on the command line. */
class SourcesCliTest extends CliStage {
  @Test
  void oneFileThatFailsLeavesTheOthersAndIsSaid() throws IOException {
    Files.writeString(here.resolve("b.csv"), "a\n1\n");
    assertThat(run("run", "orders.csv", "missing.csv", "b.csv")).isEqualTo(2);
    assertThat(out).contains("orders", "b", "Next: ");
    assertThat(err).contains("1 of 3 failed:").contains("missing.csv: There is no file ");
    assertThat(run("add", "missing.csv")).isEqualTo(2);
    assertThat(err).startsWith("There is no file ");
    assertThat(run("add", "orders.csv", "b.csv", "--json")).isZero();
    JsonNode added = Json.read(out, JsonNode.class);
    assertThat(added.at("/source/id").asText()).isEqualTo("orders_2");
    assertThat(added.at("/more/0/source/id").asText()).isEqualTo("b_2");
  }

  @Test
  void optionsReachTheWorkspace() {
    assertThat(
            run(
                "add",
                "orders.csv",
                "--sheet",
                "a",
                "--table",
                "b",
                "--together",
                "--mode",
                "snapshot",
                "--cursor",
                "id"))
        .as(() -> err)
        .isZero();
    var options = workspace.options.getLast();
    assertThat(options.tables()).containsExactly("a", "b");
    assertThat(options.together()).isTrue();
    assertThat(options.sync().mode()).isEqualTo(SyncSettings.LoadMode.SNAPSHOT);
    assertThat(options.sync().cursor()).isEqualTo("id");
  }

  @Test
  void whatIsPipedInIsKeptAsAnUploadAlsoByAServer() throws Exception {
    piped = "a,b\n1,2\n";
    assertThat(run("add", "-", "--name", "pipe", "--json")).as(() -> err).isZero();
    JsonNode origin = Json.read(out, JsonNode.class).at("/source/origin");
    assertThat(origin.get("uploaded").asBoolean()).isTrue();
    assertThat(Path.of(origin.get("path").asText())).hasContent(piped);
    Path folder = here.resolve("assay-workspace");
    held = true;
    try (WorkspaceLock _ = WorkspaceLock.take(folder);
        WebServer server =
            WebServer.start(
                workspace, new WebServer.Settings(0, folder.resolve("uploads"), "t", 1_000))) {
      new WorkspaceFolder(folder).note(server.address());
      assertThat(run("add", "-", "--json", "--mode", "append")).as(() -> err).isZero();
      origin = Json.read(out, JsonNode.class).at("/source/origin");
      assertThat(origin.get("file_name").asText()).isEqualTo("stdin.csv");
      assertThat(Path.of(origin.get("path").asText())).hasContent(piped);
      assertThat(workspace.options.getLast().sync().mode()).isEqualTo(SyncSettings.LoadMode.APPEND);
    }
    try (var files = Files.list(folder.resolve("uploads"))) {
      assertThat(files).hasSize(2);
    }
  }

  @Test
  void aDatabaseIsListedBeforeItIsTaken() {
    environment.put("ASSAY_PASSWORD", "s3cret");
    String address = "postgresql://ann@db:5433/shop";
    assertThat(run("add", address)).as(() -> err).isEqualTo(2);
    assertThat(out)
        .contains("public.albums", "artist_id → artists", "about 2,000")
        .contains("Take all:   ./assay add shop --all")
        .doesNotContain("s3cret");
    assertThat(workspace.asked.getFirst().secret()).isEqualTo("s3cret");
    assertThat(workspace.asked.getFirst().tls()).isEqualTo(Connection.Tls.PREFER);
    assertThat(run("add", "shop", "--table", "albums")).as(() -> err).isZero();
    assertThat(run("add", address, "--all")).isZero();
    assertThat(workspace.connections()).hasSize(1);
    environment.put("ASSAY_PASSWORD", "changed");
    assertThat(run("add", address, "--all")).isZero();
    assertThat(workspace.asked.getLast().secret()).isEqualTo("changed");
    environment.clear();
    typed = "not asked for";
    assertThat(run("add", address, "--all")).isZero();
    assertThat(workspace.asked.getLast().secret()).isEqualTo("changed");
    assertThat(workspace.connections()).hasSize(1);
    assertThat(run("add", "shop", "--query", "SELECT 1")).isZero();
    assertThat(run("add", "shop", "--table", "songs")).isEqualTo(2);
    assertThat(err).startsWith("There is no table 'songs'. Tables are: public.albums");
    assertThat(run("sources")).isZero();
    assertThat(out).contains("postgresql://db:5433/shop › public.albums", "› SELECT 1");
    assertThat(run("sync", "shop")).isZero();
    assertThat(run("connections")).isZero();
    assertThat(out).contains("shop", "postgresql://db:5433/shop", "ann", "kept");
    assertThat(run("connections", "tables", "shop")).isZero();
    assertThat(out).contains("audit.artists");
    assertThat(run("connections", "remove", "shop")).isEqualTo(2);
    assertThat(err).contains("remove them first");
  }

  @Test
  void aPasswordIsAskedForWhereSomebodyCanBeAsked() {
    typed = "typed";
    run("add", "mysql://ann@db/shop", "--tls", "verify");
    assertThat(workspace.asked.getLast().secret()).isEqualTo("typed");
    assertThat(workspace.asked.getLast().tls()).isEqualTo(Connection.Tls.VERIFY);
    typed = null;
    run("add", "mysql://ann@other/shop");
    assertThat(workspace.asked.getLast().secret()).isNull();
    assertThat(workspace.asked.getLast().name()).isEqualTo("shop_2");
  }

  @Test
  void anAddressIsTakenApartAndNothingElseOfItIsTaken() throws IOException {
    assertThat(ConnectionAddress.parse("sqlserver://sa@[::1]:1433/a%20b", here))
        .isEqualTo(
            new ConnectionAddress(Connection.System.SQLSERVER, "sa", "[::1]", 1433, "a b", null));
    assertThat(ConnectionAddress.parse("bigquery://project/sales", here).schema())
        .isEqualTo("sales");
    assertThat(ConnectionAddress.parse("sqlite:shop.db", here).database())
        .isEqualTo(here.resolve("shop.db").toString());
    assertThat(ConnectionAddress.parse("h2://db/shop", here).host()).isEqualTo("db");
    assertThat(ConnectionAddress.parse("h2:shop", here).host()).isNull();
    assertThat(ConnectionAddress.is("C:/data/x.csv")).isFalse();
    for (String[] wrong :
        new String[][] {
          {"postgresql://ann:pw@db/shop", "ASSAY_PASSWORD"},
          {"postgresql://db/shop?socketFactory=x", "'socketFactory'"},
          {"h2://db/shop;INIT=RUNSCRIPT", "'INIT'"},
          {"jdbc:postgresql://db/shop", "'jdbc:'"},
          {"mongodb://db/shop", "'mongodb' is no database"},
          {"mysql:///shop", "names no host"}
        }) {
      assertThatThrownBy(() -> ConnectionAddress.parse(wrong[0], here))
          .isInstanceOf(UserError.class)
          .hasMessageContaining(wrong[1])
          .hasMessageNotContaining("pw");
    }
    Files.writeString(here.resolve("key.json"), "{\"type\":\"service_account\"}");
    run("add", "bigquery://project/audit", "--key-file", "key.json", "--all");
    assertThat(workspace.asked.getLast().secret()).contains("service_account");
    assertThat(workspace.sources()).hasSize(1);
  }

  @Test
  void aSyncThatWaitsForAYesExitsWith3AndIsShownUntilItIsSettled() {
    run("add", "orders.csv");
    workspace.ending = "paused";
    assertThat(run("sync", "orders")).isEqualTo(3);
    assertThat(err).isEqualTo("1 row came where 3 were: sync with --accept.\n");
    assertThat(run("sync", "--all")).isEqualTo(3);
    assertThat(err).contains("1 of 1 failed:").contains("orders: 1 row came");
    workspace.waiting = new Waiting("1 row came where 3 were.", null, 3L, 1L, Instant.EPOCH);
    for (String[] command :
        List.of(
            new String[] {"status"},
            new String[] {"status", "orders"},
            new String[] {"show", "bronze", "orders"})) {
      assertThat(run(command)).isZero();
      assertThat(out)
          .contains("waits for a yes: 1 row came where 3 were.")
          .contains("./assay sync orders --accept");
    }
    workspace.ending = "ready";
    assertThat(run("sync", "orders", "--accept")).isZero();
    assertThat(workspace.syncs.getLast()).isEqualTo(new SyncWishes(false, true, false));
    assertThat(run("sync")).isEqualTo(2);
    assertThat(err).contains("--all");
  }

  @Test
  void aPreviewSaysHowSureItIs() {
    assertThat(run("preview", "orders.csv")).as(() -> err).isZero();
    assertThat(out)
        .contains("Delimiter ,, quote \", UTF-8, 1 header row: 98% sure; nothing else comes near.")
        .contains("ann@x.com")
        .contains("Holds 2 tables: orders, notes.")
        .contains("Next: ./assay add orders.csv");
  }

  @Test
  void settingsLoadsAndDriftAreReadable() {
    run("add", "orders.csv");
    assertThat(
            run(
                "settings",
                "orders",
                "--mode",
                "append",
                "--cursor",
                "id",
                "--contract-added",
                "pause",
                "--gold",
                "manual",
                "--keep",
                "3",
                "--watch"))
        .as(() -> err)
        .isZero();
    assertThat(out)
        .contains("mode       append", "cursor     id", "Gold manual", "added pause", "3 older");
    assertThat(run("schedule", "orders", "30 6 * * MON-FRI", "--zone", "Europe/Lisbon")).isZero();
    assertThat(out).contains("30 6 * * MON-FRI in Europe/Lisbon").contains("mode       append");
    assertThat(run("schedule", "orders", "61 * * * *")).isEqualTo(2);
    assertThat(err).contains("61 not in range");
    assertThat(run("schedule", "orders", "--off")).isZero();
    assertThat(out).contains("schedule   none");
    assertThat(run("loads", "orders")).isZero();
    assertThat(out.lines().toList().get(1)).contains("2").contains("replace").contains("4");
    assertThat(run("undo", "orders")).isZero();
    assertThat(out).startsWith("Load 2 is undone.");
    assertThat(run("undo", "orders")).isZero();
    assertThat(out).startsWith("Load 1 is undone.");
    assertThat(run("undo", "orders")).isEqualTo(2);
    assertThat(run("drift", "orders")).isZero();
    assertThat(out)
        .contains("+ Column 'colour' is new.\n    a sync waits for a yes (pause)")
        .contains("- Column 'fax' is gone.")
        .contains("What would no longer work:");
    assertThat(run("settings", "orders", "--json")).isZero();
    assertThat(out).isEqualTo(Json.write(workspace.settings("orders")) + "\n");
  }
}

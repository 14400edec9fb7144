package dev.assay.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.assay.model.Json;
import dev.assay.web.WebServer;
import dev.assay.workspace.WorkspaceLock;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

class CliTest extends CliStage {
  @Test
  void runDoesTheWholeJobAndSaysWhatIsOpenIn25Lines() {
    assertThat(run("run", "orders.csv")).as(() -> err).isZero();
    assertThat(out)
        .contains("Bronze ready    3 rows")
        .contains("3 received = 1 cleaned + 1 left out + 1 duplicates; every row and cell")
        .contains("null_email 1")
        .contains("gold_orders_by_month")
        .contains("1 open question:")
        .contains("./assay answer orders.order_date D/M")
        .endsWith("Next: ./assay ask \"What is the total by month?\"\n");
    assertThat(out.lines().count()).isLessThanOrEqualTo(25);
    assertThat(err).isEmpty();
  }

  @Test
  void runOfManyFilesStaysWithin25Lines() throws IOException {
    String[] arguments = new String[41];
    arguments[0] = "run";
    for (int i = 1; i <= 40; i++) {
      arguments[i] = "f" + i + ".csv";
      Files.writeString(here.resolve(arguments[i]), "a\n1\n");
    }
    assertThat(run(arguments)).isZero();
    assertThat(out.lines().count()).isLessThanOrEqualTo(25);
    assertThat(out).contains("40 open questions").contains("Next: ");
  }

  @Test
  void statusShowsAllSourcesAndTellsANewcomerHowToStart() {
    assertThat(run("status")).isEqualTo(2);
    assertThat(err).contains("./assay run FILE").contains("There is no workspace");
    assertThat(here.resolve("assay-workspace")).doesNotExist();
    run("add", "orders.csv");
    assertThat(run("status")).isZero();
    assertThat(out.lines().toList().getFirst()).startsWith("SOURCE  BRONZE  ROWS  SILVER");
    assertThat(out).contains("orders  ready      3  pending");
  }

  @Test
  void jsonIsWhatRestAnswers() {
    run("add", "orders.csv");
    assertThat(run("--json", "status")).isZero();
    assertThat(out).isEqualTo(Json.write(workspace.sources()) + "\n");
    assertThat(run("profile", "orders", "--json")).isZero();
    assertThat(out).isEqualTo(Json.write(workspace.profile("orders")) + "\n");
    assertThat(run("suggest", "silver", "orders", "--json")).isZero();
    assertThat(out).isEqualTo(Json.write(workspace.suggestSilver("orders")) + "\n");
    assertThat(run("--json", "build", "silver", "orders", "--preview")).isZero();
    assertThat(out).isEqualTo(Json.write(workspace.previewSilver("orders", null)) + "\n");
    assertThat(run("status", "nobody", "--json")).isEqualTo(2);
    assertThat(Json.read(out, JsonNode.class).get("status").asInt()).isEqualTo(404);
  }

  @Test
  void exitCodesTellWhoseTurnItIs() {
    run("add", "orders.csv");
    assertThat(run("show", "bronze", "nobody")).isEqualTo(2);
    assertThat(err).isEqualTo("There is no source 'nobody'. See: assay sources\n");
    assertThat(run("sql", "SELECT bug")).isEqualTo(1);
    assertThat(err).contains("bug in Assay").doesNotContain("secret");
    assertThat(run("check", "broken")).isEqualTo(3);
    assertThat(out).contains("1 of 2 checks failed.");
    assertThat(run("check")).isZero();
    workspace.ending = "error";
    assertThat(run("build", "silver", "orders")).isEqualTo(3);
    assertThat(err).isEqualTo("Three rows break >= 0 in 'id': mend them or change the rule.\n");
    assertThat(run("ask", "amount?!")).isEqualTo(2);
    assertThat(out).contains("Which amount?").contains("net amount");
  }

  @Test
  void whatIsMistypedIsExplained() {
    assertThat(run("staus")).isEqualTo(2);
    assertThat(err).contains("There is no command 'staus'.").contains("status");
    assertThat(run("show", "orders")).isEqualTo(2);
    assertThat(err).contains("NAME").contains("Usage: ").contains("./assay show --help");
    assertThat(run()).isEqualTo(2);
    assertThat(out).contains("Commands:").contains("demo");
    assertThat(run("help", "show")).isZero();
    assertThat(out).contains("--sql");
    run("add", "orders.csv");
    assertThat(run("show", "copper", "orders")).isEqualTo(2);
    assertThat(err).isEqualTo("There is no layer 'copper'. Use bronze, silver or gold.\n");
    assertThat(run("add", "missing.csv")).isEqualTo(2);
    assertThat(err).startsWith("There is no file ");
  }

  @Test
  void aRecipeCanBeWrittenEditedAndBuilt() throws IOException {
    run("add", "orders.csv");
    assertThat(run("suggest", "silver", "orders", "-o", "recipe.json")).isZero();
    assertThat(out).contains("Written to recipe.json").contains("--recipe recipe.json");
    assertThat(run("build", "silver", "orders", "--recipe", "recipe.json")).isZero();
    assertThat(workspace.recipes.getLast()).isEqualTo(workspace.suggestSilver("orders"));
    Files.writeString(
        here.resolve("bad.json"),
        "{\"columns\":[{\"source_colum\":\"a\"},{\"source_column\":\"b\",\"target_type\":\"INTT\"}]}");
    assertThat(run("build", "silver", "orders", "--recipe", "bad.json")).isEqualTo(2);
    assertThat(err).startsWith("2 things to mend:").contains("/columns/1/target_type: ");
    assertThat(run("build", "gold", "orders", "--table", "nope")).isEqualTo(2);
    assertThat(err).contains("gold_orders_by_month");
    assertThat(run("build", "gold", "orders", "--table", "gold_orders_by_month")).isZero();
  }

  @Test
  void rowsAndSqlAndAnswersAreReadable() {
    run("add", "orders.csv");
    assertThat(run("show", "silver", "orders")).isZero();
    assertThat(out).isEqualTo("id  email\n 1  ann@x.com\n 2  NULL\n\n2 rows\n");
    assertThat(run("show", "silver", "orders", "--sql")).isZero();
    assertThat(out).isEqualTo("-- Clean all.\nSELECT 1;\n\n");
    assertThat(run("show", "bronze", "orders", "--sql")).isEqualTo(2);
    assertThat(run("rejects", "orders", "--malformed")).isZero();
    assertThat(out).isEqualTo("Every line of the file could be read.\n");
    assertThat(run("ask", "total by month")).isZero();
    assertThat(out)
        .contains("The total is 3.")
        .contains("Answered from gold_orders_by_month (Gold): It holds the sums by month.")
        .contains("2 rows as received are not in this answer")
        .contains("SQL: SELECT sum(id)\n     FROM gold_orders_by_month");
    assertThat(run("logs", "orders")).isZero();
    assertThat(out).contains("silver_orders").contains("null_email 1");
  }

  @Test
  void exportsWriteTheFileOrNothing() throws IOException {
    run("add", "orders.csv");
    assertThat(run("export", "gold", "orders", "-o", "x.csv")).isZero();
    assertThat(out).contains("Written: x.csv (21 B)");
    assertThat(here.resolve("x.csv")).hasContent("id,email\n1,ann@x.com\n");
    assertThat(run("export", "gold", "orders", "-o", "x.doc")).isEqualTo(2);
    assertThat(run("export", "gold", "orders", "-o", "y.csv", "--table", "refused")).isEqualTo(2);
    try (var files = Files.list(here)) {
      assertThat(files).noneMatch(file -> file.getFileName().toString().contains("y.csv"));
    }
    assertThat(run("export", "gold", "orders", "-o", "-", "--format", "csv")).isZero();
    assertThat(out).isEqualTo("id,email\n1,ann@x.com\n");
  }

  @Test
  void theWorkspaceIsSoughtUpwardsAndNamedInWhatToTypeNext() throws IOException {
    run("add", "orders.csv");
    Path deep = Files.createDirectories(here.resolve("a/b"));
    assertThat(WorkspaceFolder.find(null, deep).path()).isEqualTo(here.resolve("assay-workspace"));
    assertThat(run("run", "orders.csv", "--workspace", "my space")).isZero();
    assertThat(out).contains("./assay --workspace '").contains("my space' answer");
    assertThat(here.resolve("my space")).exists();
  }

  @Test
  void commandsMeanTheSameWhileAServerHoldsTheWorkspace() throws Exception {
    run("run", "orders.csv");
    List<List<String>> commands =
        List.of(
            List.of("status"),
            List.of("status", "orders"),
            List.of("sources"),
            List.of("profile", "orders"),
            List.of("suggest", "silver", "orders"),
            List.of("suggest", "gold", "orders"),
            List.of("build", "gold", "orders", "--preview"),
            List.of("build", "silver", "orders"),
            List.of("refresh", "bronze", "orders"),
            List.of("sync", "orders"),
            List.of("show", "silver", "orders"),
            List.of("rejects", "orders", "--reason", "invalid_id"),
            List.of("rejects", "orders", "-o", "-", "--format", "csv"),
            List.of("diff", "orders"),
            List.of("diff", "orders", "--json"),
            List.of("diff", "orders", "--builds", "1", "2"),
            List.of("diff", "orders", "--history"),
            List.of("suggest", "silver", "orders", "--column", "id"),
            List.of("check"),
            List.of("ask", "total by month"),
            List.of("sql", "SELECT 1"),
            List.of("export", "gold", "orders", "-o", "-", "--format", "csv"),
            List.of("drop", "bronze", "orders"),
            List.of("show", "gold", "nobody"),
            List.of("settings", "orders", "--mode", "append", "--watch"),
            List.of("schedule", "orders", "30 6 * * *", "--zone", "UTC"),
            List.of("schedule", "orders", "--off"),
            List.of("loads", "orders"),
            List.of("undo", "orders", "--load", "2"),
            List.of("undo", "orders", "--load", "7"),
            List.of("drift", "orders"),
            List.of("mend", "orders", "1:5", "amount", "12", "--because", "as on the bill"),
            List.of("mend", "orders", "1:5", "amount", "--missing"),
            List.of("mend", "orders", "1:5", "amount"),
            List.of("overrides", "orders"),
            List.of("overrides", "orders", "--remove", "1"),
            List.of("overrides", "orders", "--remove", "2"),
            List.of("replay", "orders"),
            List.of("sync", "orders", "--verify", "--full"),
            List.of("sync", "--all"),
            List.of("preview", "orders.csv", "--delimiter", ";"),
            List.of("connections"),
            List.of("add", "nowhere"),
            List.of("answer", "orders.order_date", "D/M"));
    Path folder = here.resolve("assay-workspace");
    for (List<String> command : commands) {
      String[] arguments = command.toArray(String[]::new);
      held = false;
      workspace.steps = 2;
      int code = run(arguments);
      String localOut = out;
      String localErr = err;
      held = true;
      try (WorkspaceLock _ = WorkspaceLock.take(folder);
          WebServer server =
              WebServer.start(workspace, new WebServer.Settings(0, folder, "t", 1_000))) {
        new WorkspaceFolder(folder).note(server.address());
        assertThat(run(arguments)).as(command + err).isEqualTo(code);
        assertThat(out).as(command.toString()).isEqualTo(localOut);
        assertThat(err).isEqualTo(localErr);
      }
    }
  }

  @Test
  void aServerThatIsGoneIsNoHindrance() {
    run("add", "orders.csv");
    new WorkspaceFolder(here.resolve("assay-workspace")).note(URI.create("http://127.0.0.1:1"));
    assertThat(run("status")).as(() -> err).isZero();
    held = true;
    assertThat(run("status")).isEqualTo(2);
    assertThat(err).isEqualTo("Process 1 has the workspace.\n");
  }
}

package dev.assay.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.assay.model.Connection;
import dev.assay.model.Json;
import dev.assay.model.Relation;
import dev.assay.model.SyncSettings;
import dev.assay.workspace.MemoryWorkspace;
import dev.assay.workspace.SyncWishes;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Many files, connections and syncing over REST: what is taken, what is refused, what is kept. */
class SourcesRestTest {
  private static final String TOKEN = "a-secret";
  @TempDir Path folder;
  private final MemoryWorkspace workspace = new MemoryWorkspace();
  private WebServer server;
  private Client client;

  @BeforeEach
  void start() {
    server =
        WebServer.start(
            workspace, new WebServer.Settings(0, folder.resolve("uploads"), TOKEN, 100_000));
    client = new Client(server.address());
  }

  @AfterEach
  void stop() {
    server.close();
  }

  private static JsonNode json(HttpResponse<String> response) {
    return Json.read(response.body(), JsonNode.class);
  }

  private HttpResponse<String> withToken(String method, String path, Object body) {
    return client.send(
        method,
        path,
        body instanceof String text ? text : Json.write(body),
        Map.of("Content-Type", "application/json", "Authorization", "Bearer " + TOKEN));
  }

  private List<Path> uploads() throws IOException {
    try (var files = Files.list(folder.resolve("uploads"))) {
      return files.toList();
    }
  }

  @Test
  void severalFilesOfAFormBecomeSourcesTogether() throws IOException {
    var fields =
        Map.of("tables", "a, b", "together", "false", "mode", "append", "sync", "{\"watch\":true}");
    var response =
        client.form("POST", "/api/sources", fields, List.of("x.csv", "y.csv"), "id\n1\n");
    assertThat(response.statusCode()).isEqualTo(201);
    assertThat(json(response).at("/source/id").asText()).isEqualTo("x");
    assertThat(json(response).at("/more/0/source/id").asText()).isEqualTo("y");
    assertThat(uploads()).hasSize(2);
    var options = workspace.options.getFirst();
    assertThat(options.tables()).containsExactly("a", "b");
    assertThat(options.together()).isFalse();
    assertThat(options.sync().mode()).isEqualTo(SyncSettings.LoadMode.APPEND);
    assertThat(options.sync().watch()).isTrue();
  }

  @Test
  void oneFileThatCannotBeAddedLeavesTheOthers() throws IOException {
    Path file = Files.writeString(folder.resolve("x.csv"), "a\n1\n");
    Path missing = folder.resolve("missing.csv");
    var some =
        withToken(
            "POST", "/api/sources", Map.of("paths", List.of(missing.toString(), file.toString())));
    assertThat(some.statusCode()).isEqualTo(201);
    assertThat(json(some).at("/source/id").asText()).isEqualTo("x");
    assertThat(json(some).at("/more/0/label").asText()).isEqualTo("missing.csv");
    assertThat(json(some).at("/more/0/problem/status").asInt()).isEqualTo(404);
    var none = withToken("POST", "/api/sources", Map.of("paths", List.of(missing.toString())));
    assertThat(none.statusCode()).isEqualTo(404);
  }

  @Test
  void everyMistakeOfARequestIsNamedAtOnce() {
    var wrong =
        withToken(
            "POST",
            "/api/sources",
            """
            {"path": "/x", "quote": "ab", "mode": "add",
             "sync": {"kept_loads": -1, "colour": 1, "contract": {"added": "shrug"}}}\
            """);
    assertThat(wrong.statusCode()).isEqualTo(400);
    assertThat(json(wrong).get("problems").findValuesAsText("pointer"))
        .contains("/quote", "/mode", "/sync/colour", "/sync/contract/added");
    var both = withToken("POST", "/api/sources", "{\"path\":\"/x\",\"connection\":\"c\"}");
    assertThat(json(both).get("detail").asText()).contains("either paths or a connection");
    var form = client.form("POST", "/api/sources", Map.of("colour", "1"), List.of(), "");
    assertThat(json(form).get("problems").findValuesAsText("pointer"))
        .containsExactly("/colour", "/file");
  }

  @Test
  void aPreviewKeepsNothingOfAnUpload() throws IOException {
    var fields = Map.of("delimiter", "tab", "table", "orders");
    var preview = client.form("POST", "/api/sources/preview", fields, List.of("x.csv"), "id\n1\n");
    assertThat(preview.statusCode()).isEqualTo(200);
    assertThat(json(preview).at("/landing/format/kind").asText()).isEqualTo("delimited");
    assertThat(workspace.overrides.getLast().delimiter()).isEqualTo("\t");
    var tables = client.form("POST", "/api/sources/tables", Map.of(), List.of("x.xlsx"), "");
    assertThat(json(tables).findValuesAsText("name")).containsExactly("orders", "notes");
    assertThat(uploads()).isEmpty();
    assertThat(client.post("/api/sources/preview", Map.of("path", "/x")).statusCode())
        .isEqualTo(403);
    assertThat(client.post("/api/sources/tables", Map.of("path", "/x")).statusCode())
        .isEqualTo(403);
  }

  @Test
  void aSecretGoesInAndNeverComesOut() {
    var made =
        client.post(
            "/api/connections",
            Map.of("name", "shop", "system", "mysql", "host", "db", "password", "s3cret"));
    assertThat(made.statusCode()).isEqualTo(201);
    assertThat(made.body()).contains("\"has_secret\":true").doesNotContain("s3cret");
    assertThat(workspace.asked.getFirst().secret()).isEqualTo("s3cret");
    assertThat(client.get("/api/connections").body()).doesNotContain("s3cret");
    var refused =
        client.post(
            "/api/connections",
            Map.of("system", "mysql", "host", "db", "user", "ann", "password", "wrong"));
    assertThat(json(refused).get("detail").asText()).contains("refused the password of 'ann'");
  }

  @Test
  void whatReachesThisMachineNeedsTheToken() {
    for (String wished :
        List.of(
            "{\"system\":\"sqlite\",\"database\":\"/x.db\"}",
            "{\"system\":\"duckdb\",\"database\":\"/x.db\"}",
            "{\"system\":\"h2\",\"database\":\"/x\"}",
            "{\"system\":\"other\",\"url\":\"jdbc:x:y\"}",
            "{\"system\":\"postgresql\",\"host\":\"/var/run\",\"database\":\"x\"}")) {
      var stranger = client.post("/api/connections", wished);
      assertThat(stranger.statusCode()).as(wished).isEqualTo(403);
      assertThat(json(stranger).get("detail").asText()).contains("token");
      assertThat(withToken("POST", "/api/connections", named(wished)).statusCode())
          .as(wished)
          .isEqualTo(201);
    }
    var url = Map.of("system", "postgresql", "host", "db", "url", "jdbc:postgresql://db/x");
    assertThat(client.post("/api/connections", url).statusCode()).isEqualTo(403);
    assertThat(withToken("POST", "/api/connections", url).statusCode()).isEqualTo(400);
  }

  private String named(String connection) {
    return connection.replaceFirst("\\{", "{\"name\":\"c" + workspace.connections().size() + "\",");
  }

  @Test
  void aConnectionIsMadeOfPlainFieldsAlone() {
    var unknown =
        client.post(
            "/api/connections",
            "{\"system\":\"postgres\",\"host\":\"db\",\"options\":{},\"socketFactory\":\"x\"}");
    assertThat(unknown.statusCode()).isEqualTo(400);
    assertThat(json(unknown).get("problems").findValuesAsText("pointer"))
        .containsExactly("/system", "/options", "/socketFactory");
    assertThat(unknown.body()).contains("postgresql, mysql");
    var odd =
        client.post(
            "/api/connections",
            Map.of("system", "postgresql", "host", "db?socketFactory=x", "port", 70_000));
    assertThat(json(odd).get("problems").findValuesAsText("pointer"))
        .containsExactly("/host", "/port");
    var key =
        client.post(
            "/api/connections",
            Map.of(
                "system",
                "bigquery",
                "database",
                "p",
                "secret",
                "{\"type\":\"external_account\",\"credential_source\":{\"file\":\"/etc/x\"}}"));
    assertThat(json(key).get("detail").asText()).contains("service account");
    assertThat(workspace.connections()).isEmpty();
  }

  @Test
  void tablesOfAConnectionAreNamedWithOrWithoutTheirSchema() {
    workspace.connect(connection("shop"));
    var one =
        client.post("/api/sources", Map.of("connection", "shop", "tables", List.of("Albums")));
    assertThat(one.statusCode()).isEqualTo(201);
    assertThat(json(one).at("/source/origin/relation/schema").asText()).isEqualTo("public");
    var wrong =
        client.post(
            "/api/sources", Map.of("connection", "shop", "tables", List.of("artists", "songs")));
    assertThat(json(wrong).get("problems").findValuesAsText("message"))
        .containsExactly(
            "'artists' is the name of several tables: give one of public.artists, audit.artists.",
            "There is no table 'songs'. Tables are: public.albums, public.artists, audit.artists.");
    var asked = Map.of("connection", "shop", "query", "SELECT 1");
    assertThat(client.post("/api/sources", asked).statusCode()).isEqualTo(403);
    var query = withToken("POST", "/api/sources", asked);
    assertThat(json(query).at("/source/origin/relation/sql").asText()).isEqualTo("SELECT 1");
    var all = client.post("/api/sources", Map.of("connection", "shop"));
    assertThat(json(all).get("more")).hasSize(2);
  }

  private static dev.assay.workspace.NewConnection connection(String name) {
    return new dev.assay.workspace.NewConnection(
        name, Connection.System.POSTGRESQL, "db", null, "shop", "ann", "s", null, null, null);
  }

  @Test
  void aSyncSaysHowAndOneThatWaitsForAYesIsAProblem() {
    client.upload("/api/sources", Map.of(), "orders.csv", "id\n1\n");
    client.post("/api/sources/orders/sync", "{\"accept\":true}");
    assertThat(workspace.syncs.getLast()).isEqualTo(new SyncWishes(false, true, false));
    workspace.ending = "paused";
    workspace.steps = 2;
    var paused = client.post("/api/sources/orders/sync?wait=5", null);
    assertThat(paused.statusCode()).isEqualTo(409);
    assertThat(json(paused).get("type").asText()).endsWith(":build-paused");
    assertThat(json(paused).get("detail").asText()).contains("--accept");
    assertThat(json(paused).at("/build/exit_code").asInt()).isEqualTo(3);
  }

  @Test
  void aNewUploadTakesThePlaceOfTheOldOne() throws IOException {
    client.upload("/api/sources", Map.of(), "orders.csv", "id\n1\n");
    var replaced =
        client.form(
            "PUT",
            "/api/sources/orders/file",
            Map.of("accept", "true"),
            List.of("b.csv"),
            "id\n2\n");
    assertThat(replaced.statusCode()).isEqualTo(201);
    assertThat(workspace.syncs.getLast().accept()).isTrue();
    assertThat(json(client.get("/api/sources/orders")).at("/origin/file_name").asText())
        .isEqualTo("b.csv");
    int kept = uploads().size();
    assertThat(
            client
                .form("PUT", "/api/sources/nobody/file", Map.of(), List.of("c.csv"), "x")
                .statusCode())
        .isEqualTo(404);
    assertThat(uploads()).hasSize(kept);
  }

  @Test
  void settingsThatAreLeftOutStayAsTheyAre() {
    client.upload("/api/sources", Map.of(), "orders.csv", "id\n1\n");
    String settings = "/api/sources/orders/settings";
    var schedule = Map.of("cron", "30 6 * * MON-FRI", "zone", "Europe/Lisbon");
    withToken("PUT", settings, Map.of("schedule", schedule, "cursor", "id"));
    withToken("PUT", settings, Map.of("contract", Map.of("added", "pause")));
    JsonNode now = json(client.get(settings));
    assertThat(now.at("/schedule/zone").asText()).isEqualTo("Europe/Lisbon");
    assertThat(now.at("/contract/added").asText()).isEqualTo("pause");
    assertThat(now.at("/contract/dropped").asText()).isEqualTo("pause");
    assertThat(now.at("/downstream/silver").asText()).isEqualTo("auto");
    withToken("PUT", settings, "{\"schedule\":null}");
    assertThat(json(client.get(settings)).has("schedule")).isFalse();
    assertThat(json(client.get(settings)).get("cursor").asText()).isEqualTo("id");
    var wrong = withToken("PUT", settings, "{\"mode\":null,\"downstream\":{\"gold\":\"soon\"}}");
    assertThat(json(wrong).get("problems").findValuesAsText("pointer"))
        .containsExactlyInAnyOrder("/mode", "/downstream/gold");
    assertThat(wrong.body()).contains("auto, manual");
    var never = Map.of("schedule", Map.of("cron", "0 0 30 2 *", "zone", "UTC"));
    assertThat(json(withToken("PUT", settings, never)).get("detail").asText())
        .contains("never comes");
  }

  @Test
  void onlyALoadThatIsThereCanBeUndone() {
    client.upload("/api/sources", Map.of(), "orders.csv", "id\n1\n");
    assertThat(client.post("/api/sources/orders/loads/2/undo", null).statusCode()).isEqualTo(201);
    assertThat(json(client.get("/api/sources/orders/loads")).get(0).has("undone_at")).isTrue();
    assertThat(client.post("/api/sources/orders/loads/9/undo", null).statusCode()).isEqualTo(404);
    assertThat(client.post("/api/sources/orders/loads/x/undo", null).statusCode()).isEqualTo(400);
    assertThat(Json.readRequest("{\"kind\":\"table\",\"name\":\"a\"}", Relation.class))
        .isEqualTo(new Relation.Table(null, "a"));
  }
}

package dev.assay.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import dev.assay.model.Json;
import dev.assay.model.UserError;
import dev.assay.workspace.MemoryWorkspace;
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

class RestTest {
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

  private void orders() {
    assertThat(
            client.upload("/api/sources", Map.of(), "orders.csv", "id,email \n1,a\n").statusCode())
        .isEqualTo(201);
  }

  @Test
  void anUploadIsStoredUnderASafeNameAndAnswersWithItsBuild() throws IOException {
    workspace.steps = 3;
    var response =
        client.upload(
            "/api/sources",
            Map.of("name", "sales", "delimiter", ";", "header", "false", "charset", "UTF-8"),
            "../../etc/pa:ss?wd.csv",
            "id;email \n1;é\n");
    assertThat(response.statusCode()).isEqualTo(202);
    assertThat(response.headers().firstValue("Location").orElseThrow())
        .isEqualTo("/api/builds/" + json(response).at("/build/id").asText());
    assertThat(json(response).at("/source/origin/file_name").asText()).isEqualTo("passwd.csv");
    assertThat(workspace.overrides.getFirst().delimiter()).isEqualTo(";");
    assertThat(workspace.overrides.getFirst().headerRows()).isZero();
    Path stored = Path.of(json(response).at("/source/origin/path").asText());
    assertThat(stored.getParent()).isEqualTo(folder.resolve("uploads"));
    assertThat(Files.readString(stored)).isEqualTo("id;email \n1;é\n");
    try (var files = Files.list(folder.resolve("uploads"))) {
      assertThat(files).containsExactly(stored);
    }
  }

  @Test
  void anUploadThatIsTooLargeIsRefusedAndLeavesNothing() throws IOException {
    var response = client.upload("/api/sources", Map.of(), "big.csv", "x".repeat(200_000));
    assertThat(response.statusCode()).isEqualTo(413);
    assertThat(json(response).get("detail").asText()).contains("--max-upload");
    if (Files.exists(folder.resolve("uploads"))) {
      try (var files = Files.list(folder.resolve("uploads"))) {
        assertThat(files).isEmpty();
      }
    }
  }

  @Test
  void aFormSaysWhatIsWrongWithIt() throws IOException {
    var nothing = client.upload("/api/sources", Map.of("name", "x"), null, null);
    assertThat(nothing.statusCode()).isEqualTo(400);
    assertThat(json(nothing).at("/problems/0/pointer").asText()).isEqualTo("/file");
    var odd = client.upload("/api/sources", Map.of("quote", ";;"), "a.csv", "x");
    assertThat(json(odd).at("/problems/0/pointer").asText()).isEqualTo("/quote");
    try (var files = Files.list(folder.resolve("uploads"))) {
      assertThat(files).isEmpty();
    }
  }

  @Test
  void onlyTheTokenLetsACallerNameAPath() throws IOException {
    Path file = Files.writeString(folder.resolve("x.csv"), "a\n1\n");
    String body = Json.write(Map.of("path", file.toString()));
    var type = Map.of("Content-Type", "application/json");
    assertThat(client.send("POST", "/api/sources", body, type).statusCode()).isEqualTo(403);
    var wrong = Map.of("Content-Type", "application/json", "Authorization", "Bearer nope");
    assertThat(client.send("POST", "/api/sources", body, wrong).statusCode()).isEqualTo(403);
    var right = Map.of("Content-Type", "application/json", "Authorization", "Bearer " + TOKEN);
    assertThat(client.send("POST", "/api/sources", body, right).statusCode()).isEqualTo(201);
  }

  @Test
  void waitingAnswers201WhenReadyAnd202WhenNot() {
    orders();
    workspace.steps = 5;
    String silver = "/api/sources/orders/medallion/silver";
    assertThat(client.post(silver, null).statusCode()).isEqualTo(202);
    var waited = client.post(silver + "?wait=10", null);
    assertThat(waited.statusCode()).isEqualTo(201);
    assertThat(json(waited).get("status").asText()).isEqualTo("ready");
    assertThat(client.post(silver + "?wait=soon", null).statusCode()).isEqualTo(400);
  }

  @Test
  void aBuildThatFailsWhileWaitedForIsAProblemThatCarriesIt() {
    orders();
    workspace.ending = "error";
    var refused = client.post("/api/sources/orders/medallion/silver?wait=10", null);
    assertThat(refused.statusCode()).isEqualTo(422);
    assertThat(refused.headers().firstValue("Content-Type")).hasValue("application/problem+json");
    assertThat(json(refused).get("detail").asText()).contains("mend them");
    assertThat(json(refused).at("/build/status").asText()).isEqualTo("error");
    workspace.ending = "cancelled";
    assertThat(client.post("/api/sources/orders/sync?wait=1", null).statusCode()).isEqualTo(409);
  }

  @Test
  void aRecipeWithSeveralMistakesNamesThemAll() {
    orders();
    var response =
        client.post(
            "/api/sources/orders/medallion/silver",
            "{\"columns\":[{\"source_column\":\"id\",\"target_type\":\"INTEGR\"},"
                + "{\"source_column\":\"x\",\"null_strategy\":\"DROP\",\"colour\":1}]}");
    assertThat(response.statusCode()).isEqualTo(400);
    assertThat(json(response).get("problems")).hasSizeGreaterThanOrEqualTo(3);
    assertThat(workspace.recipes).isEmpty();
  }

  @Test
  void aBugShowsAnIdAndNothingElse() {
    var response = client.post("/api/sql", Map.of("sql", "SELECT bug"));
    assertThat(response.statusCode()).isEqualTo(500);
    assertThat(response.body()).contains("error_id").doesNotContain("secret", "Exception");
  }

  @Test
  void whatIsNotThereAndWhatIsNotJsonAreProblems() {
    assertThat(json(client.get("/api/nothing")).get("detail").asText()).contains("/openapi.yaml");
    assertThat(client.get("/api/nothing").statusCode()).isEqualTo(404);
    assertThat(client.delete("/api/ask").statusCode()).isEqualTo(405);
    assertThat(
            client
                .send("POST", "/api/sql", "{}", Map.of("Content-Type", "text/plain"))
                .statusCode())
        .isEqualTo(415);
    assertThat(client.post("/api/sql", "{").statusCode()).isEqualTo(400);
    assertThat(json(client.post("/api/sql", "{}")).at("/problems/0/pointer").asText())
        .isEqualTo("/sql");
    orders();
    assertThat(client.get("/api/sources/orders/medallion/copper/logs").statusCode()).isEqualTo(404);
    assertThat(client.get("/api/sources/orders/medallion/gold/rows?limit=-1").statusCode())
        .isEqualTo(400);
    assertThat(client.delete("/api/sources/orders/medallion/bronze").statusCode()).isEqualTo(409);
    assertThat(client.delete("/api/sources/orders/medallion/bronze?cascade=true").statusCode())
        .isEqualTo(200);
    assertThat(client.delete("/api/sources/orders").statusCode()).isEqualTo(204);
  }

  @Test
  void strangersAreTurnedAway() throws IOException {
    int port = server.port();
    assertThat(RawHttp.status(port, "Host: evil.example:" + port)).isEqualTo(403);
    assertThat(RawHttp.status(port, "Host: 127.0.0.1:1")).isEqualTo(403);
    assertThat(RawHttp.status(port, "Host: 127.0.0.1")).isEqualTo(403);
    assertThat(RawHttp.status(port, "Host: localhost:" + port)).isEqualTo(200);
    assertThat(RawHttp.status(port, "Host: [::1]:" + port)).isEqualTo(200);
    String ours = "Host: localhost:" + port + "\r\n";
    assertThat(RawHttp.status(port, ours + "Origin: https://evil.example")).isEqualTo(403);
    assertThat(RawHttp.status(port, ours + "Origin: null")).isEqualTo(403);
    assertThat(RawHttp.status(port, ours + "Origin: http://127.0.0.1:1")).isEqualTo(403);
    assertThat(RawHttp.status(port, ours + "Sec-Fetch-Site: cross-site")).isEqualTo(403);
    assertThat(RawHttp.status(port, ours + "Origin: http://localhost:" + port)).isEqualTo(200);
  }

  @Test
  void eventsTellEveryChangeAndEnd() {
    orders();
    workspace.steps = 3;
    String build = json(client.post("/api/sources/orders/sync", null)).get("id").asText();
    var response = client.get("/api/builds/" + build + "/events");
    assertThat(response.headers().firstValue("Content-Type").orElseThrow())
        .startsWith("text/event-stream");
    List<JsonNode> states =
        response
            .body()
            .lines()
            .filter(line -> line.startsWith("data: "))
            .map(line -> Json.read(line.substring(6), JsonNode.class))
            .toList();
    assertThat(states)
        .extracting(state -> state.get("step").asText())
        .containsExactly("Reading", "Step 1", "Step 2", "Step 3", "Done");
    assertThat(states.getLast().get("status").asText()).isEqualTo("ready");
  }

  @Test
  void aBuildCanBeCancelled() {
    orders();
    workspace.steps = 3;
    String build = json(client.post("/api/sources/orders/sync", null)).get("id").asText();
    assertThat(json(client.delete("/api/builds/" + build)).get("status").asText())
        .isEqualTo("cancelled");
  }

  @Test
  void anExportThatBreaksOffNeverLooksWhole() {
    orders();
    String export = "/api/sources/orders/medallion/gold/export?format=csv&table=";
    assertThat(client.get(export + "fine").body()).isEqualTo("id,email\n1,ann@x.com\n");
    assertThat(client.get(export + "fine").headers().firstValue("Content-Disposition"))
        .hasValue("attachment; filename=\"fine.csv\"");
    var refused = client.get(export + "refused");
    assertThat(refused.statusCode()).isEqualTo(404);
    assertThat(json(refused).get("detail").asText()).contains("refused");
    assertThatThrownBy(() -> client.get(export + "broken")).hasCauseInstanceOf(IOException.class);
  }

  @Test
  void aTakenPortIsSaidInOneSentence() {
    var settings = new WebServer.Settings(server.port(), folder.resolve("uploads"), TOKEN, 100_000);
    assertThatThrownBy(() -> WebServer.start(workspace, settings))
        .isInstanceOf(UserError.class)
        .hasMessageContaining("--port");
  }
}

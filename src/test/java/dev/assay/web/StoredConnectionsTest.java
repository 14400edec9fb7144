package dev.assay.web;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.model.Connection;
import dev.assay.model.Json;
import dev.assay.workspace.MemoryWorkspace;
import dev.assay.workspace.NewConnection;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the owner connected, and who else may read through it. */
class StoredConnectionsTest {
  private static final String TOKEN = "a-secret";
  @TempDir Path folder;
  private final MemoryWorkspace workspace = new MemoryWorkspace();
  private Client client;

  private HttpResponse<String> withToken(String method, String path, Object body) {
    return client.send(
        method,
        path,
        body == null ? null : Json.write(body),
        Map.of("Content-Type", "application/json", "Authorization", "Bearer " + TOKEN));
  }

  @Test
  void whatIsKeptIsReadThroughByWhoMayReadIt() {
    var settings = new WebServer.Settings(0, folder.resolve("uploads"), TOKEN, 100_000);
    try (WebServer server = WebServer.start(workspace, settings)) {
      client = new Client(server.address());
      files();
      queries();
    }
  }

  private void files() {
    for (Connection.System system :
        List.of(
            Connection.System.SQLITE,
            Connection.System.DUCKDB,
            Connection.System.OTHER,
            Connection.System.H2)) {
      String name = system.text();
      workspace.connect(
          new NewConnection(name, system, null, null, "x", null, null, null, null, null));
      String connection = "/api/connections/" + name;
      var table = Map.of("kind", "table", "name", "albums");
      assertThat(client.get(connection + "/tables").statusCode()).isEqualTo(403);
      assertThat(client.post(connection + "/cost", table).statusCode()).isEqualTo(403);
      assertThat(client.post("/api/sources", Map.of("connection", name)).statusCode())
          .isEqualTo(403);
      assertThat(withToken("GET", connection + "/tables", null).statusCode()).isEqualTo(200);
      assertThat(withToken("POST", connection + "/cost", table).statusCode()).isEqualTo(200);
    }
  }

  private void queries() {
    workspace.connect(
        new NewConnection(
            "bq", Connection.System.BIGQUERY, null, null, "p", null, null, null, null, null));
    var query = Map.of("kind", "query", "sql", "SELECT 1");
    assertThat(client.post("/api/connections/bq/cost", query).statusCode()).isEqualTo(403);
    assertThat(withToken("POST", "/api/connections/bq/cost", query).statusCode()).isEqualTo(200);
    assertThat(client.get("/api/connections/bq/tables").statusCode()).isEqualTo(200);
    workspace.connect(
        new NewConnection(
            "open", Connection.System.MYSQL, "db", null, "p", "ann", null, null, null, null));
    assertThat(client.post("/api/connections/open/cost", query).statusCode()).isEqualTo(200);
  }
}

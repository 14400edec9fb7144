package dev.assay.journey;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Who may have this machine's files opened and its drivers loaded: the owner of the token. */
class ReachTest {
  private static final String CONNECTIONS = "/api/connections";
  @TempDir private Path folder;
  private House house;
  private Caller caller;
  private Path sqlite;
  private Path duckdb;
  private Path h2;

  @BeforeEach
  void open() throws IOException, SQLException {
    sqlite = folder.resolve("media.bin");
    try (var in = getClass().getResourceAsStream("/chinook/Chinook_Sqlite.sqlite")) {
      Files.copy(Objects.requireNonNull(in), sqlite);
    }
    duckdb = folder.resolve("stock.data");
    make("jdbc:duckdb:" + duckdb);
    make("jdbc:h2:file:" + folder.resolve("stock"));
    h2 = folder.resolve("stock.mv.db");
    house = House.open(folder.resolve("workspace"));
    caller = house.caller;
  }

  private static void make(String url) throws SQLException {
    try (var connection = DriverManager.getConnection(url, url.contains("h2") ? "sa" : "", "");
        var statement = connection.createStatement()) {
      statement.execute("CREATE TABLE items (id INTEGER PRIMARY KEY, name VARCHAR(20))");
      statement.execute("CREATE TABLE stock (item INTEGER REFERENCES items (id), pieces INTEGER)");
      statement.execute("INSERT INTO items VALUES (1, 'nut'), (2, 'bolt')");
      statement.execute("INSERT INTO stock VALUES (1, 10), (2, 20), (1, 30)");
    }
  }

  @AfterEach
  void close() {
    house.close();
  }

  private static Map<String, Object> fields(String... namesAndValues) {
    Map<String, Object> fields = new HashMap<>();
    for (int i = 0; i < namesAndValues.length; i += 2) {
      fields.put(namesAndValues[i], namesAndValues[i + 1]);
    }
    return fields;
  }

  private List<Map<String, Object>> reaching() {
    return List.of(
        fields("system", "sqlite", "database", sqlite.toString()),
        fields("system", "duckdb", "database", duckdb.toString()),
        fields("system", "h2", "database", h2.toString()),
        fields("system", "h2", "host", " ", "database", h2.toString()),
        fields("system", "other", "url", "jdbc:sqlite:" + sqlite),
        fields("system", "other", "url", "jdbc:x:y", "driver", "org.example.Driver"),
        fields("system", "postgresql", "host", "db", "url", "jdbc:postgresql://db/x"),
        fields("system", "postgresql", "host", "db", "driver", "org.sqlite.JDBC"),
        fields("system", "postgresql", "host", "/var/run/postgresql", "database", "x"));
  }

  @Test
  void withoutTheTokenNoFileOfThisMachineIsOpenedAndNoDriverLoaded() {
    for (Map<String, Object> fields : reaching()) {
      assertThat(caller.post(CONNECTIONS, fields).problem(403))
          .as(fields.toString())
          .contains("token");
    }
    assertThat(caller.get(CONNECTIONS).json()).isEmpty();
    assertThat(caller.post("/api/sources", Map.of("path", sqlite.toString())).problem(403))
        .contains("token");
    assertThat(caller.post("/api/sources", Map.of("paths", List.of(folder + "/*"))).problem(403))
        .contains("token");
  }

  @Test
  void withItDatabaseFilesAreReadWhateverTheyAreCalled() {
    for (Path file : List.of(duckdb, h2)) {
      Reply added = caller.addPath(file, "?wait=60").is(201);
      assertThat(added.at("/more")).hasSize(1);
      assertThat(added.json().findValuesAsText("status"))
          .as(added.body())
          .contains("ready")
          .doesNotContain("error");
    }
    assertThat(caller.get("/api/sources").json().findValuesAsText("id"))
        .containsExactlyInAnyOrder("stock_items", "stock_stock", "stock_2_items", "stock_2_stock");
    for (String source : List.of("stock_stock", "stock_2_stock")) {
      assertThat(caller.sql("SELECT sum(CAST(pieces AS INT)) FROM bronze_" + source + "_raw"))
          .containsExactly(List.of(60));
      assertThat(caller.get("/api/sources/" + source).at("/metadata/foreign_keys/0/table").asText())
          .isEqualToIgnoringCase("items");
    }
    Map<String, Object> named =
        fields("name", "media", "system", "sqlite", "database", sqlite.toString());
    caller.postAsOwner(CONNECTIONS, named).is(201);
    assertThat(caller.getAsOwner(CONNECTIONS + "/media/tables").json()).hasSize(11);
  }

  @Test
  void whatTheOwnerConnectedIsNotReadThroughWithoutTheToken() {
    List<Map<String, Object>> connections =
        List.of(
            fields("system", "sqlite", "database", sqlite.toString()),
            fields("system", "duckdb", "database", duckdb.toString()),
            fields("system", "h2", "database", h2.toString()));
    for (Map<String, Object> fields : connections) {
      String name = fields.get("system") + "_kept";
      fields.put("name", name);
      caller.postAsOwner(CONNECTIONS, fields).is(201);
      String table = name.startsWith("sqlite") ? "Album" : "items";
      for (String called : List.of(name, name.toUpperCase(Locale.ROOT))) {
        assertThat(caller.get(CONNECTIONS + "/" + called + "/tables").problem(403))
            .contains("token");
      }
      for (Map<String, Object> relation :
          List.of(
              fields("kind", "table", "name", table),
              fields("kind", "query", "sql", "SELECT 1 AS a"))) {
        assertThat(caller.post(CONNECTIONS + "/" + name + "/cost", relation).problem(403))
            .contains("token");
      }
      for (Map<String, Object> wished :
          List.<Map<String, Object>>of(
              Map.of("connection", name),
              Map.of("connection", name, "tables", List.of(table)),
              Map.of("connection", name, "tables", List.of("nosuch")),
              Map.of("connection", name, "query", "SELECT 1 AS a"))) {
        assertThat(caller.post("/api/sources", wished).problem(403)).contains("token");
      }
      assertThat(caller.get("/api/sources").json()).isEmpty();
    }
    caller
        .postAsOwner(
            "/api/sources?wait=60",
            Map.of("connection", "sqlite_kept", "query", "SELECT 1 AS a", "name", "one"))
        .is(201);
  }

  @Test
  void googleIsNotAskedAsWhoeverRunsTheServerWithoutTheToken() {
    Map<String, Object> ambient = fields("system", "bigquery", "database", "a-project");
    assertThat(caller.post(CONNECTIONS, ambient).problem(403)).contains("token", "Google");
    for (String host : List.of("bigquery.googleapis.com", "BIGQUERY-x.p.GoogleAPIs.com", " ")) {
      ambient.put("host", host);
      assertThat(caller.post(CONNECTIONS, ambient).problem(403)).contains("token");
    }
    ambient.put("secret", " ");
    assertThat(caller.post(CONNECTIONS, ambient).problem(403)).contains("token");
    ambient.put("secret", "{\"type\":\"authorized_user\"}");
    assertThat(caller.post(CONNECTIONS, ambient).problem(400)).contains("service account");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "jdbc:x://db/y?user=ann&password=open",
        "jdbc:x://db/y;PWD = open",
        "jdbc:x://ann:open@db/y",
        "jdbc:oracle:thin:ann/open@db:1521/y",
        "jdbc:x://db/y?accessToken=open"
      })
  void aPasswordDoesNotStandInAnAddress(String url) {
    Map<String, Object> fields = fields("name", "x", "system", "other", "url", url);
    assertThat(caller.postAsOwner(CONNECTIONS, fields).problem(400))
        .contains("ASSAY_PASSWORD")
        .doesNotContain("open");
    assertThat(caller.get(CONNECTIONS).json()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "db.example.com?socketFactory=x",
        "db.example.com/other",
        "db.example.com;x=y",
        "db.example.com&allowLoadLocalInfile=true",
        "a b",
        "127.0.0.1:5432/postgres?loggerFile=/tmp/x",
        "(description=x)"
      })
  void aHostIsANameAndNothingElse(String host) {
    for (String system : List.of("postgresql", "mysql", "mariadb", "sqlserver", "oracle")) {
      Reply reply =
          caller.post(CONNECTIONS, fields("system", system, "host", host, "database", "x"));
      assertThat(reply.problem(400)).contains("host");
    }
    assertThat(caller.get(CONNECTIONS).json()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"x?a=b", "x&a=b", "x;a=b", "../x", "x#y", "x\ny"})
  void aDatabaseIsANameAndNothingElse(String database) {
    for (String system : List.of("postgresql", "mysql", "mariadb", "sqlserver", "oracle")) {
      Reply reply =
          caller.post(
              CONNECTIONS, fields("system", system, "host", "127.0.0.1", "database", database));
      assertThat(reply.problem(400)).isNotBlank();
    }
    assertThat(caller.get(CONNECTIONS).json()).isEmpty();
  }

  @Test
  void everyMistakeInAConnectionIsNamedAtOnce() {
    Map<String, Object> wrong = new HashMap<>(fields("system", "postgresql"));
    wrong.put("port", 70_000);
    Reply reply = caller.post(CONNECTIONS, wrong).is(400);
    assertThat(reply.at("/problems").findValuesAsText("pointer"))
        .containsExactlyInAnyOrder("/host", "/port");
    assertThat(caller.post(CONNECTIONS, Map.of("name", "x")).problem(400)).contains("system");
  }
}

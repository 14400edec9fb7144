package dev.assay.journey;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A running PostgreSQL, its tables and its password. */
class ServedDatabaseTest {
  private static final String PASSWORD = "kestrel-9217-plinth";
  private static EmbeddedPostgres database;
  @TempDir private Path folder;

  @BeforeAll
  static void start() throws IOException, SQLException {
    database = EmbeddedPostgres.builder().start();
    execute(
        "CREATE ROLE reader LOGIN PASSWORD '" + PASSWORD + "'",
        "CREATE TABLE customers (id int PRIMARY KEY, name text, city text)",
        "CREATE TABLE orders (id int PRIMARY KEY, customer_id int REFERENCES customers,"
            + " placed date, amount numeric(10,2))",
        "INSERT INTO customers SELECT i, 'customer ' || i, CASE i % 3 WHEN 0 THEN 'Porto' ELSE"
            + " 'Faro' END FROM generate_series(1, 40) i",
        "INSERT INTO orders SELECT i, i % 40 + 1, date '2024-01-01' + i % 90, i * 1.50"
            + " FROM generate_series(1, 500) i",
        "CREATE VIEW big AS SELECT * FROM orders WHERE amount > 700",
        "GRANT SELECT ON ALL TABLES IN SCHEMA public TO reader");
    trustNobody();
  }

  /** The embedded server takes everybody without a password until it is told not to. */
  private static void trustNobody() throws SQLException, IOException {
    try (var connection = database.getPostgresDatabase().getConnection();
        var statement = connection.createStatement();
        var row = statement.executeQuery("SHOW hba_file")) {
      row.next();
      Files.writeString(
          Path.of(row.getString(1)),
          "host all reader all scram-sha-256\nlocal all all trust\nhost all all all trust\n");
    }
    execute("SELECT pg_reload_conf()");
  }

  private static void execute(String... statements) throws SQLException {
    try (var connection = database.getPostgresDatabase().getConnection();
        var statement = connection.createStatement()) {
      for (String sql : statements) {
        statement.execute(sql);
      }
    }
  }

  @AfterAll
  static void stop() throws IOException {
    database.close();
  }

  private static Map<String, Object> connection(String name, String password) {
    Map<String, Object> fields = new HashMap<>();
    fields.put("name", name);
    fields.put("system", "postgresql");
    fields.put("host", "localhost");
    fields.put("port", database.getPort());
    fields.put("database", "postgres");
    fields.put("user", "reader");
    fields.put("password", password);
    fields.put("tls", "disable");
    return fields;
  }

  @Test
  void itsTablesBecomeSourcesAndAreBuiltToReadyNumbers() {
    try (House house = House.open(folder)) {
      Caller caller = house.caller;
      Reply made = caller.post("/api/connections", connection("shop", PASSWORD)).is(201);
      assertThat(made.text("/id")).isEqualTo("shop");
      assertThat(made.at("/has_secret").asBoolean()).isTrue();

      JsonNode tables = caller.get("/api/connections/shop/tables").is(200).json();
      assertThat(tables.findValuesAsText("name")).containsExactly("big", "customers", "orders");

      Reply added = caller.post("/api/sources?wait=60", Map.of("connection", "shop")).is(201);
      assertThat(added.text("/note")).contains("A view was left out", "public.big");
      assertThat(caller.get("/api/sources").json().findValuesAsText("id"))
          .containsExactlyInAnyOrder("shop_customers", "shop_orders");
      assertThat(
              caller.sql(
                  "SELECT count(*), sum(CAST(amount AS DECIMAL(18,2))) FROM"
                      + " bronze_shop_orders_raw"))
          .containsExactly(List.of(500, "187875.00"));
      assertThat(caller.get("/api/sources/shop_orders").at("/metadata/foreign_keys/0").toString())
          .contains("\"customer_id\"", "\"customers\"", "\"id\"");

      caller.buildAsSuggested("shop_orders");
      assertThat(caller.strip("shop_orders")).isEqualTo("ready ready ready");
      assertThat(caller.sql("SELECT count(*), sum(amount) FROM silver_shop_orders_cleaned"))
          .containsExactly(List.of(500, "187875.00"));
    }
  }

  @Test
  void aQueryIsASourceAndASyncReadsItAgain() throws SQLException {
    try (House house = House.open(folder)) {
      Caller caller = house.caller;
      caller.post("/api/connections", connection("shop", PASSWORD)).is(201);
      String query = "SELECT city, count(*) AS people FROM customers GROUP BY city";
      Map<String, Object> body =
          Map.of("connection", "shop", "query", query, "name", "People by city");
      // A query would see all that the stored password opens.
      assertThat(caller.post("/api/sources", body).problem(403)).contains("token", "password");
      Map<String, Object> relation = Map.of("kind", "query", "sql", query);
      assertThat(caller.post("/api/connections/shop/cost", relation).problem(403))
          .contains("token");
      assertThat(caller.postAsOwner("/api/sources?wait=60", body).is(201).text("/source/id"))
          .isEqualTo("people_by_city");
      execute("INSERT INTO customers VALUES (41, 'late', 'Faro')");
      caller.post("/api/sources/people_by_city/sync?wait=60").is(201);
      assertThat(caller.sql("SELECT people FROM bronze_people_by_city_raw WHERE city = 'Faro'"))
          .containsExactly(List.of("28"));
      execute("DELETE FROM customers WHERE id = 41");
      Map<String, Object> deleting = Map.of("connection", "shop", "query", "DELETE FROM customers");
      assertThat(caller.postAsOwner("/api/sources", deleting).problem(400)).contains("SELECT");
    }
  }

  @Test
  void aConnectionIsForgottenOnlyWhenNothingIsReadThroughIt() {
    try (House house = House.open(folder)) {
      Caller caller = house.caller;
      caller.post("/api/connections", connection("shop", PASSWORD)).is(201);
      Map<String, Object> body = Map.of("connection", "shop", "tables", List.of("orders"));
      caller.post("/api/sources?wait=60", body).is(201);
      assertThat(caller.delete("/api/connections/shop").problem(409)).contains("'orders'");
      caller.delete("/api/sources/orders").is(204);
      caller.delete("/api/connections/shop").is(204);
      assertThat(caller.get("/api/connections").json()).isEmpty();
      assertThat(caller.post("/api/sources", body).problem(404)).contains("'shop'");
    }
  }

  @Test
  void aConnectionThatDoesNotWorkIsNotKept() {
    try (House house = House.open(folder)) {
      Caller caller = house.caller;
      Reply refused = caller.post("/api/connections", connection("shop", "not it"));
      assertThat(refused.status()).isBetween(400, 499);
      assertThat(refused.problem(refused.status())).contains("reader").doesNotContain("not it");
      Map<String, Object> nowhere = connection("shop", PASSWORD);
      nowhere.put("port", 1);
      assertThat(caller.post("/api/connections", nowhere).body()).doesNotContain(PASSWORD);
      assertThat(caller.get("/api/connections").json()).isEmpty();
    }
  }

  @Test
  void aChangedPasswordIsGivenOnceMoreUnderTheSameName() {
    try (House house = House.open(folder)) {
      Caller caller = house.caller;
      caller.post("/api/connections", connection("shop", PASSWORD)).is(201);
      caller.post("/api/connections", connection("shop", PASSWORD)).is(201);
      assertThat(caller.get("/api/connections").json()).hasSize(1);
      Map<String, Object> elsewhere = connection("shop", PASSWORD);
      elsewhere.put("database", "template1");
      assertThat(caller.post("/api/connections", elsewhere).problem(409))
          .contains("choose another name");
    }
  }

  /** In a process of its own, whose log lies in the folder beside everything else. */
  @Test
  void thePasswordIsNowhereToBeFound() throws Exception {
    StringBuilder answers = new StringBuilder();
    try (Server server = Server.start(folder)) {
      Caller caller = server.caller;
      answers.append(caller.post("/api/connections", connection("shop", PASSWORD)).is(201).body());
      Map<String, Object> other = connection("other", PASSWORD);
      other.put("database", "nosuch");
      answers.append(caller.post("/api/connections", other).body());
      other.put("user", "nobody");
      answers.append(caller.post("/api/connections", other).body());
      answers.append(
          caller.post("/api/sources?wait=60", Map.of("connection", "shop")).is(201).body());
      execute("REVOKE SELECT ON orders FROM reader");
      answers.append(caller.post("/api/sources/shop_orders/sync?wait=60").body());
      execute("GRANT SELECT ON orders TO reader");
      for (String path :
          List.of(
              "/api/connections",
              "/api/connections/shop/tables",
              "/api/sources",
              "/api/sources/shop_orders",
              "/api/sources/shop_orders/medallion",
              "/api/sources/shop_orders/medallion/bronze/logs")) {
        answers.append(caller.get(path).is(200).body());
      }
    }
    assertThat(answers.toString()).contains("has_secret").doesNotContain(PASSWORD);
    assertThat(Files.exists(folder.resolve("secrets.key"))).isTrue();
    List<String> forms =
        List.of(
            PASSWORD,
            Base64.getEncoder()
                .withoutPadding()
                .encodeToString(PASSWORD.getBytes(StandardCharsets.UTF_8)));
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        String bytes = new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1);
        for (String form : forms) {
          assertThat(bytes.contains(form)).as(file.toString()).isFalse();
        }
      }
    }
  }
}

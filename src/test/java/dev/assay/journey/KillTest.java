package dev.assay.journey;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * The server is killed in the middle of each kind of build. What stands afterwards is the old table
 * with a failed build or the new table with a ready one, whatever the moment.
 */
class KillTest {
  private static final int ROWS = 80_000;
  private static final String MEDALLION = "/api/sources/sales/medallion";

  /** Slow enough to have a middle. */
  private static final String GOLD =
      """
      {"gold_tables": [{"name": "gold_sales_pairs", "sql":
        "SELECT a.region, count(DISTINCT a.id) AS n, count(*) AS pairs FROM silver_sales_cleaned a JOIN
         silver_sales_cleaned b ON a.bucket = b.bucket GROUP BY 1"}]}
      """
          .replace("\n  ", " ");

  @TempDir private static Path folder;
  private static Path workspace;
  private static Path file;
  private static int version;

  /** How many rows each layer holds; Gold's are those of Silver that it counts. */
  record Rows(long bronze, long silver, long gold) {}

  @BeforeAll
  static void buildAll() throws IOException {
    workspace = folder.resolve("workspace");
    file = folder.resolve("sales.csv");
    write();
    try (House house = House.open(workspace)) {
      house.caller.addPath(file, "?wait=60").is(201);
      house.caller.post(MEDALLION + "/silver?wait=60", silver()).is(201);
      house.caller.post(MEDALLION + "/gold?wait=60", GOLD).is(201);
      assertThat(rows(house)).isEqualTo(new Rows(rowsNow(), rowsNow() - 1, rowsNow() - 1));
    }
  }

  /** A version of the file has one row more than the one before. */
  private static void write() throws IOException {
    version++;
    Files.deleteIfExists(file);
    try (PrintWriter out = new PrintWriter(Files.newBufferedWriter(file))) {
      out.println("id,bucket,region,amount,note");
      for (int i = 0; i < rowsNow(); i++) {
        out.println(
            i + "," + i % 1600 + ",R" + i % 7 + "," + i % 1000 + ".50,note of row number " + i);
      }
    }
  }

  private static int rowsNow() {
    return ROWS + version;
  }

  private static Map<String, Object> silver() {
    return Map.of(
        "columns",
        List.of(
            Map.of("source_column", "id", "target_type", "INTEGER", "validation", ">= 1"),
            Map.of("source_column", "bucket", "target_type", "INTEGER"),
            Map.of("source_column", "region"),
            Map.of("source_column", "amount", "target_type", "DECIMAL(9,2)"),
            Map.of("source_column", "note")),
        "deduplication",
        Map.of("key_columns", List.of("id"), "strategy", "KEEP_LATEST"));
  }

  private static Rows rows(House house) {
    return new Rows(
        number(house, "SELECT count(*) FROM bronze_sales_raw"),
        number(house, "SELECT count(*) FROM silver_sales_cleaned"),
        number(house, "SELECT sum(n)::BIGINT FROM gold_sales_pairs"));
  }

  private static long number(House house, String select) {
    return ((Number) house.engine().query(select).rows().getFirst().getFirst()).longValue();
  }

  @ParameterizedTest(name = "{0} killed at {1}")
  @CsvSource({"sync, 0.2", "sync, 0.45", "sync, 0.8", "silver/refresh, 0.3", "gold/refresh, 0"})
  void everyLayerIsWholeAndItsStatusTrue(String kind, double moment) throws Exception {
    Rows before;
    try (House house = House.open(workspace)) {
      before = rows(house);
    }
    if (kind.equals("sync")) {
      write();
    }
    try (Server server = Server.start(workspace)) {
      String url = kind.equals("sync") ? "/api/sources/sales/sync" : MEDALLION + "/" + kind;
      Reply build = server.caller.post(url).is(202);
      server.caller.watchUntil(build.header("Location"), moment);
    }
    try (House house = House.open(workspace)) {
      Rows after = rows(house);
      JsonNode layers = house.caller.get(MEDALLION).is(200).at("/layers");
      isOldOrNew(house, "bronze", layers.get(0), before.bronze(), after.bronze(), rowsNow());
      isOldOrNew(house, "silver", layers.get(1), before.silver(), after.silver(), rowsNow() - 1);
      isOldOrNew(house, "gold", layers.get(2), before.gold(), after.gold(), rowsNow() - 1);
      if (status(layers.get(1)).equals("ready")) {
        assertThat(after.silver()).isEqualTo(after.bronze() - 1);
      }
      if (status(layers.get(2)).equals("ready")) {
        assertThat(after.gold()).isEqualTo(after.silver());
      }
      assertThat(house.staging()).isEmpty();
      house.caller.post("/api/sources/sales/sync?wait=60").is(201);
      assertThat(house.caller.strip("sales")).isEqualTo("ready ready ready");
      assertThat(rows(house)).isEqualTo(new Rows(rowsNow(), rowsNow() - 1, rowsNow() - 1));
    }
  }

  /** The old table and a failed build, or the new table and a ready one. */
  private static void isOldOrNew(
      House house, String name, JsonNode layer, long before, long after, long renewed) {
    JsonNode log = house.caller.get(MEDALLION + "/" + name + "/logs").is(200).json().get(0);
    assertThat(layer.get("layer").asText()).isEqualTo(name);
    assertThat(after).as(name).isIn(before, renewed);
    if (log.get("status").asText().equals("error")) {
      assertThat(after).isEqualTo(before);
      assertThat(status(layer)).isEqualTo("error");
      assertThat(layer.get("error_message").asText()).contains("interrupted");
    } else {
      assertThat(log.get("status").asText()).isEqualTo("ready");
      assertThat(layer.get("published_build").asText()).isEqualTo(log.get("id").asText());
      assertThat(status(layer)).isIn(Set.of("ready", "stale"));
    }
  }

  private static String status(JsonNode layer) {
    return layer.get("status").asText();
  }

  @Test
  void theFirstBronzeIsWholeOrNotThereAndAKilledServerStartsAgain() throws Exception {
    Path other = folder.resolve("other");
    try (Server server = Server.start(other)) {
      Reply added = server.caller.addPath(file, "").is(202);
      server.caller.watchUntil(added.header("Location"), 0.1);
    }
    try (Server server = Server.start(other)) {
      String strip = server.caller.strip("sales");
      assertThat(strip).isIn("error pending pending", "ready pending pending");
      if (strip.startsWith("error")) {
        assertThat(server.caller.get(MEDALLION + "/bronze/rows").problem(409)).contains("sales");
      }
      server.caller.post(MEDALLION + "/bronze?wait=60").is(201);
      assertThat(server.caller.sql("SELECT count(*) FROM bronze_sales_raw"))
          .containsExactly(List.of(rowsNow()));
      assertThat(server.caller.strip("sales")).isEqualTo("ready pending pending");
    }
  }
}

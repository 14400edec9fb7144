package dev.assay.journey;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A file that changes, and what hangs on it. */
class SyncTest {
  private static final String SYNC = "/api/sources/sales/sync?wait=60";
  private static final String MEDALLION = "/api/sources/sales/medallion";
  @TempDir private Path folder;
  private Path file;
  private House house;
  private Caller caller;

  @BeforeEach
  void buildAsSuggested() throws IOException {
    file = folder.resolve("sales.csv");
    write(40);
    house = House.open(folder.resolve("workspace"));
    caller = house.caller;
    caller.addPath(file, "?wait=60").is(201);
    caller.buildAsSuggested("sales");
  }

  @AfterEach
  void close() {
    house.close();
  }

  private void write(int rows) throws IOException {
    StringBuilder csv = new StringBuilder("id,day,region,amount\n");
    for (int i = 1; i <= rows; i++) {
      csv.append("%d,2024-%02d-05,%s,%d.00\n".formatted(i, i % 6 + 1, i % 2 == 0 ? "N" : "S", i));
    }
    Files.deleteIfExists(file);
    Files.writeString(file, csv);
  }

  private static List<String> tables(JsonNode build) {
    return StreamSupport.stream(build.get("layers").spliterator(), false)
        .map(log -> log.get("table_name").asText() + " " + log.get("status").asText())
        .toList();
  }

  @Test
  void aChangedFileRebuildsBronzeThenSilverThenGold() throws IOException {
    write(50);
    JsonNode build = caller.post(SYNC).is(201).json();
    assertThat(tables(build)).startsWith("bronze_sales_raw ready", "silver_sales_cleaned ready");
    assertThat(tables(build).subList(2, tables(build).size()))
        .hasSizeGreaterThanOrEqualTo(3)
        .allMatch(table -> table.startsWith("gold_") && table.endsWith(" ready"));
    assertThat(caller.strip("sales")).isEqualTo("ready ready ready");
    assertThat(caller.sql("SELECT count(*), sum(amount) FROM silver_sales_cleaned"))
        .containsExactly(List.of(50, "1275.00"));
    Reply answer = caller.post("/api/ask", "{\"question\": \"total amount by region\"}").is(200);
    assertThat(answer.text("/layer")).isEqualTo("gold");
    assertThat(answer.at("/rows/rows").toString()).contains("650.00", "625.00");
  }

  @Test
  void anUnchangedFileIsLeftAlone() {
    String published = caller.get(MEDALLION).text("/layers/0/published_build");
    JsonNode build = caller.post(SYNC).is(201).json();
    assertThat(build.get("layers")).isEmpty();
    assertThat(build.get("step").asText()).isEqualTo("unchanged");
    assertThat(caller.get(MEDALLION).text("/layers/0/published_build")).isEqualTo(published);
    assertThat(caller.get(MEDALLION + "/bronze/logs").json()).hasSize(1);
  }

  @Test
  void aFileThatHasGoneIsOneSentenceAndEverythingStays() throws IOException {
    Files.delete(file);
    assertThat(caller.post(SYNC).problem(404)).contains("There is no file");
    assertThat(caller.strip("sales")).isEqualTo("ready ready ready");
    assertThat(caller.sql("SELECT count(*) FROM bronze_sales_raw")).containsExactly(List.of(40));
  }

  @Test
  void aLayerThatFailsKeepsItsTableAndWhatHangsOnItIsStale() throws IOException {
    String recipe =
        caller
            .post(MEDALLION + "/silver/suggest")
            .is(200)
            .body()
            .replace(
                "\"validation\":\">= 0\",\"on_violation\":\"REJECT\"",
                "\"validation\":\">= 0\",\"on_violation\":\"FAIL\"");
    caller.post(MEDALLION + "/silver?wait=60", recipe).is(201);
    String right = Files.readString(file);
    Files.delete(file);
    Files.writeString(file, right.replace("S,3.00", "S,-3.00"));

    assertThat(caller.post(SYNC).problem(422)).contains("amount");
    assertThat(caller.strip("sales")).isEqualTo("ready error stale");
    assertThat(caller.sql("SELECT min(amount) FROM silver_sales_cleaned"))
        .containsExactly(List.of("1.00"));
    Files.delete(file);
    Files.writeString(file, right.replace("S,3.00", "S,4.00"));
    caller.post(SYNC).is(201);
    assertThat(caller.strip("sales")).isEqualTo("ready ready ready");
  }

  @Test
  void layersThatAreLeftToAPersonWaitForThem() throws IOException {
    caller.put("/api/sources/sales/settings", "{\"downstream\": {\"gold\": \"manual\"}}").is(200);
    write(50);
    caller.post(SYNC).is(201);
    assertThat(caller.strip("sales")).isEqualTo("ready ready stale");
    caller.post(MEDALLION + "/gold/refresh?wait=60").is(201);
    assertThat(caller.strip("sales")).isEqualTo("ready ready ready");
    caller
        .put(
            "/api/sources/sales/settings",
            "{\"downstream\": {\"silver\": \"manual\", \"gold\": \"auto\"}}")
        .is(200);
    write(60);
    caller.post(SYNC).is(201);
    assertThat(caller.strip("sales")).isEqualTo("ready stale stale");
    assertThat(caller.post(SYNC).is(201).text("/step")).isEqualTo("unchanged");
  }
}

package dev.assay.journey;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.assay.source.packed.Packed;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Files whose only copies the workspace keeps: how, how long, and what takes their place. */
class UploadsTest {
  @TempDir private Path folder;
  private House house;
  private Caller caller;

  @BeforeEach
  void open() {
    house = House.open(folder.resolve("workspace"));
    caller = house.caller;
  }

  @AfterEach
  void close() {
    house.close();
  }

  private List<Path> kept() throws IOException {
    try (Stream<Path> files = Files.list(folder.resolve("workspace/uploads"))) {
      return files.toList();
    }
  }

  private static byte[] csv(int rows) {
    StringBuilder csv = new StringBuilder("id,region,amount\n");
    for (int i = 1; i <= rows; i++) {
      csv.append(i).append(i % 2 == 0 ? ",North," : ",South,").append(i * 7 % 1_000).append('\n');
    }
    return csv.toString().getBytes(StandardCharsets.UTF_8);
  }

  private Reply replace(String source, String fileName, byte[] content) {
    return caller.form(
        "PUT", "/api/sources/" + source + "/file?wait=60", Map.of(fileName, content), Map.of());
  }

  private Reply upload(String fileName, byte[] content) {
    return caller.upload("/api/sources?wait=60", fileName, content, Map.of());
  }

  private Object rows(String source) {
    return caller.sql("SELECT count(*) FROM bronze_" + source + "_raw").getFirst().getFirst();
  }

  @Test
  void aTextIsKeptCompressedUnderItsHash() throws IOException {
    byte[] sent = csv(20_000);
    upload("sales.csv", sent).is(201);
    assertThat(rows("sales")).isEqualTo(20_000);
    assertThat(kept()).hasSize(1);
    Path kept = kept().getFirst();
    assertThat(kept.getFileName().toString()).matches("[0-9a-f]{64}-[0-9a-f]{8}-sales\\.csv\\.zst");
    assertThat(Files.size(kept)).isLessThan(sent.length / 3);
    assertThat(caller.sql("SELECT DISTINCT _source_file FROM bronze_sales_raw"))
        .containsExactly(List.of("sales.csv"));
    caller.post("/api/sources/sales/medallion/bronze/refresh?wait=60").is(201);
    assertThat(rows("sales")).isEqualTo(20_000);
  }

  @Test
  void whatIsPackedAlreadyIsKeptAsItCame() throws IOException {
    byte[] packed = Packed.as("gz", csv(500));
    upload("sales.csv.gz", packed).is(201);
    assertThat(kept()).hasSize(1);
    assertThat(kept().getFirst()).hasBinaryContent(packed);
    assertThat(rows("sales")).isEqualTo(500);
  }

  /** Packed by us it would look like a bomb to ourselves. */
  @Test
  void whatShrinksToNothingStaysReadable() throws IOException {
    String row = "0".repeat(999) + "\n";
    byte[] sent = "value\n".concat(row.repeat(80_000)).getBytes(StandardCharsets.UTF_8);
    upload("zeros.csv", sent).is(201);
    assertThat(rows("zeros")).isEqualTo(80_000);
  }

  @Test
  void theSameFileOnceMoreChangesNothing() throws IOException {
    upload("sales.csv", csv(30)).is(201);
    Reply again = upload("sales.csv", csv(30)).is(201);
    assertThat(again.text("/source/id")).isEqualTo("sales");
    assertThat(again.text("/note")).contains("known as 'sales'");
    assertThat(again.text("/build/step")).isEqualTo("unchanged");
    assertThat(kept()).hasSize(1);
    assertThat(upload("sales.csv", csv(31)).is(201).text("/source/id")).isEqualTo("sales_2");
    assertThat(upload("other.csv", csv(30)).is(201).text("/source/id")).isEqualTo("other");
  }

  @Test
  void aNewFileTakesThePlaceOfTheOneBefore() throws IOException {
    upload("sales.csv", csv(30)).is(201);
    caller.buildAsSuggested("sales");
    JsonNode build = replace("sales", "sales-may.csv", csv(50)).is(201).json();
    assertThat(build.get("status").asText()).isEqualTo("ready");
    assertThat(rows("sales")).isEqualTo(50);
    assertThat(caller.sql("SELECT count(*) FROM silver_sales_cleaned").getFirst().getFirst())
        .isEqualTo(50);
    assertThat(caller.get("/api/sources/sales").text("/origin/file_name"))
        .isEqualTo("sales-may.csv");
    assertThat(replace("sales", "again.csv", csv(50)).is(201).text("/step")).isEqualTo("unchanged");
  }

  @Test
  void theLastTwoAreKeptAndGoWithTheirSource() throws IOException {
    upload("sales.csv", csv(30)).is(201);
    Path first = kept().getFirst();
    replace("sales", "sales.csv", csv(40)).is(201);
    assertThat(kept()).hasSize(2).contains(first);
    replace("sales", "sales.csv", csv(50)).is(201);
    assertThat(kept()).hasSize(2).doesNotContain(first);
    caller.delete("/api/sources/sales").is(204);
    assertThat(kept()).isEmpty();
  }

  @Test
  void whatCannotBeReadTakesNoOnesPlace() throws IOException {
    upload("sales.csv", csv(30)).is(201);
    assertThat(replace("sales", "sales.csv", new byte[0]).problem(400)).contains("is empty");
    assertThat(kept()).hasSize(1);
    assertThat(rows("sales")).isEqualTo(30);
    assertThat(caller.strip("sales")).isEqualTo("ready pending pending");
    caller.post("/api/sources/sales/medallion/bronze/refresh?wait=60").is(201);
  }

  @Test
  void allTablesOfAnArchiveGetTheNewOneAndShareOneCopy() throws IOException {
    Path zip = folder.resolve("export.zip");
    Packed.zip(zip, "a.csv", "id\n1\n", "b.csv", "id\n1\n");
    upload("export.zip", Files.readAllBytes(zip)).is(201);
    Packed.zip(zip, "a.csv", "id\n1\n2\n", "b.csv", "id\n1\n2\n3\n");
    replace("export_a", "export.zip", Files.readAllBytes(zip)).is(201);
    caller.post("/api/sources/export_b/sync?wait=60").is(201);
    assertThat(List.of(rows("export_a"), rows("export_b"))).containsExactly(2, 3);
    assertThat(kept()).hasSize(2);
    caller.delete("/api/sources/export_a").is(204);
    assertThat(kept()).isNotEmpty();
    caller.post("/api/sources/export_b/medallion/bronze/refresh?wait=60").is(201);
    caller.delete("/api/sources/export_b").is(204);
    assertThat(kept()).isEmpty();
  }

  @Test
  void aFileOfTheUsersOwnIsNotReplacedByAnUpload() throws IOException {
    Path file = Files.write(folder.resolve("mine.csv"), csv(5));
    caller.addPath(file, "?wait=60").is(201);
    assertThat(replace("mine", "mine.csv", csv(6)).problem(409))
        .contains("'mine' was not made of an upload");
    caller.delete("/api/sources/mine").is(204);
    assertThat(file).exists();
  }

  @Test
  void nothingIsLeftOfWhatCouldNotBeAdded() throws IOException {
    upload("empty.csv", new byte[0]).problem(400);
    upload("broken.xlsx", new byte[] {'P', 'K', 3, 4, 0, 0}).problem(400);
    assertThat(kept()).isEmpty();
  }

  @Test
  void whatAKilledProcessLeftBehindIsClearedAwayAndNothingElse() throws IOException {
    upload("sales.csv", csv(30)).is(201);
    Path kept = kept().getFirst();
    Path left = Files.write(folder.resolve("workspace/uploads/squeezed-1.zst"), csv(3));
    Path fresh = Files.write(folder.resolve("workspace/uploads/arriving"), csv(3));
    FileTime longAgo = FileTime.from(Instant.parse("2020-01-01T00:00:00Z"));
    Files.setLastModifiedTime(left, longAgo);
    Files.setLastModifiedTime(kept, longAgo);
    house.close();
    open();
    assertThat(kept()).containsExactlyInAnyOrder(kept, fresh);
    assertThat(rows("sales")).isEqualTo(30);
  }

  @Test
  void uploadsWithOneHeaderCanBecomeOneSource() throws IOException {
    Map<String, byte[]> files = new LinkedHashMap<>();
    files.put("sales_01.csv", csv(10));
    files.put("sales_02.csv", csv(20));
    JsonNode added =
        caller
            .form("POST", "/api/sources?wait=60", files, Map.of("together", "true"))
            .is(201)
            .json();
    assertThat(added.at("/source/id").asText()).isEqualTo("sales");
    assertThat(added.at("/source/origin/kind").asText()).isEqualTo("folder");
    assertThat(
            caller.sql("SELECT _source_file, count(*) FROM bronze_sales_raw GROUP BY 1 ORDER BY 1"))
        .containsExactly(List.of("sales_01.csv", 10), List.of("sales_02.csv", 20));
    files.put("other.csv", "x,y\n1,2\n".getBytes(StandardCharsets.UTF_8));
    assertThat(caller.form("POST", "/api/sources", files, Map.of("together", "true")).problem(400))
        .contains("cannot be one source");
    assertThat(kept()).hasSize(1);
    caller.delete("/api/sources/sales").is(204);
    assertThat(kept()).isEmpty();
  }
}

package dev.assay.journey;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What further loads of a file do to the rows that are there. */
class LoadsTest {
  private static final String SOURCE = "/api/sources/stock";
  private static final String SYNC = SOURCE + "/sync?wait=60";

  @TempDir private Path folder;
  private Path file;
  private House house;
  private Caller caller;

  @BeforeEach
  void open() throws IOException {
    file = folder.resolve("stock.csv");
    house = House.open(folder.resolve("workspace"));
    caller = house.caller;
    write(
        "item,day,pieces", "a,2024-01-01,1", "b,2024-01-01,2", "b,2024-01-01,2", "c,2024-01-02,3");
    caller.addPath(file, "?wait=60").is(201);
  }

  @AfterEach
  void close() {
    house.close();
  }

  /** A file of another identity, so that it has changed whatever its time says. */
  private void write(String... lines) throws IOException {
    Files.deleteIfExists(file);
    Files.writeString(file, String.join("\n", lines) + "\n");
  }

  private void settings(String json) {
    caller.put(SOURCE + "/settings", json).is(200);
  }

  private List<String> bronze() {
    List<String> rows = new ArrayList<>();
    for (List<Object> row :
        caller.sql("SELECT * FROM bronze_stock_raw ORDER BY _load_id, _row_no")) {
      rows.add(String.join(",", row.subList(5, row.size()).stream().map(String::valueOf).toList()));
    }
    return rows;
  }

  private JsonNode load(int newest) {
    return caller.get(SOURCE + "/loads").is(200).json().get(newest);
  }

  private List<Long> counts(JsonNode load) {
    return List.of(
        load.get("rows_read").asLong(),
        load.get("rows_landed").asLong(),
        load.get("rows_known").asLong(),
        load.get("rows_superseded").asLong());
  }

  @Test
  void appendedRowsComeBesideTheOthersAndGoAgain() throws IOException {
    settings("{\"mode\": \"append\"}");
    write("item,day,pieces", "d,2024-01-03,4");
    caller.post(SYNC).is(201);
    assertThat(bronze())
        .containsExactly(
            "a,2024-01-01,1",
            "b,2024-01-01,2",
            "b,2024-01-01,2",
            "c,2024-01-02,3",
            "d,2024-01-03,4");
    assertThat(counts(load(0))).containsExactly(1L, 1L, 0L, 0L);
    assertThat(caller.get(SOURCE + "/medallion").at("/layers/0/row_count").asLong()).isEqualTo(5);

    caller.post(SOURCE + "/loads/2/undo?wait=60").is(201);
    assertThat(bronze()).hasSize(4).doesNotContain("d,2024-01-03,4");
    assertThat(load(0).get("undone_at")).isNotNull();
    assertThat(caller.post(SYNC).is(201).text("/step"))
        .as("until it changes")
        .isEqualTo("unchanged");
    assertThat(caller.post(SOURCE + "/loads/2/undo?wait=60").problem(409))
        .contains("undone already");
  }

  @Test
  void anUnchangedFileIsNotAppendedTwice() {
    settings("{\"mode\": \"append\"}");
    assertThat(caller.post(SOURCE + "/medallion/bronze/refresh?wait=60").problem(409))
        .contains("double its rows");
    assertThat(bronze()).hasSize(4);
  }

  @Test
  void aCursorBringsWhatIsNewAndWhatCameLate() throws IOException {
    settings("{\"mode\": \"append\", \"cursor\": \"pieces\"}");
    write(
        "item,day,pieces",
        "a,2024-01-01,1",
        "late,2024-01-01,2",
        "b,2024-01-01,2",
        "b,2024-01-01,2",
        "c,2024-01-02,3",
        "same,2024-01-02,3",
        "d,2024-01-03,9",
        "e,2024-01-03,10");
    caller.post(SYNC).is(201);
    assertThat(bronze())
        .hasSize(8)
        .endsWith("late,2024-01-01,2", "same,2024-01-02,3", "d,2024-01-03,9", "e,2024-01-03,10");
    assertThat(load(0).get("cursor_value").asText()).as("as a number").isEqualTo("10");
    write(
        "item,day,pieces",
        "d,2024-01-03,9",
        "e,2024-01-03,10",
        "f,2024-01-04,10",
        "g,2024-01-04,11");
    caller.post(SYNC).is(201);
    assertThat(bronze()).hasSize(10).endsWith("f,2024-01-04,10", "g,2024-01-04,11");
    assertThat(counts(load(0))).containsExactly(4L, 2L, 2L, 0L);
  }

  @Test
  void aSnapshotKnowsWhatHasVanished() throws IOException {
    settings("{\"mode\": \"snapshot\"}");
    write(
        "item,day,pieces", "c,2024-01-02,3", "b,2024-01-01,2", "e,2024-01-05,5", "a,2024-01-01,1");
    caller.post(SYNC).is(201);
    assertThat(bronze())
        .containsExactly("a,2024-01-01,1", "b,2024-01-01,2", "c,2024-01-02,3", "e,2024-01-05,5");
    assertThat(counts(load(0))).containsExactly(4L, 1L, 3L, 1L);
    assertThat(caller.sql("SELECT item, pieces FROM bronze_stock_history_2"))
        .containsExactly(List.of("b", "2"));
    caller.post(SOURCE + "/loads/2/undo?wait=60").is(201);
    assertThat(bronze())
        .containsExactly("a,2024-01-01,1", "b,2024-01-01,2", "b,2024-01-01,2", "c,2024-01-02,3");
  }

  @Test
  void aReplacedTableComesBack() throws IOException {
    caller.buildAsSuggested("stock");
    write("item,day,pieces", "x,2024-02-01,7", "y,2024-02-01,8", "z,2024-02-02,9");
    caller.post(SYNC).is(201);
    assertThat(bronze()).containsExactly("x,2024-02-01,7", "y,2024-02-01,8", "z,2024-02-02,9");
    assertThat(caller.post(SOURCE + "/loads/1/undo?wait=60").problem(409)).contains("load 2");
    caller.post(SOURCE + "/loads/2/undo?wait=60").is(201);
    assertThat(bronze()).hasSize(4).startsWith("a,2024-01-01,1");
    assertThat(caller.sql("SELECT sum(pieces) FROM silver_stock_cleaned"))
        .as("Silver follows")
        .isEqualTo(caller.sql("SELECT sum(CAST(pieces AS INT)) FROM bronze_stock_raw"));
    assertThat(caller.post(SOURCE + "/loads/1/undo?wait=60").problem(409)).contains("drop bronze");
  }

  @Test
  void olderLoadsGoWhenNobodyKeepsThem() throws IOException {
    for (int i = 1; i <= 3; i++) {
      write("item,day,pieces", "x,2024-02-01," + i, "y,2024-02-01,8", "z,2024-02-02,9");
      caller.post(SYNC).is(201);
    }
    caller.post(SOURCE + "/loads/4/undo?wait=60").is(201);
    assertThat(bronze()).startsWith("x,2024-02-01,2");
    assertThat(caller.post(SOURCE + "/loads/3/undo?wait=60").problem(409))
        .contains("no longer kept", "--keep");
  }

  @Test
  void fewerThanHalfTheRowsWaitForAYes() throws IOException {
    write("item,day,pieces", "a,2024-01-01,1");
    String sentence = caller.post(SYNC).problem(409);
    assertThat(sentence).contains("1 rows where 4", "assay sync stock --accept");
    assertThat(bronze()).hasSize(4);
    assertThat(caller.get(SOURCE).at("/metadata/waiting/rows_now").asLong()).isEqualTo(1);
    assertThat(caller.strip("stock")).startsWith("ready");
    caller.post(SYNC, "{\"accept\": true}").is(201);
    assertThat(bronze()).containsExactly("a,2024-01-01,1");
    assertThat(caller.get(SOURCE).at("/metadata/waiting").isMissingNode()).isTrue();
  }

  @Test
  void verifyingFindsThatNothingHasChangedOrThatItHas() throws IOException {
    String published = caller.get(SOURCE + "/medallion").text("/layers/0/published_build");
    assertThat(caller.post(SYNC, "{\"verify\": true}").is(201).text("/step"))
        .isEqualTo("unchanged");
    assertThat(caller.get(SOURCE + "/medallion").text("/layers/0/published_build"))
        .isEqualTo(published);
    var time = Files.getLastModifiedTime(file);
    Files.writeString(file, Files.readString(file).replace("c,2024-01-02,3", "c,2024-01-02,9"));
    Files.setLastModifiedTime(file, time);
    assertThat(caller.post(SYNC).is(201).text("/step")).as("as it looks").isEqualTo("unchanged");
    caller.post(SYNC, "{\"verify\": true}").is(201);
    assertThat(bronze()).contains("c,2024-01-02,9");
  }

  @Test
  void aTouchedFileMakesNoNewVersion() throws IOException {
    caller.buildAsSuggested("stock");
    String silver = caller.get(SOURCE + "/medallion").text("/layers/1/published_build");
    write(
        "item,day,pieces", "a,2024-01-01,1", "b,2024-01-01,2", "b,2024-01-01,2", "c,2024-01-02,3");
    assertThat(caller.post(SYNC).is(201).text("/step")).isEqualTo("unchanged");
    assertThat(caller.strip("stock")).doesNotContain("stale");
    assertThat(caller.get(SOURCE + "/medallion").text("/layers/1/published_build"))
        .isEqualTo(silver);
    assertThat(caller.get(SOURCE + "/loads").json()).hasSize(1);
  }

  @Test
  void aFolderIsALoadPerFileAndFollowsItsFiles() throws IOException {
    Path months = Files.createDirectory(folder.resolve("months"));
    Files.writeString(months.resolve("jan.csv"), "item,pieces\na,1\nb,2\n");
    Files.writeString(months.resolve("feb.csv"), "item,pieces\nc,3\n");
    caller.addPath(months, "?wait=60").is(201);
    assertThat(months()).containsExactly("feb.csv c 3", "jan.csv a 1", "jan.csv b 2");
    assertThat(caller.post("/api/sources/months/sync?wait=60").is(201).text("/step"))
        .isEqualTo("unchanged");

    Files.writeString(months.resolve("mar.csv"), "item,pieces\nd,4\ne,5\n");
    Files.delete(months.resolve("feb.csv"));
    Files.writeString(months.resolve("jan.csv"), "pieces,item\n10,a\n20,b\n30,f\n");
    caller.post("/api/sources/months/sync?wait=60").is(201);
    assertThat(months())
        .containsExactly(
            "jan.csv a 10", "jan.csv b 20", "jan.csv f 30", "mar.csv d 4", "mar.csv e 5");
    JsonNode loads = caller.get("/api/sources/months/loads").json();
    assertThat(loads).hasSize(4);
    caller.post("/api/sources/months/loads/4/undo?wait=60").is(201);
    assertThat(months()).containsExactly("feb.csv c 3", "jan.csv a 1", "jan.csv b 2");
  }

  private List<String> months() {
    return caller
        .sql("SELECT _source_file, item, pieces FROM bronze_months_raw ORDER BY ALL")
        .stream()
        .map(row -> row.get(0) + " " + row.get(1) + " " + row.get(2))
        .toList();
  }
}

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
  void anUnchangedFileIsNotAppendedTwice() throws IOException {
    settings("{\"mode\": \"append\"}");
    for (String wish : List.of("verify", "full")) {
      assertThat(caller.post(SYNC, "{\"%s\": true}".formatted(wish)).is(201).text("/step"))
          .isEqualTo("unchanged");
    }
    caller.post(SOURCE + "/medallion/bronze/refresh?wait=60").is(201);
    write(
        "item,day,pieces", "a,2024-01-01,1", "b,2024-01-01,2", "b,2024-01-01,2", "c,2024-01-02,3");
    assertThat(caller.post(SYNC).is(201).text("/step")).isEqualTo("unchanged");
    assertThat(bronze()).hasSize(4);
  }

  @Test
  void aCursorWithoutValuesOrWithDirtDoublesNothing() throws IOException {
    write("item,day,pieces", "a,,9", "b,,10", "c,,-");
    caller.post(SYNC, "{\"accept\": true}").is(201);
    settings("{\"mode\": \"append\", \"cursor\": \"pieces\"}");
    write("item,day,pieces", "a,,9", "b,,10", "c,,-", "d,,11");
    caller.post(SYNC).is(201);
    assertThat(bronze()).hasSize(4);
    settings("{\"mode\": \"append\", \"cursor\": \"day\"}");
    write("item,day,pieces", "a,,9", "b,,10", "c,,-", "d,,11", "e,,12");
    caller.post(SYNC).is(201);
    assertThat(bronze()).hasSize(5);
  }

  @Test
  void aCursorDoublesNothingWhenColumnsComeOrMove() throws IOException {
    settings("{\"mode\": \"append\", \"cursor\": \"pieces\"}");
    write(
        "pieces,note,item,day",
        "1,x,a,2024-01-01",
        "2,,b,2024-01-01",
        "2,y,b,2024-01-01",
        "3,,c,2024-01-02",
        "4,z,d,2024-01-03");
    caller.post(SYNC).is(201);
    assertThat(bronze()).hasSize(5).startsWith("a,2024-01-01,1,null").endsWith("d,2024-01-03,4,z");
    write("item,day", "e,2024-01-04");
    assertThat(caller.post(SYNC, "{\"accept\": true}").problem(422))
        .contains("cursor column 'pieces'");
    assertThat(bronze()).hasSize(5);
  }

  @Test
  void malformedLinesOfAGrowingFileAreListedOnce() throws IOException {
    settings("{\"mode\": \"append\", \"cursor\": \"pieces\"}");
    for (int i = 4; i < 7; i++) {
      List<String> lines = new ArrayList<>(List.of("item,day,pieces", "a,2024-01-01,1"));
      lines.addAll(List.of("b,2024-01-01,2", "b,2024-01-01,2", "odd", "c,2024-01-02,3"));
      for (int j = 4; j <= i; j++) {
        lines.add("x" + j + ",2024-01-03," + j);
      }
      write(lines.toArray(String[]::new));
      caller.post(SYNC).is(201);
    }
    assertThat(caller.sql("SELECT count(*) FROM bronze_stock_malformed WHERE _raw LIKE 'odd%'"))
        .containsExactly(List.of(1));
    assertThat(bronze()).filteredOn(row -> row.startsWith("x")).hasSize(3);
  }

  @Test
  void namesWhoseHeadersChangePlacesAreNotTakenForTheSame() throws IOException {
    settings("{\"mode\": \"snapshot\"}");
    write(
        "item,pieces,day", "a,2024-01-01,1", "b,2024-01-01,2", "b,2024-01-01,2", "c,2024-01-02,3");
    caller.post(SYNC, "{\"accept\": true}").is(201);
    assertThat(caller.sql("SELECT min(day), min(pieces) FROM bronze_stock_raw"))
        .containsExactly(List.of("1", "2024-01-01"));
  }

  @Test
  void aWaitEndsWhenTheFileIsPutBack() throws IOException {
    String right = Files.readString(file);
    write("item,day,pieces", "a,2024-01-01,1");
    caller.post(SYNC).problem(409);
    Files.delete(file);
    Files.writeString(file, right);
    assertThat(caller.post(SYNC).is(201).text("/step")).isEqualTo("unchanged");
    assertThat(caller.get(SOURCE).at("/metadata/waiting").isMissingNode()).isTrue();
  }

  @Test
  void aSourceWhoseNameBeginsLikeAnothersHistoryHarmsNobody() throws IOException {
    Path other = folder.resolve("stock_history.csv");
    Files.writeString(other, "a,b\n1,2\n");
    caller.addPath(other, "?wait=60").is(201);
    write("item,day,pieces", "x,2024-02-01,7", "y,2024-02-01,8", "z,2024-02-02,9");
    caller.post(SYNC).is(201);
    assertThat(caller.sql("SELECT count(*) FROM bronze_stock_history_2"))
        .containsExactly(List.of(4));
    caller.delete(SOURCE).is(204);
    assertThat(caller.sql("SELECT count(*) FROM bronze_stock_history_raw"))
        .containsExactly(List.of(1));
  }

  @Test
  void aDroppedTableBeginsAnew() throws IOException {
    settings("{\"mode\": \"append\"}");
    write("item,day,pieces", "d,2024-01-03,4");
    caller.post(SYNC).is(201);
    caller.delete(SOURCE + "/medallion/bronze?cascade=true").is(200);
    caller.post(SOURCE + "/medallion/bronze?wait=60").is(201);
    assertThat(bronze()).containsExactly("d,2024-01-03,4");
    assertThat(caller.post(SOURCE + "/loads/3/undo?wait=60").problem(409))
        .contains("Drop the table");
  }

  @Test
  void columnsMayBeCalledAsTheEngineCallsItsOwn() throws IOException {
    write("rowid,struct,content,nth", "7,p,x,1", "7,q,y,1", "7,p,x,1", "8,r,z,");
    caller.post(SYNC, "{\"accept\": true}").is(201);
    settings("{\"mode\": \"snapshot\", \"contract\": {\"added\": \"quarantine\"}}");
    write("rowid,struct,content,nth,id", "7,p,x,1,", "7,q,y,1,", "7,s,x,1,", "8,r,z,,5");
    caller.post(SYNC).is(201);
    assertThat(caller.sql("SELECT struct FROM bronze_stock_raw ORDER BY ALL").toString())
        .isEqualTo("[[p], [q], [s]]");
    assertThat(caller.sql("SELECT _raw FROM bronze_stock_malformed").toString())
        .contains("\"struct\":\"r\"", "\"id\":\"5\"");
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
    assertThat(caller.post(SOURCE + "/loads/1/undo?wait=60").problem(409))
        .contains("Drop the table");
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
        .contains("no longer kept", "settings");
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
    assertThat(caller.post("/api/sources/months/sync?wait=60").is(201).text("/step"))
        .as("what was brought back stays")
        .isEqualTo("unchanged");
    caller.post("/api/sources/months/sync?wait=60", "{\"verify\": true}").is(201);
    assertThat(months()).contains("feb.csv c 3", "mar.csv d 4", "jan.csv f 30");
    assertThat(
            caller
                .post("/api/sources/months/sync?wait=60", "{\"verify\": true}")
                .is(201)
                .text("/step"))
        .isEqualTo("unchanged");
  }

  @Test
  void filesOfAFolderMayDifferInWhatTheyBring() throws IOException {
    Path months = Files.createDirectory(folder.resolve("months"));
    Files.writeString(months.resolve("jan.csv"), "item,pieces\na,1\nb,2\n");
    caller.addPath(months, "?wait=60&together=true").is(201);
    Files.writeString(months.resolve("feb.csv"), "item,pieces,note\nc,3,new\n");
    Files.writeString(months.resolve("mar.csv"), "item,pieces\nd,4\n");
    Files.writeString(months.resolve("may.csv"), "item,pieces,remark\ne,5,other\n");
    caller.post("/api/sources/months/sync?wait=60").is(201);
    assertThat(
            caller.sql("SELECT item, note, remark FROM bronze_months_raw ORDER BY item").toString())
        .isEqualTo(
            "[[a, null, null], [b, null, null], [c, new, null], [d, null, null], [e, null, other]]");
    Files.writeString(months.resolve("jan.csv"), "item,pieces\na,9\n");
    caller.post("/api/sources/months/sync?wait=60").is(201);
    assertThat(months()).contains("jan.csv a 9").hasSize(4);
    caller
        .put("/api/sources/months/settings", "{\"contract\": {\"added\": \"quarantine\"}}")
        .is(200);
    Files.writeString(months.resolve("jun.csv"), "item,pieces,extra\nf,6,x\ng,7,\n");
    Files.writeString(months.resolve("jul.csv"), "item,pieces,Extra\nh,8,y\n");
    Files.writeString(months.resolve("aug.csv"), "item,pieces\ni,9\n");
    caller.post("/api/sources/months/sync?wait=60").is(201);
    assertThat(months()).contains("jun.csv g 7", "aug.csv i 9").hasSize(6);
    assertThat(caller.sql("SELECT count(*) FROM bronze_months_malformed"))
        .containsExactly(List.of(2));
  }

  private List<String> months() {
    return caller
        .sql("SELECT _source_file, item, pieces FROM bronze_months_raw ORDER BY ALL")
        .stream()
        .map(row -> row.get(0) + " " + row.get(1) + " " + row.get(2))
        .toList();
  }
}

package dev.assay.journey;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.assay.model.Rows;
import dev.assay.source.packed.Packed;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a file would look like in Bronze, before anything has landed. */
class LandingPreviewTest {
  private static final String PREVIEW = "/api/sources/preview";
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

  private JsonNode preview(byte[] content, Map<String, String> fields) {
    return caller.upload(PREVIEW, "sales.csv", content, fields).is(200).json();
  }

  private JsonNode preview(String content, Map<String, String> fields) {
    return preview(content.getBytes(StandardCharsets.UTF_8), fields);
  }

  private static List<String> columns(JsonNode preview) {
    return preview.at("/rows/columns").findValuesAsText("name");
  }

  private static List<List<Object>> rows(JsonNode preview) {
    return dev.assay.model.Json.read(preview.get("rows").toString(), Rows.class).rows();
  }

  @Test
  void theFirstRowsAndWhatIsLeftOutAreShownAndNothingLands() throws IOException {
    JsonNode seen =
        preview("Sales of 2024\n\nid;name;amount\n1;Ann;2,50\n2;\"B;b\";\n3;Cy\n", Map.of());
    assertThat(columns(seen)).containsExactly("id", "name", "amount");
    assertThat(rows(seen))
        .containsExactly(
            List.of("1", "Ann", "2,50"),
            Arrays.asList("2", "B;b", null),
            Arrays.asList("3", "Cy", null));
    assertThat(seen.at("/landing/format/delimiter").asText()).isEqualTo(";");
    assertThat(seen.at("/malformed/rows").toString())
        .contains("Sales of 2024", "before_table", "3;Cy", "too_few_cells");
    assertThat(caller.get("/api/sources").json()).isEmpty();
    assertThat(
            house
                .engine()
                .query("SELECT count(*) FROM duckdb_tables() WHERE table_name LIKE" + " '%sales%'")
                .rows()
                .getFirst()
                .getFirst())
        .isEqualTo(0L);
    try (Stream<Path> uploads = Files.list(folder.resolve("workspace/uploads"))) {
      assertThat(uploads).isEmpty();
    }
  }

  @Test
  void theDelimiterCanBeOverridden() {
    String text = "a;b,c\n1;2,3\n4;5,6\n";
    assertThat(columns(preview(text, Map.of("delimiter", ";")))).containsExactly("a", "b,c");
    assertThat(columns(preview(text, Map.of("delimiter", ",")))).containsExactly("a;b", "c");
  }

  @Test
  void theQuoteCanBeOverridden() {
    String text = "a,b\n'x,y',1\n'z',2\n";
    assertThat(rows(preview(text, Map.of("quote", "'"))))
        .containsExactly(List.of("x,y", "1"), List.of("z", "2"));
    assertThat(rows(preview("a,b\n\"x\",1\n\"y\",2\n", Map.of("quote", "none"))))
        .containsExactly(List.of("\"x\"", "1"), List.of("\"y\"", "2"));
  }

  @Test
  void theEscapeCanBeOverridden() {
    String text = "a,b\nx\\,y,1\nz,2\n";
    assertThat(rows(preview(text, Map.of("escape", "\\", "delimiter", ","))))
        .containsExactly(List.of("x,y", "1"), List.of("z", "2"));
  }

  @Test
  void theEncodingCanBeOverridden() {
    byte[] greek = "όνομα,n\nΑθήνα,1\n".getBytes(Charset.forName("ISO-8859-7"));
    assertThat(rows(preview(greek, Map.of("charset", "ISO-8859-7"))))
        .containsExactly(List.of("Αθήνα", "1"));
    assertThat(rows(preview(greek, Map.of("charset", "windows-1252"))).getFirst().getFirst())
        .isEqualTo("ÁèÞíá");
  }

  @Test
  void theHeaderCanBeOverridden() {
    String text = "a,b\n1,2\n3,4\n";
    JsonNode without = preview(text, Map.of("header", "false"));
    assertThat(columns(without)).containsExactly("column_1", "column_2");
    assertThat(rows(without)).hasSize(3).startsWith(List.of("a", "b"));
    assertThat(rows(preview(text, Map.of("header_rows", "2")))).containsExactly(List.of("3", "4"));
  }

  @Test
  void theLinesBeforeTheTableCanBeOverridden() {
    JsonNode seen = preview("a,b\n1,2\nc,d\n3,4\n", Map.of("skip_lines", "2"));
    assertThat(columns(seen)).containsExactly("c", "d");
    assertThat(rows(seen)).containsExactly(List.of("3", "4"));
  }

  @Test
  void whatIsPreviewedIsWhatLands() {
    String text = "x;y\n1;'a;b'\n2;c\n3\n";
    Map<String, String> fields = Map.of("delimiter", ";", "quote", "'");
    List<List<Object>> seen = rows(preview(text, fields));
    caller
        .upload("/api/sources?wait=60", "sales.csv", text.getBytes(StandardCharsets.UTF_8), fields)
        .is(201);
    assertThat(caller.sql("SELECT x, y FROM bronze_sales_raw ORDER BY _row_no")).isEqualTo(seen);
  }

  @Test
  void aTableOfAnArchiveCanBeChosen() throws IOException {
    Path zip = Packed.zip(folder.resolve("m.zip"), "a.csv", "x\n1\n", "b.csv", "y,z\n2,3\n");
    byte[] bytes = Files.readAllBytes(zip);
    assertThat(columns(caller.upload(PREVIEW, "m.zip", bytes, Map.of()).is(200).json()))
        .containsExactly("x");
    assertThat(
            columns(
                caller.upload(PREVIEW, "m.zip", bytes, Map.of("table", "b.csv")).is(200).json()))
        .containsExactly("y", "z");
    assertThat(caller.upload(PREVIEW, "m.zip", bytes, Map.of("table", "c.csv")).problem(400))
        .contains("'c.csv'", "a.csv, b.csv");
    assertThat(
            caller
                .upload("/api/sources/tables", "m.zip", bytes, Map.of())
                .is(200)
                .json()
                .findValuesAsText("schema"))
        .containsExactly("a.csv", "b.csv");
  }

  @Test
  void aLargeFileOfBrokenLinesIsLeftAfterAWhile() {
    StringBuilder text = new StringBuilder("id,name,amount\n1,Ann,2\n2,Bob,3\n");
    for (int i = 0; i < 400_000; i++) {
      text.append(i).append(",\"x\" y\"z,1,2,3,4\n");
    }
    JsonNode seen = preview(text.toString(), Map.of("delimiter", ",", "header_rows", "1"));
    assertThat(rows(seen)).hasSizeLessThanOrEqualTo(20);
    assertThat(seen.at("/malformed/rows").size()).isLessThanOrEqualTo(100);
  }

  @Test
  void messagesCallAFileAsItsSenderDoes() {
    assertThat(caller.upload(PREVIEW, "sales.csv", "").problem(400))
        .startsWith("The file sales.csv is empty");
  }

  @Test
  void aDatabaseOfThisMachineIsShownToItsOwnerOnly() throws IOException {
    Path file = folder.resolve("chinook.sqlite");
    try (var in = getClass().getResourceAsStream("/chinook/Chinook_Sqlite.sqlite")) {
      Files.copy(java.util.Objects.requireNonNull(in), file);
    }
    Map<String, String> asked = Map.of("path", file.toString(), "table", "Genre");
    assertThat(caller.post(PREVIEW, asked).problem(403)).contains("token");
    JsonNode seen = caller.postAsOwner(PREVIEW, asked).is(200).json();
    assertThat(columns(seen)).containsExactly("GenreId", "Name");
    assertThat(rows(seen)).hasSize(20).startsWith(List.of("1", "Rock"));
    assertThat(seen.at("/rows/truncated").asBoolean()).isTrue();
    byte[] sent = Files.readAllBytes(file);
    assertThat(caller.upload(PREVIEW, "x.csv", sent, Map.of()).problem(403))
        .contains("is a database");
  }
}

package dev.assay.journey;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A database that is a file, with eleven tables that refer to each other. */
class ChinookTest {
  private static final Map<String, Integer> ROWS =
      new TreeMap<>(
          Map.ofEntries(
              Map.entry("chinook_album", 347),
              Map.entry("chinook_artist", 275),
              Map.entry("chinook_customer", 59),
              Map.entry("chinook_employee", 8),
              Map.entry("chinook_genre", 25),
              Map.entry("chinook_invoice", 412),
              Map.entry("chinook_invoice_line", 2_240),
              Map.entry("chinook_media_type", 5),
              Map.entry("chinook_playlist", 18),
              Map.entry("chinook_playlist_track", 8_715),
              Map.entry("chinook_track", 3_503)));

  @TempDir private Path folder;
  private Path file;
  private House house;
  private Caller caller;

  @BeforeEach
  void open() throws IOException {
    file = folder.resolve("chinook.db");
    try (var in = getClass().getResourceAsStream("/chinook/Chinook_Sqlite.sqlite")) {
      Files.copy(Objects.requireNonNull(in), file);
    }
    house = House.open(folder.resolve("workspace"));
    caller = house.caller;
  }

  @AfterEach
  void close() {
    house.close();
  }

  private Map<String, Integer> landed() {
    Map<String, Integer> landed = new TreeMap<>();
    for (JsonNode source : caller.get("/api/sources").is(200).json()) {
      String id = source.get("id").asText();
      assertThat(caller.strip(id)).startsWith("ready");
      landed.put(
          id,
          (Integer) caller.sql("SELECT count(*) FROM bronze_" + id + "_raw").getFirst().getFirst());
    }
    return landed;
  }

  private List<String> foreignKeys(String source) {
    return caller
        .get("/api/sources/" + source)
        .is(200)
        .at("/metadata/foreign_keys")
        .valueStream()
        .map(key ->
            key.at("/columns/0").asText()
                + " → "
                + key.get("table").asText()
                + "."
                + key.at("/referenced_columns/0").asText())
        .sorted()
        .toList();
  }

  @Test
  void oneRequestLandsAllTablesAndRemembersWhatRefersToWhat() {
    Reply added = caller.addPath(file, "?wait=60").is(201);
    assertThat(added.at("/more")).hasSize(10);
    assertThat(landed()).isEqualTo(ROWS);

    assertThat(caller.get("/api/sources").json().findValuesAsText("origin_id"))
        .hasSize(11)
        .containsOnly("chinook");
    assertThat(foreignKeys("chinook_track"))
        .containsExactly(
            "AlbumId → Album.AlbumId",
            "GenreId → Genre.GenreId",
            "MediaTypeId → MediaType.MediaTypeId");
    assertThat(foreignKeys("chinook_employee")).containsExactly("ReportsTo → Employee.EmployeeId");
    assertThat(caller.get("/api/sources/chinook_artist").at("/metadata").has("foreign_keys"))
        .isFalse();
    assertThat(
            caller.sql("SELECT \"Name\" FROM bronze_chinook_artist_raw WHERE \"ArtistId\" = '6'"))
        .containsExactly(List.of("Antônio Carlos Jobim"));
  }

  @Test
  void aKnownDatabaseIsReadAgainAndNothingIsAddedTwice() {
    caller.addPath(file, "?wait=60").is(201);
    caller.buildAsSuggested("chinook_invoice");
    Reply again = caller.addPath(file, "?wait=60").is(201);
    assertThat(again.text("/note")).startsWith("11 tables are known");
    assertThat(landed()).isEqualTo(ROWS);
    assertThat(caller.strip("chinook_invoice")).isEqualTo("ready ready ready");
    assertThat(caller.get("/api/connections").json()).hasSize(1);
  }

  @Test
  void allItsTablesSyncTogether() {
    caller.addPath(file, "?wait=60").is(201);
    Reply synced = caller.post("/api/origins/chinook/sync?wait=60").is(201);
    assertThat(synced.json()).hasSize(11);
    assertThat(synced.json().findValuesAsText("status")).contains("ready").doesNotContain("error");
    assertThat(landed()).isEqualTo(ROWS);
  }

  @Test
  void someOfItsTablesCanBeChosen() {
    Map<String, Object> body =
        Map.of("path", file.toString(), "tables", List.of("Genre", "mediatype"), "name", "media");
    caller.postAsOwner("/api/sources?wait=60", body).is(201);
    assertThat(landed()).isEqualTo(Map.of("media_genre", 25, "media_media_type", 5));
    Map<String, Object> wrong = Map.of("path", file.toString(), "tables", List.of("Genres"));
    assertThat(caller.postAsOwner("/api/sources", wrong).problem(400))
        .contains("There is no table 'Genres'", "Genre");
  }

  @Test
  void aDatabaseIsNotOpenedWhereAStrangerSentIt() throws IOException {
    byte[] sent = Files.readAllBytes(file);
    assertThat(caller.upload("/api/sources", "innocent.csv", sent, Map.of()).problem(403))
        .contains("innocent.csv is a database");
    try (var uploads = Files.list(folder.resolve("workspace/uploads"))) {
      assertThat(uploads).isEmpty();
    }
    assertThat(caller.get("/api/sources").json()).isEmpty();
    assertThat(caller.get("/api/connections").json()).isEmpty();
  }
}

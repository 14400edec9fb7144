package dev.assay.journey;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** How the tables of real data belong together is found, over HTTP. */
class RelationshipsTest {
  private static final Set<String> CHINOOK =
      Set.of(
          "chinook_album.artist_id=chinook_artist.artist_id",
          "chinook_customer.support_rep_id=chinook_employee.employee_id",
          "chinook_employee.reports_to=chinook_employee.employee_id",
          "chinook_invoice.customer_id=chinook_customer.customer_id",
          "chinook_invoice_line.invoice_id=chinook_invoice.invoice_id",
          "chinook_invoice_line.track_id=chinook_track.track_id",
          "chinook_playlist_track.playlist_id=chinook_playlist.playlist_id",
          "chinook_playlist_track.track_id=chinook_track.track_id",
          "chinook_track.album_id=chinook_album.album_id",
          "chinook_track.genre_id=chinook_genre.genre_id",
          "chinook_track.media_type_id=chinook_media_type.media_type_id");

  @TempDir private Path folder;

  static String written(JsonNode one) {
    String from = one.at("/from/source").asText() + "." + one.at("/from/columns/0").asText();
    return from + "=" + one.at("/to/source").asText() + "." + one.at("/to/columns/0").asText();
  }

  private static Set<String> found(Caller caller) {
    Set<String> found = new TreeSet<>();
    for (JsonNode one : caller.get("/api/relationships").is(200).json()) {
      found.add(written(one));
      assertThat(one.get("because").asText()).endsWith(".");
    }
    return found;
  }

  private static void judge(String what, Set<String> found, Set<String> truth) {
    Set<String> right = new TreeSet<>(found);
    right.retainAll(truth);
    double precision = found.isEmpty() ? 1 : (double) right.size() / found.size();
    double recall = (double) right.size() / truth.size();
    System.out.printf("%s: precision %.3f, recall %.3f%n", what, precision, recall);
    Set<String> wrong = new TreeSet<>(found);
    wrong.removeAll(truth);
    Set<String> missed = new TreeSet<>(truth);
    missed.removeAll(found);
    assertThat(precision).as("wrong: %s", wrong).isGreaterThanOrEqualTo(0.9);
    assertThat(recall).as("missed: %s", missed).isGreaterThanOrEqualTo(0.9);
  }

  private void silver(Caller caller) {
    for (JsonNode source : caller.get("/api/sources").is(200).json()) {
      caller
          .post("/api/sources/" + source.get("id").asText() + "/medallion/silver?wait=60", "")
          .is(201);
    }
  }

  @Test
  void allForeignKeysOfChinookAreFoundWhereTheDatabaseDeclaresThem() throws IOException {
    Path file = folder.resolve("chinook.db");
    try (var in = getClass().getResourceAsStream("/chinook/Chinook_Sqlite.sqlite")) {
      Files.copy(Objects.requireNonNull(in), file);
    }
    try (House house = House.open(folder.resolve("workspace"))) {
      house.caller.postAsOwner("/api/sources?wait=120", Map.of("path", file.toString()));
      silver(house.caller);
      judge("chinook, declared keys", found(house.caller), CHINOOK);
    }
  }

  @Test
  void theyAreFoundFromFilesToo() throws IOException {
    Path file = folder.resolve("chinook.db");
    try (var in = getClass().getResourceAsStream("/chinook/Chinook_Sqlite.sqlite")) {
      Files.copy(Objects.requireNonNull(in), file);
    }
    Path files = Files.createDirectory(folder.resolve("files"));
    try (House house = House.open(folder.resolve("workspace"))) {
      house.caller.postAsOwner("/api/sources?wait=120", Map.of("path", file.toString()));
      for (JsonNode source : house.caller.get("/api/sources").is(200).json()) {
        String id = source.get("id").asText();
        Files.writeString(
            files.resolve(id + ".csv"),
            house
                .caller
                .get("/api/sources/" + id + "/medallion/bronze/export?format=csv")
                .is(200)
                .body());
      }
    }
    try (House house = House.open(folder.resolve("other"))) {
      try (var all = Files.list(files)) {
        List<String> paths = all.map(Path::toString).sorted().toList();
        house.caller.postAsOwner("/api/sources?wait=120", Map.of("paths", paths));
      }
      silver(house.caller);
      judge("chinook, as files", found(house.caller), CHINOOK);
    }
  }

  @Test
  void theOrdersOfJaffleShopBelongToItsCustomers() throws IOException {
    try (House house = House.open(folder.resolve("workspace"))) {
      for (String name : List.of("raw_customers", "raw_orders", "raw_payments")) {
        house.caller.upload(
            "/api/sources?wait=60",
            name + ".csv",
            House.resource("jaffle-shop/" + name + ".csv").getBytes(StandardCharsets.UTF_8),
            Map.of());
      }
      silver(house.caller);
      judge(
          "jaffle-shop",
          found(house.caller),
          Set.of("raw_orders.user_id=raw_customers.id", "raw_payments.order_id=raw_orders.id"));
    }
  }
}

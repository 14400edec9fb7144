package dev.assay.journey;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.Statement;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A process that ends after the warehouse has published a load and before the metadata heard of it.
 */
class CrashedLoadTest {
  @TempDir private Path folder;

  /** Puts the metadata back to what they were before the newest load of a source was published. */
  private void forgetNewestLoad(String source, String fingerprint) throws Exception {
    Path metadata = folder.resolve("workspace/metadata.sqlite");
    try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + metadata);
        Statement statement = connection.createStatement()) {
      String newest = "(SELECT max(load_id) FROM load WHERE source_id = '" + source + "')";
      statement.executeUpdate(
          "UPDATE load SET published = FALSE WHERE source_id = '"
              + source
              + "' AND load_id = "
              + newest);
      statement.executeUpdate(
          "UPDATE medallion_layer SET status = 'building', published_build = 'the one before'"
              + " WHERE layer = 'bronze' AND source_id = '"
              + source
              + "'");
      statement.executeUpdate(
          "UPDATE source SET fingerprint = " + fingerprint + " WHERE id = '" + source + "'");
    }
  }

  @Test
  void anAppendIsNotDoneTwice() throws Exception {
    Path file = folder.resolve("stock.csv");
    Files.writeString(file, "item,pieces\na,1\n");
    try (House house = House.open(folder.resolve("workspace"))) {
      house.caller.addPath(file, "?wait=60").is(201);
      house.caller.put("/api/sources/stock/settings", "{\"mode\": \"append\"}").is(200);
      Files.delete(file);
      Files.writeString(file, "item,pieces\nb,2\nc,3\n");
      house.caller.post("/api/sources/stock/sync?wait=60").is(201);
    }
    forgetNewestLoad("stock", "'as it was before'");
    try (House house = House.open(folder.resolve("workspace"))) {
      assertThat(house.caller.get("/api/sources/stock/loads").json()).hasSize(2);
      assertThat(house.caller.post("/api/sources/stock/sync?wait=60").is(201).text("/step"))
          .isEqualTo("unchanged");
      assertThat(house.caller.sql("SELECT item FROM bronze_stock_raw ORDER BY 1"))
          .containsExactly(List.of("a"), List.of("b"), List.of("c"));
    }
  }

  @Test
  void aFolderStaysAFolder() throws Exception {
    Path months = Files.createDirectory(folder.resolve("months"));
    Files.writeString(months.resolve("jan.csv"), "item,pieces\na,1\n");
    Files.writeString(months.resolve("feb.csv"), "item,pieces\nb,2\n");
    try (House house = House.open(folder.resolve("workspace"))) {
      house.caller.addPath(months, "?wait=60").is(201);
      Files.writeString(months.resolve("mar.csv"), "item,pieces\nc,3\n");
      house.caller.post("/api/sources/months/sync?wait=60").is(201);
    }
    forgetNewestLoad("months", "NULL");
    try (House house = House.open(folder.resolve("workspace"))) {
      assertThat(house.caller.get("/api/sources/months").text("/origin/kind")).isEqualTo("folder");
      assertThat(house.caller.post("/api/sources/months/sync?wait=60").is(201).text("/step"))
          .isEqualTo("unchanged");
      assertThat(house.caller.sql("SELECT count(*) FROM bronze_months_raw"))
          .containsExactly(List.of(3));
    }
  }
}

package dev.assay.journey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A disk without room; skipped where a user may not mount one. */
class DiskFullTest {
  @TempDir private Path folder;

  @Test
  void aFullDiskIsOneSentenceAndWhatStoodStillStands() throws Exception {
    Optional<Server> small = Server.startOnSmallDisk(folder.resolve("workspace"), 20);
    assumeTrue(small.isPresent(), "No disk of one's own here (unshare -Urm)");
    try (Server server = small.get()) {
      Caller caller = server.caller;
      caller.add("orders.csv", StoryTest.ORDERS);
      caller.buildAsSuggested("orders");

      Reply upload =
          caller.upload(
              "/api/sources", "huge.csv", noise(30).getBytes(StandardCharsets.UTF_8), Map.of());
      assertThat(upload.problem(507)).contains("disk is full");
      assertThat(caller.get("/api/sources").json()).hasSize(1);

      Reply build =
          caller.upload(
              "/api/sources?wait=120",
              "large.csv",
              noise(11).getBytes(StandardCharsets.UTF_8),
              Map.of());
      assertThat(build.problem(422)).contains("disk is full");
      assertThat(caller.strip("large")).isEqualTo("error pending pending");
      assertThat(caller.strip("orders")).isEqualTo("ready ready ready");
      assertThat(caller.sql("SELECT count(*) FROM silver_orders_cleaned"))
          .containsExactly(List.of(10));

      caller.delete("/api/sources/large").is(204);
      caller.post("/api/sources/orders/medallion/bronze/refresh?wait=60").is(201);
      assertThat(caller.strip("orders")).isEqualTo("ready ready ready");
    }
  }

  /** Text that no engine can make smaller. */
  private static String noise(int megabytes) {
    Random random = new Random(1);
    StringBuilder csv = new StringBuilder("id,a,b\n");
    for (int i = 0; csv.length() < megabytes * 1_000_000; i++) {
      csv.append(i).append(',');
      for (int letter = 0; letter < 80; letter++) {
        csv.append((char) ('A' + random.nextInt(58)));
      }
      csv.append(",z\n");
    }
    return csv.toString().replace("\\", "_");
  }
}

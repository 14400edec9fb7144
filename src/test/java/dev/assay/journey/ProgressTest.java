package dev.assay.journey;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Long builds: they tell how far they are, and can be stopped. */
class ProgressTest {
  private static final String MEDALLION = "/api/sources/big/medallion";
  @TempDir private Path folder;
  private House house;
  private Caller caller;

  @BeforeEach
  void open() {
    house = House.open(folder);
    caller = house.caller;
  }

  @AfterEach
  void close() {
    house.close();
  }

  private static String big(int rows) {
    StringBuilder csv = new StringBuilder("id,place,note\n");
    for (int i = 0; i < rows; i++) {
      csv.append(i)
          .append(",P")
          .append(i % 50)
          .append(",some text for row ")
          .append(i)
          .append('\n');
    }
    return csv.toString();
  }

  @Test
  void eventsArriveWhileTheBuildRunsAndEndWithIt() {
    String url = caller.upload("/api/sources", "big.csv", big(200_000)).is(202).header("Location");
    List<JsonNode> heard = caller.watchUntil(url, 0.01);
    assertThat(caller.get(url).text("/status")).isEqualTo("building");
    List<JsonNode> rest = caller.watchUntil(url, 2);
    assertThat(heard).isNotEmpty();
    assertThat(rest.getLast().get("status").asText()).isEqualTo("ready");
    assertThat(rest).extracting(state -> state.get("progress").asDouble()).isSorted();
    assertThat(caller.watchUntil(url, 2)).as("A build that has ended").hasSize(1);
  }

  @Test
  void aCancelledFirstBuildLeavesNothingAndCanBeStartedAgain() {
    String url = caller.upload("/api/sources", "big.csv", big(300_000)).is(202).header("Location");
    caller.watchUntil(url, 0.01);
    caller.delete(url).is(200);
    Reply ended = caller.get(url + "?wait=60");
    assertThat(ended.text("/status")).isEqualTo("cancelled");
    assertThat(caller.strip("big")).isEqualTo("pending pending pending");
    assertThat(caller.get(MEDALLION + "/bronze/logs").json().get(0).get("status").asText())
        .isEqualTo("cancelled");
    caller.get(MEDALLION + "/bronze/rows").problem(409);
    assertThat(house.staging()).isEmpty();

    caller.post(MEDALLION + "/bronze?wait=60").is(201);
    assertThat(caller.sql("SELECT count(*) FROM bronze_big_raw")).containsExactly(List.of(300_000));
  }

  @Test
  void aCancelledRebuildLeavesTheTableAsItWas() {
    caller.add("big.csv", big(100_000));
    caller.buildAsSuggested("big");
    List<List<Object>> before = caller.get(MEDALLION + "/silver/rows?limit=5").rows();

    String url = caller.post(MEDALLION + "/silver/refresh").is(202).header("Location");
    caller.watchUntil(url, 0);
    caller.delete(url).is(200);
    Reply waited = caller.get(url + "?wait=60");
    assertThat(waited.text("/status")).isEqualTo("cancelled");
    assertThat(caller.strip("big")).isEqualTo("ready ready ready");
    assertThat(caller.get(MEDALLION + "/silver/rows?limit=5").rows()).isEqualTo(before);
    assertThat(house.staging()).isEmpty();
    caller.post(MEDALLION + "/silver/refresh?wait=60").is(201);
  }

  @Test
  void aBuildThatWaitsForAnotherCanBeCancelledBeforeItBegins() {
    String first = caller.upload("/api/sources", "big.csv", big(200_000)).header("Location");
    String second = caller.post(MEDALLION + "/bronze").is(202).header("Location");
    assertThat(caller.delete(second).is(200).text("/status")).isEqualTo("cancelled");
    assertThat(caller.get(first + "?wait=60").text("/status")).isEqualTo("ready");
    assertThat(caller.get(MEDALLION + "/bronze/logs").json()).hasSize(1);
  }
}

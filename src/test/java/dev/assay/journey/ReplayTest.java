package dev.assay.journey;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A mended rule lets rejected rows back in, without touching those that were accepted. */
class ReplayTest {
  private static final String ROWS =
      "id,day,amount\n1,2024-01-31,10\n2,31.01.2024,20\n3,soon,30\n4,2024-02-01,-1\n";

  @TempDir private static Path folder;
  private static House house;
  private static Caller caller;

  @BeforeAll
  static void open() {
    house = House.open(folder);
    caller = house.caller;
  }

  @AfterAll
  static void close() {
    house.close();
  }

  private static Map<String, Object> recipe(List<String> formats, String check, String keep) {
    return Map.of(
        "columns",
        List.of(
            Map.of("source_column", "id", "target_type", "INTEGER"),
            Map.of(
                "source_column",
                "day",
                "target_type",
                "DATE",
                "cleaning",
                List.of(Map.of("step", "trim"), Map.of("step", "parse_date", "formats", formats))),
            Map.of("source_column", "amount", "target_type", "INTEGER", "validation", check)),
        "deduplication",
        Map.of("strategy", keep, "key_columns", List.of("id"), "order_by", "day"));
  }

  private static final Map<String, Object> BEFORE =
      recipe(List.of("%Y-%m-%d"), ">= 0", "KEEP_LATEST");
  private static final Map<String, Object> MENDED =
      recipe(List.of("%Y-%m-%d", "%d.%m.%Y"), ">= 0", "KEEP_LATEST");

  private static String silver(String source) {
    return "/api/sources/" + source + "/medallion/silver";
  }

  private static List<String> steps(Reply preview) {
    List<String> steps = new ArrayList<>();
    preview.at("/plan").forEach(step -> steps.add(step.get("description").asText()));
    return steps;
  }

  @Test
  void aPreviewTellsHowManyRowsAreRescuedAndTheReplayRescuesThem() {
    String source = caller.add("mended.csv", ROWS);
    caller.post(silver(source) + "?wait=60", BEFORE).is(201);

    Reply preview = caller.post(silver(source) + "/preview", MENDED).is(200);
    assertThat(steps(preview)).contains("Replay 3 rejected rows.");
    assertThat(preview.at("/replay/possible").asBoolean()).isTrue();
    assertThat(preview.at("/replay/rescued").asInt()).isEqualTo(1);
    assertThat(preview.at("/replay/of").asInt()).isEqualTo(3);
    assertThat(preview.at("/rows").asInt()).isEqualTo(2);

    caller.post(silver(source) + "/replay?wait=60", MENDED).is(201);

    assertThat(caller.sql("SELECT id, day FROM silver_" + source + "_cleaned ORDER BY id"))
        .containsExactly(List.of(1, "2024-01-31"), List.of(2, "2024-01-31"));
    JsonNode ledger = preview.at("/ledger");
    JsonNode published = null;
    for (JsonNode layer : caller.get("/api/sources/" + source + "/medallion").at("/layers")) {
      published = layer.get("layer").asText().equals("silver") ? layer.get("ledger") : published;
    }
    assertThat(published).isEqualTo(ledger);
    assertThat(house.staging()).isEmpty();
    for (JsonNode check : caller.get("/api/check?source=" + source).is(200).json()) {
      assertThat(check.get("passed").asBoolean()).as(check.toString()).isTrue();
    }
  }

  @Test
  void whatMayChangeAcceptedRowsIsRebuiltAndAReplayOfItIsRefused() {
    String source = caller.add("other.csv", ROWS);
    caller.post(silver(source) + "?wait=60", BEFORE).is(201);
    Map<String, Object> stricter = recipe(List.of("%Y-%m-%d"), ">= 20", "KEEP_LATEST");

    assertThat(caller.post(silver(source) + "/replay?wait=60", stricter).problem(409))
        .startsWith("Only a rebuild can do this: accepted values of amount")
        .contains("Build Silver of 'other' again.");
    Reply preview = caller.post(silver(source) + "/preview", stricter).is(200);
    assertThat(steps(preview).getFirst())
        .isEqualTo("Rebuild: accepted values of amount have to be checked again.");

    caller.post(silver(source) + "?wait=60", stricter).is(201);
    assertThat(caller.get(silver(source) + "/rows").rows()).isEmpty();
  }

  @Test
  void aRescuedRowThatSharesAKeyWithSilverHasEverythingRankedAgain() {
    String source = caller.add("shared.csv", "id,day,amount\n1,2024-01-31,10\n1,31.12.2024,20\n");
    caller.post(silver(source) + "?wait=60", BEFORE).is(201);

    Reply preview = caller.post(silver(source) + "/preview", MENDED).is(200);
    assertThat(preview.at("/replay/possible").asBoolean()).isFalse();
    assertThat(steps(preview).getFirst()).startsWith("Rebuild: rescued rows share a key");

    caller.post(silver(source) + "?wait=60", MENDED).is(201);
    assertThat(caller.sql("SELECT amount FROM silver_" + source + "_cleaned"))
        .containsExactly(List.of(20));
  }

  @Test
  void afterANewLoadEverythingIsRebuilt() {
    String source = caller.add("loaded.csv", ROWS);
    caller.post(silver(source) + "?wait=60", BEFORE).is(201);
    caller.post("/api/sources/" + source + "/medallion/bronze?wait=60").is(201);

    caller.post(silver(source) + "?wait=60", BEFORE).is(201);
    Reply preview = caller.post(silver(source) + "/preview", MENDED).is(200);
    assertThat(preview.at("/replay/possible").asBoolean()).isTrue();
    assertThat(preview.at("/replay/rescued").asInt()).isEqualTo(1);
  }
}

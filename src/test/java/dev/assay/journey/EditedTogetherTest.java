package dev.assay.journey;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Two people edit one recipe over HTTP, or one edits a draft that nobody has put in force. */
class EditedTogetherTest {
  private static final String VISITS =
      "id,seen,state\n1,01/02/2024,CA\n2,03/04/2024,ca\n3,05/06/2024,NY\n4,07/08/2024,NY\n";
  private static final String SILVER = "/api/sources/visits/medallion/silver";

  @TempDir Path folder;

  @Test
  void whoAppliesSecondIsToldAndMayApplyOnTop() {
    try (House house = House.open(folder)) {
      Caller caller = house.caller;
      caller.add("visits.csv", VISITS);
      Reply suggestion = caller.get(SILVER + "/recipe").is(200);
      assertThat(suggestion.at("/number").asLong()).isZero();
      assertThat(suggestion.text("/author")).isEqualTo("RULES");

      String first = renamed(suggestion.at("/recipe"), "id", "visit");
      String second = renamed(suggestion.at("/recipe"), "state", "region");
      caller.post(SILVER + "?wait=60&based_on=0", first).is(201);
      assertThat(caller.post(SILVER + "?wait=60&based_on=0", second).problem(409))
          .contains("has changed since you began", "number 1 now");
      assertThat(columns(caller)).contains("visit", "state").doesNotContain("region");

      Reply now = caller.get(SILVER + "/recipe").is(200);
      assertThat(now.at("/number").asLong()).isEqualTo(1);
      assertThat(now.text("/outcome")).isEqualTo("published");
      caller
          .post(SILVER + "?wait=60&based_on=1", renamed(now.at("/recipe"), "state", "region"))
          .is(201);
      assertThat(columns(caller)).contains("visit", "region");
    }
  }

  @Test
  void withoutSayingWhatItIsBasedOnTheLastToApplyWins() {
    try (House house = House.open(folder)) {
      Caller caller = house.caller;
      caller.add("visits.csv", VISITS);
      JsonNode suggestion = caller.get(SILVER + "/recipe").is(200).at("/recipe");
      caller.post(SILVER + "?wait=60", renamed(suggestion, "id", "visit")).is(201);
      caller.post(SILVER + "?wait=60", renamed(suggestion, "state", "region")).is(201);
      assertThat(columns(caller)).contains("id", "region");
      caller.post(SILVER + "?based_on=soon", suggestion.toString()).is(400);
    }
  }

  @Test
  void answersSentencesAndEditsAreTriedOnADraftAndNothingIsKept() {
    try (House house = House.open(folder)) {
      Caller caller = house.caller;
      caller.add("visits.csv", VISITS);
      JsonNode suggestion = caller.get(SILVER + "/recipe").is(200).at("/recipe");
      JsonNode draft = json(renamed(suggestion, "state", "region"));

      Reply answered =
          caller
              .post(
                  SILVER + "/apply/preview",
                  Map.of(
                      "recipe",
                      draft,
                      "answers",
                      List.of(Map.of("column", "seen", "choice", "D/M"))))
              .is(200);
      assertThat(answered.text("/columns/1/target_type")).isEqualTo("DATE");
      assertThat(answered.text("/columns/2/silver_name")).isEqualTo("region");
      assertThat(answered.at("/questions")).isEmpty();

      Reply revised =
          caller
              .post(
                  SILVER + "/revise", Map.of("sentence", "rename region to area", "recipe", draft))
              .is(200);
      assertThat(revised.text("/recipe/columns/2/silver_name")).isEqualTo("area");

      assertThat(caller.get(SILVER + "/recipe").is(200).at("/number").asLong()).isZero();
      assertThat(caller.get("/api/sources/visits/medallion").at("/questions")).hasSize(1);
    }
  }

  private static List<String> columns(Caller caller) {
    return caller.get(SILVER + "/rows").is(200).at("/columns").findValuesAsText("name");
  }

  private static String renamed(JsonNode recipe, String column, String name) {
    JsonNode copy = recipe.deepCopy();
    for (JsonNode one : copy.get("columns")) {
      if (one.get("silver_name").asText().equals(column)) {
        ((ObjectNode) one).put("silver_name", name);
      }
    }
    return copy.toString();
  }

  private static JsonNode json(String text) {
    return dev.assay.model.Json.read(text, JsonNode.class);
  }
}

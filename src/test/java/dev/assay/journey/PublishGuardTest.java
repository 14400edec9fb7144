package dev.assay.journey;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a recipe does not let pass is not published, and what stood before still stands. */
class PublishGuardTest {
  private static final String ORDERS =
      "id,amount,paid\n1,10,yes\n2,x,no\n3,30,yes\n4,y,maybe\n5,-5,yes\n";

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

  private static Map<String, Object> recipe(Double limit, Map<String, Object> amount) {
    Map<String, Object> column = new TreeMap<>(amount);
    column.putIfAbsent("target_type", "INTEGER");
    column.put("source_column", "amount");
    Map<String, Object> recipe = new TreeMap<>();
    recipe.put("columns", List.of(Map.of("source_column", "id"), column));
    if (limit != null) {
      recipe.put("reject_limit", limit);
    }
    return recipe;
  }

  private static String silver(String source) {
    return "/api/sources/" + source + "/medallion/silver";
  }

  @Test
  void aShareOfRejectedRowsAboveTheLimitIsNotPublishedAndTheEarlierTableStands() {
    String source = caller.add("limited.csv", ORDERS);
    Map<String, Object> text = recipe(null, Map.of("target_type", "TEXT"));
    caller.post(silver(source) + "?wait=60", text).is(201);

    Reply refused = caller.post(silver(source) + "?wait=60", recipe(0.2, Map.of()));

    assertThat(refused.problem(422))
        .contains("40 % of the rows (2 of 5)", "reject_limit is 20 %", "invalid_amount in 2 rows")
        .contains("raise reject_limit");
    String build = refused.header("Location");
    assertThat(caller.get(build).is(200).at("/exit_code").asInt()).isEqualTo(3);
    assertThat(caller.get(silver(source) + "/rows").is(200).rows()).hasSize(5);
    assertThat(caller.get(silver(source) + "/rejects").is(200).rows()).isEmpty();
    assertThat(caller.get("/api/sources/" + source + "/medallion").is(200).text("/status/silver"))
        .isEqualTo("error");
    assertThat(house.staging()).isEmpty();

    caller.post(silver(source) + "?wait=60", recipe(0.4, Map.of())).is(201);
    assertThat(caller.get(silver(source) + "/rows").is(200).rows()).hasSize(3);
  }

  @Test
  void aViolationThatMayNotHappenIsNotPublishedAndTheEarlierTableStands() {
    String source = caller.add("failing.csv", ORDERS);
    caller.post(silver(source) + "?wait=60", recipe(null, Map.of())).is(201);

    Reply refused =
        caller.post(
            silver(source) + "?wait=60",
            recipe(null, Map.of("validation", ">= 0", "on_violation", "FAIL")));

    assertThat(refused.problem(422)).contains("violates_amount in 1 row");
    assertThat(caller.get(refused.header("Location")).at("/exit_code").asInt()).isEqualTo(3);
    assertThat(caller.get(silver(source) + "/rows").is(200).rows()).hasSize(3);
  }

  @Test
  void aPreviewOfSuchARecipeShowsTheRowsAndSaysThatABuildWouldBeRefused() {
    String source = caller.add("previewed.csv", ORDERS);

    Reply limited = caller.post(silver(source) + "/preview", recipe(0.0, Map.of())).is(200);
    Reply failing =
        caller
            .post(
                silver(source) + "/preview",
                recipe(null, Map.of("validation", ">= 0", "on_violation", "FAIL")))
            .is(200);
    Reply sound = caller.post(silver(source) + "/preview", recipe(1.0, Map.of())).is(200);

    assertThat(limited.text("/refusal")).contains("reject_limit is 0 %", "2 of 5");
    assertThat(limited.at("/ledger/rejected").asInt()).isEqualTo(2);
    assertThat(failing.text("/refusal")).contains("violates_amount in 1 row");
    assertThat(sound.json().has("refusal")).isFalse();
  }

  @Test
  void aLimitThatIsNoShareIsAProblemOfTheRecipe() {
    String source = caller.add("wrong.csv", ORDERS);

    Reply refused = caller.post(silver(source) + "?wait=60", recipe(5.0, Map.of())).is(400);

    assertThat(refused.text("/problems/0/pointer")).isEqualTo("/reject_limit");
    assertThat(refused.problem(400)).contains("from 0 to 1");
  }
}

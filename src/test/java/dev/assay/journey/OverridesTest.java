package dev.assay.journey;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.assay.store.Store;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Values that a person puts right, one by one: they stay, they are counted, they can go again. */
class OverridesTest {
  private static final Map<String, Object> RECIPE =
      Map.of(
          "columns",
          List.of(
              Map.of("source_column", "id"),
              Map.of("source_column", "amount", "target_type", "INTEGER", "validation", ">= 0")));

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

  private static String built(String name, String rows) {
    String source = caller.add(name + ".csv", "id,amount\n" + rows);
    caller.post(silver(source) + "?wait=60", RECIPE).is(201);
    return source;
  }

  private static String silver(String source) {
    return "/api/sources/" + source + "/medallion/silver";
  }

  private static Reply mend(String source, String row, String column, String value) {
    Map<String, Object> body = new HashMap<>();
    body.put("row", row);
    body.put("column", column);
    body.put("value", value);
    return caller.post(silver(source) + "/overrides", body);
  }

  private static void await(Reply mended) {
    String build = "/api/builds/" + mended.text("/build/id");
    caller.get(build + "/events").is(200);
    assertThat(caller.get(build).text("/status")).isEqualTo("ready");
  }

  private static List<List<Object>> amounts(String source) {
    return caller.sql("SELECT id, amount FROM silver_" + source + "_cleaned ORDER BY id, _row_no");
  }

  private static JsonNode ledger(String source) {
    for (JsonNode layer :
        caller.get("/api/sources/" + source + "/medallion").is(200).at("/layers")) {
      if (layer.get("layer").asText().equals("silver")) {
        return layer.get("ledger");
      }
    }
    throw new AssertionError("no ledger");
  }

  @Test
  void aRejectedValueIsPutRightInAllRowsOfTheSameContentAndOutlivesRebuildsAndSyncs() {
    String source = built("mended", "1,10\n2,l2\n2,l2\n3,30\n");
    assertThat(caller.get(silver(source) + "/rejects").rows()).hasSize(2);

    Reply mended = mend(source, "1:3", "amount", "12").is(201);
    await(mended);

    assertThat(mended.at("/accepted").asBoolean()).isTrue();
    assertThat(mended.at("/override/rows").asInt()).isEqualTo(2);
    assertThat(amounts(source))
        .containsExactly(List.of("1", 10), List.of("2", 12), List.of("2", 12), List.of("3", 30));
    JsonNode amount = ledger(source).at("/cells/1");
    assertThat(amount.get("raw").asInt()).isEqualTo(4);
    assertThat(amount.get("kept").asInt()).isEqualTo(2);
    assertThat(amount.get("changed").asInt()).isEqualTo(2);
    assertThat(ledger(source).at("/measures/0/readable").asText()).isEqualTo("64");
    JsonNode steps = caller.get(silver(source) + "/preview").is(200).at("/plan");
    assertThat(steps.toString()).contains("nothing has changed since Silver was built");

    caller.post(silver(source) + "/refresh?wait=60").is(201);
    assertThat(amounts(source)).hasSize(4);
    caller
        .form(
            "PUT",
            "/api/sources/" + source + "/file?wait=60",
            Map.of("mended.csv", "id,amount\n9,90\n2,l2\n".getBytes()),
            Map.of("accept", "true"))
        .is(201);
    assertThat(amounts(source)).containsExactly(List.of("2", 12), List.of("9", 90));
  }

  @Test
  void aPersonsValueIsCheckedLikeAnyOtherAndTheReplySaysWhenItIsRejectedAgain() {
    String source = built("checked", "1,x\n");

    Reply mended = mend(source, "1:2", "amount", "-4").is(201);
    await(mended);

    assertThat(mended.at("/accepted").asBoolean()).isFalse();
    assertThat(mended.text("/note")).isEqualTo("The value is rejected in 1 row: violates_amount.");
    assertThat(amounts(source)).isEmpty();
    assertThat(ledger(source).at("/rejection_reasons/violates_amount").asInt()).isEqualTo(1);
  }

  @Test
  void aValueCanBeTakenBackAndOneWithoutARowIsAnOrphan() {
    String source = built("back", "1,10\n2,x\n");
    await(mend(source, "1:3", "amount", "20").is(201));
    await(mend(source, "1:2", "amount", "11").is(201));
    assertThat(amounts(source)).containsExactly(List.of("1", 11), List.of("2", 20));

    Reply gone = caller.delete(silver(source) + "/overrides/1").is(200);
    await(gone);

    assertThat(gone.at("/reasons/0").asText()).isEqualTo("invalid_amount");
    assertThat(amounts(source)).containsExactly(List.of("1", 11));
    caller
        .form(
            "PUT",
            "/api/sources/" + source + "/file?wait=60",
            Map.of("back.csv", "id,amount\n7,70\n".getBytes()),
            Map.of("accept", "true"))
        .is(201);
    JsonNode left = caller.get(silver(source) + "/overrides").is(200).json();
    assertThat(left).hasSize(1);
    assertThat(left.at("/0/rows").asInt()).isZero();
    assertThat(left.at("/0/value").asText()).isEqualTo("11");
  }

  @Test
  void aMissingValueTakesThePlaceOfAWrongOne() {
    String source = built("missing", "1,x\n");
    await(mend(source, "1:2", "amount", null).is(201));
    assertThat(caller.get(silver(source) + "/rows").rows()).hasSize(1);
    assertThat(ledger(source).at("/cells/1/emptied").asInt()).isEqualTo(1);
  }

  @Test
  void whereOtherRowsHaveASayTheReplyLeavesTheVerdictToTheBuild() {
    String source = caller.add("unique.csv", "id,amount\n1,10\n2,x\n");
    caller
        .post(
            silver(source) + "?wait=60",
            Map.of(
                "columns",
                List.of(
                    Map.of("source_column", "id"),
                    Map.of(
                        "source_column", "amount",
                        "target_type", "INTEGER",
                        "validation", "UNIQUE"))))
        .is(201);

    Reply mended = mend(source, "1:3", "amount", "10").is(201);
    await(mended);

    assertThat(mended.json().has("accepted")).isFalse();
    assertThat(mended.text("/note"))
        .isEqualTo(
            "The value counts in 1 row; other rows have a say in whether it is accepted, so the"
                + " rebuild will tell.");
    assertThat(amounts(source)).isEmpty();
  }

  @Test
  void aValueThatWasPutRightWhileABuildRanAndTakenBackCountsAsAChange() {
    String source = built("meanwhile", "1,10\n2,x\n");
    assertThat(caller.get(silver(source) + "/preview").is(200).at("/plan").toString())
        .contains("nothing has changed since Silver was built");
    String hash =
        (String)
            house
                .engine()
                .query("SELECT _row_hash FROM bronze_meanwhile_raw WHERE _row_no = 3")
                .rows()
                .getFirst()
                .getFirst();
    try (Store store = Store.open(folder.resolve("metadata.sqlite"))) {
      long id = store.overrides().add(source, hash, "amount", "20", null).id();
      store.overrides().revoke(source, id);
      assertThat(caller.get(silver(source) + "/preview").is(200).at("/plan").toString())
          .doesNotContain("nothing has changed since Silver was built");
      store.overrides().add(source, hash, "amount", "20", null);
      assertThat(caller.get(silver(source) + "/preview").is(200).at("/plan").toString())
          .doesNotContain("nothing has changed since Silver was built");
    }
  }

  @Test
  void whatCannotBeFoundIsSaidInASentence() {
    String source = built("wrong", "1,10\n");
    assertThat(mend(source, "1:99", "amount", "1").problem(404)).contains("no row '1:99'");
    assertThat(mend(source, "five", "amount", "1").problem(400)).contains("load:row");
    assertThat(mend(source, "1:2", "amuont", "1").problem(404)).contains("amuont");
    assertThat(caller.delete(silver(source) + "/overrides/5").problem(404)).contains("no value 5");
  }
}

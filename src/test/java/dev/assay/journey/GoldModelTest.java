package dev.assay.journey;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.assay.llm.ScriptedModel;
import dev.assay.model.Json;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A language model suggests Gold tables beside those of the rules, over real HTTP, well and badly.
 */
class GoldModelTest {
  @TempDir Path folder;
  private final ScriptedModel model = new ScriptedModel();
  private House house;
  private String source;
  private JsonNode rules;

  @BeforeEach
  void open() {
    house = House.open(folder.resolve("workspace"));
    source = house.caller.add("visits.csv", visits());
    house.caller.post(medallion() + "/silver?wait=60", silver()).is(201);
    rules = suggest();
    assertThat(rules.at("/gold_tables").size()).isPositive();
  }

  @AfterEach
  void close() {
    house.close();
    model.close();
  }

  private String medallion() {
    return "/api/sources/" + source + "/medallion";
  }

  private String silver() {
    return house.caller.post(medallion() + "/silver/suggest").is(200).body();
  }

  private JsonNode suggest() {
    return house.caller.post(medallion() + "/gold/suggest").is(200).json();
  }

  /** 200 visits on 28 days of February, by guests with an e-mail address, of three wards. */
  private static String visits() {
    StringBuilder csv = new StringBuilder("visit_id,day,ward,guest_email,minutes,fee\n");
    for (int i = 1; i <= 200; i++) {
      csv.append(i).append(",2024-02-").append(i % 28 < 9 ? "0" : "").append(1 + i % 28);
      csv.append(',').append(List.of("North", "South", "Annex").get(i % 3));
      csv.append(",guest").append(i % 40).append("@secret.example,");
      csv.append(5 + i * 7 % 55).append(',').append(i * 3 % 90).append(".25\n");
    }
    return csv.toString();
  }

  private void configure(String more) {
    house.caller.putAsOwner("/api/settings/model", model.settings(more)).is(200);
  }

  private static ObjectNode table(String name, String query, String sql) {
    ObjectNode table = Json.mapper().createObjectNode();
    table.put("name", name).put("description", "Of " + name + ".");
    table.put("business_question", "What about " + name + "?").put("because", "It may matter.");
    table.putArray("dimensions");
    table.putArray("measures");
    table.set("query", query == null ? null : Json.read(query, JsonNode.class));
    return table.put("sql", sql);
  }

  private static String answer(ObjectNode... tables) {
    ObjectNode answer = Json.mapper().createObjectNode();
    answer.putArray("gold_tables").addAll(List.of(tables));
    answer.putNull("question");
    return answer.toString();
  }

  /** Longest visits by weekday and ward: nothing that rules would suggest. */
  private static ObjectNode longestByWeekday() {
    return table(
        "longest_by_weekday",
        "{\"dimensions\":[{\"name\":\"weekday\",\"column\":\"day\",\"grain\":null,\"part\":\"WEEKDAY\"},"
            + "{\"name\":\"ward\",\"column\":\"ward\",\"grain\":null,\"part\":null}],"
            + "\"measures\":[{\"name\":\"longest\",\"aggregate\":\"MAX\",\"column\":\"minutes\",\"formula\":null,"
            + "\"filters\":[]},{\"name\":\"fees\",\"aggregate\":\"SUM\",\"column\":\"fee\",\"formula\":\"\","
            + "\"filters\":[]}],\"calculations\":[],\"filters\":[],\"having\":[],\"order_by\":[],\"limit\":null,"
            + "\"segment\":null}",
        null);
  }

  private static List<JsonNode> of(JsonNode recipe, String author) {
    List<JsonNode> tables = new ArrayList<>();
    recipe
        .get("gold_tables")
        .forEach(table -> {
          if (table.path("author").asText("RULES").equals(author)) {
            tables.add(table);
          }
        });
    return tables;
  }

  private void theRulesStand(JsonNode recipe) {
    List<JsonNode> before = new ArrayList<>();
    rules.get("gold_tables").forEach(before::add);
    assertThat(of(recipe, "RULES")).isEqualTo(before);
  }

  @Test
  void aTableOfAModelIsMeasuredLabelledAndBuiltWhenChosen() {
    configure("");
    model.then(ScriptedModel.says(answer(longestByWeekday())));
    JsonNode recipe = suggest();
    theRulesStand(recipe);
    JsonNode table = of(recipe, "MODEL").getFirst();
    assertThat(table.get("name").asText()).isEqualTo("gold_visits_longest_by_weekday");
    assertThat(table.get("expected_rows").asInt()).isEqualTo(21);
    assertThat(table.get("expected_bytes").asLong()).isPositive();
    assertThat(table.get("because").asText()).contains("It may matter.", "plausible questions");
    assertThat(table.get("business_question").asText()).contains("longest_by_weekday");
    ObjectNode chosen = Json.mapper().createObjectNode();
    chosen.putArray("gold_tables").add(table);
    house.caller.post(medallion() + "/gold?wait=60", chosen.toString()).is(201);
    assertThat(
            house.caller.sql(
                "SELECT sum(fees) = (SELECT sum(fee) FROM silver_visits_cleaned), count(*)"
                    + " FROM gold_visits_longest_by_weekday"))
        .isEqualTo(List.of(List.of(true, 21)));
    assertThat(model.received()).hasSize(1);
    JsonNode egress = house.caller.getAsOwner("/api/egress/1").is(200).json();
    assertThat(egress.get("text").asText()).isEqualTo(model.bodies().getFirst());
    assertThat(egress.get("outcome").asText()).startsWith("Shown: 1 of 1");
  }

  @Test
  void nobodyBuildsAModelsTableUnasked() {
    configure("");
    model.then(ScriptedModel.says(answer(longestByWeekday())));
    suggest();
    house.caller.post(medallion() + "/gold?wait=60").is(201);
    assertThat(house.caller.get(medallion()).is(200).body()).doesNotContain("longest_by_weekday");
  }

  @Test
  void everyProblemGoesBackAndWhatStaysWrongIsNotShownInPart() {
    configure("");
    ObjectNode wrong =
        table(
            "wrong",
            "{\"dimensions\":[{\"name\":\"w\",\"column\":\"wrad\",\"grain\":\"MONTH\",\"part\":null}],"
                + "\"measures\":[{\"name\":\"m\",\"aggregate\":\"SUM\",\"column\":\"ward\",\"formula\":null,"
                + "\"filters\":[]}],\"filters\":[]}",
            null);
    model.otherwise(_ -> ScriptedModel.says(answer(longestByWeekday(), wrong)));
    JsonNode recipe = suggest();
    theRulesStand(recipe);
    assertThat(of(recipe, "MODEL")).isEmpty();
    assertThat(model.bodies()).hasSize(3);
    assertThat(model.bodies().get(1))
        .contains("/gold_tables/1/query/dimensions/0/column", "Did you mean 'ward'?")
        .contains("/gold_tables/1/query/measures/0/column");
    assertThat(recipe.get("notes").toString()).contains("rules' suggestion stands", "3 attempts");
  }

  @Test
  void uselessTablesAreLeftOutWithTheReason() {
    configure("");
    ObjectNode rowByRow =
        table(
            "each_visit",
            "{\"dimensions\":[{\"name\":\"visit_id\",\"column\":\"visit_id\",\"grain\":null,\"part\":null}],"
                + "\"measures\":[{\"name\":\"m\",\"aggregate\":\"SUM\",\"column\":\"fee\",\"formula\":null,"
                + "\"filters\":[]}],\"filters\":[]}",
            null);
    ObjectNode none =
        table(
            "nobody",
            "{\"dimensions\":[{\"name\":\"ward\",\"column\":\"ward\",\"grain\":null,\"part\":null}],"
                + "\"measures\":[{\"name\":\"m\",\"aggregate\":\"COUNT_ROWS\",\"column\":null,\"formula\":null,"
                + "\"filters\":[]}],\"filters\":[{\"column\":\"ward\",\"comparison\":\"EQUAL\",\"values\":[\"West\"],"
                + "\"part\":null}]}",
            null);
    model.then(ScriptedModel.says(answer(rowByRow, none)));
    JsonNode recipe = suggest();
    theRulesStand(recipe);
    assertThat(of(recipe, "MODEL")).isEmpty();
    assertThat(recipe.get("notes").toString())
        .contains("as many rows as Silver", "would have no rows");
  }

  @Test
  void writtenSqlPassesBothWallsAndSaysThatItIsNotRoutable() {
    configure("");
    model
        .then(ScriptedModel.says(answer(table("files", null, "SELECT read_text('/etc/passwd')"))))
        .then(
            ScriptedModel.says(
                answer(
                    table("raw", null, "SELECT ward, count(*) FROM bronze_visits_raw GROUP BY 1"))))
        .then(
            ScriptedModel.says(
                answer(
                    table(
                        "spread",
                        null,
                        "SELECT ward, stddev_samp(minutes) AS spread FROM silver_visits_cleaned"
                            + " GROUP BY 1"))));
    JsonNode recipe = suggest();
    JsonNode table = of(recipe, "MODEL").getFirst();
    assertThat(table.path("query").isMissingNode()).isTrue();
    assertThat(table.get("expected_rows").asInt()).isEqualTo(3);
    assertThat(recipe.get("notes").toString()).contains("not routable");
    assertThat(model.bodies().get(1)).contains("/gold_tables/0/sql");
    assertThat(model.bodies().get(2)).contains("bronze_visits_raw");
  }

  @Test
  void aSentenceThatRulesDoNotReadBecomesOneTable() {
    Map<String, String> wish =
        Map.of("sentence", "Erstelle eine Übersicht der längsten Besuche je Wochentag und Station");
    house.caller.post(medallion() + "/gold/suggest", wish).is(400);
    configure("");
    model.otherwise(_ -> ScriptedModel.says(answer(longestByWeekday())));
    house.caller.post(medallion() + "/gold/suggest", wish).is(403);
    assertThat(model.received()).isEmpty();
    JsonNode recipe = house.caller.postAsOwner(medallion() + "/gold/suggest", wish).is(200).json();
    assertThat(recipe.get("gold_tables").size()).isEqualTo(1);
    assertThat(recipe.at("/gold_tables/0/author").asText()).isEqualTo("MODEL");
    assertThat(recipe.at("/gold_tables/0/expected_rows").asInt()).isEqualTo(21);
    assertThat(recipe.get("notes").toString()).contains("language model's interpretation");
    assertThat(told()).contains("<sentence>\nErstelle eine Übersicht");
    house.caller.post(medallion() + "/gold?wait=60", recipe.toString()).is(201);
    assertThat(house.caller.sql("SELECT count(*) FROM gold_visits_longest_by_weekday"))
        .isEqualTo(List.of(List.of(21)));

    ObjectNode unclear = Json.mapper().createObjectNode();
    unclear.putArray("gold_tables");
    unclear.put("question", "Länge in Minuten oder in Tagen?");
    model.otherwise(_ -> ScriptedModel.says(unclear.toString()));
    assertThat(house.caller.postAsOwner(medallion() + "/gold/suggest", wish).is(400).body())
        .contains("Länge in Minuten oder in Tagen?");
    model.otherwise(_ -> ScriptedModel.json(401, "{}"));
    assertThat(house.caller.postAsOwner(medallion() + "/gold/suggest", wish).is(400).body())
        .contains("refused the key");
  }

  @Test
  void whateverGoesWrongTheRulesStand() {
    configure(",\"timeout_seconds\":5");
    for (ScriptedModel.Answer mishap :
        List.of(
            ScriptedModel.json(401, "{}"),
            ScriptedModel.says("{\"gold_tables\":[", "length"),
            ScriptedModel.says("no", "content_filter"),
            ScriptedModel.says("certainly!"))) {
      model.otherwise(_ -> mishap);
      // Settings that change have suggestions thought of anew.
      configure(",\"timeout_seconds\":5");
      JsonNode recipe = suggest();
      theRulesStand(recipe);
      assertThat(of(recipe, "MODEL")).isEmpty();
      assertThat(recipe.get("notes").toString()).contains("rules' suggestion stands");
    }
  }

  @Test
  void fiveRowsAreShownAsThePrivacyModeAllows() {
    model.otherwise(_ -> ScriptedModel.says(answer()));
    configure(",\"privacy\":\"METADATA_ONLY\"");
    suggest();
    assertThat(told())
        .contains("guest_email", "minutes")
        .doesNotContain("preview_rows", "secret.example", "North", "2024-02");
    configure(",\"privacy\":\"MASKED_SAMPLES\"");
    suggest();
    assertThat(told()).contains("preview_rows", "North").doesNotContain("secret.example");
    configure(",\"privacy\":\"FULL\"");
    suggest();
    assertThat(told()).contains("preview_rows", "secret.example");
    ObjectNode masking = (ObjectNode) Json.read(silver(), JsonNode.class);
    masking
        .get("columns")
        .forEach(column -> {
          if (column.get("source_column").asText().equals("ward")) {
            ((ObjectNode) column).putObject("mask").put("how", "redact");
          }
        });
    house.caller.post(medallion() + "/silver?wait=60", masking.toString()).is(201);
    suggest();
    assertThat(told()).contains("ward").doesNotContain("North", "South", "Annex");
  }

  private String told() {
    return Json.read(model.bodies().getLast(), JsonNode.class).at("/messages/1/content").asText();
  }
}

package dev.assay.journey;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.assay.model.ColumnMeasurement;
import dev.assay.model.ColumnMeasurement.ValueChange;
import dev.assay.model.GoldDifference;
import dev.assay.model.Json;
import dev.assay.model.RecipeChange;
import dev.assay.model.SilverDifference;
import dev.assay.model.SilverDifference.CellChange;
import dev.assay.model.SilverDifference.Fate;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A change of Silver is seen before it is made, and what was left out can be browsed. */
class SightTest {
  private static final String ORDERS =
      """
      id,amount,city,email
      1,10.00,Rom,ann@x.com
      2,"1,5",Rom,bob@x.com
      3,20.00,Wien,cy@x.com
      4,"2,5",Wien,di@x.com
      5,x,Paris,ed@x.com
      5,30.00,Paris,ed@x.com
      """;
  private static final String POINT =
      recipe("{\"step\":\"trim\"},{\"step\":\"parse_number\",\"decimal\":\".\"}", "KEEP_LATEST");
  private static final String COMMA =
      recipe(
          "{\"step\":\"trim\"},{\"step\":\"replace\",\"from\":\",\",\"to\":\".\"}", "KEEP_LATEST");
  private static final String BY_CITY =
      """
      {"gold_tables": [
        {"name": "by_city", "query": {"table": "silver_orders_cleaned",
          "dimensions": [{"name": "city", "column": "city"}],
          "measures": [{"name": "orders", "aggregate": "COUNT_ROWS"},
                       {"name": "total", "aggregate": "SUM", "column": "amount"}]}},
        {"name": "written", "sql": "SELECT city, max(amount) AS top FROM silver_orders_cleaned GROUP BY city",
          "dimensions": ["city"], "measures": ["top"]}]}\
      """;

  @TempDir private Path folder;
  private House house;
  private Caller caller;

  @BeforeEach
  void open() {
    house = House.open(folder);
    caller = house.caller;
    caller.add("orders.csv", ORDERS);
  }

  @AfterEach
  void close() {
    house.close();
  }

  private static String recipe(String steps, String strategy) {
    return """
    {"columns": [
       {"source_column": "id", "silver_name": "id", "target_type": "INTEGER"},
       {"source_column": "amount", "silver_name": "amount", "target_type": "DECIMAL(9,2)",
        "cleaning": [%s]},
       {"source_column": "city", "silver_name": "city", "target_type": "TEXT", "cleaning": []}],
     "deduplication": {"key_columns": ["id"], "strategy": "%s"}}\
    """
        .formatted(steps, strategy);
  }

  private static String silver(String rest) {
    return "/api/sources/orders/medallion/silver" + rest;
  }

  private void build(String recipe) {
    caller.post(silver("?wait=60"), recipe).is(201);
  }

  private SilverDifference difference(String recipe) {
    return caller.post(silver("/diff"), recipe).is(200).as(SilverDifference.class);
  }

  @Test
  void aMendedRuleShowsWhomItRescuesAndWhatGoldWouldSay() {
    build(POINT);
    caller.post("/api/sources/orders/medallion/gold?wait=60", BY_CITY).is(201);
    Object published = caller.get("/api/sources/orders/medallion").at("/layers");

    SilverDifference difference = difference(COMMA);

    assertThat(difference.rows().rescued()).isEqualTo(2);
    assertThat(difference.rows().entered()).isEqualTo(2);
    assertThat(difference.rows().unchanged()).isEqualTo(3);
    assertThat(difference.rows().left()).isZero();
    assertThat(difference.before().rejected()).isEqualTo(3);
    assertThat(difference.after().rejected()).isEqualTo(1);
    assertThat(difference.reasons())
        .containsExactly(new SilverDifference.ReasonChange("invalid_amount", 3, 1));
    assertThat(difference.movements()).hasSize(1);
    var rescued = difference.movements().getFirst();
    assertThat(rescued.from()).isEqualTo(Fate.REJECTED);
    assertThat(rescued.examples().getFirst().reasonsBefore()).containsExactly("invalid_amount");
    assertThat(rescued.examples().getFirst().cells())
        .contains(new CellChange("amount", null, "1.50", false));
    assertThat(difference.recipe())
        .singleElement()
        .extracting(RecipeChange::text)
        .asString()
        .startsWith("amount: steps trim, then parse number");

    GoldDifference byCity = difference.gold().getFirst();
    assertThat(byCity.table()).isEqualTo("gold_orders_by_city");
    assertThat(byCity.changed()).isEqualTo(2);
    assertThat(byCity.measures())
        .containsExactly(
            new GoldDifference.MeasureChange("orders", "3", "5", true),
            new GoldDifference.MeasureChange("total", "60.00", "64.00", true));
    assertThat(byCity.examples())
        .contains(
            new GoldDifference.GroupChange(
                List.of(new CellChange("city", "Rom", "Rom", false)),
                List.of(
                    new CellChange("orders", "1", "2", true),
                    new CellChange("total", "10.00", "11.50", true))));
    GoldDifference written = difference.gold().getLast();
    assertThat(written.table()).isEqualTo("gold_orders_written");
    assertThat(written.none()).isTrue();

    assertThat((Object) caller.get("/api/sources/orders/medallion").at("/layers"))
        .isEqualTo(published);
    assertThat(house.staging()).isEmpty();
  }

  @Test
  void changedCellsAreMarkedAndCountedColumnByColumn() {
    build(POINT);
    String lower =
        POINT.replace(
            "\"TEXT\", \"cleaning\": []", "\"TEXT\", \"cleaning\": [{\"step\":\"lower\"}]");

    SilverDifference difference = difference(lower);

    assertThat(difference.rows().changed()).isEqualTo(3);
    assertThat(difference.columns())
        .extracting(SilverDifference.ColumnChange::column, SilverDifference.ColumnChange::changed)
        .containsExactly(
            org.assertj.core.api.Assertions.tuple("id", 0L),
            org.assertj.core.api.Assertions.tuple("amount", 0L),
            org.assertj.core.api.Assertions.tuple("city", 3L));
    assertThat(difference.movements().getFirst().examples().getFirst().cells())
        .containsExactly(
            new CellChange("id", "1", "1", false),
            new CellChange("amount", "10.00", "10.00", false),
            new CellChange("city", "Rom", "rom", true));
  }

  @Test
  void aGoldTableThatCouldNotBeMadeSaysWhy() {
    build(POINT);
    caller.post("/api/sources/orders/medallion/gold?wait=60", BY_CITY).is(201);
    String renamed = COMMA.replace("\"silver_name\": \"amount\"", "\"silver_name\": \"price\"");

    SilverDifference difference = difference(renamed);

    // What a typed query reads goes on under its new name; written SQL stays as it is written.
    assertThat(difference.gold())
        .filteredOn(gold -> gold.table().equals("gold_orders_by_city"))
        .allSatisfy(gold -> assertThat(gold.problem()).isNull());
    assertThat(difference.gold())
        .filteredOn(gold -> gold.table().equals("gold_orders_written"))
        .singleElement()
        .satisfies(gold -> assertThat(gold.problem()).contains("amount").doesNotContain("staging"));
    assertThat(difference.recipe().getFirst().kind()).isEqualTo(RecipeChange.Kind.COLUMN_RENAMED);
    assertThat(difference.columns())
        .contains(
            new SilverDifference.ColumnChange(
                "price", "amount", "DECIMAL(9,2)", "DECIMAL(9,2)", 0, 0, 0))
        .extracting(SilverDifference.ColumnChange::column)
        .doesNotContain("amount");
  }

  @Test
  void aRenamedColumnIsTheSameOneInItsValuesItsReasonsAndItsFigures() {
    build(POINT);
    caller.post("/api/sources/orders/medallion/gold?wait=60", BY_CITY).is(201);
    String renamed = "\"silver_name\": \"price\"";

    SilverDifference alone = difference(POINT.replace("\"silver_name\": \"amount\"", renamed));

    assertThat(alone.movements()).isEmpty();
    assertThat(alone.none()).isFalse();
    assertThat(alone.reasons())
        .containsExactly(new SilverDifference.ReasonChange("invalid_price", 3, 3));
    assertThat(alone.gold().getFirst().measures())
        .containsExactly(
            new GoldDifference.MeasureChange("orders", "3", "3", false),
            new GoldDifference.MeasureChange("total", "60.00", "60.00", false));

    SilverDifference mended = difference(COMMA.replace("\"silver_name\": \"amount\"", renamed));

    assertThat(mended.rows().rescued()).isEqualTo(2);
    assertThat(mended.reasons())
        .containsExactly(new SilverDifference.ReasonChange("invalid_price", 3, 1));
    assertThat(mended.gold().getFirst().measures())
        .contains(new GoldDifference.MeasureChange("total", "60.00", "64.00", true));
  }

  @Test
  void valuesOfARenamedColumnStandBesideTheirFormerOnes() {
    build(POINT);
    SilverDifference difference =
        difference(
            POINT.replace(
                "\"silver_name\": \"city\", \"target_type\": \"TEXT\", \"cleaning\": []",
                "\"silver_name\": \"town\", \"target_type\": \"TEXT\","
                    + " \"cleaning\": [{\"step\":\"lower\"}]"));

    assertThat(difference.rows().changed()).isEqualTo(3);
    assertThat(difference.columns())
        .contains(new SilverDifference.ColumnChange("town", "city", "TEXT", "TEXT", 3, 0, 0));
    assertThat(difference.movements().getFirst().examples().getFirst().cells())
        .containsExactly(
            new CellChange("id", "1", "1", false),
            new CellChange("amount", "10.00", "10.00", false),
            new CellChange("town", "Rom", "rom", true));
  }

  @Test
  void rowsThatAreLeftOutOnPurposeOrMadeOfOneRowAreSeenToo() {
    build(POINT);
    String filtered =
        POINT.replace(
            "\"deduplication\"",
            "\"filters\": [{\"name\": \"rome\", \"column\": \"city\", \"keep\": \"NOT IN ('Rom')\"}],"
                + " \"deduplication\"");

    SilverDifference difference = difference(filtered);

    assertThat(difference.rows().filtered()).isEqualTo(2);
    assertThat(difference.rows().left()).isEqualTo(1);
    assertThat(difference.movements())
        .extracting(SilverDifference.Movement::to)
        .containsOnly(Fate.FILTERED);

    String unpivoted =
        """
        {"columns": [
           {"source_column": "id", "silver_name": "id", "target_type": "INTEGER"},
           {"source_column": "what", "silver_name": "what"},
           {"source_column": "value", "silver_name": "value"}],
         "shape": [{"shape": "unpivot", "columns": ["amount", "city", "email"],
           "name_column": "what", "value_column": "value"}]}\
        """;
    SilverDifference split = difference(unpivoted);
    assertThat(split.rows().entered()).isEqualTo(18);
    assertThat(split.rows().left()).isEqualTo(3);
    build(unpivoted);
    assertThat(difference(unpivoted).movements()).isEmpty();
    assertThat(difference(unpivoted).rows().unchanged()).isEqualTo(18);
    assertThat(measured("{\"source_column\":\"value\"}").evidence().rows()).isEqualTo(18);
  }

  @Test
  void silverThatIsNotBuiltHasNoDifferenceAndSaysWhatToDo() {
    assertThat(caller.post(silver("/diff"), POINT).problem(409))
        .contains("Silver of 'orders' has not been built. Build it first.");
  }

  @Test
  void theRecipesOfTheHistoryAreComparedFieldByField() {
    build(POINT);
    build(COMMA.replace("KEEP_LATEST", "KEEP_FIRST"));

    Reply history = caller.get(silver("/history")).is(200);
    assertThat(history.at("/0/number").asInt()).isEqualTo(2);
    JsonNode byNumber = caller.get(silver("/diff?from=1&to=2")).is(200).at("/changes");
    String build = history.text("/1/build_id").substring(0, 8);
    assertThat(caller.get(silver("/diff?from=" + build + "&to=2")).is(200).at("/changes"))
        .isEqualTo(byNumber);
    assertThat(byNumber.findValuesAsText("text"))
        .containsExactly(
            "amount: steps trim, then parse number (decimal '.') → trim, then replace (from ',';"
                + " to '.').",
            "Duplicates: the latest row of each id stays → the first row of each id stays.");
    assertThat(caller.get(silver("/diff?from=1&to=7")).problem(404)).contains("1, 2");
  }

  private ColumnMeasurement measured(String column) {
    return caller.post(silver("/measure"), column).is(200).as(ColumnMeasurement.class);
  }

  @Test
  void anEditedColumnIsMeasuredOnAllRows() {
    ColumnMeasurement typed =
        measured(
            """
            {"source_column": "Amount", "target_type": "DECIMAL(9,2)", "validation": "<= 10",
             "cleaning": [{"step": "trim"}, {"step": "parse_number", "decimal": "."}]}\
            """);

    assertThat(typed.evidence().rows()).isEqualTo(6);
    assertThat(typed.evidence().parsed()).isEqualTo(3);
    assertThat(typed.evidence().failed()).isEqualTo(3);
    assertThat(typed.evidence().counterExamples()).containsExactlyInAnyOrder("1,5", "2,5", "x");
    assertThat(typed.violated()).isEqualTo(2);
    assertThat(typed.column().castExpression()).contains("TRY_CAST");
    assertThat(typed.examples())
        .contains(new ValueChange("x", null, true), new ValueChange("10.00", "10.00", false));

    ColumnMeasurement written =
        measured(
            """
            {"source_column": "amount", "target_type": "DECIMAL(9,2)",
             "cast_expression": "CAST(replace(amount, ',', '.') AS DECIMAL(9,2))"}\
            """);
    assertThat(written.evidence().parsed()).isEqualTo(5);
    assertThat(written.evidence().failed()).isEqualTo(1);
    assertThat(written.examples())
        .contains(new ValueChange("x", null, true), new ValueChange("1,5", "1.50", false));
  }

  @Test
  void aColumnThatCannotStandSaysAllThatIsWrongWithIt() {
    String evil = "{\"source_column\":\"amount\",\"cast_expression\":\"read_text('/etc/passwd')\"}";
    assertThat(caller.post(silver("/measure"), evil).is(400).text("/problems/0/pointer"))
        .isEqualTo("/cast_expression");
    assertThat(caller.post(silver("/measure"), "{\"source_column\":\"amuont\"}").problem(400))
        .contains("amount");
  }

  @Test
  void aMaskedColumnShowsNoValueWhereverOneLooks() {
    String masked =
        POINT.replace(
            "{\"source_column\": \"id\"",
            "{\"source_column\": \"email\", \"silver_name\": \"email\", \"cleaning\": [],"
                + " \"validation\": \"LIKE 'ann%'\", \"mask\": {\"how\": \"redact\"}},"
                + " {\"source_column\": \"id\"");
    build(masked);
    String unmasked = masked.replace(", \"mask\": {\"how\": \"redact\"}", "");

    for (String body :
        List.of(
            caller.get(silver("/rejects")).is(200).body(),
            caller.get(silver("/rejects/export?format=csv")).is(200).body(),
            caller.post(silver("/measure"), "{\"source_column\":\"email\"}").is(200).body(),
            caller.post(silver("/diff"), unmasked).is(200).body())) {
      assertThat(body).doesNotContain("bob@x.com", "cy@x.com", "ann@x.com");
    }
  }

  @Test
  void rejectsAreFilteredByReasonCountedAndExported() {
    build(
        POINT.replace(
            "\"TEXT\", \"cleaning\"", "\"TEXT\", \"validation\": \"IN ('Rom')\", \"cleaning\""));

    assertThat(caller.get(silver("/rejects/reasons")).is(200).json().toString())
        .isEqualTo(
            "[{\"reason\":\"violates_city\",\"rows\":4},{\"reason\":\"invalid_amount\",\"rows\":3}]");
    Reply invalid = caller.get(silver("/rejects?reason=invalid_")).is(200);
    assertThat(invalid.at("/total").asInt()).isEqualTo(3);
    assertThat(invalid.rows()).extracting(row -> row.get(1)).containsExactly(3, 5, 6);
    assertThat(caller.get(silver("/rejects?reason=invalid_amount&limit=1&offset=1")).rows())
        .extracting(row -> row.get(1))
        .containsExactly(5);
    assertThat(caller.get(silver("/rejects?reason=wrong")).problem(404))
        .contains("violates_city", "invalid_amount");
    String csv = caller.get(silver("/rejects/export?reason=invalid_amount")).is(200).body();
    assertThat(csv.lines()).hasSize(4);
    assertThat(csv).contains("\"1,5\"").doesNotContain("cy@x.com");
  }

  @Test
  void rejectsOfRowsThatBronzeHasSupersededStillShowTheirValues() {
    build(POINT);
    caller
        .put("/api/sources/orders/settings", "{\"downstream\": {\"silver\": \"manual\"}}")
        .is(200);
    caller
        .form(
            "PUT",
            "/api/sources/orders/file?wait=60",
            Map.of("orders.csv", "id,amount,city,email\n9,1.00,Rom,z@x.com\n".getBytes()),
            Map.of("accept", "true"))
        .is(201);

    assertThat(caller.sql("SELECT id FROM bronze_orders_raw")).containsExactly(List.of("9"));
    assertThat(caller.get(silver("/rejects")).is(200).rows())
        .extracting(row -> row.subList(1, 5))
        .containsExactly(
            List.of(3, List.of("invalid_amount"), "2", "1,5"),
            List.of(5, List.of("invalid_amount"), "4", "2,5"),
            List.of(6, List.of("invalid_amount"), "5", "x"));
    SilverDifference difference = caller.post(silver("/diff")).is(200).as(SilverDifference.class);
    assertThat(difference.rows().left()).isEqualTo(3);
    assertThat(difference.rows().entered()).isEqualTo(1);
    assertThat(Json.write(difference.movements())).contains("\"absent\"");
  }
}

package dev.assay.journey;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.assay.model.Json;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A column that gets another name stays what it is for all that was made of it. */
class RenamedColumnTest {
  private static final String MEDALLION = "/api/sources/orders/medallion";

  @TempDir private Path folder;
  private House house;

  @BeforeEach
  void open() {
    house = House.open(folder);
    house.caller.add(
        "orders.csv", "id,ctry,amount,fee\n1,PT,10,1\n2,PT,20,2\n3,ES,5,3\n4,FR,7,4\n");
    apply(recipe("ctry", "amount"));
    house
        .caller
        .post(
            MEDALLION + "/gold?wait=60",
            """
            {"gold_tables": [{"name": "by_ctry", "query": {"table": "silver_orders_cleaned",
              "dimensions": [{"name": "ctry", "column": "ctry"}],
              "measures": [
                {"name": "total", "aggregate": "SUM", "column": "amount"},
                {"name": "net", "aggregate": "SUM", "formula": "amount - fee"},
                {"name": "large", "aggregate": "COUNT_ROWS",
                 "filters": [{"column": "amount", "comparison": "GREATER", "values": ["6"]}]}],
              "filters": [{"column": "ctry", "comparison": "NOT_EQUAL", "values": ["FR"]}]}}]}
            """)
        .is(201);
  }

  @AfterEach
  void close() {
    house.close();
  }

  private static Map<String, Object> recipe(String country, String amount) {
    return Map.of(
        "columns",
        List.of(
            Map.of("source_column", "id", "target_type", "INTEGER"),
            Map.of("source_column", "ctry", "silver_name", country),
            Map.of("source_column", "amount", "silver_name", amount, "target_type", "INTEGER"),
            Map.of("source_column", "fee", "target_type", "INTEGER")));
  }

  private JsonNode apply(Map<String, Object> recipe) {
    JsonNode build = house.caller.post(MEDALLION + "/silver?wait=60", recipe).is(201).json();
    assertThat(build.get("status").asText()).as(build.toString()).isEqualTo("ready");
    return build;
  }

  private List<String> gold() {
    JsonNode rows =
        house.caller.get(MEDALLION + "/gold/rows?table=gold_orders_by_ctry").is(200).json();
    return StreamSupport.stream(rows.get("rows").spliterator(), false)
        .map(row -> row.get(0).asText() + " " + row.get(1) + " " + row.get(2) + " " + row.get(3))
        .sorted()
        .toList();
  }

  @Test
  void goldGoesOnUnderTheNewNameAndUnderTheOldOneAgain() {
    assertThat(gold()).containsExactly("ES 5 2 0", "PT 30 27 2");
    apply(recipe("country", "gross amount"));
    assertThat(gold()).containsExactly("ES 5 2 0", "PT 30 27 2");
    JsonNode table = house.caller.get("/api/gold").is(200).json().get(0);
    assertThat(table.get("status").asText()).isEqualTo("ready");
    assertThat(table.toString()).contains("gross amount");

    apply(recipe("ctry", "amount"));
    assertThat(gold()).containsExactly("ES 5 2 0", "PT 30 27 2");
  }

  @Test
  void aKeptQuestionGoesOnToo() {
    house
        .caller
        .put(
            "/api/questions/by-country",
            Json.write(Map.of("question", "total amount by ctry", "source", "orders")))
        .is(200);
    apply(recipe("country", "gross"));
    JsonNode answer = house.caller.get("/api/questions/by-country/answer").is(200).json();
    assertThat(answer.get("status").asText()).as(answer.toString()).isEqualTo("answered");
    assertThat(answer.at("/rows/rows")).hasSize(3);
  }

  @Test
  void whatPeopleCallItAndHowSourcesBelongTogetherGoOnToo() {
    house.caller.add("countries.csv", "code,region\nPT,Iberia\nES,Iberia\nFR,Gaul\n");
    house.caller.post("/api/sources/countries/medallion/silver?wait=60", "").is(201);
    house
        .caller
        .post(
            "/api/relationships",
            """
            {"from": {"source": "orders", "columns": ["ctry"]},
             "to": {"source": "countries", "columns": ["code"]}}
            """)
        .is(201);
    ObjectNode model =
        (ObjectNode) house.caller.get("/api/sources/orders/semantic-model").is(200).json();
    model
        .withArray("measures")
        .addObject()
        .put("name", "takings")
        .put("formula", "amount - fee")
        .put("aggregate", "SUM")
        .put("additivity", "ADDITIVE");
    house.caller.put("/api/sources/orders/semantic-model", model.toString()).is(200);

    apply(recipe("country", "gross amount"));
    JsonNode related = house.caller.get("/api/relationships").is(200).json();
    assertThat(related).hasSize(1);
    assertThat(related.at("/0/status").asText()).isEqualTo("CONFIRMED");
    assertThat(related.at("/0/from/columns/0").asText()).isEqualTo("country");
    JsonNode answer =
        house.caller.post("/api/ask", Map.of("question", "takings by region")).is(200).json();
    assertThat(answer.get("status").asText()).as(answer.toString()).isEqualTo("answered");
    assertThat(answer.at("/rows/rows").toString()).contains("\"Iberia\"").contains("29");
  }

  @Test
  void whatItWouldDoToGoldIsSeenBeforeItIsApplied() {
    JsonNode difference =
        house.caller.post(MEDALLION + "/silver/diff", recipe("country", "gross")).is(200).json();
    JsonNode gold = difference.get("gold").get(0);
    assertThat(gold.path("broken").isMissingNode() || gold.path("broken").isNull())
        .as(gold.toString())
        .isTrue();
  }

  @Test
  void aNameThatAnotherColumnTookIsNotFollowed() {
    // The amounts are called by the fee's name now: what was made of the fee is not theirs.
    JsonNode build =
        house
            .caller
            .post(
                MEDALLION + "/silver?wait=60",
                Map.of(
                    "columns",
                    List.of(
                        Map.of("source_column", "id", "target_type", "INTEGER"),
                        Map.of("source_column", "ctry", "silver_name", "ctry"),
                        Map.of(
                            "source_column",
                            "amount",
                            "silver_name",
                            "fee",
                            "target_type",
                            "INTEGER"))))
            .json();
    assertThat(build.toString()).contains("gold_orders_by_ctry could not be rebuilt");
  }
}

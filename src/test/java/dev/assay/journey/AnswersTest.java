package dev.assay.journey;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What comes with an answer: its chart, what was left out, its proof, and how it is kept. */
class AnswersTest {
  private static final String ORDERS =
      """
      order_id,region,ordered_at,revenue
      1,North,2024-01-05,100.00
      2,South,2024-01-20,80.00
      3,North,2024-02-03,60.50
      4,East,2024-02-14,15.25
      5,South,2024-03-01,20.00
      6,East,2024-03-02,33.10
      7,North,sometime,41.00
      8,South,never,-12.00
      9,East,2024-03-09,lots
      10,North,2024-03-12,99.90
      11,West,2024-04-01,5.00
      12,West,2024-04-02,7.00
      """;

  @TempDir private Path folder;
  private House house;
  private Caller caller;

  @BeforeEach
  void open() {
    house = House.open(folder);
    caller = house.caller;
    caller.add("orders.csv", ORDERS);
    String medallion = "/api/sources/orders/medallion";
    JsonNode recipe = caller.post(medallion + "/silver/suggest").is(200).json();
    for (JsonNode column : recipe.get("columns")) {
      switch (column.get("silver_name").asText()) {
        case "ordered_at" -> typed(column, "DATE");
        case "revenue" -> typed(column, "DECIMAL(12,2)");
        default -> {
          // As suggested.
        }
      }
    }
    caller.post(medallion + "/silver?wait=60", recipe).is(201);
    caller.post(medallion + "/gold?wait=60").is(201);
  }

  private static void typed(JsonNode column, String type) {
    ObjectNode edited = (ObjectNode) column;
    edited.remove(List.of("cast_expression", "cleaning"));
    edited.put("target_type", type);
  }

  @AfterEach
  void close() {
    house.close();
  }

  private Reply ask(String question) {
    return caller.post("/api/ask", Map.of("question", question)).is(200);
  }

  @Test
  void theChartFitsTheRows() {
    JsonNode bars = ask("total revenue by region").at("/chart");
    assertThat(bars.at("/series/0/type").asText()).isEqualTo("bar");
    assertThat(bars.at("/xAxis/data").toString())
        .isEqualTo("[\"North\",\"South\",\"East\",\"West\"]");
    assertThat(bars.at("/series/0/data").toString()).isEqualTo("[260.4,100.0,48.35,12.0]");
    JsonNode line = ask("total revenue by month").at("/chart");
    assertThat(line.at("/series/0/type").asText()).isEqualTo("line");
    assertThat(line.at("/xAxis/data").toString())
        .isEqualTo("[\"2024-01\",\"2024-02\",\"2024-03\",\"2024-04\"]");
    assertThat(ask("total revenue").at("/chart").isMissingNode()).isTrue();
  }

  @Test
  void rejectedRowsOfTheSliceAreCountedAndBounded() {
    Reply all = ask("total revenue");
    assertThat(all.at("/excluded_rows").asInt()).isEqualTo(3);
    assertThat(all.at("/left_out/rows").asInt()).isEqualTo(3);
    // One of them has a revenue that nobody can read, so nothing bounds the sum.
    assertThat(all.at("/left_out/bounds")).isEmpty();

    Reply north = ask("total revenue for region North");
    assertThat(north.at("/left_out/rows").asInt()).isEqualTo(1);
    assertThat(north.at("/left_out/bounds/0/least").asText()).isEqualTo("0");
    assertThat(north.at("/left_out/bounds/0/most").asText()).isEqualTo("41");

    Reply south = ask("total revenue for region South");
    assertThat(south.at("/left_out/bounds/0/least").asText()).isEqualTo("-12");
    assertThat(south.text("/left_out/sentence"))
        .isEqualTo("1 rejected row may belong here: total revenue could be up to 12 lower.");

    // A date that cannot be read may lie in any month; one that can be read lies where it lies.
    assertThat(ask("how many orders in January 2024").at("/left_out/rows").asInt()).isEqualTo(2);
    assertThat(ask("how many orders for region West").at("/left_out/rows").asInt()).isZero();
  }

  @Test
  void silverIsAskedAsWellOnDemand() {
    assertThat(ask("total revenue by region").at("/verification").isMissingNode()).isTrue();
    Reply verified =
        caller.post("/api/ask?verify=true", Map.of("question", "total revenue by region")).is(200);
    assertThat(verified.text("/layer")).isEqualTo("gold");
    assertThat(verified.at("/verification/equal").asBoolean()).isTrue();
    assertThat(verified.text("/verification/table")).isEqualTo("silver_orders_cleaned");
    assertThat(verified.at("/verification/rows/rows")).isEqualTo(verified.at("/rows/rows"));
  }

  @Test
  void goldThatLiesIsFoundOut() {
    String gold = ask("total revenue by region").text("/table");
    house
        .engine()
        .execute(
            "UPDATE " + gold + " SET total_revenue = total_revenue + 1 WHERE region = 'West'",
            dev.assay.engine.Work.unwatched());
    JsonNode verification =
        caller
            .post("/api/ask?verify=true", Map.of("question", "total revenue by region"))
            .is(200)
            .at("/verification");
    assertThat(verification.at("/equal").asBoolean()).isFalse();
    assertThat(verification.at("/sentence").asText()).startsWith("1 row differs");
  }

  @Test
  void aTypedQueryIsAnsweredAsItIs() {
    JsonNode query = ask("total revenue by region").at("/query");
    Reply answer = caller.post("/api/ask", Map.of("query", query)).is(200);
    assertThat(answer.text("/layer")).isEqualTo("gold");
    assertThat(answer.at("/rows/rows")).hasSize(4);
    assertThat(answer.text("/confidence/level")).isEqualTo("high");

    Reply wrong =
        caller
            .post(
                "/api/ask",
                Map.of(
                    "query",
                    Map.of(
                        "table",
                        "silver_orders_cleaned",
                        "measures",
                        List.of(Map.of("name", "n", "aggregate", "SUM", "column", "revenu")))))
            .is(400);
    assertThat(wrong.body()).contains("/query/measures/0/column", "Did you mean 'revenue'?");
    assertThat(caller.post("/api/ask", Map.of("query", Map.of("table", "silver_x"))).is(400).body())
        .contains("There is no table 'silver_x'");
  }

  @Test
  void aKeptQuestionIsAskedAgainAsTheSameQuestion() {
    Reply kept =
        caller
            .put(
                "/api/questions/by-region",
                dev.assay.model.Json.write(Map.of("question", "total revenue by region")))
            .is(200);
    assertThat(kept.at("/relative").asBoolean()).isFalse();
    assertThat(kept.text("/source")).isEqualTo("orders");
    assertThat(caller.get("/api/questions").is(200).json()).hasSize(1);
    assertThat(caller.get("/api/questions/by-region/answer").is(200).at("/rows/rows")).hasSize(4);

    Reply relative =
        caller
            .put(
                "/api/questions/late",
                dev.assay.model.Json.write(Map.of("question", "revenue last month")))
            .is(200);
    assertThat(relative.at("/relative").asBoolean()).isTrue();

    caller
        .put(
            "/api/questions/none",
            dev.assay.model.Json.write(Map.of("question", "why is the sky blue")))
        .is(400);
    caller.delete("/api/questions/late").is(204);
    assertThat(caller.get("/api/questions/late/answer").is(404).body())
        .contains("There is no kept question 'late'");
  }

  @Test
  void todayIsMeantInTheWorkspacesZone() {
    assertThat(
            caller
                .put("/api/settings", dev.assay.model.Json.write(Map.of("zone", "Mars/Olympus")))
                .is(400)
                .body())
        .contains("not a time zone");
    String ahead = between("Pacific/Kiritimati");
    String behind = between("Pacific/Pago_Pago");
    // 25 hours apart: it is never the same day in both.
    assertThat(ahead).isNotEqualTo(behind);
    assertThat(caller.get("/api/settings").is(200).text("/zone")).isEqualTo("Pacific/Pago_Pago");
  }

  private String between(String zone) {
    caller.put("/api/settings", dev.assay.model.Json.write(Map.of("zone", zone))).is(200);
    return ask("how many orders today").at("/query/filters").toString();
  }
}

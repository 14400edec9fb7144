package dev.assay.journey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** One user's way from a messy file to a checked answer, over HTTP alone. */
class StoryTest {
  static final String ORDERS =
      """
      Order ID,Customer Email ,Created At,Revenue,Region
      0001,ANN@x.com ,2024-01-05 10:00:00,"$1,200.50",North
      0002, bob@x.com,2024-01-20 11:30:00,$80.00,South
      0003,cid@x.com,2024-02-03 09:00:00,N/A,North
      0004,,2024-02-14 18:45:00,$15.25,East
      0005,eve@x.com,sometime,$20.00,South
      0006,not an address,2024-03-01 00:00:00,$33.10,East
      0007,gil@x.com,2024-03-09 07:15:00,$41.00,North,surplus
      0008,hal@x.com,2024-03-10 08:00:00,$12.00,West
      0008,hal@x.com,2024-03-10 08:00:00,$12.00,West
      0009,ida@x.com,2024-03-12 20:05:00,$99.90,West
      0010,joe@x.com,2024-04-01 12:00:00,$5.00,South
      """;

  private static final String MEDALLION = "/api/sources/orders/medallion";
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

  @Test
  void fromAMessyFileToACheckedAnswer() {
    Reply added = caller.upload("/api/sources", "orders.csv", ORDERS).is(202);
    assertThat(added.header("Location")).isEqualTo("/api/builds/" + added.text("/build/id"));
    assertThat(caller.get(added.header("Location") + "?wait=60").is(200).text("/status"))
        .isEqualTo("ready");
    assertThat(caller.strip("orders")).isEqualTo("ready pending pending");

    JsonNode metadata = caller.get("/api/sources/orders").is(200).at("/metadata");
    assertThat(metadata.at("/medallion_config/tables/bronze/0").asText())
        .isEqualTo("bronze_orders_raw");
    assertThat(metadata.at("/sample_profile/row_count").asLong()).isEqualTo(11);
    assertThat(metadata.at("/sample_profile/columns").findValuesAsText("name"))
        .containsExactly("Order ID", "Customer Email ", "Created At", "Revenue", "Region");

    JsonNode silver = build("silver", edited(caller.post(MEDALLION + "/silver/suggest").is(200)));
    JsonNode ledger = silver.at("/layers/0/ledger");
    assertThat(List.of(ledger.get("bronze"), ledger.get("silver"), ledger.get("rejected")))
        .extracting(JsonNode::asInt)
        .containsExactly(11, 7, 3);
    assertThat(ledger.get("duplicates").asInt()).isEqualTo(1);
    assertThat(caller.sql("SELECT order_id, revenue FROM silver_orders_cleaned ORDER BY 1"))
        .containsExactly(
            List.of("0001", "1200.50"),
            List.of("0002", "80.00"),
            Arrays.asList("0003", null),
            List.of("0007", "41.00"),
            List.of("0008", "12.00"),
            List.of("0009", "99.90"),
            List.of("0010", "5.00"));

    JsonNode gold = caller.post(MEDALLION + "/gold/suggest").is(200).at("/gold_tables");
    assertThat(gold).hasSizeBetween(3, 5);
    assertThat(gold)
        .allSatisfy(table -> assertThat(table.at("/business_question").asText()).endsWith("?"));
    Map<String, Object> selected =
        Map.of("gold_tables", chosen(gold, "gold_orders_revenue_by_region"));
    assertThat(caller.post(MEDALLION + "/gold/preview", selected).is(200).at("/0/rows").asInt())
        .isEqualTo(3);
    build("gold", selected);
    assertThat(caller.get(MEDALLION).at("/layers/2/row_count").asInt()).isEqualTo(3);
    assertThat(caller.strip("orders")).isEqualTo("ready ready ready");
    assertThat(caller.get(MEDALLION).at("/layers")).hasSize(3);

    Reply answer = caller.post("/api/ask", Map.of("question", "total revenue by region")).is(200);
    assertThat(answer.text("/layer")).isEqualTo("gold");
    assertThat(answer.text("/table")).isEqualTo("gold_orders_revenue_by_region");
    assertThat(answer.text("/reason")).isNotBlank();
    assertThat(answer.at("/rows/rows").toString())
        .contains("[\"North\",\"1241.50\"]", "[\"West\",\"111.90\"]", "[\"South\",\"85.00\"]");
    assertThat(answer.at("/excluded_rows").asInt()).isEqualTo(4);
  }

  @Test
  void whatWasLeftOutIsToldWithItsReasonItsLineAndItsRawValues() {
    caller.add("orders.csv", ORDERS);
    build("silver", edited(caller.post(MEDALLION + "/silver/suggest")));

    JsonNode log = caller.get(MEDALLION + "/silver/logs").is(200).json().get(0);
    assertThat(log.get("rows_processed").asInt()).isEqualTo(11);
    assertThat(log.get("rows_rejected").asInt()).isEqualTo(3);
    assertThat(log.get("rejection_reasons").toString())
        .contains("\"null_customer_email\":1", "\"invalid_created_at\":1");
    assertThat(log.get("rejection_reasons")).hasSize(3);

    Reply rejects = caller.get(MEDALLION + "/silver/rejects").is(200);
    assertThat(rejects.rows())
        .extracting(row -> row.get(1), row -> row.get(3), row -> row.get(4), row -> row.get(5))
        .containsExactly(
            tuple(5, "0004", null, "2024-02-14 18:45:00"),
            tuple(6, "0005", "eve@x.com", "sometime"),
            tuple(7, "0006", "not an address", "2024-03-01 00:00:00"));
    assertThat(rejects.rows().get(1).get(2).toString()).contains("invalid_created_at");

    assertThat(caller.get(MEDALLION + "/bronze/logs").json().get(0).at("/rejection_reasons"))
        .hasToString("{\"too_many_cells\":1}");
    List<Object> malformed = caller.get(MEDALLION + "/bronze/malformed").is(200).rows().getFirst();
    assertThat(malformed.get(1)).isEqualTo(8);
    assertThat(malformed.getLast())
        .isEqualTo("0007,gil@x.com,2024-03-09 07:15:00,$41.00,North,surplus");
  }

  @Test
  void allNineEndpointsOfTheRequestAnswerAsWrittenThere() {
    caller.add("orders.csv", ORDERS);
    caller.post(MEDALLION + "/bronze?wait=60").is(201);
    String recipe = caller.post(MEDALLION + "/silver/suggest").is(200).body();
    caller.post(MEDALLION + "/silver?wait=60", recipe).is(201);
    String gold = caller.post(MEDALLION + "/gold/suggest").is(200).body();
    caller.post(MEDALLION + "/gold?wait=60", gold).is(201);
    for (JsonNode layer : caller.get(MEDALLION).is(200).at("/layers")) {
      assertThat(names(layer))
          .contains(
              "id",
              "source_id",
              "layer",
              "table_name",
              "schema_config",
              "status",
              "row_count",
              "last_built_at",
              "build_duration_ms",
              "created_at");
    }
    for (String layer : List.of("bronze", "silver", "gold")) {
      Reply started = caller.post(MEDALLION + "/" + layer + "/refresh").is(202);
      String url = started.header("Location");
      assertThat(caller.get(url + "?wait=60").text("/status")).isEqualTo("ready");
      JsonNode log = caller.get(MEDALLION + "/" + layer + "/logs").is(200).json().get(0);
      assertThat(log.get("action").asText()).isEqualTo("refresh");
      assertThat(names(log))
          .contains(
              "id",
              "layer_id",
              "status",
              "rows_processed",
              "rows_rejected",
              "rejection_reasons",
              "duration_ms",
              "created_at");
    }
    assertThat(caller.delete(MEDALLION + "/bronze").problem(409)).contains("silver_orders_cleaned");
    assertThat(caller.strip("orders")).isEqualTo("ready ready ready");
    caller.delete(MEDALLION + "/silver?cascade=true").is(200);
    assertThat(caller.strip("orders")).isEqualTo("ready pending pending");
    caller.delete(MEDALLION + "/bronze").is(200);
    assertThat(caller.strip("orders")).isEqualTo("pending pending pending");
    caller.post(MEDALLION + "/bronze?wait=60").is(201);
    assertThat(caller.strip("orders")).isEqualTo("ready pending pending");
    caller.delete("/api/sources/orders").is(204);
    caller.get(MEDALLION).problem(404);
    assertThat(house.staging()).isEmpty();
  }

  /** A person's edits: a time that must be one, an address that must look like one. */
  private static JsonNode edited(Reply suggestion) {
    JsonNode recipe = suggestion.json();
    for (JsonNode column : recipe.get("columns")) {
      ObjectNode edited = (ObjectNode) column;
      switch (column.get("silver_name").asText()) {
        case "created_at" -> {
          edited.remove(List.of("cast_expression", "cleaning"));
          edited.put("target_type", "TIMESTAMP").put("validation", "NOT NULL");
        }
        case "customer_email" ->
            edited
                .put("null_strategy", "DROP_ROW")
                .put("validation", "LIKE '%@%.%'")
                .remove("on_violation");
        default -> {
          // As suggested.
        }
      }
    }
    return recipe;
  }

  private static List<JsonNode> chosen(JsonNode tables, String... names) {
    List<JsonNode> chosen =
        StreamSupport.stream(tables.spliterator(), false)
            .filter(table -> List.of(names).contains(table.get("name").asText()))
            .toList();
    assertThat(chosen).hasSize(names.length);
    return chosen;
  }

  private static List<String> names(JsonNode object) {
    List<String> names = new ArrayList<>();
    object.fieldNames().forEachRemaining(names::add);
    return names;
  }

  private JsonNode build(String layer, Object recipe) {
    Reply built = caller.post(MEDALLION + "/" + layer + "?wait=60", recipe).is(201);
    assertThat(built.text("/status")).isEqualTo("ready");
    return built.json();
  }
}

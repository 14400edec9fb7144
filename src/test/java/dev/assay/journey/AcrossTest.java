package dev.assay.journey;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.assay.model.Json;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Two files that nobody has said belong together become one Gold table, over HTTP. */
class AcrossTest {
  private static final List<String> COUNTRIES = List.of("Germany", "France", "Brazil", "Spain");

  @TempDir private Path folder;
  private House house;
  private Caller caller;
  private Path customers;

  @BeforeEach
  void open() throws IOException {
    house = House.open(folder.resolve("workspace"));
    caller = house.caller;
    customers = Files.writeString(folder.resolve("customers.csv"), customers(0));
    Path orders = Files.writeString(folder.resolve("orders.csv"), orders());
    for (Path file : List.of(customers, orders)) {
      caller.postAsOwner("/api/sources?wait=60", Map.of("path", file.toString())).is(201);
    }
    for (String source : List.of("customers", "orders")) {
      caller.post("/api/sources/" + source + "/medallion/silver?wait=60", "").is(201);
    }
  }

  @AfterEach
  void close() {
    house.close();
  }

  /** Forty customers; {@code moved} of them live in Spain, wherever they lived. */
  private static String customers(int moved) {
    StringBuilder text = new StringBuilder("id,name,country\n");
    for (int i = 1; i <= 40; i++) {
      String country = i <= moved ? "Spain" : COUNTRIES.get(i % 4);
      text.append(i).append(",Customer ").append(i).append(',').append(country).append('\n');
    }
    return text.toString();
  }

  /** 400 orders of 10.50 each, of which ten are of a customer whom nobody knows. */
  private static String orders() {
    StringBuilder text = new StringBuilder("id,customer_id,order_date,amount\n");
    for (int i = 1; i <= 400; i++) {
      int customer = i % 40 == 0 ? 99 : i % 40 + 1;
      text.append("%d,%d,2024-%02d-%02d,10.50%n".formatted(i, customer, i % 12 + 1, i % 28 + 1));
    }
    return text.toString().replace("\r", "");
  }

  private String relationship() {
    JsonNode found = caller.get("/api/relationships").is(200).json();
    assertThat(found).hasSize(1);
    assertThat(RelationshipsTest.written(found.get(0)))
        .isEqualTo("orders.customer_id=customers.id");
    assertThat(found.get(0).get("orphans").asLong()).isEqualTo(10);
    assertThat(found.get(0).get("orphan_examples").get(0).asText()).isEqualTo("99");
    return found.get(0).get("id").asText();
  }

  private String built() {
    caller.post("/api/relationships/" + relationship() + "/confirm", "").is(200);
    JsonNode suggested = caller.post("/api/gold/suggest", "").is(200).json();
    JsonNode table = suggested.at("/gold_tables/0");
    assertThat(table.get("name").asText()).isEqualTo("gold_orders_amount_by_customer_country");
    String recipe = Json.write(Map.of("gold_tables", List.of(table)));
    JsonNode preview = caller.post("/api/gold/preview", recipe).is(200).json().get(0);
    assertThat(preview.get("notes").get(0).asText())
        .isEqualTo(
            "Reads silver_customers_cleaned by customer_id: 10 of 400 rows find none; they are in"
                + " the group without a value.");
    assertThat(preview.get("rows").asLong()).isEqualTo(5);
    caller.post("/api/gold?wait=60", recipe).is(201);
    return "gold_orders_amount_by_customer_country";
  }

  private List<List<Object>> byCountry() {
    return caller.sql(
        "SELECT customer_country, CAST(total_amount AS VARCHAR) FROM"
            + " gold_orders_amount_by_customer_country ORDER BY 1 NULLS LAST");
  }

  private String status(String table) {
    for (JsonNode layer : caller.get("/api/gold").is(200).json()) {
      if (layer.get("table_name").asText().equals(table)) {
        return layer.get("status").asText();
      }
    }
    return "none";
  }

  @Test
  void goldOverBothFollowsWhenTheCustomersChange() throws IOException {
    String gold = built();
    assertThat(status(gold)).isEqualTo("ready");
    assertThat(byCountry())
        .containsExactly(
            List.of("Brazil", "1050.00"),
            List.of("France", "945.00"),
            List.of("Germany", "1050.00"),
            List.of("Spain", "1050.00"),
            java.util.Arrays.asList(null, "105.00"));

    Reply before = ask();
    assertThat(before.text("/table")).as(before.body()).isEqualTo(gold);
    assertThat(before.at("/verification/equal").asBoolean()).isTrue();

    Files.writeString(customers, customers(10));
    caller.post("/api/sources/customers/sync?wait=60", "").is(201);
    assertThat(status(gold)).isEqualTo("ready");
    Reply after = ask();
    assertThat(after.text("/table")).isEqualTo(gold);
    assertThat(after.at("/verification/equal").asBoolean()).isTrue();
    assertThat(after.at("/rows/rows")).isNotEqualTo(before.at("/rows/rows"));
    assertThat(byCountry().get(3).getFirst()).isEqualTo("Spain");
    assertThat(byCountry().get(3).get(1)).isNotEqualTo("1050.00");
    for (JsonNode check : caller.get("/api/check?source=orders").is(200).json()) {
      assertThat(check.get("passed").asBoolean()).as(check.toString()).isTrue();
    }
  }

  private Reply ask() {
    return caller
        .post("/api/ask", Map.of("question", "amount by customer country", "verify", true))
        .is(200);
  }

  @Test
  void whatIsOnlyProposedIsAskedAbout() {
    Reply answer = ask();
    assertThat(answer.text("/status")).isEqualTo("needs_choice");
    assertThat(answer.text("/choices/0")).startsWith("assay relationships --confirm ");
  }

  @Test
  void whatIsJoinedIsNotDroppedUnnoticed() {
    String gold = built();
    assertThat(caller.delete("/api/sources/customers/medallion/silver").is(409).text("/detail"))
        .contains(gold + " depends on silver of 'customers'");
    assertThat(caller.delete("/api/sources/customers").is(409).text("/detail")).contains(gold);
    caller.delete("/api/sources/customers/medallion/silver?cascade=true").is(200);
    assertThat(status(gold)).isEqualTo("none");
  }

  @Test
  void customersThatCameTwiceRefuseTheBuildAndAreSaid() {
    built();
    caller
        .post(
            "/api/relationships",
            """
            {"from": {"source": "customers", "columns": ["country"]},
             "to": {"source": "customers", "columns": ["name"]}}\
            """)
        .is(201);
    assertThat(
            caller
                .post(
                    "/api/gold?wait=60",
                    """
                    {"gold_tables": [{"name": "wrong", "query": {"table": "silver_orders_cleaned",
                      "joins": [{"table": "silver_customers_cleaned",
                        "matching": [{"column": "c", "other": "country"}],
                        "columns": [{"name": "n", "column": "name"}]}],
                      "dimensions": [{"name": "n", "column": "n"}],
                      "measures": [{"name": "orders", "aggregate": "COUNT_ROWS"}]}}]}\
                    """)
                .is(400)
                .text("/detail"))
        .contains("Column 'c' is not in silver_orders_cleaned");
  }
}

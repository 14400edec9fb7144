package dev.assay.journey;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.assay.model.Json;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The request's own examples, posted letter by letter. */
class RequestExamplesTest {
  /** Fits the example: the header of the address ends with a blank. */
  private static final String SALES =
      """
      id,created_at,email ,revenue
      1,2024-01-05 10:00:00, Ann@X.com ,"1,200.50"
      2,2024-01-20,BOB@x.com,80
      2,2024-02-20 08:30:00,bob2@x.com,90.25
      3,,cid@x.com,10
      4,2024-02-01 00:00:00,,
      5,2024-02-02 00:00:00,nowhere,5
      6,2024-02-03 00:00:00,eve@x.com,-1
      7,yesterday,fay@x.com,7
      8,2024-03-01 00:00:00,gil@x.com,much
      9,2024-03-02 00:00:00,hal@x.com,
      """;

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
  void theSilverExampleBuildsRowByRow() {
    caller.add("sales.csv", SALES);
    String recipe = House.resource("journey/request-silver.json");
    Reply built = caller.post("/api/sources/sales/medallion/silver?wait=60", recipe).is(201);

    assertThat(
            caller.sql(
                "SELECT _row_no, created_at, email, revenue_usd FROM silver_sales_cleaned"
                    + " ORDER BY _row_no"))
        .containsExactly(
            List.of(2, "2024-01-05 10:00:00", "ann@x.com", "1200.50"),
            List.of(4, "2024-02-20 08:30:00", "bob2@x.com", "90.25"),
            List.of(6, "2024-02-01 00:00:00", "Unknown", "0.00"),
            List.of(11, "2024-03-02 00:00:00", "hal@x.com", "0.00"));
    assertThat(caller.sql("SELECT _row_no, reasons FROM silver_sales_rejected ORDER BY _row_no"))
        .extracting(row -> row.get(0) + " " + row.get(1))
        .containsExactly(
            "5 [null_created_at]",
            "7 [violates_email]",
            "8 [violates_revenue_usd]",
            "9 [invalid_created_at]",
            "10 [invalid_revenue_usd]");
    assertThat(caller.sql("SELECT _row_no, _kept_row_no FROM silver_sales_duplicates ORDER BY 1"))
        .containsExactly(List.of(3, 4));
    JsonNode ledger = built.at("/layers/0/ledger");
    assertThat(
            List.of(
                ledger.get("bronze").asInt(),
                ledger.get("silver").asInt(),
                ledger.get("rejected").asInt(),
                ledger.get("duplicates").asInt()))
        .containsExactly(10, 4, 5, 1);
  }

  /** The second example groups by a column that the first does not list, so it is listed here. */
  @Test
  void theGoldExamplesBuild() {
    caller.add("sales.csv", SALES.replace("id,created_at", "customer_id,created_at"));
    ObjectNode silver = Json.read(House.resource("journey/request-silver.json"), ObjectNode.class);
    ((ArrayNode) silver.get("columns")).addObject().put("source_column", "customer_id");
    ((ArrayNode) silver.at("/deduplication/key_columns")).removeAll().add("customer_id");
    caller.post("/api/sources/sales/medallion/silver?wait=60", silver.toString()).is(201);
    String gold = House.resource("journey/request-gold.json").replace("{source_id}", "sales");
    caller.post("/api/sources/sales/medallion/gold?wait=60", gold).is(201);

    assertThat(caller.sql("SELECT * FROM gold_revenue_by_month ORDER BY month"))
        .containsExactly(
            List.of("2024-01-01 00:00:00", "1200.50", 1),
            List.of("2024-02-01 00:00:00", "90.25", 2),
            List.of("2024-03-01 00:00:00", "0.00", 1));
    assertThat(caller.sql("SELECT * FROM gold_customer_segments ORDER BY customer_id"))
        .containsExactly(
            List.of("1", 1, "1200.50", "Regular"),
            List.of("2", 1, "90.25", "Occasional"),
            List.of("4", 1, "0.00", "Occasional"),
            List.of("9", 1, "0.00", "Occasional"));
  }
}

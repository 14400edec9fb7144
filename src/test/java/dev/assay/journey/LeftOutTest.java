package dev.assay.journey;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Rows that are left out on purpose are seen everywhere and are never taken for refused ones. */
class LeftOutTest {
  private static final String SALES =
      """
      region,amount
      North,10
      South,20
      Total,30
      South,many
      North,10
      """;

  private static final String RECIPE =
      """
      {"columns": [{"source_column": "region"}, {"source_column": "amount", "target_type": "INTEGER"}],
       "deduplication": {"key_columns": ["region"], "strategy": "REMOVE_EXACT"},
       "filters": [{"name": "subtotals", "column": "region", "keep": "NOT IN ('Total')", "because": "They repeat the rows above."}]}\
      """;

  @TempDir private Path folder;
  private House house;
  private Caller caller;

  @BeforeEach
  void open() {
    house = House.open(folder);
    caller = house.caller;
    caller.add("sales.csv", SALES);
  }

  @AfterEach
  void close() {
    house.close();
  }

  @Test
  void filteredRowsAreCountedApartInLedgerRejectsLogsChecksAndAnswers() {
    JsonNode preview =
        caller.post("/api/sources/sales/medallion/silver/preview", RECIPE).is(200).json();
    Reply built = caller.post("/api/sources/sales/medallion/silver?wait=60", RECIPE).is(201);

    JsonNode ledger = built.at("/layers/0/ledger");
    assertThat(preview.at("/ledger")).isEqualTo(ledger);
    assertThat(
            List.of(
                ledger.get("bronze").asInt(),
                ledger.get("silver").asInt(),
                ledger.get("rejected").asInt(),
                ledger.get("duplicates").asInt(),
                ledger.get("filtered").asInt()))
        .containsExactly(5, 2, 1, 1, 1);
    assertThat(ledger.at("/filter_reasons/subtotals").asInt()).isEqualTo(1);
    assertThat(ledger.at("/measures/0/filtered").asText()).isEqualTo("30");

    assertThat(caller.sql("SELECT _row_no, reasons FROM silver_sales_rejected ORDER BY _row_no"))
        .extracting(row -> row.get(0) + " " + row.get(1))
        .containsExactly("4 [filtered_subtotals]", "5 [invalid_amount]");
    assertThat(caller.get("/api/sources/sales/medallion/silver/rejects").is(200).body())
        .contains("filtered_subtotals", "Total");

    JsonNode log = caller.get("/api/sources/sales/medallion/silver/logs").is(200).at("/0");
    assertThat(log.get("rows_rejected").asInt()).isEqualTo(1);
    assertThat(log.get("rejection_reasons").toString()).isEqualTo("{\"invalid_amount\":1}");
    assertThat(log.at("/ledger/filtered").asInt()).isEqualTo(1);

    for (JsonNode check : caller.get("/api/check?source=sales").is(200).json()) {
      assertThat(check.get("passed").asBoolean()).as(check.toString()).isTrue();
    }
    Reply answer =
        caller.post("/api/ask", Map.of("question", "total amount", "source", "sales")).is(200);
    assertThat(answer.at("/excluded_rows").asInt()).isEqualTo(3);
  }
}

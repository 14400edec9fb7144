package dev.assay.journey;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.assay.engine.Work;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Where questions are answered, told over HTTP: by Gold where that is proven, else further down.
 */
class RoutingTest {
  private static final int ROWS = 1_000;
  private static final String SILVER = "/api/sources/sales/medallion/silver";
  private static final String GOLD = "/api/sources/sales/medallion/gold";
  private static final String BY_REGION =
      "SELECT region, SUM(amount) AS revenue, COUNT(amount) AS amounts, COUNT(*) AS sales"
          + " FROM silver_sales_cleaned GROUP BY region";

  @TempDir private Path folder;
  private House house;
  private Caller caller;

  @BeforeEach
  void open() {
    house = House.open(folder);
    caller = house.caller;
    StringBuilder csv = new StringBuilder("id,region,amount,sold_on\n");
    for (int i = 0; i < ROWS; i++) {
      csv.append(i)
          .append(i % 2 == 0 ? ",North," : ",South,")
          .append(i % 90)
          .append(".25,2024-0" + (1 + i % 6) + "-15\n");
    }
    caller.add("sales.csv", csv.toString());
  }

  @AfterEach
  void close() {
    house.close();
  }

  private void buildSilver(String... columns) {
    buildSilver(0, columns);
  }

  /** Rejects the ids below {@code least}. */
  private void buildSilver(int least, String... columns) {
    List<Map<String, Object>> list = new ArrayList<>();
    list.add(Map.of("source_column", "id", "target_type", "INTEGER", "validation", ">= " + least));
    for (String column : columns) {
      Map<String, Object> one = new HashMap<>(Map.of("source_column", column));
      if (column.equals("amount")) {
        one.put("target_type", "DECIMAL(9,2)");
      }
      if (column.equals("sold_on")) {
        one.put("target_type", "DATE");
      }
      list.add(one);
    }
    caller.post(SILVER + "?wait=60", Map.of("columns", list));
  }

  private void buildGold(String name, String sql) {
    caller
        .post(GOLD + "?wait=60", Map.of("gold_tables", List.of(Map.of("name", name, "sql", sql))))
        .is(201);
  }

  private JsonNode ask(String question) {
    return caller.post("/api/ask", Map.of("question", question)).is(200).json();
  }

  @Test
  void goldThatAPersonWroteAnswersAndSaysWhy() {
    buildSilver("region", "amount", "sold_on");
    buildGold("by_region", BY_REGION);
    JsonNode answer = ask("total amount by region");
    assertThat(answer.at("/layer").asText()).isEqualTo("gold");
    assertThat(answer.at("/table").asText()).isEqualTo("gold_sales_by_region");
    assertThat(answer.at("/reason").asText())
        .isEqualTo(
            "gold_sales_by_region was made by SQL that gives groups by region; Calcite derived the question"
                + " from them.");
    assertThat(answer.at("/cost/rows_read").asInt()).isEqualTo(2);
    assertThat(answer.at("/cost/rows_otherwise").asInt()).isEqualTo(ROWS);
    assertThat(answer.at("/freshness/built_at").asText()).isNotEmpty();
    assertThat(answer.at("/freshness/loaded_at").asText()).isNotEmpty();
    assertThat(answer.at("/rows/rows").toString())
        .isEqualTo(
            json(
                caller.sql(
                    "SELECT region, SUM(amount) FROM silver_sales_cleaned GROUP BY 1 ORDER BY 2 DESC")));
  }

  @Test
  void goldWhoseSqlCannotBeReadOffIsLeftAsideWithTheReason() {
    buildSilver("region", "amount", "sold_on");
    buildGold("large", BY_REGION + " HAVING COUNT(*) > 3");
    JsonNode answer = ask("total amount by region");
    assertThat(answer.at("/layer").asText()).isEqualTo("silver");
    assertThat(answer.at("/reason").asText())
        .contains(
            "gold_sales_large: its SQL is not routable, because it keeps only some of its groups");
    assertThat(answer.at("/cost/rows_read").asInt()).isEqualTo(ROWS);
    assertThat(answer.at("/cost/rows_otherwise").isMissingNode()).isTrue();
  }

  @Test
  void theSameQuestionOverTheSameDataIsAtHand() {
    buildSilver("region", "amount", "sold_on");
    JsonNode first = ask("total amount by month");
    assertThat(first.at("/cached").asBoolean()).isFalse();
    assertThat(first.at("/freshness/until").asText()).startsWith("2024-06-15");
    JsonNode second = ask("total amount by month");
    assertThat(second.at("/cached").asBoolean()).isTrue();
    assertThat(second.at("/rows")).isEqualTo(first.at("/rows"));
    buildSilver(500, "region", "amount", "sold_on");
    JsonNode third = ask("total amount by month");
    assertThat(third.at("/cached").asBoolean()).isFalse();
    assertThat(third.at("/rows")).isNotEqualTo(first.at("/rows"));
  }

  @Test
  void goldThatWasLeftBehindIsNotAsked() {
    buildSilver("region", "amount", "sold_on");
    buildGold("by_region", BY_REGION);
    // Without its region Gold cannot be built again: it stands, of older rows.
    buildSilver(500, "amount", "sold_on");
    JsonNode answer = ask("total amount");
    assertThat(answer.at("/layer").asText()).isEqualTo("silver");
    assertThat(answer.at("/reason").asText()).contains("gold_sales_by_region: it ");
    assertThat(answer.at("/rows/rows/0/0").asText())
        .isEqualTo(
            caller
                .sql("SELECT SUM(amount) FROM silver_sales_cleaned")
                .getFirst()
                .getFirst()
                .toString());
  }

  @Test
  void goldThatFailsWhenItIsReadGivesWayToSilverAloud() {
    buildSilver("region", "amount", "sold_on");
    caller.post(GOLD + "?wait=60", caller.post(GOLD + "/suggest").is(200).body()).is(201);
    JsonNode before = ask("total amount by region");
    assertThat(before.at("/layer").asText()).isEqualTo("gold");
    house.engine().execute("DROP TABLE " + before.at("/table").asText(), Work.unwatched());
    JsonNode answer = ask("average amount by region");
    assertThat(answer.at("/status").asText()).isEqualTo("answered");
    assertThat(answer.at("/reason").asText() + answer.at("/warnings"))
        .contains(before.at("/table").asText())
        .contains("could not be read");
  }

  @Test
  void withoutSilverTheRowsAsReceivedAnswerWithAWarning() {
    JsonNode answer = ask("number of rows in sales");
    assertThat(answer.at("/layer").asText()).isEqualTo("bronze");
    assertThat(answer.at("/warnings/0").asText()).contains("rows as received");
    assertThat(answer.at("/cost/rows_read").asInt()).isEqualTo(ROWS);
  }

  @Test
  void noAskerEverSeesAnOldAnswerOfANewBuild() throws Exception {
    buildSilver("region", "amount", "sold_on");
    buildGold("by_region", BY_REGION);
    AtomicBoolean done = new AtomicBoolean();
    List<Future<Integer>> askers = new ArrayList<>();
    try (ExecutorService threads = Executors.newFixedThreadPool(6)) {
      for (int i = 0; i < 6; i++) {
        askers.add(
            threads.submit(() -> {
              int asked = 0;
              while (!done.get()) {
                JsonNode answer = ask("number of rows by region in sales");
                long sum = 0;
                for (JsonNode row : answer.at("/rows/rows")) {
                  sum += row.get(1).asLong();
                }
                // A build rejects as many rows as its answer leaves out: both are of one state.
                assertThat(sum + answer.at("/excluded_rows").asLong())
                    .as(answer.toString())
                    .isEqualTo(ROWS);
                asked++;
              }
              return asked;
            }));
      }
      try {
        for (int i = 1; i <= 8; i++) {
          buildSilver(i % 2 * 100 + i, "region", "amount", "sold_on");
        }
      } finally {
        done.set(true);
      }
      for (Future<Integer> asker : askers) {
        assertThat(asker.get()).isPositive();
      }
    }
  }

  private static String json(Object value) {
    return dev.assay.model.Json.write(value);
  }
}

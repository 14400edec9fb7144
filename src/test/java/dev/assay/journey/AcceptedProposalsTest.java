package dev.assay.journey;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Each proposal that is accepted gives a recipe that builds and counts what the proposal says. */
class AcceptedProposalsTest {
  private static final String SILVER = "/api/sources/orders/medallion/silver";
  private static final String[] CITIES = {"Hamburg", "Leipzig", "Dresden", "Bremen", "Rostock"};

  @TempDir Path folder;

  /** A wrong total, a misspelt city, a shipment before its order and an order entered twice. */
  private static String orders() {
    Random random = new Random(5);
    StringBuilder csv =
        new StringBuilder("order_id,order_date,ship_date,zip,city,price,quantity,total\n");
    String last = "";
    for (int i = 0; i < 1_500; i++) {
      int zip = random.nextInt(50);
      BigDecimal price = BigDecimal.valueOf(100 + random.nextInt(9_000), 2);
      int quantity = 1 + random.nextInt(6);
      BigDecimal total = price.multiply(BigDecimal.valueOf(quantity));
      int day = 1 + random.nextInt(20);
      last =
          ",2024-%02d-%02d,2024-%02d-%02d,1%04d,%s,%s,%d,%s\n"
              .formatted(
                  1 + i % 12,
                  day,
                  1 + i % 12,
                  i == 40 ? day - 1 + (day == 1 ? 1 : 0) : day + random.nextInt(6),
                  zip,
                  i == 70 ? CITIES[zip % 5] + "e" : CITIES[zip % 5],
                  price,
                  quantity,
                  i == 90 ? total.add(BigDecimal.ONE) : total);
      csv.append(20_000 + i).append(last);
    }
    return csv.append(90_000).append(last).toString();
  }

  @Test
  void whatIsAcceptedIsWhatIsCounted() {
    try (House house = House.open(folder)) {
      Caller caller = house.caller;
      caller
          .upload(
              "/api/sources?wait=60",
              "orders.csv",
              orders().getBytes(StandardCharsets.UTF_8),
              Map.of())
          .is(201);
      JsonNode suggestion = caller.post(SILVER + "/suggest").is(200).at("");
      JsonNode before = ledger(caller, suggestion);
      Map<String, JsonNode> proposals = new TreeMap<>();
      suggestion.at("/proposals").forEach(p -> proposals.put(p.at("/id").asText(), p));
      assertThat(proposals)
          .containsKeys(
              "rule_total_is_price_times_quantity",
              "rule_ship_date_not_before_order_date",
              "dependency_zip",
              "duplicates_alike",
              "recipe_orders");
      proposals.forEach((id, proposal) -> {
        if (proposal.at("/edits").isEmpty()) {
          return;
        }
        JsonNode accepted =
            caller
                .post(SILVER + "/apply/preview", "{\"proposals\": [\"" + id + "\"]}")
                .is(200)
                .at("");
        JsonNode after = ledger(caller, accepted);
        long rows = proposal.at("/rows").asLong();
        long warned = sum(after.at("/warnings")) - sum(before.at("/warnings"));
        switch (proposal.at("/kind").asText()) {
          case "RULE" -> assertThat(warned).as(id).isEqualTo(rows);
          case "DEPENDENCY" ->
              assertThat(changed(after, "city") - changed(before, "city")).as(id).isEqualTo(rows);
          case "DUPLICATES" -> assertThat(after.at("/duplicates").asLong()).as(id).isEqualTo(rows);
          case "RECIPE" -> {
            assertThat(warned).as(id).isEqualTo(rows);
            assertThat(after.at("/rejected")).as(id).isEqualTo(before.at("/rejected"));
          }
          default -> assertThat(after.at("/bronze")).as(id).isEqualTo(before.at("/bronze"));
        }
      });
    }
  }

  private static JsonNode ledger(Caller caller, JsonNode recipe) {
    return caller.post(SILVER + "/preview", recipe.toString()).is(200).at("/ledger");
  }

  private static long sum(JsonNode counts) {
    long sum = 0;
    for (JsonNode count : counts) {
      sum += count.asLong();
    }
    return sum;
  }

  private static long changed(JsonNode ledger, String column) {
    for (JsonNode cells : ledger.at("/cells")) {
      if (cells.at("/column").asText().equals(column)) {
        return cells.at("/changed").asLong();
      }
    }
    throw new AssertionError("There is no column " + column + " in the ledger.");
  }
}

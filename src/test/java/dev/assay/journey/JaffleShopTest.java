package dev.assay.journey;

import static org.assertj.core.api.Assertions.assertThat;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import dev.assay.model.Json;
import dev.assay.model.Rows;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Three real files, built as suggested; the totals are those of a model that others wrote. */
class JaffleShopTest {
  private static final Map<String, String> METHODS =
      Map.of(
          "credit_card", "credit_card_amount",
          "coupon", "coupon_amount",
          "bank_transfer", "bank_transfer_amount",
          "gift_card", "gift_card_amount");

  @TempDir private static Path folder;
  private static House house;
  private static Caller caller;
  private static List<NamedCsvRecord> truth;

  @BeforeAll
  static void buildAsSuggested() throws Exception {
    house = House.open(folder);
    caller = house.caller;
    for (String name : List.of("raw_customers", "raw_orders", "raw_payments")) {
      caller.add(name + ".csv", House.resource("jaffle-shop/" + name + ".csv"));
      caller.buildAsSuggested(name);
    }
    truth = new ArrayList<>();
    try (CsvReader<NamedCsvRecord> reader =
        CsvReader.builder().ofNamedCsvRecord(House.resource("jaffle-shop/gold_orders.csv"))) {
      reader.forEach(truth::add);
    }
  }

  @AfterAll
  static void close() {
    house.close();
  }

  /** Cents, as the raw file has them. */
  private static long cents(String column) {
    return truth.stream()
        .map(row -> new BigDecimal(row.getField(column)))
        .reduce(BigDecimal.ZERO, BigDecimal::add)
        .movePointRight(2)
        .longValueExact();
  }

  private static Map<String, Long> pairs(List<List<Object>> rows) {
    Map<String, Long> pairs = new TreeMap<>();
    rows.forEach(row -> pairs.put(row.get(0).toString(), Long.parseLong(row.get(1).toString())));
    return pairs;
  }

  @Test
  void everyRowOfTheThreeFilesIsInSilver() {
    assertThat(caller.sql("SELECT count(*) FROM silver_raw_customers_cleaned"))
        .containsExactly(List.of(100));
    assertThat(caller.sql("SELECT count(*) FROM silver_raw_orders_cleaned"))
        .containsExactly(List.of(truth.size()));
    assertThat(caller.sql("SELECT count(*) FROM silver_raw_payments_cleaned"))
        .containsExactly(List.of(113));
  }

  @Test
  void ordersByStatusAreThoseOfTheModel() {
    Map<String, Long> expected =
        truth.stream()
            .collect(
                Collectors.groupingBy(
                    row -> row.getField("status"), TreeMap::new, Collectors.counting()));
    assertThat(
            pairs(
                caller.sql(
                    "SELECT status, count(*) FROM silver_raw_orders_cleaned GROUP BY status")))
        .isEqualTo(expected);
    Reply answer = ask("number of orders by status", "raw_orders");
    assertThat(pairs(rows(answer))).isEqualTo(expected);
    assertThat(answer.text("/layer")).isEqualTo("gold");
  }

  @Test
  void paymentsInCentsAreTheAmountsOfTheModel() {
    assertThat(caller.sql("SELECT sum(amount)::BIGINT FROM silver_raw_payments_cleaned"))
        .containsExactly(List.of((int) cents("amount")));
    Map<String, Long> expected = new TreeMap<>();
    METHODS.forEach((method, column) -> expected.put(method, cents(column)));
    Reply answer = ask("total amount by payment method", "raw_payments");
    assertThat(pairs(rows(answer))).isEqualTo(expected);
    assertThat(answer.text("/layer")).isEqualTo("gold");
    assertThat(answer.text("/reason")).isNotBlank();
  }

  @Test
  void everySuggestedGoldTableAgreesWithItsSilver() {
    for (String source : List.of("raw_customers", "raw_orders", "raw_payments")) {
      assertThat(caller.get("/api/check?source=" + source).is(200).json())
          .isNotEmpty()
          .allSatisfy(
              check -> assertThat(check.get("passed").asBoolean()).as("%s", check).isTrue());
    }
  }

  private static Reply ask(String question, String source) {
    return caller.post("/api/ask", Map.of("question", question, "source", source)).is(200);
  }

  private static List<List<Object>> rows(Reply answer) {
    return Json.read(answer.at("/rows").toString(), Rows.class).rows();
  }
}

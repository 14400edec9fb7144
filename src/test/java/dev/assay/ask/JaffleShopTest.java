package dev.assay.ask;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.engine.DuckDbEngine;
import dev.assay.engine.Work;
import dev.assay.model.Answer;
import dev.assay.model.AskRequest;
import dev.assay.model.LayerStatus;
import dev.assay.model.Source;
import dev.assay.sql.DuckDbDialect;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Questions over real files that nobody here has written. */
class JaffleShopTest {
  private final DuckDbEngine engine = DuckDbEngine.open(null, "512MB", 2);
  private final Asker asker = new Asker(engine, new DuckDbDialect());

  @BeforeEach
  void load() throws IOException {
    load(
        "raw_orders",
        "id::INTEGER AS id, user_id::INTEGER AS user_id, order_date::DATE AS order_date, status");
    load(
        "raw_payments",
        "id::INTEGER AS id, order_id::INTEGER AS order_id, payment_method, amount::INTEGER AS amount");
  }

  @AfterEach
  void close() {
    engine.close();
  }

  private void load(String file, String columns) throws IOException {
    try (BufferedReader reader =
        new BufferedReader(
            new InputStreamReader(
                Objects.requireNonNull(
                    getClass().getResourceAsStream("/jaffle-shop/" + file + ".csv")),
                StandardCharsets.UTF_8))) {
      List<String> lines = reader.lines().toList();
      String rows =
          lines.stream()
              .skip(1)
              .map(line -> "('" + String.join("', '", Arrays.asList(line.split(",", -1))) + "')")
              .collect(Collectors.joining(", "));
      engine.execute(
          "CREATE TABLE silver_"
              + file
              + "_cleaned AS SELECT "
              + columns
              + " FROM (VALUES "
              + rows
              + ") v("
              + lines.getFirst()
              + ")",
          Work.unwatched());
    }
  }

  private Answer ask(String question) {
    return asker.ask(
        new AskRequest(question, null),
        _ -> List.of(catalog("raw_orders"), catalog("raw_payments")),
        OrdersFixture.NOW);
  }

  private Catalog catalog(String id) {
    Source source = OrdersFixture.source(id);
    return new Catalog(
        source,
        Optional.empty(),
        Optional.of(
            new Catalog.Table(
                source.silverTable(),
                "b",
                engine.columns(source.silverTable()).orElseThrow(),
                99,
                LayerStatus.READY)),
        List.of(),
        0L);
  }

  private List<List<Object>> rows(String question) {
    Answer answer = ask(question);
    assertThat(answer.status()).as(() -> question + ": " + answer).isEqualTo("answered");
    return answer.rows().rows();
  }

  @Test
  void findsTheTableThatTheQuestionIsAbout() {
    assertThat(ask("how many orders by status").table()).isEqualTo("silver_raw_orders_cleaned");
    assertThat(ask("how many orders").table()).isEqualTo("silver_raw_orders_cleaned");
    assertThat(ask("total amount by payment method").table())
        .isEqualTo("silver_raw_payments_cleaned");
  }

  @Test
  void givesTheFiguresOfTheShop() {
    assertThat(rows("how many orders by status"))
        .contains(List.of("completed", 67L), List.of("placed", 13L), List.of("returned", 4L));
    assertThat(rows("how many completed orders in March 2018")).hasSize(1);
    assertThat(rows("how many payments")).containsExactly(List.of(113L));
    assertThat(rows("total amount of payments")).containsExactly(List.of(167_200L));
    assertThat(rows("which payment method has the highest amount"))
        .hasSize(1)
        .first()
        .asInstanceOf(org.assertj.core.api.InstanceOfAssertFactories.LIST)
        .contains("credit_card");
    assertThat(rows("orders by month")).hasSize(4);
    assertThat(rows("how many customers ordered")).containsExactly(List.of(62L));
    assertThat(rows("top 3 customers by number of orders")).hasSize(3);
    assertThat(rows("when was the last order")).containsExactly(List.of("2018-04-09"));
    assertThat(rows("average amount by payment method")).hasSize(4);
  }

  @Test
  void countsTheOrdersThatPaymentsName() {
    assertThat(ask("how many different order_id").rows().rows()).containsExactly(List.of(99L));
  }
}

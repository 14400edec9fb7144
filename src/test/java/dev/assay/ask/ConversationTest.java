package dev.assay.ask;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.model.Answer;
import dev.assay.model.AskRequest;
import dev.assay.model.Calculation;
import dev.assay.model.Query;
import dev.assay.sql.DuckDbDialect;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Questions that only make sense after another. */
class ConversationTest {
  private static OrdersFixture orders;
  private static Asker asker;

  @BeforeAll
  static void open() {
    orders = new OrdersFixture();
    asker = new Asker(orders.engine, new DuckDbDialect());
  }

  @AfterAll
  static void close() {
    orders.close();
  }

  private static Answer ask(String question, Answer before) {
    AskRequest.Context context =
        before == null ? null : new AskRequest.Context(before.question(), before.query());
    return asker.ask(
        new AskRequest(question, null, null, context, false),
        _ -> List.of(orders.catalog()),
        OrdersFixture.NOW);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          revenue by month        | and by country?            | SUM(revenue_usd) by country
          revenue by month        | and by country too?        | SUM(revenue_usd) by month of created_at and country
          revenue by country      | only for paid orders       | SUM(revenue_usd) by country where status = 'paid'
          revenue by country      | what about 2023?           | SUM(revenue_usd) by country where created_at from 2023-01-01 to before 2024-01-01
          revenue in 2024         | and last year?             | SUM(revenue_usd) where created_at from 2023-01-01 to before 2024-01-01
          revenue in Germany      | and France?                | SUM(revenue_usd) where country = 'France'
          revenue in Germany      | and how many orders?       | COUNT_ROWS where country = 'Germany'
          revenue by customer     | top 5                      | SUM(revenue_usd) by customer_id top 5
          receita por país        | e por mês?                 | SUM(revenue_usd) by month of created_at
          receita por país        | só para pedidos pagos      | SUM(revenue_usd) by country where status = 'paid'
          ingresos por mes        | ¿y por país?               | SUM(revenue_usd) by country
          ingresos por país       | ¿y en 2023?                | SUM(revenue_usd) by country where created_at from 2023-01-01 to before 2024-01-01
          """)
  void keepsWhatTheFollowingQuestionDoesNotReplace(String first, String then, String expected) {
    Answer before = ask(first, null);
    assertThat(before.status()).as(first).isEqualTo("answered");
    Answer after = ask(then, before);
    assertThat(after.status()).as(() -> String.valueOf(after)).isEqualTo("answered");
    assertThat(QueryText.of(after.query())).isEqualTo(expected);
  }

  @Test
  void saysWhatItHasKept() {
    Answer after = ask("and by country?", ask("revenue in 2023 by month", null));
    assertThat(after.interpretation())
        .containsExactly(
            "by country",
            "kept: sum of revenue_usd, created_at from 2023-01-01 to before 2024-01-01");
    assertThat(ask("¿y por país?", ask("ingresos por mes", null)).interpretation())
        .containsExactly("por country", "se mantiene: suma de revenue_usd");
  }

  @Test
  void makesSharesAndGrowthOfWhatWasAsked() {
    Answer share = ask("as a share of the total", ask("revenue by country", null));
    assertThat(share.query().calculations()).singleElement().isInstanceOf(Calculation.Share.class);
    Answer growth = ask("compared with the year before", ask("revenue by month", null));
    assertThat(growth.status()).isEqualTo("answered");
    assertThat(growth.query().calculations()).hasAtLeastOneElementOfType(Calculation.Earlier.class);
  }

  @Test
  void asksAboutTheGroupsOfWhatWasAsked() {
    Answer before = ask("how many orders by country", null);
    assertThat(ask("and the average daily orders?", before).query())
        .isEqualTo(ask("average daily orders", null).query());
    Answer some = ask("what about countries with at least 5 orders?", before);
    assertThat(some.query().having()).hasSize(1);
    assertThat(some.query().measures()).isEqualTo(before.query().measures());
    Answer within = ask("and the top 3 payment methods in each status?", before);
    assertThat(within.query())
        .isEqualTo(ask("top 3 payment methods in each status by number of orders", null).query());
    Answer second = ask("and the second largest country?", before);
    assertThat(second.query())
        .isEqualTo(ask("second largest country by number of orders", null).query());
  }

  @Test
  void keepsTheFigureOfGroupsThatAConditionChooses() {
    Answer after = ask("only customers with at least 14 orders", ask("revenue by customer", null));
    assertThat(after.query().measures())
        .extracting(Query.Measure::name)
        .containsExactly("total_revenue_usd", "order_count");
    assertThat(after.query().having()).hasSize(1);
  }

  @Test
  void theTopFiveAfterTheTopTwoInEachAreFiveInEach() {
    Answer before = ask("top 2 payment methods in each status by revenue", null);
    assertThat(ask("top 5", before).query())
        .isEqualTo(ask("top 5 payment methods in each status by revenue", null).query());
    Answer second = ask("second largest country by number of orders", null);
    Answer five = ask("top 5", second);
    assertThat(five.query().having()).isEmpty();
    assertThat(five.query().limit()).isEqualTo(5);
  }

  @Test
  void placesWithinGroupsThatAreGoneAreRefused() {
    Answer before = ask("top 2 payment methods in each status by revenue", null);
    Answer after = ask("and by country?", before);
    assertThat(after.status()).isEqualTo("not_understood");
    assertThat(after.sentence()).contains("status");
  }

  @Test
  void readsAWholeQuestionAsItIs() {
    Answer after = ask("how many orders by status", ask("revenue in 2023 by month", null));
    assertThat(QueryText.of(after.query())).isEqualTo("COUNT_ROWS by status");
  }

  @Test
  void saysThatThereIsNothingToFollow() {
    Answer answer = ask("and by country?", null);
    assertThat(answer.status()).isEqualTo("not_understood");
    assertThat(answer.sentence()).contains("earlier question");
  }

  @Test
  void doesNotGuessWordsThatNothingExplains() {
    Answer after = ask("and by wibble?", ask("revenue by month", null));
    assertThat(after.status()).isEqualTo("not_understood");
    assertThat(after.sentence()).contains("wibble");
  }
}

package dev.assay.ask;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class QuestionsTest {
  private static OrdersFixture orders;
  private static Vocabulary vocabulary;

  @BeforeAll
  static void readTheWordsOnce() {
    orders = new OrdersFixture();
    vocabulary = orders.engine.reading(reader -> Vocabulary.read(orders.catalog(), reader));
  }

  @AfterAll
  static void close() {
    orders.close();
  }

  private static Reading read(String question) {
    return new OneQuestion(vocabulary, LocalDate.of(2024, 5, 20)).read(question);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          What is the total revenue?                       | SUM(revenue_usd)
          total sales                                      | SUM(revenue_usd)
          How much revenue did we make?                    | SUM(revenue_usd)
          How much did we earn in 2023?                    | SUM(revenue_usd) where created_at from 2023-01-01 to before 2024-01-01
          turnover by country                              | SUM(revenue_usd) by country
          revenue per country                              | SUM(revenue_usd) by country
          What was the revenue for each status?            | SUM(revenue_usd) by status
          Revenue by month                                 | SUM(revenue_usd) by month of created_at
          monthly revenue                                  | SUM(revenue_usd) by month of created_at
          Show me the monthly revenue for paid orders      | SUM(revenue_usd) by month of created_at where status = 'paid'
          revenue over time                                | SUM(revenue_usd) by month of created_at
          revenue by quarter of created_at                 | SUM(revenue_usd) by quarter of created_at
          revenue by month and country                     | SUM(revenue_usd) by month of created_at and country
          revenue by status, country                       | SUM(revenue_usd) by status and country
          weekly orders                                    | COUNT_ROWS by week of created_at
          How many orders are there?                       | COUNT_ROWS
          how many orders by status                        | COUNT_ROWS by status
          Number of orders per country                     | COUNT_ROWS by country
          orders by payment method                         | COUNT_ROWS by payment_method
          orders by payment                                | COUNT_ROWS by payment_method
          How many paid orders?                            | COUNT_ROWS where status = 'paid'
          How many orders were paid?                       | COUNT_ROWS where status = 'paid'
          how many orders are not cancelled                | COUNT_ROWS where status is not 'cancelled'
          How many customers do we have?                   | COUNT_DISTINCT(customer_id)
          how many different countries                     | COUNT_DISTINCT(country)
          How many customers ordered in 2024?              | COUNT_DISTINCT(customer_id) where created_at from 2024-01-01 to before 2025-01-01
          number of unique customers by month              | COUNT_DISTINCT(customer_id) by month of created_at
          total orders                                     | COUNT_ROWS
          total quantity                                   | SUM(quantity)
          how many items were sold                         | SUM(quantity)
          how many units were shipped by country           | SUM(quantity) by country where status = 'shipped'
          average order value                              | AVG(revenue_usd)
          What is the average revenue by country?          | AVG(revenue_usd) by country
          average price by status                          | AVG(unit_price) by status
          unit price by payment method                     | AVG(unit_price) by payment_method
          highest revenue                                  | MAX(revenue_usd)
          What is the lowest unit price in Germany?        | MIN(unit_price) where country = 'Germany'
          maximum revenue by country                       | MAX(revenue_usd) by country
          Top 5 customers by revenue                       | SUM(revenue_usd) by customer_id top 5
          the 3 largest countries by sales                 | SUM(revenue_usd) by country top 3
          bottom 2 countries by number of orders           | COUNT_ROWS by country where country is not missing bottom 2
          Top 3 countries by average price                 | AVG(unit_price) by country where country is not missing top 3
          Which country has the highest revenue?           | SUM(revenue_usd) by country top 1
          which customer spent the most                    | SUM(revenue_usd) by customer_id top 1
          Which status has the fewest orders?              | COUNT_ROWS by status bottom 1
          Which month had the highest revenue?             | SUM(revenue_usd) by month of created_at top 1
          customer with the most orders                    | COUNT_ROWS by customer_id top 1
          customers by revenue                             | SUM(revenue_usd) by customer_id
          revenue in Germany and France                    | SUM(revenue_usd) where country is one of 'Germany', 'France'
          revenue in the united states                     | SUM(revenue_usd) where country = 'United States'
          revenue excluding Germany and France             | SUM(revenue_usd) where country is not 'Germany' and country is not 'France'
          paid or shipped orders                           | COUNT_ROWS where status is one of 'paid', 'shipped'
          orders where status is not paid or shipped       | COUNT_ROWS where status is not 'paid' and status is not 'shipped'
          top five customers by revenue                    | SUM(revenue_usd) by customer_id top 5
          revenue paid by credit card                      | SUM(revenue_usd) where status = 'paid' and payment_method = 'credit card'
          revenue where status is returned                 | SUM(revenue_usd) where status = 'returned'
          orders with quantity over 3                      | COUNT_ROWS where quantity > 3
          how many orders with revenue of at least 1,000.50 | COUNT_ROWS where revenue_usd >= 1000.50
          orders with unit price between 10 and 2000       | COUNT_ROWS where unit_price >= 10 and unit_price <= 2000
          revenue of customer 117                          | SUM(revenue_usd) where customer_id = 117
          orders where email is 'Ann@x.com'                | COUNT_ROWS where email = 'Ann@x.com'
          orders without country                           | COUNT_ROWS where country is missing
          gift orders                                      | COUNT_ROWS where is_gift = 'true'
          revenue in March 2024                            | SUM(revenue_usd) where created_at from 2024-03-01 to before 2024-04-01
          revenue in 2024 by month                         | SUM(revenue_usd) by month of created_at where created_at from 2024-01-01 to before 2025-01-01
          revenue in Q1 2024                               | SUM(revenue_usd) where created_at from 2024-01-01 to before 2024-04-01
          revenue in the second quarter of 2023            | SUM(revenue_usd) where created_at from 2023-04-01 to before 2023-07-01
          revenue last month                               | SUM(revenue_usd) where created_at from 2024-04-01 to before 2024-05-01
          orders this year                                 | COUNT_ROWS where created_at from 2024-01-01 to before 2025-01-01
          orders in the last 3 months by status            | COUNT_ROWS by status where created_at from 2024-02-01 to before 2024-05-01
          How many orders were placed yesterday?           | COUNT_ROWS where created_at from 2024-05-19 to before 2024-05-20
          revenue since 2024                               | SUM(revenue_usd) where created_at >= 2024-01-01
          revenue since December                           | SUM(revenue_usd) where created_at >= 2023-12-01
          revenue before March 2024                        | SUM(revenue_usd) where created_at < 2024-03-01
          revenue between January and March 2024           | SUM(revenue_usd) where created_at from 2024-01-01 to before 2024-04-01
          revenue from June 2023 to January 2024           | SUM(revenue_usd) where created_at from 2023-06-01 to before 2024-02-01
          revenue on 2024-03-05                            | SUM(revenue_usd) where created_at from 2024-03-05 to before 2024-03-06
          orders on March 5, 2024                          | COUNT_ROWS where created_at from 2024-03-05 to before 2024-03-06
          orders of July                                   | COUNT_ROWS where created_at from 2023-07-01 to before 2023-08-01
          revenue and orders by country                    | SUM(revenue_usd), COUNT_ROWS by country
          total revenue and average price by month         | SUM(revenue_usd), AVG(unit_price) by month of created_at
          When was the first order?                        | MIN(created_at)
          latest created_at by status                      | MAX(created_at) by status
          how many orders by zip code                      | COUNT_ROWS by zip_code
          revenue not in Germany                           | SUM(revenue_usd) where country is not 'Germany'
          revenue by cuntry                                | SUM(revenue_usd) by country
          revenue per order                                | AVG(revenue_usd)
          orders where is_gift is false                    | COUNT_ROWS where is_gift = 'false'
          orders where email contains 'r1@'                | COUNT_ROWS where email contains 'r1@'
          minimum and maximum revenue by country           | MIN(revenue_usd), MAX(revenue_usd) by country
          orders by status, top 2                          | COUNT_ROWS by status top 2
          orders in 2024                                   | COUNT_ROWS where created_at from 2024-01-01 to before 2025-01-01
          receita por mês em 2024                          | SUM(revenue_usd) by month of created_at where created_at from 2024-01-01 to before 2025-01-01
          pedidos com receita acima de 1.000,50            | COUNT_ROWS where revenue_usd > 1000.50
          ingresos del año pasado por país                 | SUM(revenue_usd) by country where created_at from 2023-01-01 to before 2024-01-01
          los 5 mejores clientes por ingresos              | SUM(revenue_usd) by customer_id top 5
          """)
  void readsPlainQuestions(String question, String expected) {
    Reading reading = read(question);
    assertThat(reading).as(() -> String.valueOf(reading)).isInstanceOf(Reading.Understood.class);
    assertThat(QueryText.of(((Reading.Understood) reading).query())).isEqualTo(expected);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          average revenue per month               | average revenue by month; total revenue by month
          Top 5 customers                         | Top 5 customers by revenue_usd?; Top 5 customers by quantity?; Top 5 customers by number of rows?
          orders over 100                         | orders with revenue_usd over 100; orders with quantity over 100; orders with unit_price over 100
          revenue in April                        | revenue in April 2024; revenue in April 2023
          what is the total                       | what is the total revenue_usd; what is the total quantity
          how much did we make?                   | how much revenue_usd did we make?; how much quantity did we make?
          which country has the highest price     | which country has the highest average unit_price; which country has the highest maximum unit_price
          """)
  void asksBackWhereWordsFitMoreThanOneThing(String question, String choices) {
    assertThat(read(question)).isInstanceOf(Reading.NeedsChoice.class);
    Reading.NeedsChoice choice = (Reading.NeedsChoice) read(question);
    assertThat(String.join("; ", choice.choices())).isEqualTo(choices);
    for (String offered : choice.choices()) {
      assertThat(read(offered)).as(offered).isInstanceOf(Reading.Understood.class);
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          revenue in Atlantis                                  | Atlantis
          blorp                                                | blorp
          revenue by wibble                                    | wibble
          the weather tomorrow                                 | weather
          sum of customer_id                                   | counted but not added up
          total zip_code                                       | counted but not added up
          why is revenue down in 2024                          | why
          revenue in 2023 and revenue in 2024                  | two periods
          revenue for 2024-02-31                               | no day
          top 5                                                | Say what the 5 are
          quantity over 10%                                     | %
          orders that are paid or in Germany                    | 'or'
          revenue except Germany or something                  | 'or'
          average number of orders per day by country          | average of counts
          who is it                                            | who
          when were orders paid                                | when
          share of revenue                                     | share of what
          and by country?                                      | follow an earlier question
          e por país?                                          | pergunta anterior
          ¿y por país?                                         | pregunta anterior
          receita em Atlântida                                 | Não sei o que 'Atlântida' significa
          ingresos en Atlántida                                | No sé qué significa 'Atlántida'
          """)
  void saysWhatItDoesNotUnderstand(String question, String part) {
    assertThat(read(question)).isInstanceOf(Reading.NotUnderstood.class);
    assertThat(((Reading.NotUnderstood) read(question)).sentence()).containsIgnoringCase(part);
  }

  @Test
  void listsWhatEachPartWasTakenToMean() {
    Reading.Understood reading =
        (Reading.Understood) read("revenue by month for paid orders since 2024");
    assertThat(reading.interpretation())
        .containsExactly(
            "revenue = sum of revenue_usd",
            "by month of created_at",
            "status = 'paid'",
            "since 2024 = created_at >= 2024-01-01");
  }

  @Test
  void neverThrowsWhateverItIsAsked() {
    for (String question :
        new String[] {
          "?",
          "'",
          "''",
          "by",
          "per per per",
          "top",
          "5",
          "and and",
          "not",
          "2024",
          "<>",
          "in",
          "last",
          "how many",
          "between",
          "between 1 and",
          "from to",
          "\u0000",
          "by month of",
          "average",
          "どこ",
          "'x' = "
        }) {
      assertThat(read(question)).as(question).isNotNull();
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "show 2023 to 2024 revenue by country",
        "which customers had 2024 revenue?",
        "2023 to 2024 revenue by month"
      })
  void yearsAreNoAmounts(String question) {
    assertThat(read(question).toString())
        .doesNotContain("column=revenue_usd, comparison=EQUAL")
        .doesNotContain("column=revenue_usd, comparison=GREATER_OR_EQUAL");
  }

  @Test
  void theWholeThatSomeAreOutOfIsNotTheContrary() {
    assertThat(read("out of returned orders, how many were paid by coupon?").toString())
        .doesNotContain("NOT_EQUAL")
        .doesNotContain("values=[false]");
  }
}

package dev.assay.ask;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.engine.DuckDbEngine;
import dev.assay.engine.Engine;
import dev.assay.engine.Work;
import dev.assay.gold.Joined;
import dev.assay.model.Answer;
import dev.assay.model.AskRequest;
import dev.assay.model.Layer;
import dev.assay.model.LayerStatus;
import dev.assay.model.Query;
import dev.assay.model.Query.Aggregate;
import dev.assay.model.Relationship;
import dev.assay.model.Relationship.Status;
import dev.assay.relationship.Discovery;
import dev.assay.relationship.RelatedTable;
import dev.assay.sql.DuckDbDialect;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Questions whose words stand in several tables. */
class AcrossQuestionsTest {
  private final DuckDbEngine engine = DuckDbEngine.open(null, "512MB", 2);
  private final Asker asker = new Asker(engine, new DuckDbDialect());
  private final List<String> tables = new ArrayList<>();
  private final List<Relationship> relationships = new ArrayList<>();
  private final List<Catalog.GoldTable> gold = new ArrayList<>();

  @BeforeEach
  void load() {
    table(
        "orders",
        "SELECT i AS id, CASE WHEN i % 40 = 0 THEN 99 ELSE i % 30 + 1 END AS customer_id,"
            + " DATE '2024-01-01' + CAST(i AS INTEGER) AS order_date,"
            + " CAST(10 + i % 7 AS DECIMAL(12,2)) AS amount FROM range(1, 401) r(i)");
    table(
        "customers",
        "SELECT i AS id, 'Customer ' || i AS name,"
            + " ['Germany', 'France', 'Brazil'][i % 3 + 1] AS country, i % 4 + 1 AS segment_id"
            + " FROM range(1, 31) r(i)");
    table(
        "segments",
        "SELECT i AS id, ['Home', 'Office', 'School', 'Shop'][i] AS label FROM range(1, 5) r(i)");
    table(
        "payments",
        "SELECT i AS id, i % 400 + 1 AS order_id, ['card', 'cash'][i % 2 + 1] AS method,"
            + " CAST(5 + i % 3 AS DECIMAL(12,2)) AS fee FROM range(1, 601) r(i)");
  }

  @AfterEach
  void close() {
    engine.close();
  }

  private void table(String id, String select) {
    engine.execute("CREATE TABLE silver_" + id + "_cleaned AS " + select, Work.unwatched());
    tables.add(id);
  }

  private void related(Status status, String from, String column, String to) {
    relationships.add(
        new Discovery(engine)
            .measure(
                related(from), List.of(column), related(to), List.of("id"), false, Work.unwatched())
            .withStatus(status));
  }

  private RelatedTable related(String id) {
    return new RelatedTable(
        OrdersFixture.source(id),
        "1",
        engine.columns("silver_" + id + "_cleaned").orElseThrow(),
        Set.of(),
        List.of(),
        Map.of());
  }

  private Catalog catalog(String id) {
    String table = "silver_" + id + "_cleaned";
    return new Catalog(
        OrdersFixture.source(id),
        Optional.empty(),
        Optional.of(
            new Catalog.Table(
                table,
                "1",
                engine.columns(table).orElseThrow(),
                (Long) value("SELECT COUNT(*) FROM " + table),
                LayerStatus.READY)),
        id.equals("orders") ? gold : List.of(),
        0L);
  }

  private Object value(String sql) {
    return engine.query(sql).rows().getFirst().getFirst();
  }

  private Answer ask(AskRequest request) {
    return asker.ask(
        request,
        new Catalog.Published() {
          @Override
          public List<Catalog> at(Engine.Reader reader) {
            return tables.stream().map(AcrossQuestionsTest.this::catalog).toList();
          }

          @Override
          public List<Relationship> confirmed() {
            return relationships.stream().filter(r -> r.status() == Status.CONFIRMED).toList();
          }

          @Override
          public List<Relationship> likely() {
            return relationships;
          }
        },
        OrdersFixture.NOW);
  }

  private Answer ask(String question) {
    Answer answer = ask(new AskRequest(question, null));
    System.out.println(question + " -> " + answer.status() + ": " + answer.sentence());
    return answer;
  }

  private void allConfirmed() {
    related(Status.CONFIRMED, "orders", "customer_id", "customers");
    related(Status.CONFIRMED, "customers", "segment_id", "segments");
    related(Status.CONFIRMED, "payments", "order_id", "orders");
  }

  /** The first column of a result with the figure beside it. */
  private static List<String> rows(Answer answer) {
    assertThat(answer.status()).as(answer.sentence()).isEqualTo("answered");
    return answer.rows().rows().stream()
        .map(row -> row.get(0) + "=" + row.get(1))
        .sorted()
        .toList();
  }

  private List<String> truth(String sql) {
    return engine.query(sql).rows().stream()
        .map(row -> row.get(0) + "=" + row.get(1))
        .sorted()
        .toList();
  }

  private static final String JOINED =
      " FROM silver_orders_cleaned o LEFT JOIN silver_customers_cleaned c ON o.customer_id = c.id"
          + " LEFT JOIN silver_segments_cleaned s ON c.segment_id = s.id ";

  @Test
  void rowsAreGroupedByWhatTheyLookUp() {
    allConfirmed();
    Answer answer = ask("revenue by customer country");
    assertThat(rows(answer))
        .isEqualTo(truth("SELECT c.country, SUM(o.amount)" + JOINED + "GROUP BY 1"));
    assertThat(answer.query().joins()).hasSize(1);
    assertThat(answer.interpretation())
        .contains("orders.customer_id=customers.id (10 rows find none)");
    assertThat(rows(ask("total amount by segment label")))
        .isEqualTo(truth("SELECT s.label, SUM(o.amount)" + JOINED + "GROUP BY 1"));
  }

  @Test
  void rowsAreChosenByWhatTheyLookUp() {
    allConfirmed();
    Answer answer = ask("how many orders of customers in Germany");
    assertThat(answer.status()).isEqualTo("answered");
    assertThat(answer.rows().rows().getFirst().getFirst())
        .isEqualTo(value("SELECT COUNT(*)" + JOINED + "WHERE c.country = 'Germany'"));
  }

  @Test
  void rowsThatNameARowAreMadeOneBeforeTheyAreJoined() {
    allConfirmed();
    Answer answer = ask("average payments per order");
    assertThat(answer.status()).as(answer.sentence()).isEqualTo("answered");
    // Both counts stand before their ratio.
    assertThat(Double.parseDouble(answer.rows().rows().getFirst().getLast().toString()))
        .isEqualTo(1.5);
    assertThat(rows(ask("payment fee by customer country")))
        .isEqualTo(
            truth(
                "SELECT c.country, SUM(p.fee) FROM silver_payments_cleaned p JOIN"
                    + " silver_orders_cleaned o ON p.order_id = o.id LEFT JOIN"
                    + " silver_customers_cleaned c ON o.customer_id = c.id GROUP BY 1"));
  }

  @Test
  void anAmountThatSeveralRowsShareIsSaidToCountSeveralTimes() {
    allConfirmed();
    Answer answer = ask("total order amount by payment method");
    assertThat(answer.status()).as(answer.sentence()).isEqualTo("answered");
    assertThat(String.valueOf(answer.warnings()))
        .contains("each row of payments", "counted several times");
    // A fee is of one payment alone.
    assertThat(String.valueOf(ask("payment fee by customer country").warnings()))
        .doesNotContain("several times");
  }

  @Test
  void whoeverAsksForASegmentOfOrdersIsToldItsName() {
    allConfirmed();
    Answer answer = ask("which customer segment made the most revenue");
    assertThat(answer.status()).as(answer.sentence()).isEqualTo("answered");
    assertThat(answer.query().joins()).hasSize(2);
    assertThat(answer.rows().rows().getFirst())
        .contains(
            value("SELECT s.label" + JOINED + "GROUP BY 1 ORDER BY SUM(o.amount) DESC LIMIT 1"));
  }

  @Test
  void whatNobodyHasConfirmedIsAskedNotGuessed() {
    related(Status.PROPOSED, "orders", "customer_id", "customers");
    Answer answer = ask("revenue by customer country");
    assertThat(answer.status()).isEqualTo("needs_choice");
    assertThat(answer.sentence()).contains("orders.customer_id=customers.id");
    assertThat(answer.choices().getFirst())
        .isEqualTo("assay relationships --confirm " + relationships.getFirst().id());
  }

  @Test
  void customersThatComeTwiceAreNotJoined() {
    allConfirmed();
    engine.execute(
        "INSERT INTO silver_customers_cleaned SELECT * FROM silver_customers_cleaned WHERE id = 1",
        Work.unwatched());
    assertThat(ask("revenue by customer country").status()).isNotEqualTo("answered");
  }

  @Test
  void goldThatJoinsInTheSameWayAnswers() {
    allConfirmed();
    Answer silver = ask("revenue by customer country");
    assertThat(silver.layer()).isEqualTo(Layer.SILVER);
    Query made =
        Joined.with(
            new Query(
                "silver_orders_cleaned",
                List.of(new Query.Dimension("customer_country", "customer_country", null)),
                List.of(
                    new Query.Measure("total_amount", Aggregate.SUM, "amount"),
                    new Query.Measure("_count_amount", Aggregate.COUNT, "amount")),
                List.of(),
                List.of(),
                null,
                null),
            silver.query().joins());
    engine.execute(
        "CREATE TABLE gold_orders_by_country AS SELECT c.country AS customer_country,"
            + " SUM(o.amount) AS total_amount, COUNT(o.amount) AS _count_amount"
            + JOINED
            + "GROUP BY 1",
        Work.unwatched());
    gold.add(
        new Catalog.GoldTable(
            new Catalog.Table(
                "gold_orders_by_country",
                "1",
                engine.columns("gold_orders_by_country").orElseThrow(),
                4,
                LayerStatus.READY),
            made));
    Answer answer = ask(new AskRequest("revenue by customer country", null, null, null, true));
    assertThat(answer.layer()).as(answer.reason()).isEqualTo(Layer.GOLD);
    assertThat(answer.verification().equal()).isTrue();
    assertThat(rows(answer)).isEqualTo(rows(silver));
    Answer typed = ask(new AskRequest(null, null, silver.query(), null, false));
    assertThat(typed.layer()).isEqualTo(Layer.GOLD);
    assertThat(ask("revenue by month").layer()).isEqualTo(Layer.SILVER);
  }

  @Test
  void whoeverAsksForACustomerIsToldItsName() {
    allConfirmed();
    Answer answer = ask("top 3 customers by total amount");
    assertThat(answer.status()).isEqualTo("answered");
    // Orders of a customer that is not there have no name: the key stays beside it.
    assertThat(answer.rows().columns().getFirst().name()).isEqualTo("customer_name");
    assertThat(answer.rows().rows().getFirst().getFirst())
        .isEqualTo(
            value(
                "SELECT c.name FROM silver_orders_cleaned o JOIN silver_customers_cleaned c ON"
                    + " c.id = o.customer_id GROUP BY c.name, c.id ORDER BY SUM(o.amount) DESC,"
                    + " c.name LIMIT 1"));
    // Payments name orders, too: the amount of an order must not count once for each.
    assertThat(answer.rows().rows().getFirst().getLast())
        .hasToString(
            value(
                    "SELECT SUM(amount) FROM silver_orders_cleaned GROUP BY customer_id ORDER BY 1"
                        + " DESC LIMIT 1")
                .toString());
  }

  @Test
  void howManyCustomersThereAreIsNotMadeAListOfNames() {
    allConfirmed();
    Answer answer = ask("how many customers ordered more than 13 times");
    assertThat(answer.query().summary()).hasSize(1);
    assertThat(answer.rows().rows().toString())
        .isEqualTo(
            engine
                .query(
                    "SELECT COUNT(*) FROM (SELECT customer_id FROM silver_orders_cleaned GROUP BY 1"
                        + " HAVING COUNT(*) > 13)")
                .rows()
                .toString());
  }

  @Test
  void theQuestionOfAGoldTableIsAnsweredByIt() {
    allConfirmed();
    engine.execute(
        "CREATE TABLE gold_orders_by_customer AS SELECT customer_id, SUM(amount) AS total_amount,"
            + " COUNT(amount) AS _count_amount FROM silver_orders_cleaned GROUP BY 1",
        Work.unwatched());
    Query made =
        new Query(
            "silver_orders_cleaned",
            List.of(new Query.Dimension("customer_id", "customer_id", null)),
            List.of(
                new Query.Measure("total_amount", Aggregate.SUM, "amount"),
                new Query.Measure("_count_amount", Aggregate.COUNT, "amount")),
            List.of(),
            List.of(),
            null,
            null);
    gold.add(
        new Catalog.GoldTable(
            new Catalog.Table(
                "gold_orders_by_customer",
                "1",
                engine.columns("gold_orders_by_customer").orElseThrow(),
                31,
                LayerStatus.READY),
            made,
            "Which customers bring the most?"));
    assertThat(ask("which customers bring the most").layer()).isEqualTo(Layer.GOLD);
  }

  @Test
  void sharedLastPlacesAreSeenAcrossTables() {
    allConfirmed();
    // Each country has 130 orders.
    Answer answer = ask("top 2 customer countries by number of orders");
    assertThat(answer.query().joins()).isNotEmpty();
    assertThat(answer.warnings()).anyMatch(one -> one.startsWith("More groups share the last"));
  }

  @Test
  void aGroupBeforeAPeriodIsNotLost() {
    allConfirmed();
    Answer answer = ask("total amount by country in 2024");
    assertThat(answer.rows().rows()).hasSizeBetween(3, 4);
    assertThat(ask("total amount by segment in 2024").rows().rows()).hasSizeGreaterThan(3);
  }

  @Test
  void whatFollowsKeepsTheJoins() {
    allConfirmed();
    Answer first = ask("total amount by country");
    AskRequest next =
        new AskRequest(
            "only in 2024",
            null,
            null,
            new AskRequest.Context("total amount by country", first.query()),
            false);
    Answer answer = ask(next);
    assertThat(answer.status()).isEqualTo("answered");
    assertThat(answer.query().joins()).isNotEmpty();
    assertThat(answer.rows().rows()).hasSameSizeAs(first.rows().rows());
    assertThat(answer.query().filters()).hasSize(1);
  }

  @Test
  void countedRowsAreThoseOfTheTableThatIsNamed() {
    allConfirmed();
    Answer answer = ask("how many customers by segment");
    assertThat(
            answer.rows().rows().stream().mapToLong(r -> ((Number) r.getLast()).longValue()).sum())
        .isEqualTo(30);
  }
}

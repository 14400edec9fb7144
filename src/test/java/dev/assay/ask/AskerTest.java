package dev.assay.ask;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.assay.engine.Work;
import dev.assay.model.Answer;
import dev.assay.model.AskRequest;
import dev.assay.model.Grain;
import dev.assay.model.Layer;
import dev.assay.model.LayerStatus;
import dev.assay.model.Query;
import dev.assay.model.Query.Aggregate;
import dev.assay.model.Query.Dimension;
import dev.assay.model.Query.Measure;
import dev.assay.model.Source;
import dev.assay.model.UserError;
import dev.assay.sql.DuckDbDialect;
import dev.assay.sql.QuerySql;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class AskerTest {
  private final OrdersFixture orders = new OrdersFixture();
  private final Asker asker = new Asker(orders.engine, new DuckDbDialect());

  @AfterEach
  void close() {
    orders.close();
  }

  private Answer ask(String question) {
    return asker.ask(
        new AskRequest(question, null), _ -> List.of(orders.catalog()), OrdersFixture.NOW);
  }

  private static Query revenueBy(Dimension... dimensions) {
    return new Query(
        "silver_orders_cleaned",
        List.of(dimensions),
        List.of(
            new Measure("order_count", Aggregate.COUNT_ROWS, null),
            new Measure("total_revenue", Aggregate.SUM, "revenue_usd")),
        List.of(),
        List.of(),
        null,
        null);
  }

  private static Dimension month() {
    return new Dimension("month", "created_at", Grain.MONTH);
  }

  @Test
  void answersFromGoldAndSaysWhy() {
    orders.gold("revenue_by_month", revenueBy(month()), LayerStatus.READY);
    Answer answer = ask("total revenue by year");
    assertThat(answer.status()).isEqualTo("answered");
    assertThat(answer.layer()).isEqualTo(Layer.GOLD);
    assertThat(answer.table()).isEqualTo("gold_orders_revenue_by_month");
    assertThat(answer.reason())
        .isEqualTo(
            "gold_orders_revenue_by_month holds what gives sum of revenue_usd by month of created_at; months roll up to"
                + " years.");
    assertThat(answer.sql())
        .isEqualTo(
            """
            SELECT
              CAST(date_trunc('year', "month") AS DATE) AS "year",
              SUM("total_revenue") AS "total_revenue_usd"
            FROM "gold_orders_revenue_by_month"
            GROUP BY 1
            ORDER BY "year\"\
            """);
    assertThat(answer.rows().rows())
        .isEqualTo(
            orders
                .engine
                .query(
                    QuerySql.select(
                        answer.query(),
                        orders.engine.columns("silver_orders_cleaned").orElseThrow()))
                .rows());
    assertThat(answer.excludedRows()).isEqualTo(12);
    assertThat(answer.warnings())
        .containsExactly("The data ends on 2024-05-14: the last year is covered until then only.");
  }

  @Test
  void answersTheQuestionThatAGoldTableWasMadeFor() {
    orders.gold(
        "revenue_by_month",
        revenueBy(month()),
        LayerStatus.READY,
        "How does revenue usd develop from month to month?");
    Answer answer = ask("how does Revenue USD develop from month to month");
    assertThat(answer.status()).isEqualTo("answered");
    assertThat(answer.table()).isEqualTo("gold_orders_revenue_by_month");
    assertThat(answer.rows().rows()).hasSize(15);
    assertThat(answer.interpretation()).contains("total_revenue = sum of revenue_usd");
    assertThat(ask("How does quantity develop from month to month?").status())
        .isEqualTo("not_understood");
  }

  @Test
  void derivesAveragesFromHelpersThatTheRecipeDoesNotName() {
    orders.gold(
        "revenue_by_month",
        revenueBy(month(), new Dimension("status", "status", null)),
        LayerStatus.READY);
    Answer answer = ask("average order value for paid orders in 2023");
    assertThat(answer.layer()).isEqualTo(Layer.GOLD);
    assertThat(answer.sql()).contains("\"_count_revenue_usd\"");
    Double onSilver =
        (Double)
            orders
                .engine
                .query(
                    "SELECT AVG(revenue_usd) FROM silver_orders_cleaned WHERE status = 'paid' AND year(created_at) = 2023")
                .rows()
                .getFirst()
                .getFirst();
    assertThat((Double) answer.rows().rows().getFirst().getFirst()).isEqualTo(onSilver);
  }

  @Test
  void choosesTheSmallestTableThatCanAnswer() {
    orders.gold(
        "detailed", revenueBy(month(), new Dimension("status", "status", null)), LayerStatus.READY);
    orders.gold("small", revenueBy(month()), LayerStatus.READY);
    assertThat(ask("revenue by month").table()).isEqualTo("gold_orders_small");
    assertThat(ask("revenue by status").table()).isEqualTo("gold_orders_detailed");
  }

  @Test
  void asksSilverWhereGoldCannotSayAndTellsWhy() {
    orders.gold("revenue_by_month", revenueBy(month()), LayerStatus.READY);
    orders.gold("stale", revenueBy(new Dimension("country", "country", null)), LayerStatus.STALE);
    assertThat(ask("revenue by week").reason())
        .isEqualTo(
            "No Gold table can give this (gold_orders_revenue_by_month: it does not hold created_at by week;"
                + " gold_orders_stale: it is stale), so Silver's rows were asked.");
    Answer byCountry = ask("revenue by country");
    assertThat(byCountry.layer()).isEqualTo(Layer.SILVER);
    assertThat(ask("revenue since 2024-02-10").layer()).isEqualTo(Layer.SILVER);
    assertThat(ask("revenue since 2024-02-01").layer()).isEqualTo(Layer.GOLD);
    assertThat(ask("how many customers by month").layer()).isEqualTo(Layer.SILVER);
  }

  @Test
  void neverRoutesToWrittenSql() {
    orders.engine.execute("CREATE TABLE gold_orders_x AS SELECT 1 AS a", Work.unwatched());
    Catalog catalog =
        new Catalog(
            OrdersFixture.ORDERS,
            Optional.empty(),
            orders.catalog().silver(),
            List.of(new Catalog.GoldTable(orders.table("gold_orders_x", LayerStatus.READY), null)),
            null);
    Answer answer =
        asker.ask(
            new AskRequest("how many orders", null), _ -> List.of(catalog), OrdersFixture.NOW);
    assertThat(answer.layer()).isEqualTo(Layer.SILVER);
    assertThat(answer.reason()).contains("written SQL, which is not routable");
    assertThat(answer.excludedRows()).isNull();
  }

  @Test
  void offersTheLastPeriodWhereTheDataEndsEarlier() {
    Answer answer = ask("revenue in October 2026");
    assertThat(answer.sentence())
        .isEqualTo(
            "The data ends on 2024-05-14 (created_at), before the period that was asked for begins on 2026-10-01.");
    assertThat(answer.choices()).containsExactly("revenue in May 2024");
  }

  @Test
  void marksAPeriodThatIsCoveredInPart() {
    assertThat(ask("revenue in May 2024").warnings())
        .containsExactly("The data ends on 2024-05-14: the period is covered until then only.");
    assertThat(ask("revenue in April 2024").warnings()).isNull();
  }

  @Test
  void saysFiguresInASentence() {
    assertThat(ask("how many orders").sentence()).isEqualTo("Order count is 481.");
    assertThat(ask("top 1 countries by revenue").sentence())
        .matches("[A-Z][A-Za-z ]+: total revenue usd is [0-9,]+\\.\\d\\d\\.");
    assertThat(ask("orders by status").sentence())
        .isEqualTo("4 rows; the largest order count is 121 (paid).");
    assertThat(ask("revenue where email is 'nobody'").sentence())
        .isEqualTo("There is no value for total revenue usd.");
  }

  @Test
  void asksBronzeWhileThereIsNoSilver() {
    orders.engine.execute(
        "CREATE TABLE bronze_orders_raw AS SELECT _load_id, _row_no, now()::TIMESTAMP AS _loaded_at, 'x' AS"
            + " _source_file, 'h' AS _row_hash, CAST(created_at AS VARCHAR) AS \"Created At\", status AS \"Status\","
            + " CASE WHEN order_id = 1003 THEN 'n/a' ELSE CAST(revenue_usd AS VARCHAR) END AS \"Revenue\""
            + " FROM silver_orders_cleaned",
        Work.unwatched());
    Catalog catalog =
        new Catalog(
            OrdersFixture.ORDERS,
            Optional.of(orders.table("bronze_orders_raw", LayerStatus.READY)),
            Optional.empty(),
            List.of(),
            null);
    Answer answer =
        asker.ask(
            new AskRequest("revenue by month for paid orders", null),
            _ -> List.of(catalog),
            OrdersFixture.NOW);
    assertThat(answer.layer()).isEqualTo(Layer.BRONZE);
    assertThat(answer.excludedRows()).isZero();
    assertThat(answer.sql()).contains("SUM(TRY_CAST(\"Revenue\" AS DOUBLE))");
    assertThat(answer.warnings())
        .anyMatch(warning -> warning.contains("nothing was cleaned"))
        .anyMatch(warning -> warning.contains("Texts of Revenue"));
    assertThat(answer.rows().rows()).hasSize(15);
  }

  @Test
  void asksWhichSourceWhereSeveralFit() {
    Source other = OrdersFixture.source("orders_2");
    orders.engine.execute(
        "CREATE TABLE silver_orders_2_cleaned AS SELECT * FROM silver_orders_cleaned LIMIT 10",
        Work.unwatched());
    Catalog second =
        new Catalog(
            other,
            Optional.empty(),
            Optional.of(orders.table("silver_orders_2_cleaned", LayerStatus.READY)),
            List.of(),
            0L);
    Catalog.Published both = _ -> List.of(orders.catalog(), second);
    Answer answer = asker.ask(new AskRequest("total revenue?", null), both, OrdersFixture.NOW);
    assertThat(answer.status()).isEqualTo("needs_choice");
    assertThat(answer.choices())
        .containsExactly("total revenue in orders?", "total revenue in orders_2?");
    Answer chosen =
        asker.ask(new AskRequest(answer.choices().getLast(), null), both, OrdersFixture.NOW);
    assertThat(chosen.table()).isEqualTo("silver_orders_2_cleaned");
  }

  @Test
  void refusesWhatIsNoQuestion() {
    assertThatThrownBy(() -> ask(" "))
        .isInstanceOf(UserError.class)
        .hasMessageContaining("Ask a question");
  }
}

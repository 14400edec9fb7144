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
import dev.assay.model.UserError;
import dev.assay.sql.DuckDbDialect;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What is asked of groups themselves: how many fit, their average, the largest within each. */
class OverGroupsTest {
  private final OrdersFixture orders = new OrdersFixture();
  private Asker asker = new Asker(orders.engine, new DuckDbDialect());

  @AfterEach
  void close() {
    orders.close();
  }

  private Answer ask(String question) {
    return asker.ask(
        new AskRequest(question, null), _ -> List.of(orders.catalog()), OrdersFixture.NOW);
  }

  private Answer ask(Query query) {
    return asker.ask(
        new AskRequest(null, null, query, null, true),
        _ -> List.of(orders.catalog()),
        OrdersFixture.NOW);
  }

  private String truth(String sql) {
    return orders.engine.query(sql).rows().toString();
  }

  private static Query perDay(List<Measure> summary) {
    return new Query(
            "silver_orders_cleaned",
            List.of(new Dimension("day", "created_at", Grain.DAY)),
            List.of(new Measure("order_count", Aggregate.COUNT_ROWS, null)),
            List.of(),
            List.of(),
            null,
            null)
        .withSummary(summary);
  }

  @Test
  void countsTheGroupsThatFit() {
    Answer answer = ask("how many customers ordered more than 12 times");
    assertThat(answer.rows().rows().toString())
        .isEqualTo(
            truth(
                "SELECT COUNT(*) FROM (SELECT customer_id FROM silver_orders_cleaned GROUP BY 1"
                    + " HAVING COUNT(*) > 12)"));
    assertThat(answer.warnings()).isNull();
  }

  @Test
  void rowsWithoutAGroupAreNoGroup() {
    assertThat(ask("how many countries have more than 10 orders").rows().rows().toString())
        .isEqualTo("[[4]]");
  }

  @Test
  void averagesOverDaysAndSaysWhichDaysHaveNoRows() {
    Answer answer = ask("average number of orders per day");
    assertThat(answer.rows().rows().getFirst().getFirst())
        .hasToString(
            truth(
                    "SELECT AVG(n) FROM (SELECT created_at::DATE, COUNT(*) n FROM"
                        + " silver_orders_cleaned GROUP BY 1)")
                .replaceAll("[\\[\\]]", ""));
    assertThat(answer.warnings()).isNull();
    orders.engine.execute(
        "DELETE FROM silver_orders_cleaned WHERE created_at::DATE = DATE '2023-05-05'",
        Work.unwatched());
    // What was answered of a build is kept for as long as the build.
    asker = new Asker(orders.engine, new DuckDbDialect());
    assertThat(ask("average number of orders per day").warnings())
        .singleElement()
        .asString()
        .startsWith("1 of 441 periods from 2023-03-01");
  }

  @Test
  void takesTheLargestWithinEachGroup() {
    Answer answer = ask("top 2 payment methods in each status by revenue");
    assertThat(answer.rows().rows()).hasSize(8);
    assertThat(answer.interpretation()).contains("largest 2 within each status");
    assertThat(answer.query().limit()).isNull();
  }

  @Test
  void saysWhereMoreGroupsShareTheLastPlace() {
    assertThat(ask("top 5 customers by number of orders").warnings())
        .singleElement()
        .asString()
        .startsWith("More groups share the last place");
    assertThat(ask("top 3 customers by revenue").warnings()).isNull();
  }

  @Test
  void secondConditionsOfGroupsAreNotTakenForThoseOfRows() {
    assertThat(ask("how many customers have more than 10 orders and spent over 400").status())
        .isEqualTo("not_understood");
  }

  @Test
  void goldOfFinerGroupsGivesTheSame() {
    orders.gold(
        "orders_by_day",
        new Query(
            "silver_orders_cleaned",
            List.of(new Dimension("day", "created_at", Grain.DAY)),
            List.of(new Measure("orders", Aggregate.COUNT_ROWS, null)),
            List.of(),
            List.of(),
            null,
            null),
        LayerStatus.READY);
    Answer answer =
        ask(
            perDay(
                List.of(
                    new Measure("mean", Aggregate.AVG, "order_count"),
                    new Measure("days", Aggregate.COUNT_ROWS, null))));
    assertThat(answer.layer()).isEqualTo(Layer.GOLD);
    assertThat(answer.verification().equal()).isTrue();
  }

  @Test
  void namesEveryProblemOfASummary() {
    Query query =
        perDay(
            List.of(
                new Measure("mean", Aggregate.AVG, "orders"),
                new Measure("latest", Aggregate.SUM, "day")));
    assertThatThrownBy(() -> ask(query))
        .isInstanceOf(UserError.class)
        .hasMessageContaining("'orders' is neither a dimension nor a measure here");
  }
}

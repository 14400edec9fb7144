package dev.assay.gold;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.assay.engine.DuckDbEngine;
import dev.assay.engine.Work;
import dev.assay.model.BuildPlan;
import dev.assay.model.GoldRecipe;
import dev.assay.model.GoldTable;
import dev.assay.model.Json;
import dev.assay.model.Origin;
import dev.assay.model.Problem;
import dev.assay.model.Rows;
import dev.assay.model.Source;
import dev.assay.model.Step;
import dev.assay.model.UserError;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class GoldPlannerTest {
  private static final Source ORDERS =
      new Source(
          "orders",
          "Orders",
          "orders",
          new Origin.File("/x.csv", "x.csv", false, 1, Instant.EPOCH),
          Instant.EPOCH);

  private static final List<Rows.Column> SILVER =
      List.of(
          new Rows.Column("_load_id", "BIGINT"),
          new Rows.Column("_row_no", "BIGINT"),
          new Rows.Column("customer_id", "INTEGER"),
          new Rows.Column("created_at", "TIMESTAMP"),
          new Rows.Column("day", "DATE"),
          new Rows.Column("status", "VARCHAR"),
          new Rows.Column("revenue_usd", "DECIMAL(12,2)"));

  private final GoldPlanner planner = new GoldPlanner(sql -> "/* checked */ " + sql);

  private static GoldRecipe recipe(String json) {
    return Json.readRequest(json, GoldRecipe.class);
  }

  private List<BuildPlan> plan(String json) {
    return planner.plan(ORDERS, recipe(json), SILVER, Map.of("gold_taken", "source 'Other'"));
  }

  @Test
  void plansTheRequestsOwnExample() {
    List<BuildPlan> plans =
        plan(
            """
            {"gold_tables": [
              {"name": "gold_revenue_by_month", "description": "Monthly revenue aggregates",
               "sql": "SELECT DATE_TRUNC('month', created_at) AS month, SUM(revenue_usd) AS total_revenue, COUNT(*) AS transaction_count FROM silver_{source_id}_cleaned GROUP BY 1",
               "dimensions": ["month"], "measures": ["total_revenue", "transaction_count"]}]}
            """);
    BuildPlan plan = plans.getFirst();
    assertThat(plan.table()).isEqualTo("gold_revenue_by_month");
    assertThat(plan.steps()).hasSize(2);
    assertThat(((Step.Materialise) plan.steps().getFirst()).select())
        .startsWith("/* checked */ SELECT DATE_TRUNC")
        .contains("FROM silver_orders_cleaned GROUP BY 1");
  }

  @Test
  void plansATypedTableWithItsHelpersProofAndSwap() {
    BuildPlan plan =
        plan("""
        {"gold_tables": [{"name": "revenue_by_month", "query": {
          "dimensions": [{"name": "month", "column": "created_at", "grain": "MONTH"}],
          "measures": [{"name": "average_revenue", "aggregate": "AVG", "column": "revenue_usd"}]}}]}
        """)
            .getFirst();
    assertThat(plan.table()).isEqualTo("gold_orders_revenue_by_month");
    Step.Aggregate aggregate = (Step.Aggregate) plan.steps().get(0);
    assertThat(aggregate.staged()).isEqualTo("assay_staging_gold_orders_revenue_by_month");
    assertThat(aggregate.query().measures())
        .extracting(m -> m.name())
        .containsExactly("average_revenue", "_sum_revenue_usd", "_count_revenue_usd");
    assertThat(plan.steps().get(1)).isInstanceOf(Step.Reconcile.class);
    assertThat(plan.steps().get(2)).isInstanceOf(Step.Publish.class);
    GoldTable stored = ((GoldRecipe) plan.recipe()).goldTables().getFirst();
    assertThat(stored.sql()).startsWith("SELECT\n  CAST(date_trunc('month'");
    assertThat(stored.measures()).containsExactly("average_revenue");
    assertThat(plan(Json.write(plan.recipe())).getFirst()).isEqualTo(plan);
  }

  @Test
  void takesSqlThatDiffersFromItsQueryAsWritten() {
    BuildPlan plan =
        plan("""
        {"gold_tables": [{"name": "n", "sql": "SELECT COUNT(*) + 1 AS n FROM silver_orders_cleaned",
          "query": {"measures": [{"name": "n", "aggregate": "COUNT_ROWS"}]}}]}
        """)
            .getFirst();
    assertThat(plan.steps().getFirst()).isInstanceOf(Step.Materialise.class);
    assertThat(((GoldRecipe) plan.recipe()).goldTables().getFirst().query()).isNull();
  }

  @Test
  void namesEveryProblemAtOnceWithItsPointer() {
    UserError error =
        catchThrowableOfType(
            UserError.class,
            () ->
                plan(
                    """
                    {"gold_tables": [
                      {"name": "a", "query": {
                        "dimensions": [{"name": "m", "column": "status", "grain": "MONTH"},
                                       {"name": "h", "column": "day", "grain": "HOUR"}],
                        "measures": [{"name": "m", "aggregate": "COUNT_ROWS"},
                                     {"name": "s", "aggregate": "SUM", "column": "status"},
                                     {"name": "r", "aggregate": "SUM", "column": "revenue_us"},
                                     {"name": "_count_x", "aggregate": "COUNT", "column": "day"}],
                        "filters": [{"column": "revenue_usd", "comparison": "GREATER", "values": ["lots"]}],
                        "order_by": [{"name": "revenu", "descending": true}],
                        "limit": 0}},
                      {"name": "gold_orders_a", "sql": "SELECT 1"},
                      {"name": "Revenue by Month", "sql": "SELECT 1"},
                      {"name": "gold_taken", "sql": "SELECT 1"},
                      {"name": "empty"}]}
                    """));
    assertThat(error.problems())
        .extracting(problem -> new Problem(problem.pointer(), problem.message()))
        .contains(
            new Problem(
                "/gold_tables/0/query/measures/2/column",
                "Column 'revenue_us' is not in silver_orders_cleaned. Did you mean"
                    + " 'revenue_usd'?"));
    assertThat(error.problems())
        .extracting(Problem::pointer)
        .containsExactlyInAnyOrder(
            "/gold_tables/0/query/dimensions/0/grain",
            "/gold_tables/0/query/dimensions/1/grain",
            "/gold_tables/0/query/measures/0/name",
            "/gold_tables/0/query/measures/1/column",
            "/gold_tables/0/query/measures/2/column",
            "/gold_tables/0/query/measures/3/name",
            "/gold_tables/0/query/filters/0/values/0",
            "/gold_tables/0/query/order_by/0/name",
            "/gold_tables/0/query/limit",
            "/gold_tables/1/name",
            "/gold_tables/2/name",
            "/gold_tables/3/name",
            "/gold_tables/4");
  }

  @Test
  void passesOnWhatTheGuardSays() {
    GoldPlanner refusing =
        new GoldPlanner(_ -> {
          throw UserError.invalid("Only SELECT is allowed here.");
        });
    assertThatThrownBy(() ->
            refusing.plan(
                ORDERS,
                recipe("{\"gold_tables\": [{\"name\": \"a\", \"sql\": \"DROP TABLE x\"}]}"),
                SILVER,
                Map.of()))
        .isInstanceOf(UserError.class)
        .hasMessage("Only SELECT is allowed here.");
  }

  @Test
  void refusesToPublishATableThatSaysSomethingElse() {
    try (DuckDbEngine engine = DuckDbEngine.open(null, "512MB", 2)) {
      Work work = Work.unwatched();
      engine.execute(
          "CREATE TABLE silver_orders_cleaned AS SELECT i % 5 AS customer_id, ['a', NULL][1 + i %"
              + " 2] AS status, CAST(i AS DECIMAL(12,2)) AS revenue_usd, CAST(i / 7.0 AS DOUBLE) AS"
              + " weight FROM range(100) t(i)",
          work);
      GoldRecipe recipe =
          recipe(
              """
              {"gold_tables": [{"name": "t", "query": {
                "dimensions": [{"name": "status", "column": "status"}],
                "measures": [{"name": "revenue", "aggregate": "SUM", "column": "revenue_usd"},
                             {"name": "w", "aggregate": "SUM", "column": "weight"},
                             {"name": "customers", "aggregate": "COUNT_DISTINCT", "column": "customer_id"}]}}]}
              """);
      var silver = engine.columns("silver_orders_cleaned").orElseThrow();
      BuildPlan plan = planner.plan(ORDERS, recipe, silver, Map.of()).getFirst();
      Step.Reconcile reconcile = (Step.Reconcile) plan.steps().get(1);
      engine.execute(
          "CREATE TABLE "
              + reconcile.staged()
              + " AS "
              + dev.assay.sql.QuerySql.select(reconcile.query(), silver),
          work);
      Reconciliation reconciliation = new Reconciliation(engine);
      assertThat(reconciliation.prove(reconcile, work))
          .isEqualTo("2 groups, 4 totals and 2 groups row by row equal silver_orders_cleaned.");

      engine.execute(
          "UPDATE " + reconcile.staged() + " SET revenue = revenue + 0.01 WHERE status = 'a'",
          work);
      assertThatThrownBy(() -> reconciliation.prove(reconcile, work))
          .isInstanceOf(UserError.class)
          .hasMessageContaining("revenue: 4950.01 instead of 4950.00");

      engine.execute(
          "UPDATE " + reconcile.staged() + " SET revenue = revenue - 0.02 WHERE status IS NULL",
          work);
      engine.execute(
          "UPDATE " + reconcile.staged() + " SET revenue = revenue + 0.01 WHERE status IS NULL",
          work);
      assertThatThrownBy(() -> reconciliation.prove(reconcile, work))
          .hasMessageContaining("in group");

      engine.execute("DELETE FROM " + reconcile.staged() + " WHERE status = 'a'", work);
      assertThatThrownBy(() -> reconciliation.prove(reconcile, work))
          .hasMessageContaining("groups: 1 instead of 2");
    }
  }

  @Test
  void plansTablesWithJoinsAndCalculations() {
    String json =
        """
        {"gold_tables": [{"name": "by_city", "query": {
          "joins": [{"table": "silver_customers_cleaned", "matching": [{"column": "customer_id", "other": "id"}],
                     "columns": [{"name": "city", "column": "city"}]}],
          "dimensions": [{"name": "city", "column": "city"}],
          "measures": [{"name": "revenue", "aggregate": "SUM", "column": "revenue_usd"}],
          "calculations": [{"calculation": "share", "name": "share", "measure": "revenue"}]}}]}
        """;
    List<Rows.Column> customers =
        List.of(new Rows.Column("id", "BIGINT"), new Rows.Column("city", "VARCHAR"));
    BuildPlan plan =
        planner
            .plan(
                ORDERS,
                recipe(json),
                SILVER,
                Map.of(),
                table ->
                    table.equals("silver_customers_cleaned")
                        ? Optional.of(customers)
                        : Optional.empty())
            .getFirst();
    Step.Aggregate aggregate = (Step.Aggregate) plan.steps().get(0);
    assertThat(aggregate.silver()).contains(new Rows.Column("city", "VARCHAR"));
    GoldTable table = ((GoldRecipe) plan.recipe()).goldTables().getFirst();
    assertThat(table.measures()).containsExactly("revenue", "share");
    assertThat(table.sql()).contains("LEFT JOIN \"silver_customers_cleaned\" j1");
    assertThatThrownBy(() -> plan(json))
        .hasMessageContaining("There is no table silver_customers_cleaned to join.");
  }

  @Test
  void aGoldTableIsNoListOfRows() {
    UserError refusal =
        catchThrowableOfType(
            UserError.class,
            () ->
                plan(
                    """
                    {"gold_tables": [{"name": "list", "query": {"shape": "ROWS",
                      "dimensions": [{"name": "status", "column": "status"}]}}]}
                    """));
    assertThat(refusal.problems())
        .extracting(problem -> new Problem(problem.pointer(), problem.message()))
        .contains(
            new Problem(
                "/gold_tables/0/query/shape",
                "A Gold table holds groups. Name dimensions and measures, and leave the shape"
                    + " out."));
  }
}

package dev.assay.gold;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.assay.engine.DuckDbEngine;
import dev.assay.engine.Work;
import dev.assay.model.Json;
import dev.assay.model.Query;
import dev.assay.model.Step;
import dev.assay.model.UserError;
import dev.assay.sql.JoinSql;
import dev.assay.sql.QuerySql;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A Gold table that does not say what Silver says is not published, wherever it differs. */
class ReconciliationTest {
  private final DuckDbEngine engine = DuckDbEngine.open(null, "512MB", 2);

  @BeforeEach
  void tables() {
    run(
        "CREATE TABLE orders AS SELECT i % 1000 AS customer, DATE '2023-01-01' + CAST(i % 700 AS"
            + " INTEGER) AS day, CAST(i / 8.0 AS DECIMAL(12,2)) AS amount, i / 7.0::DOUBLE AS"
            + " weight, i % 3 = 0 AS paid FROM range(5000) t(i)");
    run("CREATE TABLE customers AS SELECT i AS id, 'city ' || i % 7 AS city FROM range(900) t(i)");
  }

  @AfterEach
  void close() {
    engine.close();
  }

  private static final String BY_CUSTOMER =
      """
      {"table": "orders",
       "joins": [{"table": "customers", "matching": [{"column": "customer", "other": "id"}],
                  "columns": [{"name": "city", "column": "city"}]}],
       "dimensions": [{"name": "customer", "column": "customer"}, {"name": "city", "column": "city"},
                      {"name": "quarter", "column": "day", "part": "QUARTER_OF_YEAR"}],
       "measures": [{"name": "revenue", "aggregate": "SUM", "column": "amount"},
         {"name": "load", "aggregate": "SUM", "formula": "weight * 2"},
         {"name": "paid", "aggregate": "AVG", "column": "weight",
          "filters": [{"column": "paid", "comparison": "EQUAL", "values": ["true"]}]},
         {"name": "middle", "aggregate": "MEDIAN", "column": "amount"}],
       "calculations": [{"calculation": "share", "name": "share", "measure": "revenue"},
         {"calculation": "formula", "name": "net", "formula": "load - revenue"},
         {"calculation": "rank", "name": "place", "measure": "revenue", "descending": true}]}
      """;

  private Step.Reconcile built(String json) {
    Query query = StoredQuery.of(Json.readRequest(json, Query.class));
    run(
        "CREATE OR REPLACE TABLE gold AS "
            + QuerySql.select(query, JoinSql.columns(query, engine::columns)));
    return new Step.Reconcile(query, "gold");
  }

  private void run(String sql) {
    engine.execute(sql, Work.unwatched());
  }

  private String proof(Step.Reconcile step) {
    return new Reconciliation(engine).prove(step, Work.unwatched());
  }

  private void refuses(Step.Reconcile step, String reason) {
    assertThatThrownBy(() -> proof(step))
        .isInstanceOf(UserError.class)
        .hasMessageContaining(reason)
        .hasMessageContaining("so it was not published");
  }

  @Test
  void comparesEveryGroup() {
    Step.Reconcile step = built(BY_CUSTOMER);
    long groups =
        ((Number) engine.query("SELECT count(*) FROM gold").rows().getFirst().getFirst())
            .longValue();
    assertThat(groups).isGreaterThan(2_000);
    assertThat(proof(step))
        .isEqualTo(groups + " groups, 6 totals and " + groups + " groups row by row equal orders.");
  }

  @Test
  void findsTwoGroupsWhoseErrorsCancel() {
    Step.Reconcile step = built(BY_CUSTOMER);
    run("UPDATE gold SET revenue = revenue + 1 WHERE rowid = 1234");
    run("UPDATE gold SET revenue = revenue - 1 WHERE rowid = 777");
    refuses(step, "in a group, revenue: ");
  }

  @Test
  void findsAMedianThatIsNotOne() {
    Step.Reconcile step = built(BY_CUSTOMER);
    run("UPDATE gold SET middle = middle + 0.01 WHERE rowid = 1500");
    refuses(step, "in a group, middle: ");
  }

  @Test
  void findsAWrongCalculation() {
    Step.Reconcile step = built(BY_CUSTOMER);
    run("UPDATE gold SET place = place + 1 WHERE rowid = 99");
    refuses(step, "in a group, place: ");
    Step.Reconcile again = built(BY_CUSTOMER);
    run("UPDATE gold SET net = net * 1.0001 WHERE rowid = 98");
    refuses(again, "in a group, net: ");
  }

  @Test
  void findsAGroupThatIsThereInAnother() {
    Step.Reconcile step = built(BY_CUSTOMER);
    run("UPDATE gold SET city = 'nowhere' WHERE rowid = 98");
    refuses(step, "in a group, a group");
  }

  @Test
  void lastDigitsOfDoublesAreNoDifferenceButMoreIs() {
    Step.Reconcile step = built(BY_CUSTOMER);
    run("UPDATE gold SET \"load\" = \"load\" * (1 + 1e-13), paid = paid * (1 - 1e-13)");
    assertThat(proof(step)).contains("row by row equal orders");
    run("UPDATE gold SET paid = paid * (1 + 1e-7) WHERE rowid = 500");
    refuses(step, "in a group, paid: ");
  }

  @Test
  void refusesAJoinThatCountsRowsTwice() {
    run("INSERT INTO customers VALUES (7, 'again'), (8, 'again')");
    Step.Reconcile step = built(BY_CUSTOMER);
    assertThatThrownBy(() -> proof(step))
        .hasMessageStartingWith("Several rows of customers have the same id (2 values, such as '")
        .hasMessageEndingWith(
            "so rows would be counted twice. Give each of its columns an aggregate such as SUM or"
                + " MAX, or remove the duplicates in Silver.");
  }

  @Test
  void comparesTheGroupsThatAreKept() {
    String kept =
        """
        {"table": "orders", "dimensions": [{"name": "month", "column": "day", "grain": "MONTH"}],
         "measures": [{"name": "revenue", "aggregate": "SUM", "column": "amount"}],
         "calculations": [{"calculation": "earlier", "name": "before", "measure": "revenue", "along": "month", "back": 1, "unit": "MONTH"}],
         "having": [{"column": "revenue", "comparison": "GREATER", "values": ["65000"]}],
         "order_by": [{"name": "revenue", "descending": true}], "limit": 3}
        """;
    Step.Reconcile step = built(kept);
    assertThat(proof(step)).isEqualTo("3 groups, 0 totals and 3 groups row by row equal orders.");
    run("UPDATE gold SET before = before + 1 WHERE rowid = 2");
    refuses(step, "in a group, before: ");
  }

  @Test
  void anEmptyTableAndOneWithoutGroupsAreComparedToo() {
    run("DELETE FROM orders");
    assertThat(proof(built(BY_CUSTOMER)))
        .isEqualTo("0 groups, 6 totals and 0 groups row by row equal orders.");
    Step.Reconcile whole =
        built(
            """
            {"table": "orders", "measures": [{"name": "revenue", "aggregate": "SUM", "column": "amount"},
              {"name": "n", "aggregate": "COUNT_ROWS"}]}
            """);
    assertThat(proof(whole)).isEqualTo("1 groups, 3 totals and 1 groups row by row equal orders.");
    run("UPDATE gold SET n = 1");
    refuses(whole, "n: 1 instead of 0");
  }
}

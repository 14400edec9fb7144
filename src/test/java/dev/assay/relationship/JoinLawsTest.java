package dev.assay.relationship;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.engine.DuckDbEngine;
import dev.assay.engine.Work;
import dev.assay.gold.Joined;
import dev.assay.model.Query;
import dev.assay.model.Query.Aggregate;
import dev.assay.model.Query.Import;
import dev.assay.model.Query.Join;
import dev.assay.model.Query.Match;
import dev.assay.model.Query.Measure;
import dev.assay.sql.JoinSql;
import dev.assay.sql.QuerySql;
import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.lifecycle.AfterContainer;
import net.jqwik.api.lifecycle.BeforeContainer;

/** No join counts a row twice or loses one, whatever the tables hold. */
class JoinLawsTest {
  private static final List<Measure> MEASURES =
      List.of(
          new Measure("orders", Aggregate.COUNT_ROWS, null),
          new Measure("total", Aggregate.SUM, "amount"),
          new Measure("some", Aggregate.COUNT, "amount"),
          new Measure("least", Aggregate.MIN, "amount"),
          new Measure("customers", Aggregate.COUNT_DISTINCT, "customer_id"));

  private static DuckDbEngine engine;

  @BeforeContainer
  static void open() {
    engine = DuckDbEngine.open(null, "512MB", 2);
  }

  @AfterContainer
  static void close() {
    engine.close();
  }

  private static void tables(int seed, int customers, int orders, int payments) {
    String random = "abs(hash(%d + i * 31 + %d) %% %d)";
    engine.execute(
        "CREATE OR REPLACE TABLE customers AS SELECT i AS id, "
            + "CASE WHEN i % 5 = 0 THEN NULL ELSE 'c' || (i % 3) END AS country FROM range(0, "
            + customers
            + ") r(i)",
        Work.unwatched());
    engine.execute(
        "CREATE OR REPLACE TABLE orders AS SELECT i AS id, CASE WHEN i % 7 = 3 THEN NULL"
            + " ELSE CAST("
            + random.formatted(seed, 1, customers + 5)
            + " AS BIGINT) END AS customer_id,"
            + " CASE WHEN i % 9 = 1 THEN NULL ELSE CAST("
            + random.formatted(seed, 2, 1000)
            + " AS DECIMAL(12,2)) END AS amount FROM range(0, "
            + orders
            + ") r(i)",
        Work.unwatched());
    engine.execute(
        "CREATE OR REPLACE TABLE payments AS SELECT i AS id, CAST("
            + random.formatted(seed, 3, orders + 3)
            + " AS BIGINT) AS order_id, CAST("
            + random.formatted(seed, 4, 50)
            + " AS DECIMAL(12,2)) AS paid FROM range(0, "
            + payments
            + ") r(i)",
        Work.unwatched());
  }

  private static final List<Join> JOINS =
      List.of(
          new Join(
              "customers",
              List.of(new Match("customer_id", "id")),
              List.of(new Import("country", null, "country"))),
          new Join(
              "payments",
              List.of(new Match("id", "order_id")),
              List.of(
                  new Import("payments", Aggregate.COUNT_ROWS, null),
                  new Import("paid", Aggregate.SUM, "paid"))));

  private static List<List<Object>> rows(Query query) {
    return engine.query(QuerySql.select(query, JoinSql.columns(query, engine::columns))).rows();
  }

  private static Query query(List<Query.Dimension> by, List<Measure> measures) {
    return new Query("orders", by, measures, List.of(), List.of(), null, null);
  }

  @Property(tries = 60)
  void aMeasureOverJoinedRowsIsTheMeasureOverRows(
      @ForAll @IntRange(max = 10_000) int seed,
      @ForAll @IntRange(min = 1, max = 20) int customers,
      @ForAll @IntRange(max = 60) int orders,
      @ForAll @IntRange(max = 90) int payments) {
    tables(seed, customers, orders, payments);
    Query plain = query(List.of(), MEASURES);
    assertThat(rows(Joined.with(plain, JOINS))).isEqualTo(rows(plain));

    List<Measure> additive = new ArrayList<>(MEASURES.subList(0, 1));
    additive.add(new Measure("paid", Aggregate.SUM, "paid"));
    Query grouped =
        Joined.with(
            query(List.of(new Query.Dimension("country", "country", null)), additive), JOINS);
    long counted = rows(grouped).stream().mapToLong(row -> ((Number) row.get(1)).longValue()).sum();
    assertThat(counted).isEqualTo(orders);

    Object paid = rows(Joined.with(query(List.of(), additive), JOINS)).getFirst().get(1);
    Object truth =
        engine
            .query("SELECT SUM(p.paid) FROM payments p JOIN orders o ON p.order_id = o.id")
            .rows()
            .getFirst()
            .getFirst();
    assertThat(paid).isEqualTo(truth);
  }

  @Example
  void aJoinWithoutAggregatesOverValuesThatComeTwiceIsFoundOut() {
    tables(1, 5, 20, 40);
    Join wrong =
        new Join(
            "payments",
            List.of(new Match("id", "order_id")),
            List.of(new Import("paid", null, "paid")));
    assertThat(engine.query(JoinSql.duplicates(wrong).orElseThrow()).rows().getFirst().getFirst())
        .isNotEqualTo(0L);
  }
}

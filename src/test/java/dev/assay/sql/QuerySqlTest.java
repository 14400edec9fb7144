package dev.assay.sql;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.assay.engine.DuckDbEngine;
import dev.assay.engine.Work;
import dev.assay.model.Grain;
import dev.assay.model.Json;
import dev.assay.model.Query;
import dev.assay.model.Query.Aggregate;
import dev.assay.model.Query.Comparison;
import dev.assay.model.Query.Dimension;
import dev.assay.model.Query.Filter;
import dev.assay.model.Query.Measure;
import dev.assay.model.Query.Order;
import dev.assay.model.Rows;
import java.util.List;
import org.junit.jupiter.api.Test;

class QuerySqlTest {
  private static final List<Rows.Column> COLUMNS =
      List.of(
          new Rows.Column("created_at", "TIMESTAMP"),
          new Rows.Column("day", "DATE"),
          new Rows.Column("revenue", "DECIMAL(12,2)"),
          new Rows.Column("weight", "DOUBLE"),
          new Rows.Column("status", "VARCHAR"),
          new Rows.Column("it's \"odd\"", "VARCHAR"));

  @Test
  void writesATimeSeriesThatPeopleCanRead() {
    Query query =
        new Query(
            "silver_orders_cleaned",
            List.of(new Dimension("month", "created_at", Grain.MONTH)),
            List.of(
                new Measure("total_revenue", Aggregate.SUM, "revenue"),
                new Measure("transaction_count", Aggregate.COUNT_ROWS, null)),
            List.of(
                new Filter("status", Comparison.EQUAL, List.of("paid")),
                new Filter("created_at", Comparison.FROM_TO, List.of("2024-01-01", "2025-01-01"))),
            List.of(new Order("month", false)),
            null,
            null);
    assertThat(QuerySql.select(query, COLUMNS))
        .isEqualTo(
            """
            SELECT
              CAST(date_trunc('month', "created_at") AS DATE) AS "month",
              SUM("revenue") AS "total_revenue",
              COUNT(*) AS "transaction_count"
            FROM "silver_orders_cleaned"
            WHERE "status" = 'paid'
              AND "created_at" >= TIMESTAMP '2024-01-01 00:00:00' AND "created_at" < TIMESTAMP '2025-01-01 00:00:00'
            GROUP BY 1
            ORDER BY "month\"\
            """);
  }

  @Test
  void writesTheRequestsSegments() {
    Query query =
        new Query(
            "silver_orders_cleaned",
            List.of(new Dimension("status", "status", null)),
            List.of(new Measure("lifetime_value", Aggregate.SUM, "revenue")),
            List.of(),
            List.of(new Order("lifetime_value", true)),
            10,
            new Query.Segment(
                "segment",
                "lifetime_value",
                List.of(new Query.Band("VIP", "10000"), new Query.Band("Regular", "1e3")),
                "Occasional"));
    assertThat(QuerySql.select(query, COLUMNS))
        .isEqualTo(
            """
            SELECT
              "status",
              SUM("revenue") AS "lifetime_value",
              CASE
                WHEN SUM("revenue") > 10000 THEN 'VIP'
                WHEN SUM("revenue") > 1000 THEN 'Regular'
                ELSE 'Occasional'
              END AS "segment"
            FROM "silver_orders_cleaned"
            GROUP BY 1
            ORDER BY "lifetime_value" DESC, "status"
            LIMIT 10\
            """);
  }

  @Test
  void rendersValuesByTypeAndLetsNothingEscape() {
    Query query =
        new Query(
            "t",
            List.of(),
            List.of(new Measure("n", Aggregate.COUNT, "it's \"odd\"")),
            List.of(
                new Filter("status", Comparison.IN, List.of("o'k", "'; DROP TABLE t; --")),
                new Filter("revenue", Comparison.GREATER, List.of("+1.50e2")),
                new Filter("weight", Comparison.LESS_OR_EQUAL, List.of("0.1")),
                new Filter("day", Comparison.NOT_EQUAL, List.of("2024-02-29")),
                new Filter("it's \"odd\"", Comparison.IS_NOT_NULL, List.of())),
            List.of(),
            null,
            null);
    assertThat(QuerySql.select(query, COLUMNS))
        .isEqualTo(
            """
            SELECT
              COUNT("it's ""odd\""") AS "n"
            FROM "t"
            WHERE "status" IN ('o''k', '''; DROP TABLE t; --')
              AND "revenue" > 150
              AND "weight" <= CAST('0.1' AS DOUBLE)
              AND "day" <> DATE '2024-02-29'
              AND "it's ""odd\""" IS NOT NULL\
            """);
  }

  @Test
  void saysWhatAValueShouldLookLike() {
    assertThatThrownBy(() -> FilterValue.parse("1; DROP", ValueKind.DECIMAL))
        .hasMessage("'1; DROP' is not a number; write it like 12.5.");
    assertThatThrownBy(() -> FilterValue.parse("31/12/2024", ValueKind.DATE))
        .hasMessage("'31/12/2024' is not a date; write it like 2024-03-31.");
  }

  @Test
  void groupsAndSortsByTheResultWhereItSharesTheNameOfAColumn() {
    try (DuckDbEngine engine = DuckDbEngine.open(null, "512MB", 2)) {
      engine.execute(
          "CREATE TABLE t AS SELECT * FROM (VALUES (TIMESTAMP '2024-02-03 10:00:00', 1.10),"
              + " ('2024-01-05 00:00:00', 2.20), ('2024-01-31 23:59:59', 0.05), ('2023-12-31"
              + " 00:00:00', 9)) v(\"at\", x)",
          Work.unwatched());
      Query query =
          new Query(
              "t",
              List.of(new Dimension("at", "at", Grain.MONTH)),
              List.of(new Measure("x", Aggregate.SUM, "x")),
              List.of(new Filter("at", Comparison.GREATER_OR_EQUAL, List.of("2024-01-02"))),
              List.of(new Order("x", true)),
              null,
              null);
      Rows rows = engine.query(QuerySql.select(query, engine.columns("t").orElseThrow()));
      assertThat(rows.rows())
          .containsExactly(List.of("2024-01-01", "2.25"), List.of("2024-02-01", "1.10"));
    }
  }

  @Test
  void anOddNameAQuoteAnEmptyTableAndOneRowAreNothingSpecial() {
    try (DuckDbEngine engine = DuckDbEngine.open(null, "512MB", 2)) {
      engine.execute(
          "CREATE TABLE t(\"select\" VARCHAR, x INTEGER, \"from\" DATE)", Work.unwatched());
      Query query =
          Json.readRequest(
              """
              {"table": "t", "dimensions": [{"name": "select", "column": "select"}],
               "measures": [{"name": "x", "aggregate": "SUM", "column": "x"},
                 {"name": "other", "aggregate": "AVG", "column": "x"},
                 {"name": "from", "aggregate": "COUNT", "column": "from"}],
               "calculations": [{"calculation": "share", "name": "where", "measure": "x"}],
               "filters": [{"column": "select", "comparison": "IN", "values": ["it's", "'; DROP TABLE t; --"]}],
               "having": [{"column": "x", "comparison": "LESS_OR_EQUAL", "values": ["7"]}],
               "order_by": [{"name": "x", "descending": true}]}
              """,
              Query.class);
      String sql = QuerySql.select(query, engine.columns("t").orElseThrow());
      assertThat(engine.query(sql).rows()).isEmpty();
      engine.execute("INSERT INTO t VALUES ('it''s', 7, NULL)", Work.unwatched());
      assertThat(engine.query(sql).rows()).containsExactly(List.of("it's", 7L, 7.0, 0L, 1.0));
      Query whole =
          Json.readRequest(
              """
              {"table": "t", "measures": [{"name": "x", "aggregate": "SUM", "column": "x"},
                {"name": "n", "aggregate": "COUNT_ROWS"}],
               "calculations": [{"calculation": "neighbour", "name": "next", "of": "x", "offset": 1},
                 {"calculation": "rank", "name": "place", "measure": "x"}],
               "filters": [{"column": "x", "comparison": "GREATER", "values": ["100"]}]}
              """,
              Query.class);
      assertThat(engine.query(QuerySql.select(whole, engine.columns("t").orElseThrow())).rows())
          .containsExactly(java.util.Arrays.asList(null, 0L, null, null));
    }
  }

  @Test
  void aMeasureNamedAsAColumnIsFilteredAsAMeasure() {
    try (DuckDbEngine engine = DuckDbEngine.open(null, "512MB", 2)) {
      engine.execute(
          "CREATE TABLE t AS SELECT * FROM (VALUES ('a', 1), ('a', 2), ('b', 2)) v(k, x)",
          Work.unwatched());
      Query query =
          Json.readRequest(
              """
              {"table": "t", "dimensions": [{"name": "k", "column": "k"}],
               "measures": [{"name": "x", "aggregate": "SUM", "column": "x"}],
               "having": [{"column": "x", "comparison": "GREATER", "values": ["2"]},
                          {"column": "k", "comparison": "STARTS_WITH", "values": ["A"]}]}
              """,
              Query.class);
      String sql = QuerySql.select(query, engine.columns("t").orElseThrow());
      assertThat(sql)
          .isEqualTo(
              """
              SELECT
                "k",
                SUM("x") AS "x"
              FROM "t"
              GROUP BY 1
              HAVING SUM("x") > 2
                AND STARTS_WITH(LOWER("k"), LOWER('A'))\
              """);
      assertThat(engine.query(sql).rows()).containsExactly(List.of("a", 3L));
    }
  }

  @Test
  void listsRowsByColumnsThatAreNotShownAndThenAsReceived() {
    List<Rows.Column> columns = new java.util.ArrayList<>(COLUMNS);
    columns.add(new Rows.Column("_load_id", "BIGINT"));
    columns.add(new Rows.Column("_row_no", "BIGINT"));
    Query query =
        Json.readRequest(
            """
            {"table": "t", "shape": "ROWS",
             "dimensions": [{"name": "status", "column": "status"}, {"name": "weekday", "column": "day", "part": "WEEKDAY"}],
             "filters": [{"column": "created_at", "comparison": "EQUAL", "values": ["12"], "part": "MONTH_OF_YEAR"},
                         {"column": "status", "comparison": "NOT_IN", "values": ["x"]},
                         {"column": "status", "comparison": "CONTAINS", "values": ["50%"]}],
             "order_by": [{"name": "revenue", "descending": true}], "limit": 3}
            """,
            Query.class);
    assertThat(QuerySql.select(query, columns))
        .isEqualTo(
            """
            SELECT
              "status",
              isodow("day") AS "weekday"
            FROM "t"
            WHERE month("created_at") = 12
              AND "status" NOT IN ('x')
              AND CONTAINS(LOWER("status"), LOWER('50%'))
            ORDER BY "revenue" DESC, "_load_id", "_row_no"
            LIMIT 3\
            """);
  }

  @Test
  void computesExactlyAsLongAsDigitsSuffice() {
    try (DuckDbEngine engine = DuckDbEngine.open(null, "512MB", 2)) {
      engine.execute(
          "CREATE TABLE t AS SELECT 2147483647 AS n, CAST(9999999999.99 AS DECIMAL(12,2)) AS price,"
              + " CAST(1234567890123456.78 AS DECIMAL(18,2)) AS big, DATE '2024-03-01' AS b, DATE"
              + " '2024-02-01' AS a, 0.1::DOUBLE AS d",
          Work.unwatched());
      assertThat(sum(engine, "n * n")).isEqualTo("4611686014132420609");
      assertThat(sum(engine, "n * price")).isEqualTo("21474836469978525163.53");
      assertThat(sum(engine, "price - n * 2 + 0.5")).isEqualTo("5705032706.49");
      assertThat(sum(engine, "big * big * big")).isInstanceOf(Double.class);
      assertThat(sum(engine, "b - a")).isEqualTo(29L);
      assertThat(sum(engine, "-(n - 1) / (a - a)")).isNull();
      assertThat((Double) sum(engine, "d * price"))
          .isCloseTo(999999999.999, org.assertj.core.api.Assertions.within(1e-3));
    }
  }

  private static Object sum(DuckDbEngine engine, String formula) {
    Query query =
        new Query(
            "t",
            List.of(),
            List.of(new Measure("x", Aggregate.SUM, null, formula, List.of())),
            List.of(),
            List.of(),
            null,
            null);
    Object sum =
        engine
            .query(QuerySql.select(query, engine.columns("t").orElseThrow()))
            .rows()
            .getFirst()
            .getFirst();
    return sum instanceof Long number && number > 1L << 32 ? number.toString() : sum;
  }

  @Test
  void theMedianOfDecimalsIsNotRounded() {
    try (DuckDbEngine engine = DuckDbEngine.open(null, "512MB", 2)) {
      engine.execute(
          "CREATE TABLE t AS SELECT CAST(x AS DECIMAL(5,2)) AS x FROM (VALUES (1.00), (1.01)) v(x)",
          Work.unwatched());
      Query query =
          new Query(
              "t",
              List.of(),
              List.of(new Measure("x", Aggregate.MEDIAN, "x")),
              List.of(),
              List.of(),
              null,
              null);
      assertThat(engine.query(QuerySql.select(query, engine.columns("t").orElseThrow())).rows())
          .containsExactly(List.of(1.005));
    }
  }
}

package dev.assay.sql;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.engine.DuckDbEngine;
import dev.assay.engine.Work;
import dev.assay.model.Calculation;
import dev.assay.model.Grain;
import dev.assay.model.Json;
import dev.assay.model.Query;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Calculations are written to be read, and the engine gives what they promise. */
class CalculationSqlTest {
  private static final DuckDbEngine ENGINE = DuckDbEngine.open(null, "512MB", 2);

  @BeforeAll
  static void sales() {
    ENGINE.execute(
        "CREATE TABLE sales(region VARCHAR, sold_at DATE, amount DECIMAL(12,2), cost DECIMAL(12,2))",
        Work.unwatched());
    // South sold nothing in February, and one sale has no date.
    ENGINE.execute(
        "INSERT INTO sales VALUES ('north', '2023-01-10', 10, 5), ('north', '2024-01-10', 20, 5),"
            + " ('north', '2024-02-10', 30, 40), ('north', '2024-03-31', 50, 0), ('south', '2024-01-05', 60, 10),"
            + " ('south', '2024-03-01', 40, 10), ('south', NULL, 5, 5)",
        Work.unwatched());
  }

  @AfterAll
  static void close() {
    ENGINE.close();
  }

  private static Query monthly(String rest) {
    return Json.readRequest(
        """
        {"table": "sales",
         "dimensions": [{"name": "month", "column": "sold_at", "grain": "MONTH"}],
         "measures": [{"name": "revenue", "aggregate": "SUM", "column": "amount"}],
         "order_by": [{"name": "month"}],
         %s}
        """
            .formatted(rest),
        Query.class);
  }

  private static String sql(Query query) {
    return QuerySql.select(query, ENGINE.columns(query.table()).orElseThrow());
  }

  private static List<List<Object>> rows(Query query) {
    return ENGINE.query(sql(query)).rows();
  }

  private static List<Object> row(Object... cells) {
    return Arrays.asList(cells);
  }

  @Test
  void comparesWithTheSameMonthOfTheYearBeforeAndNotWithTheRowBefore() {
    Query query =
        monthly(
            """
            "calculations": [
              {"calculation": "earlier", "name": "year_before", "measure": "revenue", "along": "month", "back": 1, "unit": "YEAR"},
              {"calculation": "earlier", "name": "month_before", "measure": "revenue", "along": "month", "back": 1, "unit": "MONTH"},
              {"calculation": "formula", "name": "growth", "formula": "revenue - year_before"}]
            """);
    assertThat(sql(query))
        .isEqualTo(
            """
            WITH grouped AS (
              SELECT
                CAST(date_trunc('month', "sold_at") AS DATE) AS "month",
                SUM("amount") AS "revenue"
              FROM "sales"
              GROUP BY 1
            ), calculated AS (
              SELECT
                g.*,
                e1."revenue" AS "year_before",
                e2."revenue" AS "month_before"
              FROM grouped g
              LEFT JOIN grouped e1 ON e1."month" = g."month" - INTERVAL 1 YEAR
              LEFT JOIN grouped e2 ON e2."month" = g."month" - INTERVAL 1 MONTH
            )
            SELECT
              "month",
              "revenue",
              "year_before",
              "month_before",
              "revenue" - "year_before" AS "growth"
            FROM calculated
            ORDER BY "month\"\
            """);
    assertThat(rows(query))
        .containsExactly(
            row("2023-01-01", "10.00", null, null, null),
            row("2024-01-01", "80.00", "10.00", null, "70.00"),
            row("2024-02-01", "30.00", null, "80.00", null),
            row("2024-03-01", "90.00", null, "30.00", null),
            row(null, "5.00", null, null, null));
  }

  @Test
  void takesSharesRunningTotalsRanksAndNeighbours() {
    Query query =
        monthly(
            """
            "calculations": [
              {"calculation": "share", "name": "share", "measure": "revenue"},
              {"calculation": "running_total", "name": "so_far", "measure": "revenue", "along": "month"},
              {"calculation": "rank", "name": "place", "measure": "revenue", "descending": true},
              {"calculation": "neighbour", "name": "next", "of": "revenue", "offset": 1}],
             "filters": [{"column": "sold_at", "comparison": "GREATER_OR_EQUAL", "values": ["2024-01-01"]}]
            """);
    assertThat(sql(query))
        .isEqualTo(
            """
            WITH grouped AS (
              SELECT
                CAST(date_trunc('month', "sold_at") AS DATE) AS "month",
                SUM("amount") AS "revenue"
              FROM "sales"
              WHERE "sold_at" >= DATE '2024-01-01'
              GROUP BY 1
            )
            SELECT
              "month",
              "revenue",
              "revenue" / NULLIF(SUM("revenue") OVER (), 0) AS "share",
              SUM("revenue") OVER (ORDER BY "month") AS "so_far",
              CASE WHEN "revenue" IS NOT NULL THEN RANK() OVER (ORDER BY "revenue" DESC) END AS "place",
              LEAD("revenue", 1) OVER (ORDER BY "month") AS "next"
            FROM grouped
            ORDER BY "month\"\
            """);
    assertThat(rows(query))
        .containsExactly(
            row("2024-01-01", "80.00", 0.4, "80.00", 2L, "30.00"),
            row("2024-02-01", "30.00", 0.15, "110.00", 3L, "90.00"),
            row("2024-03-01", "90.00", 0.45, "200.00", 1L, null));
  }

  @Test
  void averagesOverPeriodsOnlyWhereEachOfThemHasRows() {
    Query query =
        new Query(
                "sales",
                List.of(
                    new Query.Dimension("region", "region", null),
                    new Query.Dimension("month", "sold_at", Grain.MONTH)),
                List.of(new Query.Measure("revenue", Query.Aggregate.SUM, "amount")),
                List.of(),
                List.of(new Query.Order("region", false)),
                null,
                null)
            .withCalculations(
                List.of(new Calculation.MovingAverage("average", "revenue", "month", 2)));
    assertThat(rows(query))
        .containsExactly(
            row("north", "2023-01-01", "10.00", null),
            row("north", "2024-01-01", "20.00", null),
            row("north", "2024-02-01", "30.00", 25.0),
            row("north", "2024-03-01", "50.00", 40.0),
            row("south", "2024-01-01", "60.00", null),
            row("south", "2024-03-01", "40.00", null),
            row("south", null, "5.00", null));
  }

  @Test
  void choosesGroupsAfterAllOfThemWereCountedIn() {
    Query query =
        monthly(
            """
            "calculations": [{"calculation": "share", "name": "share", "measure": "revenue"}],
             "having": [{"column": "share", "comparison": "GREATER", "values": ["0.3"]},
                        {"column": "month", "comparison": "IS_NOT_NULL"}],
             "limit": 1
            """);
    assertThat(sql(query))
        .endsWith(
            """
            ), calculated AS (
              SELECT
                *,
                "revenue" / NULLIF(SUM("revenue") OVER (), 0) AS "share"
              FROM grouped
            )
            SELECT
              "month",
              "revenue",
              "share"
            FROM calculated
            WHERE "share" > CAST('0.3' AS DOUBLE)
              AND "month" IS NOT NULL
            ORDER BY "month"
            LIMIT 1\
            """);
    assertThat(rows(query)).hasSize(1);
    assertThat(rows(query).getFirst().getFirst()).isEqualTo("2024-01-01");
  }

  @Test
  void aMonthEarlierHasNoDayThirtyOne() {
    Query query =
        Json.readRequest(
            """
            {"table": "sales", "dimensions": [{"name": "day", "column": "sold_at", "grain": "DAY"}],
             "measures": [{"name": "n", "aggregate": "COUNT_ROWS"}],
             "calculations": [{"calculation": "earlier", "name": "before", "measure": "n", "along": "day", "back": 1, "unit": "MONTH"}],
             "order_by": [{"name": "day"}]}
            """,
            Query.class);
    assertThat(rows(query))
        .contains(row("2024-02-10", 1L, 1L), row("2024-03-31", 1L, null))
        .hasSize(7);
  }

  @Test
  void nothingIsDividedByZero() {
    Query query =
        Json.readRequest(
            """
            {"table": "sales", "dimensions": [{"name": "region", "column": "region"}],
             "measures": [
               {"name": "profit", "aggregate": "SUM", "formula": "amount - cost"},
               {"name": "free", "aggregate": "SUM", "column": "cost",
                "filters": [{"column": "cost", "comparison": "EQUAL", "values": ["0"]}]}],
             "calculations": [{"calculation": "formula", "name": "ratio", "formula": "profit / free"}],
             "order_by": [{"name": "region"}]}
            """,
            Query.class);
    assertThat(sql(query))
        .isEqualTo(
            """
            WITH grouped AS (
              SELECT
                "region",
                SUM("amount" - "cost") AS "profit",
                SUM("cost") FILTER (WHERE "cost" = 0) AS "free"
              FROM "sales"
              GROUP BY 1
            )
            SELECT
              "region",
              "profit",
              "free",
              "profit" / NULLIF("free", 0) AS "ratio"
            FROM grouped
            ORDER BY "region\"\
            """);
    assertThat(rows(query))
        .containsExactly(row("north", "60.00", "0.00", null), row("south", "80.00", null, null));
  }
}

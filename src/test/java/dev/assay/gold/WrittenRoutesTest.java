package dev.assay.gold;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.engine.DuckDbEngine;
import dev.assay.engine.Work;
import dev.assay.model.Rows;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Gold that was written as SQL answers what follows from it, and nothing else. */
class WrittenRoutesTest {
  private static final DuckDbEngine ENGINE = DuckDbEngine.open(null, "512MB", 2);
  private static final WrittenRoutes ROUTES = new WrittenRoutes(ENGINE::parse, ENGINE::render);

  /** A monthly table as people write it. */
  private static final String MONTHLY =
      """
      SELECT region, date_trunc('month', "at") AS month, SUM(amount) AS revenue, COUNT(amount) AS amounts,
        COUNT(*) AS orders, MIN(amount) AS least, MAX(amount) AS most, COUNT(DISTINCT customer_id) AS customers,
        ROUND(AVG(amount), 2) AS typical
      FROM silver GROUP BY 1, 2 ORDER BY 1, 2\
      """;

  private static final String NORTH =
      "SELECT CAST(\"at\" AS DATE) AS d, customer_id, SUM(amount) AS revenue, COUNT(*) AS orders FROM silver"
          + " WHERE region = 'north' GROUP BY d, customer_id";

  private static final String ROWS =
      "SELECT region, amount, \"at\" FROM silver WHERE amount IS NOT NULL";

  @BeforeAll
  static void someRows() {
    ENGINE.execute(
        """
        CREATE TABLE silver AS SELECT
          CASE i % 5 WHEN 0 THEN 'north' WHEN 1 THEN 'south' WHEN 2 THEN 'süd ' WHEN 3 THEN 'O''Hara' END AS region,
          TIMESTAMP '2023-11-05 10:00:00' + to_hours(CAST(i * 31 AS BIGINT)) AS "at",
          CAST(CASE WHEN i % 7 = 0 THEN NULL ELSE (i * 37 % 500) + 0.25 END AS DECIMAL(12,2)) AS amount,
          CAST(i % 11 AS INTEGER) AS customer_id,
          i % 3 = 0 AS paid,
          CAST(i AS DOUBLE) / 7 AS weight
        FROM range(400) t(i)\
        """,
        Work.unwatched());
    ENGINE.execute("CREATE TABLE gold_monthly AS " + MONTHLY, Work.unwatched());
    ENGINE.execute("CREATE TABLE gold_north AS " + NORTH, Work.unwatched());
    ENGINE.execute("CREATE TABLE gold_rows AS " + ROWS, Work.unwatched());
  }

  @AfterAll
  static void close() {
    ENGINE.close();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '\0',
      value = {
        "monthly|SELECT region, SUM(amount) FROM silver GROUP BY region ORDER BY 2 DESC",
        "monthly|SELECT SUM(amount) AS total, COUNT(*) AS n FROM silver",
        "monthly|SELECT COUNT(*) FROM silver WHERE region = 'nowhere'",
        "monthly|SELECT region, AVG(amount) AS a FROM silver GROUP BY ALL",
        "monthly|SELECT date_trunc('month', \"at\") AS m, COUNT(*) AS n FROM silver GROUP BY m ORDER BY m",
        "monthly|SELECT CAST(date_trunc('month', \"at\") AS DATE) AS m, SUM(amount) FROM silver GROUP BY 1",
        "monthly|SELECT date_trunc('year', \"at\") AS y, SUM(amount) AS s FROM silver GROUP BY 1",
        "monthly|SELECT CAST(date_trunc('quarter', \"at\") AS DATE) AS q, MAX(amount) FROM silver GROUP BY 1",
        "monthly|SELECT year(\"at\") AS y, SUM(amount) AS s FROM silver GROUP BY 1",
        "monthly|SELECT extract(month FROM \"at\") AS m, MIN(amount) AS s FROM silver GROUP BY 1",
        "monthly|SELECT strftime(\"at\", '%Y-%m') AS m, SUM(amount) AS s FROM silver GROUP BY 1 ORDER BY 1",
        "monthly|SELECT region, COUNT(*) FROM silver WHERE \"at\" >= '2024-01-01' AND \"at\" < '2024-07-01' GROUP BY 1",
        "monthly|SELECT region, COUNT(*) FROM silver WHERE \"at\" >= DATE '2024-02-01' GROUP BY region HAVING COUNT(*) > 10",
        "monthly|SELECT SUM(amount) FROM silver WHERE region IN ('north', 'O''Hara')",
        "monthly|SELECT SUM(amount) FROM silver WHERE region = 'süd '",
        "monthly|SELECT SUM(amount) FROM silver WHERE region IS NULL OR region <> 'north'",
        "monthly|SELECT upper(region) AS u, COUNT(amount) FROM silver GROUP BY 1",
        "monthly|SELECT COUNT(DISTINCT region) FROM silver",
        "monthly|SELECT region, date_trunc('month', \"at\") AS m, COUNT(DISTINCT customer_id) AS c FROM silver GROUP BY 1, 2",
        "monthly|SELECT region, SUM(amount) AS s FROM silver GROUP BY region ORDER BY s DESC, region LIMIT 2",
        "monthly|SELECT region, SUM(amount) / COUNT(*) AS per FROM silver GROUP BY region",
        "monthly|SELECT region, CASE WHEN SUM(amount) > 9000 THEN 'high' ELSE 'low' END AS size FROM silver GROUP BY region",
        "monthly|WITH g AS (SELECT region, SUM(amount) AS s FROM silver GROUP BY region) SELECT *, s / SUM(s) OVER () AS share FROM g",
        "monthly|SELECT AVG(s) FROM (SELECT date_trunc('month', \"at\") AS m, SUM(amount) AS s FROM silver GROUP BY 1)",
        "monthly|SELECT region, RANK() OVER (ORDER BY SUM(amount) DESC) AS place FROM silver GROUP BY region",
        "monthly|SELECT lower(s.region) AS r, s.region, MAX(s.amount) AS m FROM silver s GROUP BY s.region",
        "monthly|SELECT DISTINCT region FROM silver GROUP BY region",
        "monthly|SELECT region FROM silver WHERE contains(lower(region), 'o') GROUP BY region",
        "monthly|SELECT MAX(amount) - MIN(amount) AS spread FROM silver WHERE region LIKE '%o%'",
        "north|SELECT customer_id, SUM(amount) FROM silver WHERE region = 'north' GROUP BY customer_id",
        "north|SELECT COUNT(*) FROM silver WHERE region = 'north' AND customer_id > 3",
        "north|SELECT date_trunc('week', \"at\") AS w, COUNT(*) FROM silver WHERE region = 'north' GROUP BY 1",
        "north|SELECT COUNT(DISTINCT customer_id) FROM silver WHERE region = 'north'",
        "north|SELECT COUNT(*) FROM silver WHERE region = 'north' AND \"at\" >= '2024-03-15' AND \"at\" < '2024-03-18'",
        "north|SELECT MAX(customer_id) FROM silver WHERE region = 'north'",
        "rows|SELECT region, SUM(amount), COUNT(*) FROM silver WHERE amount IS NOT NULL GROUP BY region",
        "rows|SELECT region, amount FROM silver WHERE amount > 100 ORDER BY amount, region",
        "rows|SELECT MAX(\"at\") FROM silver WHERE amount IS NOT NULL",
      })
  void answersWhatFollows(String table, String question) {
    WrittenRoutes.Route route = route(table, question);
    assertThat(route).as(question).isInstanceOf(WrittenRoutes.Route.Routed.class);
    String sql = ((WrittenRoutes.Route.Routed) route).sql();
    assertThat(sql).contains("gold_" + table).doesNotContain("silver");
    AlikeRows.assertAlike(ENGINE.query(sql), ENGINE.query(question));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '\0',
      value = {
        "monthly|SELECT paid, SUM(amount) FROM silver GROUP BY paid|it does not hold paid",
        "monthly|SELECT SUM(amount) FROM silver WHERE paid|it does not keep paid apart",
        "monthly|SELECT SUM(weight) FROM silver|it does not hold the sum of weight",
        "monthly|SELECT region, COUNT(DISTINCT customer_id) FROM silver GROUP BY region|",
        "monthly|SELECT date_trunc('week', \"at\") AS w, SUM(amount) FROM silver GROUP BY 1|",
        "monthly|SELECT date_trunc('day', \"at\") AS w, SUM(amount) FROM silver GROUP BY 1|",
        "monthly|SELECT SUM(amount) FROM silver WHERE \"at\" >= '2024-01-15'|",
        "monthly|SELECT SUM(amount) FROM silver WHERE \"at\" > '2024-01-01'|",
        "monthly|SELECT SUM(amount) FROM silver WHERE amount > 10|it does not keep amount apart",
        "monthly|SELECT MEDIAN(amount) FROM silver|it does not hold amount",
        "monthly|SELECT SUM(amount) FROM silver WHERE region > 'm'|because it goes by the order of texts",
        "monthly|SELECT region, SUM(amount) AS s FROM silver GROUP BY region ORDER BY s LIMIT 2|left to chance",
        "monthly|SELECT region, ROUND(AVG(amount), 2) FROM silver GROUP BY region|rounded",
        "monthly|SELECT region, AVG(amount) FROM silver GROUP BY region HAVING AVG(amount) > 200|rounded",
        "monthly|SELECT region, AVG(amount) AS a FROM silver GROUP BY region ORDER BY a, region LIMIT 1|rounded",
        "monthly|SELECT region, ROW_NUMBER() OVER (ORDER BY SUM(amount)) FROM silver GROUP BY region|equal rows",
        "monthly|SELECT a.region, COUNT(*) FROM silver a JOIN silver b USING (region) GROUP BY 1|joins",
        "monthly|SELECT SUM(amount) FILTER (WHERE region = 'north') FROM silver|a clause of its own",
        "monthly|SELECT region, amount FROM silver|",
        "north|SELECT customer_id, SUM(amount) FROM silver GROUP BY customer_id|it does not hold all the rows",
        "north|SELECT SUM(amount) FROM silver WHERE region = 'south'|it does not hold all the rows",
        "rows|SELECT COUNT(*) FROM silver|it does not hold all the rows",
      })
  void refusesWhatDoesNotFollow(String table, String question, String because) {
    WrittenRoutes.Route route = route(table, question);
    assertThat(route).as(question).isInstanceOf(WrittenRoutes.Route.Refused.class);
    assertThat(((WrittenRoutes.Route.Refused) route).reason())
        .contains(because == null ? "" : because);
  }

  @Test
  void saysWhyAnOddDefinitionIsNotRoutable() {
    assertThat(
            reason("SELECT region, COUNT(*) AS n FROM silver GROUP BY region HAVING COUNT(*) > 3"))
        .isEqualTo("its SQL is not routable, because it keeps only some of its groups");
    assertThat(reason("SELECT region, COUNT(*) AS n FROM silver GROUP BY region LIMIT 3"))
        .isEqualTo("its SQL is not routable, because it keeps only some of its rows");
    assertThat(
            reason("SELECT region, COUNT(*) AS n FROM silver WHERE \"at\" < now() GROUP BY region"))
        .isEqualTo("its SQL is not routable, because it uses now");
  }

  private static String reason(String definition) {
    ENGINE.execute("CREATE OR REPLACE TABLE gold_odd AS " + definition, Work.unwatched());
    return ((WrittenRoutes.Route.Refused)
            route("odd", definition, "SELECT region, COUNT(*) FROM silver GROUP BY region"))
        .reason();
  }

  private static WrittenRoutes.Route route(String table, String question) {
    String definition =
        switch (table) {
          case "monthly" -> MONTHLY;
          case "north" -> NORTH;
          default -> ROWS;
        };
    return route(table, definition, question);
  }

  private static WrittenRoutes.Route route(String table, String definition, String question) {
    List<Rows.Column> silver = ENGINE.columns("silver").orElseThrow();
    List<Rows.Column> gold = ENGINE.columns("gold_" + table).orElseThrow();
    return ENGINE.reading(reader ->
        ROUTES.route(
            new WrittenRoutes.Asked(question, false, "silver", silver),
            new WrittenRoutes.Held("gold_" + table, definition, gold),
            reader::columns));
  }
}

package dev.assay.gold;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.engine.DuckDbEngine;
import dev.assay.engine.Work;
import dev.assay.model.BuildPlan;
import dev.assay.model.Cleaning;
import dev.assay.model.ColumnType;
import dev.assay.model.GoldRecipe;
import dev.assay.model.GoldTable;
import dev.assay.model.NullStrategy;
import dev.assay.model.Origin;
import dev.assay.model.Query.Aggregate;
import dev.assay.model.Query.Measure;
import dev.assay.model.Question;
import dev.assay.model.Severity;
import dev.assay.model.SilverColumn;
import dev.assay.model.SilverRecipe;
import dev.assay.model.Source;
import dev.assay.model.Step;
import dev.assay.sql.QuerySql;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class GoldAdvisorTest {
  private final DuckDbEngine engine = DuckDbEngine.open(null, "512MB", 2);

  @AfterEach
  void close() {
    engine.close();
  }

  private static Source source(String id) {
    return new Source(
        id, id, id, new Origin.File("/x.csv", "x.csv", false, 1, Instant.EPOCH), Instant.EPOCH);
  }

  private GoldRecipe suggest(String id, String select) {
    Source source = source(id);
    engine.execute("CREATE TABLE " + source.silverTable() + " AS " + select, Work.unwatched());
    return new GoldAdvisor(engine)
        .suggest(
            source, engine.columns(source.silverTable()).orElseThrow(), null, Work.unwatched());
  }

  /** Everything that is suggested must build and be proven. */
  private void buildAll(String id, GoldRecipe recipe) {
    Source source = source(id);
    var silver = engine.columns(source.silverTable()).orElseThrow();
    List<BuildPlan> plans = new GoldPlanner(sql -> sql).plan(source, recipe, silver, Map.of());
    for (BuildPlan plan : plans) {
      Step.Aggregate aggregate = (Step.Aggregate) plan.steps().get(0);
      engine.execute(
          "CREATE TABLE "
              + aggregate.staged()
              + " AS "
              + QuerySql.select(aggregate.query(), silver),
          Work.unwatched());
      new Reconciliation(engine).prove((Step.Reconcile) plan.steps().get(1), Work.unwatched());
      GoldTable table = ((GoldRecipe) plan.recipe()).goldTables().getFirst();
      assertThat(plan.table()).isEqualTo(table.name());
    }
  }

  private static GoldTable named(GoldRecipe recipe, String name) {
    return recipe.goldTables().stream()
        .filter(table -> table.name().equals(name))
        .findFirst()
        .orElseThrow();
  }

  private static List<String> names(GoldRecipe recipe) {
    return recipe.goldTables().stream().map(GoldTable::name).toList();
  }

  @Test
  void suggestsTheRequestsTablesForOrders() {
    GoldRecipe recipe =
        suggest(
            "orders",
            """
            SELECT i AS id, 100 + i % 40 AS customer_id,
              TIMESTAMP '2023-01-01' + to_hours(CAST(i * 20 AS BIGINT)) AS created_at,
              ['paid', 'open'][1 + i % 2] AS status, ['de', 'fr', 'us'][1 + i % 3] AS country,
              CAST(i % 90 AS DECIMAL(12,2)) AS revenue_usd, 10115 + i % 50 AS zip, 2020 + i % 4 AS fiscal_year,
              CAST(i % 30 AS DECIMAL(5,2)) AS discount_pct, 47.1 + i AS latitude
            FROM range(600) t(i)
            """);
    assertThat(names(recipe))
        .hasSize(5)
        .contains(
            "gold_orders_revenue_by_month",
            "gold_orders_revenue_by_status",
            "gold_orders_customer_segments",
            "gold_orders_revenue_by_month_and_status");
    GoldTable byMonth = named(recipe, "gold_orders_revenue_by_month");
    assertThat(byMonth.measures())
        .containsExactly("order_count", "total_revenue_usd", "average_discount_pct");
    assertThat(byMonth.dimensions()).containsExactly("month");
    assertThat(byMonth.expectedRows()).isEqualTo(17);
    assertThat(byMonth.businessQuestion())
        .isEqualTo("How does revenue usd develop from month to month?");
    assertThat(byMonth.sql())
        .isEqualTo(
            """
            SELECT
              CAST(date_trunc('month', "created_at") AS DATE) AS "month",
              COUNT(*) AS "order_count",
              SUM("revenue_usd") AS "total_revenue_usd",
              AVG("discount_pct") AS "average_discount_pct"
            FROM "silver_orders_cleaned"
            GROUP BY 1
            ORDER BY "month\"\
            """);
    GoldTable segments = named(recipe, "gold_orders_customer_segments");
    assertThat(segments.dimensions()).containsExactly("customer_id", "segment");
    assertThat(segments.sql())
        .contains("WHEN SUM(\"revenue_usd\") > ")
        .contains("THEN 'VIP'")
        .contains("ELSE 'Occasional'");
    buildAll("orders", recipe);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "customer_id", "id", "zip", "zip_code", "postal_code", "plz", "phone", "telephone_number",
            "year", "fiscal_year",
        "latitude", "lng", "custid", "order_no", "account_number", "sku", "ean", "cep",
            "invoice_number", "id_client",
        "discount_pct", "tax_rate", "unit_price", "price_per_unit", "age", "rating"
      })
  void neverSumsWhatNamesOrDescribesAThing(String column) {
    GoldRecipe recipe =
        suggest(
            "things",
            "SELECT CAST(10000 + i % 70 AS BIGINT) AS "
                + column
                + ", ['a', 'b'][1 + i % 2] AS kind FROM range(300) t(i)");
    assertThat(recipe.goldTables()).isNotEmpty();
    for (GoldTable table : recipe.goldTables()) {
      assertThat(table.query().measures())
          .extracting(Measure::aggregate)
          .doesNotContain(Aggregate.SUM);
    }
  }

  @Test
  void asksWhatStandsOutOnlyOfWhatHasNames() {
    GoldRecipe recipe =
        suggest(
            "orders",
            """
            SELECT ['de', 'fr', 'us'][1 + i % 3] AS ship_country, i % 2 = 0 AS paid,
              CAST(i % 90 + 0.25 AS DECIMAL(12,2)) AS amount
            FROM range(600) t(i)
            """);
    assertThat(recipe.goldTables())
        .extracting(GoldTable::businessQuestion)
        .contains(
            "Which ship country stands out in amount?",
            "How does amount differ by paid?",
            "How does amount differ by ship country and paid?");
  }

  @Test
  void picksNoneOfManyAnswersThatAreYesOrNo() {
    StringBuilder answers = new StringBuilder();
    for (int i = 1; i <= 30; i++) {
      answers.append(", (i * ").append(i + 2).append(") % 7 < 3 AS uses_product_").append(i);
    }
    GoldRecipe recipe =
        suggest(
            "survey",
            "SELECT ['pt', 'es', 'fr'][1 + i % 3] AS country, CAST(i % 9 + 0.25 AS DECIMAL(9,2)) AS"
                + " spent"
                + answers
                + " FROM range(300) t(i)");
    assertThat(recipe.goldTables())
        .flatExtracting(GoldTable::dimensions)
        .contains("country")
        .noneMatch(dimension -> dimension.startsWith("uses"));
  }

  @Test
  void makesNothingOfAColumnThatAQuestionIsOpenAbout() {
    String select =
        """
        SELECT (1 + i % 12) || '/' || (1 + i % 12) || '/24' AS visited, ['a', 'b'][1 + i % 2] AS clinic,
          CAST(i % 50 + 0.25 AS DECIMAL(9,2)) AS fee
        FROM range(300) t(i)
        """;
    assertThat(suggest("settled", select).goldTables())
        .flatExtracting(GoldTable::dimensions)
        .contains("visited");
    Source source = source("open");
    engine.execute("CREATE TABLE " + source.silverTable() + " AS " + select, Work.unwatched());
    Question question = new Question("visited", "Day or month first?", List.of("D/M", "M/D"), "");
    SilverRecipe recipe =
        new SilverRecipe(List.of(), null, null, null, null, null, List.of(question), null, null);
    List<GoldTable> tables =
        new GoldAdvisor(engine)
            .suggest(
                source,
                engine.columns(source.silverTable()).orElseThrow(),
                recipe,
                Work.unwatched())
            .goldTables();
    assertThat(tables)
        .flatExtracting(GoldTable::dimensions)
        .contains("clinic")
        .doesNotContain("visited");
  }

  @Test
  void groupsByNoObjectsAndLists() {
    GoldRecipe recipe =
        suggest(
            "requests",
            """
            SELECT ['api', 'web'][1 + i % 2] AS service, CAST(i % 50 + 0.25 AS DECIMAL(9,2)) AS amount,
              ['{"method":"GET"}', '{"method":"PUT"}'][1 + i % 2] AS http, ['[]', '["a"]'][1 + i % 2] AS tags
            FROM range(300) t(i)
            """);
    assertThat(recipe.goldTables())
        .flatExtracting(GoldTable::dimensions)
        .contains("service")
        .doesNotContain("http", "tags");
  }

  @Test
  void neverAveragesAnIdentifier() {
    GoldRecipe recipe =
        suggest(
            "x",
            "SELECT 10000 + i AS id, 10000 + i % 70 AS postcode, 2000 + i % 20 AS year, i AS n FROM"
                + " range(300) t(i)");
    for (GoldTable table : recipe.goldTables()) {
      assertThat(table.query().measures())
          .filteredOn(m -> m.aggregate() == Aggregate.AVG || m.aggregate() == Aggregate.SUM)
          .isEmpty();
    }
  }

  @Test
  void neverSumsWhatTheSourceWroteAsAPercentage() {
    Source source = source("shop");
    engine.execute(
        "CREATE TABLE "
            + source.silverTable()
            + " AS SELECT CAST(i % 50 AS DECIMAL(5,2)) AS discount, CAST(i AS DECIMAL(9,2)) AS"
            + " amount, 1700000000 + i * 977 AS created, 1700000000000 + i AS created_ms FROM"
            + " range(300) t(i)",
        Work.unwatched());
    SilverColumn discount =
        new SilverColumn(
            "Discount",
            "discount",
            ColumnType.parse("DECIMAL(5,2)"),
            null,
            List.of(new Cleaning.ParseNumber(".", "", List.of("%"), false, 1)),
            NullStrategy.KEEP_NULL,
            null,
            null,
            Severity.REJECT,
            null);
    GoldRecipe recipe =
        new GoldAdvisor(engine)
            .suggest(
                source,
                engine.columns(source.silverTable()).orElseThrow(),
                new SilverRecipe(List.of(discount), null, List.of(), List.of()),
                Work.unwatched());
    assertThat(recipe.goldTables())
        .flatExtracting(table -> table.query().measures())
        .filteredOn(measure -> measure.aggregate() == Aggregate.SUM)
        .extracting(Measure::column)
        .containsOnly("amount");
    assertThat(recipe.goldTables().getFirst().measures()).contains("average_discount");
  }

  @Test
  void choosesTheGrainByTheSpanOfTheData() {
    assertThat(names(suggest("a", days(40)))).contains("gold_a_amount_by_day");
    assertThat(names(suggest("b", days(500)))).contains("gold_b_amount_by_month");
    assertThat(names(suggest("c", days(9000)))).contains("gold_c_amount_by_year");
  }

  private static String days(int days) {
    return "SELECT DATE '2001-01-01' + CAST(i AS INTEGER) AS day, CAST(i AS DECIMAL(9,2)) AS amount"
        + " FROM range("
        + days
        + ") t(i)";
  }

  @Test
  void saysWhereTheDataHasNothing() {
    GoldRecipe recipe =
        suggest("x", "SELECT 'text ' || i || repeat('x', 80) AS note FROM range(50) t(i)");
    assertThat(recipe.goldTables()).hasSize(1);
    assertThat(recipe.notes())
        .containsExactly(
            "No column holds an amount, so the tables count rows.",
            "Only 1 table is suggested: no other column is a time or sorts rows into groups.");
    assertThat(suggest("y", "SELECT 1 AS amount WHERE FALSE").notes())
        .containsExactly("silver_y_cleaned has no rows, so there is nothing to suggest yet.");
  }

  @ParameterizedTest
  @ValueSource(strings = {"raw_orders", "raw_payments", "raw_customers", "gold_orders"})
  void suggestsThreeToFiveForJaffleShop(String file) throws IOException {
    GoldRecipe recipe = suggest(file, values(file));
    assertThat(recipe.goldTables()).hasSizeBetween(3, 5);
    for (GoldTable table : recipe.goldTables()) {
      for (Measure measure : table.query().measures()) {
        if (measure.aggregate() == Aggregate.SUM) {
          assertThat(measure.column()).contains("amount");
        }
      }
    }
    buildAll(file, recipe);
  }

  /** A jaffle-shop file as a SELECT with the types that Silver gives it. */
  private static String values(String file) throws IOException {
    try (BufferedReader reader =
        new BufferedReader(
            new InputStreamReader(
                Objects.requireNonNull(
                    GoldAdvisorTest.class.getResourceAsStream("/jaffle-shop/" + file + ".csv")),
                StandardCharsets.UTF_8))) {
      List<String> lines = reader.lines().toList();
      String rows =
          lines.stream()
              .skip(1)
              .map(line ->
                  "("
                      + java.util.Arrays.stream(line.split(",", -1))
                          .map(cell -> "'" + cell.replace("'", "''") + "'")
                          .collect(Collectors.joining(", "))
                      + ")")
              .collect(Collectors.joining(", "));
      String columns =
          java.util.Arrays.stream(lines.getFirst().split(","))
              .map(name ->
                  name.endsWith("id")
                      ? "CAST(" + name + " AS INTEGER) AS " + name
                      : name.endsWith("date")
                          ? "CAST(" + name + " AS DATE) AS " + name
                          : name.endsWith("amount")
                              ? "CAST(" + name + " AS DECIMAL(10,2)) AS " + name
                              : name)
              .collect(Collectors.joining(", "));
      return "SELECT " + columns + " FROM (VALUES " + rows + ") v(" + lines.getFirst() + ")";
    }
  }
}

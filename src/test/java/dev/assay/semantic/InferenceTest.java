package dev.assay.semantic;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.assay.model.Additivity;
import dev.assay.model.Grain;
import dev.assay.model.Json;
import dev.assay.model.Query.Aggregate;
import dev.assay.model.SemanticModel;
import dev.assay.model.SemanticModel.Dimension;
import dev.assay.model.SemanticModel.Kind;
import dev.assay.model.SemanticModel.Measure;
import dev.assay.model.SemanticModel.NumberFormat;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class InferenceTest {
  private static final String ORDERS =
      """
      SELECT i AS order_id, 100 + i % 40 AS customer_id,
        TIMESTAMP '2023-01-01 07:30:00' + to_hours(CAST(i * 20 AS BIGINT)) AS created_at,
        ['paid', 'open', 'returned'][1 + i % 3] AS status,
        CAST((i * 37) % 90 + 0.25 AS DECIMAL(12,2)) AS revenue_usd,
        CAST((i % 9) / 10.0 AS DECIMAL(4,2)) AS discount_rate,
        'note ' || i AS remark, 10115 + i % 50 AS zip
      FROM range(600) t(i)
      """;

  private static final String STOCK =
      """
      SELECT DATE '2024-01-01' + CAST(d AS INTEGER) AS day, 'P' || p AS product,
        100 + 10 * p + d AS %s, CAST(((d * 7919 + p * 104729) %% 50) AS INTEGER) AS sold
      FROM range(60) days(d), range(12) products(p)
      """;

  private final ModelFixture tables = new ModelFixture();

  @AfterEach
  void close() {
    tables.close();
  }

  private static Measure measure(SemanticModel model, String name) {
    return model
        .measure(name)
        .orElseThrow(() -> new AssertionError(name + " is not in " + Json.pretty(model)));
  }

  @Test
  void saysWhatOrdersAreAbout() {
    SemanticModel model = tables.model("orders", ORDERS);
    assertThat(model.rowNoun()).isEqualTo("order");
    assertThat(model.grain()).containsExactly("order_id");
    assertThat(model.time()).isEqualTo("created_at");
    assertThat(model.dimensions())
        .extracting(Dimension::name, Dimension::kind, Dimension::finest)
        .containsExactly(
            tuple("order_id", Kind.IDENTIFIER, null),
            tuple("customer_id", Kind.ENTITY, null),
            tuple("created_at", Kind.TIME, Grain.HOUR),
            tuple("status", Kind.CATEGORY, null),
            tuple("remark", Kind.LABEL, null),
            tuple("zip", Kind.LABEL, null));
    assertThat(model.measures())
        .extracting(Measure::name, Measure::aggregate, Measure::additivity, Measure::format)
        .containsExactly(
            tuple("revenue", Aggregate.SUM, Additivity.ADDITIVE, NumberFormat.MONEY),
            tuple("order_count", Aggregate.COUNT_ROWS, Additivity.ADDITIVE, NumberFormat.COUNT),
            tuple("average_order_value", null, Additivity.NON_ADDITIVE, NumberFormat.MONEY),
            tuple(
                "unique_customers",
                Aggregate.COUNT_DISTINCT,
                Additivity.NON_ADDITIVE,
                NumberFormat.COUNT),
            tuple(
                "average_discount_rate",
                Aggregate.AVG,
                Additivity.NON_ADDITIVE,
                NumberFormat.PERCENT));
    assertThat(measure(model, "revenue").currency()).isEqualTo("USD");
    assertThat(measure(model, "average_order_value").formula()).isEqualTo("revenue / order_count");
    assertThat(model.dimension("customer_id").orElseThrow().synonyms()).containsExactly("customer");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "stock",
        "balance",
        "inventory",
        "headcount",
        "estoque",
        "existencias",
        "saldo",
        "population",
        "funcionarios",
        "plantilla",
        "employees"
      })
  void aLevelSaysOnceMoreWhatWasThereBefore(String name) {
    SemanticModel model = tables.model("shelf", STOCK.formatted(name));
    assertThat(model.grain()).containsExactlyInAnyOrder("day", "product");
    Measure level = measure(model, "average_" + name);
    assertThat(level.additivity()).isEqualTo(Additivity.SEMI_ADDITIVE);
    assertThat(level.aggregate()).isEqualTo(Aggregate.AVG);
    assertThat(measure(model, "sold").additivity()).isEqualTo(Additivity.ADDITIVE);
  }

  @Test
  void aLevelShowsInTheDataWhereItsNameSaysNothing() {
    SemanticModel model = tables.model("shelf", STOCK.formatted("gizmos"));
    assertThat(measure(model, "average_gizmos").additivity()).isEqualTo(Additivity.SEMI_ADDITIVE);
    SemanticModel flow =
        tables.model("shelf", STOCK.formatted("x").replace("AS sold", "AS widgets"));
    assertThat(measure(flow, "widgets").additivity()).isEqualTo(Additivity.ADDITIVE);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "unit_price",
        "preco",
        "precio",
        "discount_pct",
        "taxa",
        "tasa",
        "temperature",
        "temperatura",
        "age",
        "idade",
        "edad",
        "rating",
        "nota"
      })
  void whatDescribesOneThingIsNeverAddedUp(String name) {
    SemanticModel model =
        tables.model(
            "things",
            "SELECT CAST(i % 70 + 0.5 AS DECIMAL(8,2)) AS "
                + name
                + ", ['a', 'b'][1 + i % 2] AS kind FROM range(300) t(i)");
    assertThat(model.measures())
        .filteredOn(measure -> name.equals(measure.column()))
        .hasSize(1)
        .allSatisfy(measure -> {
          assertThat(measure.additivity()).isEqualTo(Additivity.NON_ADDITIVE);
          assertThat(measure.aggregate()).isEqualTo(Aggregate.AVG);
        });
  }

  @Test
  void placesLieInOneAnother() {
    SemanticModel model =
        tables.model(
            "visits",
            """
            SELECT i AS visit_id, 'city ' || (i % 24) AS city, 'state ' || (i % 24) % 8 AS state,
              'country ' || (i % 24) % 4 AS country, ['a', 'b', 'c'][1 + (i // 5) % 3] AS channel
            FROM range(25000) t(i)
            """);
    assertThat(model.hierarchies())
        .extracting(SemanticModel.Hierarchy::name, SemanticModel.Hierarchy::levels)
        .containsExactly(tuple("place", List.of("country", "state", "city")));
  }

  @Test
  void oneRowOfMillionsBreaksAHierarchy() {
    SemanticModel model =
        tables.model(
            "visits",
            """
            SELECT i AS visit_id, 'city ' || (i % 24) AS city,
              CASE WHEN i = 24999 THEN 'elsewhere' ELSE 'country ' || (i % 24) % 4 END AS country
            FROM range(25000) t(i)
            """);
    assertThat(model.hierarchies()).isEmpty();
  }

  @Test
  void amountsInSeveralCurrenciesNameTheColumnThatTells() {
    SemanticModel model =
        tables.model(
            "sales",
            """
            SELECT i AS id, ['EUR', 'USD', 'BRL'][1 + i % 3] AS currency,
              CAST(i + 0.5 AS DECIMAL(10,2)) AS amount, i % 5 AS quantity FROM range(300) t(i)
            """);
    assertThat(measure(model, "amount").unit()).isEqualTo("currency");
    assertThat(measure(model, "amount").currency()).isNull();
    assertThat(measure(model, "quantity").unit()).isNull();
    SemanticModel one =
        tables.model(
            "sales",
            "SELECT i AS id, 'EUR' AS currency, CAST(i + 0.5 AS DECIMAL(10,2)) AS amount FROM range(300) t(i)");
    assertThat(measure(one, "amount").currency()).isEqualTo("EUR");
  }

  @Test
  void computesWhatRowsCostWhereNoColumnSaysSo() {
    String lines =
        """
        SELECT i AS id, 1 + i %% 7 AS quantity, CAST(i %% 50 + 0.99 AS DECIMAL(8,2)) AS unit_price%s
        FROM range(400) t(i)
        """;
    SemanticModel model = tables.model("lines", lines.formatted(""));
    assertThat(measure(model, "amount").formula()).isEqualTo("quantity * unit_price");
    SemanticModel held =
        tables.model(
            "lines",
            lines.formatted(", CAST((1 + i % 7) * (i % 50 + 0.99) AS DECIMAL(10,2)) AS total"));
    assertThat(held.measures())
        .extracting(Measure::formula)
        .doesNotContain("quantity * unit_price");
  }

  @Test
  void maskedColumnsAreInNoModel() {
    tables.table("orders", ORDERS);
    Told told = new Told(null, Set.of("customer_id", "revenue_usd"), java.util.Optional.empty());
    SemanticModel model = tables.inferred("orders", told).model();
    assertThat(Json.write(model)).doesNotContain("customer").doesNotContain("revenue");
  }

  @Test
  void anEmptyTableAndATableOfOneRowHaveModels() {
    assertThat(tables.model("orders", ORDERS + " LIMIT 0").dimensions()).isNotEmpty();
    SemanticModel one = tables.model("orders", ORDERS + " LIMIT 1");
    assertThat(one.measure("order_count")).isPresent();
    assertThat(one.time()).isEqualTo("created_at");
  }
}

package dev.assay.journey;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.model.Lineage;
import dev.assay.model.Lineage.Use;
import dev.assay.model.SilverRecipe;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a source's own page asks the server for. */
class PanelTest {
  private static final String SILVER = "/api/sources/orders/medallion/silver";
  private static final String RECIPE =
      """
      {"columns": [
        {"source_column": "Id ", "silver_name": "id", "target_type": "INTEGER"},
        {"source_column": "amount", "target_type": "DECIMAL(9,2)",
         "cleaning": [{"step": "trim"}], "validation": ">= 0"},
        {"source_column": "city", "silver_name": "place",
         "cast_expression": "upper(city || '-' || land)"}]}
      """;

  @TempDir private Path folder;
  private House house;
  private Caller caller;

  @BeforeEach
  void build() {
    house = House.open(folder);
    caller = house.caller;
    caller.add("orders.csv", "id,amount,city,land\n1,10.00,Rom,IT\n2,20.00,Wien,AT\n");
    caller.post(SILVER + "?wait=60", RECIPE).is(201);
  }

  @AfterEach
  void close() {
    house.close();
  }

  private Lineage lineage(String source) {
    return caller.get("/api/sources/" + source + "/lineage").is(200).as(Lineage.class);
  }

  /** Such as {@code bronze_orders_raw.id > silver_orders_cleaned.id}, conditions with a mark. */
  private static List<String> edges(Lineage lineage) {
    Map<String, String> names =
        lineage.nodes().stream()
            .collect(
                Collectors.toMap(
                    Lineage.Node::id,
                    node -> node.table() == null ? node.name() : node.table() + "." + node.name()));
    Function<Lineage.Edge, String> text =
        edge ->
            names.get(edge.from())
                + (edge.use() == Use.CONDITION ? " ? " : " > ")
                + names.get(edge.to());
    return lineage.edges().stream().map(text).toList();
  }

  @Test
  void lineageFollowsTheRecipeNotTheNames() {
    assertThat(edges(lineage("orders")))
        .contains(
            "orders.csv > bronze_orders_raw.id",
            "bronze_orders_raw.id > silver_orders_cleaned.id",
            "bronze_orders_raw.amount > silver_orders_cleaned.amount",
            "bronze_orders_raw.city > silver_orders_cleaned.place",
            "bronze_orders_raw.land > silver_orders_cleaned.place");
    assertThat(lineage("orders").nodes())
        .filteredOn(node -> "silver_orders_cleaned".equals(node.table()))
        .extracting(Lineage.Node::steps)
        .contains(List.of("trim", "must be >= 0"));
  }

  @Test
  void goldOfAnotherSourceAndWrittenSqlAreFollowedToo() {
    caller.add("places.csv", "place,country\nROM-IT,Italy\nWIEN-AT,Austria\n");
    caller.post("/api/sources/places/medallion/silver?wait=60").is(201);
    String gold =
        """
        {"gold_tables": [
          {"name": "by_country", "query": {"table": "silver_orders_cleaned",
            "joins": [{"table": "silver_places_cleaned",
              "matching": [{"column": "place", "other": "place"}],
              "columns": [{"name": "land", "column": "country"}]}],
            "dimensions": [{"name": "country", "column": "land"}],
            "measures": [{"name": "total", "aggregate": "SUM", "column": "amount"}],
            "filters": [{"column": "id", "comparison": "GREATER", "values": ["0"]}]}}]}
        """;
    caller.post("/api/gold?wait=60", gold).is(201);
    String written =
        """
        {"gold_tables": [{"name": "written", "sql":
            "SELECT place, max(amount) AS most FROM silver_orders_cleaned GROUP BY place"}]}
        """;
    caller.post("/api/sources/orders/medallion/gold?wait=60", written).is(201);
    List<String> edges = edges(lineage("orders"));
    assertThat(edges)
        .contains(
            "silver_places_cleaned.country > gold_orders_by_country.country",
            "silver_orders_cleaned.amount > gold_orders_by_country.total",
            "silver_orders_cleaned.id ? gold_orders_by_country.total",
            "silver_orders_cleaned.place ? gold_orders_by_country.total",
            "silver_places_cleaned.place ? gold_orders_by_country.country",
            "silver_orders_cleaned.amount > gold_orders_written.most");
    assertThat(edges).noneMatch(edge -> edge.startsWith("silver_orders_cleaned.id > gold"));
    assertThat(edges(lineage("places")))
        .contains("silver_places_cleaned.country > gold_orders_by_country.country");
  }

  @Test
  void anEarlierRecipeIsGivenWholeAndBuildsAgain() {
    caller.post(SILVER + "?wait=60", RECIPE.replace(">= 0", ">= 15")).is(201);
    assertThat(caller.get(SILVER + "/rows").rows()).hasSize(1);
    SilverRecipe first = caller.get(SILVER + "/history/1").is(200).as(SilverRecipe.class);
    assertThat(first.columns()).hasSize(3);
    caller.post(SILVER + "?wait=60", first).is(201);
    assertThat(caller.get(SILVER + "/rows").rows()).hasSize(2);
    assertThat(caller.get(SILVER + "/history/9").problem(404)).contains("Its recipes are: 1, 2, 3");
  }

  @Test
  void anEarlierRecipeSaysNothingOfValuesThatAreMaskedNow() {
    String evident =
        RECIPE.replace(
            "\"silver_name\": \"place\",",
            """
            "silver_name": "place", "evidence": {"rows": 2, "missing": 0, "parsed": 2, "failed": 0,
              "changed": 0, "lossy": 0, "confidence": 1, "counter_examples": ["Secretville"]},
            """);
    caller.post(SILVER + "?wait=60", evident).is(201);
    String masked =
        RECIPE.replace(
            "\"silver_name\": \"place\",",
            "\"silver_name\": \"place\", \"mask\": {\"how\": \"redact\"},");
    caller.post(SILVER + "?wait=60", masked).is(201);
    assertThat(caller.get(SILVER + "/history/2").is(200).body()).doesNotContain("Secretville");
    assertThat(caller.get("/api/sources/orders/lineage").is(200).body()).contains("hidden: redact");
  }

  @Test
  void buildsThatRunOrWaitAreListed() {
    assertThat(caller.get("/api/builds").is(200).json()).isEmpty();
    StringBuilder csv = new StringBuilder("id,note\n");
    for (int i = 0; i < 200_000; i++) {
      csv.append(i).append(",note of row ").append(i).append('\n');
    }
    String build =
        caller.upload("/api/sources", "many.csv", csv.toString()).is(202).text("/build/id");
    assertThat(caller.get("/api/builds?source=many").is(200).body()).contains(build);
    assertThat(caller.get("/api/builds").is(200).body()).contains(build);
    assertThat(caller.get("/api/builds?source=orders").is(200).json()).isEmpty();
    assertThat(caller.get("/api/builds?source=nobody").problem(404)).contains("nobody");
    caller.get("/api/builds/" + build + "?wait=60").is(200);
    assertThat(caller.get("/api/builds?source=many").is(200).json()).isEmpty();
  }
}

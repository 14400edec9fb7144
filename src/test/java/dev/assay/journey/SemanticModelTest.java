package dev.assay.journey;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * What Silver is about: read, edited, kept over a rebuild, asked by, and made Gold of; over HTTP.
 */
class SemanticModelTest {
  private static final String MODEL = "/api/sources/sales/semantic-model";
  private static final String GOLD = "/api/sources/sales/medallion/gold/suggest";

  @TempDir Path folder;

  private static String sales(int from, int to) {
    StringBuilder text = new StringBuilder("sale_id,sold_on,category,city,revenue,unit_price\n");
    for (int i = from; i < to; i++) {
      text.append(
          "%d,2024-%02d-%02d,%s,%s,%d.50,%d.25%n"
              .formatted(
                  1000 + i,
                  1 + i % 12,
                  1 + i % 28,
                  List.of("Books", "Toys", "Tea").get(i % 3),
                  List.of("Porto", "Lyon", "Graz", "Bern").get(i % 4),
                  10 + i % 40,
                  1 + i % 9));
    }
    return text.toString().replace("\r", "");
  }

  private static Caller built(House house) {
    Caller caller = house.caller;
    caller.add("sales.csv", sales(0, 240));
    caller.post("/api/sources/sales/medallion/silver?wait=60").is(201);
    return caller;
  }

  @Test
  void aModelIsInferredEditedAndKeptOverARebuild() throws Exception {
    try (House house = House.open(folder)) {
      Caller caller = built(house);
      Reply inferred = caller.get(MODEL).is(200);
      assertThat(inferred.text("/time")).isEqualTo("sold_on");
      assertThat(inferred.at("/measures/0/name").asText()).isEqualTo("revenue");
      assertThat(inferred.at("/measures/0/additivity").asText()).isEqualTo("ADDITIVE");
      Path file = folder.resolve("semantic/sales.json");
      assertThat(Files.readString(file)).contains("\"name\" : \"revenue\"");

      ObjectNode edited = (ObjectNode) inferred.json();
      ObjectNode revenue = (ObjectNode) edited.at("/measures/0");
      revenue.putArray("synonyms").add("faturamento bruto").add("Erlös");
      Reply put = caller.put(MODEL, edited.toString()).is(200);
      assertThat(put.at("/measures/0/author").asText()).isEqualTo("PERSON");
      assertThat(caller.put(MODEL, put.body()).is(200).json()).isEqualTo(put.json());

      caller.post("/api/sources/sales/medallion/silver/refresh?wait=60").is(201);
      assertThat(caller.get(MODEL).is(200).json()).isEqualTo(put.json());
      Reply answer = caller.post("/api/ask", Map.of("question", "total Erlös by category"));
      assertThat(answer.is(200).text("/status")).isEqualTo("answered");
      assertThat(answer.at("/query/measures/0/column").asText()).isEqualTo("revenue");

      // By hand, as with any editor.
      Files.writeString(
          file,
          Files.readString(file).replace("\"row_noun\" : \"sale\"", "\"row_noun\" : \"deal\""));
      Files.writeString(file, Files.readString(file).replace("Erlös", "Umsatz"));
      assertThat(caller.get(MODEL).is(200).at("/measures/0/synonyms/1").asText())
          .isEqualTo("Umsatz");

      Files.writeString(file, "{ \"table\": ");
      Reply broken = caller.get(MODEL).is(200);
      assertThat(broken.text("/notes/0")).startsWith("semantic/sales.json is not used (");
      assertThat(broken.at("/measures/0/author").asText()).isEqualTo("RULES");
      assertThat(Files.readString(file)).isEqualTo("{ \"table\": ");

      caller.delete(MODEL).is(204);
      assertThat(caller.get(MODEL).is(200).json()).isEqualTo(inferred.json());
      caller.delete("/api/sources/sales").is(204);
      assertThat(file).doesNotExist();
    }
  }

  @Test
  void everyProblemOfAModelIsNamedAtOnce() {
    try (House house = House.open(folder)) {
      Caller caller = built(house);
      ObjectNode edited = (ObjectNode) caller.get(MODEL).is(200).json();
      ((ObjectNode) edited.at("/measures/0")).put("column", "revenu");
      ((ObjectNode) edited.at("/dimensions/0")).put("kind", "SHAPE");
      Reply refused = caller.put(MODEL, edited.toString()).is(400);
      assertThat(refused.text("/detail")).contains("SHAPE");
      ((ObjectNode) edited.at("/dimensions/0")).put("kind", "IDENTIFIER");
      edited.put("time", "city");
      assertThat(caller.put(MODEL, edited.toString()).is(400).text("/detail"))
          .contains("'revenu' is not in", "Did you mean 'revenue'?", "'city' is no dimension");
      assertThat(caller.get("/api/sources/nothing/semantic-model").is(404).text("/detail"))
          .contains("There is no source");
    }
  }

  @Test
  void aSentenceMakesAGoldTableThatBuilds() {
    try (House house = House.open(folder)) {
      Caller caller = built(house);
      Reply wished =
          caller
              .post(
                  GOLD, Map.of("sentence", "Create a monthly revenue summary by product category"))
              .is(200);
      assertThat(wished.at("/gold_tables")).hasSize(1);
      assertThat(wished.text("/gold_tables/0/name"))
          .isEqualTo("gold_sales_revenue_by_month_and_category");
      assertThat(wished.at("/gold_tables/0/expected_rows").asLong()).isEqualTo(12);
      assertThat(wished.text("/gold_tables/0/sql")).contains("date_trunc('month', \"sold_on\")");
      caller.post("/api/sources/sales/medallion/gold?wait=60", wished.body()).is(201);
      assertThat(
              caller
                  .get(
                      "/api/sources/sales/medallion/gold/rows?table=gold_sales_revenue_by_month_and_category")
                  .is(200)
                  .at("/total")
                  .asLong())
          .isEqualTo(12);
      assertThat(
              caller
                  .post(GOLD, Map.of("sentence", "create a summary of wombats by moon phase"))
                  .is(400)
                  .text("/detail"))
          .contains("wombats");
      Reply suggested = caller.post(GOLD).is(200);
      assertThat(suggested.at("/gold_tables").size()).isBetween(3, 5);
      assertThat(suggested.text("/gold_tables/0/because")).startsWith("It answers ");
    }
  }

  @Test
  void realTablesAreUnderstood() throws Exception {
    Path chinook = folder.resolve("chinook.db");
    try (var in = getClass().getResourceAsStream("/chinook/Chinook_Sqlite.sqlite")) {
      Files.copy(Objects.requireNonNull(in), chinook);
    }
    try (House house = House.open(folder.resolve("workspace"))) {
      Caller caller = house.caller;
      caller.addPath(chinook, "?wait=60").is(201);
      caller.add("raw_orders.csv", House.resource("jaffle-shop/raw_orders.csv"));
      caller.add("raw_payments.csv", House.resource("jaffle-shop/raw_payments.csv"));
      caller.add("beers.csv", House.resource("beers/dirty.csv"));

      Reply invoices = model(caller, "chinook_invoice");
      assertThat(invoices.at("/grain/0").asText()).isEqualTo("invoice_id");
      assertThat(invoices.text("/time")).isEqualTo("invoice_date");
      assertThat(measure(invoices, "total")).isEqualTo("SUM ADDITIVE");
      assertThat(invoices.at("/hierarchies").toString()).contains("billing_country");
      Reply lines = model(caller, "chinook_invoice_line");
      assertThat(lines.at("/measures").findValuesAsText("formula"))
          .contains("quantity * unit_price");
      Reply orders = model(caller, "raw_orders");
      assertThat(orders.text("/row_noun")).isEqualTo("order");
      assertThat(orders.at("/dimensions").findValuesAsText("kind"))
          .containsExactly("IDENTIFIER", "ENTITY", "TIME", "CATEGORY");
      assertThat(measure(model(caller, "raw_payments"), "amount")).isEqualTo("SUM ADDITIVE");
      Reply beers = model(caller, "beers");
      assertThat(beers.at("/measures").findValuesAsText("aggregate")).doesNotContain("SUM");
      assertThat(measure(beers, "average_abv")).isEqualTo("AVG NON_ADDITIVE");
    }
  }

  private static Reply model(Caller caller, String source) {
    caller.post("/api/sources/" + source + "/medallion/silver?wait=60").is(201);
    return caller.get("/api/sources/" + source + "/semantic-model").is(200);
  }

  private static String measure(Reply model, String name) {
    return model
        .at("/measures")
        .valueStream()
        .filter(one -> one.get("name").asText().equals(name))
        .map(one -> one.get("aggregate").asText() + " " + one.get("additivity").asText())
        .findFirst()
        .orElseThrow(() -> new AssertionError(name + " is not in " + model.body()));
  }
}

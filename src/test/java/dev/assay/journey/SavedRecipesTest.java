package dev.assay.journey;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A recipe that was made for one source serves another, over HTTP. */
class SavedRecipesTest {
  private static final String FIRST =
      "Order ID,Order Date,Quantity,Price,Total\n"
          + "1,2024-01-05,2,1.50,3.00\n2,2024-01-06,1,2.00,9.00\n3,2024-01-07,4,1.00,4.00\n";
  private static final String SECOND =
      "bestellnummer,Bestelldatum,Menge,PRICE,gesamt,Notiz\n"
          + "7,2024-02-05,2,1.50,3.00,a\n8,2024-02-06,3,2.00,7.00,b\n";

  @TempDir Path folder;

  private static void upload(Caller caller, String name, String text) {
    caller
        .upload("/api/sources?wait=60", name, text.getBytes(StandardCharsets.UTF_8), Map.of())
        .is(201);
  }

  @Test
  void aRecipeIsKeptAndUsedForASourceWithOtherHeaders() {
    try (House house = House.open(folder)) {
      Caller caller = house.caller;
      upload(caller, "first.csv", FIRST);
      upload(caller, "second.csv", SECOND);
      caller.post("/api/sources/first/medallion/silver?wait=60", "").is(201);
      caller
          .post(
              "/api/sources/first/medallion/silver/apply?wait=60",
              """
              {"edits": [
                {"edit": "add_rule", "rule": {"name": "total", "condition": "total = price * quantity"}},
                {"edit": "rename", "column": "order_id", "to": "order_number"}]}\
              """)
          .is(201);
      assertThat(caller.get("/api/sources/first/medallion/silver/rows").at("/total").asLong())
          .isEqualTo(2);

      caller.put("/api/recipes/shop-orders", "{\"source\": \"first\"}").is(200);
      assertThat(caller.get("/api/recipes").is(200).at("").findValuesAsText("name"))
          .contains("orders", "contacts", "shop-orders");

      Reply fit = caller.get("/api/sources/second/medallion/silver/recipes/shop-orders").is(200);
      assertThat(fit.at("/missing").size()).isZero();
      assertThat(fit.at("/columns").findValuesAsText("source_column"))
          .containsExactlyInAnyOrder("bestellnummer", "Bestelldatum", "Menge", "PRICE", "gesamt");
      assertThat(fit.at("/added/0").asText()).isEqualTo("notiz");
      assertThat(fit.at("/rejected").asLong()).isEqualTo(1);
      assertThat(fit.at("/rejected_now").asLong()).isZero();

      caller
          .post("/api/sources/second/medallion/silver?wait=60", fit.at("/recipe").toString())
          .is(201);
      Reply rows = caller.get("/api/sources/second/medallion/silver/rows").is(200);
      assertThat(rows.at("/total").asLong()).isEqualTo(1);
      assertThat(rows.at("/columns").findValuesAsText("name")).contains("order_number", "notiz");

      caller.delete("/api/recipes/shop-orders").is(204);
      caller.get("/api/sources/second/medallion/silver/recipes/shop-orders").is(404);
    }
  }

  @Test
  void aShippedRecipeIsNotReplacedAndSaysWhatItMisses() {
    try (House house = House.open(folder)) {
      Caller caller = house.caller;
      upload(caller, "first.csv", FIRST);
      assertThat(
              caller.put("/api/recipes/orders", "{\"source\": \"first\"}").is(409).text("/detail"))
          .contains("came with Assay");
      assertThat(
              caller.put("/api/recipes/a%20b", "{\"source\": \"first\"}").is(400).text("/detail"))
          .contains("letters");
      assertThat(
              caller
                  .get("/api/sources/first/medallion/silver/recipes/contacts")
                  .is(400)
                  .text("/detail"))
          .contains("does not fit first", "email or phone");
      Reply fit = caller.get("/api/sources/first/medallion/silver/recipes/orders").is(200);
      assertThat(fit.at("/columns").findValuesAsText("column"))
          .contains("order_id", "ordered_at", "unit_price");
      assertThat(fit.at("/rejected").asLong()).isEqualTo(fit.at("/rejected_now").asLong());
    }
  }
}

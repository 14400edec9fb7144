package dev.assay.page;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.assay.journey.Caller;
import java.util.List;

/** Orders with two amounts, a few rows that cannot be read, and names that look like markup. */
final class AskedOrders {
  static final String SCRIPT = "<script>alert(1)</script>";
  static final String QUOTES = "\"Tea\" & 'cake'\"><img src=x onerror=alert(2)>";
  private static final String MEDALLION = "/api/sources/orders/medallion";
  private static final List<String> COUNTRIES = List.of("Portugal", "Spain", "France");
  private static final List<String> PRODUCTS = List.of(SCRIPT, QUOTES, "Coffee", "Cocoa");

  private AskedOrders() {}

  /** Lands, cleans and sums up 240 orders, of which 3 are rejected. */
  static void build(Caller caller) {
    caller.add("orders.csv", csv(240));
    JsonNode recipe = caller.post(MEDALLION + "/silver/suggest").is(200).json();
    for (JsonNode column : recipe.get("columns")) {
      switch (column.get("silver_name").asText()) {
        case "ordered_at" -> typed(column, "DATE");
        case "net_amount", "gross_amount" -> typed(column, "DECIMAL(12,2)");
        default -> {
          // As suggested.
        }
      }
    }
    caller.post(MEDALLION + "/silver?wait=60", recipe).is(201);
    caller.post(MEDALLION + "/gold?wait=60").is(201);
  }

  static String csv(int rows) {
    StringBuilder text =
        new StringBuilder("order_id,ordered_at,country,product,net_amount,gross_amount\n");
    for (int i = 0; i < rows; i++) {
      String amount = i == 7 ? "lots" : (10 + i % 40) + ".50";
      String day =
          i == 11 || i == 12 ? "sometime" : "2024-%02d-%02d".formatted(1 + i % 12, 1 + i % 28);
      text.append(
          "%d,%s,%s,\"%s\",%s,%d.75\n"
              .formatted(
                  1000 + i,
                  day,
                  COUNTRIES.get(i % 3),
                  PRODUCTS.get(i % 4).replace("\"", "\"\""),
                  amount,
                  20 + i % 40));
    }
    return text.toString();
  }

  private static void typed(JsonNode column, String type) {
    ObjectNode edited = (ObjectNode) column;
    edited.remove(List.of("cast_expression", "cleaning"));
    edited.put("target_type", type);
  }
}

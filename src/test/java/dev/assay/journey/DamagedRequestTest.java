package dev.assay.journey;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ContainerNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.assay.model.Json;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A good request with any one of its values damaged, as while somebody types it: it is refused or
 * understood, and never a bug of ours.
 */
class DamagedRequestTest {
  private static final String MEDALLION = "/api/sources/orders/medallion";
  private static final List<JsonNode> DAMAGES =
      List.of(
          JsonNodeFactory.instance.nullNode(),
          JsonNodeFactory.instance.textNode(""),
          JsonNodeFactory.instance.textNode("((amount * 'x\" -- "),
          JsonNodeFactory.instance.textNode("no_such_thing"),
          JsonNodeFactory.instance.numberNode(-1),
          JsonNodeFactory.instance.arrayNode(),
          JsonNodeFactory.instance.arrayNode().addNull(),
          JsonNodeFactory.instance.objectNode());

  @TempDir private static Path folder;
  private static House house;
  private static Caller caller;

  @BeforeAll
  static void build() {
    house = House.open(folder, 10_000);
    caller = house.caller;
    caller.add(
        "orders.csv",
        """
        id,created_at,country,amount
        1,2024-01-05,DE,"1,200.50"
        2,2024-01-20,FR,80
        3,2024-02-20,BR,90.25
        4,,DE,
        """);
    caller.add("countries.csv", "country,region\nDE,Europe\nFR,Europe\nBR,America\n");
    caller.buildAsSuggested("orders");
    caller.buildAsSuggested("countries");
  }

  @AfterAll
  static void close() {
    house.close();
  }

  /** The body with each of its values damaged in each way, one at a time. */
  private static List<JsonNode> damaged(JsonNode body) {
    List<JsonNode> all = new ArrayList<>();
    damage(body, body, all);
    return all;
  }

  private static void damage(JsonNode body, JsonNode at, List<JsonNode> all) {
    switch (at) {
      case ObjectNode object ->
          List.copyOf(object.properties())
              .forEach(entry -> {
                object.remove(entry.getKey());
                all.add(body.deepCopy());
                for (JsonNode damage : DAMAGES) {
                  object.set(entry.getKey(), damage);
                  all.add(body.deepCopy());
                }
                object.set(entry.getKey(), entry.getValue());
                damage(body, entry.getValue(), all);
              });
      case ArrayNode array -> {
        for (int i = 0; i < array.size(); i++) {
          JsonNode value = array.get(i);
          for (JsonNode damage : DAMAGES) {
            array.set(i, damage);
            all.add(body.deepCopy());
          }
          array.set(i, value);
          if (value instanceof ContainerNode<?>) {
            damage(body, value, all);
          }
        }
      }
      default -> {}
    }
  }

  private static void isNeverABug(String path, JsonNode body) {
    isNeverABug(path, body, one -> caller.post(path, one.toString()));
  }

  private static void isNeverABug(String path, JsonNode body, Function<JsonNode, Reply> send) {
    List<String> bugs = new ArrayList<>();
    Reply good = send.apply(body);
    assertThat(good.status()).as(good.body()).isIn(200, 201);
    for (JsonNode one : damaged(body)) {
      Reply reply = send.apply(one);
      if (reply.status() >= 500 || reply.body().contains("bug in Assay")) {
        bugs.add(one + "\n  " + reply.body());
      }
    }
    assertThat(bugs).as(path).isEmpty();
  }

  private static JsonNode gold() {
    return Json.read(
        """
        {"gold_tables": [{"name": "by_country", "query": {
          "table": "silver_orders_cleaned",
          "joins": [{"table": "silver_countries_cleaned",
            "matching": [{"column": "country", "other": "country"}],
            "columns": [{"name": "region", "column": "region"}]}],
          "dimensions": [{"name": "region", "column": "region"},
            {"name": "month", "column": "created_at", "grain": "MONTH"}],
          "measures": [{"name": "total", "aggregate": "SUM", "column": "amount"},
            {"name": "twice", "aggregate": "SUM", "formula": "amount * 2",
             "filters": [{"column": "amount", "comparison": "GREATER", "values": ["1"]}]}],
          "calculations": [{"calculation": "share", "name": "part", "measure": "total", "within": []},
            {"calculation": "formula", "name": "ratio", "formula": "twice / total"}],
          "filters": [{"column": "country", "comparison": "IN", "values": ["DE", "FR"]}],
          "having": [{"column": "total", "comparison": "GREATER", "values": ["0"]}],
          "order_by": [{"name": "total", "descending": true}],
          "limit": 5}}]}
        """,
        JsonNode.class);
  }

  @Test
  void aGoldTable() {
    isNeverABug("/api/gold/preview", gold());
  }

  @Test
  void aSilverRecipe() {
    ObjectNode recipe =
        Json.read(
            """
            {"columns": [
              {"source_column": "created_at", "target_type": "TIMESTAMP",
               "cleaning": [{"step": "trim"}], "null_strategy": "DROP_ROW"},
              {"source_column": "country", "cleaning": [{"step": "trim"},
                {"step": "map_values", "values": {"DE": "Germany"}}],
               "null_strategy": "FILL_DEFAULT", "default_value": "none",
               "validation": "NOT NULL AND LIKE '%a%'", "on_violation": "WARN"},
              {"source_column": "amount", "target_type": "DECIMAL(12,2)",
               "cleaning": [{"step": "parse_number", "decimal": ".", "grouping": ","}],
               "validation": ">= 0"}],
             "deduplication": {"key_columns": ["created_at"], "strategy": "KEEP_LATEST",
               "order_by": "created_at DESC"},
             "filters": [{"name": "real", "column": "country", "keep": "NOT IN ('Total')"}],
             "rules": [{"name": "plausible", "condition": "amount = amount * 1", "tolerance": 0.1,
               "on_violation": "WARN"}],
             "reject_limit": 1}
            """,
            ObjectNode.class);
    isNeverABug(MEDALLION + "/silver/preview", recipe);
    isNeverABug(MEDALLION + "/silver/diff", recipe);
    isNeverABug(MEDALLION + "/silver/measure", recipe.at("/columns/2"));
  }

  @Test
  void aQuestion() {
    isNeverABug(
        "/api/ask",
        Json.read(
            Json.write(Map.of("question", "total amount by country", "source", "orders")),
            JsonNode.class));
  }

  @Test
  void aSemanticModel() {
    String path = "/api/sources/countries/semantic-model";
    isNeverABug(path, caller.get(path).is(200).json(), one -> caller.put(path, one.toString()));
  }

  @Test
  void aTypedQuestionAndOneThatIsKept() {
    JsonNode query = gold().at("/gold_tables/0/query");
    isNeverABug("/api/ask", Json.read(Json.write(Map.of("query", query)), JsonNode.class));
    JsonNode kept =
        Json.read(
            Json.write(Map.of("question", "amount by region", "source", "orders", "query", query)),
            JsonNode.class);
    isNeverABug("kept", kept, one -> caller.put("/api/questions/kept", one.toString()));
  }

  @Test
  void aRelationship() {
    isNeverABug(
        "/api/relationships",
        Json.read(
            """
            {"from": {"source": "orders", "columns": ["country"]},
             "to": {"source": "countries", "columns": ["country"]}}
            """,
            JsonNode.class));
  }

  @Test
  void editsOfARecipe() {
    isNeverABug(
        MEDALLION + "/silver/apply/preview",
        Json.read(
            """
            {"proposals": [], "edits": [
              {"edit": "treat_as_missing", "column": "amount", "tokens": ["0"]},
              {"edit": "map_values", "column": "country", "values": {"DE": "Germany"}},
              {"edit": "cast", "column": "amount", "target_type": "DOUBLE"},
              {"edit": "set_nulls", "column": "amount", "null_strategy": "FILL_ZERO"},
              {"edit": "validate", "column": "amount", "validation": ">= 0"},
              {"edit": "mask_column", "column": "country", "mask": {"how": "redact"}},
              {"edit": "split", "column": "country", "keep": true,
               "into": [{"source_column": "country", "silver_name": "part"}]},
              {"edit": "set_column", "column": {"source_column": "id", "silver_name": "again"}},
              {"edit": "add_filter", "filter":
                {"name": "real", "column": "id", "keep": "NOT IN ('Total')"}},
              {"edit": "add_rule", "rule": {"name": "plausible", "condition": "amount >= 0"}},
              {"edit": "remove_filter", "name": "real"},
              {"edit": "remove_rule", "name": "plausible"},
              {"edit": "add_shape", "shape": {"shape": "fill_down", "columns": ["country"]}},
              {"edit": "remove_shape", "shape": {"shape": "fill_down", "columns": ["country"]}},
              {"edit": "deduplicate", "deduplication": {"strategy": "REMOVE_EXACT"}},
              {"edit": "limit_rejects", "share": 0.5},
              {"edit": "rename", "column": "country", "to": "land"},
              {"edit": "remove_column", "column": "land"}]}
            """,
            JsonNode.class));
  }
}

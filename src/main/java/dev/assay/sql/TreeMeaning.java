package dev.assay.sql;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Map;

/** A tree without what does not change its meaning, so that two texts can be compared. */
final class TreeMeaning {
  private TreeMeaning() {}

  static JsonNode of(JsonNode tree) {
    return reduced(tree.deepCopy());
  }

  private static JsonNode reduced(JsonNode node) {
    if (node instanceof ArrayNode array) {
      for (int i = 0; i < array.size(); i++) {
        array.set(i, reduced(array.get(i)));
      }
    }
    if (node instanceof ObjectNode object) {
      object.remove(List.of("query_location", "query_location_length"));
      // The renderer repeats a named argument's name as the alias of its value.
      if (!object.path("name").asText().isEmpty()
          && object.path("expression") instanceof ObjectNode value) {
        value.put("alias", "");
      }
      // LIKE with ESCAPE is written as the function that it is.
      if (object.path("function_name").asText().endsWith("like_escape")) {
        object.put("is_operator", false);
      }
      for (Map.Entry<String, JsonNode> field : object.properties()) {
        field.setValue(reduced(field.getValue()));
      }
      return unwrapped(object);
    }
    return node;
  }

  /** The renderer writes a list of VALUES as {@code (SELECT * FROM VALUES)}: the same rows. */
  private static JsonNode unwrapped(ObjectNode node) {
    JsonNode inner = node.path("subquery").path("node");
    boolean wrapped =
        node.path("type").asText().equals("SUBQUERY")
            && node.path("alias").asText().equals("valueslist")
            && TreeWalk.empty(node.path("column_name_alias"))
            && TreeWalk.empty(node.path("sample"))
            && inner.path("from_table").path("type").asText().equals("EXPRESSION_LIST")
            && isStarAlone(inner.path("select_list"))
            && List.of(
                    "modifiers", "where_clause", "group_expressions", "having", "sample", "qualify")
                .stream()
                .allMatch(field -> TreeWalk.empty(inner.path(field)))
            && TreeWalk.empty(inner.path("cte_map").path("map"));
    return wrapped ? inner.path("from_table") : node;
  }

  private static boolean isStarAlone(JsonNode list) {
    JsonNode star = list.path(0);
    return list.size() == 1
        && star.path("class").asText().equals("STAR")
        && List.of(
                "relation_name",
                "exclude_list",
                "replace_list",
                "columns",
                "expr",
                "qualified_exclude_list",
                "rename_list")
            .stream()
            .allMatch(field -> TreeWalk.empty(star.path(field)));
  }
}

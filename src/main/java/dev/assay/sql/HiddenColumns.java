package dev.assay.sql;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.assay.model.UserError;
import java.util.Optional;
import java.util.function.Function;

/**
 * Puts, in the tree of a checked SELECT, a table whose columns are hidden in the place of the table
 * itself, so that no expression ever sees a value, however it is written.
 */
final class HiddenColumns {
  private static final String SUBQUERY = "SELECT * FROM (%s) AS shown";

  private final Tables tables;
  private final Function<String, JsonNode> parse;

  /** {@code parse} makes the tree of a SELECT of our own. */
  HiddenColumns(Tables tables, Function<String, JsonNode> parse) {
    this.tables = tables;
    this.parse = parse;
  }

  JsonNode hide(JsonNode node) {
    if (node instanceof ArrayNode array) {
      for (int i = 0; i < array.size(); i++) {
        array.set(i, hide(array.get(i)));
      }
      return array;
    }
    if (!(node instanceof ObjectNode object)) {
      return node;
    }
    refuseName(object);
    Optional<String> instead =
        object.path("type").asText().equals("BASE_TABLE")
            ? tables.instead(object.path("table_name").asText())
            : Optional.empty();
    if (instead.isPresent()) {
      return subquery(object, instead.get());
    }
    object.properties().forEach(field -> field.setValue(hide(field.getValue())));
    return object;
  }

  /** Below a WITH of the same name it could not be told which of the two a name means. */
  private void refuseName(ObjectNode object) {
    for (JsonNode entry : object.path("cte_map").path("map")) {
      String name = entry.path("key").asText();
      if (tables.instead(name).isPresent()) {
        throw UserError.invalid(
            "Give what WITH calls '"
                + name
                + "' another name: a table with masked columns has it.");
      }
    }
  }

  private JsonNode subquery(ObjectNode table, String select) {
    ObjectNode subquery =
        (ObjectNode)
            parse
                .apply(SUBQUERY.formatted(select))
                .path("statements")
                .path(0)
                .path("node")
                .path("from_table");
    String alias = table.path("alias").asText();
    subquery.put("alias", alias.isEmpty() ? table.path("table_name").asText() : alias);
    for (String field : new String[] {"sample", "column_name_alias"}) {
      if (table.has(field)) {
        subquery.set(field, table.get(field));
      }
    }
    return subquery;
  }
}

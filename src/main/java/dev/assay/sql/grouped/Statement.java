package dev.assay.sql.grouped;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.assay.model.Rows;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;

/**
 * A statement about one table, in which every SELECT over that table can be put over other rows
 * that are the same.
 */
public final class Statement {
  /** What these say depends on which of two equal rows comes first. */
  private static final Set<String> BY_POSITION =
      Set.of(
          "row_number",
          "ntile",
          "first_value",
          "last_value",
          "nth_value",
          "lag",
          "lead",
          "first",
          "last",
          "any_value",
          "arbitrary",
          "list",
          "array_agg",
          "string_agg",
          "group_concat",
          "listagg",
          "arg_min",
          "arg_max",
          "min_by",
          "max_by",
          "mode",
          "random",
          "histogram",
          "approx_count_distinct",
          "approx_quantile",
          "reservoir_quantile");

  private final JsonNode tree;
  private final Parsing parsing;
  private final List<Part> parts = new ArrayList<>();

  /** The engine's trees of SELECTs, and their text. */
  public static final class Parsing {
    private final UnaryOperator<String> parse;
    private final UnaryOperator<String> render;
    private final Map<String, JsonNode> expressions =
        new java.util.concurrent.ConcurrentHashMap<>();

    public Parsing(UnaryOperator<String> parse, UnaryOperator<String> render) {
      this.parse = parse;
      this.render = render;
    }

    /** The tree of a SELECT that has been checked. */
    public JsonNode tree(String sql) {
      try {
        JsonNode tree = dev.assay.model.Json.mapper().readTree(parse.apply(sql));
        if (tree.path("error").asBoolean(true) || tree.path("statements").size() != 1) {
          throw new NotComparable("it cannot be read");
        }
        return tree;
      } catch (com.fasterxml.jackson.core.JsonProcessingException e) {
        throw new NotComparable("it cannot be read");
      }
    }

    String text(JsonNode tree) {
      return render.apply(dev.assay.model.Json.write(tree));
    }

    private JsonNode expression(String text) {
      return expressions
          .computeIfAbsent(
              text,
              one ->
                  tree("SELECT " + one)
                      .path("statements")
                      .path(0)
                      .path("node")
                      .path("select_list")
                      .path(0))
          .deepCopy();
    }

    private JsonNode from(String select) {
      return tree("SELECT * FROM (" + select + ") AS _assay_core")
          .path("statements")
          .path(0)
          .path("node")
          .path("from_table");
    }
  }

  /**
   * Reads a statement.
   *
   * @param sql checked by the guard
   * @param settled whether its order leaves nothing to chance, as that of a typed query does
   * @param names the columns of its result
   * @throws NotComparable with the reason in one clause
   */
  public static Statement read(
      String sql,
      boolean settled,
      List<String> names,
      String table,
      List<Rows.Column> columns,
      Parsing parsing) {
    return new Statement(sql, settled, names, table, columns, parsing);
  }

  private Statement(
      String sql,
      boolean settled,
      List<String> names,
      String table,
      List<Rows.Column> columns,
      Parsing parsing) {
    this.parsing = parsing;
    this.tree = parsing.tree(sql);
    JsonNode outermost = tree.path("statements").path(0).path("node");
    collect(tree, outermost, names, table, columns);
    if (parts.isEmpty()) {
      throw new NotComparable("it does not read " + table);
    }
    boolean exact = parts.stream().allMatch(Part::isExact);
    if (!exact
        && !(parts.size() == 1
            && parts.getFirst().select() == outermost
            && parts.getFirst().isPlain()
            && !holdsWindow(tree))) {
      throw new NotComparable("it goes on from sums that are rounded");
    }
    if (!settled) {
      refuseChance(tree);
    }
  }

  /** What must be answered, in order. */
  public List<Grouped> cores() {
    return parts.stream().map(Part::core).toList();
  }

  /** The statement over the results of other SELECTs, one a core. */
  public String over(List<String> selects) {
    Map<JsonNode, JsonNode> replacements = new java.util.IdentityHashMap<>();
    for (int i = 0; i < parts.size(); i++) {
      replacements.put(parts.get(i).select(), parts.get(i).over(parsing.from(selects.get(i))));
    }
    return parsing.text(replaced(tree, replacements));
  }

  private static JsonNode replaced(JsonNode node, Map<JsonNode, JsonNode> replacements) {
    JsonNode replacement = replacements.get(node);
    if (replacement != null) {
      return replacement;
    }
    if (node instanceof ObjectNode object) {
      ObjectNode copy = object.objectNode();
      object.properties().forEach(f -> copy.set(f.getKey(), replaced(f.getValue(), replacements)));
      return copy;
    }
    if (node instanceof ArrayNode array) {
      ArrayNode copy = array.arrayNode();
      array.forEach(one -> copy.add(replaced(one, replacements)));
      return copy;
    }
    return node;
  }

  private void collect(
      JsonNode node,
      JsonNode outermost,
      List<String> names,
      String table,
      List<Rows.Column> columns) {
    if (node.path("type").asText().equals("SELECT_NODE")
        && SelectReader.isTable(node.path("from_table"), table)) {
      parts.add(
          new Part(
              (ObjectNode) node,
              table,
              columns,
              node == outermost ? Optional.of(names) : Optional.empty(),
              parsing::expression));
      return;
    }
    if (SelectReader.isTable(node, table)) {
      throw new NotComparable("it joins " + table + " with something");
    }
    if (node.path("key").asText().equalsIgnoreCase(table)
        || node.path("type").asText().equals("RECURSIVE_CTE_NODE")) {
      throw new NotComparable("it names a part of itself in a way that is not known");
    }
    for (JsonNode child : node) {
      if (child.isContainerNode()) {
        collect(child, outermost, names, table, columns);
      }
    }
  }

  private static boolean holdsWindow(JsonNode node) {
    if (node.path("class").asText().equals("WINDOW")) {
      return true;
    }
    for (JsonNode child : node) {
      if (child.isContainerNode() && holdsWindow(child)) {
        return true;
      }
    }
    return false;
  }

  private void refuseChance(JsonNode node) {
    for (JsonNode modifier : node.path("modifiers")) {
      if (modifier.path("type").asText().startsWith("LIMIT")
          && parts.stream().noneMatch(part -> part.select() == node && part.isOrdered())) {
        throw new NotComparable("which rows its LIMIT keeps is left to chance");
      }
    }
    String function = node.path("function_name").asText().toLowerCase(java.util.Locale.ROOT);
    boolean window = node.path("class").asText().equals("WINDOW");
    boolean frame =
        window
            && !(node.path("start").asText().equals("UNBOUNDED_PRECEDING")
                && Set.of("CURRENT_ROW_RANGE", "UNBOUNDED_FOLLOWING")
                    .contains(node.path("end").asText()));
    if (BY_POSITION.contains(function) || frame) {
      throw new NotComparable("what it says depends on the order of equal rows");
    }
    for (JsonNode child : node) {
      if (child.isContainerNode()) {
        refuseChance(child);
      }
    }
  }
}

package dev.assay.sql;

import com.fasterxml.jackson.databind.JsonNode;
import dev.assay.sql.AllowedFunctions.Group;
import dev.assay.sql.TreeShapes.Rule;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** Walks the engine's tree of one SELECT and refuses whatever is not known to be harmless. */
final class TreeWalk {
  private static final int MOST_TABLES = 100;
  private static final int MOST_NESTED = 50;

  /** Each has a table of its own in memory; some hundreds of them end the process. */
  private static final int MOST_DISTINCT = 50;

  /** Planning takes the square of them, and cannot be stopped. */
  private static final int MOST_CALLS = 1_000;

  /** Each stands for as many expressions as a table has columns. */
  private static final int MOST_EXPANDED = 4;

  private final Tables allowed;
  private final SizeRules sizes = new SizeRules();
  private final Deque<Set<String>> scopes = new ArrayDeque<>();
  private final Set<String> tables = new HashSet<>();
  private final Set<String> aliases = new HashSet<>();
  private final Set<Name> columns = new HashSet<>();
  private boolean allColumns;
  private int tableCount;
  private int nested;
  private int distinct;
  private int calls;
  private int expanded;

  private record Name(String first, String rest) {}

  TreeWalk(Tables allowed) {
    this.allowed = allowed;
  }

  Set<String> tables() {
    return tables;
  }

  boolean allColumns() {
    return allColumns;
  }

  /** Names of columns; the first part of {@code t.a} counts only where {@code t} is no table. */
  Set<String> columns() {
    Set<String> names = new HashSet<>();
    for (Name name : columns) {
      if (name.rest.isEmpty() || !aliases.contains(name.first)) {
        names.add(name.first);
      }
      if (!name.rest.isEmpty()) {
        names.addAll(Set.of(name.rest.split("\0")));
      }
    }
    return names;
  }

  /** A statement: {@code {node, named_param_map}}. */
  void statement(JsonNode statement) {
    if (!empty(statement.path("named_param_map"))) {
      throw Refusal.parameters();
    }
    onlyFields(statement, Set.of("node", "named_param_map"), "SELECT");
    query(statement.path("node"));
  }

  private void query(JsonNode node) {
    String type = node.path("type").asText();
    Map<String, Rule> shape = TreeShapes.QUERIES.get(type);
    if (shape == null) {
      throw Refusal.query(type);
    }
    if (++nested > MOST_NESTED) {
      throw Refusal.tooDeep();
    }
    Set<String> scope = new HashSet<>();
    scopes.push(scope);
    // What WITH names is known only to what comes after it: a table must not pass as its own WITH.
    for (JsonNode entry : node.path("cte_map").path("map")) {
      onlyFields(entry, Set.of("key", "value"), "WITH");
      fields(entry.path("value"), TreeShapes.CTE, "WITH");
      scope.add(fold(entry.path("key").asText()));
      aliases.add(fold(entry.path("key").asText()));
    }
    fields(node, shape, type);
    scopes.pop();
    nested--;
  }

  void expression(JsonNode node) {
    String kind = node.path("class").asText();
    Map<String, Rule> shape = TreeShapes.EXPRESSIONS.get(kind);
    if (shape == null) {
      throw Refusal.expression(kind);
    }
    switch (kind) {
      case "FUNCTION" -> function(node, Group.SCALAR, Group.AGGREGATE);
      case "WINDOW" -> function(node, Group.WINDOW, Group.AGGREGATE);
      case "OPERATOR" -> {
        if (!TreeShapes.OPERATORS.contains(node.path("type").asText())) {
          throw Refusal.expression(node.path("type").asText());
        }
      }
      case "TYPE" -> type(node.path("type_name").asText());
      case "COLLATE" -> collation(node.path("collation").asText());
      case "COLUMN_REF" -> column(node.path("column_names"));
      case "STAR" -> {
        allColumns = true;
        if (node.path("columns").asBoolean() && ++expanded > MOST_EXPANDED) {
          throw Refusal.tooMany("COLUMNS(…)", MOST_EXPANDED);
        }
      }
      default -> {
        // Harmless in itself; its fields are checked below.
      }
    }
    fields(node, shape, kind);
  }

  private void function(JsonNode node, Group... groups) {
    String name = node.path("function_name").asText();
    if (++calls > MOST_CALLS) {
      throw Refusal.tooMany("functions and operators", MOST_CALLS);
    }
    if (node.path("distinct").asBoolean()) {
      boolean expands =
          node.findParents("columns").stream().anyMatch(inner -> inner.path("columns").asBoolean());
      distinct += expands ? MOST_DISTINCT + 1 : 1;
      if (distinct > MOST_DISTINCT) {
        throw Refusal.tooMany("DISTINCT aggregates", MOST_DISTINCT);
      }
    }
    if (!empty(node.path("schema")) || !empty(node.path("catalog"))) {
      throw Refusal.function(node.path("schema").asText() + "." + name);
    }
    boolean found = fold(name).equals("unnest");
    for (Group group : groups) {
      found |= AllowedFunctions.contains(group, name);
    }
    if (!found) {
      throw AllowedFunctions.contains(Group.ROWS, name)
          ? Refusal.rowsInSelect(name)
          : Refusal.function(name);
    }
    sizes.check(fold(name), node.path("arguments"));
  }

  private static void type(String name) {
    String folded = fold(name);
    if (!TreeShapes.TYPES.contains(folded) && !TreeShapes.LONG_TYPES.contains(folded)) {
      throw Refusal.type(name);
    }
  }

  private static void collation(String name) {
    if (!name.matches("[A-Za-z_.]{1,40}")) {
      throw Refusal.expression("COLLATE " + name);
    }
  }

  private void column(JsonNode parts) {
    String first = fold(parts.path(0).asText());
    if (parts.size() == 1 && Refusal.SESSION_WORDS.contains(first)) {
      throw Refusal.function(first);
    }
    StringBuilder rest = new StringBuilder();
    for (int i = 1; i < parts.size(); i++) {
      rest.append(i > 1 ? "\0" : "").append(fold(parts.path(i).asText()));
    }
    columns.add(new Name(first, rest.toString()));
  }

  private void table(JsonNode node) {
    String type = node.path("type").asText();
    Map<String, Rule> shape = TreeShapes.TABLES.get(type);
    if (shape == null) {
      throw Refusal.table(type, node);
    }
    if (++tableCount > MOST_TABLES) {
      throw Refusal.tooManyTables(MOST_TABLES);
    }
    if (!node.path("alias").asText().isEmpty()) {
      aliases.add(fold(node.path("alias").asText()));
    }
    if (type.equals("BASE_TABLE")) {
      baseTable(node);
    }
    for (JsonNode used : node.path("using_columns")) {
      columns.add(new Name(fold(used.asText()), ""));
    }
    fields(node, shape, type);
  }

  private void baseTable(JsonNode node) {
    String name = node.path("table_name").asText();
    if (!empty(node.path("schema_name")) || !empty(node.path("catalog_name"))) {
      throw Refusal.qualified(node);
    }
    String folded = fold(name);
    aliases.add(folded);
    if (scopes.stream().anyMatch(scope -> scope.contains(folded))) {
      return;
    }
    if (!allowed.contains(name)) {
      throw Refusal.unknownTable(name, allowed.names());
    }
    tables.add(folded);
  }

  private void fields(JsonNode node, Map<String, Rule> shape, String owner) {
    for (Map.Entry<String, JsonNode> field : node.properties()) {
      Rule rule = shape.get(field.getKey());
      if (rule == null) {
        throw Refusal.feature(owner, field.getKey());
      }
      value(field.getValue(), rule, owner, field.getKey());
    }
  }

  private void value(JsonNode value, Rule rule, String owner, String name) {
    if (value.isNull()) {
      return;
    }
    switch (rule) {
      case PLAIN -> require(value.isValueNode(), owner, name);
      case PLAIN_TREE -> require(plain(value), owner, name);
      case UNUSED -> require(empty(value), owner, name);
      case PATH -> require(value.path("path").size() <= 1 && plain(value), owner, name);
      case LITERAL ->
          require(
              plain(value) && TreeShapes.LITERALS.contains(value.path("kind").asText()),
              owner,
              name);
      case EXPRESSION -> expression(value);
      case EXPRESSIONS -> value.forEach(this::expression);
      case ROWS -> value.forEach(row -> row.forEach(this::expression));
      case ARGUMENTS -> pairs(value, "name", "expression");
      case ORDERS -> {
        for (JsonNode order : value) {
          onlyFields(order, Set.of("type", "null_order", "expression"), owner);
          expression(order.path("expression"));
        }
      }
      case CASES -> {
        for (JsonNode when : value) {
          onlyFields(when, Set.of("when_expr", "then_expr"), owner);
          expression(when.path("when_expr"));
          expression(when.path("then_expr"));
        }
      }
      case REPLACEMENTS -> pairs(value, "key", "value");
      case QUERY -> query(value);
      case QUERIES -> value.forEach(this::query);
      case STATEMENT -> statement(value);
      case TABLE -> table(value);
      // Walked first, in query(), because their names must be known.
      case CTES -> onlyFields(value, Set.of("map"), "WITH");
      case MODIFIER -> modifier(value);
      case MODIFIERS -> value.forEach(this::modifier);
      case PIVOTS -> value.forEach(this::pivot);
      case ROW_FUNCTION -> rowFunction(value);
    }
  }

  private void pairs(JsonNode list, String key, String expression) {
    for (JsonNode pair : list) {
      onlyFields(pair, Set.of(key, expression), "list");
      require(pair.path(key).isValueNode(), "list", key);
      expression(pair.path(expression));
    }
  }

  private void modifier(JsonNode node) {
    String type = node.path("type").asText();
    Map<String, Rule> shape = TreeShapes.MODIFIERS.get(type);
    if (shape == null) {
      throw Refusal.feature("SELECT", type);
    }
    fields(node, shape, type);
  }

  private void pivot(JsonNode pivot) {
    for (Map.Entry<String, JsonNode> field : pivot.properties()) {
      if (field.getKey().equals("entries")) {
        field.getValue().forEach(entry -> fields(entry, TreeShapes.PIVOT_ENTRY, "PIVOT"));
      } else {
        Rule rule = TreeShapes.PIVOT_COLUMN.get(field.getKey());
        if (rule == null) {
          throw Refusal.feature("PIVOT", field.getKey());
        }
        value(field.getValue(), rule, "PIVOT", field.getKey());
      }
    }
  }

  private void rowFunction(JsonNode node) {
    String name = node.path("function_name").asText();
    if (!node.path("class").asText().equals("FUNCTION")
        || !AllowedFunctions.contains(Group.ROWS, name)) {
      throw Refusal.rowFunction(name);
    }
    fields(node, TreeShapes.EXPRESSIONS.get("FUNCTION"), "FUNCTION");
  }

  private static void onlyFields(JsonNode node, Set<String> names, String owner) {
    for (Map.Entry<String, JsonNode> field : node.properties()) {
      require(names.contains(field.getKey()), owner, field.getKey());
    }
  }

  private static void require(boolean holds, String owner, String name) {
    if (!holds) {
      throw Refusal.feature(owner, name);
    }
  }

  private static boolean plain(JsonNode value) {
    for (JsonNode child : value) {
      if (!plain(child)) {
        return false;
      }
    }
    // Expressions carry a class: none may hide among plain values.
    return !value.has("class");
  }

  static boolean empty(JsonNode value) {
    return value.isMissingNode()
        || value.isNull()
        || (value.isBoolean() && !value.asBoolean())
        || (value.isTextual() && value.asText().isEmpty())
        || (value.isContainerNode() && value.isEmpty());
  }

  static String fold(String name) {
    return name.toLowerCase(Locale.ROOT);
  }
}

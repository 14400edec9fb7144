package dev.assay.sql;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Bounds on how long one text or list can become when functions that lengthen values are used on
 * one another's results: the engine makes two thousand of them at a time, does not count them
 * against its memory limit and cannot be stopped between them.
 *
 * <p>Every expression gets an estimate in bytes, columns of tables one of their own; a repetition
 * multiplies it, a concatenation adds. What a query returns is known by name to what reads it.
 */
final class GrowthRules {
  /** Bytes that one value may be estimated at. */
  static final long MOST = 1_000_000;

  private static final long COLUMN = 256;
  private static final long NUMBER = 16;
  private static final long ELEMENT = 8;

  /** What rows are gathered into; the engine counts these, but not what is made of them. */
  private static final long GATHERED = 100_000;

  private static final Set<String> GATHERING =
      Set.of(
          "array_agg",
          "group_concat",
          "histogram",
          "histogram_exact",
          "json_group_array",
          "json_group_object",
          "list",
          "listagg",
          "string_agg");

  /** Functions of lists that keep what they have made so far. */
  private static final Set<String> FOLDING = Set.of("array_reduce", "list_reduce", "reduce");

  /** Functions that compare every sign of one text with every sign of another. */
  private static final Set<String> PAIRWISE =
      Set.of(
          "damerau_levenshtein",
          "editdist3",
          "jaro_similarity",
          "jaro_winkler_similarity",
          "levenshtein");

  private static final Set<String> ARITHMETIC = Set.of("+", "-", "*", "/", "//", "%", "^", "**");

  /** Kinds of expressions that are true or false, whatever is in them. */
  private static final Set<String> VERDICTS = Set.of("COMPARISON", "CONJUNCTION", "BETWEEN");

  private final Map<String, Source> named = new HashMap<>();
  private final Deque<List<Source>> scopes = new ArrayDeque<>();

  /** What stands in FROM: its columns that are known by name, and the longest of all. */
  private record Source(Map<String, Long> columns, long most) {
    static Source of(long most) {
      return new Source(Map.of(), most);
    }
  }

  /** Refuses a statement, {@code {node}}, of which one value can become too long. */
  void check(JsonNode statement) {
    query(statement.path("node"));
  }

  private Source query(JsonNode node) {
    Map<String, Source> outer = Map.copyOf(named);
    for (JsonNode entry : node.path("cte_map").path("map")) {
      Source made = query(entry.path("value").path("query_node"));
      named.put(
          TreeWalk.fold(entry.path("key").asText()),
          TreeWalk.empty(entry.path("value").path("aliases")) ? made : Source.of(made.most()));
    }
    Source result =
        node.path("type").asText().equals("SELECT_NODE") ? select(node) : combined(node);
    named.clear();
    named.putAll(outer);
    return result;
  }

  private Source combined(JsonNode node) {
    List<JsonNode> parts = new ArrayList<>(List.of(node.path("left"), node.path("right")));
    node.path("children").forEach(parts::add);
    long most = 0;
    for (JsonNode part : parts) {
      most = part.isObject() ? Math.max(most, query(part).most()) : most;
    }
    return Source.of(most);
  }

  private Source select(JsonNode node) {
    List<Source> sources = new ArrayList<>();
    scopes.push(sources);
    table(node.path("from_table"), sources);
    Map<String, Long> columns = new HashMap<>();
    long most = 0;
    for (JsonNode item : node.path("select_list")) {
      long size = size(item);
      String name =
          item.path("alias").asText().isEmpty()
              ? lastPart(item.path("column_names"))
              : TreeWalk.fold(item.path("alias").asText());
      columns.merge(name, size, Math::max);
      // An alias may be used by what comes after it.
      sources.add(new Source(Map.of(name, size), 0));
      most = Math.max(most, size);
    }
    for (String field :
        List.of("where_clause", "group_expressions", "having", "qualify", "modifiers")) {
      within(node.path(field));
    }
    scopes.pop();
    return new Source(columns, most);
  }

  private void table(JsonNode node, List<Source> sources) {
    switch (node.path("type").asText()) {
      case "BASE_TABLE" ->
          sources.add(
              named.getOrDefault(
                  TreeWalk.fold(node.path("table_name").asText()), Source.of(COLUMN)));
      case "SUBQUERY" -> {
        Source made = query(node.path("subquery").path("node"));
        sources.add(TreeWalk.empty(node.path("column_name_alias")) ? made : Source.of(made.most()));
      }
      case "JOIN" -> {
        table(node.path("left"), sources);
        table(node.path("right"), sources);
        within(node.path("condition"));
      }
      case "PIVOT" -> {
        table(node.path("source"), sources);
        sources.add(Source.of(within(node.path("aggregates"))));
      }
      default -> sources.add(Source.of(within(node)));
    }
  }

  /** The longest of the expressions somewhere in {@code node}. */
  private long within(JsonNode node) {
    if (node.has("class")) {
      return size(node);
    }
    long most = 0;
    for (JsonNode child : node) {
      most = Math.max(most, within(child));
    }
    return most;
  }

  private long size(JsonNode node) {
    String kind = node.path("class").asText();
    long size =
        switch (kind) {
          case "CONSTANT" -> constant(node.path("literal"));
          case "COLUMN_REF" -> column(lastPart(node.path("column_names")));
          case "STAR", "POSITIONAL_REFERENCE" -> Math.max(column(""), within(node.path("expr")));
          case "SUBQUERY" -> {
            within(node.path("child"));
            yield query(node.path("subquery").path("node")).most();
          }
          case "FUNCTION", "WINDOW" -> function(node);
          case "OPERATOR" -> operator(node);
          default -> {
            long most = 0;
            for (JsonNode child : node) {
              most = Math.max(most, within(child));
            }
            yield VERDICTS.contains(kind) ? NUMBER : most;
          }
        };
    if (size > MOST) {
      throw Refusal.growth();
    }
    return size;
  }

  private static long constant(JsonNode literal) {
    return literal.path("kind").asText().equals("STRING")
        ? literal.path("text").asText().length()
        : NUMBER;
  }

  private long column(String name) {
    long most = 0;
    for (List<Source> scope : scopes) {
      long found = -1;
      for (Source source : scope) {
        found = Math.max(found, source.columns().getOrDefault(name, -1L));
        most = Math.max(most, source.most());
      }
      if (found >= 0) {
        return found;
      }
    }
    return most;
  }

  private long operator(JsonNode node) {
    long most = 0;
    long sum = 0;
    for (JsonNode child : node.path("children")) {
      long size = size(child);
      most = Math.max(most, size);
      sum += size;
    }
    return node.path("type").asText().equals("ARRAY_CONSTRUCTOR") ? sum : most;
  }

  private long function(JsonNode node) {
    String name = TreeWalk.fold(node.path("function_name").asText());
    List<Long> sizes = new ArrayList<>();
    JsonNode lambda = null;
    for (JsonNode argument : node.path("arguments")) {
      JsonNode value = argument.path("expression");
      if (value.path("class").asText().equals("LAMBDA")) {
        lambda = value;
      } else {
        sizes.add(size(value));
      }
    }
    for (String field :
        List.of(
            "filter",
            "order_bys",
            "filter_expr",
            "partitions",
            "orders",
            "start_expr",
            "end_expr",
            "offset_expr",
            "default_expr",
            "arg_orders")) {
      within(node.path(field));
    }
    long sum = sizes.stream().mapToLong(Long::longValue).sum();
    if (lambda != null) {
      return overElements(name, sum, lambda);
    }
    if (GATHERING.contains(name)) {
      return Math.max(GATHERED, sum);
    }
    if (ARITHMETIC.contains(name)) {
      return sizes.stream().mapToLong(Long::longValue).max().orElse(NUMBER);
    }
    if (PAIRWISE.contains(name) && sizes.size() > 1 && sizes.get(0) * sizes.get(1) > MOST) {
      throw Refusal.pairwise(name);
    }
    return switch (name) {
      case "left", "right" ->
          Math.min(sizes.getFirst(), Math.max(NUMBER, 4 * times(node.path("arguments"), 1)));
      case "repeat", "list_resize", "array_resize" ->
          sizes.getFirst() * Math.max(1, times(node.path("arguments"), 1))
              + (sizes.size() > 2 ? sizes.get(2) * times(node.path("arguments"), 1) : 0);
      case "lpad", "rpad" -> sizes.getFirst() + 4 * times(node.path("arguments"), 1);
      case "replace" ->
          sizes.size() > 2
              ? sizes.getFirst()
                  * Math.ceilDiv(
                      Math.max(1, sizes.get(2)), literal(node.path("arguments"), 1).length())
              : sum;
      case "regexp_replace" ->
          sizes.size() > 2 ? sizes.getFirst() * Math.max(1, sizes.get(2)) : sum;
      // An element takes up some bytes too, so there are fewer separators than bytes.
      case "array_to_string", "list_string_agg" ->
          sizes.size() > 1 ? sizes.getFirst() + sizes.getFirst() / ELEMENT * sizes.get(1) : sum;
      case "bin", "to_binary" -> 8 * sum;
      case "hex", "to_hex", "url_encode", "regexp_escape", "json_quote", "to_json" -> 6 * sum;
      default -> Math.max(NUMBER, sum);
    };
  }

  /** The second argument as a number written out: {@link SizeRules} has seen to that. */
  private static long times(JsonNode arguments, int position) {
    String text = literal(arguments, position);
    return text.matches("\\d{1,9}") ? Long.parseLong(text) : 1;
  }

  /** A constant; one sign where it is none. */
  private static String literal(JsonNode arguments, int position) {
    String text = arguments.path(position).path("expression").path("literal").path("text").asText();
    return text.isEmpty() ? "?" : text;
  }

  /** A list whose elements are each made longer as one of usual length is. */
  private long overElements(String name, long list, JsonNode lambda) {
    scopes.push(List.of(Source.of(COLUMN)));
    long one = size(lambda.path("expr"));
    scopes.pop();
    if (FOLDING.contains(name) && one > COLUMN) {
      throw Refusal.folding(name);
    }
    return list * Math.max(1, one / COLUMN);
  }

  private static String lastPart(JsonNode names) {
    return names.isEmpty() ? "" : TreeWalk.fold(names.path(names.size() - 1).asText());
  }
}

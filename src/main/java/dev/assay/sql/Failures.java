package dev.assay.sql;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * When an expression, made safe, has lost something: a condition in SQL.
 *
 * <p>Strict casts fail the row wherever they are reached, as they would have stopped the statement:
 * in a CASE only in the branch that is taken. Casts that were written as TRY_CAST may be caught by
 * COALESCE, IS NULL or a condition, and fail the row only if their loss is the value's.
 */
final class Failures {
  /** Functions that give a value or NULL for every input, but never stop. */
  private static final Set<String> CALM =
      Set.of(
          ("lower upper lcase ucase trim ltrim rtrim replace length len strlen char_length left right substr substring"
                  + " concat concat_ws contains starts_with ends_with prefix suffix instr strpos position reverse"
                  + " split_part translate strip_accents regexp_replace regexp_extract regexp_matches regexp_full_match"
                  + " md5 coalesce ifnull if iif nullif greatest least strftime try_strptime date_trunc date_part year"
                  + " month day round abs sign isnan isinf isfinite list_value row now today"
                  + " || ~~ !~~ ~~* !~~* ~~~ /")
              .split(" "));

  private final Function<JsonNode, String> render;

  /** Casts that stopped the statement as they were written. */
  private final Set<JsonNode> strict = Collections.newSetFromMap(new IdentityHashMap<>());

  Failures(Function<JsonNode, String> render) {
    this.render = render;
  }

  /** Makes every cast one that gives NULL for what it cannot read; the node itself is changed. */
  ObjectNode makeSafe(ObjectNode node) {
    switch (node.path("class").asText()) {
      case "CAST" -> {
        if (!node.path("try_cast").asBoolean()) {
          node.put("try_cast", true);
          strict.add(node);
        }
      }
      case "FUNCTION" -> {
        if (name(node).equals("strptime")) {
          node.put("function_name", "try_strptime");
          ((ArrayNode) node.path("qualified_name").path("path")).removeAll().add("try_strptime");
          strict.add(node);
        }
      }
      default -> {
        // Nothing of its own to make safe.
      }
    }
    children(node).forEach(child -> makeSafe((ObjectNode) child));
    return node;
  }

  /** The condition, or an empty text for never. */
  String condition(JsonNode value) {
    return or(stopped(value), lost(value));
  }

  /** Whether something else than a cast could stop the statement, such as an overflow. */
  boolean mayStopOtherwise(JsonNode node) {
    boolean calm = !node.path("class").asText().equals("FUNCTION") || CALM.contains(name(node));
    return !calm || children(node).stream().anyMatch(this::mayStopOtherwise);
  }

  /** Where the expression as written would have stopped. */
  private String stopped(JsonNode node) {
    if (isCase(node)) {
      return branches(node, true);
    }
    List<JsonNode> children = children(node);
    return switch (node.path("type").asText()) {
      case "CONJUNCTION_AND" -> inTurn(children, " IS NOT FALSE");
      case "CONJUNCTION_OR" -> inTurn(children, " IS NOT TRUE");
      case "OPERATOR_COALESCE" -> inTurn(children, " IS NULL");
      case "OPERATOR_TRY" -> "";
      default -> {
        String inner = any(children, this::stopped);
        yield strict.contains(node) ? or(inner, unread(node)) : inner;
      }
    };
  }

  /** Where a TRY_CAST has made the value NULL. */
  private String lost(JsonNode node) {
    if (isCase(node)) {
      return branches(node, false);
    }
    List<JsonNode> children = children(node);
    return switch (node.path("type").asText()) {
      case "OPERATOR_IS_NULL", "OPERATOR_IS_NOT_NULL" -> "";
      case "OPERATOR_TRY" -> or(any(children, this::stopped), any(children, this::lost));
      case "OPERATOR_COALESCE" -> {
        String inner = any(children, this::lost);
        yield inner.isEmpty() ? "" : "(" + render.apply(node) + " IS NULL AND " + inner + ")";
      }
      default -> {
        String inner = any(children, this::lost);
        yield isTry(node) && !strict.contains(node) ? or(inner, unread(node)) : inner;
      }
    };
  }

  private static boolean isTry(JsonNode node) {
    return node.path("class").asText().equals("CAST")
        || (node.path("class").asText().equals("FUNCTION") && name(node).equals("try_strptime"));
  }

  /** Something came and nothing was read. */
  private String unread(JsonNode cast) {
    JsonNode argument =
        cast.path("class").asText().equals("CAST")
            ? cast.path("child")
            : cast.path("arguments").path(0).path("expression");
    return "(" + render.apply(argument) + " IS NOT NULL AND " + render.apply(cast) + " IS NULL)";
  }

  private static boolean isCase(JsonNode node) {
    return node.path("class").asText().equals("CASE")
        || (node.path("class").asText().equals("FUNCTION")
            && (name(node).equals("if") || name(node).equals("iif"))
            && node.path("arguments").size() == 3);
  }

  /**
   * A failure in the branch that is taken, or in a condition on the way there if {@code strictly}.
   */
  private String branches(JsonNode node, boolean strictly) {
    List<JsonNode> whens = new ArrayList<>();
    List<JsonNode> thens = new ArrayList<>();
    JsonNode otherwise;
    if (node.path("class").asText().equals("CASE")) {
      for (JsonNode check : node.path("case_checks")) {
        whens.add(check.path("when_expr"));
        thens.add(check.path("then_expr"));
      }
      otherwise = node.path("else_expr");
    } else {
      whens.add(node.path("arguments").path(0).path("expression"));
      thens.add(node.path("arguments").path(1).path("expression"));
      otherwise = node.path("arguments").path(2).path("expression");
    }
    StringBuilder sql = new StringBuilder("CASE");
    boolean ever = false;
    for (int i = 0; i < whens.size(); i++) {
      String reaching = strictly ? stopped(whens.get(i)) : "";
      if (!reaching.isEmpty()) {
        sql.append(" WHEN ").append(reaching).append(" THEN true");
      }
      String then = strictly ? stopped(thens.get(i)) : lost(thens.get(i));
      ever |= !reaching.isEmpty() || !then.isEmpty();
      sql.append(" WHEN ").append(render.apply(whens.get(i)));
      sql.append(" THEN ").append(then.isEmpty() ? "false" : then);
    }
    String last = strictly ? stopped(otherwise) : lost(otherwise);
    ever |= !last.isEmpty();
    return ever ? "(" + sql + " ELSE " + (last.isEmpty() ? "false" : last) + " END)" : "";
  }

  /** The first that stops, where each is reached only if the one before it is {@code on}. */
  private String inTurn(List<JsonNode> children, String on) {
    String rest = "";
    for (JsonNode child : children.reversed()) {
      String here = stopped(child);
      String later =
          rest.isEmpty() ? "" : "((" + render.apply(child) + ")" + on + " AND " + rest + ")";
      rest = or(here, later);
    }
    return rest;
  }

  private static String any(List<JsonNode> nodes, Function<JsonNode, String> condition) {
    return nodes.stream()
        .map(condition)
        .filter(text -> !text.isEmpty())
        .distinct()
        .collect(Collectors.collectingAndThen(Collectors.toList(), Failures::join));
  }

  static String or(String left, String right) {
    return join(List.of(left, right).stream().filter(text -> !text.isEmpty()).distinct().toList());
  }

  private static String join(List<String> conditions) {
    return conditions.size() < 2
        ? String.join("", conditions)
        : "(" + String.join(" OR ", conditions) + ")";
  }

  private static String name(JsonNode function) {
    return function.path("function_name").asText().toLowerCase(Locale.ROOT);
  }

  /** The expressions directly inside one; a cast's type is none. */
  private static List<JsonNode> children(JsonNode node) {
    List<JsonNode> found = new ArrayList<>();
    node.properties()
        .forEach(field -> {
          if (!field.getKey().equals("type_expr")) {
            collect(field.getValue(), found);
          }
        });
    return found;
  }

  private static void collect(JsonNode node, List<JsonNode> found) {
    if (node.isObject() && node.has("class")) {
      found.add(node);
    } else {
      node.forEach(child -> collect(child, found));
    }
  }
}

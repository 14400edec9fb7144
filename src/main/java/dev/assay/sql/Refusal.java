package dev.assay.sql;

import com.fasterxml.jackson.databind.JsonNode;
import dev.assay.model.Suggestion;
import dev.assay.model.UserError;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** Why written SQL is not run: one sentence that names what is not allowed and what is. */
final class Refusal {
  /** Words that the engine reads as a question about its session where no column has the name. */
  static final Set<String> SESSION_WORDS =
      Set.of(
          "current_catalog",
          "current_database",
          "current_query",
          "current_role",
          "current_schema",
          "current_user",
          "session_user");

  private static final Set<String> WRITING = Set.of("DELETE", "UPDATE", "INSERT", "MERGE", "COPY");

  private static final Map<String, String> KEYWORDS =
      Map.of(
          "at_clause", "AT (VERSION …)",
          "key_targets", "USING KEY",
          "pivot_enum", "PIVOT without its list of values");

  private Refusal() {}

  static UserError verb(String word) {
    return switch (word) {
      case "" -> UserError.invalid("There is no SQL to run; write one SELECT.");
      case "PIVOT" ->
          UserError.invalid(
              "PIVOT needs its values written out here: PIVOT … ON column IN ('a', 'b') USING sum(…).");
      default -> UserError.invalid("Only SELECT is allowed here; '" + word + "' is not.");
    };
  }

  static UserError several(int count) {
    return UserError.invalid(
        "Only one SELECT at a time is allowed here; these are "
            + count
            + " statements: remove what follows the first ';'.");
  }

  static UserError tooLong(int most) {
    return new UserError(
        UserError.Kind.LIMIT,
        "The SQL is too long; at most " + most / 1000 + ",000 characters are read here.");
  }

  static UserError tooDeep() {
    return new UserError(
        UserError.Kind.LIMIT,
        "The SQL is nested too deeply; name its inner parts with WITH, or shorten it.");
  }

  static UserError tooManyTables(int most) {
    return new UserError(
        UserError.Kind.LIMIT,
        "The SQL names too many tables; at most " + most + " are joined here.");
  }

  static UserError tooMany(String what, int most) {
    return new UserError(
        UserError.Kind.LIMIT,
        "The SQL has too many "
            + what
            + "; at most "
            + most
            + " are computed at once. Ask in several queries.");
  }

  static UserError parameters() {
    return UserError.invalid(
        "Parameters such as ? and $1 are not allowed here; write the value itself.");
  }

  static UserError syntax(String message, String where) {
    return UserError.invalid(
        "The SQL cannot be read: "
            + message
            + where
            + (where.isEmpty() ? "; write one SELECT." : "; mend it there."));
  }

  static UserError query(String type) {
    if (type.equals("RECURSIVE_CTE_NODE")) {
      return UserError.invalid(
          "WITH RECURSIVE is not allowed here; use a plain WITH, or FROM range(…) to count.");
    }
    String verb = type.substring(0, Math.max(0, type.indexOf('_')));
    if (WRITING.contains(verb)) {
      return verb(verb);
    }
    return feature("SELECT", type);
  }

  static UserError expression(String kind) {
    return switch (kind) {
      case "PARAMETER" -> parameters();
      case "DEFAULT" ->
          UserError.invalid("DEFAULT is not allowed here; write the value that you mean.");
      default ->
          UserError.invalid(
              "'"
                  + kind
                  + "' is not allowed here; use columns, constants, CASE, CAST, sub-queries and plain functions.");
    };
  }

  static UserError function(String name) {
    return UserError.invalid(
        "The function '"
            + name
            + "' is not allowed here; only functions that compute from the rows themselves are."
            + Suggestion.didYouMean(name, known()));
  }

  static UserError rowsInSelect(String name) {
    return UserError.invalid(
        "'" + name + "' is allowed only after FROM: SELECT … FROM " + name + "(1, 10).");
  }

  static UserError rowFunction(String name) {
    return UserError.invalid(
        "'"
            + name
            + "(…)' is not allowed after FROM; only the workspace's tables, sub-queries, range, generate_series,"
            + " unnest and json_each are.");
  }

  static UserError size(String function, String what) {
    return UserError.invalid(
        "In '" + function + "', " + what + "; this keeps one row from filling the memory.");
  }

  static UserError growth() {
    return UserError.invalid(
        "One text or list of this SQL could become longer than "
            + GrowthRules.MOST / 1_000_000
            + " MB, since it is repeated or joined to itself again and again; repeat it less often.");
  }

  static UserError pairwise(String function) {
    return UserError.invalid(
        "In '"
            + function
            + "', the texts could be so long that one comparison takes seconds; use parts of them, such as"
            + " left(name, 200).");
  }

  static UserError folding(String function) {
    return UserError.invalid(
        "In '"
            + function
            + "', the result would grow with every element; use array_to_string, flatten or list_sum.");
  }

  static UserError type(String name) {
    return UserError.invalid(
        "'"
            + name
            + "' is not a type that can be used here; use TEXT, BIGINT, DECIMAL(p,s), DOUBLE, DATE, TIMESTAMP, BOOLEAN"
            + " and the like.");
  }

  static UserError table(String type, JsonNode node) {
    if (type.equals("SHOW_REF")) {
      String verb = node.path("show_type").asText();
      return verb(
          switch (verb) {
            case "DESCRIBE" -> "DESCRIBE";
            case "SUMMARY" -> "SUMMARIZE";
            default -> "SHOW";
          });
    }
    return feature("FROM", type);
  }

  static UserError qualified(JsonNode node) {
    List<String> parts = new ArrayList<>();
    for (String field : List.of("catalog_name", "schema_name", "table_name")) {
      if (!node.path(field).asText().isEmpty()) {
        parts.add(node.path(field).asText());
      }
    }
    return UserError.invalid(
        "'"
            + String.join(".", parts)
            + "' is not allowed here; only the workspace's own tables are, written without a schema.");
  }

  static UserError unknownTable(String name, List<String> known) {
    if (name.matches("(?s).*[./\\\\:*?].*")) {
      return UserError.invalid(
          "'"
              + name
              + "' looks like a file or an address, and only the workspace's tables can be read here;"
              + " add a file first.");
    }
    return UserError.notFound(
        "There is no table '"
            + name
            + "' here."
            + Suggestion.closest(name, known)
                .map(found -> " Did you mean '" + found + "'?")
                .orElseGet(() -> tables(known)));
  }

  static UserError feature(String owner, String name) {
    return UserError.invalid(
        "'"
            + KEYWORDS.getOrDefault(name, name)
            + "' in "
            + owner.replace("_NODE", "").replace('_', ' ')
            + " is not allowed here; write it with plain SELECT, FROM, WHERE, GROUP BY and ORDER BY.");
  }

  private static String tables(List<String> known) {
    if (known.isEmpty()) {
      return " There are no tables yet; add a file first.";
    }
    List<String> some = known.stream().sorted().limit(8).toList();
    return " Tables are: " + String.join(", ", some) + (known.size() > 8 ? ", …" : ".");
  }

  private static Set<String> known() {
    Set<String> names =
        new java.util.TreeSet<>(AllowedFunctions.names(AllowedFunctions.Group.SCALAR));
    names.addAll(AllowedFunctions.names(AllowedFunctions.Group.AGGREGATE));
    names.removeIf(name -> !name.toLowerCase(Locale.ROOT).matches("[a-z_0-9]{3,}"));
    return names;
  }
}

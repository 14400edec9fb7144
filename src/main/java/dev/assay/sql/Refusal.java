package dev.assay.sql;

import com.fasterxml.jackson.databind.JsonNode;
import dev.assay.model.Fact;
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
      case "" -> UserError.invalid(Sentences.SQL_EMPTY.with());
      case "PIVOT" -> UserError.invalid(Sentences.SQL_PIVOT_VALUES.with());
      default -> UserError.invalid(Sentences.SQL_ONLY_SELECT.with(word));
    };
  }

  static UserError several(int count) {
    return UserError.invalid(Sentences.SQL_SEVERAL.with(count));
  }

  static UserError tooLong(int most) {
    return new UserError(UserError.Kind.LIMIT, Sentences.SQL_TOO_LONG.with(most / 1000));
  }

  static UserError tooDeep() {
    return new UserError(UserError.Kind.LIMIT, Sentences.SQL_TOO_DEEP.with());
  }

  static UserError tooManyTables(int most) {
    return new UserError(UserError.Kind.LIMIT, Sentences.SQL_TOO_MANY_TABLES.with(most));
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
    return UserError.invalid(Sentences.SQL_PARAMETERS.with());
  }

  static UserError syntax(String message) {
    return UserError.invalid(Sentences.SQL_UNREADABLE.with(message));
  }

  /** Line and column are counted from 1. */
  static UserError syntax(String message, long line, int column) {
    return UserError.invalid(Sentences.SQL_UNREADABLE_AT.with(message, line, column));
  }

  static UserError query(String type) {
    if (type.equals("RECURSIVE_CTE_NODE")) {
      return UserError.invalid(Sentences.SQL_RECURSIVE.with());
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
      case "DEFAULT" -> UserError.invalid(Sentences.SQL_DEFAULT.with());
      default -> UserError.invalid(Sentences.SQL_EXPRESSION.with(kind));
    };
  }

  static UserError function(String name) {
    return UserError.invalid(Suggestion.near(Sentences.SQL_FUNCTION.with(name), name, known()));
  }

  static UserError rowsInSelect(String name) {
    return UserError.invalid(Sentences.SQL_ROWS_IN_SELECT.with(name));
  }

  static UserError rowFunction(String name) {
    return UserError.invalid(Sentences.SQL_ROW_FUNCTION.with(name));
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
    return UserError.invalid(Sentences.SQL_TYPE.with(name));
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
    return UserError.invalid(Sentences.SQL_SCHEMA.with(String.join(".", parts)));
  }

  static UserError unknownTable(String name, List<String> known) {
    if (name.matches("(?s).*[./\\\\:*?].*")) {
      return UserError.invalid(Sentences.SQL_FILE.with(name));
    }
    Fact unknown = Sentences.SQL_TABLE_UNKNOWN.with(name);
    return Suggestion.closest(name, known).isPresent()
        ? UserError.notFound(Suggestion.near(unknown, name, known))
        : UserError.notFound(unknown, tables(known));
  }

  static UserError feature(String owner, String name) {
    return UserError.invalid(
        Sentences.SQL_FEATURE.with(
            KEYWORDS.getOrDefault(name, name), owner.replace("_NODE", "").replace('_', ' ')));
  }

  private static Fact tables(List<String> known) {
    if (known.isEmpty()) {
      return Sentences.SQL_NO_TABLES.with();
    }
    List<String> some = known.stream().sorted().limit(8).toList();
    Sentences said = known.size() > 8 ? Sentences.SQL_MORE_TABLES : Sentences.SQL_TABLES;
    return said.with(String.join(", ", some));
  }

  private static Set<String> known() {
    Set<String> names =
        new java.util.TreeSet<>(AllowedFunctions.names(AllowedFunctions.Group.SCALAR));
    names.addAll(AllowedFunctions.names(AllowedFunctions.Group.AGGREGATE));
    names.removeIf(name -> !name.toLowerCase(Locale.ROOT).matches("[a-z_0-9]{3,}"));
    return names;
  }
}

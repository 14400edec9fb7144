package dev.assay.sql.grouped;

import com.fasterxml.jackson.databind.JsonNode;
import dev.assay.model.Rows;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Reads the engine's tree of one SELECT over one table: its keys and its conditions. */
final class SelectReader {
  private final JsonNode select;
  private final TermReader terms;
  private final String table;

  /** What each item of the SELECT list is called, where it has a name, in lower case. */
  private final Map<String, JsonNode> aliases = new LinkedHashMap<>();

  /**
   * A reader of {@code SELECT … FROM table …}.
   *
   * @throws NotComparable where it has a part that is not known
   */
  SelectReader(JsonNode select, String table, List<Rows.Column> columns) {
    this.select = select;
    this.table = table;
    JsonNode from = select.path("from_table");
    Set<String> qualifiers = new HashSet<>();
    String alias = from.path("alias").asText();
    qualifiers.add((alias.isEmpty() ? table : alias).toLowerCase(Locale.ROOT));
    this.terms = new TermReader(columns, qualifiers);
    if (present(from.path("sample"))
        || present(from.path("at_clause"))
        || !from.path("column_name_alias").isEmpty()
        || present(select.path("sample"))
        || !select.path("cte_map").path("map").isEmpty()) {
      throw new NotComparable("it has a clause that is not known");
    }
    for (JsonNode item : select.path("select_list")) {
      if (!item.path("alias").asText().isEmpty()) {
        aliases.putIfAbsent(item.path("alias").asText().toLowerCase(Locale.ROOT), item);
      }
    }
  }

  static boolean present(JsonNode node) {
    return !node.isMissingNode() && !node.isNull();
  }

  /** Whether a table in FROM is this one. */
  static boolean isTable(JsonNode from, String table) {
    return from.path("type").asText().equals("BASE_TABLE")
        && from.path("table_name").asText().equalsIgnoreCase(table);
  }

  TermReader terms() {
    return terms;
  }

  String table() {
    return table;
  }

  /** What an expression of ORDER BY means, when it is the name of an item. */
  Optional<JsonNode> aliased(JsonNode expression) {
    JsonNode names = expression.path("column_names");
    return expression.path("class").asText().equals("COLUMN_REF") && names.size() == 1
        ? Optional.ofNullable(aliases.get(names.path(0).asText().toLowerCase(Locale.ROOT)))
        : Optional.empty();
  }

  List<Term> conditions() {
    if (!present(select.path("where_clause"))) {
      return List.of();
    }
    List<Term> flat = new ArrayList<>();
    flatten(terms.read(select.path("where_clause")), flat);
    return flat;
  }

  private static void flatten(Term term, List<Term> into) {
    if (term instanceof Term.All(List<Term> parts)) {
      parts.forEach(part -> flatten(part, into));
    } else {
      into.add(term);
    }
  }

  /** Whether rows are put together. */
  boolean groups() {
    return !select.path("group_expressions").isEmpty()
        || groupsByAll()
        || holdsAggregate(select.path("select_list"))
        || holdsAggregate(select.path("having"));
  }

  private boolean groupsByAll() {
    return select.path("aggregate_handling").asText().equals("FORCE_AGGREGATES");
  }

  /** The keys, each once. */
  List<Term> keys() {
    if (!select.path("aggregate_handling").asText().equals("STANDARD_HANDLING") && !groupsByAll()) {
      throw new NotComparable("it groups in a way that is not known");
    }
    List<Term> keys = new ArrayList<>();
    if (groupsByAll()) {
      for (JsonNode item : select.path("select_list")) {
        if (!holdsAggregate(item)) {
          addKey(keys, terms.read(item));
        }
      }
      return keys;
    }
    if (select.path("group_sets").size() > 1) {
      throw new NotComparable("it has several sets of groups");
    }
    for (JsonNode expression : select.path("group_expressions")) {
      addKey(keys, terms.read(meant(expression)));
    }
    return keys;
  }

  private static void addKey(List<Term> keys, Term key) {
    if (!keys.contains(key)) {
      keys.add(key);
    }
  }

  /** A key may be named by its position, by its alias, or be an expression. */
  private JsonNode meant(JsonNode expression) {
    if (expression.path("class").asText().equals("CONSTANT")) {
      JsonNode literal = expression.path("literal");
      int position = literal.path("text").asInt(0);
      if (!literal.path("kind").asText().equals("INTEGER")
          || position < 1
          || position > select.path("select_list").size()) {
        throw new NotComparable("it groups by a constant");
      }
      return select.path("select_list").path(position - 1);
    }
    Optional<JsonNode> item = aliased(expression);
    if (item.isEmpty()) {
      return expression;
    }
    if (terms.isColumn(expression.path("column_names").path(0).asText())
        && !terms.read(item.get()).equals(terms.read(expression))) {
      throw new NotComparable("it groups by a name that is both a column and a result");
    }
    return item.get();
  }

  static boolean holdsAggregate(JsonNode node) {
    if (node.path("class").asText().equals("SUBQUERY")) {
      return false;
    }
    if (FigureReader.isAggregate(node)) {
      return true;
    }
    for (JsonNode child : node) {
      if (child.isContainerNode() && holdsAggregate(child)) {
        return true;
      }
    }
    return false;
  }
}

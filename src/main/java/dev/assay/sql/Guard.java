package dev.assay.sql;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import com.fasterxml.jackson.databind.JsonNode;
import dev.assay.model.Json;
import java.util.function.UnaryOperator;

/**
 * The first wall around SQL that a person or a model wrote: the engine's own parser reads it, and
 * its tree is walked against an allow-list of node kinds, tables and functions.
 *
 * <p>What runs is text made anew from the tree that was checked. The second wall, the engine's
 * read-only transaction, stands behind it: always use both.
 */
public final class Guard {
  static final int MOST_CHARACTERS = 100_000;
  private static final int MOST_BRACKETS = 100;

  private final UnaryOperator<String> parse;
  private final UnaryOperator<String> render;

  /**
   * A guard over one engine.
   *
   * @param parse the engine's tree of SELECT statements, as the JSON text of DuckDB's {@code
   *     json_serialize_sql}
   * @param render the SQL of such a tree
   */
  public Guard(UnaryOperator<String> parse, UnaryOperator<String> render) {
    this.parse = parse;
    this.render = render;
  }

  /**
   * Checks one SELECT over the allowed tables.
   *
   * @throws dev.assay.model.UserError whose sentence names what is not allowed, and what is
   */
  public CheckedSelect check(String sql, Tables allowed) {
    JsonNode tree = tree(sql);
    TreeWalk walk = walk(tree, allowed);
    String rendered = render.apply(write(tree));
    // The text that runs must say what was checked, whatever the engine's renderer does.
    JsonNode again = read(parse.apply(rendered));
    walk(again, allowed);
    if (!TreeMeaning.of(again).equals(TreeMeaning.of(tree))) {
      throw Refusal.feature("SELECT", "this combination of clauses");
    }
    String shown =
        allowed.hidden().isEmpty()
            ? rendered
            : render.apply(write(new HiddenColumns(allowed, this::tree).hide(again)));
    return new CheckedSelect(shown, walk.tables(), walk.columns(), walk.allColumns());
  }

  private static TreeWalk walk(JsonNode tree, Tables allowed) {
    if (tree.path("statements").size() != 1) {
      throw Refusal.several(tree.path("statements").size());
    }
    TreeWalk walk = new TreeWalk(allowed);
    walk.statement(tree.path("statements").path(0));
    new GrowthRules().check(tree.path("statements").path(0));
    return walk;
  }

  /** The tree of exactly one SELECT statement, not yet checked otherwise. */
  JsonNode tree(String sql) {
    return tree("", sql, "");
  }

  /** As {@link #tree(String)}, of a text between two of our own. */
  JsonNode tree(String before, String sql, String after) {
    if (sql.length() > MOST_CHARACTERS) {
      throw Refusal.tooLong(MOST_CHARACTERS);
    }
    SqlText text = new SqlText(sql);
    // Before the parser: deep brackets cost it minutes, and deep trees can end the process.
    if (text.deepest() > MOST_BRACKETS) {
      throw Refusal.tooDeep();
    }
    if (text.isBlank()) {
      throw Refusal.verb("");
    }
    JsonNode tree = read(parse.apply(before + sql + after));
    if (tree.path("error").asBoolean(true)) {
      throw refusal(tree, text, sql, before.length());
    }
    int statements = tree.path("statements").size();
    if (statements != 1) {
      throw statements == 0 ? Refusal.verb("") : Refusal.several(statements);
    }
    return tree;
  }

  String render(JsonNode tree) {
    return render.apply(write(tree));
  }

  private static RuntimeException refusal(JsonNode error, SqlText text, String sql, int offset) {
    String message = error.path("error_message").asText();
    if (message.startsWith("Only SELECT")) {
      return Refusal.verb(text.offendingWord());
    }
    if (message.startsWith("Max expression depth")) {
      return Refusal.tooDeep();
    }
    if (message.startsWith("Mixing named and positional")) {
      return Refusal.parameters();
    }
    if (!error.path("position").asText().matches("\\d{1,9}")) {
      return Refusal.syntax(message);
    }
    int position = Integer.parseInt(error.path("position").asText()) - offset;
    String before = sql.substring(0, Math.clamp(position, 0, sql.length()));
    long line = before.chars().filter(c -> c == '\n').count() + 1;
    return Refusal.syntax(message, line, before.length() - before.lastIndexOf('\n'));
  }

  private static JsonNode read(String json) {
    try {
      return Json.mapper().readTree(json);
    } catch (StreamConstraintsException e) {
      throw Refusal.tooDeep();
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("The engine's tree is not JSON", e);
    }
  }

  private static String write(JsonNode tree) {
    return Json.write(tree);
  }
}

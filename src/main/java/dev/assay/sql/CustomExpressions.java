package dev.assay.sql;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.assay.model.Problem;
import dev.assay.model.Suggestion;
import dev.assay.model.UserError;
import dev.assay.sql.AllowedFunctions.Group;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * Reads a recipe's {@code cast_expression} through the {@link Guard}: one expression over the
 * columns of Bronze, in DuckDB's SQL and with its meaning, but for one thing: where it would stop
 * at a value that it cannot read, that row fails and the others go on.
 */
public final class CustomExpressions {
  private static final String SOURCE = "assay_source";
  private static final String BEFORE = "SELECT ";
  private static final String AFTER = "\nFROM " + SOURCE;

  /** What {@code SELECT x FROM t} has and an expression must not add to. */
  private static final List<String> MUST_BE_EMPTY =
      List.of(
          "modifiers",
          "where_clause",
          "group_expressions",
          "group_sets",
          "having",
          "sample",
          "qualify");

  private static final Set<String> CLOCK =
      Set.of("current_date", "current_time", "current_timestamp", "localtime", "localtimestamp");

  private final Guard guard;

  public CustomExpressions(Guard guard) {
    this.guard = guard;
  }

  /**
   * Checks an expression and resolves its names: a Bronze column exactly, else trimmed and without
   * regard to case where that is one column.
   *
   * @throws UserError whose sentence names what is not allowed, or every unknown column
   */
  public CustomExpression resolve(String expression, List<String> bronzeColumns) {
    JsonNode tree = guard.tree(BEFORE, expression, AFTER);
    ObjectNode node = alone(tree, expression);
    new TreeWalk(new Tables(List.of(SOURCE))).statement(tree.path("statements").path(0));
    new GrowthRules().check(tree.path("statements").path(0));
    refuseWhatIsNoExpression(node);

    Names names = new Names(bronzeColumns);
    names.resolve(node);
    if (!names.problems.isEmpty()) {
      throw UserError.of(names.problems);
    }
    Failures failures = new Failures(part -> render(tree, part));
    ObjectNode value = failures.makeSafe(node);
    String text = render(tree, value);
    String failed = failures.condition(value);
    if (failures.mayStopOtherwise(value)) {
      failed = Failures.or(failed, "(TRY((" + text + ") IS NULL) IS NULL)");
      text = "TRY(" + text + ")";
    }
    return new CustomExpression(text, failed.isEmpty() ? "false" : failed, List.copyOf(names.used));
  }

  /** The expression's node, after a look at everything around it: it may not bring its own FROM. */
  private static ObjectNode alone(JsonNode tree, String expression) {
    JsonNode query = tree.path("statements").path(0).path("node");
    JsonNode from = query.path("from_table");
    boolean alone =
        query.path("type").asText().equals("SELECT_NODE")
            && query.path("select_list").size() == 1
            && query.path("select_list").path(0).path("alias").asText().isEmpty()
            && from.path("type").asText().equals("BASE_TABLE")
            && from.path("table_name").asText().equals(SOURCE)
            && from.path("alias").asText().isEmpty()
            && TreeWalk.empty(from.path("column_name_alias"))
            && TreeWalk.empty(from.path("sample"))
            && TreeWalk.empty(query.path("cte_map").path("map"))
            && query.path("aggregate_handling").asText().equals("STANDARD_HANDLING")
            && MUST_BE_EMPTY.stream().allMatch(field -> TreeWalk.empty(query.path(field)));
    if (!alone || !(query.path("select_list").path(0) instanceof ObjectNode node)) {
      throw UserError.invalid(Sentences.EXPRESSION_NOT_ONE.with(expression.strip()));
    }
    return node;
  }

  private static void refuseWhatIsNoExpression(JsonNode node) {
    String kind = node.path("class").asText();
    switch (kind) {
      case "SUBQUERY" -> throw notHere("A sub-query");
      case "WINDOW" -> throw notHere("A window function");
      case "STAR" -> throw notHere("'*'");
      case "LAMBDA" -> throw notHere("A lambda");
      case "POSITIONAL_REFERENCE" -> throw notHere("A column by number");
      case "FUNCTION" -> {
        String name = node.path("function_name").asText();
        if (!AllowedFunctions.contains(Group.SCALAR, name)
            || !TreeWalk.empty(node.path("filter"))
            || !TreeWalk.empty(node.path("distinct"))
            || !TreeWalk.empty(node.path("order_bys").path("orders"))) {
          throw notHere("'" + name + "', which looks at more than one row,");
        }
      }
      default -> {
        // Stands for itself.
      }
    }
    node.forEach(CustomExpressions::refuseWhatIsNoExpression);
  }

  private static UserError notHere(String what) {
    return UserError.invalid(
        what + " is not allowed in a cast expression; use the columns of the same row.");
  }

  /** The text of a part of the tree. */
  private String render(JsonNode tree, JsonNode part) {
    ObjectNode copy = tree.deepCopy();
    ObjectNode query = (ObjectNode) copy.path("statements").path(0).path("node");
    ObjectNode expression = part.deepCopy();
    expression.put("alias", "");
    ((ArrayNode) query.path("select_list")).set(0, expression);
    String sql = guard.render(copy);
    String end = " FROM " + SOURCE;
    if (!sql.startsWith(BEFORE) || !sql.endsWith(end)) {
      throw new IllegalStateException("The engine wrote an expression in an unknown way: " + sql);
    }
    return sql.substring(BEFORE.length(), sql.length() - end.length());
  }

  /** Makes every name the name of a Bronze column. */
  private static final class Names {
    private final List<String> columns;
    private final Set<String> used = new LinkedHashSet<>();
    private final List<Problem> problems = new ArrayList<>();

    Names(List<String> columns) {
      this.columns = columns;
    }

    void resolve(JsonNode node) {
      if (node instanceof ObjectNode object && object.path("class").asText().equals("COLUMN_REF")) {
        ArrayNode parts = (ArrayNode) object.path("column_names");
        String name = parts.path(0).asText();
        if (parts.size() > 1) {
          String last = parts.path(parts.size() - 1).asText();
          problem(new Problem("", Sentences.EXPRESSION_COLUMN_QUALIFIED.with(last)));
        } else {
          String column = column(name);
          if (column != null) {
            used.add(column);
            parts.removeAll().add(column);
          }
        }
      }
      node.forEach(this::resolve);
    }

    /** The column, or null for the clock's words and after a problem. */
    private String column(String name) {
      if (columns.contains(name)) {
        return name;
      }
      List<String> alike =
          columns.stream().filter(column -> fold(column).equals(fold(name))).toList();
      if (alike.size() == 1) {
        return alike.getFirst();
      }
      if (alike.isEmpty() && CLOCK.contains(fold(name))) {
        return null;
      }
      problem(
          alike.isEmpty()
              ? new Problem(
                  "",
                  Suggestion.near(Sentences.EXPRESSION_COLUMN_UNKNOWN.with(name), name, columns))
              : new Problem(
                  "",
                  "'"
                      + name
                      + "' may be any of '"
                      + String.join("', '", alike)
                      + "'; write the one that you mean exactly, in double quotes."));
      return null;
    }

    private void problem(Problem problem) {
      if (!problems.contains(problem)) {
        problems.add(problem);
      }
    }

    private static String fold(String name) {
      return name.strip().toLowerCase(Locale.ROOT);
    }
  }
}

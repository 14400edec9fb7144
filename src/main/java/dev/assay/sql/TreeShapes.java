package dev.assay.sql;

import java.util.HashMap;
import java.util.Map;
import java.util.Set;

/**
 * The kinds of nodes that a checked tree may have and what each of their fields may hold; a kind or
 * a field that is not here is refused, so what a newer engine adds is refused until it was looked
 * at.
 */
final class TreeShapes {
  /** What a field may hold. */
  enum Rule {
    /** A text, number, truth value or null: it cannot do anything. */
    PLAIN,
    /** Lists and objects of nothing but plain values. */
    PLAIN_TREE,
    /** Null, false, empty: the feature behind it is not allowed. */
    UNUSED,
    /** The name again, in parts; more than one part means a schema. */
    PATH,
    EXPRESSION,
    EXPRESSIONS,
    /** A list of {@code {name, expression}}. */
    ARGUMENTS,
    /** A list of {@code {when_expr, then_expr}}. */
    CASES,
    /** A list of {@code {type, null_order, expression}}. */
    ORDERS,
    /** A list of {@code {key: name, value: expression}}. */
    REPLACEMENTS,
    /** A list of lists of expressions. */
    ROWS,
    QUERY,
    QUERIES,
    /** {@code {node, named_param_map}}. */
    STATEMENT,
    TABLE,
    CTES,
    MODIFIER,
    MODIFIERS,
    PIVOTS,
    /** A function that makes rows. */
    ROW_FUNCTION,
    /** A constant: {@code {kind, text}}. */
    LITERAL
  }

  private static final String[] COMMON = {"query_location", "query_location_length"};

  /** Expressions by their {@code class}. */
  static final Map<String, Map<String, Rule>> EXPRESSIONS =
      Map.ofEntries(
          expression("COLUMN_REF").with(Rule.PLAIN_TREE, "column_names").entry(),
          expression("CONSTANT").with(Rule.LITERAL, "literal").entry(),
          expression("COMPARISON").with(Rule.EXPRESSION, "left", "right").entry(),
          expression("CONJUNCTION").with(Rule.EXPRESSIONS, "children").entry(),
          expression("OPERATOR").with(Rule.EXPRESSIONS, "children").entry(),
          expression("BETWEEN").with(Rule.EXPRESSION, "input", "lower", "upper").entry(),
          expression("CASE")
              .with(Rule.CASES, "case_checks")
              .with(Rule.EXPRESSION, "else_expr")
              .entry(),
          expression("CAST")
              .with(Rule.EXPRESSION, "child", "type_expr")
              .with(Rule.PLAIN, "try_cast")
              .entry(),
          expression("TYPE")
              .with(Rule.UNUSED, "catalog", "schema")
              .with(Rule.PLAIN, "type_name")
              .with(Rule.PATH, "qualified_name")
              .with(Rule.EXPRESSIONS, "children")
              .entry(),
          expression("COLLATE")
              .with(Rule.EXPRESSION, "child")
              .with(Rule.PLAIN, "collation")
              .entry(),
          expression("FUNCTION")
              .with(Rule.PLAIN, "function_name", "distinct", "is_operator")
              .with(Rule.UNUSED, "schema", "catalog", "export_state")
              .with(Rule.PATH, "qualified_name")
              .with(Rule.EXPRESSION, "filter")
              .with(Rule.MODIFIER, "order_bys")
              .with(Rule.ARGUMENTS, "arguments")
              .entry(),
          expression("WINDOW")
              .with(Rule.PLAIN, "function_name", "start", "end", "ignore_nulls", "exclude_clause")
              .with(Rule.PLAIN, "distinct", "has_ignore_nulls")
              .with(Rule.UNUSED, "schema", "catalog")
              .with(Rule.PATH, "qualified_name")
              .with(Rule.EXPRESSIONS, "partitions")
              .with(Rule.ORDERS, "orders", "arg_orders")
              .with(Rule.EXPRESSION, "start_expr", "end_expr", "offset_expr", "default_expr")
              .with(Rule.EXPRESSION, "filter_expr")
              .with(Rule.ARGUMENTS, "arguments")
              .entry(),
          expression("SUBQUERY")
              .with(Rule.PLAIN, "subquery_type", "comparison_type")
              .with(Rule.STATEMENT, "subquery")
              .with(Rule.EXPRESSION, "child")
              .entry(),
          expression("STAR")
              .with(Rule.PLAIN, "relation_name", "columns")
              .with(Rule.PLAIN_TREE, "exclude_list", "qualified_exclude_list", "rename_list")
              .with(Rule.REPLACEMENTS, "replace_list")
              .with(Rule.EXPRESSION, "expr")
              .entry(),
          expression("LAMBDA")
              .with(Rule.EXPRESSION, "lhs", "expr")
              .with(Rule.PLAIN, "syntax_type")
              .entry(),
          expression("POSITIONAL_REFERENCE").with(Rule.PLAIN, "index").entry());

  /** Operators by their {@code type}. */
  static final Set<String> OPERATORS =
      Set.of(
          "OPERATOR_NOT",
          "OPERATOR_IS_NULL",
          "OPERATOR_IS_NOT_NULL",
          "OPERATOR_COALESCE",
          "OPERATOR_TRY",
          "OPERATOR_UNPACK",
          "COMPARE_IN",
          "COMPARE_NOT_IN",
          "ARRAY_EXTRACT",
          "ARRAY_SLICE",
          "ARRAY_CONSTRUCTOR",
          "STRUCT_EXTRACT",
          "GROUPING_FUNCTION");

  static final Set<String> LITERALS =
      Set.of("INTEGER", "NUMERIC", "STRING", "BOOLEAN", "NULL_LITERAL", "HEX");

  static final Set<String> TYPES =
      Set.of(
          ("array bigint binary bit bitstring blob bool boolean bpchar bytea char date datetime dec decimal double"
                  + " enum float float4 float8 guid hugeint int int1 int128 int16 int2 int32 int4 int64 int8 integer"
                  + " integral interval json list logical long map numeric nvarchar real row short signed smallint"
                  + " string struct text time timestamp timestamp_ms timestamp_ns timestamp_s timestamp_us timestamptz"
                  + " timetz tinyint ubigint uhugeint uint128 uint16 uint32 uint64 uint8 uinteger usmallint utinyint"
                  + " uuid varbinary varchar")
              .split(" "));

  /** Types whose names have blanks. */
  static final Set<String> LONG_TYPES = Set.of("timestamp with time zone", "time with time zone");

  /** What stands in FROM, by its {@code type}. */
  static final Map<String, Map<String, Rule>> TABLES =
      Map.ofEntries(
          table("EMPTY").entry(),
          table("BASE_TABLE")
              .with(Rule.PLAIN, "table_name")
              .with(Rule.UNUSED, "schema_name", "catalog_name", "at_clause")
              .with(Rule.PATH, "qualified_name")
              .with(Rule.PLAIN_TREE, "column_name_alias")
              .entry(),
          table("JOIN")
              .with(Rule.TABLE, "left", "right")
              .with(Rule.EXPRESSION, "condition")
              .with(Rule.PLAIN, "join_type", "ref_type", "is_implicit", "nearest_order_type")
              .with(Rule.PLAIN, "nearest_count", "nearest_approx")
              .with(Rule.PLAIN_TREE, "using_columns")
              .with(Rule.UNUSED, "delim_flipped", "duplicate_eliminated_columns")
              .with(Rule.UNUSED, "ranking_expression")
              .entry(),
          table("SUBQUERY")
              .with(Rule.STATEMENT, "subquery")
              .with(Rule.PLAIN_TREE, "column_name_alias")
              .entry(),
          table("TABLE_FUNCTION")
              .with(Rule.ROW_FUNCTION, "function")
              .with(Rule.PLAIN_TREE, "column_name_alias")
              .with(Rule.PLAIN, "with_ordinality")
              .entry(),
          table("EXPRESSION_LIST")
              .with(Rule.PLAIN_TREE, "expected_names")
              .with(Rule.UNUSED, "expected_types")
              .with(Rule.ROWS, "values")
              .entry(),
          table("PIVOT")
              .with(Rule.TABLE, "source")
              .with(Rule.EXPRESSIONS, "aggregates")
              .with(Rule.PLAIN_TREE, "unpivot_names", "groups", "column_name_alias")
              .with(Rule.PIVOTS, "pivots")
              .with(Rule.PLAIN, "include_nulls")
              .entry());

  /** Whole queries by their {@code type}. */
  static final Map<String, Map<String, Rule>> QUERIES =
      Map.ofEntries(
          query("SELECT_NODE")
              .with(Rule.EXPRESSIONS, "select_list", "group_expressions")
              .with(Rule.TABLE, "from_table")
              .with(Rule.EXPRESSION, "where_clause", "having", "qualify")
              .with(Rule.PLAIN_TREE, "group_sets", "sample")
              .with(Rule.PLAIN, "aggregate_handling")
              .entry(),
          query("SET_OPERATION_NODE")
              .with(Rule.PLAIN, "setop_type", "setop_all")
              .with(Rule.QUERY, "left", "right")
              .with(Rule.QUERIES, "children")
              .entry());

  /** What follows a query, by its {@code type}. */
  static final Map<String, Map<String, Rule>> MODIFIERS =
      Map.ofEntries(
          new Shape("DISTINCT_MODIFIER")
              .with(Rule.PLAIN, "type")
              .with(Rule.EXPRESSIONS, "distinct_on_targets")
              .entry(),
          new Shape("ORDER_MODIFIER").with(Rule.PLAIN, "type").with(Rule.ORDERS, "orders").entry(),
          new Shape("LIMIT_MODIFIER")
              .with(Rule.PLAIN, "type", "limit_type")
              .with(Rule.EXPRESSION, "limit", "offset")
              .entry());

  /** One common table expression. */
  static final Map<String, Rule> CTE =
      new Shape("CTE")
          .with(Rule.PLAIN_TREE, "aliases")
          .with(Rule.PLAIN, "materialized")
          .with(Rule.UNUSED, "key_targets", "payload_aggregates")
          .with(Rule.QUERY, "query_node")
          .fields();

  static final Map<String, Rule> PIVOT_COLUMN =
      new Shape("pivot")
          .with(Rule.EXPRESSIONS, "pivot_expressions")
          .with(Rule.PLAIN_TREE, "unpivot_names")
          .with(Rule.UNUSED, "pivot_enum")
          .fields();

  static final Map<String, Rule> PIVOT_ENTRY =
      new Shape("entry")
          .with(Rule.UNUSED, "values")
          .with(Rule.EXPRESSION, "star_expr")
          .with(Rule.PLAIN, "alias")
          .fields();

  private TreeShapes() {}

  private static Shape expression(String name) {
    return new Shape(name).with(Rule.PLAIN, COMMON).with(Rule.PLAIN, "class", "type", "alias");
  }

  private static Shape table(String name) {
    return new Shape(name)
        .with(Rule.PLAIN, COMMON)
        .with(Rule.PLAIN, "type", "alias")
        .with(Rule.PLAIN_TREE, "sample");
  }

  private static Shape query(String name) {
    return new Shape(name)
        .with(Rule.PLAIN, "type")
        .with(Rule.MODIFIERS, "modifiers")
        .with(Rule.CTES, "cte_map");
  }

  private record Shape(String name, Map<String, Rule> fields) {
    Shape(String name) {
      this(name, new HashMap<>());
    }

    Shape with(Rule rule, String... names) {
      for (String field : names) {
        fields.put(field, rule);
      }
      return this;
    }

    Map.Entry<String, Map<String, Rule>> entry() {
      return Map.entry(name, Map.copyOf(fields));
    }
  }
}

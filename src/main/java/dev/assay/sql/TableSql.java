package dev.assay.sql;

import java.util.List;

/** The few statements that are the same for every table. */
public final class TableSql {
  /** What the names of unpublished tables begin with. */
  public static final String STAGING = "assay_staging_";

  /**
   * A condition over a rejected table: the row was left out on purpose. Its reasons are then its
   * filters' alone, each {@code filtered_} and the filter's name, which no other reason begins
   * with.
   */
  static final String IS_FILTERED = "starts_with(reasons[1], 'filtered_')";

  /**
   * The columns by which rows of Silver, rejected rows and duplicates are told apart, of those that
   * a table has: load, row number and, where columns became rows, which of them it was.
   */
  public static List<String> identity(List<String> columns) {
    return columns.contains(ReshapedSql.PART)
        ? List.of("_load_id", "_row_no", ReshapedSql.PART)
        : List.of("_load_id", "_row_no");
  }

  private final Dialect dialect;

  public TableSql(Dialect dialect) {
    this.dialect = dialect;
  }

  public String drop(String table) {
    return "DROP TABLE IF EXISTS " + dialect.identifier(table);
  }

  /** A temporary view by which a table that is not published yet goes by the name it will have. */
  public String standIn(String table, String staged) {
    return "CREATE TEMPORARY VIEW "
        + dialect.identifier(table)
        + " AS SELECT * FROM "
        + dialect.identifier(staged);
  }

  public String count(String table) {
    return "SELECT count(*) FROM " + dialect.identifier(table);
  }

  /** How many rows of a rejected table were left out on purpose. */
  public String countFiltered(String rejected) {
    return count(rejected) + " WHERE " + IS_FILTERED;
  }

  /** Table, name and type of every column, in order. */
  public String columns() {
    return "SELECT table_name, column_name, data_type FROM information_schema.columns"
        + " WHERE table_schema = current_schema() ORDER BY table_name, ordinal_position";
  }

  /** All rows of a table, sorted as {@link #page} sorts them; no columns named are all. */
  public String all(String table, List<String> columns, List<String> orderBy) {
    return "SELECT " + list(columns) + " FROM " + dialect.identifier(table) + order(orderBy);
  }

  /** All rows of a table, some of whose columns readers may not see. */
  public String received(String table, List<String> hidden, List<String> orderBy) {
    return MaskSql.rows(table, hidden) + order(orderBy);
  }

  /** As {@link #received(String, List, List)}, a page of them. */
  public String received(
      String table, List<String> hidden, List<String> orderBy, long limit, long offset) {
    return received(table, hidden, orderBy) + slice(limit, offset);
  }

  /** Plans a SELECT and runs nothing. */
  public static String explain(String select) {
    return "EXPLAIN " + select;
  }

  /** Fails when its one parameter is not a regular expression that the engine knows. */
  public static String pattern() {
    return "SELECT regexp_matches('', ?::VARCHAR)";
  }

  /** The names of tables that an interrupted build has left behind. */
  public String leftovers() {
    return "SELECT table_name FROM information_schema.tables WHERE table_schema = current_schema()"
        + " AND starts_with(table_name, "
        + dialect.literal(STAGING)
        + ") ORDER BY table_name";
  }

  /** A page of a table's rows, sorted by {@code orderBy}, or by all columns when that is empty. */
  public String page(String table, List<String> orderBy, long limit, long offset) {
    return page(table, List.of(), orderBy, limit, offset);
  }

  /** A page of some of a table's columns; none named are all. */
  public String page(
      String table, List<String> columns, List<String> orderBy, long limit, long offset) {
    return all(table, columns, orderBy) + slice(limit, offset);
  }

  private String list(List<String> columns) {
    return columns.isEmpty()
        ? "*"
        : String.join(", ", columns.stream().map(dialect::identifier).toList());
  }

  /** Counts the rows by which two tables differ, as multisets; 0 when they hold the same rows. */
  public String differences(String one, String other) {
    String first = dialect.identifier(one);
    String second = dialect.identifier(other);
    return "SELECT (SELECT count(*) FROM (SELECT * FROM "
        + first
        + " EXCEPT ALL SELECT * FROM "
        + second
        + ")) + (SELECT count(*) FROM (SELECT * FROM "
        + second
        + " EXCEPT ALL SELECT * FROM "
        + first
        + "))";
  }

  private String order(List<String> columns) {
    return columns.isEmpty()
        ? " ORDER BY ALL"
        : " ORDER BY " + String.join(", ", columns.stream().map(dialect::identifier).toList());
  }

  private static String slice(long limit, long offset) {
    return " LIMIT " + limit + " OFFSET " + offset;
  }
}

package dev.assay.sql;

import java.util.ArrayList;
import java.util.List;
import java.util.StringJoiner;

/** The statements that look at a Bronze table before anything is known about it. */
public final class ProfileSql {
  private ProfileSql() {}

  public static String count(String table) {
    return "SELECT count(*) FROM " + Quote.identifier(table);
  }

  /** Every row. */
  public static String all(String table, List<String> columns) {
    return "SELECT " + identifiers(columns) + " FROM " + Quote.identifier(table);
  }

  /** {@code wanted} rows, one from a place in each of as many equal stretches of the table. */
  public static String spread(String table, List<String> columns, long rows, int wanted) {
    long stretch = Math.max(1, rows / wanted);
    // Addressed by row id: the engine then reads only what lies there.
    return "SELECT "
        + identifiers(columns)
        + " FROM "
        + Quote.identifier(table)
        + " WHERE rowid IN (SELECT CAST(i * "
        + stretch
        + " + hash(i) % "
        + stretch
        + " AS BIGINT) FROM range("
        + wanted
        + ") AS places(i))";
  }

  /** Rows picked at random, repeatably, where row ids have gaps; reads the whole table. */
  public static String reservoir(String table, List<String> columns, int wanted) {
    return "SELECT "
        + identifiers(columns)
        + " FROM "
        + Quote.identifier(table)
        + " USING SAMPLE reservoir("
        + wanted
        + " ROWS) REPEATABLE (1)";
  }

  /**
   * Every different text of several columns with its rows: (position of the column, text, rows); no
   * more than {@code limit} a column.
   */
  public static String different(String table, List<String> columns, int limit) {
    StringJoiner all = new StringJoiner("\nUNION ALL\n");
    for (int i = 0; i < columns.size(); i++) {
      String column = Quote.identifier(columns.get(i));
      all.add(
          "(SELECT "
              + i
              + ", "
              + column
              + ", count(*) FROM "
              + Quote.identifier(table)
              + " WHERE "
              + column
              + " IS NOT NULL GROUP BY "
              + column
              + " LIMIT "
              + limit
              + ")");
    }
    return all.toString();
  }

  private static String identifiers(List<String> columns) {
    List<String> quoted = new ArrayList<>();
    columns.forEach(column -> quoted.add(Quote.identifier(column)));
    return String.join(", ", quoted);
  }
}

package dev.assay.sql;

import dev.assay.model.ColumnType;
import dev.assay.model.SilverSpec;
import java.util.ArrayList;
import java.util.List;
import java.util.StringJoiner;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Looks for rows that are nearly alike, by hashes of what is left once case and spaces are. */
public final class DuplicateSql {
  /** Groups that are listed at most. */
  public static final int LISTED = 100;

  private final Dialect dialect;

  public DuplicateSql(Dialect dialect) {
    this.dialect = dialect;
  }

  /**
   * One row: groups of rows that differ, yet not in these columns; rows beyond the first of each;
   * how many of these are alike in the values of a build too, none of which is missing.
   */
  public String alike(String table, List<SilverSpec.Column> columns) {
    List<String> typed =
        columns.stream().map(column -> "coalesce(" + text(column) + ", chr(30))").toList();
    String complete =
        columns.stream()
            .map(column -> dialect.cast(column) + " IS NOT NULL")
            .collect(Collectors.joining(" AND "));
    return "WITH hashed AS (SELECT _row_hash, hash("
        + String.join(", ", columns.stream().map(this::folded).toList())
        + ") AS folded, CASE WHEN "
        + complete
        + " THEN hash("
        + String.join(", ", typed)
        + ") END AS typed FROM "
        + Quote.identifier(table)
        + "), grouped AS (SELECT count(*) AS n, count(typed) - count(DISTINCT typed) AS same"
        + " FROM hashed GROUP BY folded HAVING count(*) > 1 AND min(_row_hash) <> max(_row_hash))"
        + " SELECT count(*), CAST(coalesce(sum(n - 1), 0) AS BIGINT),"
        + " CAST(coalesce(sum(same), 0) AS BIGINT) FROM grouped";
  }

  /**
   * Rows of (place of a column, row, load, its value, group) that differ from another in that
   * column alone, case and spaces aside; groups of two or three, at most {@link #LISTED} a column.
   *
   * @param differing places of the columns that may differ
   */
  public String butOne(String table, List<SilverSpec.Column> columns, List<Integer> differing) {
    StringJoiner hashes = new StringJoiner(", ");
    String all = "0::UBIGINT";
    for (int i = 0; i < columns.size(); i++) {
      hashes.add("hash(" + i + ", " + folded(columns.get(i)) + ") AS h" + i);
      all = "xor(" + all + ", h" + i + ")";
    }
    for (int i : differing) {
      hashes.add(text(columns.get(i)) + " AS t" + i);
    }
    StringJoiner parts = new StringJoiner("\nUNION ALL\n");
    for (int i : differing) {
      parts.add(
          "(SELECT "
              + i
              + " AS place, _row_no, _load_id, t"
              + i
              + ", g FROM (SELECT *, xor(h, h"
              + i
              + ") AS g FROM hashed) JOIN (SELECT xor(h, h"
              + i
              + ") AS g FROM hashed GROUP BY 1 HAVING count(*) IN (2, 3) AND min(h"
              + i
              + ") <> max(h"
              + i
              + ") ORDER BY 1 LIMIT "
              + (LISTED + 1)
              + ") USING (g))");
    }
    return "WITH hashed AS MATERIALIZED (SELECT *, "
        + all
        + " AS h FROM (SELECT _load_id, _row_no, "
        + hashes
        + " FROM "
        + Quote.identifier(table)
        + "))\nSELECT * FROM ("
        + parts
        + ") ORDER BY place, g, _load_id, _row_no";
  }

  /**
   * Rows of the first groups that {@link #alike} counts: (group, row, then every value as text).
   */
  public String examples(String table, List<SilverSpec.Column> columns, int groups) {
    List<String> values = new ArrayList<>();
    for (int i = 0; i < columns.size(); i++) {
      values.add(Quote.identifier(columns.get(i).source()) + " AS t" + i);
    }
    String hashed =
        "hash(" + String.join(", ", columns.stream().map(this::folded).toList()) + ") AS folded";
    return "WITH hashed AS MATERIALIZED (SELECT _load_id, _row_no, _row_hash, "
        + hashed
        + ", "
        + String.join(", ", values)
        + " FROM "
        + Quote.identifier(table)
        + ") SELECT folded, _row_no, "
        + String.join(", ", IntStream.range(0, columns.size()).mapToObj(i -> "t" + i).toList())
        + " FROM hashed JOIN (SELECT folded FROM hashed GROUP BY folded HAVING count(*) > 1"
        + " AND min(_row_hash) <> max(_row_hash) ORDER BY min(_row_no) LIMIT "
        + groups
        + ") USING (folded) ORDER BY folded, _load_id, _row_no";
  }

  /** What is left of a value once case, accents and spaces are. */
  private String folded(SilverSpec.Column column) {
    boolean text = column.type() == ColumnType.Simple.TEXT;
    return "coalesce("
        + (text ? "strip_accents(lower(replace(" + text(column) + ", ' ', '')))" : text(column))
        + ", chr(30))";
  }

  private String text(SilverSpec.Column column) {
    return column.type() == ColumnType.Simple.TEXT
        ? dialect.cast(column)
        : "CAST(" + dialect.cast(column) + " AS VARCHAR)";
  }
}

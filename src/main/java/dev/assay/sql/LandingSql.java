package dev.assay.sql;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.stream.Collectors;

/** The statements that make Bronze tables, in SQL that any engine of ours understands. */
public final class LandingSql {
  /** The metadata columns that come first in every Bronze table. */
  public static final List<String> METADATA =
      List.of("_load_id", "_row_no", "_loaded_at", "_source_file", "_row_hash");

  private static final DateTimeFormatter MICROSECONDS =
      DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss.SSSSSS").withZone(ZoneOffset.UTC);

  private LandingSql() {}

  /**
   * Makes a Bronze table.
   *
   * @param names the data columns; {@code from} has them as c1, c2, … beside _row_no and _row_hash
   */
  public static String bronze(
      String table,
      long loadId,
      Instant loadedAt,
      String sourceFile,
      List<String> names,
      String from) {
    StringBuilder sql =
        new StringBuilder("CREATE TABLE ")
            .append(identifier(table))
            .append(" AS SELECT CAST(")
            .append(loadId)
            .append(" AS BIGINT) AS _load_id, _row_no, TIMESTAMP '")
            .append(MICROSECONDS.format(loadedAt))
            .append("' AS _loaded_at, CAST(")
            .append(literal(sourceFile))
            .append(" AS VARCHAR) AS _source_file, _row_hash");
    for (int i = 0; i < names.size(); i++) {
      sql.append(", ").append(column(i)).append(" AS ").append(identifier(names.get(i)));
    }
    return sql.append(" FROM ").append(from).toString();
  }

  /** Makes the table of what could not be landed. */
  public static String malformed(String table, long loadId, String from) {
    return "CREATE TABLE "
        + identifier(table)
        + " AS SELECT CAST("
        + loadId
        + " AS BIGINT) AS _load_id, _line_no, _reason, _action, _raw FROM "
        + from;
  }

  /** The name of a data column before it has its own, counted from 0. */
  public static String column(int index) {
    return "c" + (index + 1);
  }

  public static String drop(String table) {
    return "DROP TABLE IF EXISTS " + identifier(table);
  }

  /** What {@code _row_hash} must be over the named columns. */
  public static String rowHash(List<String> names) {
    return names.stream()
        .map(name -> "coalesce(" + identifier(name) + ", chr(30))")
        .collect(Collectors.joining(", ", "md5(concat_ws(chr(31), ", "))"));
  }

  private static String identifier(String name) {
    return '"' + name.replace("\"", "\"\"") + '"';
  }

  private static String literal(String text) {
    return "'" + text.replace("'", "''") + "'";
  }
}

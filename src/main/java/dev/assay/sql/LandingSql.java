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
   * Makes a Bronze table of a load, or adds a load to it.
   *
   * @param made whether the table is there already
   * @param names the data columns of the table, each with where {@code from} has it: c1, c2, …, or
   *     null where it has not and the column is missing
   */
  public static String bronze(
      String table,
      boolean made,
      long loadId,
      Instant loadedAt,
      String sourceFile,
      List<Target> names,
      String from) {
    StringBuilder sql =
        new StringBuilder(made ? "INSERT INTO " : "CREATE TABLE ")
            .append(identifier(table))
            .append(made ? " SELECT CAST(" : " AS SELECT CAST(")
            .append(loadId)
            .append(" AS BIGINT) AS _load_id, _row_no, TIMESTAMP '")
            .append(MICROSECONDS.format(loadedAt))
            .append("' AS _loaded_at, CAST(")
            .append(literal(sourceFile))
            .append(" AS VARCHAR) AS _source_file, _row_hash");
    for (Target target : names) {
      sql.append(", ")
          .append(target.index() == null ? "CAST(NULL AS VARCHAR)" : column(target.index()))
          .append(" AS ")
          .append(identifier(target.name()));
    }
    return sql.append(" FROM ").append(from).toString();
  }

  /**
   * A column of Bronze.
   *
   * @param index where a load has it, from 0; null where it has not
   */
  public record Target(String name, Integer index) {}

  /** Makes a Bronze table without rows. */
  public static String empty(String table, List<String> names) {
    StringBuilder sql =
        new StringBuilder("CREATE TABLE ")
            .append(identifier(table))
            .append(
                " (_load_id BIGINT, _row_no BIGINT, _loaded_at TIMESTAMP, _source_file VARCHAR,"
                    + " _row_hash VARCHAR");
    names.forEach(name -> sql.append(", ").append(identifier(name)).append(" VARCHAR"));
    return sql.append(")").toString();
  }

  /** Makes the table of what could not be landed, without rows. */
  public static String emptyMalformed(String table) {
    return "CREATE TABLE "
        + identifier(table)
        + " (_load_id BIGINT, _line_no BIGINT, _reason VARCHAR, _action VARCHAR, _raw VARCHAR)";
  }

  /** Adds what could not be landed to its table. */
  public static String malformed(String table, long loadId, String from) {
    return "INSERT INTO "
        + identifier(table)
        + " SELECT CAST("
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
    return rowHash(names, names);
  }

  /** The same, where a table may not have all of the columns: one that it lacks is missing. */
  public static String rowHash(List<String> names, List<String> present) {
    return names.stream()
        .map(name ->
            present.contains(name) ? "coalesce(" + identifier(name) + ", chr(30))" : "chr(30)")
        .collect(Collectors.joining(", ", "md5(concat_ws(chr(31), ", "))"));
  }

  private static String identifier(String name) {
    return '"' + name.replace("\"", "\"\"") + '"';
  }

  private static String literal(String text) {
    return "'" + text.replace("'", "''") + "'";
  }
}

package dev.assay.sql;

import dev.assay.model.Change;
import dev.assay.model.Comparison;
import dev.assay.model.Step;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;

/** The statements that compare a load with the Bronze table that is there, and publish it. */
public final class LoadSql {
  /** What the reason begins with of a row that a contract has set aside. */
  private static final String DRIFTED = "drifted: ";

  private static final String BY_ROW = "_load_id, _row_no";
  private static final String BY_LINE = "_load_id, _line_no";
  private static final String MALFORMED_CONTENT = "md5(concat_ws(chr(31), _reason, _raw))";

  private LoadSql() {}

  /** Leaves in the staged table what is new; makes the tables of what is superseded, if any. */
  static List<String> compare(Step.Compare step) {
    String published = Quote.identifier(step.source().bronzeTable());
    String malformed = Quote.identifier(step.source().malformedTable());
    String staged = Quote.identifier(step.staged());
    return switch (step.how()) {
      case Comparison.NewRows(List<String> columns) ->
          List.of(
              known(
                  staged,
                  LandingSql.rowHash(columns),
                  published,
                  LandingSql.rowHash(columns),
                  BY_ROW),
              known(
                  Quote.identifier(step.stagedMalformed()),
                  MALFORMED_CONTENT,
                  malformed,
                  MALFORMED_CONTENT,
                  BY_LINE));
      case Comparison.Multiset(List<String> columns, List<String> before) -> {
        String now = LandingSql.rowHash(columns);
        String then = LandingSql.rowHash(columns, before);
        yield List.of(
            make(step.superseded().rows(), published)
                + " WHERE rowid IN ("
                + surplus(published, then, staged, now, BY_ROW)
                + ")",
            make(step.superseded().malformed(), malformed),
            known(staged, now, published, then, BY_ROW));
      }
      case Comparison.Loads(List<Long> loads) ->
          List.of(
              make(step.superseded().rows(), published) + " WHERE " + among(loads),
              make(step.superseded().malformed(), malformed) + " WHERE " + among(loads));
      case Comparison.Repeats(var earlier) -> {
        List<String> statements = new ArrayList<>();
        earlier.forEach((load, before) -> {
          statements.add(
              repeated(Quote.identifier(step.stagedMalformed()), malformed, load, before, "_raw"));
          statements.add(repeated(staged, published, load, before, "_row_hash"));
        });
        yield statements;
      }
    };
  }

  private static String make(String table, String from) {
    return "CREATE TABLE " + Quote.identifier(table) + " AS SELECT * FROM " + from;
  }

  /**
   * The rows of one table of which another has not as many of the same content, the first ones
   * excepted.
   *
   * @param key the content as an expression, {@code overKey} the same over the other table
   */
  private static String surplus(String of, String key, String over, String overKey, String order) {
    return "SELECT id FROM (SELECT id, content, row_number() OVER (PARTITION BY content ORDER BY "
        + order
        + ") AS nth FROM (SELECT rowid AS id, "
        + order
        + ", "
        + key
        + " AS content FROM "
        + of
        + ")) LEFT JOIN (SELECT "
        + overKey
        + " AS content, count(*) AS same FROM "
        + over
        + " GROUP BY 1) USING (content) WHERE nth > coalesce(same, 0)";
  }

  /** Removes what is there already; of rows that are alike as many as are there. */
  private static String known(
      String staged, String key, String published, String publishedKey, String order) {
    return "DELETE FROM "
        + staged
        + " WHERE rowid NOT IN ("
        + surplus(staged, key, published, publishedKey, order)
        + ")";
  }

  /** Removes a load that holds exactly what an earlier one holds. */
  private static String repeated(
      String staged, String published, long load, long earlier, String content) {
    String all = "SELECT (count(*), sum(CAST(hash(" + content + ") AS HUGEINT))) FROM ";
    return "DELETE FROM "
        + staged
        + " WHERE _load_id = "
        + load
        + " AND ("
        + all
        + staged
        + " WHERE _load_id = "
        + load
        + ") = ("
        + all
        + published
        + " WHERE _load_id = "
        + earlier
        + ")";
  }

  /** Numbers are compared as numbers: as text, '9' comes after '10'. */
  private static String number(String text) {
    return "TRY_CAST(" + text + " AS DECIMAL(38, 9))";
  }

  /** The greatest value of a column, as a number where all values are numbers, or null. */
  public static String greatest(String table, String column) {
    String value = Quote.identifier(column);
    return "SELECT CASE WHEN count("
        + value
        + ") = count("
        + number(value)
        + ") THEN arg_max("
        + value
        + ", "
        + number(value)
        + ") ELSE max("
        + value
        + ") END FROM "
        + Quote.identifier(table);
  }

  /** Load and rows of every load in a table. */
  public static String rowsByLoad(String table) {
    return "SELECT _load_id, count(*) FROM " + Quote.identifier(table) + " GROUP BY _load_id";
  }

  /** How many values each of the columns has, a row for every load. */
  public static String valuesByLoad(String table, List<String> columns) {
    return "SELECT "
        + columns.stream()
            .map(column -> "count(" + Quote.identifier(column) + ")")
            .collect(Collectors.joining(", "))
        + " FROM "
        + Quote.identifier(table)
        + " GROUP BY _load_id";
  }

  /** Load and rows of what a contract has set aside. */
  public static String quarantinedByLoad(String malformed) {
    return "SELECT _load_id, count(*) FROM "
        + Quote.identifier(malformed)
        + " WHERE starts_with(_reason, "
        + Quote.literal(DRIFTED)
        + ") GROUP BY _load_id";
  }

  /** What is the same of two Bronze tables that hold the same rows, in whatever order. */
  public static String content(String table, List<String> columns) {
    return "SELECT count(*), sum(CAST(hash("
        + LandingSql.rowHash(columns)
        + ") AS HUGEINT)) FROM "
        + Quote.identifier(table);
  }

  /** As {@link #content}, of malformed rows. */
  public static String malformedContent(String table) {
    return "SELECT count(*), sum(CAST(hash(_reason, _raw) AS HUGEINT)) FROM "
        + Quote.identifier(table);
  }

  static List<String> quarantine(Step.Quarantine step) {
    List<String> statements = new ArrayList<>();
    for (Step.Aside aside : step.asides()) {
      String condition =
          "_load_id = "
              + aside.loadId()
              + (aside.column() == null
                  ? ""
                  : " AND " + Quote.identifier(aside.column()) + " IS NOT NULL");
      statements.addAll(
          quarantine(step.staged(), step.stagedMalformed(), condition, aside.reason()));
    }
    step.asides().stream()
        .map(Step.Aside::column)
        .filter(Objects::nonNull)
        .distinct()
        .forEach(column ->
            statements.add(
                "ALTER TABLE "
                    + Quote.identifier(step.staged())
                    + " DROP COLUMN "
                    + Quote.identifier(column)));
    return statements;
  }

  /** Moves rows to the malformed ones, their values as a JSON object. */
  static List<String> quarantine(String staged, String malformed, String condition, String reason) {
    String table = Quote.identifier(staged);
    return List.of(
        "INSERT INTO "
            + Quote.identifier(malformed)
            + " (_load_id, _line_no, _reason, _action, _raw) SELECT _load_id, _row_no, "
            + Quote.literal(DRIFTED + reason)
            + ", 'set aside', CAST(to_json(_whole_row) AS VARCHAR) FROM "
            + table
            + " AS _whole_row WHERE "
            + condition,
        "DELETE FROM " + table + " WHERE " + condition);
  }

  /** The statements of a publication. */
  static List<String> publish(List<Change> changes) {
    return changes.stream().flatMap(change -> statements(change).stream()).toList();
  }

  private static List<String> statements(Change change) {
    return switch (change) {
      case Change.Swap(String staged, String published) ->
          List.of(drop(published), rename(staged, published));
      case Change.Retire(String published, String history) ->
          List.of(
              drop(history),
              "ALTER TABLE IF EXISTS "
                  + Quote.identifier(published)
                  + " RENAME TO "
                  + Quote.identifier(history));
      case Change.Reshape(String published, List<String> added, List<String> removed) ->
          reshape(published, added, removed);
      case Change.Append(String from, String published) ->
          List.of(
              "INSERT INTO "
                  + Quote.identifier(published)
                  + " BY NAME SELECT * FROM "
                  + Quote.identifier(from));
      case Change.Subtract(String identities, String published) ->
          List.of(
              "DELETE FROM "
                  + Quote.identifier(published)
                  + " WHERE (_load_id, _row_no) IN (SELECT (_load_id, _row_no) FROM "
                  + Quote.identifier(identities)
                  + ")");
      case Change.Discard(String published, List<Long> loads) ->
          List.of("DELETE FROM " + Quote.identifier(published) + " WHERE " + among(loads));
      case Change.Drop(String table) -> List.of(drop(table));
    };
  }

  private static List<String> reshape(String table, List<String> added, List<String> removed) {
    List<String> statements = new ArrayList<>();
    String alter = "ALTER TABLE " + Quote.identifier(table);
    added.forEach(column ->
        statements.add(
            alter + " ADD COLUMN IF NOT EXISTS " + Quote.identifier(column) + " VARCHAR"));
    removed.forEach(
        column -> statements.add(alter + " DROP COLUMN IF EXISTS " + Quote.identifier(column)));
    return statements;
  }

  private static String drop(String table) {
    return "DROP TABLE IF EXISTS " + Quote.identifier(table);
  }

  private static String rename(String from, String to) {
    return "ALTER TABLE " + Quote.identifier(from) + " RENAME TO " + Quote.identifier(to);
  }

  /** How many of {@code values} parameters a column has. */
  public static String presentAmong(String table, String column, int values) {
    return "SELECT count(DISTINCT "
        + Quote.identifier(column)
        + ") FROM "
        + Quote.identifier(table)
        + " WHERE "
        + Quote.identifier(column)
        + " IN ("
        + String.join(", ", Collections.nCopies(values, "?"))
        + ")";
  }

  /** Names of tables that begin so. */
  public static String named(String beginning) {
    return "SELECT table_name FROM information_schema.tables WHERE table_schema = current_schema()"
        + " AND starts_with(table_name, "
        + Quote.literal(beginning)
        + ")";
  }

  /** How many rows of a table are of these loads. */
  public static String rowsOf(String table, List<Long> loads) {
    return "SELECT count(*) FROM " + Quote.identifier(table) + " WHERE " + among(loads);
  }

  private static String among(List<Long> loads) {
    return loads.isEmpty()
        ? "false"
        : "_load_id IN ("
            + loads.stream().map(load -> Long.toString(load)).collect(Collectors.joining(", "))
            + ")";
  }
}

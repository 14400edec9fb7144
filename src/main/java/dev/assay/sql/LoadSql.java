package dev.assay.sql;

import dev.assay.model.Change;
import dev.assay.model.Comparison;
import dev.assay.model.Step;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.Collectors;

/** The statements that compare a load with the Bronze table that is there, and publish it. */
public final class LoadSql {
  /** What the reason begins with of a row that a contract has set aside. */
  private static final String DRIFTED = "drifted: ";

  private LoadSql() {}

  /** Leaves in the staged table what is new; makes the tables of what is superseded, if any. */
  static List<String> compare(Step.Compare step) {
    String published = Quote.identifier(step.source().bronzeTable());
    String malformed = Quote.identifier(step.source().malformedTable());
    String staged = Quote.identifier(step.staged());
    return switch (step.how()) {
      case Comparison.NewRows(String cursor, String since) ->
          since == null ? List.of() : List.of(known(staged, published, cursor, since));
      case Comparison.Multiset _ ->
          List.of(
              make(step.superseded().rows(), published)
                  + " WHERE rowid IN ("
                  + surplus(published, staged)
                  + ")",
              make(step.superseded().malformed(), malformed),
              "DELETE FROM " + staged + " WHERE rowid NOT IN (" + surplus(staged, published) + ")");
      case Comparison.Loads(List<Long> loads) ->
          List.of(
              make(step.superseded().rows(), published) + " WHERE " + among(loads),
              make(step.superseded().malformed(), malformed) + " WHERE " + among(loads));
    };
  }

  private static String make(String table, String from) {
    return "CREATE TABLE " + Quote.identifier(table) + " AS SELECT * FROM " + from;
  }

  /** Row ids of those rows of a table of which another has not as many of the same content. */
  private static String surplus(String of, String over) {
    return "SELECT id FROM (SELECT rowid AS id, _row_hash, row_number() OVER (PARTITION BY _row_hash"
        + " ORDER BY _load_id, _row_no) AS nth FROM "
        + of
        + ") LEFT JOIN (SELECT _row_hash, count(*) AS same FROM "
        + over
        + " GROUP BY _row_hash) USING (_row_hash) WHERE nth > coalesce(same, 0)";
  }

  /**
   * Removes rows that are not greater than where the last reading ended and are there already. Late
   * ones that are not there stay: nothing that was read is lost.
   */
  private static String known(String staged, String published, String cursor, String since) {
    String column = Quote.identifier(cursor);
    String notGreater =
        "coalesce(NOT (CASE WHEN "
            + number(column)
            + " IS NULL OR "
            + number(Quote.literal(since))
            + " IS NULL THEN "
            + column
            + " > "
            + Quote.literal(since)
            + " ELSE "
            + number(column)
            + " > "
            + number(Quote.literal(since))
            + " END), true)";
    return "DELETE FROM "
        + staged
        + " WHERE rowid IN (SELECT id FROM (SELECT rowid AS id, _row_hash, row_number() OVER"
        + " (PARTITION BY _row_hash ORDER BY _load_id, _row_no) AS nth FROM "
        + staged
        + " WHERE "
        + notGreater
        + ") LEFT JOIN (SELECT _row_hash, count(*) AS same FROM "
        + published
        + " WHERE "
        + notGreater
        + " GROUP BY _row_hash) USING (_row_hash) WHERE nth <= coalesce(same, 0))";
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

  /** Load and rows of what a contract has set aside. */
  public static String quarantinedByLoad(String malformed) {
    return "SELECT _load_id, count(*) FROM "
        + Quote.identifier(malformed)
        + " WHERE starts_with(_reason, "
        + Quote.literal(DRIFTED)
        + ") GROUP BY _load_id";
  }

  /** What is the same of two Bronze tables that hold the same rows, in whatever order. */
  public static String content(String table) {
    return "SELECT count(*), sum(CAST(hash(_row_hash) AS HUGEINT)) FROM " + Quote.identifier(table);
  }

  /** As {@link #content}, of malformed rows. */
  public static String malformedContent(String table) {
    return "SELECT count(*), sum(CAST(hash(_reason, _raw) AS HUGEINT)) FROM "
        + Quote.identifier(table);
  }

  static List<String> quarantine(Step.Quarantine step) {
    String condition =
        step.column() == null ? "true" : Quote.identifier(step.column()) + " IS NOT NULL";
    List<String> statements =
        new ArrayList<>(
            quarantine(step.staged(), step.stagedMalformed(), condition, step.reason()));
    if (step.column() != null) {
      statements.add(
          "ALTER TABLE "
              + Quote.identifier(step.staged())
              + " DROP COLUMN "
              + Quote.identifier(step.column()));
    }
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
            + ", 'set aside', CAST(to_json(columns) AS VARCHAR) FROM (SELECT _load_id, _row_no, struct"
            + " AS columns FROM (SELECT *, "
            + table
            + " AS struct FROM "
            + table
            + " WHERE "
            + condition
            + "))",
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

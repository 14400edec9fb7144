package dev.assay.store;

import dev.assay.model.Author;
import dev.assay.model.Json;
import dev.assay.model.Layer;
import dev.assay.model.Recipe;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Every recipe ever applied to a table: who applied it, when, and what came of it. */
public final class Recipes {

  /** What came of a recipe. */
  public enum Outcome {
    /** A build of it is under way, or waits for the next. */
    APPLIED,
    PUBLISHED,
    FAILED,
    /** The build was cancelled: the recipe before it stays in force. */
    CANCELLED
  }

  /**
   * A recipe in a table's history.
   *
   * @param number counts from 1 within the table
   * @param buildId the layer's build that used it, or null
   */
  public record Applied(
      String table,
      long number,
      Recipe recipe,
      Author author,
      Outcome outcome,
      String buildId,
      Instant createdAt) {}

  private final Database database;

  Recipes(Database database) {
    this.database = database;
  }

  /**
   * Puts a recipe in force and returns its number; one that is in force already gets no second
   * entry.
   *
   * @param buildId the layer's build that uses it, or null
   */
  public long apply(String sourceId, String table, Recipe recipe, Author author, String buildId) {
    Optional<Applied> inForce = inForce(table);
    if (inForce.isPresent() && inForce.get().recipe().equals(recipe)) {
      if (inForce.get().outcome() != Outcome.PUBLISHED) {
        // It is this build whose end tells what came of it, after a crash too.
        tryAgain(table, inForce.get().number(), buildId);
      }
      return inForce.get().number();
    }
    database.write(handle ->
        handle
            .createUpdate(
                """
                INSERT INTO recipe (source_id, layer, table_name, number, recipe, author, outcome, build_id, created_at)
                VALUES (:source, :layer, :table,
                  (SELECT coalesce(max(number), 0) + 1 FROM recipe WHERE table_name = :table),
                  :recipe, :author, 'applied', :build, :created_at)\
                """)
            .bind("source", sourceId)
            .bind("layer", recipe.layer().text())
            .bind("table", table)
            .bind("recipe", Json.write(recipe))
            .bind("author", Enums.text(author))
            .bind("build", buildId)
            .bind("created_at", Columns.time(Instant.now()))
            .execute());
    return inForce(table).orElseThrow().number();
  }

  private void tryAgain(String table, long number, String buildId) {
    database.write(handle ->
        handle.execute(
            "UPDATE recipe SET outcome = 'applied', build_id = coalesce(?, build_id)"
                + " WHERE table_name = ? AND number = ?",
            buildId,
            table,
            number));
  }

  /** Notes what came of a recipe in a build. */
  public void ended(String table, long number, String buildId, Outcome outcome) {
    // A build that was cancelled takes out of force only the recipe that it brought itself, and one
    // that failed does not undo that the same recipe was published before.
    database.write(handle ->
        handle
            .createUpdate(
                """
                UPDATE recipe SET outcome = :outcome WHERE table_name = :table AND number = :number
                  AND (:outcome <> 'cancelled' OR build_id = :build)
                  AND (:outcome <> 'failed' OR outcome <> 'published')\
                """)
            .bind("outcome", Enums.text(outcome))
            .bind("table", table)
            .bind("number", number)
            .bind("build", buildId)
            .execute());
  }

  /** As {@link #ended(String, long, String, Outcome)}, for a build of an earlier process. */
  public void ended(String buildId, Outcome outcome) {
    database.write(handle ->
        handle.execute(
            "UPDATE recipe SET outcome = ? WHERE build_id = ? AND outcome = 'applied'",
            Enums.text(outcome),
            buildId));
  }

  /** The recipe that the table's next build uses. */
  public Optional<Applied> inForce(String table) {
    return database.read(handle ->
        handle
            .createQuery(
                """
                SELECT * FROM recipe
                    WHERE table_name = :table AND outcome <> 'cancelled' AND retired_at IS NULL
                ORDER BY number DESC LIMIT 1\
                """)
            .bind("table", table)
            .map((row, _) -> applied(row))
            .findFirst());
  }

  /** The recipe by which the table was published last. */
  public Optional<Applied> published(String table) {
    return database.read(handle ->
        handle
            .createQuery(
                """
                SELECT * FROM recipe WHERE table_name = :table AND outcome = 'published'
                ORDER BY number DESC LIMIT 1\
                """)
            .bind("table", table)
            .map((row, _) -> applied(row))
            .findFirst());
  }

  /** Newest first. */
  public List<Applied> history(String table) {
    return database.read(handle ->
        handle
            .createQuery("SELECT * FROM recipe WHERE table_name = :table ORDER BY number DESC")
            .bind("table", table)
            .map((row, _) -> applied(row))
            .list());
  }

  /** Ends the force of a dropped table's recipes; they stay in its history. */
  public void retire(String table) {
    database.write(handle ->
        handle.execute(
            "UPDATE recipe SET retired_at = ? WHERE table_name = ? AND retired_at IS NULL",
            Columns.time(Instant.now()),
            table));
  }

  private static Applied applied(ResultSet row) throws SQLException {
    return new Applied(
        row.getString("table_name"),
        row.getLong("number"),
        Columns.recipe(row, "recipe", Layer.parse(row.getString("layer"))),
        Enums.parse(Author.class, row.getString("author")),
        Enums.parse(Outcome.class, row.getString("outcome")),
        row.getString("build_id"),
        Columns.time(row, "created_at"));
  }
}

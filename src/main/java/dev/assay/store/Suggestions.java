package dev.assay.store;

import dev.assay.model.Json;
import dev.assay.model.Layer;
import dev.assay.model.Recipe;
import java.util.Optional;

/** The latest suggestion for each layer of a source, good for one build of the layer upstream. */
public final class Suggestions {
  private final Database database;

  Suggestions(Database database) {
    this.database = database;
  }

  /** The suggestion made from exactly this build of the layer upstream. */
  public Optional<Recipe> find(String sourceId, Layer layer, String upstreamBuild) {
    return database.read(handle ->
        handle
            .createQuery(
                """
                SELECT recipe FROM suggestion
                WHERE source_id = :source AND layer = :layer AND upstream_build = :build\
                """)
            .bind("source", sourceId)
            .bind("layer", layer.text())
            .bind("build", upstreamBuild)
            .map((row, _) -> Columns.recipe(row, "recipe", layer))
            .findFirst());
  }

  public void keep(String sourceId, String upstreamBuild, Recipe recipe) {
    database.write(handle ->
        handle.execute(
            """
            INSERT INTO suggestion (source_id, layer, upstream_build, recipe) VALUES (?, ?, ?, ?)
            ON CONFLICT (source_id, layer) DO UPDATE
              SET upstream_build = excluded.upstream_build, recipe = excluded.recipe\
            """,
            sourceId,
            recipe.layer().text(),
            upstreamBuild,
            Json.write(recipe)));
  }

  /** What is asked for next is thought of anew; {@code sourceId} null for every source. */
  public void forget(String sourceId, Layer layer) {
    database.write(handle ->
        handle.execute(
            "DELETE FROM suggestion WHERE layer = ? AND (source_id = ? OR ? IS NULL)",
            layer.text(),
            sourceId,
            sourceId));
  }
}

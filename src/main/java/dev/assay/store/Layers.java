package dev.assay.store;

import dev.assay.model.GoldRecipe;
import dev.assay.model.Json;
import dev.assay.model.Layer;
import dev.assay.model.LayerStatus;
import dev.assay.model.Ledger;
import dev.assay.model.MedallionLayer;
import dev.assay.model.Recipe;
import dev.assay.model.Refusal;
import dev.assay.model.StaleReason;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;

/** The state of every layer's table: {@code medallion_layer}. */
public final class Layers {
  private static final String IN_ORDER =
      " ORDER BY CASE layer WHEN 'bronze' THEN 0 WHEN 'silver' THEN 1 ELSE 2 END, created_at, table_name";

  /** What a publication changes. */
  public record Published(
      String buildId, long rowCount, Instant builtAt, long durationMs, Ledger ledger) {}

  /** What start-up must know of a layer; its recipe and ledger stay unread. */
  public record Mark(String id, String table, LayerStatus status, String publishedBuild) {}

  private final Database database;

  Layers(Database database) {
    this.database = database;
  }

  /** Bronze, then Silver, then Gold. */
  public List<MedallionLayer> of(String sourceId) {
    return database.read(handle ->
        handle
            .createQuery("SELECT * FROM medallion_layer WHERE source_id = :source" + IN_ORDER)
            .bind("source", sourceId)
            .map((row, _) -> layer(row))
            .list());
  }

  public List<MedallionLayer> all() {
    return database.read(handle ->
        handle
            .createQuery("SELECT * FROM medallion_layer" + IN_ORDER)
            .map((row, _) -> layer(row))
            .list());
  }

  public List<Mark> marks() {
    return database.read(handle ->
        handle
            .createQuery("SELECT id, table_name, status, published_build FROM medallion_layer")
            .map((row, _) ->
                new Mark(
                    row.getString("id"),
                    row.getString("table_name"),
                    Enums.parse(LayerStatus.class, row.getString("status")),
                    row.getString("published_build")))
            .list());
  }

  /** By table name; names ignore case, as the warehouse does. */
  public Optional<MedallionLayer> find(String table) {
    return database.read(handle ->
        handle
            .createQuery("SELECT * FROM medallion_layer WHERE lower(table_name) = :name")
            .bind("name", table.toLowerCase(Locale.ROOT))
            .map((row, _) -> layer(row))
            .findFirst());
  }

  /** The table's layer, made pending when there is none yet. */
  public MedallionLayer ensure(String sourceId, Layer layer, String table) {
    return find(table)
        .orElseGet(() -> {
          database.write(handle ->
              handle
                  .createUpdate(
                      """
                      INSERT INTO medallion_layer (id, source_id, layer, table_name, status, created_at)
                      VALUES (:id, :source, :layer, :table, 'pending', :created_at)\
                      """)
                  .bind("id", UUID.randomUUID().toString())
                  .bind("source", sourceId)
                  .bind("layer", layer.text())
                  .bind("table", table)
                  .bind("created_at", Columns.time(Instant.now()))
                  .execute());
          return find(table).orElseThrow();
        });
  }

  /** A build of it has begun. */
  public void building(String id) {
    database.write(handle ->
        handle.execute(
            "UPDATE medallion_layer SET status = 'building', error_message = NULL, refused = NULL"
                + " WHERE id = ?",
            id));
  }

  /** The recipe of the attempt under way, or one that waits for the next. */
  public void configured(String id, Recipe recipe) {
    database.write(handle ->
        handle.execute(
            "UPDATE medallion_layer SET schema_config = ? WHERE id = ?", Json.write(recipe), id));
  }

  public void published(String id, Published published) {
    database.write(handle ->
        handle
            .createUpdate(
                """
                UPDATE medallion_layer SET status = 'ready', row_count = :rows, last_built_at = :built_at,
                  build_duration_ms = :duration, error_message = NULL, refused = NULL,
                  stale_reason = NULL, stale_because = NULL,
                  published_build = :build, ledger = :ledger
                WHERE id = :id\
                """)
            .bind("rows", published.rowCount())
            .bind("built_at", Columns.time(published.builtAt()))
            .bind("duration", published.durationMs())
            .bind("build", published.buildId())
            .bind("ledger", Columns.json(published.ledger()))
            .bind("id", id)
            .execute());
  }

  /** {@code refused} says the same as data, or is null. */
  public void failed(String id, String message, Refusal refused) {
    database.write(handle ->
        handle
            .createUpdate(
                """
                UPDATE medallion_layer SET status = 'error', error_message = :message,
                  refused = :refused WHERE id = :id\
                """)
            .bind("message", message)
            .bind("refused", Columns.json(refused))
            .bind("id", id)
            .execute());
  }

  /** Puts back what an attempt that was cancelled found. */
  public void restore(MedallionLayer before) {
    database.write(handle ->
        handle
            .createUpdate(
                """
                UPDATE medallion_layer SET status = :status, schema_config = :recipe,
                  error_message = :error, refused = :refused, stale_reason = :stale,
                  stale_because = :because WHERE id = :id\
                """)
            .bind("status", before.status().text())
            .bind("recipe", Columns.json(before.schemaConfig()))
            .bind("error", before.errorMessage())
            .bind("refused", Columns.json(before.refused()))
            .bind("stale", before.staleReason())
            .bind("because", Columns.json(before.staleBecause()))
            .bind("id", before.id())
            .execute());
  }

  /** Published Gold tables of sources other than {@code sourceId} that join {@code table}. */
  public List<MedallionLayer> joining(String sourceId, String table) {
    return all().stream()
        .filter(layer -> !layer.sourceId().equals(sourceId) && layer.publishedBuild() != null)
        .filter(layer ->
            layer.schemaConfig() instanceof GoldRecipe gold && gold.joined().contains(table))
        .toList();
  }

  /** As {@link #stale(String, Layer, StaleReason)}, of one table by its layer's id. */
  public void stale(String id, StaleReason reason) {
    database.write(handle ->
        handle
            .createUpdate(
                """
                UPDATE medallion_layer SET stale_reason = :reason, stale_because = :because,
                  status = CASE status WHEN 'ready' THEN 'stale' ELSE status END
                WHERE id = :id AND published_build IS NOT NULL\
                """)
            .bind("reason", reason.sentence())
            .bind("because", Columns.json(reason))
            .bind("id", id)
            .execute());
  }

  /**
   * What was published of a layer no longer follows from upstream. A failed attempt stays an error.
   */
  public void stale(String sourceId, Layer layer, StaleReason reason) {
    database.write(handle ->
        handle
            .createUpdate(
                """
                UPDATE medallion_layer SET stale_reason = :reason, stale_because = :because,
                  status = CASE status WHEN 'ready' THEN 'stale' ELSE status END
                WHERE source_id = :source AND layer = :layer AND published_build IS NOT NULL\
                """)
            .bind("reason", reason.sentence())
            .bind("because", Columns.json(reason))
            .bind("source", sourceId)
            .bind("layer", layer.text())
            .execute());
  }

  public void remove(String id) {
    database.write(handle -> handle.execute("DELETE FROM medallion_layer WHERE id = ?", id));
  }

  private static MedallionLayer layer(ResultSet row) throws SQLException {
    Layer layer = Layer.parse(row.getString("layer"));
    return new MedallionLayer(
        row.getString("id"),
        row.getString("source_id"),
        layer,
        row.getString("table_name"),
        Columns.recipe(row, "schema_config", layer),
        Enums.parse(LayerStatus.class, row.getString("status")),
        Columns.number(row, "row_count"),
        Columns.time(row, "last_built_at"),
        Columns.number(row, "build_duration_ms"),
        row.getString("error_message"),
        Columns.json(row, "refused", Refusal.class),
        row.getString("stale_reason"),
        Columns.json(row, "stale_because", StaleReason.class),
        row.getString("published_build"),
        Columns.json(row, "ledger", Ledger.class),
        Columns.time(row, "created_at"));
  }
}

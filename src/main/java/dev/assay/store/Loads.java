package dev.assay.store;

import dev.assay.model.Json;
import dev.assay.model.Load;
import dev.assay.model.Origin;
import dev.assay.model.Source;
import dev.assay.model.SyncSettings;
import java.time.Instant;
import java.util.List;

/** The loads of each source: every time that its origin was read. */
public final class Loads {
  private final Database database;

  Loads(Database database) {
    this.database = database;
  }

  /** Begins a load and returns its number, greater than those of all earlier loads. */
  public long begin(Source source, String buildId, Instant loadedAt) {
    long[] loadId = new long[1];
    database.write(handle -> {
      loadId[0] =
          handle
              .createQuery(
                  "SELECT coalesce(max(load_id), 0) + 1 FROM load WHERE source_id = :source")
              .bind("source", source.id())
              .mapTo(Long.class)
              .one();
      handle
          .createUpdate(
              """
              INSERT INTO load (source_id, load_id, build_id, loaded_at, origin)
              VALUES (:source, :load, :build, :loaded_at, :origin)\
              """)
          .bind("source", source.id())
          .bind("load", loadId[0])
          .bind("build", buildId)
          .bind("loaded_at", Columns.time(loadedAt))
          .bind("origin", Json.write(source.origin()))
          .execute();
    });
    return loadId[0];
  }

  public void end(String sourceId, long loadId, long read, long landed, long malformed) {
    database.write(handle ->
        handle.execute(
            "UPDATE load SET rows_read = ?, rows_landed = ?, rows_malformed = ? WHERE source_id = ? AND load_id = ?",
            read,
            landed,
            malformed,
            sourceId,
            loadId));
  }

  /** In order. */
  public List<Load> of(String sourceId) {
    return database.read(handle ->
        handle
            .createQuery("SELECT * FROM load WHERE source_id = :source ORDER BY load_id")
            .bind("source", sourceId)
            .map((row, _) ->
                new Load(
                    row.getString("source_id"),
                    row.getLong("load_id"),
                    row.getString("build_id"),
                    Columns.time(row, "loaded_at"),
                    Columns.json(row, "origin", Origin.class),
                    row.getString("mode") == null
                        ? SyncSettings.LoadMode.REPLACE
                        : Enums.parse(SyncSettings.LoadMode.class, row.getString("mode")),
                    Columns.number(row, "rows_read"),
                    Columns.number(row, "rows_landed"),
                    Columns.number(row, "rows_malformed"),
                    row.getString("fingerprint"),
                    row.getString("cursor_value"),
                    Columns.time(row, "undone_at")))
            .list());
  }
}

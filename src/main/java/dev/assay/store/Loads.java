package dev.assay.store;

import dev.assay.model.Json;
import dev.assay.model.Landing;
import dev.assay.model.Load;
import dev.assay.model.Origin;
import dev.assay.model.SyncSettings;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** The loads of each source: every time that its origin was read. */
public final class Loads {
  private final Database database;

  Loads(Database database) {
    this.database = database;
  }

  /**
   * What a load did once it is published.
   *
   * @param landing the columns of Bronze with it
   */
  public record Outcome(
      long loadId,
      long read,
      long landed,
      long malformed,
      long known,
      long superseded,
      String cursorValue,
      Landing landing) {}

  /** The number of the source's next load, greater than those of all earlier ones. */
  public long next(String sourceId) {
    return database.read(handle ->
        handle
            .createQuery("SELECT coalesce(max(load_id), 0) + 1 FROM load WHERE source_id = :source")
            .bind("source", sourceId)
            .mapTo(Long.class)
            .one());
  }

  /** Begins a load and returns its number. */
  public long begin(
      String sourceId,
      Origin origin,
      String buildId,
      Instant loadedAt,
      SyncSettings.LoadMode mode,
      String fingerprint) {
    long[] loadId = new long[1];
    database.write(handle -> {
      loadId[0] =
          handle
              .createQuery(
                  "SELECT coalesce(max(load_id), 0) + 1 FROM load WHERE source_id = :source")
              .bind("source", sourceId)
              .mapTo(Long.class)
              .one();
      handle
          .createUpdate(
              """
              INSERT INTO load (source_id, load_id, build_id, loaded_at, origin, mode, fingerprint)
              VALUES (:source, :load, :build, :loaded_at, :origin, :mode, :fingerprint)\
              """)
          .bind("source", sourceId)
          .bind("load", loadId[0])
          .bind("build", buildId)
          .bind("loaded_at", Columns.time(loadedAt))
          .bind("origin", Json.write(origin))
          .bind("mode", mode.text())
          .bind("fingerprint", fingerprint)
          .execute();
    });
    return loadId[0];
  }

  /** What it did, known before readers see it: a crash right after that must not lose it. */
  public void end(String sourceId, Outcome outcome) {
    database.write(handle ->
        handle
            .createUpdate(
                """
                UPDATE load SET rows_read = :read, rows_landed = :landed, rows_malformed = :malformed,
                  rows_known = :known, rows_superseded = :superseded, cursor_value = :cursor,
                  landing = :landing
                WHERE source_id = :source AND load_id = :load\
                """)
            .bind("read", outcome.read())
            .bind("landed", outcome.landed())
            .bind("malformed", outcome.malformed())
            .bind("known", outcome.known())
            .bind("superseded", outcome.superseded())
            .bind("cursor", outcome.cursorValue())
            .bind("landing", Json.write(outcome.landing()))
            .bind("source", sourceId)
            .bind("load", outcome.loadId())
            .execute());
  }

  /** Readers see the loads of a build. */
  public void published(String buildId) {
    database.write(
        handle -> handle.execute("UPDATE load SET published = TRUE WHERE build_id = ?", buildId));
  }

  /** Readers no longer see these loads. */
  public void undone(String sourceId, List<Long> loads, Instant at) {
    database.write(handle -> {
      for (long load : loads) {
        handle.execute(
            "UPDATE load SET undone_at = ? WHERE source_id = ? AND load_id = ?",
            Columns.time(at),
            sourceId,
            load);
      }
    });
  }

  /** Readers no longer see any of them: their table was dropped. */
  public void dropped(String sourceId) {
    database.write(handle ->
        handle.execute("UPDATE load SET published = FALSE WHERE source_id = ?", sourceId));
  }

  /** The rows of these loads were superseded and are there again. */
  public void restored(String sourceId, List<Long> loads) {
    database.write(handle -> {
      for (long load : loads) {
        handle.execute(
            "UPDATE load SET restored = TRUE WHERE source_id = ? AND load_id = ?", sourceId, load);
      }
    });
  }

  /** Loads whose rows were superseded and came back. */
  public List<Long> restored(String sourceId) {
    return database.read(handle ->
        handle
            .createQuery("SELECT load_id FROM load WHERE source_id = :source AND restored")
            .bind("source", sourceId)
            .mapTo(Long.class)
            .list());
  }

  /** What a load has read looks otherwise from outside now, and is the same. */
  public void touched(String sourceId, long load, String fingerprint) {
    database.write(handle ->
        handle.execute(
            "UPDATE load SET fingerprint = ? WHERE source_id = ? AND load_id = ?",
            fingerprint,
            sourceId,
            load));
  }

  /** The columns of Bronze with a load, where that is on record. */
  public Optional<Landing> landing(String sourceId, long loadId) {
    return database.read(handle ->
        handle
            .createQuery("SELECT landing FROM load WHERE source_id = ? AND load_id = ?")
            .bind(0, sourceId)
            .bind(1, loadId)
            .map((row, _) -> Optional.ofNullable(Columns.json(row, "landing", Landing.class)))
            .findFirst()
            .flatMap(landing -> landing));
  }

  /** Those that readers have seen, in order; undone ones among them. */
  public List<Load> of(String sourceId) {
    return database.read(handle ->
        handle
            .createQuery(
                "SELECT * FROM load WHERE source_id = :source AND published ORDER BY load_id")
            .bind("source", sourceId)
            .map((row, _) -> load(row))
            .list());
  }

  /** Those of a build, published or not. */
  public List<Load> ofBuild(String buildId) {
    return database.read(handle ->
        handle
            .createQuery("SELECT * FROM load WHERE build_id = :build ORDER BY load_id")
            .bind("build", buildId)
            .map((row, _) -> load(row))
            .list());
  }

  private static Load load(ResultSet row) throws SQLException {
    return new Load(
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
        Columns.number(row, "rows_known"),
        Columns.number(row, "rows_superseded"),
        row.getString("fingerprint"),
        row.getString("cursor_value"),
        Columns.time(row, "undone_at"));
  }
}

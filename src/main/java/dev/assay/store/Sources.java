package dev.assay.store;

import dev.assay.model.DialectOverrides;
import dev.assay.model.FoundTable;
import dev.assay.model.Json;
import dev.assay.model.Origin;
import dev.assay.model.Source;
import dev.assay.model.SyncSettings;
import dev.assay.model.Waiting;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** The sources of the workspace. */
public final class Sources {
  /**
   * A source with what only syncing needs.
   *
   * @param path the real path of a local file, null for an upload
   * @param overrides what the user decided about the file
   * @param fingerprint of the file behind the published Bronze, or null
   * @param settings how it follows its origin
   * @param foreignKeys what the origin said of its references
   * @param waiting what the last sync waits for a yes to, or null
   * @param syncedAt when a sync last looked at the origin, or null
   */
  public record Kept(
      Source source,
      String path,
      DialectOverrides overrides,
      String fingerprint,
      SyncSettings settings,
      List<FoundTable.ForeignKey> foreignKeys,
      Waiting waiting,
      Instant syncedAt) {}

  private final Database database;

  Sources(Database database) {
    this.database = database;
  }

  public void insert(Source source, String path, DialectOverrides overrides) {
    database.write(handle ->
        handle
            .createUpdate(
                """
                INSERT INTO source (id, name, origin_id, origin_path, origin, overrides, created_at)
                VALUES (:id, :name, :origin_id, :path, :origin, :overrides, :created_at)\
                """)
            .bind("id", source.id())
            .bind("name", source.name())
            .bind("origin_id", source.originId())
            .bind("path", path)
            .bind("origin", Json.write(source.origin()))
            .bind("overrides", Json.write(overrides))
            .bind("created_at", Columns.time(source.createdAt()))
            .execute());
  }

  /** In the order in which they were added. */
  public List<Kept> all() {
    return database.read(handle ->
        handle
            .createQuery("SELECT * FROM source ORDER BY created_at, id")
            .map((row, _) -> kept(row))
            .list());
  }

  /** By id, else by name. */
  public Optional<Kept> find(String idOrName) {
    return database.read(handle ->
        handle
            .createQuery(
                "SELECT * FROM source WHERE id = :key OR name = :key ORDER BY id <> :key LIMIT 1")
            .bind("key", idOrName)
            .map((row, _) -> kept(row))
            .findFirst());
  }

  public Optional<Kept> findByPath(String realPath) {
    return database.read(handle ->
        handle
            .createQuery(
                "SELECT * FROM source WHERE origin_path = :path ORDER BY created_at LIMIT 1")
            .bind("path", realPath)
            .map((row, _) -> kept(row))
            .findFirst());
  }

  /** Every table of a local file or folder that is a source, in the order of their adding. */
  public List<Kept> allByPath(String realPath) {
    return database.read(handle ->
        handle
            .createQuery("SELECT * FROM source WHERE origin_path = :path ORDER BY created_at, id")
            .bind("path", realPath)
            .map((row, _) -> kept(row))
            .list());
  }

  /** Has a source read from another place from now on; Bronze is as it was until it lands. */
  public void move(String id, Origin origin) {
    update("origin", id, Json.write(origin));
  }

  /** Remembers what the published Bronze was read from. */
  public void landed(String id, Origin origin, String fingerprint) {
    database.write(handle ->
        handle
            .createUpdate(
                "UPDATE source SET origin = :origin, fingerprint = :fingerprint WHERE id = :id")
            .bind("origin", Json.write(origin))
            .bind("fingerprint", fingerprint)
            .bind("id", id)
            .execute());
  }

  public void override(String id, DialectOverrides overrides) {
    database.write(handle ->
        handle
            .createUpdate("UPDATE source SET overrides = :overrides WHERE id = :id")
            .bind("overrides", Json.write(overrides))
            .bind("id", id)
            .execute());
  }

  public void configure(String id, SyncSettings settings) {
    update("settings", id, Json.write(settings));
  }

  public void remember(String id, List<FoundTable.ForeignKey> foreignKeys) {
    update("foreign_keys", id, foreignKeys.isEmpty() ? null : Json.write(foreignKeys));
  }

  /** {@code waiting} null for nothing. */
  public void await(String id, Waiting waiting) {
    update("waiting", id, waiting == null ? null : Json.write(waiting));
  }

  public void synced(String id, Instant at) {
    update("synced_at", id, Columns.time(at));
  }

  private void update(String column, String id, String value) {
    database.write(
        handle -> handle.execute("UPDATE source SET " + column + " = ? WHERE id = ?", value, id));
  }

  /** Forgets the source and everything about it. */
  public void remove(String id) {
    database.write(handle -> handle.execute("DELETE FROM source WHERE id = ?", id));
  }

  private static Kept kept(ResultSet row) throws SQLException {
    Source source =
        new Source(
            row.getString("id"),
            row.getString("name"),
            row.getString("origin_id"),
            Columns.json(row, "origin", Origin.class),
            Columns.time(row, "created_at"));
    SyncSettings settings = Columns.json(row, "settings", SyncSettings.class);
    FoundTable.ForeignKey[] keys = Columns.json(row, "foreign_keys", FoundTable.ForeignKey[].class);
    return new Kept(
        source,
        row.getString("origin_path"),
        Columns.json(row, "overrides", DialectOverrides.class),
        row.getString("fingerprint"),
        settings == null ? SyncSettings.usual() : settings,
        keys == null ? List.of() : List.of(keys),
        Columns.json(row, "waiting", Waiting.class),
        Columns.time(row, "synced_at"));
  }
}

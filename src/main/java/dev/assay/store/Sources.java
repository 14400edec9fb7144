package dev.assay.store;

import dev.assay.model.DialectOverrides;
import dev.assay.model.Json;
import dev.assay.model.Origin;
import dev.assay.model.Source;
import java.sql.ResultSet;
import java.sql.SQLException;
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
   */
  public record Kept(Source source, String path, DialectOverrides overrides, String fingerprint) {}

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
    return new Kept(
        source,
        row.getString("origin_path"),
        Columns.json(row, "overrides", DialectOverrides.class),
        row.getString("fingerprint"));
  }
}

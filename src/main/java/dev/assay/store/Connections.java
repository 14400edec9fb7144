package dev.assay.store;

import dev.assay.model.Connection;
import dev.assay.model.Json;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** The ways to databases and warehouses. Secrets come in encrypted and go out as they came. */
public final class Connections {
  /**
   * A connection with what is kept of its secret.
   *
   * @param secret encrypted; null where there is none
   */
  public record Kept(Connection connection, String secret) {
    @Override
    public String toString() {
      return connection.toString();
    }
  }

  private final Database database;

  Connections(Database database) {
    this.database = database;
  }

  public void insert(Kept kept, Instant createdAt) {
    database.write(handle ->
        handle
            .createUpdate(
                """
                INSERT INTO connection (id, connection, secret, created_at)
                VALUES (:id, :connection, :secret, :created_at)\
                """)
            .bind("id", kept.connection().id())
            .bind("connection", Json.write(kept.connection()))
            .bind("secret", kept.secret())
            .bind("created_at", Columns.time(createdAt))
            .execute());
  }

  /** Puts a connection in the place of the one with its id. */
  public void replace(Kept kept) {
    database.write(handle ->
        handle.execute(
            "UPDATE connection SET connection = ?, secret = ? WHERE id = ?",
            Json.write(kept.connection()),
            kept.secret(),
            kept.connection().id()));
  }

  /** In the order in which they were made. */
  public List<Kept> all() {
    return database.read(handle ->
        handle
            .createQuery("SELECT * FROM connection ORDER BY created_at, id")
            .map((row, _) -> kept(row))
            .list());
  }

  /** By id, else by name. */
  public Optional<Kept> find(String idOrName) {
    List<Kept> all = all();
    return all.stream()
        .filter(kept -> kept.connection().id().equals(idOrName))
        .findFirst()
        .or(() ->
            all.stream().filter(kept -> kept.connection().name().equals(idOrName)).findFirst());
  }

  public void remove(String id) {
    database.write(handle -> handle.execute("DELETE FROM connection WHERE id = ?", id));
  }

  private static Kept kept(ResultSet row) throws SQLException {
    return new Kept(Columns.json(row, "connection", Connection.class), row.getString("secret"));
  }
}

package dev.assay.store;

import java.util.Optional;

/**
 * Settings of the workspace as JSON documents. Secrets come in encrypted and go out as they came.
 */
public final class Settings {
  /**
   * A setting with what is kept of its secret.
   *
   * @param value JSON, without the secret
   * @param secret encrypted; null where there is none
   */
  public record Kept(String value, String secret) {
    @Override
    public String toString() {
      return value;
    }
  }

  private final Database database;

  Settings(Database database) {
    this.database = database;
  }

  public Optional<Kept> find(String name) {
    return database.read(handle ->
        handle
            .createQuery("SELECT value, secret FROM setting WHERE name = :name")
            .bind("name", name)
            .map((row, _) -> new Kept(row.getString("value"), row.getString("secret")))
            .findFirst());
  }

  public void keep(String name, Kept kept) {
    database.write(handle ->
        handle.execute(
            """
            INSERT INTO setting (name, value, secret) VALUES (?, ?, ?)
            ON CONFLICT (name) DO UPDATE SET value = excluded.value, secret = excluded.secret\
            """,
            name,
            kept.value(),
            kept.secret()));
  }

  public void remove(String name) {
    database.write(handle -> handle.execute("DELETE FROM setting WHERE name = ?", name));
  }
}

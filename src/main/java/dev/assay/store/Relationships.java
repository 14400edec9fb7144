package dev.assay.store;

import dev.assay.model.Json;
import dev.assay.model.Relationship;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** What people have said of how sources belong together. */
public final class Relationships {
  private final Database database;

  Relationships(Database database) {
    this.database = database;
  }

  /** Keeps what was said, in the place of what was said of the same columns before. */
  public void keep(Relationship relationship) {
    database.write(handle ->
        handle.execute(
            """
            INSERT INTO relationship (id, from_source, to_source, relationship, status, changed_at)
            VALUES (?, ?, ?, ?, ?, ?)
            ON CONFLICT (id) DO UPDATE SET relationship = excluded.relationship,
              status = excluded.status, changed_at = excluded.changed_at\
            """,
            relationship.id(),
            relationship.from().source(),
            relationship.to().source(),
            Json.write(relationship),
            relationship.status().name().toLowerCase(Locale.ROOT),
            Columns.time(Instant.now())));
  }

  /** In the order in which people spoke. */
  public List<Relationship> all() {
    return database.read(handle ->
        handle
            .createQuery("SELECT relationship FROM relationship ORDER BY changed_at, id")
            .map((row, _) -> Columns.json(row, "relationship", Relationship.class))
            .list());
  }

  public Optional<Relationship> find(String id) {
    return all().stream().filter(one -> one.id().equals(id)).findFirst();
  }

  public void forget(String id) {
    database.write(handle -> handle.execute("DELETE FROM relationship WHERE id = ?", id));
  }
}

package dev.assay.store;

import java.time.Instant;
import java.util.List;

/** What people have answered to open questions. */
public final class Settlements {
  /** A person's answer: the choice for a Silver column, or for {@code deduplication}. */
  public record Settled(String column, String choice, Instant settledAt) {}

  private final Database database;

  Settlements(Database database) {
    this.database = database;
  }

  public void settle(String sourceId, String column, String choice) {
    database.write(handle ->
        handle.execute(
            """
            INSERT INTO settlement (source_id, column_name, choice, settled_at) VALUES (?, ?, ?, ?)
            ON CONFLICT (source_id, column_name) DO UPDATE
              SET choice = excluded.choice, settled_at = excluded.settled_at\
            """,
            sourceId,
            column,
            choice,
            Columns.time(Instant.now())));
  }

  /** In the order in which they were settled. */
  public List<Settled> of(String sourceId) {
    return database.read(handle ->
        handle
            .createQuery(
                "SELECT * FROM settlement WHERE source_id = :source ORDER BY settled_at, column_name")
            .bind("source", sourceId)
            .map((row, _) ->
                new Settled(
                    row.getString("column_name"),
                    row.getString("choice"),
                    Columns.time(row, "settled_at")))
            .list());
  }
}

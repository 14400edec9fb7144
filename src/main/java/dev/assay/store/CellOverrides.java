package dev.assay.store;

import dev.assay.model.CellOverride;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;

/** Values that people have put right. What was taken back stays as history. */
public final class CellOverrides {
  private final Database database;

  CellOverrides(Database database) {
    this.database = database;
  }

  /** Puts a value right, in the place of an earlier one of the same cell. */
  public CellOverride add(
      String sourceId, String rowHash, String column, String value, String because) {
    String now = Columns.time(Instant.now());
    database.atomically(() -> {
      database.write(handle ->
          handle.execute(
              "UPDATE cell_override SET revoked_at = ? WHERE source_id = ? AND row_hash = ?"
                  + " AND column_name = ? AND revoked_at IS NULL",
              now,
              sourceId,
              rowHash,
              column));
      database.write(handle ->
          handle.execute(
              """
              INSERT INTO cell_override (source_id, id, row_hash, column_name, value, because, created_at)
              VALUES (?, (SELECT coalesce(max(id), 0) + 1 FROM cell_override WHERE source_id = ?),
                ?, ?, ?, ?, ?)\
              """,
              sourceId,
              sourceId,
              rowHash,
              column,
              value,
              because,
              now));
    });
    return inForce(sourceId).getLast();
  }

  /** Whether there was one in force to take back. */
  public boolean revoke(String sourceId, long id) {
    boolean there = inForce(sourceId).stream().anyMatch(override -> override.id() == id);
    database.write(handle ->
        handle.execute(
            "UPDATE cell_override SET revoked_at = ? WHERE source_id = ? AND id = ?"
                + " AND revoked_at IS NULL",
            Columns.time(Instant.now()),
            sourceId,
            id));
    return there;
  }

  /** Those that the next build goes by, oldest first; nobody has counted their rows. */
  public List<CellOverride> inForce(String sourceId) {
    return database.read(handle ->
        handle
            .createQuery(
                "SELECT * FROM cell_override WHERE source_id = :source AND revoked_at IS NULL"
                    + " ORDER BY id")
            .bind("source", sourceId)
            .map((row, _) -> override(row))
            .list());
  }

  /** Those that were in force at a moment. */
  public List<CellOverride> inForceAt(String sourceId, Instant moment) {
    return database.read(handle ->
        handle
            .createQuery(
                """
                SELECT * FROM cell_override WHERE source_id = :source AND created_at <= :moment
                  AND (revoked_at IS NULL OR revoked_at > :moment) ORDER BY id\
                """)
            .bind("source", sourceId)
            .bind("moment", Columns.time(moment))
            .map((row, _) -> override(row))
            .list());
  }

  /** Those that were made after a moment and taken back since. */
  public List<CellOverride> revokedSince(String sourceId, Instant moment) {
    return database.read(handle ->
        handle
            .createQuery(
                """
                SELECT * FROM cell_override WHERE source_id = :source AND created_at > :moment
                  AND revoked_at IS NOT NULL ORDER BY id\
                """)
            .bind("source", sourceId)
            .bind("moment", Columns.time(moment))
            .map((row, _) -> override(row))
            .list());
  }

  private static CellOverride override(ResultSet row) throws SQLException {
    return new CellOverride(
        row.getLong("id"),
        row.getString("row_hash"),
        row.getString("column_name"),
        row.getString("value"),
        row.getString("because"),
        Columns.time(row, "created_at"),
        0);
  }
}

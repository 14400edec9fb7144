package dev.assay.store;

import dev.assay.model.Build;
import dev.assay.model.Json;
import java.util.List;
import java.util.Optional;

/** Builds as they were last seen, so that one can be asked for after a restart. */
public final class BuildRecords {
  private final Database database;

  BuildRecords(Database database) {
    this.database = database;
  }

  public void save(Build build) {
    database.write(handle ->
        handle.execute(
            """
            INSERT INTO build (id, source_id, status, state, started_at) VALUES (?, ?, ?, ?, ?)
            ON CONFLICT (id) DO UPDATE SET status = excluded.status, state = excluded.state\
            """,
            build.id(),
            build.sourceId(),
            build.status(),
            Json.write(build),
            Columns.time(build.startedAt())));
  }

  public Optional<Build> find(String id) {
    return database.read(handle ->
        handle
            .createQuery("SELECT state FROM build WHERE id = :id")
            .bind("id", id)
            .map((row, _) -> Columns.json(row, "state", Build.class))
            .findFirst());
  }

  /** Those that say they have not ended. */
  public List<Build> underWay() {
    return database.read(handle ->
        handle
            .createQuery("SELECT state FROM build WHERE status IN ('pending', 'building')")
            .map((row, _) -> Columns.json(row, "state", Build.class))
            .list());
  }
}

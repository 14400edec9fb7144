package dev.assay.store;

import dev.assay.model.Json;
import dev.assay.model.Profile;
import java.util.Optional;

/** The profile of each source's Bronze, kept until Bronze is built anew. */
public final class Profiles {
  private final Database database;

  Profiles(Database database) {
    this.database = database;
  }

  /** The profile of exactly this Bronze build. */
  public Optional<Profile> find(String sourceId, String bronzeBuild) {
    return database.read(handle ->
        handle
            .createQuery(
                "SELECT profile FROM profile WHERE source_id = :source AND bronze_build = :build")
            .bind("source", sourceId)
            .bind("build", bronzeBuild)
            .map((row, _) -> Columns.json(row, "profile", Profile.class))
            .findFirst());
  }

  public void keep(String sourceId, String bronzeBuild, Profile profile) {
    database.write(handle ->
        handle.execute(
            """
            INSERT INTO profile (source_id, bronze_build, profile) VALUES (?, ?, ?)
            ON CONFLICT (source_id) DO UPDATE SET bronze_build = excluded.bronze_build, profile = excluded.profile\
            """,
            sourceId,
            bronzeBuild,
            Json.write(profile)));
  }
}

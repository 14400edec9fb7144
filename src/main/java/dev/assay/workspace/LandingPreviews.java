package dev.assay.workspace;

import dev.assay.model.Connection;
import dev.assay.model.DialectOverrides;
import dev.assay.model.FoundTable;
import dev.assay.model.Origin;
import dev.assay.model.UserError;
import dev.assay.source.RelationReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** What a file holds and how it would land, without landing anything. */
final class LandingPreviews {
  private static final int ROWS = 20;

  /** What is put before the name of an upload as it arrives. */
  private static final String ARRIVED = "^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}-";

  private final Features features;
  private final Path uploads;

  /**
   * @param uploads the folder in which files of others arrive
   */
  LandingPreviews(Features features, Path uploads) {
    this.features = features;
    this.uploads = uploads;
  }

  /** Which database a file is, if any; one that was sent here is not opened. */
  private Optional<Connection.System> database(Path file) {
    Optional<Connection.System> database = DatabaseFiles.system(file);
    if (database.isPresent() && file.startsWith(uploads)) {
      throw FileIntake.noUpload(name(file));
    }
    return database;
  }

  List<FoundTable> tables(Path file) {
    Optional<Connection.System> database = database(file);
    return database.isPresent()
        ? features.tables(login(database.get(), file))
        : features.tables(one(file), name(file));
  }

  /** {@code table} null for the first. */
  LandingPreview preview(Path file, String table, DialectOverrides overrides) {
    Optional<Connection.System> database = database(file);
    if (database.isPresent()) {
      RelationReader.Login login = login(database.get(), file);
      List<FoundTable> found = features.tables(login);
      if (found.isEmpty()) {
        throw UserError.invalid(Sentences.FILE_WITHOUT_TABLES.with(name(file)));
      }
      return features.preview(
          login,
          table == null
              ? ChosenTables.relation(found.getFirst())
              : ChosenTables.among(found, List.of(table)).getFirst(),
          ROWS);
    }
    List<FoundTable> found = features.tables(one(file), name(file));
    FoundTable chosen =
        table == null
            ? found.getFirst()
            : FoundParts.among(found, List.of(table), name(file)).getFirst();
    Origin.Part part = found.size() == 1 ? null : FoundParts.part(chosen);
    return features.preview(
        new Origin.File(file.toString(), name(file), false, 0, Instant.EPOCH, part),
        overrides,
        ROWS);
  }

  private static RelationReader.Login login(Connection.System system, Path file) {
    return new RelationReader.Login(
        DatabaseFiles.unkept(system, file.toAbsolutePath()), RelationReader.Secret.NONE);
  }

  /** Of many files one has to be named. */
  private static Path one(Path file) {
    if (Files.isDirectory(file)) {
      throw UserError.invalid(file + " is a folder. Name a file in it.");
    }
    if (!Files.exists(file)) {
      throw UserError.notFound(Sentences.FILE_NOT_THERE.with(file));
    }
    return file;
  }

  private String name(Path file) {
    String name = file.getFileName().toString();
    return file.startsWith(uploads) ? name.replaceFirst(ARRIVED, "") : name;
  }
}

package dev.assay.workspace;

import dev.assay.model.Connection;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/** Files that are databases, known by their first bytes whatever they are called. */
final class DatabaseFiles {
  private static final String SQLITE = "SQLite format 3\0";
  private static final String DUCKDB = "DUCK";

  /** After a checksum of eight bytes. */
  private static final int DUCKDB_AT = 8;

  private static final String H2 = "H:2,block:";

  private DatabaseFiles() {}

  /** Which database a file is; empty for any other file and for one that cannot be read. */
  static Optional<Connection.System> system(Path file) {
    if (!Files.isRegularFile(file)) {
      return Optional.empty();
    }
    String head;
    try (InputStream stream = Files.newInputStream(file)) {
      head = new String(stream.readNBytes(SQLITE.length()), StandardCharsets.ISO_8859_1);
    } catch (IOException _) {
      // Whoever reads it next says why it cannot be read.
      return Optional.empty();
    }
    if (head.equals(SQLITE)) {
      return Optional.of(Connection.System.SQLITE);
    }
    if (head.startsWith(DUCKDB, DUCKDB_AT)) {
      return Optional.of(Connection.System.DUCKDB);
    }
    return head.startsWith(H2) ? Optional.of(Connection.System.H2) : Optional.empty();
  }

  /** A way to such a file that is not kept. */
  static Connection unkept(Connection.System system, Path file) {
    String name = file.getFileName().toString();
    return new Connection(
        name, name, system, null, null, file.toString(), null, null, null, null, false);
  }
}

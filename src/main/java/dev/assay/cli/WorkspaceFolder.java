package dev.assay.cli;

import dev.assay.model.Json;
import dev.assay.model.UserError;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Optional;

/**
 * The folder of a workspace: where it is, and whether a server holds it.
 *
 * @param path absolute
 */
record WorkspaceFolder(Path path) {
  static final String NAME = "assay-workspace";
  private static final String SERVER = "server.json";
  private static final String TOKEN = "token";

  /** The named folder, else the nearest {@code assay-workspace} upwards, else one here. */
  static WorkspaceFolder find(Path named, Path here) {
    if (named != null) {
      return new WorkspaceFolder(here.resolve(named).normalize());
    }
    for (Path at = here; at != null; at = at.getParent()) {
      if (Files.isDirectory(at.resolve(NAME))) {
        return new WorkspaceFolder(at.resolve(NAME));
      }
    }
    return new WorkspaceFolder(here.resolve(NAME));
  }

  boolean exists() {
    return Files.isDirectory(path);
  }

  /** What a server says of itself; it lies beside the workspace's token. */
  record ServerNote(URI url, long pid) {}

  void note(URI url) {
    Path file = path.resolve(SERVER);
    Path written = path.resolve(SERVER + ".new");
    try {
      Files.writeString(written, Json.write(new ServerNote(url, ProcessHandle.current().pid())));
      Files.move(
          written, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  void forgetServer() {
    try {
      Files.deleteIfExists(path.resolve(SERVER));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The server that holds this workspace, unless its process is gone. */
  Optional<ServerNote> server() {
    try {
      Path file = path.resolve(SERVER);
      if (!Files.exists(file)) {
        return Optional.empty();
      }
      ServerNote note = Json.read(Files.readString(file), ServerNote.class);
      return ProcessHandle.of(note.pid()).filter(ProcessHandle::isAlive).map(_ -> note);
    } catch (IOException | IllegalStateException _) {
      // Half written or gone in between: as good as none; the lock decides.
      return Optional.empty();
    }
  }

  /** The secret that lets its reader name local paths. */
  String token() {
    try {
      return Files.readString(path.resolve(TOKEN)).strip();
    } catch (IOException e) {
      throw new UserError(
          UserError.Kind.FORBIDDEN,
          "You may not use the workspace "
              + path
              + ": its token cannot be read. Run the command as the user that started its server.",
          e);
    }
  }
}

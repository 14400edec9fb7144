package dev.assay.cli;

import dev.assay.model.Json;
import dev.assay.model.UserError;
import dev.assay.workspace.Ownership;
import dev.assay.workspace.WorkspaceLock;
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

  /**
   * The named folder, else the nearest {@code assay-workspace} upwards, else one here. One that is
   * found must be this user's own: whoever may write upwards could have planted it, with sources
   * and tables of their making.
   */
  static WorkspaceFolder find(Path named, Path here) {
    if (named != null) {
      return new WorkspaceFolder(here.resolve(named).normalize());
    }
    for (Path at = here; at != null; at = at.getParent()) {
      if (Files.isDirectory(at.resolve(NAME))) {
        return trusted(at.resolve(NAME));
      }
    }
    return new WorkspaceFolder(here.resolve(NAME));
  }

  private static WorkspaceFolder trusted(Path found) {
    if (!Ownership.isOursAlone(found)) {
      throw new UserError(
          UserError.Kind.FORBIDDEN,
          "The workspace "
              + found
              + " belongs to another user, or others may write to it: if you trust what is in it,"
              + " name it with --workspace.");
    }
    return new WorkspaceFolder(found);
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

  /**
   * The server that holds this workspace, unless its process is gone. What a server left behind is
   * not believed: another process may have its number by now, and its port.
   */
  Optional<ServerNote> server() {
    try {
      Path file = path.resolve(SERVER);
      if (!Files.exists(file)) {
        return Optional.empty();
      }
      ServerNote note = Json.read(Files.readString(file), ServerNote.class);
      boolean alive = ProcessHandle.of(note.pid()).filter(ProcessHandle::isAlive).isPresent();
      return alive && WorkspaceLock.isHeldBy(path, note.pid())
          ? Optional.of(note)
          : Optional.empty();
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

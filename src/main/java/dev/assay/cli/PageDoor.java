package dev.assay.cli;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * The way into the page as the workspace's owner: its address with the token, which a browser never
 * sends along, and a file that leads there.
 */
final class PageDoor {
  private static final String FILE = "open-page.html";
  private final WorkspaceFolder folder;
  private final URI server;

  PageDoor(WorkspaceFolder folder, URI server) {
    this.folder = folder;
    this.server = server;
  }

  String address() {
    return server + "/#token=" + folder.token();
  }

  /** A file that leads to the page, which its owner alone can read. */
  Path file() {
    try {
      return write();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The address is worth nothing once the server has ended. */
  static void forget(WorkspaceFolder folder) {
    try {
      Files.deleteIfExists(folder.path().resolve(FILE));
    } catch (IOException _) {
      // It leads nowhere.
    }
  }

  /**
   * Opens the page in the owner's browser where there is one.
   *
   * @return whether a browser was told to
   */
  boolean open(Map<String, String> environment) {
    String system = System.getProperty("os.name", "").toLowerCase(Locale.ROOT);
    boolean screen =
        system.contains("mac")
            || system.contains("windows")
            || environment.containsKey("DISPLAY")
            || environment.containsKey("WAYLAND_DISPLAY");
    if (!screen) {
      return false;
    }
    try {
      // Through a file that its owner alone can read: others see the words of a command.
      String file = write().toString();
      List<String> command =
          system.contains("mac")
              ? List.of("open", file)
              : system.contains("windows")
                  ? List.of("rundll32", "url.dll,FileProtocolHandler", file)
                  : List.of("xdg-open", file);
      new ProcessBuilder(command)
          .redirectOutput(ProcessBuilder.Redirect.DISCARD)
          .redirectError(ProcessBuilder.Redirect.DISCARD)
          .start();
      return true;
    } catch (IOException _) {
      // The address is printed, too.
      return false;
    }
  }

  private Path write() throws IOException {
    Path file = folder.path().resolve(FILE);
    Path written = folder.path().resolve(FILE + ".new");
    Files.deleteIfExists(written);
    if (folder.path().getFileSystem().supportedFileAttributeViews().contains("posix")) {
      Files.createFile(
          written,
          PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
    } else {
      Files.createFile(written);
    }
    Files.writeString(
        written,
        "<!doctype html><meta charset=\"utf-8\"><title>Assay</title>"
            + "<meta http-equiv=\"refresh\" content=\"0; url="
            + address()
            + "\">");
    Files.move(written, file, StandardCopyOption.REPLACE_EXISTING);
    return file;
  }
}

package dev.assay.workspace;

import dev.assay.model.UserError;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;

/** Keeps what comes in on standard input in a file, because files are read more than once. */
public final class SpooledInput {
  private static final int BUFFER = 1 << 16;

  private SpooledInput() {}

  /**
   * Copies {@code input} to its end into a new file that only its owner may read, 64 KiB at a time.
   * Nothing stays behind when it fails.
   *
   * @param folder exists; on the disk that has the room
   * @param most bytes that are taken at most
   */
  public static Path into(Path folder, InputStream input, long most) {
    Path file = null;
    try {
      file = Files.createTempFile(folder, "input-", ".spooled");
      if (copy(input, file, most) == 0) {
        throw UserError.invalid("Nothing came in on standard input. Pipe a file into it.");
      }
      return file;
    } catch (IOException e) {
      delete(file);
      throw new UserError(
          UserError.Kind.MACHINE,
          "Standard input could not be kept in " + folder + ": " + e.getMessage() + ".",
          e);
    } catch (RuntimeException e) {
      delete(file);
      throw e;
    }
  }

  private static long copy(InputStream input, Path file, long most) throws IOException {
    long copied = 0;
    try (OutputStream out = Files.newOutputStream(file)) {
      byte[] buffer = new byte[BUFFER];
      for (int read = input.read(buffer); read >= 0; read = input.read(buffer)) {
        copied += read;
        if (copied > most) {
          throw new UserError(
              UserError.Kind.TOO_LARGE,
              "More than " + most + " bytes came in on standard input. Save it as a file first.");
        }
        out.write(buffer, 0, read);
      }
    }
    return copied;
  }

  private static void delete(Path file) {
    if (file == null) {
      return;
    }
    try {
      Files.deleteIfExists(file);
    } catch (IOException _) {
      // What made us give up is worth more to the user than that.
    }
  }
}

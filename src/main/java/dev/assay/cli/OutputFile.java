package dev.assay.cli;

import dev.assay.model.UserError;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.BiConsumer;

/**
 * A file that a command writes, whole or not at all.
 *
 * @param target where; {@code -} for the standard output
 * @param typed as it was typed
 * @param format csv, xlsx or parquet
 */
record OutputFile(Path target, Path typed, String format) {
  private static final Set<String> FORMATS = Set.of("csv", "xlsx", "parquet");

  /** The format is the one that is given, else the file's ending. */
  static OutputFile of(Path target, Path typed, String format) {
    String file = typed.toString();
    String kind =
        (format == null ? file.substring(file.lastIndexOf('.') + 1) : format)
            .toLowerCase(Locale.ROOT);
    if (!FORMATS.contains(kind)) {
      throw UserError.invalid(
          "Let the file end in .csv, .xlsx or .parquet, or say which with --format.");
    }
    return new OutputFile(target, typed, kind);
  }

  /** {@code export} is given the format and where to write. */
  void write(Session session, BiConsumer<String, OutputStream> export) {
    if (typed.toString().equals("-")) {
      export.accept(format, session.terminal().out());
      return;
    }
    // Beside the target, then moved: a reader never sees half a file.
    Path part = target.resolveSibling(target.getFileName() + ".part");
    try {
      try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(part), 1 << 16)) {
        export.accept(format, out);
      }
      Files.move(part, target, StandardCopyOption.REPLACE_EXISTING);
      if (session.json()) {
        session.printJson(Map.of("file", target.toString(), "bytes", Files.size(target)));
      } else {
        session.say("Written: " + typed + " (" + Words.size(Files.size(target)) + ")");
      }
    } catch (IOException e) {
      throw new UserError(
          UserError.Kind.INVALID,
          target + " cannot be written: check that its folder exists and has room.",
          e);
    } finally {
      delete(part);
    }
  }

  private static void delete(Path file) {
    try {
      Files.deleteIfExists(file);
    } catch (IOException _) {
      // What is left over is named .part and harms nobody.
    }
  }
}

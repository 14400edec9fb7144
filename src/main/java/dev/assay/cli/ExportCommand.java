package dev.assay.cli;

import dev.assay.model.Layer;
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
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Writes a layer's table to a file. */
@Command(name = "export", description = "Writes a layer's table as CSV, Excel or Parquet.")
final class ExportCommand extends Verb {
  private static final Set<String> FORMATS = Set.of("csv", "xlsx", "parquet");

  @Parameters(paramLabel = "LAYER", description = "bronze, silver or gold.")
  String layer;

  @Parameters(paramLabel = "NAME", description = "A source.")
  String name;

  @Option(
      names = {"-o", "--output"},
      paramLabel = "FILE",
      required = true,
      description = "Where to; its ending says how. - for the standard output.")
  Path output;

  @Option(names = "--table", paramLabel = "TABLE", description = "Gold: which table.")
  String table;

  @Option(names = "--format", paramLabel = "csv|xlsx|parquet", description = "If not the ending.")
  String format;

  @Override
  int run(Session session) {
    Layer which = LayerNames.parse(layer);
    String kind = format();
    if (output.toString().equals("-")) {
      session.workspace().export(name, which, table, kind, session.terminal().out());
      return 0;
    }
    Path target = resolve(output);
    // Beside the target, then moved: a reader never sees half a file.
    Path written = target.resolveSibling(target.getFileName() + ".part");
    try {
      try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(written), 1 << 16)) {
        session.workspace().export(name, which, table, kind, out);
      }
      Files.move(written, target, StandardCopyOption.REPLACE_EXISTING);
      if (session.json()) {
        session.printJson(Map.of("file", target.toString(), "bytes", Files.size(target)));
      } else {
        session.say("Written: " + output + " (" + Words.size(Files.size(target)) + ")");
      }
      return 0;
    } catch (IOException e) {
      throw new UserError(
          UserError.Kind.INVALID,
          target + " cannot be written: check that its folder exists and has room.",
          e);
    } finally {
      delete(written);
    }
  }

  private String format() {
    String file = output.toString();
    String kind =
        (format == null ? file.substring(file.lastIndexOf('.') + 1) : format)
            .toLowerCase(Locale.ROOT);
    if (!FORMATS.contains(kind)) {
      throw UserError.invalid(
          "Let the file end in .csv, .xlsx or .parquet, or say which with --format.");
    }
    return kind;
  }

  private static void delete(Path file) {
    try {
      Files.deleteIfExists(file);
    } catch (IOException _) {
      // What is left over is named .part and harms nobody.
    }
  }
}

package dev.assay.cli;

import dev.assay.model.CsvDialect;
import dev.assay.model.DialectOverrides;
import dev.assay.model.Format;
import dev.assay.model.FoundTable;
import dev.assay.workspace.LandingPreview;
import dev.assay.workspace.Workspace;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Shows how a file would land, before anything has. */
@Command(
    name = "preview",
    description = "Shows how a file would be read, how sure that is, and its first rows.")
final class PreviewCommand extends Verb {
  @Parameters(paramLabel = "FILE", description = "A file of any kind.")
  Path file;

  @Option(
      names = {"--table", "--sheet"},
      paramLabel = "NAME",
      description = "One of the file's tables; else the first.")
  String table;

  @Mixin FileOptions options = new FileOptions();

  @Override
  int run(Session session) {
    Workspace workspace = session.workspaceOrNew();
    Path path = resolve(file);
    LandingPreview preview = workspace.previewLanding(path, table, options.overrides());
    if (session.json()) {
      session.printJson(preview);
      return 0;
    }
    List<FoundTable> tables = table == null ? workspace.tables(path) : List.of();
    if (tables.size() > 1) {
      session.say(
          "Holds "
              + tables.size()
              + " tables: "
              + String.join(", ", tables.stream().map(TablesPrinter::label).toList())
              + ". Choose with --table.");
    }
    session.say(sentence(preview.landing().format()));
    session.say("");
    RowsPrinter.table(preview.rows()).print(session.terminal());
    if (!preview.malformed().rows().isEmpty()) {
      session.say("");
      session.say("Left out or mended:");
      RowsPrinter.table(preview.malformed()).print(session.terminal());
    }
    session.say("");
    session.say("Nothing has landed. Next: " + session.command("assay add " + next()));
    return 0;
  }

  /** What was previewed is what is added. */
  private String next() {
    return Words.argument(file.toString())
        + (table == null ? "" : " --table " + Words.argument(table))
        + options.typed();
  }

  /** How it is written, for people. */
  static String sentence(Format format) {
    return switch (format) {
      case CsvDialect csv -> dialect(csv);
      case Format.Sheet sheet ->
          "Sheet '"
              + sheet.sheet()
              + "'"
              + (sheet.hidden() ? " (hidden)" : "")
              + " from row "
              + sheet.firstRow()
              + ", "
              + Words.counted(sheet.headerRows(), "header row");
      case Format.Parquet _ -> "Parquet";
      case Format.JsonRecords json ->
          json.lines()
              ? "JSON, a document a line"
              : "JSON records" + (json.pointer().isEmpty() ? "" : " at " + json.pointer());
      case Format.DatabaseRows _ -> "Rows of a database";
    };
  }

  private static String dialect(CsvDialect csv) {
    return "Delimiter "
        + sign(csv.delimiter())
        + ", quote "
        + sign(csv.quote())
        + (csv.escape() == null ? "" : ", escape " + sign(csv.escape()))
        + ", "
        + csv.charset()
        + ", "
        + Words.counted(csv.headerRows(), "header row")
        + (csv.skipLines() == 0 ? "" : ", after " + Words.counted(csv.skipLines(), "line"))
        + ": "
        + percent(csv.confidence())
        + " sure"
        + (csv.runnerUp() == null
            ? "; nothing else comes near."
            : "; next best: delimiter "
                + sign(csv.runnerUp().delimiter())
                + ", quote "
                + sign(csv.runnerUp().quote())
                + " ("
                + percent(csv.runnerUp().confidence())
                + ").");
  }

  private static String percent(double share) {
    return String.format(Locale.ROOT, "%.0f%%", share * 100);
  }

  private static String sign(Object sign) {
    return switch (sign) {
      case null -> "none";
      case Character c when c == DialectOverrides.NONE_SUCH -> "none";
      case Object o when o.toString().equals("\t") -> "tab";
      case Object o when o.toString().equals(" ") -> "space";
      default -> sign.toString();
    };
  }
}

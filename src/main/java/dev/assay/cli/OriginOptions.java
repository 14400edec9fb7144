package dev.assay.cli;

import dev.assay.model.Connection;
import dev.assay.model.SyncSettings;
import dev.assay.workspace.AddOptions;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Which tables to take from files and databases, and how to follow them. */
final class OriginOptions {
  @Option(
      names = {"--table", "--sheet"},
      paramLabel = "NAME",
      description = "A table, sheet or entry to take; may be repeated. Else all of a file.")
  List<String> tables;

  @Option(
      names = "--together",
      negatable = true,
      description = "Whether files with one header become one source.")
  Boolean together;

  @Option(
      names = "--mode",
      paramLabel = "MODE",
      description = "What a later load does: replace, append or snapshot.")
  SyncSettings.LoadMode mode;

  @Option(
      names = "--cursor",
      paramLabel = "COLUMN",
      description = "The column whose growing values say what is new.")
  String cursor;

  @Option(names = "--all", description = "All tables of a database.")
  boolean all;

  @Option(
      names = "--query",
      paramLabel = "SQL",
      description = "One SELECT in the database's own SQL, as a source.")
  String query;

  @Option(
      names = "--tls",
      paramLabel = "HOW",
      description = "disable, prefer, require or verify; else prefer.")
  Connection.Tls tls;

  @Option(
      names = "--key-file",
      paramLabel = "FILE",
      description = "A service account's JSON key, for BigQuery.")
  Path keyFile;

  @Mixin FileOptions files = new FileOptions();

  AddOptions of(String name) {
    return new AddOptions(name, files.overrides(), tables, together, sync());
  }

  private SyncSettings sync() {
    if (mode == null && cursor == null) {
      return null;
    }
    SyncSettings usual = SyncSettings.usual();
    return new SyncSettings(
        mode == null ? usual.mode() : mode,
        cursor,
        null,
        usual.watch(),
        usual.downstream(),
        usual.contract(),
        usual.keptLoads());
  }

  /** A word in the case that JSON has. */
  static String lower(Enum<?> word) {
    return word.name().toLowerCase(Locale.ROOT);
  }
}

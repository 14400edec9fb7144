package dev.assay.cli;

import dev.assay.model.Layer;
import java.nio.file.Path;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Writes a layer's table to a file. */
@Command(name = "export", description = "Writes a layer's table as CSV, Excel or Parquet.")
final class ExportCommand extends Verb {
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
    OutputFile.of(resolve(output), output, format)
        .write(session, (kind, out) -> session.workspace().export(name, which, table, kind, out));
    return 0;
  }
}

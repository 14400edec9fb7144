package dev.assay.cli;

import dev.assay.model.Rows;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Shows what was left out and why. */
@Command(
    name = "rejects",
    description = "Shows the rows left out of Silver: file line, all reasons, raw values.")
final class RejectsCommand extends Verb {
  @Parameters(paramLabel = "NAME", description = "A source.")
  String name;

  @Option(names = "--malformed", description = "Show the lines that could not be read instead.")
  boolean malformed;

  @Option(
      names = "--limit",
      paramLabel = "N",
      defaultValue = "20",
      description = "At most this many rows; else 20.")
  long limit;

  @Option(
      names = "--offset",
      paramLabel = "N",
      defaultValue = "0",
      description = "Skip this many rows.")
  long offset;

  @Override
  int run(Session session) {
    var workspace = session.workspace();
    Rows rows =
        malformed
            ? workspace.malformed(name, limit, offset)
            : workspace.rejects(name, limit, offset);
    if (session.json()) {
      session.printJson(rows);
    } else if (rows.rows().isEmpty() && offset == 0) {
      session.say(
          malformed ? "Every line of the file could be read." : "No row was left out of Silver.");
    } else {
      RowsPrinter.print(session, rows, offset);
    }
    return 0;
  }
}

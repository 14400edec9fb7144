package dev.assay.cli;

import dev.assay.model.Mended;
import dev.assay.model.UserError;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Puts one raw value right. */
@Command(
    name = "mend",
    description =
        "Puts a raw value right, in every row of the same content; it outlives rebuilds and can be"
            + " taken back (see overrides).")
final class MendCommand extends Verb {
  @Parameters(index = "0", paramLabel = "NAME", description = "A source.")
  String name;

  @Parameters(
      index = "1",
      paramLabel = "ROW",
      description =
          "A row by _load_id:_row_no as rejects shows them, such as 1:5, or its _row_hash.")
  String row;

  @Parameters(index = "2", paramLabel = "COLUMN", description = "The column.")
  String column;

  @Parameters(
      index = "3",
      arity = "0..1",
      paramLabel = "VALUE",
      description = "What takes the place of what was received.")
  String value;

  @Option(names = "--missing", description = "There is no value, instead of VALUE.")
  boolean missing;

  @Option(names = "--because", paramLabel = "TEXT", description = "Why, for whoever reads it.")
  String because;

  @Override
  int run(Session session) {
    if (missing == (value != null)) {
      throw UserError.invalid("Give the value, or say --missing where there is none.");
    }
    Mended mended = session.workspace().mend(name, row, column, value, because);
    OverridesCommand.tell(session, name, mended);
    return 0;
  }
}

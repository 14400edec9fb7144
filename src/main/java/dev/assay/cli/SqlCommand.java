package dev.assay.cli;

import dev.assay.model.Rows;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** Reads freely, behind both walls. */
@Command(
    name = "sql",
    description = "Runs one SELECT over all layers; nothing that it says can change them.",
    footer = {"", "Example: assay sql \"SELECT count(*) FROM silver_orders_cleaned\""})
final class SqlCommand extends Verb {
  @Parameters(paramLabel = "SELECT", description = "The statement, in quotes.")
  String select;

  @Override
  int run(Session session) {
    Rows rows = session.workspace().sql(select);
    if (session.json()) {
      session.printJson(rows);
    } else {
      RowsPrinter.print(session, rows, 0);
    }
    return 0;
  }
}

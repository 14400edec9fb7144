package dev.assay.cli;

import dev.assay.model.Load;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** Lists the readings of a source's origin. */
@Command(name = "loads", description = "Lists every reading of a source's origin, newest first.")
final class LoadsCommand extends Verb {
  @Parameters(paramLabel = "NAME", description = "A source.")
  String name;

  @Override
  int run(Session session) {
    List<Load> loads = session.workspace().loads(name);
    if (session.json()) {
      session.printJson(loads);
      return 0;
    }
    if (loads.isEmpty()) {
      session.say("Nothing has been loaded yet.");
      return 0;
    }
    Table table =
        new Table(
            ">LOAD",
            "WHEN",
            "MODE",
            ">READ",
            ">LANDED",
            ">KNOWN",
            ">MALFORMED",
            ">REPLACED",
            "FROM");
    for (Load load : loads) {
      table.add(
          Long.toString(load.loadId()),
          Words.time(load.loadedAt()),
          load.mode().text() + (load.undoneAt() == null ? "" : " (undone)"),
          count(load.rowsRead()),
          count(load.rowsLanded()),
          count(load.rowsKnown()),
          count(load.rowsMalformed()),
          count(load.rowsSuperseded()),
          load.origin() == null ? "" : load.origin().label());
    }
    table.print(session.terminal());
    return 0;
  }

  private static String count(Long number) {
    return number == null ? "" : Words.count(number);
  }
}

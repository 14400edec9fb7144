package dev.assay.cli;

import dev.assay.model.CellOverride;
import dev.assay.model.Mended;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Lists the values that were put right, or takes one back. */
@Command(
    name = "overrides",
    description = "Lists the values that were put right by hand, or takes one back.")
final class OverridesCommand extends Verb {
  @Parameters(paramLabel = "NAME", description = "A source.")
  String name;

  @Option(names = "--remove", paramLabel = "N", description = "Take this one back.")
  Long remove;

  @Override
  int run(Session session) {
    if (remove != null) {
      tell(session, name, session.workspace().unmend(name, remove));
      return 0;
    }
    List<CellOverride> overrides = session.workspace().overrides(name);
    if (session.json()) {
      session.printJson(overrides);
      return 0;
    }
    if (overrides.isEmpty()) {
      session.say("No value was put right by hand.");
      return 0;
    }
    Table table = new Table(">N", "COLUMN", "VALUE", ">ROWS", "WHEN", "BECAUSE");
    for (CellOverride override : overrides) {
      table.add(
          Long.toString(override.id()),
          override.column(),
          override.value() == null ? "(missing)" : override.value(),
          override.rows() == 0 ? "orphan" : Words.count(override.rows()),
          Words.time(override.createdAt()),
          override.because() == null ? "" : override.because());
    }
    table.print(session.terminal());
    return 0;
  }

  /** Says what came of a value, and waits for the build that it has started. */
  static void tell(Session session, String name, Mended mended) {
    if (mended.build() != null) {
      session.await(mended.build());
    }
    if (session.json()) {
      session.printJson(mended);
      return;
    }
    session.say(mended.note());
    if (mended.build() != null) {
      new Summary(session).layers(session.workspace().medallion(name)).forEach(session::say);
    }
  }
}

package dev.assay.cli;

import dev.assay.model.Layer;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Drops a layer. */
@Command(name = "drop", description = "Drops a layer; its recipe and history stay.")
final class DropCommand extends Verb {
  @Parameters(paramLabel = "LAYER", description = "bronze, silver or gold.")
  String layer;

  @Parameters(paramLabel = "NAME", description = "A source.")
  String name;

  @Option(names = "--table", paramLabel = "TABLE", description = "Only this Gold table.")
  String table;

  @Option(names = "--cascade", description = "Also drop the layers that depend on it.")
  boolean cascade;

  @Override
  int run(Session session) {
    var workspace = session.workspace();
    Layer which = LayerNames.parse(layer);
    workspace.drop(name, which, table, cascade);
    if (session.json()) {
      session.printJson(workspace.medallion(name));
    } else {
      String what = table == null ? Words.title(which) + " of " + name : table;
      session.say("Dropped: " + what + (cascade ? " and what depended on it." : "."));
    }
    return 0;
  }
}

package dev.assay.cli;

import dev.assay.model.Build;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Rebuilds a layer from the one below. */
@Command(name = "refresh", description = "Rebuilds a layer from the one below it.")
final class RefreshCommand extends Verb {
  @Parameters(paramLabel = "LAYER", description = "bronze, silver or gold.")
  String layer;

  @Parameters(paramLabel = "NAME", description = "A source.")
  String name;

  @Option(names = "--table", paramLabel = "TABLE", description = "Only this Gold table.")
  String table;

  @Override
  int run(Session session) {
    var workspace = session.workspace();
    Build build = session.await(workspace.refresh(name, LayerNames.parse(layer), table));
    if (session.json()) {
      session.printJson(build);
    } else {
      new Summary(session).layers(workspace.medallion(name)).forEach(session::say);
    }
    return 0;
  }
}

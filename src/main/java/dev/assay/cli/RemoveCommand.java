package dev.assay.cli;

import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** Forgets a source with all its layers. */
@Command(
    name = "remove",
    description = "Forgets a source with all its layers. The file itself stays, unless uploaded.")
final class RemoveCommand extends Verb {
  @Parameters(paramLabel = "NAME", description = "A source.")
  String name;

  @Override
  int run(Session session) {
    session.workspace().remove(name);
    session.note("Removed: " + name + ".");
    return 0;
  }
}

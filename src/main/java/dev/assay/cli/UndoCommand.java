package dev.assay.cli;

import dev.assay.model.Build;
import dev.assay.model.Load;
import dev.assay.model.UserError;
import dev.assay.workspace.Workspace;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Takes a load back. */
@Command(
    name = "undo",
    description = "Takes the newest load back: its rows go, those that it superseded return.")
final class UndoCommand extends Verb {
  @Parameters(paramLabel = "NAME", description = "A source.")
  String name;

  @Option(names = "--load", paramLabel = "N", description = "This load, by its number.")
  Long load;

  @Override
  int run(Session session) {
    Workspace workspace = session.workspace();
    long number = load == null ? newest(workspace) : load;
    Build build = session.await(workspace.undo(name, number));
    if (session.json()) {
      session.printJson(build);
      return 0;
    }
    session.say("Load " + number + " is undone.");
    new Summary(session).layers(workspace.medallion(name)).forEach(session::say);
    return 0;
  }

  private long newest(Workspace workspace) {
    return workspace.loads(name).stream()
        .filter(one -> one.undoneAt() == null)
        .mapToLong(Load::loadId)
        .max()
        .orElseThrow(() -> UserError.conflict("There is no load of '" + name + "' to undo."));
  }
}

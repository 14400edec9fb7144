package dev.assay.cli;

import dev.assay.model.Build;
import dev.assay.workspace.AddOptions;
import dev.assay.workspace.Added;
import java.nio.file.Path;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Adds a file as a source and lands it in Bronze. */
@Command(
    name = "add",
    description =
        "Adds a file and lands it, as received, in Bronze. A known path is read again and keeps"
            + " its recipes.")
final class AddCommand extends Verb {
  @Parameters(paramLabel = "FILE", description = "A CSV file, of any size.")
  Path file;

  @Option(names = "--name", paramLabel = "NAME", description = "What to call it.")
  String name;

  @Mixin FileOptions options = new FileOptions();

  @Override
  int run(Session session) {
    var workspace = session.workspaceOrNew();
    Added added =
        workspace
            .add(List.of(resolve(file)), AddOptions.named(name, options.overrides()))
            .getFirst();
    session.note(added.note());
    Build build = session.await(added.build());
    String id = added.source().id();
    if (session.json()) {
      session.printJson(new Added(workspace.source(id), build, added.note()));
      return 0;
    }
    new Summary(session).layers(workspace.medallion(id)).forEach(session::say);
    session.say("Next: " + session.command("assay suggest silver " + id));
    return 0;
  }
}

package dev.assay.cli;

import dev.assay.model.Build;
import dev.assay.workspace.ChosenEdits;
import dev.assay.workspace.Medallion;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** Accepts proposals. */
@Command(
    name = "apply",
    description = "Accepts proposals of a suggestion, and rebuilds what hangs on them.",
    footer = {"", "Example: assay apply contacts mask-email"})
final class ApplyCommand extends Verb {
  @Parameters(index = "0", paramLabel = "NAME", description = "A source.")
  String name;

  @Parameters(
      index = "1..*",
      arity = "1..*",
      paramLabel = "PROPOSAL",
      description = "Ids of proposals: see assay suggest silver NAME.")
  List<String> proposals;

  @Override
  int run(Session session) {
    var workspace = session.workspace();
    Build build = session.await(workspace.change(name, new ChosenEdits(proposals, List.of())));
    if (session.json()) {
      session.printJson(build);
      return 0;
    }
    Medallion medallion = workspace.medallion(name);
    Summary summary = new Summary(session);
    summary.layers(medallion).forEach(session::say);
    summary.waiting(medallion);
    summary.questions(medallion.questions(), 11).forEach(session::say);
    return 0;
  }
}

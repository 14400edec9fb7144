package dev.assay.cli;

import dev.assay.model.Build;
import dev.assay.model.SilverRecipe;
import java.nio.file.Path;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Judges the rejected rows again. */
@Command(
    name = "replay",
    description =
        "Judges only the rows that were left out of Silver again; says so where only a rebuild can"
            + " do it.")
final class ReplayCommand extends Verb {
  @Parameters(paramLabel = "NAME", description = "A source.")
  String name;

  @Option(
      names = "--recipe",
      paramLabel = "FILE",
      description = "A mended recipe as JSON; else the one in force.")
  Path recipe;

  @Override
  int run(Session session) {
    var workspace = session.workspace();
    SilverRecipe mended =
        recipe == null ? null : RecipeFile.read(resolve(recipe), SilverRecipe.class);
    Build build = session.await(workspace.replay(name, mended));
    if (session.json()) {
      session.printJson(build);
    } else {
      new Summary(session).layers(workspace.medallion(name)).forEach(session::say);
    }
    return 0;
  }
}

package dev.assay.cli;

import dev.assay.model.RecipeDifference;
import dev.assay.model.RecipeVersion;
import dev.assay.model.SilverDifference;
import dev.assay.model.SilverRecipe;
import dev.assay.model.UserError;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Shows what a change of Silver would do, or how its recipe has changed. */
@Command(
    name = "diff",
    description =
        "Shows what a recipe would change of Silver, its rejects and its Gold, on all rows, and"
            + " changes nothing.",
    footer = {
      "",
      "Without --recipe the recipe in force is compared with what is published.",
      "Example: assay diff orders --recipe edited.json"
    })
final class DiffCommand extends Verb {
  @Parameters(paramLabel = "NAME", description = "A source.")
  String name;

  @Option(names = "--recipe", paramLabel = "FILE", description = "An edited recipe as JSON.")
  Path recipe;

  @Option(
      names = "--builds",
      paramLabel = "A B",
      arity = "2",
      description = "How the recipe differs between two builds: numbers or ids, see --history.")
  List<String> builds;

  @Option(names = "--history", description = "Every recipe that Silver was built by.")
  boolean history;

  @Override
  int run(Session session) {
    if ((recipe != null ? 1 : 0) + (builds != null ? 1 : 0) + (history ? 1 : 0) > 1) {
      throw UserError.invalid("Give one of --recipe, --builds and --history.");
    }
    if (history) {
      history(session);
    } else if (builds != null) {
      builds(session);
    } else {
      rows(session);
    }
    return 0;
  }

  private void rows(Session session) {
    SilverRecipe edited =
        recipe == null ? null : RecipeFile.read(resolve(recipe), SilverRecipe.class);
    SilverDifference difference = session.workspace().diffSilver(name, edited);
    if (session.json()) {
      session.printJson(difference);
      return;
    }
    new DifferencePrinter(session).print(difference);
    session.say(
        difference.none()
            ? "Nothing would be different."
            : "Nothing was changed. Build it: "
                + session.command(
                    "assay build silver "
                        + Words.argument(name)
                        + (recipe == null
                            ? ""
                            : " --recipe " + Words.argument(recipe.toString()))));
  }

  private void builds(Session session) {
    RecipeDifference difference =
        session.workspace().diffSilverRecipes(name, builds.get(0), builds.get(1));
    if (session.json()) {
      session.printJson(difference);
      return;
    }
    session.say(
        "From recipe "
            + said(difference.from())
            + " to recipe "
            + said(difference.to())
            + (difference.changes().isEmpty() ? ": no difference." : ":"));
    difference.changes().forEach(change -> session.say("  ", change.text()));
  }

  private static String said(RecipeVersion version) {
    return version.number() + " (" + Words.time(version.createdAt()) + ")";
  }

  private void history(Session session) {
    List<RecipeVersion> versions = session.workspace().silverRecipes(name);
    if (session.json()) {
      session.printJson(versions);
      return;
    }
    if (versions.isEmpty()) {
      session.say("Silver was not built yet.");
      return;
    }
    Table table = new Table(">RECIPE", "WHEN", "BY", "OUTCOME", "BUILD");
    for (RecipeVersion version : versions) {
      table.add(
          Long.toString(version.number()),
          Words.time(version.createdAt()),
          version.author().name().toLowerCase(Locale.ROOT),
          version.outcome(),
          version.buildId() == null ? "" : version.buildId());
    }
    table.print(session.terminal());
  }
}

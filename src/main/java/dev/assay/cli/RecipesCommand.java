package dev.assay.cli;

import dev.assay.model.Build;
import dev.assay.model.RecipeFit;
import dev.assay.model.SavedRecipe;
import dev.assay.model.UserError;
import dev.assay.workspace.Workspace;
import java.util.List;
import java.util.Locale;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Recipes that are kept for other sources. */
@Command(
    name = "recipes",
    description = "Recipes kept for other sources: lists them, keeps one, uses one elsewhere.",
    footer = {
      "",
      "Examples: assay recipes save orders --as our-orders",
      "          assay recipes use our-orders orders_2025"
    })
final class RecipesCommand extends Verb {
  @Parameters(
      index = "0",
      arity = "0..1",
      defaultValue = "list",
      paramLabel = "list|save|use|remove",
      description = "What to do; else list.")
  String action;

  @Parameters(
      index = "1",
      arity = "0..1",
      paramLabel = "NAME",
      description = "Of save, a source; of use and remove, a recipe.")
  String first;

  @Parameters(index = "2", arity = "0..1", paramLabel = "SOURCE", description = "Of use, a source.")
  String second;

  @Option(names = "--as", paramLabel = "NAME", description = "What a kept recipe is called.")
  String as;

  @Option(
      names = "--description",
      paramLabel = "TEXT",
      description = "What tables a kept recipe is for.")
  String about;

  @Option(names = "--preview", description = "Only shows how a recipe would serve; builds nothing.")
  boolean preview;

  @Override
  int run(Session session) {
    Workspace workspace = session.workspace();
    return switch (action) {
      case "list" -> list(session, workspace.savedRecipes());
      case "save" -> save(session, workspace);
      case "use" -> use(session, workspace);
      case "remove" -> {
        workspace.forgetRecipe(needed(first, "assay recipes remove NAME"));
        session.note("Forgotten: " + first + ".");
        yield 0;
      }
      default ->
          throw UserError.invalid(
              "'"
                  + action
                  + "' is nothing to do with recipes: list, save NAME --as X, use X NAME or remove"
                  + " X.");
    };
  }

  private static String needed(String value, String command) {
    if (value == null) {
      throw UserError.invalid("Say which: " + command);
    }
    return value;
  }

  private static int list(Session session, List<SavedRecipe> recipes) {
    if (session.json()) {
      session.printJson(recipes);
      return 0;
    }
    Table table = new Table("RECIPE", "COLUMNS", "FROM", "FOR");
    for (SavedRecipe recipe : recipes) {
      table.add(
          recipe.name(),
          Integer.toString(recipe.recipe().columns().size()),
          recipe.shipped() ? "Assay" : "you",
          recipe.description());
    }
    table.print(session.terminal());
    return 0;
  }

  private int save(Session session, Workspace workspace) {
    String command = "assay recipes save NAME --as X";
    SavedRecipe saved = workspace.saveRecipe(needed(first, command), needed(as, command), about);
    if (session.json()) {
      session.printJson(saved);
    } else {
      session.say("Kept as '" + saved.name() + "': " + saved.description());
      session.say(
          "Use it for another source: "
              + session.command("assay recipes use " + saved.name() + " NAME"));
    }
    return 0;
  }

  private int use(Session session, Workspace workspace) {
    String command = "assay recipes use X NAME";
    String source = needed(second, command);
    RecipeFit fit = workspace.fitRecipe(source, needed(first, command));
    if (!session.json()) {
      print(session, fit);
    }
    if (preview) {
      if (session.json()) {
        session.printJson(fit);
      }
      return 0;
    }
    Build build = session.await(workspace.buildSilver(source, fit.recipe()));
    if (session.json()) {
      session.printJson(build);
    } else {
      new Summary(session).layers(workspace.medallion(source)).forEach(session::say);
    }
    return 0;
  }

  private static void print(Session session, RecipeFit fit) {
    Table table = new Table("COLUMN", "FROM", "FOUND");
    for (RecipeFit.FoundColumn found : fit.columns()) {
      table.add(
          found.column(),
          found.sourceColumn(),
          switch (found.how()) {
            case EXACT -> "by its name";
            case FOLDED -> "by its name, case aside";
            case SYNONYM -> "by another name for it";
          });
    }
    table.print(session.terminal());
    if (!fit.missing().isEmpty()) {
      session.say("Not there: " + String.join(", ", fit.missing()) + ".");
    }
    if (!fit.added().isEmpty()) {
      session.say("Not in the recipe, as suggested: " + String.join(", ", fit.added()) + ".");
    }
    session.say(
        String.format(
            Locale.ROOT,
            "Of %,d rows it rejects %,d (now %,d) and removes %,d as duplicates.",
            fit.rows(),
            fit.rejected(),
            fit.rejectedNow(),
            fit.duplicates()));
  }
}

package dev.assay.cli;

import dev.assay.model.Author;
import dev.assay.model.GoldRecipe;
import dev.assay.model.GoldTable;
import dev.assay.model.Landing;
import dev.assay.model.Layer;
import dev.assay.model.Recipe;
import dev.assay.model.SilverRecipe;
import dev.assay.model.UserError;
import java.nio.file.Path;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Suggests a recipe with what the data says for and against it. */
@Command(
    name = "suggest",
    description = "Suggests a recipe for Silver or Gold with its evidence on all rows.")
final class SuggestCommand extends Verb {
  @Parameters(index = "0", paramLabel = "silver|gold", description = "The layer.")
  String layer;

  @Parameters(
      index = "1",
      paramLabel = "NAME",
      arity = "0..1",
      description = "A source; not with --across.")
  String name;

  @Parameters(
      index = "2",
      arity = "0..1",
      paramLabel = "SENTENCE",
      description = "Gold: the one table that is wanted, in plain words.")
  String sentence;

  @Option(
      names = "--across",
      description = "Gold over all sources that are confirmed to belong together.")
  boolean across;

  @Option(
      names = {"-o", "--output"},
      paramLabel = "FILE",
      description = "Write the recipe as JSON, to edit and build with --recipe.")
  Path output;

  @Option(
      names = "--column",
      paramLabel = "COLUMN",
      description = "Silver: everything about one column, with what else it could be.")
  String column;

  @Option(names = "--all", description = "Silver: every column of a wide table.")
  boolean all;

  @Option(names = "--again", description = "Think anew; a language model is asked once more.")
  boolean again;

  @Override
  int run(Session session) {
    Layer which = LayerNames.parse(layer);
    if (across == (name != null) || across && which != Layer.GOLD) {
      throw UserError.invalid(
          "Name a source, or say 'suggest gold --across' for Gold over several sources.");
    }
    if (column != null && which != Layer.SILVER) {
      throw UserError.invalid("--column shows a column of Silver. Leave it out.");
    }
    if (sentence != null && which != Layer.GOLD) {
      throw UserError.invalid(
          "A sentence asks for a Gold table. To change Silver: assay change NAME \"…\"");
    }
    Recipe recipe =
        switch (which) {
          case SILVER ->
              again
                  ? session.workspace().suggestSilverAgain(name)
                  : session.workspace().suggestSilver(name);
          case GOLD ->
              across
                  ? session.workspace().across().suggestGold()
                  : sentence == null
                      ? session.workspace().suggestGold(name)
                      : session.workspace().suggestGold(name, sentence);
          case BRONZE ->
              throw UserError.invalid(
                  "Bronze needs no recipe: it is the file as received. Use silver or gold.");
        };
    if (output != null) {
      RecipeFile.write(resolve(output), recipe);
    }
    if (session.json()) {
      session.printJson(recipe);
      return 0;
    }
    switch (recipe) {
      case SilverRecipe silver -> {
        SilverPrinter printer = new SilverPrinter(session, name);
        if (column != null) {
          printer.column(silver, column);
          return 0;
        }
        printer.print(silver, all);
      }
      case GoldRecipe gold -> print(session, gold);
      case Landing _ -> {}
    }
    next(session, recipe.layer());
    return 0;
  }

  private void next(Session session, Layer which) {
    String level = which.text();
    session.say("");
    if (sentence != null && output == null) {
      session.say("Edit and build it:");
      session.say("  " + session.command("assay suggest gold " + name + " \"…\" -o gold.json"));
      session.say("  " + session.command("assay build gold " + name + " --recipe gold.json"));
      return;
    }
    if (output != null) {
      session.say(
          "Written to "
              + output
              + ". Build it: "
              + session.command(
                  "assay build " + level + (across ? "" : " " + name) + " --recipe " + output));
      return;
    }
    if (across) {
      session.say("Build them:");
      session.say("  " + session.command("assay suggest gold --across -o FILE"));
      session.say("  " + session.command("assay build gold --recipe FILE"));
      return;
    }
    boolean other =
        session.workspace().medallion(name).layers().stream()
            .anyMatch(built -> built.layer() == which);
    if (!other) {
      session.say("Build it: " + session.command("assay build " + level + " " + name));
      return;
    }
    session.say("Build it in place of what is there:");
    session.say("  " + session.command("assay suggest " + level + " " + name + " -o FILE"));
    session.say("  " + session.command("assay build " + level + " " + name + " --recipe FILE"));
  }

  private static void print(Session session, GoldRecipe recipe) {
    boolean first = true;
    for (GoldTable table : recipe.goldTables()) {
      if (!first) {
        session.say("");
      }
      first = false;
      session.say(
          table.name()
              + (table.author() == Author.MODEL ? "  (by a language model)" : "")
              + (table.expectedRows() == null
                  ? ""
                  : "  "
                      + Words.counted(table.expectedRows(), "row")
                      + (table.expectedBytes() == null
                          ? ""
                          : ", about " + Words.size(table.expectedBytes()))));
      say(session, table.description());
      say(session, table.businessQuestion());
      say(session, table.because());
      if (table.sql() != null) {
        session.say("  " + table.sql().strip().replace("\n", "\n  "));
      }
    }
    if (recipe.notes() != null) {
      recipe.notes().forEach(note -> session.say("Note: ", note));
    }
    if (recipe.goldTables().isEmpty() && recipe.notes() == null) {
      session.say("Nothing to suggest: this " + Layer.SILVER.text() + " has nothing to count by.");
    }
  }

  private static void say(Session session, String text) {
    if (text != null) {
      session.say("  ", text);
    }
  }
}

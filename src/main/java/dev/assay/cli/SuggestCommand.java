package dev.assay.cli;

import dev.assay.model.Deduplication;
import dev.assay.model.Evidence;
import dev.assay.model.GoldRecipe;
import dev.assay.model.GoldTable;
import dev.assay.model.Layer;
import dev.assay.model.Recipe;
import dev.assay.model.SilverColumn;
import dev.assay.model.SilverRecipe;
import dev.assay.model.UserError;
import java.nio.file.Path;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Suggests a recipe with what the data says for and against it. */
@Command(
    name = "suggest",
    description = "Suggests a recipe for Silver or Gold with its evidence on all rows.")
final class SuggestCommand extends Verb {
  @Parameters(paramLabel = "silver|gold", description = "The layer.")
  String layer;

  @Parameters(paramLabel = "NAME", description = "A source.")
  String name;

  @Option(
      names = {"-o", "--output"},
      paramLabel = "FILE",
      description = "Write the recipe as JSON, to edit and build with --recipe.")
  Path output;

  @Option(names = "--again", description = "Think anew; a language model is asked once more.")
  boolean again;

  @Override
  int run(Session session) {
    Recipe recipe =
        switch (LayerNames.parse(layer)) {
          case SILVER ->
              again
                  ? session.workspace().suggestSilverAgain(name)
                  : session.workspace().suggestSilver(name);
          case GOLD -> session.workspace().suggestGold(name);
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
      case SilverRecipe silver -> print(session, silver);
      case GoldRecipe gold -> print(session, gold);
      case dev.assay.model.Landing _ -> {}
    }
    String level = recipe.layer().text();
    session.say("");
    boolean other =
        output == null
            && session.workspace().medallion(name).layers().stream()
                .anyMatch(built -> built.layer() == recipe.layer());
    session.say(
        output == null
            ? (other
                ? "Build it in place of what is there: "
                    + session.command("assay suggest " + level + " " + name + " -o FILE")
                    + ", then: "
                    + session.command("assay build " + level + " " + name + " --recipe FILE")
                : "Build it: " + session.command("assay build " + level + " " + name))
            : "Written to "
                + output
                + ". Build it: "
                + session.command("assay build " + level + " " + name + " --recipe " + output));
    return 0;
  }

  private static void print(Session session, SilverRecipe recipe) {
    Table table =
        new Table("AS RECEIVED", "CLEANED", "TYPE", ">READ", ">FAIL", ">CHANGED", "RULE", "WHY");
    for (SilverColumn column : recipe.columns()) {
      Evidence evidence = column.evidence();
      table.add(
          column.sourceColumn(),
          column.silverName() == null ? "" : column.silverName(),
          column.targetType() == null ? "" : column.targetType().text(),
          evidence == null ? "" : Words.count(evidence.parsed()),
          evidence == null ? "" : Words.count(evidence.failed()),
          evidence == null ? "" : Words.count(evidence.changed()),
          rule(column),
          why(evidence));
    }
    table.print(session.terminal());
    session.say("");
    session.say("Duplicates: " + duplicates(recipe.deduplication()));
    if (recipe.notes() != null) {
      recipe.notes().forEach(note -> session.say(Words.plain(note)));
    }
    if (recipe.questions() != null) {
      new Summary(session).questions(recipe.questions(), Integer.MAX_VALUE).forEach(session::say);
    }
  }

  private static String rule(SilverColumn column) {
    String rule = column.validation() == null ? "" : column.validation().text();
    return switch (column.nullStrategy()) {
      case null -> rule;
      case KEEP_NULL -> rule;
      case DROP_ROW, FILL_DEFAULT, FILL_UNKNOWN, FILL_ZERO ->
          (rule + " " + column.nullStrategy()).strip();
    };
  }

  private static String why(Evidence evidence) {
    if (evidence == null) {
      return "";
    }
    List<String> examples = evidence.counterExamples();
    return (evidence.because() == null ? "" : evidence.because())
        + (examples == null || examples.isEmpty() ? "" : " Not: " + String.join(", ", examples));
  }

  private static String duplicates(Deduplication deduplication) {
    if (deduplication == null) {
      return "every row stays.";
    }
    String key = String.join(", ", deduplication.keyColumns());
    String order = deduplication.orderBy() == null ? "" : " by " + deduplication.orderBy();
    return switch (deduplication.strategy()) {
      case null -> "every row stays.";
      case KEEP_LATEST -> "of rows with the same " + key + ", the latest" + order + " stays.";
      case KEEP_FIRST -> "of rows with the same " + key + ", the first" + order + " stays.";
      case REMOVE_EXACT ->
          "exact copies" + (key.isEmpty() ? "" : " with the same " + key) + " are removed.";
      case NONE -> "every row stays.";
    };
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
              + (table.expectedRows() == null
                  ? ""
                  : "  " + Words.counted(table.expectedRows(), "row")));
      say(session, table.description());
      say(session, table.businessQuestion());
      if (table.sql() != null) {
        session.say("  " + table.sql().strip().replace("\n", "\n  "));
      }
    }
    if (recipe.goldTables().isEmpty()) {
      session.say("Nothing to suggest: this " + Layer.SILVER.text() + " has nothing to count by.");
    }
  }

  private static void say(Session session, String text) {
    if (text != null) {
      session.say("  " + Words.plain(text));
    }
  }
}

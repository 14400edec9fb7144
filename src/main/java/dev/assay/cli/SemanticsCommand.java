package dev.assay.cli;

import dev.assay.model.Query.Aggregate;
import dev.assay.model.SemanticModel;
import dev.assay.model.SemanticModel.Dimension;
import dev.assay.model.SemanticModel.Measure;
import dev.assay.model.UserError;
import dev.assay.workspace.Workspace;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** What a source's Silver is about, for reading and for editing. */
@Command(
    name = "semantics",
    description = "What Silver is about: dimensions, measures, time, grain and hierarchies.",
    footer = {
      "",
      "Examples: assay semantics orders -o orders.json",
      "          assay semantics orders --edit orders.json"
    })
final class SemanticsCommand extends Verb {
  @Parameters(paramLabel = "NAME", description = "A source.")
  String name;

  @Option(
      names = {"-o", "--output"},
      paramLabel = "FILE",
      description = "Write the model as JSON, to edit.")
  Path output;

  @Option(names = "--edit", paramLabel = "FILE", description = "Put an edited model in force.")
  Path edit;

  @Option(names = "--reset", description = "Forget all edits: what the data says stands.")
  boolean reset;

  @Override
  int run(Session session) {
    if (edit != null && reset) {
      throw UserError.invalid("Use --edit or --reset, not both.");
    }
    Workspace workspace = session.workspace();
    if (reset) {
      workspace.forgetSemantics(name);
    }
    SemanticModel model =
        edit == null
            ? workspace.semantics(name)
            : workspace.describe(name, RecipeFile.read(resolve(edit), SemanticModel.class));
    if (output != null) {
      RecipeFile.write(resolve(output), model);
    }
    if (session.json()) {
      session.printJson(model);
      return 0;
    }
    print(session, model);
    session.say("");
    session.say(
        output == null
            ? "Edit it: " + session.command("assay semantics " + name + " -o FILE")
            : "Written to "
                + output
                + ". Put it in force: "
                + session.command("assay semantics " + name + " --edit " + output));
    return 0;
  }

  private static void print(Session session, SemanticModel model) {
    session.say(
        model.table()
            + ": one row for each "
            + (model.rowNoun() == null ? "row received" : model.rowNoun())
            + (model.grain().isEmpty() ? "" : ", named by " + String.join(" and ", model.grain()))
            + (model.time() == null ? "" : "; a period means " + model.time())
            + ".");
    session.say("");
    Table dimensions = new Table("DIMENSION", "KIND", "COLUMN", "ALSO CALLED", "SAID BY");
    for (Dimension dimension : model.dimensions()) {
      dimensions.add(
          dimension.name(),
          word(dimension.kind())
              + (dimension.finest() == null ? "" : " by " + word(dimension.finest())),
          dimension.column(),
          String.join(", ", dimension.synonyms()),
          word(dimension.author()));
    }
    dimensions.print(session.terminal());
    session.say("");
    Table measures = new Table("MEASURE", "IS", "ADDS UP", "IN", "ALSO CALLED", "SAID BY");
    for (Measure measure : model.measures()) {
      measures.add(
          measure.name(),
          is(measure),
          switch (measure.additivity()) {
            case ADDITIVE -> "yes";
            case SEMI_ADDITIVE -> "not over time";
            case NON_ADDITIVE -> "no";
          },
          measure.unit() != null
              ? "as " + measure.unit() + " says"
              : measure.currency() == null ? "" : measure.currency(),
          String.join(", ", measure.synonyms()),
          word(measure.author()));
    }
    measures.print(session.terminal());
    if (!model.hierarchies().isEmpty()) {
      session.say("");
      model
          .hierarchies()
          .forEach(one -> session.say(one.name() + ": " + String.join(" > ", one.levels())));
    }
    model.notes().forEach(note -> session.say("Note: " + note));
  }

  private static String is(Measure measure) {
    List<String> words = new ArrayList<>();
    if (measure.aggregate() == Aggregate.COUNT_ROWS) {
      words.add("count of rows");
    } else if (measure.aggregate() != null) {
      words.add(
          word(measure.aggregate()).replace('_', ' ')
              + " of "
              + (measure.column() == null ? measure.formula() : measure.column()));
    } else {
      words.add(measure.formula());
    }
    if (!measure.filters().isEmpty()) {
      words.add("of some rows");
    }
    return String.join(", ", words);
  }

  private static String word(Enum<?> value) {
    return value == null ? "" : value.name().toLowerCase(Locale.ROOT);
  }
}

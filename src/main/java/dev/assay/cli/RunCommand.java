package dev.assay.cli;

import dev.assay.model.GoldRecipe;
import dev.assay.model.GoldTable;
import dev.assay.model.Layer;
import dev.assay.model.LayerStatus;
import dev.assay.model.MedallionLayer;
import dev.assay.model.Question;
import dev.assay.model.UserError;
import dev.assay.workspace.Added;
import dev.assay.workspace.Medallion;
import dev.assay.workspace.Workspace;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** The whole job: adds files, suggests and builds all three layers, and says what is open. */
@Command(
    name = "run",
    description =
        "Adds files and builds all three layers from what the data itself says. Never guesses:"
            + " what the data cannot settle is listed as a question.")
final class RunCommand extends Verb {
  private static final int MOST_LINES = 25;

  @Parameters(
      paramLabel = "FILE|CONNECTION",
      arity = "1..*",
      description =
          "Files, folders, quoted patterns, - for what is piped in; an address such as"
              + " postgresql://user@host/database, or the name of a connection.")
  List<String> inputs;

  @Option(names = "--name", paramLabel = "NAME", description = "What to call it; for one file.")
  String name;

  @Mixin OriginOptions options = new OriginOptions();

  @Override
  int run(Session session) {
    Optional<List<Added>> added = new Adding(session, here(), options, name).add(inputs);
    if (added.isEmpty()) {
      return Several.MENDABLE;
    }
    List<String> notes = Several.notes(added.get());
    List<Medallion> ready = new ArrayList<>();
    List<String> reasons = new ArrayList<>();
    List<Adding.Done> done = Adding.await(session, added.get());
    for (Adding.Done one : done) {
      if (one.failed()) {
        reasons.add(one.reason());
      } else {
        layers(session, one.added().source().id(), done.size() > 1, ready, reasons);
      }
    }
    if (session.json()) {
      session.printJson(ready);
    } else if (!ready.isEmpty()) {
      lines(session, notes, ready).forEach(session::say);
    }
    return Several.exitCode(session, reasons, done.size());
  }

  /** A source whose layers fail leaves the others; the only one fails as any command does. */
  private static void layers(
      Session session,
      String source,
      boolean amongOthers,
      List<Medallion> ready,
      List<String> reasons) {
    try {
      ready.add(layers(session, source));
    } catch (UserError | BuildFailed failure) {
      if (!amongOthers) {
        throw failure;
      }
      reasons.add(source + ": " + failure.getMessage());
    }
  }

  /** Builds what is not ready yet: the recipe in force, else the suggestion. */
  static Medallion layers(Session session, String source) {
    Workspace workspace = session.workspace();
    if (status(workspace, source, Layer.SILVER) != LayerStatus.READY) {
      session.await(workspace.buildSilver(source, null));
    }
    if (status(workspace, source, Layer.GOLD) != LayerStatus.READY && hasGold(workspace, source)) {
      session.await(workspace.buildGold(source, null));
    }
    return workspace.medallion(source);
  }

  /** A file of a header alone has no numbers to make ready, which is no failure of the run. */
  private static boolean hasGold(Workspace workspace, String source) {
    if (workspace.medallion(source).layers().stream().anyMatch(l -> l.layer() == Layer.GOLD)) {
      return true;
    }
    List<GoldTable> suggested = workspace.suggestGold(source).goldTables();
    return suggested != null && !suggested.isEmpty();
  }

  private static LayerStatus status(Workspace workspace, String source, Layer layer) {
    return workspace.medallion(source).status().getOrDefault(layer, LayerStatus.PENDING);
  }

  /** At most 25 lines: the ledger, open questions, the next command. */
  private static List<String> lines(
      Session session, List<String> notes, List<Medallion> medallions) {
    Summary summary = new Summary(session);
    List<String> lines = new ArrayList<>(notes);
    final List<String> said = List.copyOf(lines);
    for (Medallion medallion : medallions) {
      lines.addAll(summary.layers(medallion));
    }
    if (lines.size() > MOST_LINES - 8) {
      lines = new ArrayList<>(said);
      lines.addAll(StatusCommand.table(session, medallions));
    }
    if (lines.size() > MOST_LINES - 8) {
      int more = lines.size() - (MOST_LINES - 9);
      lines = new ArrayList<>(lines.subList(0, MOST_LINES - 9));
      lines.add("… and " + more + " more: " + session.command("assay status"));
    }
    List<Question> questions = medallions.stream().flatMap(m -> m.questions().stream()).toList();
    lines.addAll(summary.questions(questions, MOST_LINES - lines.size() - 1));
    lines.add("Next: " + session.command(next(session.workspace(), medallions)));
    return lines;
  }

  private static String next(Workspace workspace, List<Medallion> medallions) {
    for (Medallion medallion : medallions) {
      Optional<String> question = businessQuestion(medallion);
      if (question.isPresent()) {
        // Among several sources a question may mean another one.
        return "assay ask \""
            + question.get().replace("\"", "'")
            + "\""
            + (workspace.sources().size() > 1
                ? " --source " + Words.argument(medallion.sourceId())
                : "");
      }
    }
    return "assay show silver " + medallions.getFirst().sourceId();
  }

  private static Optional<String> businessQuestion(Medallion medallion) {
    return medallion.layers().stream()
        .map(MedallionLayer::schemaConfig)
        .filter(GoldRecipe.class::isInstance)
        .map(GoldRecipe.class::cast)
        .filter(recipe -> recipe.goldTables() != null)
        .flatMap(recipe -> recipe.goldTables().stream())
        .map(GoldTable::businessQuestion)
        .filter(question -> question != null && !question.isBlank())
        .findFirst();
  }
}

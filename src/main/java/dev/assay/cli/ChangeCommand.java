package dev.assay.cli;

import dev.assay.model.Author;
import dev.assay.model.BuildPreview;
import dev.assay.model.Revision;
import dev.assay.workspace.ChosenEdits;
import dev.assay.workspace.Medallion;
import dev.assay.workspace.Workspace;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Changes a recipe by a sentence. */
@Command(
    name = "change",
    description =
        "Changes Silver's recipe by a sentence such as \"treat 0 as missing in price\": shows what"
            + " it would do, and builds it with --yes.")
final class ChangeCommand extends Verb {
  @Parameters(index = "0", paramLabel = "NAME", description = "A source.")
  String name;

  @Parameters(index = "1", paramLabel = "SENTENCE", description = "What is to change.")
  String sentence;

  @Option(names = "--yes", description = "Build it.")
  boolean yes;

  @Override
  int run(Session session) {
    Workspace workspace = session.workspace();
    Revision revision = workspace.revise(name, sentence);
    if (yes) {
      if (!session.json()) {
        print(session, revision);
      }
      var build =
          session.await(workspace.change(name, new ChosenEdits(List.of(), revision.edits())));
      if (session.json()) {
        session.printJson(build);
      } else {
        Medallion medallion = workspace.medallion(name);
        Summary summary = new Summary(session);
        summary.layers(medallion).forEach(session::say);
        summary.waiting(medallion);
      }
      return 0;
    }
    if (session.json()) {
      session.printJson(revision);
      return 0;
    }
    print(session, revision);
    BuildPreview preview = workspace.previewSilver(name, revision.recipe());
    session.say("");
    PreviewPrinter.print(session, preview);
    session.say("");
    session.say(
        "Nothing has changed yet. Do it: "
            + session.command("assay change " + name + " " + Words.argument(sentence) + " --yes"));
    return 0;
  }

  private static void print(Session session, Revision revision) {
    session.say(
        revision.author() == Author.MODEL ? "A language model understands:" : "Understood:");
    revision.words().forEach(word -> session.say("  " + Words.plain(word)));
    revision.notes().forEach(note -> session.say(Words.plain(note)));
  }
}

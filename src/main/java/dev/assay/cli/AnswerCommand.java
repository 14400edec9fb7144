package dev.assay.cli;

import dev.assay.model.Build;
import dev.assay.model.UserError;
import dev.assay.workspace.Medallion;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** Settles an open question. */
@Command(
    name = "answer",
    description = "Settles an open question, and rebuilds what hangs on it.",
    footer = {"", "Example: assay answer orders.order_date D/M"})
final class AnswerCommand extends Verb {
  @Parameters(paramLabel = "SOURCE.COLUMN", description = "What the question is about.")
  String about;

  @Parameters(paramLabel = "CHOICE", description = "One of the question's choices.")
  String choice;

  @Override
  int run(Session session) {
    int dot = about.lastIndexOf('.');
    if (dot <= 0 || dot == about.length() - 1) {
      throw UserError.invalid(
          "Say what the answer is about as SOURCE.COLUMN, such as orders.order_date.");
    }
    var workspace = session.workspace();
    String source = about.substring(0, dot);
    Build build = session.await(workspace.answer(source, about.substring(dot + 1), choice));
    if (session.json()) {
      session.printJson(build);
      return 0;
    }
    Medallion medallion = workspace.medallion(source);
    Summary summary = new Summary(session);
    summary.layers(medallion).forEach(session::say);
    summary.waiting(medallion);
    summary.questions(medallion.questions(), 11).forEach(session::say);
    return 0;
  }
}

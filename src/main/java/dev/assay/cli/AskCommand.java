package dev.assay.cli;

import dev.assay.model.Answer;
import dev.assay.model.AskRequest;
import dev.assay.model.Query;
import dev.assay.model.SavedQuestion;
import dev.assay.model.UserError;
import dev.assay.workspace.Workspace;
import java.nio.file.Path;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Answers a question in plain words. */
@Command(
    name = "ask",
    description = "Answers a question: rows, the SQL, the layer that answered and why.",
    footer = {
      "",
      "Examples: assay ask \"total revenue by month\" --verify",
      "          assay ask \"and by country?\" --after \"total revenue by month\"",
      "          assay ask \"revenue last month\" --save monthly",
      "          assay ask --saved monthly"
    })
final class AskCommand extends Verb {
  private static final int NOT_ANSWERED = 2;

  @Parameters(paramLabel = "QUESTION", arity = "0..*", description = "In plain words.")
  List<String> question;

  @Option(names = "--source", paramLabel = "NAME", description = "Ask only this source.")
  String source;

  @Option(
      names = "--after",
      paramLabel = "QUESTION",
      description = "What was asked before, so that 'and by country?' can be read.")
  String after;

  @Option(names = "--verify", description = "Ask Silver as well and compare both results.")
  boolean verify;

  @Option(
      names = "--query",
      paramLabel = "FILE",
      description = "A typed query as JSON, to be answered as it is.")
  Path query;

  @Option(names = "--no-model", description = "Never ask a language model, only the rules.")
  boolean withoutModel;

  @Option(names = "--save", paramLabel = "NAME", description = "Keep the question by this name.")
  String save;

  @Option(names = "--saved", paramLabel = "NAME", description = "Ask a kept question.")
  String saved;

  @Override
  int run(Session session) {
    Workspace workspace = session.workspace();
    if (saved != null) {
      return print(session, workspace.askSaved(saved, verify));
    }
    String words = question == null ? null : String.join(" ", question);
    if (words == null && query == null) {
      throw UserError.invalid("Ask a question, such as: assay ask \"how many orders by month\"");
    }
    AskRequest request =
        new AskRequest(
            words,
            source,
            query == null ? null : RecipeFile.read(query, Query.class),
            after == null ? null : before(workspace),
            verify,
            model());
    if (save != null) {
      SavedQuestion kept = workspace.saveQuestion(save, request);
      session.note(
          "Kept as '"
              + kept.name()
              + "'"
              + (kept.relative() ? ", with its period following the day" : "")
              + ". Ask it again: "
              + session.command("assay ask --saved \"" + kept.name() + "\""));
    }
    return print(session, workspace.ask(request));
  }

  private AskRequest.Context before(Workspace workspace) {
    Answer answer = workspace.ask(new AskRequest(after, source).withModel(model()));
    if (answer.query() == null) {
      throw UserError.invalid("The question before was not answered. " + answer.sentence());
    }
    return new AskRequest.Context(after, answer.query());
  }

  private static int print(Session session, Answer answer) {
    if (session.json()) {
      session.printJson(answer);
    } else {
      AnswerPrinter.print(session, answer);
    }
    return answer.status().equals("answered") ? 0 : NOT_ANSWERED;
  }

  /** Null for as it is set up. */
  private Boolean model() {
    return withoutModel ? Boolean.FALSE : null;
  }
}

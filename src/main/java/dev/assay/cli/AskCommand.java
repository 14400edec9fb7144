package dev.assay.cli;

import dev.assay.model.Answer;
import dev.assay.model.AskRequest;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Answers a question in plain words. */
@Command(
    name = "ask",
    description = "Answers a question: rows, the SQL, the layer that answered and why.",
    footer = {"", "Example: assay ask \"total revenue by month\""})
final class AskCommand extends Verb {
  private static final int NOT_ANSWERED = 2;

  @Parameters(paramLabel = "QUESTION", arity = "1..*", description = "In plain words.")
  java.util.List<String> question;

  @Option(names = "--source", paramLabel = "NAME", description = "Ask only this source.")
  String source;

  @Option(names = "--no-model", description = "Never ask a language model, only the rules.")
  boolean withoutModel;

  @Override
  int run(Session session) {
    Answer answer = session.workspace().ask(asked());
    if (session.json()) {
      session.printJson(answer);
    } else {
      AnswerPrinter.print(session, answer);
    }
    return answer.status().equals("answered") ? 0 : NOT_ANSWERED;
  }

  private AskRequest asked() {
    return new AskRequest(String.join(" ", question), source)
        .withModel(withoutModel ? Boolean.FALSE : null);
  }
}

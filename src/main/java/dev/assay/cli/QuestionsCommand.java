package dev.assay.cli;

import dev.assay.model.SavedQuestion;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Questions that are kept to be asked again. */
@Command(
    name = "questions",
    description = "Lists the questions that were kept, or forgets one.",
    footer = {"", "Keep one: assay ask \"revenue last month\" --save monthly"})
final class QuestionsCommand extends Verb {
  @Option(names = "--forget", paramLabel = "NAME", description = "Forget this one.")
  String forget;

  @Override
  int run(Session session) {
    if (forget != null) {
      session.workspace().forgetQuestion(forget);
      session.note("Forgotten: " + forget + ".");
    }
    List<SavedQuestion> questions = session.workspace().questions();
    if (session.json()) {
      session.printJson(questions);
      return 0;
    }
    if (questions.isEmpty()) {
      session.say("No question is kept. Keep one: assay ask \"…\" --save NAME");
      return 0;
    }
    Table table = new Table("NAME", "SOURCE", "PERIOD", "QUESTION");
    for (SavedQuestion question : questions) {
      table.add(
          question.name(),
          question.source() == null ? "" : question.source(),
          question.relative() ? "follows the day" : "as asked",
          question.question());
    }
    table.print(session.terminal());
    return 0;
  }
}

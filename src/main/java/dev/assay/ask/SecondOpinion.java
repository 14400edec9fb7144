package dev.assay.ask;

import dev.assay.ask.llm.Checks;
import dev.assay.ask.llm.Inquiry;
import dev.assay.ask.llm.QuestionModel;
import dev.assay.ask.llm.QuestionModel.Consulted;
import dev.assay.ask.llm.Reply;
import dev.assay.engine.Engine;
import dev.assay.engine.EngineException;
import dev.assay.engine.Work;
import dev.assay.model.Answer;
import dev.assay.model.AskRequest;
import dev.assay.model.Author;
import dev.assay.model.Query;
import dev.assay.model.UserError;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * Asks a language model where the rules were not sure of a question; whatever goes wrong there, the
 * rules' answer stands, with the reason.
 */
final class SecondOpinion {
  /** The tables that may be asked, as one transaction sees them. */
  @FunctionalInterface
  interface Tables {
    List<Asked> at(Engine.Reader reader);
  }

  /** Work within one transaction, and again in the next where a Gold table fails. */
  @FunctionalInterface
  interface Transactions {
    <T> T reading(Function<Where, T> work);
  }

  private final Transactions transactions;
  private final Interpreter rules;
  private final QuestionModel model;
  private final WrittenSql written;

  SecondOpinion(
      Transactions transactions, Interpreter rules, QuestionModel model, WrittenSql written) {
    this.transactions = transactions;
    this.rules = rules;
    this.model = model;
    this.written = written;
  }

  /**
   * The rules' answer, or a better one. No transaction is open while the model is asked.
   *
   * @param byRules what the rules made of it
   */
  Answer on(AskRequest request, Answer byRules, Tables tables, Clock clock) {
    if (!request.allowsModel() || request.query() != null || !model.isOpen()) {
      return byRules;
    }
    List<Asked> asked = transactions.reading(where -> tables.at(where.reader()));
    if (asked.isEmpty() || !isUnsure(byRules, asked)) {
      return byRules;
    }
    ModelChecks checks = new ModelChecks(asked, written);
    Inquiry inquiry =
        new Inquiry(
            request.question(),
            request.context(),
            LocalDate.now(clock),
            clock.getZone(),
            ToldTables.of(asked, byRules),
            ToldTables.relationships(asked),
            byRules.query());
    return switch (model.ask(inquiry, checks, Work.unwatched())) {
      case Consulted.Failed(String because) -> stands(byRules, because);
      case Consulted.Said said ->
          switch (said.reply()) {
            case Reply.Typed(Query query) -> typed(byRules, said, query, tables);
            case Reply.Ambiguous(List<String> choices) -> ambiguous(byRules, said, choices);
            case Reply.Written(Checks.Select select) -> sql(byRules, said, select, tables);
            case Reply.Impossible(String because) -> {
              model.judged(said, "Not used: it says that the tables do not hold the answer.");
              yield stands(
                  byRules,
                  because == null
                      ? say(byRules, "model.impossible")
                      : say(byRules, "model.impossible-because", because));
            }
          };
    };
  }

  /** Caveats of the layer that answered are none of how the question was read. */
  private boolean isUnsure(Answer byRules, List<Asked> asked) {
    if (!byRules.status().equals("answered")) {
      return true;
    }
    if (byRules.warnings() == null || byRules.query() == null) {
      return false;
    }
    return asked.stream()
        .filter(one -> one.vocabulary().table().equals(byRules.query().table()))
        .flatMap(one -> rules.read(one).stream())
        .anyMatch(reading ->
            reading instanceof Reading.Understood understood && !understood.warnings().isEmpty());
  }

  private static Answer stands(Answer byRules, String because) {
    return byRules.withWarnings(List.of(because));
  }

  private Answer ambiguous(Answer byRules, Consulted.Said said, List<String> choices) {
    model.judged(said, "It asks which is meant.");
    return switch (byRules.status()) {
      case "answered" -> stands(byRules, say(byRules, "model.ambiguous")).withAlternatives(choices);
      case "needs_choice" -> byRules;
      default ->
          Answer.unanswered(
                  byRules.question(), "needs_choice", say(byRules, "model.several"), choices)
              .by(Author.MODEL);
    };
  }

  private Answer typed(Answer byRules, Consulted.Said said, Query query, Tables tables) {
    if (query.equals(byRules.query())) {
      model.judged(said, "The same as the rules.");
      return byRules;
    }
    return finished(
        byRules,
        said,
        () ->
            transactions.reading(where -> {
              Engine.Reader reader = where.reader();
              Asked asked = about(query, tables.at(reader));
              return switch (new ExistingValues(reader, asked.vocabulary().columns(), query.table())
                  .held(query)) {
                case ExistingValues.Held.Missing(String sentence, List<String> near) ->
                    missing(byRules, said, sentence, near);
                case ExistingValues.Held.Right(Query right, List<String> corrected) -> {
                  Answer answer =
                      where
                          .answering(asked)
                          .answer(ModelReading.of(asked, right), Author.MODEL)
                          .withAlternatives(List.of())
                          .withWarnings(corrected)
                          .withWarnings(List.of(say(byRules, "model.interpreted")));
                  model.judged(said, "Used: the typed query was run.");
                  yield answer;
                }
              };
            }));
  }

  private Answer missing(Answer byRules, Consulted.Said said, String sentence, List<String> near) {
    model.judged(said, "Not used: " + sentence);
    if (byRules.status().equals("answered")) {
      return stands(byRules, say(byRules, "model.other", sentence));
    }
    String plain = byRules.question().strip().replaceAll("[?.!\\s]+$", "");
    return Answer.unanswered(
            byRules.question(),
            "needs_choice",
            sentence + (near.isEmpty() ? "" : " Which value is meant?"),
            near.stream().map(value -> plain + " (" + value + ")?").toList())
        .by(Author.MODEL);
  }

  private Answer sql(Answer byRules, Consulted.Said said, Checks.Select select, Tables tables) {
    return finished(
        byRules,
        said,
        () ->
            transactions.reading(where -> {
              Answer answer =
                  new WrittenAnswer(tables.at(where.reader()), where)
                      .answer(byRules.question(), select, language(byRules));
              model.judged(said, "Used: the SQL was run.");
              return answer;
            }));
  }

  private interface Finish {
    Answer answer();
  }

  /** What passed all checks may still fail on the rows, or its table may have changed meanwhile. */
  private Answer finished(Answer byRules, Consulted.Said said, Finish finish) {
    try {
      return finish.answer();
    } catch (UserError | EngineException e) {
      model.judged(said, "Not used: it could not be run.");
      return stands(byRules, say(byRules, "model.failed", line(e)));
    }
  }

  private static String say(Answer byRules, String key, Object... values) {
    return Messages.say(language(byRules), key, values);
  }

  /** What the rules did not understand may be in a language that they do not know. */
  private static Language language(Answer byRules) {
    return byRules.status().equals("not_understood")
        ? Language.ENGLISH
        : new Words(byRules.question()).language();
  }

  private static String line(RuntimeException e) {
    String message = e.getMessage() == null ? "" : e.getMessage().strip();
    return message.lines().findFirst().orElse("the engine says no more.");
  }

  private static Asked about(Query query, List<Asked> asked) {
    Optional<Asked> about =
        asked.stream()
            .filter(one -> one.vocabulary().table().equals(query.table()))
            .filter(one -> ModelChecks.problems(query, asked).isEmpty())
            .findFirst();
    return about.orElseThrow(
        () -> UserError.conflict("The tables have changed meanwhile; ask again."));
  }
}

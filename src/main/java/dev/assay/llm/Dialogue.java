package dev.assay.llm;

import dev.assay.engine.Work;
import dev.assay.model.ModelSettings;
import dev.assay.model.Problem;
import dev.assay.model.UserError;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Asks a model until its answer can be used, and tells it each time what is wrong; three times. */
public final class Dialogue {
  private static final int ROUNDS = 3;
  private static final int MOST_PROBLEMS = 20;

  /** An answer as it can be used, or why there is none. */
  public sealed interface Result<T> {
    record Usable<T>(T said, Outcome.Answered answer) implements Result<T> {}

    record Useless<T>(Outcome.Failed failed) implements Result<T> {}
  }

  private final ModelGate gate;
  private final ModelSettings model;

  /** {@code model} is what prompts are written for. */
  public Dialogue(ModelGate gate, ModelSettings model) {
    this.gate = gate;
    this.model = model;
  }

  /**
   * @param reader reads an answer whole; throws UserError with every problem
   */
  public <T> Result<T> ask(Prompt prompt, Function<String, T> reader, Work work) {
    Prompt asked = prompt;
    for (int round = 1; ; round++) {
      work.stopIfCancelled();
      switch (gate.ask(asked, model, work)) {
        case Outcome.Failed failed -> {
          return new Result.Useless<>(failed);
        }
        case Outcome.Answered answer -> {
          try {
            return new Result.Usable<>(reader.apply(answer.text()), answer);
          } catch (UserError e) {
            gate.judged(answer, "Not used: " + e.getMessage());
            if (round == ROUNDS) {
              return new Result.Useless<>(
                  new Outcome.Failed(
                      Outcome.Kind.NOT_UNDERSTOOD,
                      "The language model's answer could not be used in "
                          + ROUNDS
                          + " attempts: "
                          + e.getMessage()));
            }
            asked = prompt.then(answer.text(), objection(e));
          }
        }
      }
    }
  }

  private static String objection(UserError e) {
    List<Problem> problems = e.problems();
    String listed =
        problems.isEmpty()
            ? "- " + e.getMessage()
            : problems.stream()
                .limit(MOST_PROBLEMS)
                .map(problem -> "- " + problem.pointer() + ": " + problem.message())
                .collect(Collectors.joining("\n"));
    return "Your answer cannot be used. Send the whole JSON object again, with these problems mended:\n"
        + listed;
  }
}

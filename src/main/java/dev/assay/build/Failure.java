package dev.assay.build;

import dev.assay.engine.EngineException;
import dev.assay.model.Fact;
import dev.assay.model.Refusal;
import dev.assay.model.UserError;
import java.util.Optional;

/** What a failed build says of itself. */
final class Failure {
  private Failure() {}

  /**
   * A failure as the whole build tells it: where another layer failed than the one asked for, which
   * one, and how to mend its recipe.
   */
  static RuntimeException of(RuntimeException e, Job job, Stage stage) {
    if (!(e instanceof UserError error) || stage.layer() == job.layer()) {
      return e;
    }
    Optional<Fact> remedy =
        error.kind() == UserError.Kind.INVALID
            ? Optional.of(Sentences.RECIPE_TO_CHANGE.with(stage.layer().text(), job.sourceId()))
            : Optional.empty();
    return new UserError(
        error.kind(),
        stage.table()
            + " could not be rebuilt; its earlier rows stay. "
            + e.getMessage()
            + remedy.map(fact -> " " + fact.english()).orElse(""),
        error.problems(),
        error
            .refusal()
            .map(refusal -> refusal.in(stage.table()))
            .map(refusal -> remedy.map(refusal::and).orElse(refusal))
            .orElse(null));
  }

  static boolean isBug(RuntimeException e) {
    return !(e instanceof UserError);
  }

  static String sentence(RuntimeException e) {
    if (e instanceof UserError || e instanceof Paused) {
      return e.getMessage();
    }
    String what = e.getMessage() == null ? e.getClass().getSimpleName() : e.getMessage();
    return e instanceof EngineException
        ? "The engine refused a statement of this build: " + what
        : "Something went wrong inside Assay: "
            + what
            + " Please report this; nothing was changed.";
  }

  /** What the sentence says, as data; null where the sentence alone tells. */
  static Refusal refusal(RuntimeException e) {
    return switch (e) {
      case UserError error -> error.refusal().orElse(null);
      case Paused _ -> Refusal.of(Refusal.Cause.WAITING);
      default -> null;
    };
  }

  static int exitCode(RuntimeException e) {
    return e instanceof UserError error ? error.kind().exitCode() : 1;
  }
}

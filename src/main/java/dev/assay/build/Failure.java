package dev.assay.build;

import dev.assay.engine.EngineException;
import dev.assay.model.UserError;

/** What a failed build says of itself. */
final class Failure {
  private Failure() {}

  static boolean isBug(RuntimeException e) {
    return !(e instanceof UserError);
  }

  static String sentence(RuntimeException e) {
    if (e instanceof UserError) {
      return e.getMessage();
    }
    String what = e.getMessage() == null ? e.getClass().getSimpleName() : e.getMessage();
    return e instanceof EngineException
        ? "The engine refused a statement of this build: " + what
        : "Something went wrong inside Assay: "
            + what
            + " Please report this; nothing was changed.";
  }

  static int exitCode(RuntimeException e) {
    return e instanceof UserError error ? error.kind().exitCode() : 1;
  }
}

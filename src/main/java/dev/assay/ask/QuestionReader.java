package dev.assay.ask;

import java.util.Optional;

/**
 * Reads a plain analytic question as a typed query over one table, or says what must be settled
 * first; every word that a figure could depend on is used or named as not understood.
 */
final class QuestionReader implements Interpreter {
  @Override
  public Optional<Reading> read(Asked asked) {
    return Optional.of(new OneQuestion(asked.vocabulary(), asked.today()).read(asked.question()));
  }
}

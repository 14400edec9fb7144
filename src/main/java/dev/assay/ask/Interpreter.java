package dev.assay.ask;

import java.util.Optional;

/** Turns questions into typed queries, or says what must be settled first. */
interface Interpreter {
  /** The reading of a question; empty where it is of a kind that this one does not read. */
  Optional<Reading> read(Asked asked);
}

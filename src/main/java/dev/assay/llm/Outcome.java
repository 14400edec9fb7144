package dev.assay.llm;

import dev.assay.model.Fact;
import java.util.List;

/** How a request to a language model ended. */
public sealed interface Outcome {
  /**
   * It answered.
   *
   * @param text its words, whole
   * @param egressId the entry of the ledger
   */
  record Answered(String text, long egressId) implements Outcome {}

  /**
   * It did not, or not usably.
   *
   * @param because one sentence for people: what happened and what to do
   * @param facts the same as data; empty where the sentence alone tells
   */
  record Failed(Kind kind, String because, List<Fact> facts) implements Outcome {
    public Failed(Kind kind, String because) {
      this(kind, because, List.of());
    }

    public Failed(Kind kind, Fact because) {
      this(kind, because.english(), List.of(because));
    }
  }

  /** What can go wrong. */
  enum Kind {
    WRONG_KEY,
    BUSY,
    TIMED_OUT,
    UNREACHABLE,
    REDIRECTED,
    NOT_UNDERSTOOD,
    WRONG_CONTENT,
    TOO_LARGE,
    TRUNCATED,
    EMPTY,
    REFUSED
  }
}

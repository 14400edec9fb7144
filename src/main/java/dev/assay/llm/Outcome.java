package dev.assay.llm;

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
   */
  record Failed(Kind kind, String because) implements Outcome {}

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

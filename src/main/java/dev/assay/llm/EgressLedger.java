package dev.assay.llm;

import dev.assay.model.Egress;

/** Where every request is written down before it leaves. */
public interface EgressLedger {
  /**
   * Keeps a request that is about to leave; returns its number. Where this fails, nothing leaves.
   */
  long sending(Egress request);

  /**
   * How it ended.
   *
   * @param answer word for word; null when none came
   */
  void ended(long id, String answer, String outcome);

  /** What became of an answer. */
  void judged(long id, String outcome);
}

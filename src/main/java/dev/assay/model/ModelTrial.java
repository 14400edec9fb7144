package dev.assay.model;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;

/**
 * Whether a language model answers.
 *
 * @param works whether it gave a usable answer
 * @param message one sentence: what happened
 * @param facts the same as data; empty where the sentence alone tells
 */
public record ModelTrial(
    boolean works, String message, @JsonInclude(JsonInclude.Include.NON_EMPTY) List<Fact> facts) {
  public ModelTrial {
    facts = facts == null ? List.of() : List.copyOf(facts);
  }

  public ModelTrial(boolean works, String message) {
    this(works, message, List.of());
  }

  /** One that is told as data too. */
  public ModelTrial(boolean works, Fact fact) {
    this(works, fact.english(), List.of(fact));
  }
}

package dev.assay.model;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;

/**
 * One thing wrong in a recipe or request.
 *
 * @param pointer JSON pointer (RFC 6901) into the posted document, empty for the whole
 * @param message one sentence that says what to do
 * @param facts what the message says, as data; empty where it alone tells
 */
public record Problem(
    String pointer, String message, @JsonInclude(JsonInclude.Include.NON_EMPTY) List<Fact> facts) {
  public Problem {
    facts = facts == null ? List.of() : List.copyOf(facts);
  }

  public Problem(String pointer, String message) {
    this(pointer, message, List.of());
  }

  public Problem(String pointer, Fact... facts) {
    this(pointer, List.of(facts));
  }

  public Problem(String pointer, List<Fact> facts) {
    this(pointer, Fact.english(facts), facts);
  }

  /** The same, told of another place. */
  public Problem at(String other) {
    return new Problem(other, message, facts);
  }

  /** What was refused, as a problem of the part that it is about. */
  public Problem(String pointer, UserError error) {
    this(pointer, error.getMessage(), error.facts());
  }
}

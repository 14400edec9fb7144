package dev.assay.advice;

import dev.assay.model.SemanticType;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What was suspected of a table's columns, with what all rows say.
 *
 * @param meanings what values mean, by Silver name
 * @param answers the rest, in table order
 */
record Confirmed(Map<String, SemanticType> meanings, List<Answer> answers) {
  static final Confirmed NOTHING = new Confirmed(Map.of(), List.of());

  /** A suspicion and what its probes measured, in their order. */
  record Answer(Suspicion suspicion, List<Count> counts) {}

  /**
   * What one probe measured.
   *
   * @param present cells with a text
   * @param read cells with a value
   * @param violated values that break the checks
   * @param examples up to five raw texts that break them, or without checks that cannot be read
   * @param leastGood smallest of the values that break nothing, as text; null where there is none
   * @param greatestGood largest of them
   * @param leastBad smallest of the others
   * @param greatestBad largest of the others
   */
  record Count(
      long present,
      long read,
      long violated,
      List<String> examples,
      String leastGood,
      String greatestGood,
      String leastBad,
      String greatestBad) {
    long failed() {
      return present - read;
    }

    /** The share of values that break nothing. */
    double fitting() {
      return read == 0 ? 0 : (double) (read - violated) / read;
    }
  }

  Optional<SemanticType> meaning(String column) {
    return Optional.ofNullable(meanings.get(column));
  }

  /** Whether a column's values are personal data. */
  boolean personal(String column) {
    return meaning(column).filter(SemanticType::personal).isPresent();
  }

  /** The answers to one kind of suspicion. */
  Stream<Answer> about(Class<? extends Suspicion> kind) {
    return answers.stream().filter(answer -> kind.isInstance(answer.suspicion()));
  }
}

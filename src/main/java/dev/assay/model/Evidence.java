package dev.assay.model;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;

/**
 * What all rows say about a proposed column.
 *
 * @param rows rows measured: always all
 * @param missing cells that are missing after the null tokens
 * @param parsed cells that the proposed steps read
 * @param failed cells that they cannot read; each would reject its row
 * @param changed cells whose Silver text differs from the raw text
 * @param lossy cells that would be read but lose something, such as a leading zero or a digit
 * @param counterExamples up to five raw values that fail
 * @param because one sentence: why this proposal
 * @param confidence from 0 to 1
 * @param alternatives what else was measured, best first
 * @param semanticType what the values mean, beyond their type; null where nothing is known
 * @param author who proposed it; RULES when not given
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Evidence(
    long rows,
    long missing,
    long parsed,
    long failed,
    long changed,
    long lossy,
    List<String> counterExamples,
    String because,
    double confidence,
    List<Alternative> alternatives,
    SemanticType semanticType,
    Author author) {

  /** What the rules measured, of a column whose meaning is not known. */
  public Evidence(
      long rows,
      long missing,
      long parsed,
      long failed,
      long changed,
      long lossy,
      List<String> counterExamples,
      String because,
      double confidence,
      List<Alternative> alternatives) {
    this(
        rows,
        missing,
        parsed,
        failed,
        changed,
        lossy,
        counterExamples,
        because,
        confidence,
        alternatives,
        null,
        null);
  }

  /** The same, of what somebody else has decided. */
  public Evidence by(Author other) {
    return new Evidence(
        rows,
        missing,
        parsed,
        failed,
        changed,
        lossy,
        counterExamples,
        because,
        confidence,
        alternatives,
        semanticType,
        other);
  }

  /**
   * Another reading that was measured on all rows and not chosen.
   *
   * @param targetType its type
   * @param cleaning its steps; null where only the type was measured
   * @param parsed cells that it reads
   * @param failed cells that it cannot read
   * @param changed cells whose text would differ
   * @param lossy cells that would lose something
   * @param counterExamples up to five raw values that fail
   * @param because one sentence
   * @param author who proposed it; RULES when not given
   */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  public record Alternative(
      ColumnType targetType,
      List<Cleaning> cleaning,
      long parsed,
      long failed,
      Long changed,
      Long lossy,
      List<String> counterExamples,
      String because,
      Author author) {

    /** A type of which only successes and failures were counted. */
    public Alternative(ColumnType targetType, long parsed, long failed, String because) {
      this(targetType, null, parsed, failed, null, null, null, because, null);
    }
  }
}

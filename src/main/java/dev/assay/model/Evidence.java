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
    List<Alternative> alternatives) {

  /** A type that was measured and not chosen. */
  public record Alternative(ColumnType targetType, long parsed, long failed, String because) {}
}

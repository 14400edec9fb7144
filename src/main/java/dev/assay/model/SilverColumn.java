package dev.assay.model;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;

/**
 * How one Silver column is made from one Bronze column. Fields that are not given are null here;
 * {@code silver} settles them.
 *
 * @param sourceColumn the Bronze column; matched exactly, else trimmed and case-folded where that
 *     is unique
 * @param silverName name in Silver; the snake_case of the source column when not given
 * @param targetType type in Silver; TEXT when not given
 * @param castExpression the rendering of {@code cleaning} as SQL; alone, or where it differs from
 *     the rendering, it is a {@link Cleaning.Custom} expression
 * @param cleaning typed steps; null when only {@code castExpression} is given
 * @param nullStrategy KEEP_NULL when not given
 * @param defaultValue the value of FILL_DEFAULT
 * @param validation checks joined by AND, such as {@code >= 0} or {@code NOT NULL AND UNIQUE}
 * @param onViolation REJECT when not given
 * @param mask how its values are hidden wherever they are shown; null when they are not
 * @param evidence what the data itself says about this proposal; only in suggestions
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record SilverColumn(
    String sourceColumn,
    String silverName,
    ColumnType targetType,
    String castExpression,
    List<Cleaning> cleaning,
    NullStrategy nullStrategy,
    String defaultValue,
    Validation validation,
    Severity onViolation,
    Mask mask,
    Evidence evidence) {

  /** A column that is not masked. */
  public SilverColumn(
      String sourceColumn,
      String silverName,
      ColumnType targetType,
      String castExpression,
      List<Cleaning> cleaning,
      NullStrategy nullStrategy,
      String defaultValue,
      Validation validation,
      Severity onViolation,
      Evidence evidence) {
    this(
        sourceColumn,
        silverName,
        targetType,
        castExpression,
        cleaning,
        nullStrategy,
        defaultValue,
        validation,
        onViolation,
        null,
        evidence);
  }

  /** The same column with the name that it has in Silver, written or not. */
  public SilverColumn named() {
    return silverName != null ? this : withName(Slug.of(sourceColumn, "column"));
  }

  public SilverColumn withName(String silverName) {
    return new SilverColumn(
        sourceColumn,
        silverName,
        targetType,
        castExpression,
        cleaning,
        nullStrategy,
        defaultValue,
        validation,
        onViolation,
        mask,
        evidence);
  }

  /** Read otherwise: an expression and evidence of the reading before no longer hold. */
  public SilverColumn withReading(ColumnType targetType, List<Cleaning> cleaning) {
    return new SilverColumn(
        sourceColumn,
        silverName,
        targetType,
        null,
        cleaning,
        nullStrategy,
        defaultValue,
        validation,
        onViolation,
        mask,
        null);
  }

  public SilverColumn withNulls(NullStrategy nullStrategy, String defaultValue) {
    return new SilverColumn(
        sourceColumn,
        silverName,
        targetType,
        castExpression,
        cleaning,
        nullStrategy,
        defaultValue,
        validation,
        onViolation,
        mask,
        evidence);
  }

  public SilverColumn withValidation(Validation validation, Severity onViolation) {
    return new SilverColumn(
        sourceColumn,
        silverName,
        targetType,
        castExpression,
        cleaning,
        nullStrategy,
        defaultValue,
        validation,
        onViolation,
        mask,
        evidence);
  }

  public SilverColumn withMask(Mask mask) {
    return new SilverColumn(
        sourceColumn,
        silverName,
        targetType,
        castExpression,
        cleaning,
        nullStrategy,
        defaultValue,
        validation,
        onViolation,
        mask,
        evidence);
  }

  public SilverColumn withEvidence(Evidence evidence) {
    return new SilverColumn(
        sourceColumn,
        silverName,
        targetType,
        castExpression,
        cleaning,
        nullStrategy,
        defaultValue,
        validation,
        onViolation,
        mask,
        evidence);
  }
}

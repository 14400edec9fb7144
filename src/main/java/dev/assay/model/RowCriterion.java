package dev.assay.model;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;

/**
 * What a row that is looked for has in one column; several must all hold. Values are texts that are
 * read as the column's type.
 */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "is")
@JsonSubTypes({
  @JsonSubTypes.Type(value = RowCriterion.Containing.class, name = "containing"),
  @JsonSubTypes.Type(value = RowCriterion.Equal.class, name = "equal"),
  @JsonSubTypes.Type(value = RowCriterion.Between.class, name = "between"),
  @JsonSubTypes.Type(value = RowCriterion.Missing.class, name = "missing"),
  @JsonSubTypes.Type(value = RowCriterion.Present.class, name = "present")
})
public sealed interface RowCriterion {
  String column();

  /** The value as text has this text in it, whatever the case. */
  record Containing(String column, String value) implements RowCriterion {}

  record Equal(String column, String value) implements RowCriterion {}

  /**
   * Both ends included; an end that is null is open. In a column of text, ends that are numbers are
   * compared with the values that are numbers.
   */
  record Between(String column, String from, String to) implements RowCriterion {}

  /** No value, or nothing but blanks. */
  record Missing(String column) implements RowCriterion {}

  record Present(String column) implements RowCriterion {}
}

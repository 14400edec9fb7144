package dev.assay.model;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonInclude;

/**
 * What the user decides about a file instead of the detection; null leaves a part to the detection.
 *
 * @param quote {@link #NONE_SUCH} where the file has none
 * @param escape {@link #NONE_SUCH} where the file has none
 * @param headerRows how many rows name the columns, 0 where none does
 * @param skipLines lines before the table
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record DialectOverrides(
    String charset,
    String delimiter,
    Character quote,
    Character escape,
    Integer headerRows,
    Integer skipLines) {
  /** As a quote or an escape: the file has none. */
  public static final char NONE_SUCH = '\0';

  public static final DialectOverrides NONE =
      new DialectOverrides(null, null, null, null, null, null);

  /** Whether everything is left to the detection. */
  @JsonIgnore
  public boolean isNone() {
    return equals(NONE);
  }
}

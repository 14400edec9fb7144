package dev.assay.model;

import com.fasterxml.jackson.annotation.JsonInclude;

/**
 * What the user decides about a file instead of the detection; null leaves a part to the detection.
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record DialectOverrides(
    String charset, Character delimiter, Character quote, Boolean header) {
  public static final DialectOverrides NONE = new DialectOverrides(null, null, null, null);
}

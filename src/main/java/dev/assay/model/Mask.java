package dev.assay.model;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;

/**
 * How a column's values are hidden wherever they are shown; only Bronze itself keeps them as
 * received. A mask is applied last: casts, validations and duplicates see the real value.
 */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "how")
@JsonSubTypes({
  @JsonSubTypes.Type(value = Mask.Hash.class, name = "hash"),
  @JsonSubTypes.Type(value = Mask.Redact.class, name = "redact"),
  @JsonSubTypes.Type(value = Mask.KeepPart.class, name = "keep_part")
})
public sealed interface Mask {
  /**
   * A keyed hash: equal values stay equal, so that they can be counted and joined within this
   * workspace, but nobody without its key can try values out.
   */
  record Hash() implements Mask {}

  /** Nothing but whether there was a value. */
  record Redact() implements Mask {}

  /**
   * Stars in the place of all but the first and the last characters.
   *
   * @param first how many characters stay at the beginning
   * @param last how many stay at the end; together never more than half of a value
   */
  record KeepPart(int first, int last) implements Mask {
    public KeepPart {
      if (first < 0 || last < 0) {
        throw new IllegalArgumentException("A mask keeps 0 or more characters at each end.");
      }
    }
  }
}

package dev.assay.model;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;

/**
 * Which of several rows with the same key stays.
 *
 * @param keyColumns Silver or source columns that together name a thing; may be empty for
 *     REMOVE_EXACT
 * @param strategy which row stays
 * @param orderBy for KEEP_LATEST and KEEP_FIRST: columns with directions, such as {@code created_at
 *     DESC, id}; the row that sorts first stays. Load order decides last.
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Deduplication(List<String> keyColumns, Strategy strategy, String orderBy) {
  public Deduplication {
    keyColumns = keyColumns == null ? List.of() : List.copyOf(keyColumns);
  }

  /** Which row stays. */
  public enum Strategy {
    /** The row that sorts first by {@code order_by} (or, without one, the last loaded) stays. */
    KEEP_LATEST,
    /** The row that was loaded first stays, or sorts first by {@code order_by}. */
    KEEP_FIRST,
    /** Only rows whose raw values are all the same, and that share the key, are removed. */
    REMOVE_EXACT,
    /** Every row stays. */
    NONE
  }
}

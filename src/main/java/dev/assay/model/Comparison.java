package dev.assay.model;

import java.util.List;

/** How rows that have landed beside a published Bronze table are compared with it. */
public sealed interface Comparison {
  /**
   * What is greater by the cursor is new, and so is what is equal or has no value and is not there
   * yet, row by row of the same content.
   *
   * @param cursor a Bronze column
   * @param since the greatest value so far, or null where there is none
   */
  record NewRows(String cursor, String since) implements Comparison {}

  /** What landed is the whole table: rows are compared by content, as multisets. */
  record Multiset() implements Comparison {}

  /** All that landed is new, and the rows of these loads are superseded. */
  record Loads(List<Long> superseded) implements Comparison {
    public Loads {
      superseded = List.copyOf(superseded);
    }
  }
}

package dev.assay.model;

import java.util.Map;

/** What came of looking at a load before it is published. */
public sealed interface Inspected {
  /**
   * It may be published.
   *
   * @param rows that will land, by load
   * @param quarantined rows that were set aside for their shape, by load
   * @param superseded rows whose place it takes
   * @param cursorValue the greatest value of the cursor column in it, or null
   */
  record Sound(
      Map<Long, Long> rows, Map<Long, Long> quarantined, long superseded, String cursorValue)
      implements Inspected {
    public Sound {
      rows = Map.copyOf(rows);
      quarantined = Map.copyOf(quarantined);
    }
  }

  /** It would change nothing. */
  record Unchanged() implements Inspected {}

  /** A person must say yes first. */
  record Doubtful(Waiting waiting) implements Inspected {}
}

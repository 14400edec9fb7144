package dev.assay.ask;

import dev.assay.model.Query;
import java.util.List;

/** A model's typed query as a reading of the question: in our words, with the period it is about. */
final class ModelReading {
  private ModelReading() {}

  static Reading.Understood of(Asked asked, Query query) {
    return new Reading.Understood(
        query, Meaning.of(query), List.of(), new Words(asked.question()), null);
  }
}

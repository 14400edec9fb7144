package dev.assay.ask;

import dev.assay.model.Query;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * The business question of a Gold table, asked word for word: its typed query is what it means, so
 * nothing need be understood.
 */
final class KnownQuestion implements Interpreter {
  @Override
  public Optional<Reading> read(Asked asked) {
    return read(asked.question(), asked.catalog());
  }

  /** The reading of {@code question} where one Gold table of the catalog was made to answer it. */
  static Optional<Reading> read(String question, Catalog catalog) {
    List<Query> made =
        catalog.gold().stream()
            .filter(gold -> gold.query() != null && gold.question() != null)
            .filter(gold -> words(gold.question()).equals(words(question)))
            .map(Catalog.GoldTable::query)
            .toList();
    if (made.size() != 1) {
      return Optional.empty();
    }
    Query query = made.getFirst();
    Query plain = query.withMeasures(amountsFirst(query.measures())).withSegment(null);
    return Optional.of(
        new Reading.Understood(
            plain, TypedQuestion.meaning(plain), List.of(), new Words(question), null));
  }

  /** An answer's sentence speaks of its first figure, which is seldom the number of rows. */
  private static List<Query.Measure> amountsFirst(List<Query.Measure> measures) {
    return measures.stream()
        .sorted(Comparator.comparing(m -> m.aggregate() == Query.Aggregate.COUNT_ROWS))
        .toList();
  }

  private static String words(String question) {
    return question.toLowerCase(Locale.ROOT).replaceAll("[^\\p{L}\\p{N}_]+", " ").strip();
  }
}

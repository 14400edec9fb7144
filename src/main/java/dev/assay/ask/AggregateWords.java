package dev.assay.ask;

import dev.assay.model.Query.Aggregate;
import java.util.Optional;

/**
 * The words that say how an amount is computed: "total", "average", "longest" before a distance.
 */
final class AggregateWords {
  private final Words words;
  private final Lexicon lexicon;
  private final Vocabulary vocabulary;

  AggregateWords(Words words, Lexicon lexicon, Vocabulary vocabulary) {
    this.words = words;
    this.lexicon = lexicon;
    this.vocabulary = vocabulary;
  }

  /** What word {@code i} says, or null. */
  Aggregate at(int i) {
    if (words.at(i, "total|sum|overall|combined")) {
      return Aggregate.SUM;
    }
    if (words.at(i, "average|avg|mean")) {
      return Aggregate.AVG;
    }
    if (words.at(i, "median")) {
      return Aggregate.MEDIAN;
    }
    Optional<Adjectives.Sense> sense =
        words.free(i) ? Adjectives.superlative(words, i, 1) : Optional.empty();
    if (sense.isPresent()
        && !words.at(i, "cheapest|largest|smallest")
        && isBeforeAmount(i + 1)
        && !isRowOf(sense.get(), i + 1)) {
      // "longest distance"
      return sense.get().much() ? Aggregate.MAX : Aggregate.MIN;
    }
    if (words.at(i, "minimum|min|lowest|smallest|cheapest")) {
      return Aggregate.MIN;
    }
    return words.at(i, "maximum|max|highest|largest|biggest|greatest") ? Aggregate.MAX : null;
  }

  /** "The longest charter" is no charter_fee: a word for rows, and an amount of another kind. */
  private boolean isRowOf(Adjectives.Sense sense, int at) {
    return at < words.count()
        && RowNames.is(vocabulary, words.get(at))
        && lexicon
            .measure(at)
            .filter(match -> match.words() == 1)
            .filter(
                match -> sense.measured(vocabulary).stream().noneMatch(match.columns()::contains))
            .isPresent();
  }

  /** Whether an amount stands at a word or behind it. */
  boolean isBeforeAmount(int at) {
    return lexicon.measure(at).isPresent() || lexicon.measure(at + 1).isPresent();
  }
}

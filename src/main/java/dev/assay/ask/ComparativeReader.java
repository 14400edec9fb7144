package dev.assay.ask;

import dev.assay.model.Query.Comparison;
import dev.assay.semantic.ColumnRole;
import java.util.List;
import java.util.Optional;

/** Reads comparisons by an adjective: "trees taller than 15 m", "employees older than 50". */
final class ComparativeReader {
  private final Words words;
  private final Lexicon lexicon;
  private final Vocabulary vocabulary;
  private final ConditionList conditions;
  private final UnitReader units;

  ComparativeReader(
      Words words,
      Lexicon lexicon,
      Vocabulary vocabulary,
      ConditionList conditions,
      UnitReader units) {
    this.words = words;
    this.lexicon = lexicon;
    this.vocabulary = vocabulary;
    this.conditions = conditions;
    this.units = units;
  }

  /** Whether one stands at word {@code i}; it is then a condition and its words are used. */
  boolean at(int i) {
    return age(i) || comparative(i);
  }

  /** "employees older than 50". */
  private boolean age(int i) {
    boolean older = words.at(i, "older", "than");
    if (!older && !words.at(i, "younger", "than") || !words.isNumber(i + 2)) {
      return false;
    }
    Optional<List<ColumnRole>> ages = units.ages();
    if (ages.isEmpty()) {
      return false;
    }
    conditions.add(
        ages.get().getFirst().name(),
        older ? Comparison.GREATER : Comparison.LESS,
        words.get(i + 2).text());
    words.use(i, 3 + (words.at(i + 3, "years|year") ? words.at(i + 4, "old") ? 2 : 1 : 0));
    return true;
  }

  /** "trees taller than 15 m", "stays cheaper than 80 euros". */
  private boolean comparative(int i) {
    for (int length = 1; length <= 2; length++) {
      Optional<Adjectives.Sense> sense =
          words.at(i + length, "than") && words.isNumber(i + length + 1)
              ? Adjectives.comparative(words, i, length)
              : Optional.empty();
      if (sense.isPresent() && comparative(i, i + length + 1, sense.get())) {
        return true;
      }
    }
    return false;
  }

  private boolean comparative(int i, int number, Adjectives.Sense sense) {
    Optional<Lexicon.Match> unit = units.at(number + 1);
    List<ColumnRole> meant =
        sense.measured(vocabulary).stream()
            .filter(column -> unit.isEmpty() || unit.get().columns().contains(column))
            .toList();
    Optional<Lexicon.Match> other =
        unit.isPresent() ? Optional.empty() : lexicon.measure(number + 1);
    if (other.isEmpty() && meant.isEmpty()) {
      return false;
    }
    // "longer than 2,000 words" counts words.
    int end = number + 1 + other.or(() -> unit).map(Lexicon.Match::words).orElse(0);
    Lexicon.Match match = other.orElse(new Lexicon.Match(meant, i, end - i));
    Comparison than = sense.much() ? Comparison.GREATER : Comparison.LESS;
    conditions.add(Choice.only(words, match).name(), than, words.get(number).text());
    words.use(i, end - i);
    return true;
  }
}

package dev.assay.ask;

import dev.assay.semantic.ColumnRole;
import dev.assay.semantic.NameWords;
import java.util.List;
import java.util.Optional;

/** Finds the amount that a unit behind a number tells: "over 500 kg", "2 hours of downtime". */
final class UnitReader {
  /** A bound in the unit of its column; {@code end} is the word behind it. */
  record Converted(ColumnRole column, String value, int end) {}

  private final Words words;
  private final Lexicon lexicon;
  private final Vocabulary vocabulary;

  UnitReader(Words words, Lexicon lexicon, Vocabulary vocabulary) {
    this.words = words;
    this.lexicon = lexicon;
    this.vocabulary = vocabulary;
  }

  /** "over 500 kg": the one amount that is named with this unit. */
  Optional<Lexicon.Match> at(int at) {
    if (!words.free(at)) {
      return Optional.empty();
    }
    if (words.at(at, "year|years")) {
      return ages().map(age -> new Lexicon.Match(age, at, words.at(at + 1, "old") ? 2 : 1));
    }
    if (Currencies.isCurrency(words.get(at).lower())) {
      return Currencies.amounts(vocabulary, words.get(at).lower())
          .map(amounts -> new Lexicon.Match(amounts, at, 1));
    }
    List<ColumnRole> found = UnitWords.measuredIn(vocabulary, words.get(at).lower());
    List<ColumnRole> plain =
        found.stream()
            .filter(column -> !NameWords.of(column.name()).getLast().equals("m2"))
            .toList();
    // Metres are those of a height before they are square.
    found = plain.isEmpty() ? found : plain;
    return found.isEmpty() ? Optional.empty() : Optional.of(new Lexicon.Match(found, at, 1));
  }

  /** "2 hours of downtime" where the column holds minutes. */
  Optional<Converted> converted(int number) {
    int unit = number + 1;
    if (unit >= words.count() || !words.free(unit) || !words.at(unit + 1, "of")) {
      return Optional.empty();
    }
    Optional<Lexicon.Match> match = lexicon.measure(unit + 2);
    if (match.isEmpty() || match.get().columns().size() > 1) {
      return Optional.empty();
    }
    ColumnRole column = match.get().columns().getFirst();
    return NameWords.of(column.name()).stream()
        .filter(UnitWords::isTime)
        .findFirst()
        .flatMap(
            held -> UnitWords.converted(words.get(number).text(), words.get(unit).lower(), held))
        .map(value -> new Converted(column, value, unit + 2 + match.get().words()));
  }

  /** The one column that holds ages; empty where none or several do. */
  Optional<List<ColumnRole>> ages() {
    List<ColumnRole> ages =
        vocabulary.roles().stream()
            .filter(ColumnRole::isMeasure)
            .filter(role ->
                NameWords.of(role.name()).stream().anyMatch(word -> Concepts.same("age", word)))
            .toList();
    return ages.size() == 1 ? Optional.of(ages) : Optional.empty();
  }
}

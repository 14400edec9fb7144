package dev.assay.ask;

import dev.assay.model.Query.Aggregate;
import dev.assay.semantic.ColumnRole;
import dev.assay.semantic.ColumnRole.Role;
import dev.assay.semantic.NameWords;
import dev.assay.sql.ValueKind;
import java.util.List;
import java.util.Optional;

/** "the heaviest shipment", "the 3 cheapest rooms": single rows by what an adjective measures. */
final class RowTop {
  private final Words words;
  private final Lexicon lexicon;
  private final Vocabulary vocabulary;
  private final GroupReader groups;
  private final MeasureList measures;

  RowTop(
      Words words,
      Lexicon lexicon,
      Vocabulary vocabulary,
      GroupReader groups,
      MeasureList measures) {
    this.words = words;
    this.lexicon = lexicon;
    this.vocabulary = vocabulary;
    this.groups = groups;
    this.measures = measures;
  }

  void read() {
    for (int i = 0; i < words.count(); i++) {
      if (measures.isRow(i) && (withLargest(i) || topBy(i)) || largestOf(i)) {
        return;
      }
      for (int length = 1; length <= 2; length++) {
        Optional<Adjectives.Sense> sense = Adjectives.superlative(words, i, length);
        if (sense.isPresent() && figure(sense.get(), i, length)) {
          return;
        }
        if (sense.isPresent() && measures.isRow(i + length) && take(sense.get(), i, length)) {
          return;
        }
        if (sense.isPresent() && groupBy(sense.get(), i, length)) {
          return;
        }
        boolean behind = words.language() != Language.ENGLISH && measures.isRow(i - 1);
        if (sense.isPresent() && behind && takeBehind(sense.get(), i, length)) {
          return;
        }
      }
    }
  }

  /** "the most expensive neighbourhood on average", "which carrier is the cheapest on average". */
  private boolean groupBy(Adjectives.Sense sense, int i, int length) {
    int average = words.find("average");
    List<ColumnRole> measured = measured(sense, i + length);
    if (average < 0 || measured.isEmpty()) {
      return false;
    }
    int group = i + length;
    if (!groups.isGroup(group)) {
      group = words.at(0, "which|what") ? 1 : i - 1;
      if (group >= i || !groups.isGroup(group)) {
        return false;
      }
    }
    ColumnRole column = Choice.only(words, new Lexicon.Match(measured, i, length));
    groups.group(group);
    groups.tops().set(new TopReader.Top(1, sense.much(), 0));
    measures.add(words.phrase(average, 1), Aggregate.AVG, column.name());
    words.use(i, length);
    words.use(average, 1);
    return true;
  }

  /** The figures that an adjective measures; "in km", further on, says which of them. */
  private List<ColumnRole> measured(Adjectives.Sense sense, int from) {
    List<ColumnRole> measured = sense.measured(vocabulary);
    for (int i = from; i + 1 < words.count(); i++) {
      String unit = words.get(i + 1).lower();
      List<ColumnRole> named =
          measured.stream()
              .filter(column -> UnitWords.same(unit, NameWords.of(column.name()).getLast()))
              .toList();
      if (words.at(i, "in|by") && words.free(i + 1) && !named.isEmpty()) {
        words.use(i, 2);
        return named;
      }
    }
    return measured;
  }

  /** "how long was the longest stay": its figure, and not which it was. */
  private boolean figure(Adjectives.Sense sense, int i, int length) {
    boolean asked =
        words.at(0, "how", "long|tall|heavy|old|fast|expensive|deep|wide|far|much|cheap|short");
    List<ColumnRole> measured = asked ? measured(sense, i + length) : List.of();
    if (measured.isEmpty() || !measures.isRow(i + length)) {
      return false;
    }
    ColumnRole column = Choice.only(words, new Lexicon.Match(measured, i, length));
    measures.add(
        words.phrase(i, length), sense.much() ? Aggregate.MAX : Aggregate.MIN, column.name());
    words.use(0, 2);
    words.use(i, length + 1);
    return true;
  }

  /** "los 5 pisos más baratos", "el piso más caro". */
  private boolean takeBehind(Adjectives.Sense sense, int i, int length) {
    List<ColumnRole> measured = measured(sense, i + length);
    int noun = i - 1;
    boolean one = words.get(noun).lower().equals(words.get(noun).stem());
    if (measured.isEmpty() || identity().isEmpty() || !isCounted(noun) && !one) {
      return false;
    }
    rows(new Lexicon.Match(measured, i, length), sense.much(), noun, i + length);
    return true;
  }

  private boolean take(Adjectives.Sense sense, int i, int length) {
    List<ColumnRole> measured = measured(sense, i + length);
    if (measured.isEmpty() || identity().isEmpty()) {
      return false;
    }
    int noun = i + length;
    boolean one = words.get(noun).lower().equals(words.get(noun).stem());
    if (!isCounted(i) && !one) {
      return false;
    }
    rows(new Lexicon.Match(measured, i, length), sense.much(), i, noun + 1);
    return true;
  }

  /** "the 5 orders with the highest amount". */
  private boolean withLargest(int i) {
    int at = i + 1;
    boolean one = isOne(i) && words.at(at, "with|having|that|has|had");
    boolean some = isCounted(i) && words.at(at, "with|having|that|by");
    if (!one && !some || identity().isEmpty()) {
      return false;
    }
    while (words.at(at, "with|having|that|have|had|has|by|the|a")) {
      at++;
    }
    boolean much = words.at(at, "highest|largest|biggest|greatest|most");
    if (!much && !words.at(at, "lowest|smallest|least|fewest")) {
      return false;
    }
    Optional<Lexicon.Match> measured = lexicon.measure(at + 1);
    measured.ifPresent(match -> rows(match, much, i, match.at() + match.words()));
    return measured.isPresent();
  }

  /** "top 5 orders by amount". */
  private boolean topBy(int i) {
    boolean top = words.at(i - 2, "top|bottom") && isCounted(i);
    int at = i + 2;
    if (!top || !words.at(i + 1, "by") || identity().isEmpty()) {
      return false;
    }
    Optional<Lexicon.Match> measured = lexicon.measure(at);
    boolean ends = measured.filter(match -> at + match.words() == words.count()).isPresent();
    if (!ends) {
      return false;
    }
    boolean much = words.at(i - 2, "top");
    words.use(i - 2, 1);
    rows(measured.get(), much, i, at + measured.get().words());
    return true;
  }

  /** "the 5 biggest deposits": rows by an amount that stands for them. */
  private boolean largestOf(int i) {
    boolean much = words.at(i, "highest|largest|biggest|greatest");
    if (!much && !words.at(i, "lowest|smallest") || !isCounted(i) || identity().isEmpty()) {
      return false;
    }
    Optional<Lexicon.Match> measured =
        measures.isRow(i + 1) ? Optional.empty() : lexicon.measure(i + 1);
    boolean alone =
        measured
            .map(match -> match.at() + match.words())
            .filter(end -> end == words.count() || words.at(end, "in|from|of|for|since|paid|at"))
            .isPresent();
    if (alone) {
      rows(measured.get(), much, i, measured.get().at() + measured.get().words());
    }
    return alone;
  }

  /** "which order", "the order": a single one. */
  private boolean isOne(int i) {
    return words.get(i).lower().equals(words.get(i).stem())
        && (i == 0 || words.at(i - 1, "which|what|the"));
  }

  private boolean isCounted(int i) {
    return words.free(i - 1) && words.get(i - 1).text().matches("[1-9]\\d{0,3}");
  }

  private Optional<ColumnRole> identity() {
    return vocabulary.with(Role.IDENTIFIER).stream()
        .filter(column -> vocabulary.unique().contains(column.name()))
        .findFirst()
        .or(() ->
            vocabulary.with(Role.OTHER).stream()
                .filter(column -> column.column().kind() == ValueKind.TEXT)
                .filter(column -> column.column().present() == vocabulary.rows())
                // The count of different values is approximate.
                .filter(column -> column.column().distinct() >= 0.95 * vocabulary.rows())
                .findFirst());
  }

  /** The first or last few rows by a column; the words from {@code i} to {@code end} say so. */
  private void rows(Lexicon.Match measured, boolean much, int i, int end) {
    ColumnRole column = Choice.only(words, measured);
    int from = isCounted(i) ? i - 1 : i;
    int limit = isCounted(i) ? Integer.parseInt(words.get(i - 1).text()) : 1;
    groups.add(GroupReader.plain(identity().orElseThrow()));
    groups.tops().set(new TopReader.Top(limit, much, 0));
    measures.add(
        words.phrase(measured.at(), measured.words()),
        much ? Aggregate.MAX : Aggregate.MIN,
        column.name());
    words.use(from, end - from);
  }
}

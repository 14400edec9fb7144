package dev.assay.ask;

import dev.assay.model.Query.Comparison;
import dev.assay.semantic.ColumnRole;
import dev.assay.semantic.NameWords;
import java.util.List;
import java.util.Optional;

/** Reads comparisons of amounts: "amount over 100", "price between 5 and 10". */
final class ComparisonReader {
  private final Words words;
  private final Lexicon lexicon;
  private final Vocabulary vocabulary;
  private final ConditionList conditions;
  private final UnitReader units;
  private final ComparativeReader comparatives;

  ComparisonReader(Words words, Lexicon lexicon, Vocabulary vocabulary, ConditionList conditions) {
    this.words = words;
    this.lexicon = lexicon;
    this.vocabulary = vocabulary;
    this.conditions = conditions;
    this.units = new UnitReader(words, lexicon, vocabulary);
    this.comparatives = new ComparativeReader(words, lexicon, vocabulary, conditions, units);
  }

  /** Whether a comparison stands at word {@code i}; it is then a filter and its words are used. */
  boolean at(int i) {
    if (comparatives.at(i) || within(i) || orMore(i) || exactly(i)) {
      return true;
    }
    Optional<Sign> bare = Sign.at(words, i);
    if (bare.isPresent() && words.isNumber(i + bare.get().words())) {
      return behind(i, bare.get()) || withoutColumn(i, bare.get());
    }
    Optional<Lexicon.Match> match =
        lexicon.column(i, column -> isCompared(column, i)).or(() -> lexicon.measure(i));
    if (match.isEmpty()) {
      return false;
    }
    int next = i + match.get().words();
    next += words.at(next, "is|are|was|were|of") ? 1 : 0;
    return between(match.get(), next) || orMore(match.get(), next) || signed(match.get(), next);
  }

  /** "visits with more than 5 nights": the amount stands behind its number. */
  private boolean behind(int i, Sign sign) {
    int number = i + sign.words();
    Optional<UnitReader.Converted> converted = units.converted(number);
    if (converted.isPresent()) {
      conditions.add(converted.get().column().name(), sign.comparison(), converted.get().value());
      words.use(i, converted.get().end() - i);
      return true;
    }
    int at = number + 1 + (words.at(number + 1, "of|in") ? 1 : 0);
    Optional<Lexicon.Match> match = amountOrCount(at);
    if (match.isEmpty()) {
      return false;
    }
    conditions.add(
        Choice.only(words, match.get()).name(), sign.comparison(), words.get(number).text());
    words.use(i, at + match.get().words() - i);
    return true;
  }

  /** "3 or more goals", "10 or fewer passengers". */
  private boolean orMore(int i) {
    boolean more = words.at(i + 1, "or", "more|most|higher|above|over|greater");
    if (!words.isNumber(i)
        || !more && !words.at(i + 1, "or", "less|fewer|fewest|lower|below|under")) {
      return false;
    }
    Optional<Lexicon.Match> match = amountOrCount(i + 3);
    match.ifPresent(named -> {
      conditions.add(
          Choice.only(words, named).name(),
          more ? Comparison.GREATER_OR_EQUAL : Comparison.LESS_OR_EQUAL,
          words.get(i).text());
      words.use(i, 3 + named.words());
    });
    return match.isPresent();
  }

  /** "homes with 3 bedrooms". */
  private boolean exactly(int i) {
    if (!words.isNumber(i) || !words.at(i - 1, "with|having|have|has|had|exactly")) {
      return false;
    }
    Optional<Lexicon.Match> match =
        lexicon
            .column(i + 1, CountReader::countsThings)
            .or(() ->
                lexicon
                    .measure(i + 1)
                    // "2024 sales" are those of a year.
                    .filter(_ -> !words.isYear(i))
                    .filter(named -> named.columns().size() == 1)
                    .filter(named ->
                        NameWords.of(named.columns().getFirst().name()).size() == named.words()));
    match.ifPresent(named -> {
      conditions.add(Choice.only(words, named).name(), Comparison.EQUAL, words.get(i).text());
      words.use(i, 1 + named.words());
    });
    return match.isPresent();
  }

  private Optional<Lexicon.Match> amountOrCount(int at) {
    return lexicon
        .measure(at)
        .or(() -> lexicon.column(at, ColumnRole::isNumberedCategory))
        .or(() -> units.at(at));
  }

  /** "shipments between 10 and 50 kg". */
  private boolean within(int i) {
    boolean said = words.at(i, "between") && words.at(i + 2, "and");
    boolean dashed = words.at(i + 1, "to|-|–");
    int from = said ? i + 1 : i;
    boolean years = words.isYear(from) && words.isYear(from + 2);
    if (!said && (!dashed || years) || !words.isNumber(from) || !words.isNumber(from + 2)) {
      return false;
    }
    int at = from + 3;
    Optional<Lexicon.Match> match = amountOrCount(at);
    if (match.isEmpty()) {
      return false;
    }
    String column = Choice.only(words, match.get()).name();
    conditions.add(column, Comparison.GREATER_OR_EQUAL, words.get(from).text());
    conditions.add(column, Comparison.LESS_OR_EQUAL, words.get(from + 2).text());
    int begin = words.at(i - 1, "from") ? i - 1 : i;
    words.use(begin, at + match.get().words() - begin);
    return true;
  }

  /** "price between 5 and 10". */
  private boolean between(Lexicon.Match match, int next) {
    if (!words.at(next, "between")
        || !words.isNumber(next + 1)
        || !words.at(next + 2, "and")
        || !words.isNumber(next + 3)) {
      return false;
    }
    String column = Choice.only(words, match).name();
    conditions.add(column, Comparison.GREATER_OR_EQUAL, words.get(next + 1).text());
    conditions.add(column, Comparison.LESS_OR_EQUAL, words.get(next + 3).text());
    boolean unit =
        units.at(next + 4).filter(m -> match.columns().containsAll(m.columns())).isPresent();
    words.use(match.at(), next + (unit ? 5 : 4) - match.at());
    return true;
  }

  /** "a grade of 9 or more". */
  private boolean orMore(Lexicon.Match match, int next) {
    boolean more = words.at(next + 1, "or", "more|most|higher|above|over|greater|better");
    boolean less = words.at(next + 1, "or", "less|fewer|fewest|lower|below|under");
    if (!words.isNumber(next) || !more && !less) {
      return false;
    }
    conditions.add(
        Choice.only(words, match).name(),
        more ? Comparison.GREATER_OR_EQUAL : Comparison.LESS_OR_EQUAL,
        words.get(next).text());
    words.use(match.at(), next + 3 - match.at());
    return true;
  }

  /** "amount over 100", "freight above 20 euros", "coverage under 60 %". */
  private boolean signed(Lexicon.Match match, int next) {
    Optional<Sign> sign = Sign.at(words, next);
    if (sign.isEmpty() || !words.isNumber(next + sign.get().words())) {
      return false;
    }
    int value = next + sign.get().words();
    Optional<Lexicon.Match> unit = units.at(value + 1);
    if (unit.isPresent()) {
      if (!unit.get().columns().stream().allMatch(match.columns()::contains)) {
        // "freight over 500 kg" compares weights.
        return false;
      }
      words.use(value + 1, 1);
    }
    ColumnRole column = Choice.only(words, match);
    // "affected more than 100 customers" of customers_affected
    boolean named =
        words.free(value + 1)
            && NameWords.of(column.name()).stream()
                .map(NameWords::singular)
                .anyMatch(words.get(value + 1).stem()::equals);
    words.use(value + 1, named ? 1 : 0);
    boolean percent = words.at(value + 1, "%") && Percentages.isShare(column);
    String bound = words.get(value).text();
    conditions.add(
        column.name(), sign.get().comparison(), percent ? Percentages.part(column, bound) : bound);
    words.use(match.at(), value + (percent ? 2 : 1) - match.at());
    return true;
  }

  /** Ids are compared only where they are named in full: "orders over 100" is about an amount. */
  private boolean isCompared(ColumnRole column, int i) {
    return column.column().kind().isNumeric()
        && (column.role() != ColumnRole.Role.IDENTIFIER
            || column.name().equalsIgnoreCase(words.get(i).text()));
  }

  /** "orders over 100" is clear only where there is one amount. */
  private boolean withoutColumn(int i, Sign sign) {
    List<ColumnRole> all = vocabulary.roles().stream().filter(ColumnRole::isMeasure).toList();
    List<ColumnRole> whole =
        all.stream()
            .filter(column -> column.role() == ColumnRole.Role.SUMMABLE)
            .filter(column -> !AmountNames.isPart(column.name()))
            .toList();
    // "payments over 500" are those of such an amount, and not of such a fee.
    boolean money =
        i > 0 && RowNames.is(vocabulary, words.get(i - 1)) && RowsOrAmount.arePaid(vocabulary);
    List<ColumnRole> amounts = money && whole.size() == 1 ? whole : all;
    int value = i + sign.words();
    if (amounts.isEmpty()) {
      return false;
    }
    if (amounts.size() > 1) {
      String phrase = words.phrase(i, sign.words() + 1);
      throw Reading.Stopped.choice(
          words.say("what-is-compared", phrase),
          amounts.stream()
              .map(amount ->
                  words.replaced(
                      i,
                      sign.words() + 1,
                      words.say("word.with") + " " + amount.name() + " " + phrase))
              .toList());
    }
    conditions.add(amounts.getFirst().name(), sign.comparison(), words.get(value).text());
    words.use(i, sign.words() + 1);
    return true;
  }
}

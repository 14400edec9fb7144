package dev.assay.ask;

import dev.assay.model.Query.Comparison;
import dev.assay.model.Query.Filter;
import dev.assay.semantic.ColumnRole;
import dev.assay.semantic.NameWords;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Reads comparisons of amounts: "amount over 100", "price between 5 and 10". */
final class ComparisonReader {
  /** How figures compare; {@code words} is how many it takes. */
  record Sign(Comparison comparison, int words) {}

  /** Longer phrases first. */
  private static final List<Map.Entry<String[], Comparison>> SIGNS =
      List.of(
          Map.entry(
              new String[] {"greater|more|higher", "than", "or", "equal", "to"},
              Comparison.GREATER_OR_EQUAL),
          Map.entry(
              new String[] {"less|lower|fewer", "than", "or", "equal", "to"},
              Comparison.LESS_OR_EQUAL),
          Map.entry(
              new String[] {"greater|more|higher|larger|bigger|older", "than"}, Comparison.GREATER),
          Map.entry(new String[] {"less|fewer|lower|smaller|younger", "than"}, Comparison.LESS),
          Map.entry(new String[] {"at", "least"}, Comparison.GREATER_OR_EQUAL),
          Map.entry(new String[] {"at", "most"}, Comparison.LESS_OR_EQUAL),
          Map.entry(
              new String[] {"over|above|exceeding|exceeds|exceed|exceeded|>"}, Comparison.GREATER),
          Map.entry(new String[] {"under|below|<"}, Comparison.LESS),
          Map.entry(new String[] {">="}, Comparison.GREATER_OR_EQUAL),
          Map.entry(new String[] {"<="}, Comparison.LESS_OR_EQUAL));

  private final Words words;
  private final Lexicon lexicon;
  private final Vocabulary vocabulary;
  private final List<Filter> filters;

  ComparisonReader(Words words, Lexicon lexicon, Vocabulary vocabulary, List<Filter> filters) {
    this.words = words;
    this.lexicon = lexicon;
    this.vocabulary = vocabulary;
    this.filters = filters;
  }

  /** "visits with more than 5 nights": the amount stands behind its number. */
  private boolean behind(int i, Sign sign) {
    int number = i + sign.words();
    Optional<Converted> converted = converted(number);
    if (converted.isPresent()) {
      filters.add(
          new Filter(
              converted.get().column().name(),
              sign.comparison(),
              List.of(converted.get().value())));
      words.use(i, converted.get().end() - i);
      return true;
    }
    int at = number + 1 + (words.at(number + 1, "of|in") ? 1 : 0);
    Optional<Lexicon.Match> match = amountOrCount(at);
    if (match.isEmpty()) {
      return false;
    }
    filters.add(
        new Filter(
            Choice.only(words, match.get()).name(), sign.comparison(), List.of(text(number))));
    words.use(i, at + match.get().words() - i);
    return true;
  }

  /** A bound in the unit of its column; {@code end} is the word behind it. */
  private record Converted(ColumnRole column, String value, int end) {}

  /** "2 hours of downtime" where the column holds minutes. */
  private Optional<Converted> converted(int number) {
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

  /** "3 or more goals", "10 or fewer passengers". */
  private boolean orMore(int i) {
    boolean more = words.at(i + 1, "or", "more|most|higher|above|over|greater");
    if (!isNumber(i) || !more && !words.at(i + 1, "or", "less|fewer|fewest|lower|below|under")) {
      return false;
    }
    Optional<Lexicon.Match> match = amountOrCount(i + 3);
    match.ifPresent(named -> {
      filters.add(
          new Filter(
              Choice.only(words, named).name(),
              more ? Comparison.GREATER_OR_EQUAL : Comparison.LESS_OR_EQUAL,
              List.of(text(i))));
      words.use(i, 3 + named.words());
    });
    return match.isPresent();
  }

  /** "homes with 3 bedrooms". */
  private boolean exactly(int i) {
    if (!isNumber(i) || !words.at(i - 1, "with|having|have|has|had|exactly")) {
      return false;
    }
    Optional<Lexicon.Match> match = lexicon.column(i + 1, CountReader::countsThings);
    match.ifPresent(named -> {
      filters.add(new Filter(Choice.only(words, named).name(), Comparison.EQUAL, List.of(text(i))));
      words.use(i, 1 + named.words());
    });
    return match.isPresent();
  }

  private Optional<Lexicon.Match> amountOrCount(int at) {
    return lexicon
        .measure(at)
        .or(() ->
            lexicon.column(at, ColumnRole::isNumberedCategory))
        .or(() -> unit(at));
  }

  /** "over 500 kg": the one amount that is named with this unit. */
  private Optional<Lexicon.Match> unit(int at) {
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

  /** "shipments between 10 and 50 kg". */
  private boolean within(int i) {
    boolean said = words.at(i, "between") && words.at(i + 2, "and");
    if (!said || !isNumber(i + 1) || !isNumber(i + 3)) {
      return false;
    }
    Optional<Lexicon.Match> match = lexicon.measure(i + 4).or(() -> unit(i + 4));
    if (match.isEmpty()) {
      return false;
    }
    String column = Choice.only(words, match.get()).name();
    filters.add(new Filter(column, Comparison.GREATER_OR_EQUAL, List.of(text(i + 1))));
    filters.add(new Filter(column, Comparison.LESS_OR_EQUAL, List.of(text(i + 3))));
    words.use(i, 4 + match.get().words());
    return true;
  }

  /** "employees older than 50". */
  private boolean age(int i) {
    boolean older = words.at(i, "older", "than");
    if (!older && !words.at(i, "younger", "than") || !isNumber(i + 2)) {
      return false;
    }
    Optional<List<ColumnRole>> ages = ages();
    if (ages.isEmpty()) {
      return false;
    }
    filters.add(
        new Filter(
            ages.get().getFirst().name(),
            older ? Comparison.GREATER : Comparison.LESS,
            List.of(text(i + 2))));
    words.use(i, 3 + (words.at(i + 3, "years|year") ? words.at(i + 4, "old") ? 2 : 1 : 0));
    return true;
  }

  /** "trees taller than 15 m", "stays cheaper than 80 euros". */
  private boolean comparative(int i) {
    for (int length = 1; length <= 2; length++) {
      int number = i + length + 1;
      if (!words.at(i + length, "than") || !isNumber(number)) {
        continue;
      }
      Optional<Adjectives.Sense> sense = Adjectives.comparative(words, i, length);
      List<ColumnRole> measured =
          sense.map(adjective -> adjective.measured(vocabulary)).orElse(List.of());
      Optional<Lexicon.Match> unit = unit(number + 1);
      List<ColumnRole> meant =
          measured.stream()
              .filter(column -> unit.isEmpty() || unit.get().columns().contains(column))
              .toList();
      Optional<Lexicon.Match> other =
          unit.isPresent() ? Optional.empty() : lexicon.measure(number + 1);
      if (sense.isPresent() && other.isPresent()) {
        // "longer than 2,000 words" counts words.
        Comparison than = sense.get().much() ? Comparison.GREATER : Comparison.LESS;
        filters.add(
            new Filter(Choice.only(words, other.get()).name(), than, List.of(text(number))));
        words.use(i, number + 1 + other.get().words() - i);
        return true;
      }
      if (!meant.isEmpty()) {
        int end = number + 1 + unit.map(Lexicon.Match::words).orElse(0);
        ColumnRole column = Choice.only(words, new Lexicon.Match(meant, i, end - i));
        Comparison than = sense.get().much() ? Comparison.GREATER : Comparison.LESS;
        filters.add(new Filter(column.name(), than, List.of(text(number))));
        words.use(i, end - i);
        return true;
      }
    }
    return false;
  }

  /** The one column that holds ages; empty where none or several do. */
  private Optional<List<ColumnRole>> ages() {
    List<ColumnRole> ages =
        vocabulary.roles().stream()
            .filter(ColumnRole::isMeasure)
            .filter(role ->
                NameWords.of(role.name()).stream().anyMatch(word -> Concepts.same("age", word)))
            .toList();
    return ages.size() == 1 ? Optional.of(ages) : Optional.empty();
  }

  /** Whether a comparison stands at word {@code i}; it is then a filter and its words are used. */
  boolean at(int i) {
    if (age(i) || comparative(i) || within(i) || orMore(i) || exactly(i)) {
      return true;
    }
    Optional<Sign> bare = sign(i);
    if (bare.isPresent() && isNumber(i + bare.get().words())) {
      if (behind(i, bare.get())) {
        return true;
      }
      return compareWithoutColumn(i, bare.get());
    }
    Optional<Lexicon.Match> match =
        lexicon.column(i, column -> isCompared(column, i)).or(() -> lexicon.measure(i));
    if (match.isEmpty()) {
      return false;
    }
    int next = i + match.get().words();
    next += words.at(next, "is|are|was|were|of") ? 1 : 0;
    if (words.at(next, "between")
        && isNumber(next + 1)
        && words.at(next + 2, "and")
        && isNumber(next + 3)) {
      String column = Choice.only(words, match.get()).name();
      filters.add(new Filter(column, Comparison.GREATER_OR_EQUAL, List.of(text(next + 1))));
      filters.add(new Filter(column, Comparison.LESS_OR_EQUAL, List.of(text(next + 3))));
      boolean unit =
          unit(next + 4).filter(m -> match.get().columns().containsAll(m.columns())).isPresent();
      words.use(i, next + (unit ? 5 : 4) - i);
      return true;
    }
    boolean more = words.at(next + 1, "or", "more|most|higher|above|over|greater|better");
    boolean less = words.at(next + 1, "or", "less|fewer|fewest|lower|below|under");
    if (isNumber(next) && (more || less)) {
      // "a grade of 9 or more"
      filters.add(
          new Filter(
              Choice.only(words, match.get()).name(),
              more ? Comparison.GREATER_OR_EQUAL : Comparison.LESS_OR_EQUAL,
              List.of(text(next))));
      words.use(i, next + 3 - i);
      return true;
    }
    Optional<Sign> sign = sign(next);
    if (sign.isEmpty() || !isNumber(next + sign.get().words())) {
      return false;
    }
    int value = next + sign.get().words();
    Optional<Lexicon.Match> unit = unit(value + 1);
    if (unit.isPresent()) {
      if (!unit.get().columns().stream().allMatch(match.get().columns()::contains)) {
        // "freight over 500 kg" compares weights.
        return false;
      }
      words.use(value + 1, 1);
    }
    ColumnRole column = Choice.only(words, match.get());
    // "affected more than 100 customers" of customers_affected
    boolean named =
        words.free(value + 1)
            && NameWords.of(column.name()).stream()
                .map(NameWords::singular)
                .anyMatch(words.get(value + 1).stem()::equals);
    words.use(value + 1, named ? 1 : 0);
    boolean percent = words.at(value + 1, "%") && isShare(column);
    filters.add(
        new Filter(
            column.name(),
            sign.get().comparison(),
            List.of(percent ? part(column, text(value)) : text(value))));
    words.use(i, value + (percent ? 2 : 1) - i);
    return true;
  }

  private static boolean isShare(ColumnRole column) {
    return isOfOne(column)
        || NameWords.of(column.name()).stream()
            .anyMatch(word ->
                word.matches("pct|percent|percentage|rate|share|ratio|perc|coverage")
                    || word.matches("percentual|percentagem|porcentagem|porcentaje|taxa|tasa"));
  }

  private static boolean isOfOne(ColumnRole column) {
    String most = column.column().max();
    return most != null
        && column.role() == ColumnRole.Role.AVERAGED
        && new BigDecimal(most).compareTo(BigDecimal.ONE) <= 0;
  }

  /** "60 %" of a share that is kept as a part of one is 0.6. */
  private static String part(ColumnRole column, String number) {
    return isOfOne(column) ? new BigDecimal(number).movePointLeft(2).toPlainString() : number;
  }

  /** Ids are compared only where they are named in full: "orders over 100" is about an amount. */
  private boolean isCompared(ColumnRole column, int i) {
    return column.column().kind().isNumeric()
        && (column.role() != ColumnRole.Role.IDENTIFIER
            || column.name().equalsIgnoreCase(words.get(i).text()));
  }

  /** "orders over 100" is clear only where there is one amount. */
  private boolean compareWithoutColumn(int i, Sign sign) {
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
    filters.add(new Filter(amounts.getFirst().name(), sign.comparison(), List.of(text(value))));
    words.use(i, sign.words() + 1);
    return true;
  }

  private Optional<Sign> sign(int i) {
    return sign(words, i);
  }

  /** The sign that begins at word {@code i}. */
  static Optional<Sign> sign(Words words, int i) {
    for (var entry : SIGNS) {
      String[] phrase = entry.getKey();
      if (words.at(i, phrase)) {
        return Optional.of(new Sign(entry.getValue(), phrase.length));
      }
    }
    return Optional.empty();
  }

  private boolean isNumber(int i) {
    return words.free(i) && words.get(i).kind() == Words.Kind.NUMBER;
  }

  private String text(int i) {
    return words.get(i).text();
  }
}

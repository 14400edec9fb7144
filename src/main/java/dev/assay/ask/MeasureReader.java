package dev.assay.ask;

import dev.assay.gold.ColumnRole;
import dev.assay.gold.ColumnRole.Role;
import dev.assay.gold.NameWords;
import dev.assay.gold.Wording;
import dev.assay.model.Query.Aggregate;
import dev.assay.model.Query.Measure;
import dev.assay.sql.ValueKind;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Reads what a question wants computed. */
final class MeasureReader {
  private static final int REACH = 4;

  private final Words words;
  private final Lexicon lexicon;
  private final Vocabulary vocabulary;
  private final GroupReader groups;
  private final List<Measure> measures = new ArrayList<>();
  private final List<String> interpretation = new ArrayList<>();
  private final List<String> warnings = new ArrayList<>();

  MeasureReader(Words words, Lexicon lexicon, Vocabulary vocabulary, GroupReader groups) {
    this.words = words;
    this.lexicon = lexicon;
    this.vocabulary = vocabulary;
    this.groups = groups;
  }

  List<Measure> measures() {
    return measures;
  }

  List<String> interpretation() {
    return interpretation;
  }

  List<String> warnings() {
    return warnings;
  }

  void read() {
    for (int i = 0; i < words.count(); i++) {
      if (words.free(i) && !Lexicon.isVerb(words.get(i).lower())) {
        boolean _ = moment(i) || count(i) || different(i) || aggregate(i) || amount(i);
      }
    }
    for (int i = 0; i < words.count() && measures.isEmpty(); i++) {
      if (words.free(i) && Lexicon.isVerb(words.get(i).lower())) {
        boolean _ = amount(i);
      }
    }
    for (int i = 0; i < words.count(); i++) {
      boolean joined = words.at(i - 1, "and") || words.at(i + 1, "and") || groups.top().isPresent();
      if (words.free(i) && isRow(i) && (measures.isEmpty() || joined && !saysCount())) {
        if (measures.isEmpty() || words.at(i - 1, "and") || words.at(i + 1, "and")) {
          add(phrase(i, 1), Aggregate.COUNT_ROWS, null);
          words.use(i, 1);
        }
      }
    }
  }

  private boolean saysCount() {
    return measures.stream().anyMatch(measure -> measure.aggregate() == Aggregate.COUNT_ROWS);
  }

  /** "how many orders", "number of customers", "how many paid orders". */
  private boolean count(int i) {
    int length = 0;
    if (words.at(i, "how", "many") || words.at(i, "number|count|nr", "of")) {
      length = 2;
    } else if (words.at(i, "total|overall", "number|count", "of")) {
      length = 3;
    } else if (words.at(i, "count")) {
      length = 1;
    }
    if (length == 0) {
      return false;
    }
    int from = i + length;
    for (int at = from; at < Math.min(from + REACH, words.count()); at++) {
      if (different(at)) {
        words.use(i, length);
        return true;
      }
      if (target(at, i)) {
        words.use(i, length);
        return true;
      }
    }
    words.use(i, length);
    add("how many", Aggregate.COUNT_ROWS, null);
    return true;
  }

  /**
   * What is counted: rows by their name, an amount of things, or the different values of a column.
   */
  private boolean target(int at, int countAt) {
    if (!words.free(at)) {
      return false;
    }
    if (isRow(at)) {
      Optional<Lexicon.Match> named =
          lexicon.column(at, column -> column.role() == Role.IDENTIFIER);
      if (named.isPresent()) {
        repeated(named.get(), at);
      }
      add(phrase(at, 1), Aggregate.COUNT_ROWS, null);
      words.use(at, 1);
      return true;
    }
    Optional<Lexicon.Match> amount = lexicon.measure(at);
    if (amount.isPresent() && amount.get().columns().getFirst().role() == Role.SUMMABLE) {
      ColumnRole column = Choice.only(words, amount.get());
      add(phrase(at, amount.get().words()), Aggregate.SUM, column.name());
      words.use(at, amount.get().words());
      return true;
    }
    Optional<Lexicon.Match> things = lexicon.column(at, Lexicon::groups);
    // "how many paid orders": "paid" may be a value; only a plural is a thing to count.
    boolean plural =
        words.get(at).kind() == Words.Kind.WORD
            && (!words.get(at).lower().equals(words.get(at).stem()) || at == countAt + 2);
    boolean value = vocabulary.values().containsKey(words.get(at).lower());
    if (things.isEmpty() || !plural || value) {
      return false;
    }
    countDifferent(things.get(), "");
    return true;
  }

  /** Where "orders" is both a row and an id that rows share, it is not clear which is counted. */
  private void repeated(Lexicon.Match named, int at) {
    List<ColumnRole> ids =
        named.columns().stream()
            .filter(column -> NameWords.subject(column.name()).equals(words.get(at).stem()))
            .filter(column -> !vocabulary.unique().contains(column.name()))
            .toList();
    if (!ids.isEmpty()) {
      throw Reading.Stopped.choice(
          "A row of "
              + vocabulary.table()
              + " is not one "
              + words.get(at).stem()
              + ": several rows share an "
              + ids.getFirst().name()
              + ". What is to be counted?",
          List.of(
              words.replaced(at, 1, "rows"),
              words.replaced(at, 1, "different " + ids.getFirst().name())));
    }
  }

  private boolean different(int i) {
    if (!words.at(i, "different|distinct|unique")) {
      return false;
    }
    Optional<Lexicon.Match> things = lexicon.column(i + 1, column -> column.role() != Role.TIME);
    if (things.isEmpty()) {
      return false;
    }
    words.use(i, 1);
    countDifferent(things.get(), "different ");
    return true;
  }

  private void countDifferent(Lexicon.Match things, String before) {
    ColumnRole column = Choice.only(words, things, before.isEmpty() ? "different " : "");
    add(before + phrase(things.at(), things.words()), Aggregate.COUNT_DISTINCT, column.name());
    words.use(things.at(), things.words());
  }

  /** "when was the first order", "latest order_date". */
  private boolean moment(int i) {
    boolean when = words.at(0, "when");
    boolean first = words.at(i, "first|earliest|oldest");
    boolean last = words.at(i, "last|latest|newest") || words.at(i, "most", "recent");
    if (!first && !last) {
      return false;
    }
    int at = i + (words.at(i, "most") ? 2 : 1);
    Optional<Lexicon.Match> column = lexicon.column(at, c -> c.role() == Role.TIME);
    boolean named = column.isPresent() && !isRow(at);
    if (!named && !when || vocabulary.with(Role.TIME).isEmpty()) {
      return false;
    }
    String time =
        named ? Choice.only(words, column.get()).name() : new TimeColumn(words, vocabulary).at(i);
    add(first ? "first" : "last", first ? Aggregate.MIN : Aggregate.MAX, time);
    words.use(i, at - i + (named ? column.get().words() : 0));
    if (when && words.free(0)) {
      words.use(0, 1);
    }
    return true;
  }

  private boolean aggregate(int i) {
    Aggregate aggregate = aggregateAt(i);
    if (aggregate == null) {
      return false;
    }
    int at = i + 1;
    at += words.at(at, "of") ? 1 : 0;
    at += words.at(at, "the") ? 1 : 0;
    if (aggregate == Aggregate.AVG
        && (isRow(at) && !measureNear(at) || words.at(at, "number|count"))) {
      throw Reading.Stopped.unclear(
          "An average of counts cannot be asked for yet. Ask for the counts, such as 'how many "
              + vocabulary.rowNoun().map(NameWords::plural).orElse("rows")
              + " by month', and read the average from them.");
    }
    refuseIdentifiers(at, aggregate);
    for (int next = at; next <= Math.min(at + 1, words.count() - 1); next++) {
      Optional<Lexicon.Match> match = lexicon.measure(next);
      if (match.isPresent()) {
        take(i, aggregate, match.get());
        return true;
      }
      if (!isRow(next)) {
        break;
      }
    }
    if (aggregate == Aggregate.SUM
        && (isRow(at) || lexicon.column(at, Lexicon::groups).isPresent())) {
      words.use(i, 1);
      return target(at, i - 1) || count(at);
    }
    // "total by country": clear only where there is one amount.
    Optional<Lexicon.Match> own = lexicon.measure(i);
    if (own.isPresent()) {
      return amount(i);
    }
    return onlyAmount(i, aggregate);
  }

  private boolean onlyAmount(int i, Aggregate aggregate) {
    List<ColumnRole> amounts =
        vocabulary.roles().stream()
            .filter(c -> c.role() == Role.SUMMABLE || aggregate != Aggregate.SUM && c.isMeasure())
            .toList();
    if (amounts.isEmpty()) {
      return false;
    }
    if (amounts.size() > 1 || !endsPhrase(i + 1)) {
      if (!endsPhrase(i + 1)) {
        return false;
      }
      throw Reading.Stopped.choice(
          "'" + words.get(i).text() + "' of what?",
          amounts.stream()
              .map(amount -> words.replaced(i, 1, words.get(i).text() + " " + amount.name()))
              .toList());
    }
    add(words.get(i).lower(), aggregate, amounts.getFirst().name());
    words.use(i, 1);
    return true;
  }

  private boolean endsPhrase(int i) {
    return !words.free(i) || Ignored.isIgnored(words.get(i).lower());
  }

  private void take(int i, Aggregate aggregate, Lexicon.Match match) {
    ColumnRole column = Choice.only(words, match);
    if (aggregate == Aggregate.AVG && groups.saysPer()) {
      String by = String.join(" and ", groups.dimensions().stream().map(d -> d.name()).toList());
      throw Reading.Stopped.choice(
          "'Average … per "
              + by
              + "' has two meanings: the average of single rows within each "
              + by
              + ", or totals of each "
              + by
              + ".",
          List.of(
              "average " + column.name() + " by " + by, "total " + column.name() + " by " + by));
    }
    if (aggregate == Aggregate.SUM && column.role() == Role.AVERAGED) {
      warnings.add(
          column.name()
              + " describes single rows: its sum may mean little; its average may be meant.");
    }
    add(phrase(i, match.at() + match.words() - i), aggregate, column.name());
    words.use(i, match.at() + match.words() - i);
  }

  private void refuseIdentifiers(int at, Aggregate aggregate) {
    boolean adds = aggregate == Aggregate.SUM || aggregate == Aggregate.AVG;
    if (!adds || lexicon.measure(at).isPresent() || isRow(at)) {
      return;
    }
    Optional<Lexicon.Match> id =
        lexicon.column(
            at,
            c -> !c.isMeasure() && (c.column().kind().isNumeric() || c.role() == Role.IDENTIFIER));
    boolean counted =
        aggregate == Aggregate.SUM
            && words.free(at)
            && !words.get(at).lower().equals(words.get(at).stem());
    if (id.isPresent() && !counted) {
      String name = id.get().columns().getFirst().name();
      throw Reading.Stopped.unclear(
          name
              + " names things and is no amount, so it can be counted but not added up. Ask 'how many different "
              + name
              + "'.");
    }
  }

  /** An amount without a word for how: summed where that means something, else averaged. */
  private boolean amount(int i) {
    Optional<Lexicon.Match> match = lexicon.measure(i);
    if (match.isEmpty()) {
      return false;
    }
    ColumnRole column = Choice.only(words, match.get());
    if (column.role() == Role.AVERAGED && groups.top().isPresent()) {
      throw Reading.Stopped.choice(
          "By which " + column.name() + "?",
          List.of(
              words.replaced(i, match.get().words(), "average " + column.name()),
              words.replaced(i, match.get().words(), "maximum " + column.name())));
    }
    add(
        phrase(i, match.get().words()),
        column.role() == Role.SUMMABLE ? Aggregate.SUM : Aggregate.AVG,
        column.name());
    words.use(i, match.get().words());
    return true;
  }

  private Aggregate aggregateAt(int i) {
    if (words.at(i, "total|sum|overall|combined")) {
      return Aggregate.SUM;
    }
    if (words.at(i, "average|avg|mean")) {
      return Aggregate.AVG;
    }
    if (words.at(i, "minimum|min|lowest|smallest|least|cheapest")) {
      return Aggregate.MIN;
    }
    return words.at(i, "maximum|max|highest|largest|biggest|greatest|most") ? Aggregate.MAX : null;
  }

  private boolean measureNear(int at) {
    return lexicon.measure(at).isPresent() || lexicon.measure(at + 1).isPresent();
  }

  /** Whether a word is what a row is called. */
  private boolean isRow(int i) {
    return words.free(i)
        && (words.at(i, "rows|records|entries|row|record")
            || vocabulary.rowNoun().filter(words.get(i).stem()::equals).isPresent());
  }

  private String phrase(int from, int count) {
    return words.question().substring(words.get(from).start(), words.get(from + count - 1).end());
  }

  private void add(String phrase, Aggregate aggregate, String column) {
    Measure measure = new Measure(name(aggregate, column), aggregate, column);
    if (!measures.contains(measure)) {
      measures.add(measure);
      interpretation.add(phrase + " = " + Wording.aggregate(aggregate, column));
    }
  }

  private String name(Aggregate aggregate, String column) {
    return switch (aggregate) {
      case COUNT_ROWS -> vocabulary.rowNoun().orElse("row") + "_count";
      case COUNT -> "count_of_" + column;
      case COUNT_DISTINCT -> "unique_" + NameWords.plural(NameWords.subject(column));
      case SUM -> NameWords.of(column).contains("total") ? "sum_of_" + column : "total_" + column;
      case AVG -> "average_" + column;
      case MIN -> (isTime(column) ? "first_" : "smallest_") + column;
      case MAX -> (isTime(column) ? "last_" : "largest_") + column;
    };
  }

  private boolean isTime(String column) {
    ValueKind kind = vocabulary.role(column).column().kind();
    return kind.isTemporal();
  }
}

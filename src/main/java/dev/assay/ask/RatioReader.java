package dev.assay.ask;

import dev.assay.model.Calculation;
import dev.assay.model.Query.Aggregate;
import dev.assay.model.Query.Dimension;
import dev.assay.model.Query.Measure;
import dev.assay.model.RowCondition;
import dev.assay.semantic.ColumnRole;
import dev.assay.semantic.ColumnRole.Role;
import dev.assay.semantic.NameWords;
import java.util.List;
import java.util.Optional;

/** Reads figures that divide one by another: "revenue per customer", "cancellation rate". */
final class RatioReader {
  private final Words words;
  private final Lexicon lexicon;
  private final Vocabulary vocabulary;
  private final GroupReader groups;
  private final MeasureList measures;
  private final Figures figures;

  RatioReader(
      Words words,
      Lexicon lexicon,
      Vocabulary vocabulary,
      GroupReader groups,
      MeasureList measures,
      Figures figures) {
    this.words = words;
    this.lexicon = lexicon;
    this.vocabulary = vocabulary;
    this.groups = groups;
    this.measures = measures;
    this.figures = figures;
  }

  void read() {
    RateReader rates = new RateReader(words, lexicon, vocabulary, measures, this);
    for (int i = 0; i < words.count(); i++) {
      boolean _ = rates.at(i) || quotient(i);
    }
  }

  /** Before groups are read: an amount behind "por" is none. */
  void units() {
    for (int i = 1; i < words.count() && groups.top().isEmpty(); i++) {
      boolean _ = perUnit(i);
    }
  }

  /** "ratio of revenue to cost", "revenue divided by orders". */
  private boolean quotient(int i) {
    int of = words.at(i, "ratio", "of|between") ? i + 2 : -1;
    int sign = words.at(i, "divided-by|/") ? i : -1;
    if (of >= 0) {
      Optional<Term> above = term(of);
      Optional<Term> below =
          above
              .filter(t -> words.at(t.end(), "to|and|versus|over"))
              .flatMap(t -> term(t.end() + 1));
      if (below.isEmpty()) {
        return false;
      }
      ratio(i, above.get(), below.get());
      return true;
    }
    if (sign < 0) {
      return false;
    }
    for (int at = Math.max(0, i - 4); at < i; at++) {
      Optional<Term> above = term(at);
      Optional<Term> below = term(i + 1);
      if (above.isPresent() && above.get().end() == i && below.isPresent()) {
        ratio(at, above.get(), below.get());
        return true;
      }
    }
    return false;
  }

  /** "freight cost per kg", "importe por kwh": one amount by another, never both side by side. */
  private boolean perUnit(int i) {
    boolean per = words.at(i, "per") || words.language() != Language.ENGLISH && words.at(i, "by");
    if (!per || measures.isRow(i + 1) || !words.free(i + 1)) {
      return false;
    }
    int at = i + 1;
    Optional<Lexicon.Match> named = lexicon.measure(at);
    Optional<Lexicon.Match> below = named.or(() -> measuredIn(at)).or(() -> counted(at));
    if (below.isEmpty()) {
      return false;
    }
    boolean adds =
        named.isEmpty() || below.get().columns().stream().allMatch(c -> c.role() == Role.SUMMABLE);
    for (int from = Math.max(0, i - 4); from < i; from++) {
      Optional<Lexicon.Match> above = lexicon.measure(from);
      boolean beside = above.isPresent() && from + above.get().words() == i;
      if (beside && isNamed(from, above.get().words())) {
        return false;
      }
      if (beside && above.get().columns().getFirst().role() == Role.SUMMABLE) {
        if (!adds) {
          // Ratings and temperatures add up to nothing that an amount could be divided by.
          throw Reading.Stopped.unclear(
              words.say("of-what", words.phrase(from, at + below.get().words() - from)));
        }
        Measure one = measures.of(Aggregate.SUM, Choice.only(words, above.get()).name());
        Measure other = measures.of(Aggregate.SUM, Choice.only(words, below.get()).name());
        if (!one.equals(other)) {
          int start = words.at(from - 1, "total|sum|average") ? from - 1 : from;
          ratio(start, new Term(one, i), new Term(other, at + below.get().words()));
          return true;
        }
      }
    }
    return false;
  }

  /** "fee per guest for each boat": guests are counted, and something else makes the groups. */
  private Optional<Lexicon.Match> counted(int at) {
    boolean one = words.get(at).lower().equals(words.get(at).stem());
    boolean grouped = words.at(at + 1, "by|per|in|for|of") || words.at(at + 1, "each|every");
    return one && grouped ? lexicon.column(at, CountReader::countsThings) : Optional.empty();
  }

  /** "fee per minute" of a duration_min: what is measured in a unit adds up. */
  private Optional<Lexicon.Match> measuredIn(int at) {
    if (GrainWords.NOUNS.containsKey(words.get(at).stem())
        && !words.get(at).stem().matches("hour|minute")) {
      return Optional.empty();
    }
    List<ColumnRole> found = UnitWords.measuredIn(vocabulary, words.get(at).lower());
    return found.size() == 1 ? Optional.of(new Lexicon.Match(found, at, 1)) : Optional.empty();
  }

  /** Whether a measure that the model names goes on where an amount ends: "sales per piece". */
  private boolean isNamed(int at, int length) {
    return vocabulary.measures().at(words, at).stream().anyMatch(match -> match.words() > length);
  }

  /** An amount within a quotient; {@code end} is the word after it. */
  private record Term(Measure measure, int end) {}

  private Optional<Term> term(int from) {
    int at = from;
    at += words.at(at, "the") ? 1 : 0;
    at += words.at(at, "total|sum") ? 1 : 0;
    boolean count = words.at(at, "how", "many") || words.at(at, "number|count", "of");
    at += count ? 2 : 0;
    if (measures.isRow(at)) {
      return Optional.of(new Term(measures.of(Aggregate.COUNT_ROWS, null), at + 1));
    }
    Optional<Lexicon.Match> amount = lexicon.measure(at);
    if (amount.isPresent() && !count) {
      ColumnRole column = Choice.only(words, amount.get());
      Aggregate aggregate = column.role() == Role.SUMMABLE ? Aggregate.SUM : Aggregate.AVG;
      return Optional.of(
          new Term(measures.of(aggregate, column.name()), at + amount.get().words()));
    }
    int place = at;
    return lexicon
        .column(at, Lexicon::groups)
        .map(match ->
            new Term(
                measures.of(Aggregate.COUNT_DISTINCT, Choice.only(words, match).name()),
                place + match.words()));
  }

  private void ratio(int from, Term above, Term below) {
    String phrase = words.phrase(from, below.end() - from);
    divide(
        phrase,
        above.measure().name() + "_per_" + below.measure().name(),
        above.measure(),
        below.measure());
    words.use(from, below.end() - from);
  }

  /**
   * "average revenue per customer": the figure of all rows by the number of different customers;
   * whether the question says that.
   */
  boolean perEntity(Aggregate aggregate, String column) {
    Optional<Dimension> entity = groups.each().filter(d -> d.grain() == null && d.part() == null);
    if (entity.isEmpty() || vocabulary.role(entity.get().column()).role() != Role.IDENTIFIER) {
      return false;
    }
    String phrase = words.say("average-per-entity", entity.get().name());
    if (vocabulary.unique().contains(entity.get().column())) {
      if (aggregate == Aggregate.COUNT_ROWS) {
        return false;
      }
      groups.remove(entity.get());
      measures.add(phrase, Aggregate.AVG, column);
      return true;
    }
    groups.remove(entity.get());
    if (column != null) {
      figures.warn(
          words.say(
              "average-per-thing",
              column,
              NameWords.plural(NameWords.subject(entity.get().column()))));
    }
    Measure below = measures.of(Aggregate.COUNT_DISTINCT, entity.get().column());
    Measure above = measures.of(aggregate, column);
    divide(phrase, above.name() + "_per_" + NameWords.subject(entity.get().column()), above, below);
    return true;
  }

  /** One measure by another, under a name. */
  void divide(String phrase, String name, Measure above, Measure below) {
    measures.include(above);
    measures.include(below);
    figures.add(new Calculation.Formula(name, quoted(above) + " / " + quoted(below)));
    figures.orderBy(name);
    Phrasing phrasing = new Phrasing(words.language());
    figures.meaning(
        words.say("quotient", phrase, phrasing.measure(above), phrasing.measure(below)));
  }

  static String quoted(Measure measure) {
    return RowCondition.quoted(measure.name());
  }
}

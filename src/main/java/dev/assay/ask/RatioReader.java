package dev.assay.ask;

import dev.assay.model.Calculation;
import dev.assay.model.Query.Aggregate;
import dev.assay.model.Query.Comparison;
import dev.assay.model.Query.Dimension;
import dev.assay.model.Query.Filter;
import dev.assay.model.Query.Measure;
import dev.assay.model.RowCondition;
import dev.assay.model.Slug;
import dev.assay.semantic.ColumnRole;
import dev.assay.semantic.ColumnRole.Role;
import dev.assay.semantic.NameWords;
import dev.assay.sql.ValueKind;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Reads figures that divide one by another: "revenue per customer", "cancellation rate". */
final class RatioReader {
  private static final int SHORTEST_ROOT = 5;

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
    for (int i = 0; i < words.count(); i++) {
      boolean _ = rate(i) || quotient(i);
    }
  }

  /** Before groups are read: an amount behind "por" is none. */
  void units() {
    for (int i = 1; i < words.count() && groups.top().isEmpty(); i++) {
      boolean _ = perUnit(i);
    }
  }

  /** "cancellation rate", "rate of returns": rows of one kind by all rows. */
  private boolean rate(int i) {
    if (!words.at(i, "rate") || lexicon.measure(i).isPresent()) {
      return false;
    }
    for (int at = Math.max(0, i - 3); at < i - 1; at++) {
      Optional<Lexicon.Match> flag =
          lexicon.column(at, column -> column.column().kind() == ValueKind.BOOLEAN);
      if (flag.isPresent() && at + flag.get().words() == i) {
        // "no show rate"
        String name = Choice.only(words, flag.get()).name();
        rate(new Filter(name, Comparison.EQUAL, List.of("true")), at, i + 1 - at, name);
        return true;
      }
    }
    int before = i - 1;
    int after = i + (words.at(i + 1, "of") ? 2 : 1);
    for (int at : words.at(i + 1, "of") ? new int[] {after} : new int[] {before}) {
      Optional<Filter> kind = kind(at);
      if (kind.isPresent()) {
        rate(kind.get(), Math.min(at, i), Math.abs(at - i) + 1, words.get(at).lower());
        return true;
      }
    }
    return false;
  }

  /** Rows of a kind by all rows, said by some words. */
  private void rate(Filter kind, int from, int count, String name) {
    Measure rows = measures.of(Aggregate.COUNT_ROWS, null);
    divide(
        words.phrase(from, count),
        Slug.of(name, "part") + "_rate",
        part(rows, List.of(kind)),
        rows);
    words.use(from, count);
  }

  /** The one value, or column of yes and no, that a word such as "cancellation" is made of. */
  private Optional<Filter> kind(int at) {
    if (!words.free(at)) {
      return Optional.empty();
    }
    String word = words.get(at).lower();
    Set<Filter> found = new LinkedHashSet<>();
    vocabulary
        .values()
        .forEach((text, values) -> {
          if (sameRoot(word, ValueFinder.plain(text))) {
            values.forEach(
                v -> found.add(new Filter(v.column(), Comparison.EQUAL, List.of(v.text()))));
          }
        });
    for (ColumnRole role : vocabulary.roles()) {
      boolean named = NameWords.of(role.name()).stream().anyMatch(part -> sameRoot(word, part));
      if (role.column().kind() == ValueKind.BOOLEAN && named) {
        found.add(new Filter(role.name(), Comparison.EQUAL, List.of("true")));
      }
    }
    return found.size() == 1 ? Optional.of(found.iterator().next()) : Optional.empty();
  }

  private static boolean sameRoot(String word, String text) {
    for (String form : forms(text)) {
      if (form.equals(word) || root(form).equals(root(word))) {
        return true;
      }
      int shorter = Math.min(form.length(), word.length());
      int common = Prefix.shared(form, word);
      if (common >= SHORTEST_ROOT && common >= shorter - 3 && !form.contains(" ")) {
        return true;
      }
    }
    return false;
  }

  private static List<String> forms(String text) {
    List<String> forms = new ArrayList<>(List.of(text));
    forms.addAll(Concepts.of(text));
    return forms;
  }

  private static String root(String word) {
    return TimeColumn.root(word);
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
    Optional<Lexicon.Match> below = named.or(() -> measuredIn(at));
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

  /** A measure of some rows only, named for them. */
  static Measure part(Measure whole, List<Filter> filters) {
    List<Filter> all = new ArrayList<>(whole.filters());
    all.addAll(filters);
    String suffix =
        filters.stream()
            .flatMap(filter -> said(filter).stream())
            .limit(3)
            .map(value -> Slug.of(value, "part").replaceAll("^_", ""))
            .reduce("", (one, other) -> one + "_" + other);
    return new Measure(
        whole.name() + suffix, whole.aggregate(), whole.column(), whole.formula(), all);
  }

  /** A part goes by its values; what is missing has none, and would be called as the whole is. */
  private static List<String> said(Filter filter) {
    return switch (filter.comparison()) {
      case IS_NULL -> List.of("without " + filter.column());
      case IS_NOT_NULL -> List.of("with " + filter.column());
      case EQUAL,
          NOT_EQUAL,
          LESS,
          LESS_OR_EQUAL,
          GREATER,
          GREATER_OR_EQUAL,
          FROM_TO,
          IN,
          NOT_IN,
          CONTAINS,
          STARTS_WITH ->
          filter.values();
    };
  }

  static String quoted(Measure measure) {
    return RowCondition.quoted(measure.name());
  }
}

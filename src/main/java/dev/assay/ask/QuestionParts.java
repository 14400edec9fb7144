package dev.assay.ask;

import dev.assay.model.Calculation;
import dev.assay.model.Query;
import dev.assay.model.Query.Aggregate;
import dev.assay.model.Query.Comparison;
import dev.assay.model.Query.Dimension;
import dev.assay.model.Query.Filter;
import dev.assay.model.Query.Order;
import dev.assay.semantic.ColumnRole;
import dev.assay.semantic.ColumnRole.Role;
import dev.assay.sql.ValueKind;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** What the words of one question say, part by part, and the typed query that they make. */
final class QuestionParts {
  final Words words;
  final GroupReader groups;
  final FilterReader filters;
  final MeasureList measures;
  final Figures figures = new Figures();
  final Wanted wanted;
  List<Period> periods = List.of();

  /** Those columns of the result that were asked for; empty for all. */
  List<String> shown = List.of();

  private final Vocabulary vocabulary;
  private final LocalDate today;
  private final Lexicon lexicon;
  private final TimeColumn time;
  private final RatioReader ratios;
  private final HavingReader having;
  private final MeasureReader reader;
  private final List<Filter> present = new ArrayList<>();
  private String periodColumn;
  private boolean comparesPeriods;

  QuestionParts(Words words, Vocabulary vocabulary, LocalDate today) {
    this.words = words;
    this.vocabulary = vocabulary;
    this.today = today;
    this.lexicon = new Lexicon(words, vocabulary.index());
    this.time = new TimeColumn(words, vocabulary);
    this.groups = new GroupReader(words, lexicon, vocabulary, time);
    this.filters = new FilterReader(words, lexicon, vocabulary);
    this.measures = new MeasureList(words, vocabulary);
    this.wanted = new Wanted(words, lexicon, vocabulary);
    OverGroups over = new OverGroups(words, vocabulary, groups, filters, measures, figures);
    this.ratios = new RatioReader(words, lexicon, vocabulary, groups, measures, figures);
    this.having = new HavingReader(words, lexicon, vocabulary, groups, measures, figures, over);
    this.reader =
        new MeasureReader(
            words,
            lexicon,
            vocabulary,
            groups,
            measures,
            ratios,
            over,
            new NamedReader(words, vocabulary, measures, figures),
            () ->
                !figures.having().isEmpty()
                    || wanted.share >= 0
                    || filters.filters().stream()
                        .anyMatch(f -> vocabulary.role(f.column()).isMeasure()));
  }

  void read() {
    time.choose();
    boolean lasts = new DurationReader(words, vocabulary, measures).read();
    new RowTop(words, lexicon, vocabulary, groups, measures).read();
    wanted.read();
    groups.tops().counted();
    having.read();
    wanted.readRest();
    filters.named();
    filters.both().ifPresent(column -> groups.add(GroupReader.plain(column)));
    new DatePartReader(words, time, filters).read();
    LocalDate[] span = time.span().orElse(new LocalDate[2]);
    TimePhrases phrases = new TimePhrases(words, lexicon.named(), today, span[0], span[1]);
    periods = phrases.all();
    readPeriods(phrases);
    groups.tops().superlative();
    ratios.units();
    groups.named();
    ratios.read();
    if (!lasts) {
      reader.read();
    }
    BestAndWorst.settle(words, groups, measures.measures(), figures);
    filters.bare();
    whichIsMore();
    if (groups.tops().counts() && measures.measures().isEmpty()) {
      measures.add(words.say("word.rows"), Aggregate.COUNT_ROWS, null);
    }
    boolean some =
        filters.filters().stream()
            .anyMatch(f -> f.comparison() == Comparison.EQUAL || f.comparison() == Comparison.IN);
    if (measures.measures().isEmpty()
        && some
        && groups.top().isEmpty()
        && !groups.dimensions().isEmpty()
        && leftovers().unused().isEmpty()) {
      // "cancelled by country": nothing but rows is there to be counted.
      measures.add(words.say("word.rows"), Aggregate.COUNT_ROWS, null);
      figures.warn(words.say("rows-counted"));
    }
    if (groups.ranked() && groups.dimensions().isEmpty()) {
      groups.bare();
    }
    groups.tops().requireGroup();
  }

  /** The several values that a condition names; empty where none names several. */
  private Optional<Filter> several() {
    return filters.filters().stream().filter(f -> f.comparison() == Comparison.IN).findFirst();
  }

  private void oneGroupEach(Filter several) {
    String column = several.column();
    groups.seed(List.of(new Dimension(column, column, null, several.part())));
  }

  /** "is the average price higher in Porto or in Lyon": a figure for each. */
  private void whichIsMore() {
    Optional<Filter> several = several();
    for (int i = 0; i < words.count() && several.isPresent(); i++) {
      if (words.free(i)
          && groups.dimensions().isEmpty()
          && words.at(
              i,
              "higher|lower|greater|bigger|larger|smaller|longer|shorter|older|younger|cheaper|slower|faster")) {
        oneGroupEach(several.get());
        words.use(i, 1);
        for (int than = i; than < words.count(); than++) {
          words.use(than, words.at(than, "than|or") ? 1 : 0);
        }
      }
    }
  }

  private void readPeriods(TimePhrases phrases) {
    boolean moves = wanted.growth || wanted.change;
    if (periods.size() == 1 && moves && !time.exists()) {
      return;
    }
    if (periods.size() == 1 && (moves || wanted.compares)) {
      phrases.halves(periods.getFirst()).ifPresent(halves -> periods = halves);
    }
    if (periods.size() == 2 && !moves && !wanted.compares && ownTimes()) {
      return;
    }
    if (periods.size() > 2 || periods.size() == 2 && !(moves || wanted.compares)) {
      throw Reading.Stopped.unclear(words.say("two-periods"));
    }
    comparesPeriods = periods.size() == 2;
    if (comparesPeriods) {
      between(periods.getFirst(), periods.getLast());
    }
    if (!periods.isEmpty()) {
      periodColumn = periodColumn(periods);
    }
  }

  /** "borrowed in May and returned in June": each period is of the time that stands before it. */
  private boolean ownTimes() {
    Period first = periods.getFirst();
    Period second = periods.getLast();
    Optional<String> one = time.between(0, first.at());
    Optional<String> other = time.between(first.at() + first.words(), second.at());
    if (one.isEmpty() || other.isEmpty() || one.equals(other)) {
      return false;
    }
    filters.add(filter(first, one.get()));
    filters.add(filter(second, other.get()));
    for (int i = 0; i < second.at(); i++) {
      if (TimeColumn.isHint(words.get(i).text(), one.get())
          || TimeColumn.isHint(words.get(i).text(), other.get())
          || i >= first.at() && words.at(i, "and")) {
        words.use(i, RowNames.is(vocabulary, words.get(i)) ? 0 : 1);
      }
    }
    periods = List.of();
    return true;
  }

  /** The words that join two periods carry nothing more. */
  private void between(Period first, Period second) {
    for (int i = first.at() + first.words(); i < second.at(); i++) {
      if (words.at(i, "and|with|to|than|versus|compare|in|or|from|the|of|that")) {
        words.use(i, 1);
      }
    }
  }

  /** What the groups that were asked for make of the measures. */
  void resolve() {
    AlongReader along = new AlongReader(words, groups, time, measures, figures);
    if (wanted.share >= 0) {
      new ShareReader(words, groups, filters, measures, ratios, figures).resolve(wanted.share);
    }
    if (wanted.cumulative) {
      along.cumulative();
    }
    if (wanted.movingAverage) {
      along.moving(wanted);
    }
    boolean moves = wanted.growth || wanted.change;
    Optional<Filter> values =
        groups.dimensions().isEmpty()
            ? new ComparedValues(words, filters, measures, figures).pair()
            : Optional.empty();
    if (comparesPeriods) {
      new ComparedPeriods(words, measures, figures).compare(periods, this::filter, periodColumn);
      periods = List.of();
    } else if (wanted.compares && (!moves || namesBefore(along))) {
      compareWithBefore(along);
    } else if (moves && periods.size() == 1 && along.period().isEmpty() && wanted.step == null) {
      growthOf(periods.getFirst());
    } else if (wanted.change
        && periods.isEmpty()
        && along.period().isEmpty()
        && values.isPresent()) {
      shown = new ComparedValues(words, filters, measures, figures).compare(values.get());
    } else if (moves) {
      along.growth(wanted);
      if (!periods.isEmpty() && periods.getFirst().from() != null) {
        figures.warn(words.say("first-has-nothing-before"));
      }
    }
    if (figures.summary().isEmpty()) {
      averagePerRow();
      perRow();
      refusePer();
    }
    groups.top().ifPresent(_ -> leaveOutUnnamed());
    boolean places = groups.top().isPresent() && groups.top().get().rank() > 0;
    if (places || groups.top().isPresent() && !groups.within().isEmpty()) {
      TopReader.Top top = groups.top().get();
      String by = figures.ordered() == null ? first() : figures.ordered();
      Calculation.Rank rank = new Calculation.Rank("rank", by, top.descending(), groups.within());
      figures.add(rank);
      figures.having(
          places
              ? OneQuestion.rankIs(rank, top.rank())
              : new Filter(
                  rank.name(), Comparison.LESS_OR_EQUAL, List.of(Integer.toString(top.limit()))));
    }
  }

  /** Rows that name nobody are not who has the most or the fewest. */
  private void leaveOutUnnamed() {
    for (Dimension dimension : groups.dimensions()) {
      var column = vocabulary.role(dimension.column()).column();
      long missing = vocabulary.rows() - column.present();
      // Few rows are the fewest, and more than most groups have may be the most.
      boolean some =
          missing > 0
              && (!groups.top().orElseThrow().descending()
                  || !adds()
                  || missing * column.distinct() > column.present());
      boolean filtered =
          filters.filters().stream().anyMatch(f -> f.column().equals(dimension.column()));
      if (some && !filtered && !groups.within().contains(dimension.name())) {
        present.add(new Filter(dimension.column(), Comparison.IS_NOT_NULL, List.of()));
        figures.warn(words.say("missing-left-out", dimension.column()));
      }
    }
  }

  /** Whether groups are compared by what grows with their rows. */
  private boolean adds() {
    return measures.measures().stream()
        .allMatch(measure ->
            switch (measure.aggregate()) {
              case SUM, COUNT, COUNT_ROWS, COUNT_DISTINCT -> true;
              case AVG, MEDIAN, MIN, MAX -> false;
            });
  }

  /** "monthly growth versus the previous month" names no period but what is compared. */
  private boolean namesBefore(AlongReader along) {
    if (periods.size() != 1 || along.period().isEmpty()) {
      return false;
    }
    Period period = periods.getFirst();
    return period.words() >= 2
        && words.get(period.at()).lower().matches("last|previous|prior|preceding|the")
        && GrainWords.NOUNS.containsKey(words.get(period.at() + period.words() - 1).lower());
  }

  /** "revenue by month compared with last year": the period beside each is what is compared. */
  private void compareWithBefore(AlongReader along) {
    Optional<Filter> several = several();
    if (periods.isEmpty() && several.isPresent() && groups.dimensions().isEmpty()) {
      // "revenue in Germany vs France": one group for each.
      oneGroupEach(several.get());
      return;
    }
    if (along.period().isEmpty() || periods.size() != 1) {
      throw Reading.Stopped.unclear(words.say("compared-with-what"));
    }
    Period period = periods.getFirst();
    String text = " " + words.get(period.at() + period.words() - 1).lower();
    boolean last = false;
    for (int i = period.at(); i < period.at() + period.words(); i++) {
      last |= words.get(i).lower().matches("last|previous|prior|preceding");
    }
    var grain = GrainWords.NOUNS.get(text.strip());
    if (!last || grain == null) {
      throw Reading.Stopped.unclear(words.say("compared-with-what"));
    }
    wanted.growth = true;
    wanted.step = grain;
    wanted.phrase = words.phrase(period.at(), period.words());
    periods = List.of();
    along.growth(wanted);
  }

  /** "how much did revenue grow in 2024": against the period before it. */
  private void growthOf(Period period) {
    if (periodColumn == null) {
      throw Reading.Stopped.unclear(words.say("no-dates-in", vocabulary.table()));
    }
    Optional<Period> before = TimePhrases.before(period);
    if (before.isEmpty()) {
      throw Reading.Stopped.unclear(words.say("compared-with-what"));
    }
    new ComparedPeriods(words, measures, figures)
        .compare(List.of(period, before.get()), this::filter, periodColumn);
    periods = List.of();
  }

  /** "average hearings per case" where a row is one case: the average of all rows. */
  private void averagePerRow() {
    boolean averages =
        groups.top().isEmpty()
            && figures.calculations().isEmpty()
            && measures.measures().size() == 1
            && !adds();
    groups
        .ofRows()
        .or(() -> groups.per().filter(d -> vocabulary.unique().contains(d.column())))
        .filter(_ -> averages)
        .ifPresent(groups::remove);
  }

  /** "revenue per order" where a row is one order: the average of rows. */
  private void perRow() {
    int at = -1;
    for (int i = 0; i + 1 < words.count(); i++) {
      boolean said = words.at(i, "per") || words.at(i, "by") || words.at(i, "by|for", "each");
      at = said && measures.isRow(words.at(i + 1, "each") ? i + 2 : i + 1) ? i : at;
    }
    boolean unique =
        groups
            .per()
            .filter(d -> vocabulary.unique().contains(d.column()))
            .filter(d -> groups.dimensions().contains(d))
            .isPresent();
    if (at < 0 && !unique || measures.measures().size() != 1 || groups.top().isPresent()) {
      return;
    }
    Query.Measure measure = measures.measures().getFirst();
    boolean plain = measure.aggregate() == Aggregate.SUM && figures.calculations().isEmpty();
    if (!plain || at >= 0 && !words.at(at, "per")) {
      if (at >= 0 && measure.aggregate() != Aggregate.AVG) {
        throw Reading.Stopped.unclear(words.say("by-row"));
      }
      return;
    }
    measures.clear();
    if (unique) {
      groups.remove(groups.per().get());
    }
    measures.add(words.say("average-per-entity", noun()), Aggregate.AVG, measure.column());
  }

  /** "revenue per customer" may be a list or one figure. */
  private void refusePer() {
    Optional<Dimension> per = groups.per();
    if (per.isEmpty()
        || words.language() != Language.ENGLISH
        || groups.top().isPresent()
        || groups.dimensions().size() > 1
        || !groups.dimensions().contains(per.get())
        || per.get().grain() != null
        || per.get().part() != null
        || !figures.calculations().isEmpty()
        || !figures.having().isEmpty()
        || vocabulary.role(per.get().column()).role() != Role.IDENTIFIER
        || vocabulary.unique().contains(per.get().column())
        || measures.measures().size() != 1) {
      return;
    }
    Query.Measure measure = measures.measures().getFirst();
    if (measure.aggregate() == Aggregate.SUM || measure.aggregate() == Aggregate.COUNT_ROWS) {
      String average =
          measure.column() == null
              ? words.say("word.average-number-of") + " " + noun()
              : words.say("word.average") + " " + measure.column();
      throw Reading.Stopped.choice(
          words.say("per-what", per.get().name()),
          List.of(groups.sayingBy(), average + " per " + per.get().name() + "?"));
    }
  }

  private String noun() {
    return vocabulary
        .rowNoun()
        .map(dev.assay.semantic.NameWords::plural)
        .orElse(words.say("word.rows"));
  }

  /** "caused by fire" of a loss_cause, "flagged as fraud": the word says which column is meant. */
  private boolean isOfItsValue(Filter filter) {
    boolean value = filter.comparison() == Comparison.EQUAL || filter.comparison() == Comparison.IN;
    return value && vocabulary.role(filter.column()).role() == Role.CATEGORY;
  }

  Leftovers leftovers() {
    return new Leftovers(
        words,
        vocabulary,
        groups,
        periodColumn,
        Stream.concat(
                filters.filters().stream(),
                measures.measures().stream().flatMap(measure -> measure.filters().stream()))
            .filter(filter -> filter.part() != null || isOfItsValue(filter))
            .map(Filter::column)
            .toList());
  }

  /** The period in the question, or null. */
  Period period() {
    return periods.isEmpty() ? null : periods.getFirst();
  }

  List<Filter> allFilters() {
    List<Filter> all = new ArrayList<>(filters.filters());
    periods.forEach(period -> all.add(filter(period, periodColumn)));
    all.addAll(present);
    return all;
  }

  Query query() {
    Query query =
        OneQuestion.query(
            vocabulary.table(),
            groups.dimensions(),
            measures.measures(),
            figures.calculations(),
            allFilters(),
            figures.having(),
            order(),
            groups
                .top()
                .filter(t -> t.rank() == 0 && groups.within().isEmpty())
                .map(TopReader.Top::limit)
                .orElse(null));
    return query.withSummary(figures.summary());
  }

  List<String> interpretation() {
    Phrasing phrasing = new Phrasing(words.language());
    List<String> interpretation = new ArrayList<>(measures.interpretation());
    interpretation.addAll(figures.interpretation());
    if (figures.summary().isEmpty()) {
      groups
          .dimensions()
          .forEach(d -> interpretation.add(words.say("word.by") + " " + phrasing.dimension(d)));
    }
    filters.filters().forEach(filter -> interpretation.add(phrasing.filter(filter)));
    present.forEach(filter -> interpretation.add(phrasing.filter(filter)));
    for (Period period : periods) {
      interpretation.add(
          words.phrase(period.at(), period.words())
              + " = "
              + phrasing.filter(filter(period, periodColumn)));
    }
    groups
        .top()
        .ifPresent(t ->
            interpretation.add(
                t.rank() > 0
                    ? words.say(t.descending() ? "rank-largest" : "rank-smallest", t.rank())
                    : words.say(t.descending() ? "top-largest" : "top-smallest", t.limit())
                        + (groups.within().isEmpty()
                            ? ""
                            : " " + words.say("within", String.join(", ", groups.within())))));
    zoned().forEach(column -> interpretation.add(words.say("hour-in-utc", column)));
    return interpretation;
  }

  /** The columns that tell moments of all zones, of which days or periods are asked for. */
  private Set<String> zoned() {
    Set<String> columns = new LinkedHashSet<>();
    groups.dimensions().stream()
        .filter(d -> d.grain() != null || d.part() != null)
        .forEach(d -> columns.add(d.column()));
    filters.filters().stream().filter(f -> f.part() != null).forEach(f -> columns.add(f.column()));
    if (!periods.isEmpty()) {
      columns.add(periodColumn);
    }
    columns.removeIf(column -> vocabulary.role(column).column().kind() != ValueKind.TIMESTAMPTZ);
    return columns;
  }

  List<String> warnings() {
    List<String> warnings = new ArrayList<>(reader.warnings());
    warnings.addAll(groups.tops().warnings());
    time.caveat().ifPresent(warnings::add);
    warnings.addAll(figures.warnings());
    for (Filter filter : allFilters()) {
      boolean some =
          filter.part() == null
              && vocabulary.role(filter.column()).column().present() < vocabulary.rows();
      if (filter.comparison() == Comparison.NOT_EQUAL && some) {
        warnings.add(words.say("missing-left-out", filter.column()));
      }
    }
    return warnings.stream().distinct().toList();
  }

  private String first() {
    return OneQuestion.first(measures.measures());
  }

  private List<Order> order() {
    if (groups.dimensions().isEmpty()) {
      return List.of();
    }
    String by = figures.ordered() == null ? first() : figures.ordered();
    if (groups.top().isPresent()) {
      List<Order> order = new ArrayList<>();
      groups.within().forEach(name -> order.add(new Order(name, false)));
      order.add(new Order(by, groups.top().get().descending()));
      return order;
    }
    return groups.dimensions().stream()
        .filter(d ->
            d.grain() != null
                || d.part() != null
                || vocabulary.role(d.column()).role() == Role.YEAR)
        .findFirst()
        .map(d -> List.of(new Order(d.name(), false)))
        .orElseGet(() -> List.of(new Order(by, true)));
  }

  private String periodColumn(List<Period> all) {
    if (time.exists()) {
      return time.at(all.getFirst().at());
    }
    List<ColumnRole> years = vocabulary.with(Role.YEAR);
    boolean wholeYears =
        all.stream()
            .allMatch(period ->
                (period.from() == null || period.from().getDayOfYear() == 1)
                    && (period.to() == null || period.to().getDayOfYear() == 1));
    if (years.size() == 1 && wholeYears) {
      return years.getFirst().name();
    }
    throw Reading.Stopped.unclear(words.say("no-dates-in", vocabulary.table()));
  }

  private Filter filter(Period period, String column) {
    boolean year = vocabulary.role(column).role() == Role.YEAR;
    String from = period.from() == null ? null : text(period.from(), year);
    String to = period.to() == null ? null : text(period.to(), year);
    if (from == null) {
      return new Filter(column, Comparison.LESS, List.of(to));
    }
    return to == null
        ? new Filter(column, Comparison.GREATER_OR_EQUAL, List.of(from))
        : new Filter(column, Comparison.FROM_TO, List.of(from, to));
  }

  private static String text(LocalDate day, boolean year) {
    return year ? Integer.toString(day.getYear()) : day.toString();
  }
}

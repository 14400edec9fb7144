package dev.assay.ask;

import dev.assay.model.Query;
import dev.assay.model.Query.Aggregate;
import dev.assay.model.Query.Dimension;
import dev.assay.model.Query.Filter;
import dev.assay.semantic.ColumnRole.Role;
import dev.assay.semantic.NameWords;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** What the words of one question say, part by part, and the typed query that they make. */
final class QuestionParts {
  final Words words;
  final GroupReader groups;
  final FilterReader filters;
  final MeasureList measures;
  final Figures figures = new Figures();
  final Wanted wanted;
  final PeriodReader periods;
  final RankedGroups ranked;
  private final Vocabulary vocabulary;
  private final LocalDate today;
  private final Lexicon lexicon;
  private final TimeColumn time;
  private final RatioReader ratios;
  private final HavingReader having;
  private final MeasureReader reader;
  private final ChangeReader changes;

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
    this.periods = new PeriodReader(words, vocabulary, time, filters, wanted);
    this.ranked = new RankedGroups(words, vocabulary, groups, filters, measures, figures);
    this.changes =
        new ChangeReader(words, vocabulary, groups, filters, periods, measures, figures, wanted);
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
            () -> !figures.having().isEmpty() || wanted.share >= 0 || comparesAmounts());
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
    periods.read(phrases);
    groups.tops().superlative();
    ratios.units();
    groups.named();
    ratios.read();
    if (!lasts) {
      reader.read();
    }
    BestAndWorst.settle(words, groups, measures.measures(), figures);
    filters.bare();
    onlyThoseFrom();
    changes.whichIsMore();
    rowsWhereNothingElse();
    if (groups.ranked() && groups.dimensions().isEmpty()) {
      groups.bare();
    }
    groups.tops().requireGroup();
  }

  /** "By customers from Sweden" chooses them by their country, and does not group by it. */
  private void onlyThoseFrom() {
    for (int i = 1; i + 1 < words.count(); i++) {
      String owner = words.get(i - 1).stem();
      boolean from = words.get(i).lower().matches("from|de|do|da|dos|das|del");
      Optional<Dimension> group =
          groups.dimensions().stream()
              .filter(d -> d.grain() == null && d.part() == null)
              .filter(d -> NameWords.of(d.column()).size() > 1)
              .filter(d -> NameWords.singular(NameWords.of(d.column()).getFirst()).equals(owner))
              .filter(d ->
                  filters.filters().stream()
                      .anyMatch(f -> f.column().equals(d.column()) && ConditionList.isOfValues(f)))
              .findFirst();
      if (from && group.isPresent()) {
        groups.remove(group.get());
      }
    }
  }

  private boolean comparesAmounts() {
    return filters.filters().stream().anyMatch(f -> vocabulary.role(f.column()).isMeasure());
  }

  /** Counts rows where the words say nothing but which: "cancelled by country". */
  private void rowsWhereNothingElse() {
    if (groups.tops().counts() && measures.measures().isEmpty()) {
      measures.add(words.say("word.rows"), Aggregate.COUNT_ROWS, null);
    }
    boolean some =
        filters.filters().stream().anyMatch(ConditionList::isOfValues)
            && (!groups.dimensions().isEmpty() || !words.asksForOne() && !comparesAmounts());
    if (measures.measures().isEmpty()
        && some
        && groups.top().isEmpty()
        && leftovers().unused().isEmpty()) {
      measures.add(words.say("word.rows"), Aggregate.COUNT_ROWS, null);
      figures.warn(words.say("rows-counted"));
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
    changes.resolve(along);
    new PerReader(words, vocabulary, groups, measures, figures).resolve();
    ranked.resolve();
  }

  /** "caused by fire" of a loss_cause, "flagged as fraud": the word says which column is meant. */
  private boolean isOfItsValue(Filter filter) {
    return ConditionList.isOfValues(filter)
        && vocabulary.role(filter.column()).role() == Role.CATEGORY;
  }

  Leftovers leftovers() {
    return new Leftovers(
        words,
        vocabulary,
        groups,
        periods.column(),
        Stream.concat(
                filters.filters().stream(),
                measures.measures().stream().flatMap(measure -> measure.filters().stream()))
            .filter(filter -> filter.part() != null || isOfItsValue(filter))
            .map(Filter::column)
            .toList());
  }

  /** Those columns of the result that were asked for; empty for all. */
  List<String> shown() {
    return changes.shown();
  }

  /** The period in the question, or null. */
  Period period() {
    return periods.all().isEmpty() ? null : periods.all().getFirst();
  }

  List<Filter> allFilters() {
    List<Filter> all = new ArrayList<>(filters.filters());
    all.addAll(periods.filters());
    all.addAll(ranked.present());
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
            ranked.order(),
            ranked.limit());
    return query.withSummary(figures.summary());
  }

  List<String> interpretation() {
    return new Explanation(vocabulary, this).interpretation();
  }

  List<String> warnings() {
    List<String> warnings = new ArrayList<>(reader.warnings());
    warnings.addAll(groups.tops().warnings());
    time.caveat().ifPresent(warnings::add);
    warnings.addAll(figures.warnings());
    warnings.addAll(new Explanation(vocabulary, this).caveats());
    return warnings.stream().distinct().toList();
  }
}

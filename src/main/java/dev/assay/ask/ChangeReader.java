package dev.assay.ask;

import dev.assay.model.Query.Comparison;
import dev.assay.model.Query.Dimension;
import dev.assay.model.Query.Filter;
import java.util.List;
import java.util.Optional;

/**
 * Reads what is compared with what: two periods, two values, each period with the one before it.
 */
final class ChangeReader {
  private final Words words;
  private final Vocabulary vocabulary;
  private final GroupReader groups;
  private final FilterReader filters;
  private final PeriodReader periods;
  private final MeasureList measures;
  private final Figures figures;
  private final Wanted wanted;
  private List<String> shown = List.of();

  ChangeReader(
      Words words,
      Vocabulary vocabulary,
      GroupReader groups,
      FilterReader filters,
      PeriodReader periods,
      MeasureList measures,
      Figures figures,
      Wanted wanted) {
    this.words = words;
    this.vocabulary = vocabulary;
    this.groups = groups;
    this.filters = filters;
    this.periods = periods;
    this.measures = measures;
    this.figures = figures;
    this.wanted = wanted;
  }

  /** Those columns of the result that were asked for; empty for all. */
  List<String> shown() {
    return shown;
  }

  /** "is the average price higher in Porto or in Lyon": a figure for each. */
  void whichIsMore() {
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

  /** What the groups that were asked for make of the measures. */
  void resolve(AlongReader along) {
    boolean moves = wanted.growth || wanted.change;
    boolean alone = along.period().isEmpty();
    Optional<Filter> values = groups.dimensions().isEmpty() ? values().pair() : Optional.empty();
    if (periods.compared()) {
      compare(periods.all());
    } else if (wanted.compares && (!moves || namesBefore(along))) {
      compareWithBefore(along);
    } else if (moves && periods.all().size() == 1 && alone && wanted.step == null) {
      growthOf(periods.all().getFirst());
    } else if (wanted.change && periods.all().isEmpty() && alone && values.isPresent()) {
      shown = values().compare(values.get());
    } else if (moves) {
      along.growth(wanted);
      if (!periods.all().isEmpty() && periods.all().getFirst().from() != null) {
        figures.warn(words.say("first-has-nothing-before"));
      }
    }
  }

  private ComparedValues values() {
    return new ComparedValues(words, filters, measures, figures);
  }

  private void compare(List<Period> two) {
    new ComparedPeriods(words, measures, figures).compare(two, periods::filter, periods.column());
    periods.clear();
  }

  /** "monthly growth versus the previous month" names no period but what is compared. */
  private boolean namesBefore(AlongReader along) {
    if (periods.all().size() != 1 || along.period().isEmpty()) {
      return false;
    }
    Period period = periods.all().getFirst();
    return period.words() >= 2
        && words.get(period.at()).lower().matches("last|previous|prior|preceding|the")
        && GrainWords.NOUNS.containsKey(words.get(period.at() + period.words() - 1).lower());
  }

  /** "revenue by month compared with last year": the period beside each is what is compared. */
  private void compareWithBefore(AlongReader along) {
    Optional<Filter> several = several();
    if (periods.all().isEmpty() && several.isPresent() && groups.dimensions().isEmpty()) {
      // "revenue in Germany vs France": one group for each.
      oneGroupEach(several.get());
      return;
    }
    if (along.period().isEmpty() || periods.all().size() != 1) {
      throw Reading.Stopped.unclear(words.say("compared-with-what"));
    }
    Period period = periods.all().getFirst();
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
    periods.clear();
    along.growth(wanted);
  }

  /** "how much did revenue grow in 2024": against the period before it. */
  private void growthOf(Period period) {
    if (periods.column() == null) {
      throw Reading.Stopped.unclear(words.say("no-dates-in", vocabulary.table()));
    }
    Optional<Period> before = TimePhrases.before(period);
    if (before.isEmpty()) {
      throw Reading.Stopped.unclear(words.say("compared-with-what"));
    }
    compare(List.of(period, before.get()));
  }

  /** The several values that a condition names; empty where none names several. */
  private Optional<Filter> several() {
    return filters.filters().stream().filter(f -> f.comparison() == Comparison.IN).findFirst();
  }

  private void oneGroupEach(Filter several) {
    String column = several.column();
    groups.seed(List.of(new Dimension(column, column, null, several.part())));
  }
}

package dev.assay.ask;

import dev.assay.model.Calculation;
import dev.assay.model.Query.Filter;
import dev.assay.model.Query.Measure;
import dev.assay.model.Slug;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;

/** Reads "this month vs last month": a measure in two periods, their difference and growth. */
final class ComparedPeriods {
  private final Words words;
  private final MeasureList measures;
  private final Figures figures;

  ComparedPeriods(Words words, MeasureList measures, Figures figures) {
    this.words = words;
    this.measures = measures;
    this.figures = figures;
  }

  /**
   * Puts each measure's figures of both periods side by side.
   *
   * @param filter the condition of a period
   */
  void compare(List<Period> periods, BiFunction<Period, String, Filter> filter, String column) {
    if (measures.measures().size() != 1) {
      throw Reading.Stopped.unclear(words.say("one-measure"));
    }
    Measure measure = measures.measures().getFirst();
    measures.clear();
    boolean laterFirst = isLater(periods.getFirst(), periods.getLast());
    Period later = laterFirst ? periods.getFirst() : periods.getLast();
    Period earlier = laterFirst ? periods.getLast() : periods.getFirst();
    Measure now = in(measure, later, filter.apply(later, column));
    Measure then = in(measure, earlier, filter.apply(earlier, column));
    Phrasing phrasing = new Phrasing(words.language());
    measures.add(phrase(later).orElse(now.name()), now);
    measures.add(phrase(earlier).orElse(then.name()), then);
    String one = RatioReader.quoted(now);
    String other = RatioReader.quoted(then);
    figures.add(new Calculation.Formula(measure.name() + "_change", one + " - " + other));
    figures.add(
        new Calculation.Formula(
            measure.name() + "_growth", "(" + one + " - " + other + ") / " + other));
    figures.meaning(
        words.say("compared-meaning", phrasing.measure(measure), now.name(), then.name()));
  }

  private static boolean isLater(Period one, Period other) {
    if (one.from() == null || other.from() == null) {
      return one.from() != null;
    }
    return !one.from().isBefore(other.from());
  }

  private Optional<String> phrase(Period period) {
    return period.words() == 0
        ? Optional.empty()
        : Optional.of(words.phrase(period.at(), period.words()));
  }

  private Measure in(Measure measure, Period period, Filter filter) {
    List<Filter> filters = new ArrayList<>(measure.filters());
    filters.add(filter);
    return new Measure(
        measure.name() + "_" + label(period),
        measure.aggregate(),
        measure.column(),
        measure.formula(),
        filters);
  }

  /** 2024, 2024_03 or from_to, whatever language the question is in. */
  private static String label(Period period) {
    if (period.from() != null
        && period.to() != null
        && period.from().getDayOfYear() == 1
        && period.from().plusYears(1).equals(period.to())) {
      return Integer.toString(period.from().getYear());
    }
    if (period.from() != null
        && period.to() != null
        && period.from().getDayOfMonth() == 1
        && period.from().plusMonths(1).equals(period.to())) {
      return period.from().toString().substring(0, 7).replace('-', '_');
    }
    String from = period.from() == null ? "start" : period.from().toString();
    String to = period.to() == null ? "now" : period.to().minusDays(1).toString();
    return Slug.of("x " + from + " to " + to, "period").substring(2);
  }
}

package dev.assay.ask;

import dev.assay.model.Calculation;
import dev.assay.model.Grain;
import dev.assay.model.Query.Dimension;
import dev.assay.model.Query.Measure;
import dev.assay.model.RowCondition;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Reads figures along time: running totals, moving averages, growth from period to period. */
final class AlongReader {
  private final Words words;
  private final GroupReader groups;
  private final TimeColumn time;
  private final MeasureList measures;
  private final Figures figures;

  AlongReader(
      Words words, GroupReader groups, TimeColumn time, MeasureList measures, Figures figures) {
    this.words = words;
    this.groups = groups;
    this.time = time;
    this.measures = measures;
    this.figures = figures;
  }

  /** The group that is a period; empty where there is none. */
  Optional<Dimension> period() {
    return groups.dimensions().stream().filter(d -> d.grain() != null).findFirst();
  }

  void cumulative() {
    Measure measure = only();
    if (!isAdditive(measure)) {
      throw Reading.Stopped.unclear(words.say("running-of-additive"));
    }
    Dimension along = along(null);
    figures.add(
        new Calculation.RunningTotal("cumulative_" + measure.name(), measure.name(), along.name()));
    figures.meaning(words.say("running-meaning", measure.name(), grain(along.grain())));
  }

  private static boolean isAdditive(Measure measure) {
    return switch (measure.aggregate()) {
      case COUNT_ROWS, COUNT, SUM -> true;
      case COUNT_DISTINCT, AVG, MEDIAN, MIN, MAX -> false;
    };
  }

  void moving(Wanted wanted) {
    Measure measure = only();
    if (wanted.movingPeriods < 2) {
      throw Reading.Stopped.unclear(words.say("moving-over-what"));
    }
    Dimension along = along(wanted.movingUnit);
    if (along.grain() != wanted.movingUnit) {
      throw Reading.Stopped.unclear(
          words.say("moving-other-unit", grain(along.grain()), grain(wanted.movingUnit)));
    }
    figures.add(
        new Calculation.MovingAverage(
            "moving_average_" + measure.name(),
            measure.name(),
            along.name(),
            wanted.movingPeriods));
    figures.meaning(
        words.say("moving-meaning", measure.name(), wanted.movingPeriods, grain(along.grain())));
  }

  /** How a measure differs from what it was one period, or one {@code step}, before. */
  void growth(Wanted wanted) {
    Measure measure = only();
    Dimension along = along(wanted.step);
    Grain unit = wanted.step == null ? along.grain() : wanted.step;
    boolean fits = along.grain().rollsUpTo(unit) || unit == along.grain();
    if (!fits || along.grain() == Grain.WEEK && unit != Grain.WEEK) {
      throw Reading.Stopped.unclear(
          words.say("growth-other-unit", grain(along.grain()), grain(unit)));
    }
    String earlier = "earlier_" + measure.name();
    figures.add(new Calculation.Earlier(earlier, measure.name(), along.name(), 1, unit));
    String now = RowCondition.quoted(measure.name());
    String then = RowCondition.quoted(earlier);
    boolean absolute = wanted.change && !wanted.growth;
    String name = measure.name() + (absolute ? "_change" : "_growth");
    String formula = absolute ? now + " - " + then : "(" + now + " - " + then + ") / " + then;
    figures.add(new Calculation.Formula(name, formula));
    figures.orderBy(name);
    figures.meaning(
        words.say(
            absolute ? "change-meaning" : "growth-meaning",
            wanted.phrase,
            measure.name(),
            grain(unit)));
  }

  private Measure only() {
    if (measures.measures().size() != 1) {
      throw Reading.Stopped.unclear(words.say("one-measure"));
    }
    return measures.measures().getFirst();
  }

  /** The period that figures run along; a fitting one where the question names none. */
  private Dimension along(Grain wanted) {
    Optional<Dimension> named = period();
    if (named.isPresent()) {
      return named.get();
    }
    if (!time.exists()) {
      throw Reading.Stopped.unclear(words.say("no-dates"));
    }
    if (groups.dimensions().stream().anyMatch(d -> d.part() != null)) {
      throw Reading.Stopped.unclear(words.say("along-part"));
    }
    if (wanted == null) {
      Grain fitting = time.fittingGrain();
      throw Reading.Stopped.choice(
          words.say("along-what"),
          List.of(fitting, Grain.YEAR).stream()
              .distinct()
              .map(grain -> words.followedBy(words.say("word.by") + " " + grain(grain)))
              .toList());
    }
    groups.addGrain(wanted, time.at(0));
    return period().orElseThrow();
  }

  private String grain(Grain grain) {
    return new Phrasing(words.language()).grain(grain).toLowerCase(Locale.ROOT);
  }
}

package dev.assay.ask;

import dev.assay.ask.CalendarUnits.Unit;
import java.time.LocalDate;
import java.time.format.TextStyle;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Reads phrases such as "in March 2024", "since 2023", "last month" as spans of days. */
final class TimePhrases {
  private final Words words;
  private final CalendarUnits units;
  private final LocalDate dataFrom;
  private final LocalDate dataTo;

  /** {@code dataFrom} and {@code dataTo} are the first and last day of the data, or null. */
  TimePhrases(Words words, LocalDate today, LocalDate dataFrom, LocalDate dataTo) {
    this.words = words;
    this.units = new CalendarUnits(words, today);
    this.dataFrom = dataFrom;
    this.dataTo = dataTo;
  }

  /** The one period of the question, whose words are then used. */
  Optional<Period> read() {
    Period found = null;
    for (int i = 0; i < words.count(); i++) {
      Optional<Period> period = phrase(i);
      if (period.isEmpty()) {
        continue;
      }
      if (found != null) {
        throw Reading.Stopped.unclear(
            "The question names two periods. Ask about one at a time, or 'by year' or 'by month'.");
      }
      found = period.get();
      words.use(found.at(), found.words());
    }
    return Optional.ofNullable(found);
  }

  private Optional<Period> phrase(int i) {
    if (words.at(i, "between")) {
      return pair(i, i + 1, "and");
    }
    if (words.at(i, "from")) {
      Optional<Period> pair = pair(i, i + 1, "to|until|till|through");
      if (pair.isPresent()) {
        return pair;
      }
    }
    if (words.at(i, "since")) {
      return after(i, 1).map(unit -> period(unit.from(), null, i, 1 + unit.words()));
    }
    if (words.at(i, "after")) {
      return after(i, 1).map(unit -> period(unit.to(), null, i, 1 + unit.words()));
    }
    if (words.at(i, "before")) {
      return after(i, 1).map(unit -> period(null, unit.from(), i, 1 + unit.words()));
    }
    if (words.at(i, "until|till|through")) {
      return after(i, 1).map(unit -> period(null, unit.to(), i, 1 + unit.words()));
    }
    if (words.at(i, "up", "to")) {
      return after(i, 2).map(unit -> period(null, unit.to(), i, 2 + unit.words()));
    }
    int lead = words.at(i, "in|during|for|on|of|from|within|over", "the") ? 2 : 0;
    // "over 2000" is about an amount, not about a year.
    lead = lead == 0 && words.at(i, "in|during|for|on|of|from|within") ? 1 : lead;
    int skipped = lead;
    Optional<Unit> range = range(i, i + lead);
    if (range.isPresent()) {
      return range.map(unit -> period(unit.from(), unit.to(), i, skipped + unit.words()));
    }
    // Without a lead, "may" and "mar" are words like others unless a year follows.
    return units
        .unit(i + lead)
        .filter(unit -> skipped > 0 || unit.month() == 0)
        .map(unit -> settled(unit, i + skipped))
        .map(unit -> {
          boolean onwards = words.at(i + skipped + unit.words(), "onwards|onward|on");
          return period(
              unit.from(),
              onwards ? null : unit.to(),
              i,
              skipped + unit.words() + (onwards ? 1 : 0));
        });
  }

  /** "January to March 2024": two units without a word before them. */
  private Optional<Unit> range(int i, int at) {
    Optional<Unit> first = units.unit(at);
    if (first.isEmpty() || !words.at(at + first.get().words(), "to|until|till|through")) {
      return Optional.empty();
    }
    return pair(i, at, "to|until|till|through")
        .map(period -> new Unit(period.from(), period.to(), 0, period.words() - (at - i)));
  }

  private Optional<Period> pair(int i, int at, String joint) {
    Optional<Unit> first = units.unit(at);
    if (first.isEmpty() || !words.at(at + first.get().words(), joint)) {
      return Optional.empty();
    }
    int next = at + first.get().words() + 1;
    Optional<Unit> second = units.unit(next);
    if (second.isEmpty()) {
      return Optional.empty();
    }
    Unit from = first.get();
    Unit to = second.get();
    if (from.month() > 0 && to.month() == 0) {
      from = CalendarUnits.month(to.from().getYear(), from.month(), from.words());
    }
    if (to.month() > 0) {
      from = settled(from, at);
      to = CalendarUnits.month(from.from().getYear(), to.month(), to.words());
    }
    if (to.to().isBefore(from.to())) {
      throw Reading.Stopped.unclear(
          "The period ends before it begins. Name the earlier one first.");
    }
    return Optional.of(period(from.from(), to.to(), i, next + to.words() - i));
  }

  private Optional<Unit> after(int i, int lead) {
    return units.unit(i + lead).map(unit -> settled(unit, i + lead));
  }

  /** A month without a year is clear only where the data has it once. */
  private Unit settled(Unit unit, int at) {
    if (unit.month() == 0) {
      return unit;
    }
    List<Integer> years = new ArrayList<>();
    if (dataFrom != null && dataTo != null) {
      for (int year = dataFrom.getYear(); year <= dataTo.getYear(); year++) {
        Unit month = CalendarUnits.month(year, unit.month(), 1);
        if (!month.from().isAfter(dataTo) && month.to().isAfter(dataFrom)) {
          years.add(year);
        }
      }
    }
    if (years.size() == 1) {
      return CalendarUnits.month(years.getFirst(), unit.month(), unit.words());
    }
    String name = java.time.Month.of(unit.month()).getDisplayName(TextStyle.FULL, Locale.ENGLISH);
    if (years.isEmpty()) {
      throw Reading.Stopped.unclear("Name the year as well, such as '" + name + " 2024'.");
    }
    throw Reading.Stopped.choice(
        "The data has more than one " + name + ": which one?",
        years.reversed().stream()
            .limit(5)
            .map(year -> words.replaced(at, 1, name + " " + year))
            .toList());
  }

  private static Period period(LocalDate from, LocalDate to, int at, int words) {
    return new Period(from, to, at, words);
  }
}

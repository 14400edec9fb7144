package dev.assay.ask;

import dev.assay.ask.CalendarUnits.Unit;
import dev.assay.model.Grain;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Reads phrases such as "in March 2024", "since 2023", "last month" as spans of days. */
final class TimePhrases {
  private final Words words;
  private final BitSet named;
  private final CalendarUnits units;
  private final LocalDate dataFrom;
  private final LocalDate dataTo;
  private final Map<Period, List<Period>> pairs = new HashMap<>();

  /**
   * {@code named} are words within names of columns; {@code dataFrom} and {@code dataTo} are the
   * first and last day of the data, or null.
   */
  TimePhrases(Words words, BitSet named, LocalDate today, LocalDate dataFrom, LocalDate dataTo) {
    this.words = words;
    this.named = named;
    this.units = new CalendarUnits(words, today);
    this.dataFrom = dataFrom;
    this.dataTo = dataTo;
  }

  /** The period before one that is a day, week, month, quarter or year. */
  static Optional<Period> before(Period period) {
    if (period.from() == null || period.to() == null) {
      return Optional.empty();
    }
    for (Grain grain : Grain.values()) {
      if (grain != Grain.HOUR && CalendarUnits.plus(period.from(), grain, 1).equals(period.to())) {
        return Optional.of(
            new Period(
                CalendarUnits.plus(period.from(), grain, -1), period.from(), period.at(), 0));
      }
    }
    return Optional.empty();
  }

  /** The two units of "from 2022 to 2023", which a question about change compares. */
  Optional<List<Period>> halves(Period period) {
    return Optional.ofNullable(pairs.get(period));
  }

  /** The periods of the question, whose words are then used. */
  List<Period> all() {
    List<Period> found = new ArrayList<>();
    for (int i = 0; i < words.count(); i++) {
      int at = i;
      Optional<Period> period =
          named.get(i) ? Optional.empty() : same(i, found).or(() -> phrase(at));
      if (period.isPresent()) {
        words.use(period.get().at(), period.get().words());
        found.add(found.isEmpty() ? period.get() : earlier(found.getFirst(), period.get()));
      }
    }
    return found;
  }

  /** "the same month last year", after a period was named. */
  private Optional<Period> same(int i, List<Period> before) {
    int at = i + (words.at(i, "the") ? 1 : 0);
    if (before.size() != 1
        || !words.at(at, "same", "period|month|quarter|week|day|time")
        || before.getFirst().from() == null
        || before.getFirst().to() == null) {
      return Optional.empty();
    }
    int next = at + 2;
    while (words.at(next, "of|in|the|from")) {
      next++;
    }
    if (!words.at(next, "last|previous|prior", "year") && !words.at(next, "year", "before")) {
      return Optional.empty();
    }
    Period first = before.getFirst();
    return Optional.of(
        period(first.from().minusYears(1), first.to().minusYears(1), i, next + 2 - i));
  }

  /** "2022 compared with the previous year": the year before that one, not before today. */
  private Period earlier(Period first, Period second) {
    String text = TextResource.folded(words.phrase(second.at(), second.words()));
    boolean previous = text.matches(".*\\b(previous|prior|preceding|anterior)\\b.*");
    if (!previous || first.from() == null || second.from() == null || second.to() == null) {
      return second;
    }
    Grain grain = null;
    for (Grain each : Grain.values()) {
      grain =
          each != Grain.HOUR && CalendarUnits.plus(second.from(), each, 1).equals(second.to())
              ? each
              : grain;
    }
    return grain == null
        ? second
        : period(
            CalendarUnits.plus(first.from(), grain, -1),
            first.to() == null ? first.from() : CalendarUnits.plus(first.to(), grain, -1),
            second.at(),
            second.words());
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
    int lead = words.at(i, "in|during|for|on|of|from|within|over|throughout", "the") ? 2 : 0;
    // "over 2000" is about an amount, not about a year.
    lead = lead == 0 && words.at(i, "in|during|for|on|of|from|within|throughout|the") ? 1 : lead;
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
      throw Reading.Stopped.unclear(words.say("ends-before-it-begins"));
    }
    Period both = period(from.from(), to.to(), i, next + to.words() - i);
    pairs.put(
        both, List.of(period(from.from(), from.to(), i, 0), period(to.from(), to.to(), i, 0)));
    return Optional.of(both);
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
    String name = new Phrasing(words.language()).month(unit.month());
    if (years.isEmpty()) {
      throw Reading.Stopped.unclear(words.say("name-the-year", name));
    }
    throw Reading.Stopped.choice(
        words.say("several-months", name),
        years.reversed().stream()
            .limit(5)
            .map(year -> words.replaced(at, 1, words.say("month-year", name, year)))
            .toList());
  }

  private static Period period(LocalDate from, LocalDate to, int at, int words) {
    return new Period(from, to, at, words);
  }
}

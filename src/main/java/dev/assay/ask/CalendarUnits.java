package dev.assay.ask;

import dev.assay.gold.Periods;
import dev.assay.model.Grain;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.format.TextStyle;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Reads days, months, quarters and years as people write them, also relative to today. */
final class CalendarUnits {
  /**
   * One unit.
   *
   * @param from first day, or null while the year is not known
   * @param to the day after the last, or null as well
   * @param month the month while its year is not known, else 0
   * @param words how many words it takes
   */
  record Unit(LocalDate from, LocalDate to, int month, int words) {}

  private static final Map<String, Grain> UNITS =
      Map.of(
          "day", Grain.DAY,
          "week", Grain.WEEK,
          "month", Grain.MONTH,
          "quarter", Grain.QUARTER,
          "year", Grain.YEAR);

  private static final List<String> MONTHS =
      List.of("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec");

  private final Words words;
  private final LocalDate today;

  CalendarUnits(Words words, LocalDate today) {
    this.words = words;
    this.today = today;
  }

  /** The unit that begins at word {@code i}. */
  Optional<Unit> unit(int i) {
    if (!words.free(i)) {
      return Optional.empty();
    }
    Words.Word word = words.get(i);
    if (word.kind() == Words.Kind.DATE) {
      return day(word.text(), 1);
    }
    if (word.kind() == Words.Kind.MONTH) {
      return day(word.text() + "-01", 1)
          .map(unit -> new Unit(unit.from(), unit.from().plusMonths(1), 0, 1));
    }
    Optional<Integer> year = year(i);
    if (year.isPresent()) {
      return quarter(i + 1)
          .map(quarter -> quarter(year.get(), quarter, 2))
          .or(() ->
              Optional.of(
                  new Unit(
                      LocalDate.of(year.get(), 1, 1), LocalDate.of(year.get() + 1, 1, 1), 0, 1)));
    }
    if (words.at(i, "year")) {
      int of = words.at(i + 1, "of") ? 1 : 0;
      Optional<Integer> named = year(i + 1 + of);
      if (named.isPresent()) {
        LocalDate from = LocalDate.of(named.get(), 1, 1);
        return Optional.of(new Unit(from, from.plusYears(1), 0, 2 + of));
      }
    }
    return relative(i).or(() -> half(i)).or(() -> quarterOfYear(i)).or(() -> monthOrDay(i));
  }

  private Optional<Unit> relative(int i) {
    if (words.at(i, "today")) {
      return Optional.of(new Unit(today, today.plusDays(1), 0, 1));
    }
    if (words.at(i, "yesterday")) {
      return Optional.of(new Unit(today.minusDays(1), today, 0, 1));
    }
    Optional<Unit> toDate = toDate(i);
    if (toDate.isPresent()) {
      return toDate;
    }
    if (words.free(i + 1)
        && words.get(i).lower().matches("[1-9]\\d{0,2}")
        && words.at(i + 2, "ago")
        && UNITS.containsKey(words.get(i + 1).stem())) {
      Grain unit = UNITS.get(words.get(i + 1).stem());
      LocalDate from = plus(start(today, unit), unit, -Integer.parseInt(words.get(i).lower()));
      return Optional.of(new Unit(from, plus(from, unit, 1), 0, 3));
    }
    boolean before = words.at(i, "last|past|previous|prior|preceding");
    if (words.free(i + 2)
        && words.get(i).lower().matches("[1-9]\\d{0,2}")
        && words.at(i + 1, "last|past|previous")
        && UNITS.containsKey(words.get(i + 2).stem())) {
      return lastFew(i, i + 2, 3);
    }
    if (!before && !words.at(i, "this|current")) {
      return Optional.empty();
    }
    if (before && words.free(i + 2) && words.get(i + 1).lower().matches("[1-9]\\d{0,3}")) {
      return lastFew(i + 1, i + 2, 3);
    }
    Grain grain = words.free(i + 1) ? UNITS.get(words.get(i + 1).lower()) : null;
    if (grain == null) {
      return Optional.empty();
    }
    int of = words.at(i + 2, "of|in", "the") ? 2 : words.at(i + 2, "of|in") ? 1 : 0;
    Optional<Integer> year = of > 0 ? year(i + 2 + of) : Optional.empty();
    if (words.at(i, "last") && year.isPresent() && grain != Grain.YEAR) {
      // "the last quarter of 2023" is that year's, whatever today is.
      LocalDate end = LocalDate.of(year.get() + 1, 1, 1);
      return Optional.of(new Unit(plus(end, grain, -1), end, 0, 3 + of));
    }
    LocalDate start = plus(start(today, grain), grain, before ? -1 : 0);
    return Optional.of(new Unit(start, plus(start, grain, 1), 0, 2));
  }

  private Optional<Unit> lastFew(int number, int unit, int length) {
    Grain grain = UNITS.get(words.get(unit).stem());
    if (grain == null) {
      return Optional.empty();
    }
    // Whole periods before the one under way, so that each can be compared with the next.
    LocalDate end = start(today, grain);
    int count = Integer.parseInt(words.get(number).lower());
    return Optional.of(new Unit(plus(end, grain, -count), end, 0, length));
  }

  /** "year to date": from its first day to today. */
  private Optional<Unit> toDate(int i) {
    boolean year = words.at(i, "ytd");
    if (!year && !words.at(i, "year|month|quarter|week", "to", "date")) {
      return Optional.empty();
    }
    Grain grain = year ? Grain.YEAR : UNITS.get(words.get(i).lower());
    return Optional.of(new Unit(start(today, grain), today.plusDays(1), 0, year ? 1 : 3));
  }

  /** "H1 2024", "the second half of 2023". */
  private Optional<Unit> half(int i) {
    boolean letter = words.free(i) && words.get(i).lower().matches("h[12]");
    boolean words2 = words.at(i, "first|second", "half");
    if (!letter && !words2) {
      return Optional.empty();
    }
    int length = letter ? 1 : 2;
    length += words.at(i + length, "of|in") ? 1 : 0;
    Optional<Integer> year = year(i + length);
    if (year.isEmpty()) {
      return Optional.empty();
    }
    boolean first = words.get(i).lower().matches("h1|first");
    LocalDate from = LocalDate.of(year.get(), first ? 1 : 7, 1);
    return Optional.of(new Unit(from, from.plusMonths(6), 0, length + 1));
  }

  private Optional<Unit> quarterOfYear(int i) {
    Optional<Integer> quarter = quarter(i);
    int length = 1;
    if (quarter.isEmpty() && words.free(i + 1) && words.get(i + 1).lower().equals("quarter")) {
      quarter = ordinal(words.get(i).lower());
      length = 2;
    }
    if (quarter.isEmpty()) {
      return Optional.empty();
    }
    int of = words.at(i + length, "of|in", "the") ? 2 : words.at(i + length, "of|in") ? 1 : 0;
    Optional<Integer> year = year(i + length + of);
    if (year.isEmpty()) {
      throw Reading.Stopped.unclear(words.say("name-the-quarters-year"));
    }
    return Optional.of(quarter(year.get(), quarter.get(), length + of + 1));
  }

  private Optional<Unit> monthOrDay(int i) {
    int month = monthNamed(i);
    if (month > 0) {
      Optional<Integer> day = dayOfMonth(i + 1);
      if (day.isPresent() && year(i + 2).isPresent()) {
        return day(year(i + 2).get(), month, day.get(), 3);
      }
      int of = words.at(i + 1, "of") ? 1 : 0;
      Optional<Integer> year = year(i + 1 + of);
      return Optional.of(
          year.map(y -> month(y, month, 2 + of)).orElse(new Unit(null, null, month, 1)));
    }
    Optional<Integer> day = dayOfMonth(i);
    int of = words.at(i + 1, "of") ? 1 : 0;
    int named = monthNamed(i + 1 + of);
    if (day.isPresent() && named > 0 && year(i + 2 + of).isPresent()) {
      return day(year(i + 2 + of).get(), named, day.get(), 3 + of);
    }
    return Optional.empty();
  }

  private int monthNamed(int i) {
    if (!words.free(i) || words.get(i).kind() != Words.Kind.WORD) {
      return 0;
    }
    return monthOf(words.get(i).lower());
  }

  /** 1 for January to 12; 0 for other words. */
  static int monthOf(String lower) {
    for (int month = 1; month <= 12; month++) {
      String full =
          java.time.Month.of(month)
              .getDisplayName(TextStyle.FULL, Locale.ENGLISH)
              .toLowerCase(Locale.ROOT);
      if (lower.equals(full)
          || lower.equals(MONTHS.get(month - 1))
          || lower.equals("sept") && month == 9) {
        return month;
      }
    }
    return 0;
  }

  private Optional<Integer> year(int i) {
    return words.free(i) && words.get(i).isYear()
        ? Optional.of(Integer.parseInt(words.get(i).text()))
        : Optional.empty();
  }

  private Optional<Integer> quarter(int i) {
    String sign = words.language() == Language.ENGLISH ? "q[1-4]" : "[qt][1-4]";
    return words.free(i) && words.get(i).lower().matches(sign)
        ? Optional.of(words.get(i).lower().charAt(1) - '0')
        : Optional.empty();
  }

  private Optional<Integer> dayOfMonth(int i) {
    return words.free(i) && words.get(i).lower().matches("([12]?\\d|3[01])(st|nd|rd|th)?")
        ? Optional.of(Integer.parseInt(words.get(i).lower().replaceAll("\\D", "")))
        : Optional.empty();
  }

  private static Optional<Integer> ordinal(String word) {
    return switch (word) {
      case "first", "1st" -> Optional.of(1);
      case "second", "2nd" -> Optional.of(2);
      case "third", "3rd" -> Optional.of(3);
      case "fourth", "4th" -> Optional.of(4);
      default -> Optional.empty();
    };
  }

  private static Unit quarter(int year, int quarter, int words) {
    LocalDate from = LocalDate.of(year, quarter * 3 - 2, 1);
    return new Unit(from, from.plusMonths(3), 0, words);
  }

  /** A month of a year. */
  static Unit month(int year, int month, int words) {
    LocalDate from = LocalDate.of(year, month, 1);
    return new Unit(from, from.plusMonths(1), 0, words);
  }

  private Optional<Unit> day(int year, int month, int day, int length) {
    return day("%04d-%02d-%02d".formatted(year, month, day), length);
  }

  private Optional<Unit> day(String iso, int length) {
    try {
      LocalDate day = LocalDate.parse(iso);
      return Optional.of(new Unit(day, day.plusDays(1), 0, length));
    } catch (DateTimeException e) {
      throw Reading.Stopped.unclear(words.say("no-such-day", iso));
    }
  }

  private static LocalDate start(LocalDate day, Grain grain) {
    return Periods.start(day.atStartOfDay(), grain).toLocalDate();
  }

  static LocalDate plus(LocalDate day, Grain grain, int count) {
    return Periods.plus(day.atStartOfDay(), grain, count).toLocalDate();
  }
}

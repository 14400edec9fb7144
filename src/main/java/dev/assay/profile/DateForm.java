package dev.assay.profile;

import dev.assay.model.MonthLanguage;
import java.util.List;
import java.util.Set;

/**
 * How one text writes a point in time.
 *
 * @param kind what the text says
 * @param readings how it may be read: one where the order of its parts is plain
 * @param style how a text of doubtful order is written; the order is settled for each style
 * @param time its time of day, or {@link TimeForm#NONE}
 * @param iso whether an engine reads it with no format given
 * @param digits whether it is a number as well
 * @param shortYear its two digits of a year where that is plain, else its three numbers; empty
 *     where it has four digits
 * @param languages in which its month is named; empty where months are numbers
 * @param plain whether names in it are plain English, such as Jan and January
 * @param weekday the day of the week that it names, Monday being 1, or 0
 */
record DateForm(
    Kind kind,
    List<Reading> readings,
    String style,
    TimeForm time,
    boolean iso,
    boolean digits,
    List<Integer> shortYear,
    Set<MonthLanguage> languages,
    boolean plain,
    int weekday) {

  /** What a text says. */
  enum Kind {
    /** A day, with or without a time. */
    DAY,
    /** A whole month. */
    MONTH,
    /** A quarter of a year. */
    QUARTER,
    /** A week of a year. */
    WEEK,
    /** A time of day, or a duration. */
    CLOCK,
    /** Seconds or milliseconds since 1970. */
    EPOCH,
    /** The number of a day in a spreadsheet. */
    SERIAL;

    /** Whether it stands for more than a day. */
    boolean coarse() {
      return this == MONTH || this == QUARTER || this == WEEK;
    }
  }

  /** The order of a date's parts. */
  enum Order {
    PLAIN(""),
    DAY_FIRST("D/M"),
    MONTH_FIRST("M/D"),
    YEAR_FIRST("Y/M/D");

    private final String choice;

    Order(String choice) {
      this.choice = choice;
    }

    /** As a person answers it. */
    String choice() {
      return choice;
    }
  }

  /**
   * A reading.
   *
   * @param order of the parts
   * @param format of {@code strptime}, or a word for numbers
   * @param exists whether it is a date of the calendar
   * @param parts the numbers as written, in order; empty where the order is plain
   */
  record Reading(Order order, String format, boolean exists, List<Integer> parts) {}

  static DateForm plain(Kind kind, String format, TimeForm time, boolean iso, boolean digits) {
    return new DateForm(
        kind,
        List.of(new Reading(Order.PLAIN, format, true, List.of())),
        "",
        time,
        iso,
        digits,
        List.of(),
        Set.of(),
        true,
        0);
  }

  boolean open() {
    return readings.size() > 1;
  }

  boolean fits(Order order) {
    return readings.stream().anyMatch(reading -> reading.order() == order && reading.exists());
  }

  /** The two digits of its year under an order, or -1 where it has four. */
  int shortYear(Order order) {
    return shortYear.isEmpty()
        ? -1
        : order == Order.YEAR_FIRST ? shortYear.getFirst() : shortYear.getLast();
  }

  boolean timed() {
    return time != TimeForm.NONE || kind == Kind.EPOCH;
  }

  boolean zoned() {
    return time.zone() || kind == Kind.EPOCH;
  }

  /** The same between two texts. */
  DateForm within(String before, String behind) {
    return new DateForm(
        kind,
        readings.stream()
            .map(reading ->
                new Reading(
                    reading.order(),
                    before + reading.format() + behind,
                    reading.exists(),
                    reading.parts()))
            .toList(),
        style.isEmpty() ? "" : style + "f",
        time,
        false,
        false,
        shortYear,
        languages,
        plain,
        weekday);
  }

  DateForm withWeekday(int day, boolean english, String before) {
    return new DateForm(
        kind,
        readings.stream()
            .map(reading ->
                new Reading(
                    reading.order(), before + reading.format(), reading.exists(), reading.parts()))
            .toList(),
        style.isEmpty() ? "" : style + "w",
        time,
        false,
        false,
        shortYear,
        languages,
        plain && english,
        day);
  }
}

package dev.assay.profile;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * How one text writes a point in time.
 *
 * @param dayFirst its {@code strptime} format; where it begins with day or month, with the day
 *     first
 * @param monthFirst the same with the month first, or null where the order is plain
 * @param fitsDayFirst whether the day-first reading is a date of the calendar
 * @param fitsMonthFirst whether the month-first reading is
 * @param date whether it holds a date
 * @param time whether it holds a time of day
 * @param zone whether it holds an offset from UTC
 * @param iso whether an engine reads it with no format given
 * @param compact whether it is digits only
 * @param clock whether its time is that of a clock and no duration: an hour of two digits, or AM
 *     and PM
 */
record DateForm(
    String dayFirst,
    String monthFirst,
    boolean fitsDayFirst,
    boolean fitsMonthFirst,
    boolean date,
    boolean time,
    boolean zone,
    boolean iso,
    boolean compact,
    boolean clock) {

  private static final String MONTH =
      "(?<month>Jan(?:uary)?|Feb(?:ruary)?|Mar(?:ch)?|Apr(?:il)?|May|June?|July?|Aug(?:ust)?|Sep(?:tember)?"
          + "|Oct(?:ober)?|Nov(?:ember)?|Dec(?:ember)?)";
  private static final String WEEKDAY =
      "(?<weekday>(?:Mon|Tue|Wed|Thu|Fri|Sat|Sun)|(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day)?(?<weekdayend>,? )?";

  private static final Pattern YEAR_FIRST =
      pattern("(?<year>\\d{4})(?<one>[-/.])(?<mm>\\d{1,2})\\k<one>(?<day>\\d{1,2})");
  private static final Pattern YEAR_LAST =
      pattern("(?<first>\\d{1,2})(?<one>[-/.])(?<second>\\d{1,2})\\k<one>(?<year>\\d{4}|\\d{2})");
  private static final Pattern COMPACT = pattern("(?<year>\\d{4})(?<mm>\\d{2})(?<day>\\d{2})");
  private static final Pattern DAY_NAME =
      pattern(
          WEEKDAY
              + "(?<day>\\d{1,2})(?<one>[-/. ]|\\. )"
              + MONTH
              + "(?<two>[-/. ,]|, )(?<year>\\d{4}|\\d{2})");
  private static final Pattern NAME_DAY =
      pattern(
          WEEKDAY + MONTH + "(?<one>[-/ ]|\\. )(?<day>\\d{1,2})(?<two>[-/ ,]|, )(?<year>\\d{4})");
  private static final Pattern YEAR_NAME =
      pattern("(?<year>\\d{4})(?<one>[-/ ])" + MONTH + "(?<two>[-/ ])(?<day>\\d{1,2})");

  private static final Pattern TIME =
      Pattern.compile(
          "(?<hour>\\d{1,2}):(?<minute>\\d{2})(?<seconds>:(?<second>\\d{2})(?<fraction>\\.\\d{1,6})?)?"
              + "(?<noon>(?<gap> ?)(?<ampm>[AaPp][Mm]))?(?<zone>(?<zonegap> ?)(?:Z|[+-]\\d{2}(?::?\\d{2})?))?");

  private static Pattern pattern(String date) {
    return Pattern.compile(
        date + "(?:(?<join>[T ]|, )(?<time>\\d{1,2}:.*))?", Pattern.CASE_INSENSITIVE);
  }

  static Optional<DateForm> of(String text) {
    String value = text.strip();
    if (value.length() < 4 || value.length() > 45 || !Character.isLetterOrDigit(value.charAt(0))) {
      return Optional.empty();
    }
    if (value.charAt(0) <= '9' && value.indexOf(':') > 0 && value.indexOf(':') <= 2) {
      return timeOfDay(value);
    }
    for (Pattern pattern : List.of(YEAR_FIRST, YEAR_LAST, DAY_NAME, NAME_DAY, YEAR_NAME, COMPACT)) {
      Matcher match = pattern.matcher(value);
      if (match.matches()) {
        return dated(pattern, match);
      }
    }
    return Optional.empty();
  }

  private static Optional<DateForm> timeOfDay(String value) {
    return time(value)
        .filter(time -> !time.zone())
        .map(time ->
            new DateForm(
                time.format(),
                null,
                true,
                true,
                false,
                true,
                false,
                time.iso(),
                false,
                time.clock()));
  }

  private static Optional<DateForm> dated(Pattern pattern, Matcher match) {
    TimeForm time = new TimeForm("", false, true, false);
    boolean timed = match.group("time") != null;
    if (timed) {
      Optional<TimeForm> found = time(match.group("time"));
      if (found.isEmpty()) {
        return Optional.empty();
      }
      time = found.get();
    }
    String tail = timed ? match.group("join") + time.format() : "";
    String year = match.group("year").length() == 4 ? "%Y" : "%y";
    int yearNumber = Integer.parseInt(match.group("year"));
    int fullYear = year.equals("%Y") ? yearNumber : yearNumber + (yearNumber < 69 ? 2000 : 1900);
    if (pattern == YEAR_LAST) {
      int first = Integer.parseInt(match.group("first"));
      int second = Integer.parseInt(match.group("second"));
      String sign = match.group("one");
      boolean dayFirst = exists(fullYear, second, first);
      boolean monthFirst = exists(fullYear, first, second);
      if (!dayFirst && !monthFirst) {
        return Optional.empty();
      }
      return Optional.of(
          new DateForm(
              "%d" + sign + "%m" + sign + year + tail,
              "%m" + sign + "%d" + sign + year + tail,
              dayFirst,
              monthFirst,
              true,
              timed,
              time.zone(),
              false,
              false,
              true));
    }
    boolean named = pattern == DAY_NAME || pattern == NAME_DAY || pattern == YEAR_NAME;
    int month = named ? month(match.group("month")) : Integer.parseInt(match.group("mm"));
    if (!exists(fullYear, month, Integer.parseInt(match.group("day")))) {
      return Optional.empty();
    }
    String format =
        named
            ? named(pattern, match, year)
            : pattern == COMPACT
                ? "%Y%m%d"
                : "%Y" + match.group("one") + "%m" + match.group("one") + "%d";
    boolean iso =
        pattern == YEAR_FIRST
            && match.group("one").equals("-")
            && time.iso()
            && !", ".equals(match.group("join"));
    return Optional.of(
        new DateForm(
            format + tail,
            null,
            true,
            true,
            true,
            timed,
            time.zone(),
            iso,
            pattern == COMPACT && !timed,
            true));
  }

  private static String named(Pattern pattern, Matcher match, String year) {
    String name = match.group("month").length() == 3 ? "%b" : "%B";
    String one = match.group("one");
    String two = match.group("two");
    if (pattern == YEAR_NAME) {
      return year + one + name + two + "%d";
    }
    String weekday = match.group("weekday");
    String gap = match.group("weekdayend") == null ? "" : match.group("weekdayend");
    String before = weekday == null ? gap : (weekday.length() == 3 ? "%a" : "%A") + gap;
    return before
        + (pattern == DAY_NAME ? "%d" + one + name + two + year : name + one + "%d" + two + year);
  }

  private record TimeForm(String format, boolean zone, boolean iso, boolean clock) {}

  private static Optional<TimeForm> time(String text) {
    Matcher match = TIME.matcher(text);
    if (!match.matches()) {
      return Optional.empty();
    }
    boolean noon = match.group("noon") != null;
    int hour = Integer.parseInt(match.group("hour"));
    boolean valid =
        (noon ? hour >= 1 && hour <= 12 : hour <= 23)
            && Integer.parseInt(match.group("minute")) < 60
            && (match.group("seconds") == null || Integer.parseInt(match.group("second")) < 60);
    if (!valid) {
      return Optional.empty();
    }
    boolean zone = match.group("zone") != null;
    String format =
        (noon ? "%I" : "%H")
            + ":%M"
            + (match.group("seconds") == null ? "" : ":%S")
            + (match.group("fraction") == null ? "" : ".%f")
            + (noon ? match.group("gap") + "%p" : "")
            + (zone ? match.group("zonegap") + "%z" : "");
    return Optional.of(
        new TimeForm(format, zone, !noon, noon || match.group("hour").length() == 2));
  }

  private static int month(String name) {
    return "janfebmaraprmayjunjulaugsepoctnovdec"
                .indexOf(name.substring(0, 3).toLowerCase(Locale.ROOT))
            / 3
        + 1;
  }

  private static boolean exists(int year, int month, int day) {
    try {
      LocalDate.of(year, month, day);
      return year > 0;
    } catch (DateTimeException e) {
      return false;
    }
  }
}

package dev.assay.profile;

import dev.assay.model.MonthLanguage;
import dev.assay.profile.DateForm.Kind;
import dev.assay.profile.DateForm.Order;
import dev.assay.profile.DateForm.Reading;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Recognises the texts that write a point in time with digits; names are left to others. */
final class DateText {
  private static final int LONGEST = 60;

  private static final String FRAME_ENDS = ".]r";

  private static final Pattern YEAR_FIRST =
      timed("(?<year>\\d{4})(?<one>[-/._ ])(?<mm>\\d{1,2})\\k<one>(?<day>\\d{1,2})");

  /** As XML has days; a day has no zone that would matter. */
  private static final Pattern ZONED_DAY =
      Pattern.compile(
          "(?<year>\\d{4})-(?<mm>\\d{2})-(?<day>\\d{2})(?:Z|[+-](?:0\\d|1[0-4]):[0-5]\\d)");

  private static final Pattern TRIPLE =
      timed(
          "(?<first>\\d{1,2})(?<one>[-/ ]|\\. ?)(?<second>\\d{1,2})\\k<one>(?<third>\\d{4}|\\d{2})");
  static final Pattern COMPACT = timed("(?<year>\\d{4})(?<mm>\\d{2})(?<day>\\d{2})");
  private static final Pattern IDEOGRAPHS =
      timed("(?<year>\\d{4})年(?<mm>\\d{1,2})月(?<day>\\d{1,2})日");
  private static final Pattern WEEK =
      Pattern.compile("(?<year>\\d{4})(?<one>-?)W(?<week>\\d{2})(?:(?<two>-?)(?<day>[1-7]))?");
  private static final Pattern QUARTER =
      Pattern.compile("(?<year>\\d{4})(?<one>[- /]?)(?<q>[Qq])(?<number>[1-4])");
  private static final Pattern QUARTER_FIRST =
      Pattern.compile("(?<q>[Qq])(?<number>[1-4])(?<one>[- /]?)(?<year>\\d{4})");
  private static final Pattern MONTH = Pattern.compile("(?<year>\\d{4})-(?<mm>\\d{2})");
  private static final Pattern MONTH_FIRST =
      Pattern.compile("(?<mm>\\d{1,2})(?<one>[-/])(?<year>\\d{4})");

  /** So may be written what only its repetition tells from a number within a year. */
  static final Pattern PADDED_MONTH = Pattern.compile("\\d{2}/\\d{4}");

  /** Which numbers may stand for a point in time. */
  enum Numbers {
    /** Only those that are written as a date is, such as 20210105. */
    WRITTEN,
    /** Those that count seconds or milliseconds as well. */
    INSTANTS,
    /** Those that count days as well, and months such as 01/2021. */
    ANY
  }

  private DateText() {}

  private static Pattern timed(String date) {
    return Pattern.compile(
        date + "(?:(?<join>[T ]|, | - )(?<time>\\d{1,2}:.*))?", Pattern.CASE_INSENSITIVE);
  }

  /**
   * How a text may be read, if it is a date or a time.
   *
   * @param numbers which numbers may be dates, since the column is said to hold some
   */
  static Optional<DateForm> of(String text, Numbers numbers) {
    String value = text.strip();
    if (value.length() < 4 || value.length() > LONGEST) {
      return Optional.empty();
    }
    char first = value.charAt(0);
    if (first == '[' || FRAME_ENDS.indexOf(value.charAt(value.length() - 1)) >= 0) {
      Optional<DateForm> framed = FramedDate.of(value, numbers);
      if (framed.isPresent()) {
        return framed;
      }
    }
    if (Character.isLetter(first)) {
      return quarter(QUARTER_FIRST.matcher(value), true).or(() -> NamedDate.of(value));
    }
    if (first < '0' || first > '9') {
      return Optional.empty();
    }
    int colon = value.indexOf(':');
    if (colon > 0 && colon <= 2) {
      return TimeForm.of(value)
          .filter(time -> !time.zone())
          .map(time -> DateForm.plain(Kind.CLOCK, time.format(), time, time.iso(), false));
    }
    Optional<TimeForm> spoken = TimeForm.spoken(value);
    if (spoken.isPresent()) {
      return spoken.map(time -> DateForm.plain(Kind.CLOCK, time.format(), time, false, false));
    }
    return NumberDate.digits(value)
        ? NumberDate.of(value, numbers)
        : written(value, numbers).or(() -> NamedDate.of(value));
  }

  private static Optional<DateForm> written(String value, Numbers numbers) {
    Matcher match = YEAR_FIRST.matcher(value);
    if (match.matches()) {
      String sign = match.group("one");
      return date(match, "%Y" + sign + "%m" + sign + "%d", Kind.DAY, sign.equals("-"), false);
    }
    match = ZONED_DAY.matcher(value);
    if (match.matches()) {
      return exists(
              Integer.parseInt(match.group("year")),
              Integer.parseInt(match.group("mm")),
              Integer.parseInt(match.group("day")))
          ? Optional.of(DateForm.plain(Kind.DAY, "%Y-%m-%d%z", TimeForm.NONE, false, false))
          : Optional.empty();
    }
    match = TRIPLE.matcher(value);
    if (match.matches()) {
      return triple(match, numbers);
    }
    match = MONTH.matcher(value);
    if (match.matches()) {
      return month(match, "%Y-%m");
    }
    match = MONTH_FIRST.matcher(value);
    if (match.matches() && (numbers == Numbers.ANY || PADDED_MONTH.matcher(value).matches())) {
      return month(match, "%m" + match.group("one") + "%Y");
    }
    match = COMPACT.matcher(value);
    if (match.matches()) {
      return date(match, "%Y%m%d", Kind.DAY, false, false);
    }
    Optional<DateForm> compact = NumberDate.compactTime(value);
    if (compact.isPresent()) {
      return compact;
    }
    match = WEEK.matcher(value);
    if (match.matches()) {
      return week(match);
    }
    match = IDEOGRAPHS.matcher(value);
    return match.matches()
        ? date(match, "%Y年%m月%d日", Kind.DAY, false, false)
        : quarter(QUARTER.matcher(value), false);
  }

  static Optional<DateForm> date(
      Matcher match, String format, Kind kind, boolean iso, boolean digits) {
    Optional<TimeForm> time = time(match);
    int year = Integer.parseInt(match.group("year"));
    int month = Integer.parseInt(match.group("mm"));
    if (time.isEmpty()
        || !exists(year, month, Integer.parseInt(match.group("day")))
        || year < 1000 && !iso) {
      return Optional.empty();
    }
    String join = match.group("join");
    boolean plainJoin = join == null || join.equals(" ") || join.equals("T");
    return Optional.of(
        DateForm.plain(
            kind,
            format + tail(match, time.get()),
            time.get(),
            iso && time.get().iso() && plainJoin,
            digits));
  }

  /** The time of day after a date; empty where what stands there is none. */
  static Optional<TimeForm> time(Matcher match) {
    String time = match.group("time");
    return time == null ? Optional.of(TimeForm.NONE) : TimeForm.of(time);
  }

  static String tail(Matcher match, TimeForm time) {
    return match.group("time") == null ? "" : match.group("join") + time.format();
  }

  private static Optional<DateForm> triple(Matcher match, Numbers numbers) {
    Optional<TimeForm> time = time(match);
    String sign = match.group("one");
    boolean shortYear = match.group("third").length() == 2;
    boolean padded = match.group("first").length() == 2 && match.group("second").length() == 2;
    // '1.2.10' is a version sooner than a date, unless the name says so; '06 12 34' is a phone.
    boolean dotted = sign.startsWith(".") && numbers == Numbers.ANY;
    if (time.isEmpty()
        || shortYear && (sign.equals(" ") || !sign.equals("/") && !padded && !dotted)) {
      return Optional.empty();
    }
    int one = Integer.parseInt(match.group("first"));
    int two = Integer.parseInt(match.group("second"));
    int three = Integer.parseInt(match.group("third"));
    List<Integer> parts = List.of(one, two, three);
    int year = shortYear ? year(three) : three;
    String tail = tail(match, time.get());
    String last = sign + (shortYear ? "%y" : "%Y") + tail;
    List<Reading> readings = new ArrayList<>();
    readings.add(
        new Reading(Order.DAY_FIRST, "%d" + sign + "%m" + last, exists(year, two, one), parts));
    readings.add(
        new Reading(Order.MONTH_FIRST, "%m" + sign + "%d" + last, exists(year, one, two), parts));
    if (shortYear && match.group("first").length() == 2) {
      readings.add(
          new Reading(
              Order.YEAR_FIRST,
              "%y" + sign + "%m" + sign + "%d" + tail,
              exists(year(one), two, three),
              parts));
    }
    if (readings.stream().noneMatch(Reading::exists) || !shortYear && year < 1000) {
      return Optional.empty();
    }
    return Optional.of(
        new DateForm(
            Kind.DAY,
            List.copyOf(readings),
            sign.substring(0, 1) + (shortYear ? "2" : "4") + (sign.length() > 1 ? "s" : ""),
            time.get(),
            false,
            false,
            shortYear ? parts : List.of(),
            Set.<MonthLanguage>of(),
            true,
            0));
  }

  /** Which century matters for the 29th of February alone, and there not for 1969 to 2068. */
  static int year(int twoDigits) {
    return twoDigits < 69 ? 2000 + twoDigits : 1900 + twoDigits;
  }

  private static Optional<DateForm> month(Matcher match, String format) {
    int year = Integer.parseInt(match.group("year"));
    int month = Integer.parseInt(match.group("mm"));
    return year >= 1800 && year <= 2200 && month >= 1 && month <= 12
        ? Optional.of(DateForm.plain(Kind.MONTH, format, TimeForm.NONE, false, false))
        : Optional.empty();
  }

  private static Optional<DateForm> week(Matcher match) {
    int week = Integer.parseInt(match.group("week"));
    boolean day = match.group("day") != null;
    if (week < 1 || week > 53) {
      return Optional.empty();
    }
    return Optional.of(
        DateForm.plain(
            day ? Kind.DAY : Kind.WEEK,
            "%G" + match.group("one") + "W%V" + (day ? match.group("two") + "%u" : ""),
            TimeForm.NONE,
            false,
            false));
  }

  private static Optional<DateForm> quarter(Matcher match, boolean first) {
    if (!match.matches()) {
      return Optional.empty();
    }
    String quarter = match.group("q") + "%q";
    return Optional.of(
        DateForm.plain(
            Kind.QUARTER,
            first ? quarter + match.group("one") + "%Y" : "%Y" + match.group("one") + quarter,
            TimeForm.NONE,
            false,
            false));
  }

  static boolean exists(int year, int month, int day) {
    try {
      LocalDate.of(year, month, day);
      return year > 0;
    } catch (DateTimeException e) {
      return false;
    }
  }
}

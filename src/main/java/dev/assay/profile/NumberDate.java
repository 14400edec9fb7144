package dev.assay.profile;

import dev.assay.profile.DateForm.Kind;
import dev.assay.profile.DateText.Numbers;
import dev.assay.sql.DateFormat;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Recognises points in time that are numbers: written without separators, or counted. */
final class NumberDate {
  /** Seconds and milliseconds count from 1990 to 2096. */
  private static final long FIRST_SECOND = 631_152_000L;

  private static final long LAST_SECOND = 3_999_999_999L;

  /** From 1954 to 2064: beside plain dates, or of births. */
  static final Serials WIDE = new Serials(20_000, 60_000);

  static final Serials NO_SERIALS = new Serials(1, 0);

  /** The first of January 2000. */
  private static final double FIRST_RECENT = 36_526;

  private static final LocalDate ZERO = LocalDate.of(1899, 12, 30);

  /** Which numbers may be the days of a spreadsheet. */
  record Serials(double first, double last) {
    boolean test(double serial) {
      return serial >= first && serial <= last;
    }

    /**
     * Where nothing but the name says that numbers are dates: other programs count the days from
     * other ones, and clocks the seconds of a day.
     */
    static Serials named(String name, LocalDate today) {
      return DateNames.birth(name)
          ? WIDE
          : DateNames.stamp(name)
              ? NO_SERIALS
              : new Serials(FIRST_RECENT, ChronoUnit.DAYS.between(ZERO, today.plusYears(2)));
    }
  }

  private static final Pattern COMPACT_TIME =
      Pattern.compile(
          "(?<day>\\d{8})(?<join>[T_ -]?)(?<hour>\\d{2})(?<minute>\\d{2})(?<second>\\d{2})?"
              + "(?<fraction>\\.\\d{1,6})?(?<zone>Z|[+-]\\d{2}:?\\d{2})?");

  private NumberDate() {}

  /** Whether a text is a number of so many digits as a date may have. */
  static boolean digits(String value) {
    for (int i = 0; i < value.length(); i++) {
      char c = value.charAt(i);
      if ((c < '0' || c > '9') && !(c == '.' && value.indexOf('.') == i && (i == 5 || i == 10))) {
        return false;
      }
    }
    return true;
  }

  static Optional<DateForm> of(String value, Numbers numbers) {
    if (value.indexOf('.') < 0) {
      if (value.length() == 8) {
        Matcher match = DateText.COMPACT.matcher(value);
        return match.matches()
            ? DateText.date(match, "%Y%m%d", Kind.DAY, false, true)
            : Optional.empty();
      }
      if (value.length() == 14 || value.length() == 12) {
        return compactTime(value);
      }
    }
    if (numbers == Numbers.WRITTEN) {
      return Optional.empty();
    }
    int whole = value.indexOf('.') < 0 ? value.length() : value.indexOf('.');
    if (whole == 5 && numbers == Numbers.ANY) {
      return WIDE.test(Double.parseDouble(value))
          ? Optional.of(
              DateForm.plain(Kind.SERIAL, DateFormat.EXCEL_SERIAL, TimeForm.NONE, false, true))
          : Optional.empty();
    }
    if (whole == 9 || whole == 10) {
      long second = Long.parseLong(value.substring(0, whole));
      return second >= FIRST_SECOND && second <= LAST_SECOND && value.length() - whole <= 7
          ? epoch(DateFormat.EPOCH_SECONDS)
          : Optional.empty();
    }
    if (value.length() == 12 || value.length() == 13) {
      long second = Long.parseLong(value) / 1000;
      return second >= FIRST_SECOND && second <= LAST_SECOND
          ? epoch(DateFormat.EPOCH_MILLISECONDS)
          : Optional.empty();
    }
    return Optional.empty();
  }

  private static Optional<DateForm> epoch(String format) {
    return Optional.of(DateForm.plain(Kind.EPOCH, format, TimeForm.NONE, false, true));
  }

  static Optional<DateForm> compactTime(String value) {
    Matcher match = COMPACT_TIME.matcher(value);
    if (!match.matches()) {
      return Optional.empty();
    }
    String day = match.group("day");
    String fraction = match.group("fraction");
    boolean seconds = match.group("second") != null;
    boolean valid =
        DateText.exists(
                Integer.parseInt(day.substring(0, 4)),
                Integer.parseInt(day.substring(4, 6)),
                Integer.parseInt(day.substring(6)))
            && day.charAt(0) != '0'
            && Integer.parseInt(match.group("hour")) < 24
            && Integer.parseInt(match.group("minute")) < 60
            && (!seconds || Integer.parseInt(match.group("second")) < 60)
            && (seconds || fraction == null);
    if (!valid) {
      return Optional.empty();
    }
    boolean zone = match.group("zone") != null;
    String join = match.group("join");
    TimeForm time =
        new TimeForm(
            "%H%M" + (seconds ? "%S" : "") + (fraction == null ? "" : ".%f") + (zone ? "%z" : ""),
            zone,
            false,
            true);
    boolean digits = join.isEmpty() && fraction == null && !zone;
    return Optional.of(
        DateForm.plain(Kind.DAY, "%Y%m%d" + join + time.format(), time, false, digits));
  }
}

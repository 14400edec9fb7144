package dev.assay.source.excel;

import java.time.LocalDate;

/**
 * Days since an epoch, with the time as a fraction, as ISO texts. Excel's own calendar holds: in
 * the 1900 system the day 60 is 1900-02-29, which never was, and the day 0 is 1900-01-00.
 */
final class SerialDate {
  private static final long DAY = 86_400_000;

  /** 9999-12-31 in the 1900 system. */
  private static final int LAST = 2_958_465;

  private static final long EPOCH_1904 = LocalDate.of(1904, 1, 1).toEpochDay();
  private static final long EPOCH_1900 = LocalDate.of(1899, 12, 31).toEpochDay();
  private static final int FEIGNED = 60;

  private SerialDate() {}

  /** Whether it is a day that Excel shows. */
  static boolean isDate(double serial) {
    return serial >= 0 && serial < LAST + 1;
  }

  /** {@code 2024-01-15}, with the time where there is one or {@code timed} asks for it. */
  static String date(double serial, boolean date1904, boolean timed) {
    long milliseconds = Math.round(serial * DAY);
    StringBuilder text = new StringBuilder(23);
    day(text, milliseconds / DAY, date1904);
    if (timed || milliseconds % DAY != 0) {
      time(text.append(' '), milliseconds % DAY);
    }
    return text.toString();
  }

  /** {@code 13:45:00}, after the day where there is one. */
  static String time(double serial, boolean date1904) {
    long milliseconds = Math.round(serial * DAY);
    return milliseconds >= DAY
        ? date(serial, date1904, true)
        : time(new StringBuilder(12), milliseconds).toString();
  }

  /** {@code 26:30:00}: hours may be more than 24 and less than none. */
  static String duration(double serial) {
    long milliseconds = Math.round(Math.abs(serial) * DAY);
    StringBuilder text = new StringBuilder(12);
    return time(serial < 0 && milliseconds > 0 ? text.append('-') : text, milliseconds).toString();
  }

  private static void day(StringBuilder text, long day, boolean date1904) {
    if (!date1904 && (day == 0 || day == FEIGNED)) {
      text.append(day == 0 ? "1900-01-00" : "1900-02-29");
      return;
    }
    long epoch = date1904 ? EPOCH_1904 : day > FEIGNED ? EPOCH_1900 - 1 : EPOCH_1900;
    LocalDate date = LocalDate.ofEpochDay(epoch + day);
    text.append(date.getYear());
    two(text.append('-'), date.getMonthValue());
    two(text.append('-'), date.getDayOfMonth());
  }

  private static StringBuilder time(StringBuilder text, long milliseconds) {
    two(text, milliseconds / 3_600_000);
    two(text.append(':'), milliseconds / 60_000 % 60);
    two(text.append(':'), milliseconds / 1_000 % 60);
    long rest = milliseconds % 1_000;
    if (rest > 0) {
      text.append('.').append((char) ('0' + rest / 100));
      text.append((char) ('0' + rest / 10 % 10)).append((char) ('0' + rest % 10));
    }
    return text;
  }

  private static void two(StringBuilder text, long number) {
    if (number < 10) {
      text.append('0');
    }
    text.append(number);
  }
}

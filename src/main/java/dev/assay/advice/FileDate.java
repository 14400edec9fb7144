package dev.assay.advice;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The day or the month that the name of a file or a sheet says, with the year first. */
final class FileDate {
  private static final Pattern DAY =
      Pattern.compile("(?<!\\d)((?:19|20)\\d{2})([-_. ]?)(\\d{2})\\2(\\d{2})(?!\\d)");
  private static final Pattern MONTH =
      Pattern.compile("(?<!\\d)((?:19|20)\\d{2})[-_. ](\\d{2})(?!\\d)(?![-_.]\\d)");

  private FileDate() {}

  /** The last day that a name allows; empty where it says none. */
  static Optional<LocalDate> last(String name) {
    try {
      Matcher day = DAY.matcher(name);
      if (day.find()) {
        return Optional.of(
            LocalDate.of(
                Integer.parseInt(day.group(1)),
                Integer.parseInt(day.group(3)),
                Integer.parseInt(day.group(4))));
      }
      Matcher month = MONTH.matcher(name);
      return month.find()
          ? Optional.of(
              YearMonth.of(Integer.parseInt(month.group(1)), Integer.parseInt(month.group(2)))
                  .atEndOfMonth())
          : Optional.empty();
    } catch (DateTimeException _) {
      return Optional.empty();
    }
  }
}

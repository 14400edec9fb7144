package dev.assay.advice;

import dev.assay.model.ColumnProfile.Numeric;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** Numbers and dates that programs write where they have no value, and when they stand out. */
final class Sentinels {
  private static final Pattern NUMBER = Pattern.compile("-1|-9+|9{2,}");

  private static final Set<String> FIRST_DAYS =
      Set.of(
          "0001-01-01",
          "0001-01-01 (BC)",
          "1111-11-11",
          "1753-01-01",
          "1800-01-01",
          "1899-12-30",
          "1899-12-31",
          "1900-01-01",
          "1901-01-01",
          "1970-01-01");

  private static final Set<String> LAST_DAYS =
      Set.of(
          "2099-12-31",
          "2100-01-01",
          "2199-12-31",
          "2999-01-01",
          "2999-12-31",
          "3000-01-01",
          "9999-01-01",
          "9999-12-30",
          "9999-12-31");

  private static final BigDecimal FAR = BigDecimal.valueOf(1.5);
  private static final BigDecimal VERY_FAR = BigDecimal.valueOf(5);

  private static final int YEARS_BEFORE = 1;
  private static final int YEARS_AFTER = 10;

  private Sentinels() {}

  /** Whether a number, as an engine writes it, is one of those. */
  static boolean number(String text) {
    return plain(text)
        .filter(number -> NUMBER.matcher(number.toPlainString()).matches())
        .isPresent();
  }

  /** Whether a point in time, as an engine writes it, is the midnight of such a day. */
  static boolean day(String text) {
    String day = date(text);
    return day != null && (FIRST_DAYS.contains(day) || LAST_DAYS.contains(day));
  }

  /** Whether the quartiles leave room for a number to stand out: if not, no row need be read. */
  static boolean mayStandOut(String text, Numeric numbers) {
    double number = Double.parseDouble(text);
    if (numbers == null || number == numbers.q25() || number == numbers.q75()) {
      return true;
    }
    return number < 0
        ? numbers.q25() >= 0 || -number >= VERY_FAR.doubleValue() * -numbers.q25()
        : number >= FAR.doubleValue() * numbers.q75();
  }

  /** How a number stands out of all others, as part of a sentence; empty where it does not. */
  static Optional<String> outOfNumbers(String value, String least, String greatest) {
    Optional<BigDecimal> number = plain(value);
    Optional<BigDecimal> low = plain(least);
    Optional<BigDecimal> high = plain(greatest);
    if (number.isEmpty() || low.isEmpty() || high.isEmpty()) {
      return Optional.empty();
    }
    if (number.get().signum() < 0) {
      BigDecimal widest = low.get().abs().max(high.get().abs());
      boolean far =
          number.get().abs().compareTo(widest.multiply(VERY_FAR)) >= 0
              && number.get().compareTo(BigDecimal.TEN.negate()) < 0;
      return low.get().signum() >= 0 || far
          ? Optional.of("all other values are at least " + least)
          : Optional.empty();
    }
    return number.get().compareTo(high.get().multiply(FAR)) >= 0
        ? Optional.of("all other values are at most " + greatest)
        : Optional.empty();
  }

  /** How a day stands out of all others. */
  static Optional<String> outOfDays(String value, String least, String greatest) {
    try {
      LocalDate day = LocalDate.parse(date(value));
      if (FIRST_DAYS.contains(day.toString())) {
        return LocalDate.parse(least.substring(0, 10)).isAfter(day.plusYears(YEARS_BEFORE))
            ? Optional.of("all others are after " + least)
            : Optional.empty();
      }
      return LocalDate.parse(greatest.substring(0, 10)).isBefore(day.minusYears(YEARS_AFTER))
          ? Optional.of("all others are before " + greatest)
          : Optional.empty();
    } catch (DateTimeParseException | NullPointerException | StringIndexOutOfBoundsException _) {
      return Optional.empty();
    }
  }

  private static String date(String text) {
    return text.length() <= 10
        ? text
        : text.substring(10).matches("[ T]00:00:00(?:[.]0+)?(?:[+-]00(?::?00)?)?")
            ? text.substring(0, 10)
            : null;
  }

  private static Optional<BigDecimal> plain(String text) {
    if (text == null || !text.matches("[-+]?[0-9]+(?:[.][0-9]+)?")) {
      return Optional.empty();
    }
    BigDecimal number = new BigDecimal(text).stripTrailingZeros();
    return Optional.of(number.scale() < 0 ? number.setScale(0) : number);
  }
}

package dev.assay.profile;

import dev.assay.model.MonthLanguage;
import dev.assay.profile.DateForm.Kind;
import dev.assay.profile.DateOrders.Value;
import dev.assay.profile.DateText.Numbers;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Tells what looks like points in time from what is, by all of a column's values together. */
final class Lookalikes {
  private static final int FEW_HOURS = 3;

  private static final int MONTHS_OF_A_YEAR = 12;

  private static final Pattern THREE_LETTERS = Pattern.compile("\\p{L}{3}[- ][0-9]{4}");

  /** November in Polish is October in Croatian, and July is June. */
  private static final Pattern TWO_MONTHS =
      Pattern.compile("(?i)(?<!\\p{L})(?:listopada?|lis|lip)(?!\\p{L})");

  private Lookalikes() {}

  /** Takes away what only looks like points in time under this name. */
  static void remove(String name, Numbers numbers, List<Value> seen) {
    if (stamped(seen) || scattered(seen)) {
      seen.removeIf(value -> value.form().kind() == Kind.EPOCH);
    }
    if (numbers == Numbers.WRITTEN && running(seen)) {
      seen.removeIf(Lookalikes::timedDigits);
    }
    List<Value> papers =
        seen.stream()
            .filter(value -> DateText.PADDED_MONTH.matcher(value.text()).matches())
            .toList();
    if (numbers != Numbers.ANY && (IdentifierNames.keyLike(name) || !recurring(papers))) {
      seen.removeAll(papers);
    }
    if (DateNames.marks(name)) {
      // An article 2024-01 is the first of 2024, and MAR-2024 is one of many articles.
      seen.removeIf(value -> value.form().kind() == Kind.MONTH);
    } else if (!DateNames.dated(name) && !DateNames.ofMonths(name)) {
      if (oneMonth(seen.stream().map(Value::text).filter(Lookalikes::lettered))) {
        seen.removeIf(value -> lettered(value.text()));
      }
    }
    if (ofTwoMonths(seen) && seen.stream().anyMatch(value -> !named(value))) {
      // Beside other dates they are the odd ones.
      seen.removeIf(Lookalikes::named);
    }
    if (seasons(seen)) {
      seen.removeIf(value -> value.form().kind() == Kind.MONTH);
    }
  }

  /** Whether it may be a mark of three letters and a number, such as SUB-2024. */
  private static boolean lettered(String text) {
    return THREE_LETTERS.matcher(text).matches();
  }

  /** Whether texts that begin with three letters of a month all begin with the same. */
  private static boolean oneMonth(Stream<String> texts) {
    return texts.map(text -> MonthLanguage.plain(text.substring(0, 3))).distinct().count() == 1;
  }

  /** Whether all names of months among these are each of two months, in one language or another. */
  static boolean ofTwoMonths(List<Value> values) {
    return values.stream().anyMatch(Lookalikes::named)
        && values.stream()
            .filter(Lookalikes::named)
            .allMatch(value -> TWO_MONTHS.matcher(value.text()).find());
  }

  private static boolean named(Value value) {
    return !value.form().languages().isEmpty();
  }

  private static Stream<Value> epochs(List<Value> seen) {
    return seen.stream().filter(value -> value.form().kind() == Kind.EPOCH);
  }

  /** Whether most of what could be seconds begins with a date: 2021010512 is no instant. */
  private static boolean stamped(List<Value> seen) {
    long epochs = epochs(seen).mapToLong(Value::rows).sum();
    long stamps = epochs(seen).filter(value -> begins(value.text())).mapToLong(Value::rows).sum();
    return stamps > 0 && stamps * 2 >= epochs;
  }

  /** Whether what could be seconds differs as durations do, and instants do not. */
  private static boolean scattered(List<Value> seen) {
    double[] sizes =
        epochs(seen)
            .mapToDouble(value -> Double.parseDouble(value.text()))
            .map(number -> number >= 1e11 ? number / 1000 : number)
            .sorted()
            .toArray();
    return sizes.length > 0 && sizes[sizes.length - 1] > 2.5 * sizes[0];
  }

  private static boolean begins(String text) {
    int year = Integer.parseInt(text.substring(0, 4));
    return year >= 1950
        && year <= 2070
        && DateText.exists(
            year, Integer.parseInt(text.substring(4, 6)), Integer.parseInt(text.substring(6, 8)));
  }

  /** Whether the hours of moments written as digits are those of a running number: 0000, 0001. */
  private static boolean running(List<Value> seen) {
    return seen.stream()
            .filter(value -> timedDigits(value))
            .map(value -> value.text().substring(8, 10))
            .distinct()
            .count()
        < FEW_HOURS;
  }

  /** Whether a value is a day and a time in one row of digits. */
  private static boolean timedDigits(Value value) {
    return value.form().kind() == Kind.DAY && value.form().digits() && value.form().timed();
  }

  /**
   * Whether months such as 03/2024 come back, or lie in many years and end with the twelfth, as the
   * numbers of papers within a year do not.
   */
  private static boolean recurring(List<Value> months) {
    long rows = months.stream().mapToLong(Value::rows).sum();
    long years = months.stream().map(value -> value.text().substring(3)).distinct().count();
    return months.size() >= 3 && rows >= 2L * months.size()
        || months.size() >= MONTHS_OF_A_YEAR && years >= 3;
  }

  /** Whether 2010-11 and all others like it are a year and the next one. */
  private static boolean seasons(List<Value> seen) {
    List<String> months =
        seen.stream()
            .filter(value -> value.form().kind() == Kind.MONTH)
            .map(Value::text)
            .filter(text -> text.length() == 7 && text.charAt(4) == '-')
            .toList();
    return !months.isEmpty()
        && months.stream()
            .allMatch(text ->
                (Integer.parseInt(text.substring(0, 4)) + 1) % 100
                    == Integer.parseInt(text.substring(5)));
  }
}

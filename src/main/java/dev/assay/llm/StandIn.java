package dev.assay.llm;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Replaces values by stand-ins of the same shape: letters by {@code x} and {@code X}, digits by
 * {@code 9}. Nobody can turn a stand-in back, however much of the rest they know.
 */
public final class StandIn {
  /** Longer texts tell nothing more of their shape. */
  static final int LONGEST = 80;

  private static final Pattern PERSONAL =
      Pattern.compile(
          String.join(
              "|",
              // E-mail.
              "[^\\s@,;<>\"']+@[^\\s@,;<>\"']+\\.[^\\s@,;<>\"']+",
              // IBAN, with or without blanks.
              "\\b[A-Za-z]{2}\\d{2}(?:[ -]?[A-Za-z0-9]{4}){2,7}(?:[ -]?[A-Za-z0-9]{1,4})?\\b",
              // Addresses of machines.
              "\\b\\d{1,3}(?:\\.\\d{1,3}){3}\\b",
              "\\b(?:[0-9A-Fa-f]{1,4}:){3,7}[0-9A-Fa-f:]{1,4}\\b",
              // Telephone and card numbers: many digits, however they are grouped.
              "[+(]?\\d(?:[ ()./\\-]{0,2}\\d){8,}",
              "\\+\\d(?:[ ()./\\-]{0,2}\\d){5,}",
              "\\(\\d{2,5}\\)\\s?\\d(?:[ .\\-]?\\d){4,}"),
          Pattern.UNICODE_CHARACTER_CLASS);

  /** A time of several parts has as many digits as a telephone number. */
  private static final Pattern MOMENT =
      Pattern.compile(
          "(?:\\d{4}[-./]\\d{1,2}[-./]\\d{1,2}|\\d{1,2}[-./]\\d{1,2}[-./]\\d{4})(?:[ T]\\d{1,2})?");

  private StandIn() {}

  /** Every letter and every digit replaced. */
  public static String whole(String value) {
    StringBuilder shape = new StringBuilder();
    value.codePoints().limit(LONGEST).map(StandIn::replaced).forEach(shape::appendCodePoint);
    return shape.toString();
  }

  private static int replaced(int character) {
    if (Character.isDigit(character)) {
      return '9';
    }
    if (Character.isUpperCase(character) || Character.isTitleCase(character)) {
      return 'X';
    }
    // Marks and signs of a script tell as much as its letters.
    return Character.isLetter(character) || character > 127 ? 'x' : character;
  }

  /** What looks like a person's data replaced, wherever it stands in the value. */
  public static String within(String value) {
    return shortened(veiled(value.substring(0, Math.min(value.length(), 4 * LONGEST))));
  }

  /** As {@link #within}, of a text of any length. */
  public static String veiled(String value) {
    Matcher matcher = PERSONAL.matcher(value);
    StringBuilder veiled = new StringBuilder();
    while (matcher.find()) {
      String found = matcher.group();
      boolean moment = MOMENT.matcher(found).matches();
      matcher.appendReplacement(veiled, Matcher.quoteReplacement(moment ? found : whole(found)));
    }
    matcher.appendTail(veiled);
    return veiled.toString();
  }

  public static String shortened(String value) {
    return value.codePointCount(0, value.length()) <= LONGEST
        ? value
        : value.substring(0, value.offsetByCodePoints(0, LONGEST)) + "…";
  }
}

package dev.assay.profile;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * How one text writes a number: what stands around it and which signs separate its digits.
 *
 * @param prefix lower-cased words or signs before it, its own sign aside
 * @param suffix lower-cased words or signs after it
 * @param negative whether a minus or parentheses make it negative
 * @param parentheses whether it stands in parentheses
 * @param body digits and separators
 * @param grouping the sign that separates thousands, or 0
 * @param decimal the sign before the fraction, or 0
 * @param ambiguous whether the one separator, given as {@code decimal}, may also separate thousands
 * @param exponent whether it is in scientific notation
 * @param minus the dash that stands for its minus, or 0
 */
record NumberForm(
    String prefix,
    String suffix,
    boolean negative,
    boolean parentheses,
    String body,
    char grouping,
    char decimal,
    boolean ambiguous,
    boolean exponent,
    char minus) {

  // White space of any kind may separate thousands: also U+00A0 and U+202F.
  private static final Pattern NUMBER =
      Pattern.compile(
          "(?<prefix>[^0-9.,]*)(?<body>[.,]?[0-9](?:[0-9]|[.,'’ \\u00a0\\u202f](?=[0-9]))*)"
              + "(?<exponent>[eE][+-]?[0-9]{1,3}(?![0-9A-Za-z]))?(?<suffix>[^0-9]*)");

  private static final Pattern GROUPED =
      Pattern.compile("[1-9][0-9]{0,2}(?:([.,'’ \\u00a0\\u202f])[0-9]{3})(?:\\1[0-9]{3})*");

  private static final Pattern SIGN = Pattern.compile("[-−–+]");

  static Optional<NumberForm> of(String text) {
    String rest = text.strip();
    if (rest.length() > 60) {
      return Optional.empty();
    }
    boolean parentheses = rest.startsWith("(") && rest.endsWith(")");
    if (parentheses) {
      rest = rest.substring(1, rest.length() - 1).strip();
    }
    Matcher match = NUMBER.matcher(rest);
    if (!match.matches()) {
      return Optional.empty();
    }
    String prefix = match.group("prefix").strip();
    Matcher sign = SIGN.matcher(prefix);
    char minus = sign.find() && sign.group().charAt(0) != '+' ? sign.group().charAt(0) : 0;
    prefix = sign.replaceFirst("").strip().toLowerCase(Locale.ROOT);
    String suffix = match.group("suffix").strip().toLowerCase(Locale.ROOT);
    if (suffix.startsWith("-") || suffix.startsWith("+") || (parentheses && minus != 0)) {
      return Optional.empty();
    }
    String body = match.group("body");
    boolean exponent = match.group("exponent") != null;
    Separators separators = separators(body);
    if (separators == null || (exponent && separators.grouping() != 0)) {
      return Optional.empty();
    }
    return Optional.of(
        new NumberForm(
            prefix,
            suffix,
            minus != 0 || parentheses,
            parentheses,
            exponent ? body + match.group("exponent") : body,
            separators.grouping(),
            separators.decimal(),
            separators.ambiguous() && !exponent,
            exponent,
            minus));
  }

  private record Separators(char grouping, char decimal, boolean ambiguous) {}

  private static Separators separators(String body) {
    int last = -1;
    for (int i = body.length() - 1; i >= 0 && last < 0; i--) {
      last = Character.isDigit(body.charAt(i)) ? -1 : i;
    }
    if (last < 0) {
      return new Separators((char) 0, (char) 0, false);
    }
    char separator = body.charAt(last);
    boolean fractional = separator == '.' || separator == ',';
    Matcher grouped = GROUPED.matcher(body);
    if (grouped.matches()) {
      // Two groups of three can only be thousands; one may as well be a fraction.
      boolean once = body.indexOf(separator) == last;
      return once && fractional
          ? new Separators((char) 0, separator, true)
          : new Separators(grouped.group(1).charAt(0), (char) 0, false);
    }
    if (!fractional || body.indexOf(separator) != last) {
      return null;
    }
    String whole = body.substring(0, last);
    if (whole.chars().allMatch(Character::isDigit)) {
      // 0,123 is a fraction; 09,380 is padded, and says nothing of what its comma means.
      boolean padded = whole.length() > 1 && whole.charAt(0) == '0' && body.length() - last == 4;
      if (padded) {
        return new Separators((char) 0, separator, true);
      }
      return new Separators((char) 0, separator, false);
    }
    Matcher wholeGrouped = GROUPED.matcher(whole);
    return wholeGrouped.matches() && wholeGrouped.group(1).charAt(0) != separator
        ? new Separators(wholeGrouped.group(1).charAt(0), separator, false)
        : null;
  }

  /** Digits before the fraction, read with the column's separators. */
  String whole(char columnDecimal) {
    int end = columnDecimal == 0 ? -1 : body.indexOf(columnDecimal);
    return digits(end < 0 ? body : body.substring(0, end));
  }

  /** Digits after the decimal separator, read with the column's separators. */
  String fraction(char columnDecimal) {
    int start = columnDecimal == 0 ? -1 : body.indexOf(columnDecimal);
    return start < 0 ? "" : digits(body.substring(start + 1));
  }

  double value(char columnDecimal) {
    if (exponent) {
      return (negative ? -1 : 1) * Double.parseDouble(body.replace(',', '.'));
    }
    String fraction = fraction(columnDecimal);
    return (negative ? -1 : 1)
        * Double.parseDouble(
            "0" + whole(columnDecimal) + (fraction.isEmpty() ? "" : "." + fraction));
  }

  private static String digits(String text) {
    return text.replaceAll("[^0-9]", "");
  }
}

package dev.assay.sql;

import dev.assay.model.Cleaning;
import dev.assay.model.ColumnType;
import java.util.Comparator;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * How DuckDB reads numbers as people write them: what stands around one is taken off, the rest must
 * have the one shape that the type holds without loss, and only then it is cast.
 */
final class NumberSql {
  /** Spaces that separate thousands: the usual one, U+00A0, U+2007, U+2009 and U+202F. */
  private static final String SPACES = "[ \u00a0\u2007\u2009\u202f]";

  /** Blanks of any kind, which the engine's own sign for them does not know. */
  private static final String BLANKS = "[\\s\u00a0\u2007\u2009\u202f]*";

  private static final String APOSTROPHES = "['’]";

  private NumberSql() {}

  /** The number in {@code text}; NULL where it cannot be read without loss. */
  static String value(Cleaning.ParseNumber number, ColumnType type, String text) {
    String digits = digits(number, CleaningSql.extract(bare(number, text), shape(number, type)));
    if (number.divideBy() != 100) {
      return "TRY_CAST(" + digits + " AS " + CleaningSql.typeName(type) + ")";
    }
    return switch (type) {
      // A decimal division would become a DOUBLE: multiply by an exact hundredth.
      case ColumnType.Decimal(int precision, int scale) ->
          "TRY_CAST(TRY_CAST("
              + digits
              + " AS DECIMAL("
              + Math.min(35, precision)
              + ","
              + Math.max(0, scale - 2)
              + ")) * CAST('0.01' AS DECIMAL(3,2)) AS "
              + CleaningSql.typeName(type)
              + ")";
      case ColumnType.Simple _ ->
          "TRY_CAST(TRY_CAST("
              + digits
              + " AS DOUBLE) / 100 AS "
              + CleaningSql.typeName(type)
              + ")";
    };
  }

  /** Whether there is nothing around a number of this kind, and no division: digits and marks. */
  static boolean hasOnlyDigitsAndMarks(Cleaning.ParseNumber number) {
    return number.strip().isEmpty()
        && !number.parentheses()
        && !number.trailingMinus()
        && number.divideBy() != 100
        && number.multipliers().isEmpty();
  }

  /** The text of a number without marks between thousands, and with a point. */
  static String digits(Cleaning.ParseNumber number, String text) {
    String digits = text;
    if (!number.grouping().isEmpty()) {
      String group = group(number.grouping());
      digits =
          group.startsWith("[")
              ? "regexp_replace(" + digits + ", " + Quote.literal(group) + ", '', 'g')"
              : "replace(" + digits + ", " + Quote.literal(number.grouping()) + ", '')";
    }
    return number.decimal().equals(".")
        ? digits
        : "replace(" + digits + ", " + Quote.literal(number.decimal()) + ", '.')";
  }

  /**
   * The number alone: signs and words are taken from both ends, a minus is put first, and a word
   * that multiplies becomes an exponent, which casts read exactly.
   */
  private static String bare(Cleaning.ParseNumber number, String text) {
    String bare = text;
    if (number.parentheses()) {
      bare = "regexp_replace(" + bare + ", '^([^0-9()]*)[(](.*)[)]([^0-9()]*)$', '-\\1\\2\\3')";
    }
    if (!number.strip().isEmpty()) {
      String words =
          number.strip().stream().map(CleaningSql::escaped).collect(Collectors.joining("|"));
      bare =
          "regexp_replace("
              + bare
              + ", "
              + Quote.literal(
                  "(?i)^([-+]?)"
                      + BLANKS
                      + "(?:"
                      + words
                      + ")"
                      + BLANKS
                      + "|"
                      + BLANKS
                      + "(?:"
                      + words
                      + ")$")
              + ", '\\1', 'g')";
    }
    if (number.trailingMinus()) {
      bare = "regexp_replace(" + bare + ", '^([^-].*[0-9]|[0-9])\\s*-$', '-\\1')";
    }
    for (Map.Entry<Integer, String> power : powers(number).entrySet()) {
      bare =
          "regexp_replace("
              + bare
              + ", "
              + Quote.literal("(?i)([0-9])\\s*(?:" + power.getValue() + ")$")
              + ", '\\1e"
              + power.getKey()
              + "')";
    }
    return bare;
  }

  /** Powers of ten, each with the words for it as a pattern. */
  private static Map<Integer, String> powers(Cleaning.ParseNumber number) {
    Map<Integer, String> powers = new TreeMap<>();
    number.multipliers().entrySet().stream()
        .sorted(
            Map.Entry.comparingByKey(
                Comparator.comparingInt(String::length).reversed().thenComparing(word -> word)))
        .forEach(word ->
            powers.merge(
                String.valueOf(word.getValue()).length() - 1,
                CleaningSql.escaped(word.getKey()),
                (one, other) -> one + "|" + other));
    return powers;
  }

  private static String group(String grouping) {
    return grouping.isBlank()
        ? SPACES
        : grouping.equals("'") || grouping.equals("’")
            ? APOSTROPHES
            : CleaningSql.escaped(grouping);
  }

  private static String whole(Cleaning.ParseNumber number) {
    if (number.grouping().isEmpty()) {
      return "[0-9]+";
    }
    String group = group(number.grouping());
    return number.lakhs()
        ? "(?:[0-9]{1,2}(?:" + group + "[0-9]{2})*" + group + "[0-9]{3}|[0-9]+)"
        : "(?:[0-9]{1,3}(?:" + group + "[0-9]{3})+|[0-9]+)";
  }

  private static String shape(Cleaning.ParseNumber number, ColumnType type) {
    String whole = whole(number);
    String point = CleaningSql.escaped(number.decimal());
    int hundredth = number.divideBy() == 100 ? 2 : 0;
    return switch (type) {
      case ColumnType.Decimal decimal -> exact(number, whole, point, decimal.scale() - hundredth);
      case ColumnType.Simple simple ->
          simple == ColumnType.Simple.DOUBLE
              ? "[-+]?(?:"
                  + whole
                  + "(?:"
                  + point
                  + "[0-9]*)?|"
                  + point
                  + "[0-9]+)(?:[eE][-+]?[0-9]{1,3})?"
              : exact(number, whole, point, 0);
    };
  }

  /** With as many more digits after the point as a multiplier takes up. */
  private static String exact(Cleaning.ParseNumber number, String whole, String point, int scale) {
    String plain = exact(whole, point, scale);
    return number.multipliers().isEmpty()
        ? "[-+]?" + plain
        : powers(number).keySet().stream()
            .map(power -> exact(whole, point, scale + power) + "e" + power)
            .collect(Collectors.joining("|", "[-+]?(?:" + plain + "|", ")"));
  }

  /** Up to {@code scale} digits after the point, then only zeros: more would be lost. */
  private static String exact(String whole, String point, int scale) {
    return scale <= 0
        ? whole + "(?:" + point + "0*)?"
        : "(?:"
            + whole
            + "(?:"
            + point
            + "[0-9]{0,"
            + scale
            + "}0*)?|"
            + point
            + "[0-9]{1,"
            + scale
            + "}0*)";
  }
}

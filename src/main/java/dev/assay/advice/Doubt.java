package dev.assay.advice;

import dev.assay.model.Check;
import dev.assay.model.ColumnType;
import java.util.Locale;

/**
 * A rule that few values of a column may break.
 *
 * @param name short, of letters and hyphens
 * @param check what values that can be true meet
 * @param says what the others are, after "12 of 3000 values"
 * @param tolerated the share of values up to which breaking it is a slip, not the nature of the
 *     column
 * @param fact whether it holds by nature, and is worth proposing where nothing breaks it
 * @param gap how far the others must lie from the rest, or null where they need not
 */
record Doubt(String name, Check check, String says, double tolerated, boolean fact, Gap gap) {
  /**
   * A distance between the last value that is usual and the first that is not.
   *
   * @param least the smallest distance, on the scale
   * @param logarithmic whether the scale is that of orders of magnitude
   * @param above whether the unusual values are the larger ones
   */
  record Gap(double least, boolean logarithmic, boolean above) {}

  static Doubt slip(String name, Check check, String says, double tolerated) {
    return new Doubt(name, check, says, tolerated, false, null);
  }

  static Doubt fact(String name, Check check, String says, double tolerated) {
    return new Doubt(name, check, says, tolerated, true, null);
  }

  /** A check as recipes write it, for a column of this type. */
  static String written(Check check, ColumnType type) {
    return switch (check) {
      case Check.Compare(Check.Operator operator, String literal) ->
          operator.symbol() + " " + literal(literal, type);
      case Check.Between(String low, String high) ->
          "BETWEEN " + literal(low, type) + " AND " + literal(high, type);
      case Check.Matches(String pattern, boolean negated) ->
          (negated ? "NOT " : "") + "MATCHES " + quoted(pattern);
      case Check.Like(String pattern, boolean negated) ->
          (negated ? "NOT " : "") + "LIKE " + quoted(pattern);
      case Check.Checksum(Check.Scheme scheme) -> "CHECKSUM " + quoted(scheme.name());
      case Check.In(var values, boolean negated) ->
          (negated ? "NOT IN (" : "IN (")
              + String.join(", ", values.stream().map(value -> literal(value, type)).toList())
              + ")";
      case Check.NotNull _ -> "NOT NULL";
      case Check.Unique _ -> "UNIQUE";
      case Check.Graded(Check graded, var severity) ->
          severity.name().toUpperCase(Locale.ROOT) + " " + written(graded, type);
    };
  }

  private static String literal(String text, ColumnType type) {
    return type.isNumeric() ? text : quoted(text);
  }

  private static String quoted(String text) {
    return "'" + text.replace("'", "''") + "'";
  }
}

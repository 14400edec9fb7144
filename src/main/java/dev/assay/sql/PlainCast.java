package dev.assay.sql;

import dev.assay.model.Cleaning;
import dev.assay.model.ColumnType;
import dev.assay.model.SilverSpec;
import java.util.List;
import java.util.Optional;

/**
 * The engine's own cast of a number, which certainly reads a text right that is written as the
 * engine writes the value, with or without one mark between thousands; faster than the strict cast,
 * which must then only look at the other texts. Not for columns where these are many, since a cast
 * that fails costs more than a pattern.
 *
 * @param number how the texts are written
 * @param type a whole number or a decimal
 */
record PlainCast(Cleaning.ParseNumber number, ColumnType type) {
  private static final List<String> MARKS = List.of(",", ".");

  /** Empty where a column's texts have more than digits, a point and marks. */
  static Optional<PlainCast> of(SilverSpec.Column column) {
    boolean exact =
        column.type() instanceof ColumnType.Decimal
            || column.type() == ColumnType.Simple.INTEGER
            || column.type() == ColumnType.Simple.BIGINT;
    if (!exact || column.custom() != null) {
      return Optional.empty();
    }
    if (column.cleaning().isEmpty() || !column.cleaning().getLast().parses()) {
      return Optional.of(new PlainCast(Cleaning.ParseNumber.plain(), column.type()));
    }
    return column.cleaning().getLast() instanceof Cleaning.ParseNumber number
            && NumberSql.hasOnlyDigitsAndMarks(number)
            && !number.lakhs()
            && (number.equals(Cleaning.ParseNumber.plain())
                || MARKS.contains(number.grouping()) && MARKS.contains(number.decimal()))
        ? Optional.of(new PlainCast(number, column.type()))
        : Optional.empty();
  }

  /** Whether texts may have marks that the engine's cast does not read. */
  boolean marked() {
    return !number.equals(Cleaning.ParseNumber.plain());
  }

  /**
   * Step upon step, each an expression with its name: what {@code value} is made of, and last the
   * value itself.
   */
  List<String> levels(String strict, String text, String value) {
    String digits = marked() ? digits(value) : text;
    String cast = "TRY_CAST(" + digits + " AS " + CleaningSql.typeName(type) + ") AS " + value;
    String chosen =
        "CASE WHEN %s THEN %s_plain ELSE %s END AS %s".formatted(same(value), value, strict, value);
    String written = "CAST(" + value + "_plain AS VARCHAR)";
    return marked()
        ? List.of(
            NumberSql.digits(number, text) + " AS " + digits,
            cast + "_plain",
            written + " AS " + written(value),
            written(value)
                + " = "
                + digits
                + " AND "
                + wellMarked(text, digits)
                + " AS "
                + same(value),
            chosen)
        : List.of(cast + "_plain", written + " = " + text + " AS " + same(value), chosen);
  }

  /** Whether the value is written out in another way than it came. */
  String changed(String raw, String text, String value) {
    String differs = "CAST(" + value + " AS VARCHAR) <> " + raw;
    return marked()
        ? "CASE WHEN %s THEN %s <> %s ELSE %s END"
            .formatted(same(value), written(value), raw, differs)
        : "CASE WHEN %s AND %s = %s THEN false ELSE %s END"
            .formatted(same(value), text, raw, differs);
  }

  /** No mark, or one in its place with one to three digits before it. */
  private String wellMarked(String text, String digits) {
    int scale = type instanceof ColumnType.Decimal(_, int places) ? places : 0;
    int fraction = scale == 0 ? 0 : scale + 1;
    return "(strlen(%1$s) = strlen(%2$s) OR strlen(%1$s) = strlen(%2$s) + 1".formatted(text, digits)
        + " AND strlen(%s) BETWEEN %d AND %d AND %s >= '0' AND %s LIKE %s)"
            .formatted(
                digits,
                4 + fraction,
                6 + fraction,
                digits,
                text,
                Quote.literal(
                    "%_"
                        + number.grouping()
                        + "___"
                        + (scale == 0 ? "" : number.decimal() + "_".repeat(scale))));
  }

  private static String digits(String value) {
    return value + "_digits";
  }

  private static String written(String value) {
    return value + "_written";
  }

  private static String same(String value) {
    return value + "_same";
  }
}

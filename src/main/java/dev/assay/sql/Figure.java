package dev.assay.sql;

import java.util.Locale;

/**
 * What the values of a column or a formula are like, as far as arithmetic goes.
 *
 * @param kind how they are computed with
 * @param whole how many digits they have before the point, at most
 * @param scale how many after it
 */
record Figure(Kind kind, int whole, int scale) {
  /** How values are computed with. */
  enum Kind {
    WHOLE,
    DECIMAL,
    DOUBLE,
    DAY,
    MOMENT,
    OTHER
  }

  static final Figure DOUBLE = new Figure(Kind.DOUBLE, 0, 0);
  static final Figure OTHER = new Figure(Kind.OTHER, 0, 0);

  private static final int DIGITS = 38;

  /** No table has more than 10^12 rows. */
  static final int ROWS = 12;

  static Figure whole(int digits) {
    return new Figure(Kind.WHOLE, digits, 0);
  }

  static Figure decimal(int whole, int scale) {
    return new Figure(Kind.DECIMAL, whole, scale);
  }

  /** Of a column, by the engine's name of its type. */
  static Figure of(String type) {
    return switch (ValueKind.of(type)) {
      case INTEGER ->
          whole(
              switch (type.toUpperCase(Locale.ROOT)) {
                case "TINYINT", "UTINYINT" -> 3;
                case "SMALLINT", "USMALLINT" -> 5;
                case "INTEGER", "UINTEGER" -> 10;
                case "BIGINT" -> 19;
                case "UBIGINT" -> 20;
                default -> DIGITS;
              });
      case DECIMAL -> {
        String[] digits = type.replaceAll("[^0-9,]", "").split(",", -1);
        int precision = digits[0].isEmpty() ? 18 : Integer.parseInt(digits[0]);
        int scale = digits.length < 2 ? (digits[0].isEmpty() ? 3 : 0) : Integer.parseInt(digits[1]);
        yield decimal(precision - scale, scale);
      }
      case DOUBLE -> DOUBLE;
      case DATE -> new Figure(Kind.DAY, 0, 0);
      case TIMESTAMP -> new Figure(Kind.MOMENT, 0, 0);
      case TEXT, BOOLEAN, TIMESTAMPTZ, TIME, UUID -> OTHER;
    };
  }

  int digits() {
    return whole + scale;
  }

  boolean isNumeric() {
    return kind == Kind.WHOLE || kind == Kind.DECIMAL || kind == Kind.DOUBLE;
  }

  /** Of a sum or a difference. */
  Figure plus(Figure other) {
    return sized(other, Math.max(whole, other.whole) + 1, Math.max(scale, other.scale));
  }

  /** Of a product. */
  Figure times(Figure other) {
    return sized(other, whole + other.whole, scale + other.scale);
  }

  /** Of the sum over the rows of a group. */
  Figure summed() {
    return isNumeric() && kind != Kind.DOUBLE
        ? new Figure(kind, Math.min(DIGITS - scale, whole + ROWS), scale)
        : this;
  }

  private Figure sized(Figure other, int wholes, int scales) {
    if (kind == Kind.DOUBLE || other.kind == Kind.DOUBLE || wholes + scales > DIGITS) {
      return DOUBLE;
    }
    boolean decimal = kind == Kind.DECIMAL || other.kind == Kind.DECIMAL;
    return new Figure(decimal ? Kind.DECIMAL : Kind.WHOLE, wholes, scales);
  }

  /** The engine's name of their type; of sums and of formulas. */
  String type() {
    return switch (kind) {
      case WHOLE -> "HUGEINT";
      case DECIMAL -> "DECIMAL(" + DIGITS + "," + scale + ")";
      case DOUBLE -> "DOUBLE";
      case DAY -> "DATE";
      case MOMENT -> "TIMESTAMP";
      case OTHER -> "VARCHAR";
    };
  }
}

package dev.assay.profile;

import dev.assay.model.ColumnType;
import java.math.BigDecimal;
import java.util.List;

/** The type that holds all numbers of a column exactly, with some room for larger ones. */
final class NumberWidth {
  /** More digits than this after the point are a program's rounding noise, not measurement. */
  private static final int LARGEST_SCALE = 9;

  private static final BigDecimal HALF_OF_INTEGERS = BigDecimal.valueOf(Integer.MAX_VALUE / 2);

  private NumberWidth() {}

  /**
   * The type.
   *
   * @param decimal the column's decimal separator
   * @param money whether cents may follow
   */
  static ColumnType of(List<NumberReading.Form> forms, char decimal, boolean money) {
    int whole = 1;
    int scale = 0;
    boolean fraction = false;
    BigDecimal largest = BigDecimal.ZERO;
    for (NumberReading.Form form : forms) {
      if (form.number().exponent()) {
        return ColumnType.Simple.DOUBLE;
      }
      BigDecimal amount = form.number().amount(decimal);
      BigDecimal integer = amount.setScale(0, java.math.RoundingMode.DOWN);
      whole = Math.max(whole, integer.precision());
      // "1.20k" is 1200: the zeros of a multiplied number say nothing.
      scale =
          Math.max(scale, form.number().power() > 0 ? meant(amount) : Math.max(0, amount.scale()));
      fraction |= amount.compareTo(integer) != 0;
      largest = largest.max(amount);
    }
    if (scale == 1 && money) {
      // "10.0" among amounts is 10.00 without its last zero: cents may follow.
      scale = 2;
      whole = Math.max(whole, 8);
    }
    // "12.0" is how programs write a whole number that they held as a double; "12.00" is money.
    if (scale == 0 || (!fraction && scale == 1)) {
      if (whole > 18) {
        return new ColumnType.Decimal(38, 0);
      }
      return largest.compareTo(HALF_OF_INTEGERS) > 0
          ? ColumnType.Simple.BIGINT
          : ColumnType.Simple.INTEGER;
    }
    if (scale > LARGEST_SCALE || whole + scale > 30) {
      return ColumnType.Simple.DOUBLE;
    }
    return new ColumnType.Decimal(room(whole, scale), scale);
  }

  /** The type that holds a hundredth of each. */
  static ColumnType hundredths(List<NumberReading.Form> forms, char decimal) {
    return switch (of(forms, decimal, false)) {
      case ColumnType.Decimal(int precision, int scale) ->
          new ColumnType.Decimal(Math.min(38, precision + 2), Math.min(36, scale + 2));
      case ColumnType.Simple simple ->
          integral(simple) ? new ColumnType.Decimal(12, 2) : ColumnType.Simple.DOUBLE;
    };
  }

  static boolean integral(ColumnType type) {
    return type == ColumnType.Simple.INTEGER || type == ColumnType.Simple.BIGINT;
  }

  private static int meant(BigDecimal amount) {
    return Math.max(0, amount.stripTrailingZeros().scale());
  }

  /** Precision with room for numbers a hundred times larger, in one of a few usual widths. */
  private static int room(int whole, int scale) {
    int needed = whole + scale + 2;
    return needed <= 9 ? 9 : needed <= 12 ? 12 : needed <= 18 ? 18 : 38;
  }
}

package dev.assay.source.excel;

import java.math.BigDecimal;
import java.math.MathContext;

/**
 * Numbers as text: what a workbook stores, to the 15 significant digits that Excel itself has,
 * without {@code .0} or an exponent where 21 digits will do. Whole numbers that are written out
 * stay as they are, however long: other programs store identifiers in that way.
 */
final class NumberText {
  private static final MathContext DIGITS = new MathContext(15);
  private static final int LONGEST = 21;
  private static final int LONGEST_STORED = 64;

  private NumberText() {}

  /** Whether the text is already as it should be. */
  static boolean isPlain(CellText text) {
    int at = text.length() > 0 && text.at(0) == '-' ? 1 : 0;
    int first = at;
    int point = -1;
    for (; at < text.length(); at++) {
      char c = text.at(at);
      if (c == '.' && point < 0) {
        point = at;
      } else if (c < '0' || c > '9') {
        return false;
      }
    }
    int whole = (point < 0 ? at : point) - first;
    if (whole < 1 || text.at(first) == '0' && (whole > 1 || first > 0 && point < 0)) {
      return false;
    }
    return point < 0 || at - first <= 16 && point < at - 1 && text.at(at - 1) != '0';
  }

  /** A stored number, read with care: what is no number stays as it is. */
  static String of(String stored) {
    double value;
    try {
      value = Double.parseDouble(stored);
    } catch (NumberFormatException e) {
      return stored;
    }
    // Only doubles are expected; an exponent beyond theirs would make a text of gigabytes.
    if (!Double.isFinite(value)) {
      return stored;
    }
    return value == 0 ? "0" : of(decimal(stored, value));
  }

  static String of(double value) {
    return Double.isFinite(value) && value != 0 ? of(BigDecimal.valueOf(value)) : "0";
  }

  private static BigDecimal decimal(String stored, double value) {
    if (stored.length() > LONGEST_STORED) {
      return BigDecimal.valueOf(value);
    }
    try {
      return new BigDecimal(stored.strip());
    } catch (NumberFormatException e) {
      return BigDecimal.valueOf(value);
    }
  }

  private static String of(BigDecimal exact) {
    BigDecimal rounded = exact.round(DIGITS).stripTrailingZeros();
    int magnitude = rounded.precision() - rounded.scale();
    return magnitude > LONGEST || magnitude < -LONGEST
        ? rounded.toString()
        : rounded.toPlainString();
  }
}

package dev.assay.quality;

import java.math.BigDecimal;
import java.util.Random;

/** Numbers written in the ways of the world. */
public final class Written {
  private Written() {}

  /** A number with so many digits after the point, of any size up to {@code 10^digits}. */
  static BigDecimal number(Random random, int digits, int scale) {
    double size = Math.pow(10, random.nextDouble() * digits);
    return BigDecimal.valueOf((long) (size * Math.pow(10, scale)), scale);
  }

  /** In groups of three. */
  public static String grouped(BigDecimal number, String grouping, char decimal) {
    return written(number, grouping, decimal, 3);
  }

  /** As in India: 12,34,567.89. */
  public static String lakhs(BigDecimal number) {
    return written(number, ",", '.', 2);
  }

  public static String plain(BigDecimal number, char decimal) {
    return written(number, "", decimal, 3);
  }

  private static String written(BigDecimal number, String grouping, char decimal, int further) {
    String digits = number.abs().toPlainString();
    int point = digits.indexOf('.');
    String whole = point < 0 ? digits : digits.substring(0, point);
    StringBuilder text = new StringBuilder(whole);
    int at = whole.length() - 3;
    while (at > 0) {
      text.insert(at, grouping);
      at -= further;
    }
    if (point >= 0) {
      text.append(decimal).append(digits, point + 1, digits.length());
    }
    return (number.signum() < 0 ? "-" : "") + text;
  }

  /** Canonically. */
  static String canonical(BigDecimal number) {
    return number.toPlainString();
  }

  @SafeVarargs
  public static <T> T one(Random random, T... of) {
    return of[random.nextInt(of.length)];
  }
}

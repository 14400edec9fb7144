package dev.assay.advice;

import java.math.BigInteger;
import java.util.Locale;

/** Check digits of single values, to tell what a column may be before all rows are asked. */
final class Checksums {
  private static final BigInteger NINETY_SEVEN = BigInteger.valueOf(97);

  private Checksums() {}

  private static String bare(String text) {
    return text.replaceAll("[\\s\\p{Z}-]", "").toUpperCase(Locale.ROOT);
  }

  /** ISO 7064, modulo 97-10, over the turned number. */
  static boolean iban(String text) {
    String bare = bare(text);
    if (!bare.matches("[A-Z]{2}[0-9]{2}[0-9A-Z]{11,30}")) {
      return false;
    }
    StringBuilder digits = new StringBuilder();
    (bare.substring(4) + bare.substring(0, 4))
        .chars()
        .forEach(sign -> digits.append(Character.digit(sign, 36)));
    return new BigInteger(digits.toString()).mod(NINETY_SEVEN).equals(BigInteger.ONE);
  }

  /** Luhn over 12 to 19 digits, the first of them one that cards begin with. */
  static boolean card(String text) {
    String bare = bare(text);
    if (!bare.matches("[2-6][0-9]{11,18}")) {
      return false;
    }
    int sum = 0;
    for (int i = 0; i < bare.length(); i++) {
      int digit = bare.charAt(bare.length() - 1 - i) - '0';
      int weighed = i % 2 == 0 ? digit : 2 * digit;
      sum += weighed > 9 ? weighed - 9 : weighed;
    }
    return sum % 10 == 0;
  }

  /** EAN, UPC, GTIN and ISBN-13: threes and ones by turns. */
  static boolean article(String text) {
    String bare = bare(text);
    if (!bare.matches("[0-9]{8}|[0-9]{12,14}")) {
      return false;
    }
    int sum = 0;
    for (int i = 0; i < bare.length(); i++) {
      int digit = bare.charAt(bare.length() - 1 - i) - '0';
      sum += i % 2 == 0 ? digit : 3 * digit;
    }
    return sum % 10 == 0;
  }
}

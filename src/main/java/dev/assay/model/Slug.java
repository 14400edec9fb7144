package dev.assay.model;

import java.text.Normalizer;
import java.util.Locale;

/**
 * Names that are safe everywhere: snake_case of letters, digits and underscores, never starting
 * with a digit.
 */
public final class Slug {
  private Slug() {}

  /**
   * The snake_case of any text: {@code "Order Date"} and {@code "orderDate"} become {@code
   * order_date}.
   */
  public static String of(String text, String whenBlank) {
    String ascii = Normalizer.normalize(text, Normalizer.Form.NFKD).replaceAll("\\p{M}+", "");
    String words =
        ascii
            .replace("%", " percent ")
            .replaceAll("([\\p{Ll}\\d])(\\p{Lu})", "$1_$2")
            .replaceAll("(\\p{Lu}+)(\\p{Lu}\\p{Ll})", "$1_$2")
            .toLowerCase(Locale.ROOT)
            .replaceAll("[^\\p{L}\\p{Nd}]+", "_")
            .replaceAll("^_+|_+$", "");
    if (words.isEmpty()) {
      return whenBlank;
    }
    return Character.isDigit(words.charAt(0)) ? "_" + words : words;
  }
}

package dev.assay.advice;

import java.text.Normalizer;
import java.util.Arrays;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * What is left of a text without case, accents, spacing, punctuation and the order of its words:
 * spellings of one thing share it. Signs that tell grades, bounds and amounts apart stay.
 */
final class Fingerprint {
  private static final Pattern ACCENTS = Pattern.compile("\\p{M}+");

  /**
   * Between digits a point, a comma or a slash is part of a number; behind a letter - is a grade.
   */
  private static final Pattern PUNCTUATION =
      Pattern.compile(
          "(?<![0-9])[.,;:/]|[.,;:/](?![0-9])|[\"'’`()\\[\\]{}_!?|\\\\]|(?<=\\p{L})[-–](?=\\p{L})");

  private static final Pattern GAP = Pattern.compile("[\\s\\p{Z}]+");

  private Fingerprint() {}

  static String of(String text) {
    return Arrays.stream(GAP.split(letters(text)))
        .filter(word -> !word.isEmpty())
        .distinct()
        .sorted()
        .collect(Collectors.joining(" "));
  }

  /** The same in the order as written. */
  static String letters(String text) {
    String plain =
        ACCENTS
            .matcher(Normalizer.normalize(text, Normalizer.Form.NFKD))
            .replaceAll("")
            .toLowerCase(Locale.ROOT)
            .replace("ß", "ss")
            .replace("ø", "o")
            .replace("ł", "l")
            .replace("æ", "ae")
            .replace("đ", "d");
    return GAP.matcher(PUNCTUATION.matcher(plain).replaceAll(" ")).replaceAll(" ").strip();
  }
}

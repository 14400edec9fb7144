package dev.assay.advice;

import dev.assay.model.Mask;

/**
 * How a personal value is shown in a proposal: enough to recognise its form, too little to know.
 */
final class Stars {
  private static final int LONGEST = 24;

  private Stars() {}

  static String of(String text) {
    return text == null ? null : of(text, 1, 1);
  }

  static String of(String text, Mask mask) {
    return switch (mask) {
      case Mask.KeepPart(int first, int last) -> of(text, first, last);
      case Mask.Hash _ -> of(text, 1, 0);
      case Mask.Redact _ -> "***";
    };
  }

  /** Stars in the place of all but the ends, of which never more than half of the text stays. */
  private static String of(String text, int first, int last) {
    int[] signs = text.codePoints().toArray();
    int kept = signs.length / 2;
    int before = Math.min(first, kept);
    int after = Math.min(last, kept - before);
    return new String(signs, 0, before)
        + "*".repeat(Math.min(LONGEST, signs.length - before - after))
        + new String(signs, signs.length - after, after);
  }
}

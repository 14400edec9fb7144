package dev.assay.source.delimited;

import java.util.regex.Pattern;

/** What a cell looks like at a glance: enough to tell a header and a delimiter, no type. */
enum CellKind {
  EMPTY,
  NUMBER,
  TIME,
  TEXT;

  private static final int LONGEST = 40;
  private static final Pattern NUMBERS =
      Pattern.compile(
          "[-+(]?[$€£]?\\s?[-+]?(?:\\d+|\\d{1,3}(?:[., ']\\d{3})+)(?:[.,]\\d+)?(?:[eE][-+]?\\d+)?\\s?[%)€]?|[-+]?\\.\\d+");
  private static final Pattern TIMES =
      Pattern.compile(
          "(?:\\d{1,4}[-/.](?:\\d{1,2}|[A-Za-z]{3,9})[-/.]\\d{1,4})?[ T]?(?:\\d{1,2}:\\d{2}(?::\\d{2}(?:[.,]\\d+)?)?)?(?:\\s?[AaPp][Mm])?(?:Z|\\s?[-+]\\d{2}:?\\d{2})?");

  static CellKind of(String cell) {
    if (cell == null || cell.isBlank()) {
      return EMPTY;
    }
    String text = cell.strip();
    if (text.length() > LONGEST || !text.chars().anyMatch(Character::isDigit)) {
      return TEXT;
    }
    if (NUMBERS.matcher(text).matches()) {
      return NUMBER;
    }
    return TIMES.matcher(text).matches() ? TIME : TEXT;
  }
}

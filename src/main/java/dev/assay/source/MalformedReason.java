package dev.assay.source;

import java.util.Locale;

/** Why something in a file is not a row of its table. */
public enum MalformedReason {
  TOO_FEW_CELLS,
  TOO_MANY_CELLS,
  UNCLOSED_QUOTE,
  TEXT_AFTER_QUOTE,
  OWN_QUOTES,
  BLANK_LINE,
  INVALID_ENCODING,
  TOO_LONG,
  BEFORE_TABLE,
  AFTER_TABLE,
  INVALID_JSON,
  DUPLICATE_KEY;

  /** The word that logs count under, such as {@code too_few_cells}. */
  public String code() {
    return name().toLowerCase(Locale.ROOT);
  }
}

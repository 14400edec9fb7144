package dev.assay.source.delimited;

import dev.assay.model.CsvDialect;
import dev.assay.model.UserError;

/**
 * The bytes that have a meaning in a file that was brought to UTF-8.
 *
 * @param delimiter between cells, ASCII
 * @param quote around cells, ASCII, or {@link #NONE}
 * @param escape takes the meaning from the byte after it, ASCII, or {@link #NONE}
 */
record CsvGrammar(byte delimiter, int quote, int escape) {
  /** Equal to no byte. */
  static final int NONE = 256;

  /**
   * The sign repeated for {@link Bytes#matches}; a line feed, sought anyway, when there is none.
   */
  static long pattern(int sign) {
    return Bytes.repeat(sign == NONE ? (byte) '\n' : (byte) sign);
  }

  static CsvGrammar of(CsvDialect dialect) {
    return of(dialect.delimiter().charAt(0), dialect.quote(), dialect.escape());
  }

  static CsvGrammar of(char delimiter, Character quote, Character escape) {
    return new CsvGrammar(
        ascii(delimiter, "delimiter"),
        quote == null ? NONE : ascii(quote, "quote"),
        escape == null ? NONE : ascii(escape, "escape"));
  }

  private static byte ascii(char sign, String role) {
    if (sign == 0 || sign > 126 || sign == '\n' || sign == '\r') {
      throw UserError.invalid(
          "The character '" + sign + "' cannot be a " + role + ". Use one such as , ; | or a tab.");
    }
    return (byte) sign;
  }
}

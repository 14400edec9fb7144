package dev.assay.source.delimited;

import dev.assay.model.CsvDialect;
import dev.assay.model.UserError;
import java.nio.charset.StandardCharsets;

/**
 * The bytes that have a meaning in a file that was brought to UTF-8. Not compared with others.
 *
 * <p>Two spaces as a delimiter stand for two or more of them, {@link #SPACES} for one or more: how
 * tables are aligned for the eye. Such runs at the ends of a line separate nothing.
 */
final class CsvGrammar {
  /** Equal to no byte. */
  static final int NONE = 256;

  /** As a delimiter: any number of spaces. */
  static final String SPACES = " +";

  private static final String WIDE_SPACES = "  ";

  private final byte first;
  private final byte[] delimiter;
  private final boolean single;

  /** How many spaces at least make a delimiter of aligned columns, 0 where that is none. */
  private final int run;

  private final int quote;
  private final int escape;

  private CsvGrammar(byte[] delimiter, int run, int quote, int escape) {
    this.delimiter = delimiter;
    this.first = delimiter[0];
    this.single = delimiter.length == 1 && run == 0;
    this.run = run;
    this.quote = quote;
    this.escape = escape;
  }

  /**
   * The sign repeated for {@link Bytes#matches}; a line feed, sought anyway, when there is none.
   */
  static long pattern(int sign) {
    return Bytes.repeat(sign == NONE ? (byte) '\n' : (byte) sign);
  }

  static CsvGrammar of(CsvDialect dialect) {
    return of(dialect.delimiter(), dialect.quote(), dialect.escape());
  }

  static CsvGrammar of(String delimiter, Character quote, Character escape) {
    if (delimiter.isEmpty() || delimiter.chars().anyMatch(c -> c == '\n' || c == '\r' || c == 0)) {
      throw UserError.invalid(
          "The delimiter must be one or more characters and no line break. Use one such as , ; | or a tab.");
    }
    int run = delimiter.equals(SPACES) ? 1 : delimiter.equals(WIDE_SPACES) ? 2 : 0;
    byte[] bytes = (run == 1 ? " " : delimiter).getBytes(StandardCharsets.UTF_8);
    int quoted = quote == null ? NONE : ascii(quote, "quote");
    // A quote that is its own escape is a doubled one, as is usual.
    int escaped = escape == null || escape.equals(quote) ? NONE : ascii(escape, "escape");
    if (quoted == bytes[0] || escaped == bytes[0]) {
      throw UserError.invalid(
          "The character '"
              + (char) bytes[0]
              + "' cannot be the delimiter and the "
              + (quoted == bytes[0] ? "quote" : "escape")
              + " at once. Change one of them.");
    }
    return new CsvGrammar(bytes, run, quoted, escaped);
  }

  private static byte ascii(char sign, String role) {
    if (sign == 0 || sign > 126 || sign == '\n' || sign == '\r') {
      throw UserError.invalid(
          "The character '" + sign + "' cannot be a " + role + ". Use one such as \" ' or \\.");
    }
    return (byte) sign;
  }

  /** The first byte of a delimiter. */
  byte delimiter() {
    return first;
  }

  /** Around cells, ASCII, or {@link #NONE}. */
  int quote() {
    return quote;
  }

  /** Takes the meaning from the byte after it, ASCII, or {@link #NONE}. */
  int escape() {
    return escape;
  }

  /** Whether the delimiter is one byte and always the same. */
  boolean isSingle() {
    return single;
  }

  /** Whether columns are aligned with spaces. */
  boolean isAligned() {
    return run > 0;
  }

  /** How many bytes must be seen to tell a delimiter. */
  int reach() {
    return delimiter.length;
  }

  /** The length of the delimiter that begins at {@code at}, 0 where none does. */
  int width(byte[] bytes, int at, int limit) {
    if (bytes[at] != first) {
      return 0;
    }
    return single ? 1 : longWidth(bytes, at, limit);
  }

  private int longWidth(byte[] bytes, int at, int limit) {
    if (run > 0) {
      int end = at;
      while (end < limit && bytes[end] == ' ') {
        end++;
      }
      return end - at >= run ? end - at : 0;
    }
    if (at + delimiter.length > limit) {
      return 0;
    }
    for (int i = 1; i < delimiter.length; i++) {
      if (bytes[at + i] != delimiter[i]) {
        return 0;
      }
    }
    return delimiter.length;
  }

  /** Whether a delimiter ends right before {@code at}, in a record that begins at {@code from}. */
  boolean endsBefore(byte[] bytes, int from, int at) {
    if (single) {
      return bytes[at - 1] == first;
    }
    if (at - from < delimiter.length) {
      return false;
    }
    for (int i = 0; i < delimiter.length; i++) {
      if (bytes[at - delimiter.length + i] != delimiter[i]) {
        return false;
      }
    }
    return true;
  }
}

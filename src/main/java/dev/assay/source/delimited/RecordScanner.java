package dev.assay.source.delimited;

import dev.assay.source.MalformedReason;

/**
 * Finds where records end. Not for several threads; the answer of {@link #scan} stays in its fields
 * until the next call.
 *
 * <p>A quote opens only at the very start of a cell and must be closed right before a delimiter or
 * a line break. Where that does not hold, the record ends with the line on which the quote was
 * opened, so that one bad quote costs its own row and no other.
 */
final class RecordScanner {
  private final CsvGrammar grammar;
  private final long quotes;
  private final long escapes;

  /** Where the record ends, without its line break. */
  int end;

  /** Where the next record begins. */
  int next;

  /** Physical lines of the record. */
  int lines;

  /** Why it is no record, or null. */
  MalformedReason problem;

  /** Whether the quote was looked for up to the limit in vain. */
  boolean searchedInVain;

  RecordScanner(CsvGrammar grammar) {
    this.grammar = grammar;
    this.quotes = CsvGrammar.pattern(grammar.quote());
    this.escapes = CsvGrammar.pattern(grammar.escape());
  }

  /**
   * Looks at the record that begins at {@code from}.
   *
   * @param last whether nothing follows after {@code limit}
   * @return false when the record goes on after {@code limit}
   */
  boolean scan(byte[] bytes, int from, int limit, boolean last) {
    problem = null;
    searchedInVain = false;
    lines = 1;
    int at = from;
    int escaped = -1;
    while (true) {
      at = special(bytes, at, limit);
      if (at >= limit) {
        end = limit;
        next = limit;
        return last;
      }
      byte sign = bytes[at];
      if (sign == '\n' || sign == '\r') {
        return ended(bytes, at, limit, last);
      }
      if (sign == grammar.quote()
          && (at == from || (grammar.endsBefore(bytes, from, at) && escaped != at - 1))) {
        int opened = at;
        int linesWhenOpened = lines;
        at = closing(bytes, at + 1, limit, last);
        if (at == GOES_ON) {
          return false;
        }
        if (at == UNCLOSED) {
          searchedInVain = true;
          return broken(
              MalformedReason.UNCLOSED_QUOTE, bytes, opened, linesWhenOpened, limit, last);
        }
        if (at == limit) {
          end = limit;
          next = limit;
          return last;
        }
        if (bytes[at] == '\n' || bytes[at] == '\r') {
          return ended(bytes, at, limit, last);
        }
        if (!last && at + grammar.reach() > limit) {
          return false;
        }
        int width = grammar.width(bytes, at, limit);
        if (width == 0) {
          MalformedReason reason =
              lines > linesWhenOpened
                  ? MalformedReason.UNCLOSED_QUOTE
                  : MalformedReason.TEXT_AFTER_QUOTE;
          return broken(reason, bytes, opened, linesWhenOpened, limit, last);
        }
        at += width;
      } else if (sign == grammar.escape()) {
        if (at + 1 >= limit && !last) {
          return false;
        }
        if (at + 1 < limit && isEscapable(bytes[at + 1])) {
          escaped = at + 1;
          at++;
        }
        at++;
      } else {
        at++;
      }
    }
  }

  /** Whether an escape takes the meaning from this byte; before any other it is just itself. */
  private boolean isEscapable(byte sign) {
    return sign == grammar.quote() || sign == grammar.delimiter() || sign == grammar.escape();
  }

  private static final int GOES_ON = -1;
  private static final int UNCLOSED = -2;

  /** The place after the quote that closes the cell. */
  private int closing(byte[] bytes, int from, int limit, boolean last) {
    int at = from;
    while (true) {
      at = special(bytes, at, limit);
      if (at >= limit) {
        return last ? UNCLOSED : GOES_ON;
      }
      byte sign = bytes[at];
      boolean more = at + 1 < limit;
      if (!more && !last) {
        return GOES_ON;
      }
      if (sign == grammar.escape() && more && isEscapable(bytes[at + 1])) {
        at += 2;
      } else if (sign == grammar.quote()) {
        if (!more || bytes[at + 1] != grammar.quote()) {
          return at + 1;
        }
        at += 2;
      } else if (sign == '\n' || sign == '\r') {
        lines++;
        at = Bytes.afterBreak(bytes, at, limit);
      } else {
        at++;
      }
    }
  }

  private boolean ended(byte[] bytes, int at, int limit, boolean last) {
    if (bytes[at] == '\r' && at + 1 == limit && !last) {
      return false;
    }
    end = at;
    next = Bytes.afterBreak(bytes, at, limit);
    return true;
  }

  private boolean broken(
      MalformedReason reason,
      byte[] bytes,
      int opened,
      int linesWhenOpened,
      int limit,
      boolean last) {
    problem = reason;
    lines = linesWhenOpened;
    int at = Bytes.lineBreak(bytes, opened, limit);
    if (at < limit) {
      return ended(bytes, at, limit, last);
    }
    end = limit;
    next = limit;
    return last;
  }

  /** The next quote, escape or line break. */
  private int special(byte[] bytes, int from, int limit) {
    int at = from;
    for (; at + 8 <= limit; at += 8) {
      long eight = Bytes.eight(bytes, at);
      long found =
          Bytes.breaks(eight) | Bytes.matches(eight, quotes) | Bytes.matches(eight, escapes);
      if (found != 0) {
        return at + (Long.numberOfTrailingZeros(found) >>> 3);
      }
    }
    for (; at < limit; at++) {
      byte sign = bytes[at];
      if (sign == '\n' || sign == '\r' || sign == grammar.quote() || sign == grammar.escape()) {
        return at;
      }
    }
    return limit;
  }
}

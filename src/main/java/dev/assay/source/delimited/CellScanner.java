package dev.assay.source.delimited;

/**
 * Cuts one record into cells and takes quotes and escapes off, in place. Not for several threads.
 */
final class CellScanner {
  private final CsvGrammar grammar;
  private final long delimiters;
  private final int columns;
  private boolean contiguous;
  private boolean emptyAfter;

  CellScanner(CsvGrammar grammar, int columns) {
    this.grammar = grammar;
    this.delimiters = Bytes.repeat(grammar.delimiter());
    this.columns = columns;
  }

  /** Whether the cells of the last record lie as they were, one byte between each two. */
  boolean isContiguous() {
    return contiguous;
  }

  /** Whether every cell after the last column is missing. */
  boolean isEmptyAfter() {
    return emptyAfter;
  }

  /**
   * Cuts the record that {@link RecordScanner} found; where it has not as many cells as columns,
   * its bytes stay as they are.
   *
   * @param starts takes where each cell begins, from {@code base} on
   * @param lengths takes how long each cell is
   * @return how many cells there are
   */
  int scan(byte[] bytes, int start, int end, int[] starts, int[] lengths, int base) {
    contiguous = true;
    emptyAfter = true;
    boolean marked =
        Bytes.indexOfEither(bytes, grammar.quote(), grammar.escape(), start, end) < end;
    int cells =
        !grammar.isSingle()
            ? cutLong(bytes, start, end, starts, lengths, base)
            : marked
                ? cutMarked(bytes, start, end, starts, lengths, base)
                : cutPlain(bytes, start, end, starts, lengths, base);
    if (marked && cells == columns) {
      contiguous = false;
      for (int i = base; i < base + columns; i++) {
        takeOff(bytes, starts, lengths, i);
      }
    }
    return cells;
  }

  private int cutPlain(byte[] bytes, int start, int end, int[] starts, int[] lengths, int base) {
    int cell = 0;
    int from = start;
    int at = start;
    for (; at + 8 <= end; at += 8) {
      long found = Bytes.matches(Bytes.eight(bytes, at), delimiters);
      while (found != 0) {
        int to = at + (Long.numberOfTrailingZeros(found) >>> 3);
        put(cell++, from, to, starts, lengths, base);
        from = to + 1;
        found &= found - 1;
      }
    }
    for (; at < end; at++) {
      if (bytes[at] == grammar.delimiter()) {
        put(cell++, from, at, starts, lengths, base);
        from = at + 1;
      }
    }
    put(cell++, from, end, starts, lengths, base);
    return cell;
  }

  private void put(int cell, int from, int to, int[] starts, int[] lengths, int base) {
    if (cell < columns) {
      starts[base + cell] = from;
      lengths[base + cell] = to == from ? CsvBatch.MISSING : to - from;
      contiguous &= to != from;
    } else {
      emptyAfter &= to == from;
    }
  }

  /** As {@link #cutMarked}, where delimiters are longer than a byte or columns are aligned. */
  private int cutLong(byte[] bytes, int start, int end, int[] starts, int[] lengths, int base) {
    int begin = start;
    int stop = end;
    while (grammar.isAligned() && begin < stop && bytes[begin] == ' ') {
      begin++;
    }
    while (grammar.isAligned() && stop > begin && bytes[stop - 1] == ' ') {
      stop--;
    }
    int cells = cutMarked(bytes, begin, stop, starts, lengths, base);
    contiguous = false;
    return cells;
  }

  /** As {@link #cutPlain}, where quotes and escapes hide delimiters. */
  private int cutMarked(byte[] bytes, int start, int end, int[] starts, int[] lengths, int base) {
    int cell = 0;
    int at = start;
    while (true) {
      int from = at;
      at = at < end && bytes[at] == grammar.quote() ? closed(bytes, at + 1, end) : at;
      int width = 0;
      while (at < end && (width = grammar.width(bytes, at, end)) == 0) {
        at += escapes(bytes, at, end) ? 2 : 1;
      }
      at = Math.min(at, end);
      put(cell++, from, at, starts, lengths, base);
      if (at >= end) {
        return cell;
      }
      at += width;
    }
  }

  private int closed(byte[] bytes, int from, int end) {
    int at = from;
    while (at < end) {
      if (escapes(bytes, at, end)) {
        at += 2;
      } else if (bytes[at] != grammar.quote()) {
        at++;
      } else if (at + 1 < end && bytes[at + 1] == grammar.quote()) {
        at += 2;
      } else {
        return at + 1;
      }
    }
    return end;
  }

  private boolean escapes(byte[] bytes, int at, int end) {
    return bytes[at] == grammar.escape()
        && at + 1 < end
        && (bytes[at + 1] == grammar.quote()
            || bytes[at + 1] == grammar.delimiter()
            || bytes[at + 1] == grammar.escape());
  }

  private void takeOff(byte[] bytes, int[] starts, int[] lengths, int cell) {
    int length = lengths[cell];
    if (length == CsvBatch.MISSING) {
      return;
    }
    int from = starts[cell];
    int end = from + length;
    boolean quoted = bytes[from] == grammar.quote();
    if (quoted) {
      from++;
      end--;
      starts[cell] = from;
      lengths[cell] = end - from;
    }
    int marks =
        Bytes.indexOfEither(
            bytes, quoted ? grammar.quote() : CsvGrammar.NONE, grammar.escape(), from, end);
    if (marks == end) {
      return;
    }
    int to = marks;
    for (int at = marks; at < end; at++) {
      boolean doubled = quoted && bytes[at] == grammar.quote();
      if (doubled || escapes(bytes, at, end)) {
        at++;
      }
      bytes[to++] = bytes[at];
    }
    lengths[cell] = to - from;
  }
}

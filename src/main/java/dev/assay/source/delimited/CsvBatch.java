package dev.assay.source.delimited;

import dev.assay.source.Malformed;
import dev.assay.source.MalformedReason;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/**
 * Some rows of a file as cells; refilled again and again by one thread, with others doing the same
 * over the same {@link CsvReader}.
 *
 * <p>A cell is a range of {@link #bytes()} in UTF-8, its quotes and escapes taken off; a cell that
 * was empty and not quoted is missing.
 */
public final class CsvBatch {
  /** The length of a missing cell. */
  public static final int MISSING = -1;

  /** Cells per batch, so that very wide tables take few rows at once. */
  private static final int MOST_CELLS = 1 << 20;

  /** Lines longer than this are not read in other ways. */
  private static final int LONGEST_MENDED = 1 << 16;

  private final CsvReader reader;
  private final CsvGrammar grammar;
  private final Malformed.Sink malformed;
  private final int columns;
  private final CsvBlock block;
  private final CellScanner scanner;
  private final int capacity;
  private final int[] starts;
  private final int[] lengths;
  private final long[] lines;
  private final boolean[] contiguous;
  private final byte otherQuote;
  private boolean valid;

  /** Whether there are quotes in the block that the file does not have. */
  private boolean strange;

  private int record;
  private int at;
  private long line;
  private int rows;

  public CsvBatch(CsvReader reader, int columns, int capacity, Malformed.Sink malformed) {
    this.reader = reader;
    this.block = new CsvBlock(reader.blockSize());
    this.grammar = reader.grammar();
    this.otherQuote = (byte) (grammar.quote() == '"' ? '\'' : '"');
    this.malformed = malformed;
    this.columns = columns;
    this.scanner = new CellScanner(grammar, columns);
    this.capacity = Math.clamp(MOST_CELLS / columns, 1, capacity);
    this.starts = new int[this.capacity * columns];
    this.lengths = new int[this.capacity * columns];
    this.lines = new long[this.capacity];
    this.contiguous = new boolean[this.capacity];
  }

  /** Reads the next rows, at most the capacity; false when there are none. */
  public boolean next() throws IOException {
    rows = 0;
    while (rows == 0) {
      if (atEnd() && !refill()) {
        return false;
      }
      if (block.plain) {
        takeLines();
      } else {
        takeRecords();
      }
    }
    return true;
  }

  public int rows() {
    return rows;
  }

  /** The bytes that {@link #start} points into; until the next batch. */
  public byte[] bytes() {
    return block.bytes;
  }

  public int start(int row, int column) {
    return starts[row * columns + column];
  }

  /** Bytes of the cell, or {@link #MISSING}. */
  public int length(int row, int column) {
    return lengths[row * columns + column];
  }

  /** The physical line at which the row begins, from 1. */
  public long line(int row) {
    return lines[row];
  }

  /**
   * Whether the row's cells lie one after the other with one byte between each two, none of them
   * missing or quoted.
   */
  public boolean isContiguous(int row) {
    return contiguous[row];
  }

  private boolean atEnd() {
    return block.plain ? at >= block.limit : record >= block.records;
  }

  private boolean refill() throws IOException {
    if (!reader.next(block)) {
      block.clear();
      block.plain = true;
      at = 0;
      return false;
    }
    valid = Bytes.firstInvalidUtf8(block.bytes, 0, block.limit) < 0;
    strange = Bytes.indexOf(block.bytes, otherQuote, 0, block.limit) < block.limit;
    record = 0;
    at = 0;
    line = block.firstLine;
    return true;
  }

  private void takeLines() throws IOException {
    byte[] bytes = block.bytes;
    while (rows < capacity && at < block.limit) {
      int end = Bytes.lineBreak(bytes, at, block.limit);
      take(at, end, line++);
      at = end < block.limit ? Bytes.afterBreak(bytes, end, block.limit) : end;
    }
  }

  private void takeRecords() throws IOException {
    while (rows < capacity && record < block.records) {
      int start = block.starts[record];
      int end = block.ends[record];
      long where = block.firstLine + block.lines[record];
      MalformedReason problem = block.problems[record++];
      if (problem == null) {
        take(start, end, where);
      } else {
        refuse(problem, where, start, end, 0);
      }
    }
  }

  private void take(int start, int end, long where) throws IOException {
    if (start == end && columns > 1) {
      refuse(MalformedReason.BLANK_LINE, where, start, end, 0);
      return;
    }
    if (!valid && Bytes.firstInvalidUtf8(block.bytes, start, end) >= 0) {
      refuse(MalformedReason.INVALID_ENCODING, where, start, end, 0);
      return;
    }
    int cells = scanner.scan(block.bytes, start, end, starts, lengths, rows * columns);
    if (cells > columns && scanner.isEmptyAfter()) {
      cells = withoutSurplus(cells, start, end);
    }
    if (cells != columns) {
      MalformedReason reason =
          cells < columns ? MalformedReason.TOO_FEW_CELLS : MalformedReason.TOO_MANY_CELLS;
      refuse(reason, where, start, end, cells);
      return;
    }
    if (strange && hasOwnQuotes(start, end) && requoted(where, start, end)) {
      return;
    }
    contiguous[rows] = scanner.isContiguous();
    lines[rows++] = where;
  }

  /** Whether two cells of the row are enclosed in quotes that the file does not have. */
  private boolean hasOwnQuotes(int start, int end) {
    int enclosed = 0;
    for (int i = rows * columns; i < (rows + 1) * columns && enclosed < 2; i++) {
      int from = starts[i];
      boolean quoted =
          lengths[i] > 2
              && block.bytes[from] == otherQuote
              && block.bytes[from + lengths[i] - 1] == otherQuote;
      enclosed += quoted ? 1 : 0;
    }
    return enclosed == 2
        && end - start <= LONGEST_MENDED
        && isText(start, end)
        && Bytes.indexOfEither(block.bytes, grammar.quote(), grammar.escape(), start, end) == end;
  }

  private boolean requoted(long where, int start, int end) throws IOException {
    String line = new String(block.bytes, start, end - start, StandardCharsets.UTF_8);
    Mender.Mended mended = reader.evidence(columns).mender().requote(line, (char) otherQuote);
    if (mended == null) {
      return false;
    }
    Malformed found =
        RawText.malformed(
            reader, MalformedReason.OWN_QUOTES, where, block.bytes, start, end, columns, columns);
    boolean landed = land(mended.cells(), where, start, end);
    malformed.accept(
        new Malformed(where, found.reason(), found.detail(), line, landed ? mended.how() : null));
    return true;
  }

  /** Where all rows end in delimiters, that is how the file is written and no mistake. */
  private int withoutSurplus(int cells, int start, int end) throws IOException {
    if (cells - columns != reader.evidence(columns).surplus()) {
      return cells;
    }
    int shorter = end - (cells - columns) * grammar.reach();
    return scanner.scan(block.bytes, start, shorter, starts, lengths, rows * columns);
  }

  private void refuse(MalformedReason reason, long where, int start, int end, int cells)
      throws IOException {
    Malformed found =
        RawText.malformed(reader, reason, where, block.bytes, start, end, cells, columns);
    Mender.Mended mended = mended(found, start, end);
    if (mended == null || !land(mended.cells(), where, start, end)) {
      malformed.accept(found);
      return;
    }
    malformed.accept(new Malformed(where, reason, found.detail(), found.raw(), mended.how()));
  }

  private Mender.Mended mended(Malformed found, int start, int end) throws IOException {
    boolean mendable =
        switch (found.reason()) {
          case TOO_FEW_CELLS, TOO_MANY_CELLS, UNCLOSED_QUOTE, TEXT_AFTER_QUOTE, OWN_QUOTES -> true;
          case BLANK_LINE,
              INVALID_ENCODING,
              TOO_LONG,
              BEFORE_TABLE,
              AFTER_TABLE,
              INVALID_JSON,
              DUPLICATE_KEY ->
              false;
        };
    return mendable && end - start <= LONGEST_MENDED && isText(start, end)
        ? reader.evidence(columns).mender().mend(found.raw())
        : null;
  }

  private boolean isText(int start, int end) {
    return valid || Bytes.firstInvalidUtf8(block.bytes, start, end) < 0;
  }

  /** Puts a row in the place of the line that it was; what it holds, the line held. */
  private boolean land(List<String> cells, long where, int start, int end) {
    int at = start;
    for (int i = 0; i < columns; i++) {
      String cell = cells.get(i);
      byte[] bytes = cell == null ? null : cell.getBytes(StandardCharsets.UTF_8);
      int length = bytes == null ? 0 : bytes.length;
      if (at + length > end) {
        return false;
      }
      if (length > 0) {
        System.arraycopy(bytes, 0, block.bytes, at, length);
      }
      starts[rows * columns + i] = at;
      lengths[rows * columns + i] = bytes == null ? MISSING : length;
      at += length;
    }
    contiguous[rows] = false;
    lines[rows++] = where;
    return true;
  }
}

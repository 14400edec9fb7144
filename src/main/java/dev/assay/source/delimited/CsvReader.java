package dev.assay.source.delimited;

import dev.assay.model.CsvDialect;
import dev.assay.source.Content;
import dev.assay.source.Malformed;
import dev.assay.source.MalformedReason;
import java.io.IOException;
import java.util.Arrays;

/**
 * Cuts a file into blocks of whole records, one after the other; blocks are then read by several
 * threads at once.
 *
 * <p>Only this part runs on one thread at a time, so it does the least that must be done in order:
 * where the last record of a block ends, and how many lines came before.
 */
public final class CsvReader implements AutoCloseable {
  /** A record longer than this is not landed. */
  static final int LONGEST_RECORD = 1 << 26;

  /** After several quotes that nothing closes, the search for the closing one is cut to this. */
  private static final int SHORT_SEARCH = 1 << 20;

  private static final int PATIENCE = 8;
  private static final int KEPT_OF_TOO_LONG = 1 << 16;

  private final Content content;
  private final CsvDialect dialect;
  private final Utf8Source source;

  /** Whether what is around the table belongs to no other and is listed. */
  private final boolean alone;

  private final long lastLine;
  private final CsvGrammar grammar;
  private final Malformed.Sink malformed;
  private final int blockSize;
  private final RecordScanner scanner;
  private byte[] carry = new byte[0];
  private int carried;
  private long line = 1;
  private boolean ended;
  private int searchesInVain;
  private long recordsRead;
  private volatile long consumed;

  private Evidence evidence;

  private CsvReader(
      Content content, CsvDialect dialect, boolean alone, Malformed.Sink malformed, int blockSize)
      throws IOException {
    this.content = content;
    this.dialect = dialect;
    this.alone = alone;
    this.lastLine = dialect.lastLine() == null ? Long.MAX_VALUE : dialect.lastLine();
    this.grammar = CsvGrammar.of(dialect);
    this.source = Utf8Source.open(content, Utf8Source.charset(dialect.charset()));
    this.malformed = malformed;
    this.blockSize = blockSize;
    this.scanner = new RecordScanner(grammar);
  }

  /**
   * Opens a file and steps over what precedes its first data row.
   *
   * @param table which of the file's tables it is; null where it is the only one, or taken for it:
   *     then every line around it is listed as malformed
   */
  public static CsvReader open(
      Content content, String table, CsvDialect dialect, Malformed.Sink malformed)
      throws IOException {
    return open(content, table, dialect, malformed, CsvBlock.SIZE);
  }

  /** As above, with blocks of another size, so that tests can cut anywhere. */
  static CsvReader open(
      Content content, String table, CsvDialect dialect, Malformed.Sink malformed, int blockSize)
      throws IOException {
    CsvReader reader = new CsvReader(content, dialect, table == null, malformed, blockSize);
    try {
      reader.skip();
      return reader;
    } catch (IOException | RuntimeException e) {
      reader.close();
      throw e;
    }
  }

  int blockSize() {
    return blockSize;
  }

  CsvGrammar grammar() {
    return grammar;
  }

  String charsetName() {
    return dialect.charset();
  }

  /** What the beginning of the table tells about its columns; the content is opened for it once. */
  synchronized Evidence evidence(int columns) throws IOException {
    if (evidence == null) {
      evidence = Evidence.of(content, dialect, columns);
    }
    return evidence;
  }

  /** How many bytes of the file have been read. */
  public long consumed() {
    return consumed;
  }

  /** How many records were found so far, malformed ones and lines before the table among them. */
  public synchronized long recordsRead() {
    return recordsRead;
  }

  byte[] original(byte[] bytes, int from, int limit) {
    return source.original(bytes, from, limit);
  }

  /** Fills the block with the next records; false when there are none. */
  synchronized boolean next(CsvBlock block) throws IOException {
    block.clear();
    load(block);
    consumed = source.consumed();
    while (block.limit > 0) {
      block.firstLine = line;
      int end = cut(block);
      if (end > 0) {
        carry(block, end);
        block.limit = end;
        return true;
      }
      if (ended) {
        throw new IllegalStateException("The last record has no end.");
      }
      if (block.limit >= search()) {
        if (giveUp(block)) {
          return true;
        }
      } else {
        grow(block);
      }
    }
    return false;
  }

  private int search() {
    return searchesInVain < PATIENCE ? LONGEST_RECORD : SHORT_SEARCH;
  }

  private void load(CsvBlock block) throws IOException {
    if (block.bytes.length < carried + (blockSize + 1) / 2) {
      block.bytes = new byte[carried + blockSize];
    }
    System.arraycopy(carry, 0, block.bytes, 0, carried);
    block.limit = carried;
    carried = 0;
    fill(block);
  }

  private void fill(CsvBlock block) throws IOException {
    while (!ended && block.limit < block.bytes.length) {
      int read = source.read(block.bytes, block.limit, block.bytes.length - block.limit);
      if (read < 0) {
        ended = true;
      } else {
        block.limit += read;
      }
    }
  }

  private void grow(CsvBlock block) throws IOException {
    block.bytes =
        Arrays.copyOf(block.bytes, Math.min(block.bytes.length * 2, LONGEST_RECORD + blockSize));
    fill(block);
  }

  private void carry(CsvBlock block, int end) {
    carried = block.limit - end;
    if (carry.length < carried || carry.length > carried + LONGEST_RECORD / 4) {
      carry = new byte[carried];
    }
    System.arraycopy(block.bytes, end, carry, 0, carried);
  }

  /** Lists the whole records of a block; returns where the last one ends with its line break. */
  private int cut(CsvBlock block) {
    block.records = 0;
    block.plain =
        Bytes.indexOfEither(block.bytes, grammar.quote(), grammar.escape(), 0, block.limit)
            == block.limit;
    // Where the table ends before the file does, lines are listed to see which ones are its.
    block.plain &= lastLine == Long.MAX_VALUE;
    return block.plain ? cutLines(block) : cutRecords(block, 0);
  }

  private int cutLines(CsvBlock block) {
    int end = ended ? block.limit : Bytes.afterLastBreak(block.bytes, block.limit);
    if (end > 0) {
      long lines = Bytes.countBreaks(block.bytes, 0, end);
      byte last = block.bytes[end - 1];
      recordsRead += last == '\n' || last == '\r' ? lines : lines + 1;
      line += lines;
    }
    return end;
  }

  private int cutRecords(CsvBlock block, int from) {
    int at = from;
    while (at < block.limit
        && line <= lastLine
        && scanner.scan(block.bytes, at, block.limit, ended)) {
      take(block, at);
      at = scanner.next;
    }
    return line <= lastLine ? at : cutRest(block, at);
  }

  /** The lines after the table. */
  private int cutRest(CsvBlock block, int from) {
    int at = from;
    while (at < block.limit) {
      int end = Bytes.lineBreak(block.bytes, at, block.limit);
      if (end + 1 >= block.limit && !ended) {
        return at;
      }
      if (alone) {
        block.list(at, end, (int) (line - block.firstLine), MalformedReason.AFTER_TABLE);
        recordsRead++;
      }
      line++;
      at = end < block.limit ? Bytes.afterBreak(block.bytes, end, block.limit) : end;
    }
    return at;
  }

  private void take(CsvBlock block, int start) {
    if (scanner.searchedInVain) {
      searchesInVain++;
    }
    block.list(start, scanner.end, (int) (line - block.firstLine), scanner.problem);
    line += scanner.lines;
    recordsRead++;
  }

  /** The first record is longer than may be: lists a part of it as malformed, or drops it. */
  private boolean giveUp(CsvBlock block) throws IOException {
    scanner.scan(block.bytes, 0, block.limit, true);
    if (!block.plain && scanner.problem != null && scanner.next < block.limit) {
      take(block, 0);
      int end = cutRecords(block, scanner.next);
      carry(block, end);
      block.limit = end;
      return true;
    }
    if (block.limit < LONGEST_RECORD) {
      grow(block);
      return false;
    }
    dropLine(block);
    return false;
  }

  private void dropLine(CsvBlock block) throws IOException {
    byte[] kept = Arrays.copyOf(block.bytes, KEPT_OF_TOO_LONG + 1);
    long length = 0;
    int end = Bytes.lineBreak(block.bytes, 0, block.limit);
    while (end >= block.limit - 1 && !ended) {
      // One byte stays behind, so that a line break cut in two is seen whole.
      length += block.limit - 1;
      block.bytes[0] = block.bytes[block.limit - 1];
      block.limit = 1;
      fill(block);
      end = Bytes.lineBreak(block.bytes, 0, block.limit);
    }
    malformed.accept(RawText.tooLong(this, line, kept, KEPT_OF_TOO_LONG, length + end));
    line++;
    recordsRead++;
    int next = end < block.limit ? Bytes.afterBreak(block.bytes, end, block.limit) : block.limit;
    System.arraycopy(block.bytes, next, block.bytes, 0, block.limit - next);
    block.limit -= next;
    fill(block);
  }

  /** Steps over titles and header; what was read beyond them is carried to the first block. */
  private void skip() throws IOException {
    CsvBlock block = new CsvBlock(blockSize);
    fill(block);
    int end = table(block);
    while (end < 0) {
      grow(block);
      end = table(block);
    }
    carry(block, end);
  }

  /** Where the first data row begins, or -1 when more must be read to tell. */
  private int table(CsvBlock block) {
    boolean last = ended || block.limit >= LONGEST_RECORD;
    int[] titles = new int[dialect.skipLines() + 1];
    int at = 0;
    int lines = 0;
    while (lines < dialect.skipLines() && at < block.limit) {
      int end = Bytes.lineBreak(block.bytes, at, block.limit);
      if (end + 1 >= block.limit && !last) {
        return -1;
      }
      at = end < block.limit ? Bytes.afterBreak(block.bytes, end, block.limit) : end;
      titles[++lines] = at;
    }
    int headerLines = 0;
    for (int row = 0; row < dialect.headerRows(); row++) {
      if (at < block.limit ? !scanner.scan(block.bytes, at, block.limit, last) : !last) {
        return -1;
      }
      if (at < block.limit) {
        at = scanner.next;
        headerLines += scanner.lines;
      }
    }
    line += alone ? 0 : lines;
    for (int i = 0; alone && i < lines; i++) {
      int end = Bytes.lineBreak(block.bytes, titles[i], titles[i + 1]);
      malformed.accept(
          RawText.malformed(
              this, MalformedReason.BEFORE_TABLE, line++, block.bytes, titles[i], end, 0, 0));
    }
    recordsRead += alone ? lines : 0;
    line += headerLines;
    return at;
  }

  @Override
  public void close() throws IOException {
    source.close();
  }
}

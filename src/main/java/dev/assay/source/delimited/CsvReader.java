package dev.assay.source.delimited;

import dev.assay.model.CsvDialect;
import dev.assay.source.Content;
import dev.assay.source.Malformed;
import dev.assay.source.MalformedReason;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HexFormat;

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

  private final Utf8Source source;
  private final String charsetName;
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

  private CsvReader(
      Utf8Source source,
      String charsetName,
      CsvGrammar grammar,
      Malformed.Sink malformed,
      int blockSize) {
    this.source = source;
    this.charsetName = charsetName;
    this.grammar = grammar;
    this.malformed = malformed;
    this.blockSize = blockSize;
    this.scanner = new RecordScanner(grammar);
  }

  /** Opens a file and steps over what precedes its first data row. */
  public static CsvReader open(Content content, CsvDialect dialect, Malformed.Sink malformed)
      throws IOException {
    return open(content, dialect, malformed, CsvBlock.SIZE);
  }

  /** As above, with blocks of another size, so that tests can cut anywhere. */
  static CsvReader open(
      Content content, CsvDialect dialect, Malformed.Sink malformed, int blockSize)
      throws IOException {
    CsvReader reader =
        new CsvReader(
            Utf8Source.open(content, Utf8Source.charset(dialect.charset())),
            dialect.charset(),
            CsvGrammar.of(dialect),
            malformed,
            blockSize);
    try {
      reader.skip(dialect);
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
    return charsetName;
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
    while (at < block.limit && scanner.scan(block.bytes, at, block.limit, ended)) {
      take(block, at);
      at = scanner.next;
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
    int kept = KEPT_OF_TOO_LONG;
    while ((block.bytes[kept] & 0xC0) == 0x80) {
      kept--;
    }
    boolean text = Bytes.firstInvalidUtf8(block.bytes, 0, kept) < 0;
    String raw =
        text
            ? new String(block.bytes, 0, kept, StandardCharsets.UTF_8)
            : HexFormat.of().formatHex(original(block.bytes, 0, kept));
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
    malformed.accept(
        new Malformed(
            line,
            MalformedReason.TOO_LONG,
            "A line of "
                + (length + end)
                + " bytes is longer than the "
                + LONGEST_RECORD
                + " that can be landed; _raw is "
                + (text ? "" : "hex of ")
                + "its beginning.",
            raw));
    line++;
    recordsRead++;
    int next = end < block.limit ? Bytes.afterBreak(block.bytes, end, block.limit) : block.limit;
    System.arraycopy(block.bytes, next, block.bytes, 0, block.limit - next);
    block.limit -= next;
    fill(block);
  }

  /** Steps over titles and header; what was read beyond them is carried to the first block. */
  private void skip(CsvDialect dialect) throws IOException {
    CsvBlock block = new CsvBlock(blockSize);
    fill(block);
    int end = table(block, dialect);
    while (end < 0) {
      grow(block);
      end = table(block, dialect);
    }
    carry(block, end);
  }

  /** Where the first data row begins, or -1 when more must be read to tell. */
  private int table(CsvBlock block, CsvDialect dialect) {
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
    if (dialect.hasHeader() && at < block.limit) {
      if (!scanner.scan(block.bytes, at, block.limit, last)) {
        return -1;
      }
      at = scanner.next;
      headerLines = scanner.lines;
    } else if (dialect.hasHeader() && !last) {
      return -1;
    }
    for (int i = 0; i < lines; i++) {
      int end = Bytes.lineBreak(block.bytes, titles[i], titles[i + 1]);
      malformed.accept(
          RawText.malformed(
              this, MalformedReason.BEFORE_TABLE, line++, block.bytes, titles[i], end, 0, 0));
    }
    recordsRead += lines;
    line += headerLines;
    return at;
  }

  @Override
  public void close() throws IOException {
    source.close();
  }
}

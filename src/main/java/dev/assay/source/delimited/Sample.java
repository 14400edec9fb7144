package dev.assay.source.delimited;

import dev.assay.source.Content;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * The beginning of a file.
 *
 * @param bytes in UTF-8
 * @param last whether that is all of it
 */
record Sample(byte[] bytes, boolean last) {
  private static final int SIZE = 1 << 20;
  private static final int MOST_RECORDS = 1_000;
  private static final int MOST_CELLS = 1 << 20;

  /** Reads a megabyte, or more when the first line is longer. */
  static Sample read(Content content, Charset charset) throws IOException {
    try (Utf8Source source = Utf8Source.open(content, charset)) {
      byte[] bytes = new byte[SIZE];
      int length = 0;
      while (true) {
        int read = source.read(bytes, length, bytes.length - length);
        if (read < 0) {
          return new Sample(Arrays.copyOf(bytes, length), true);
        }
        length += read;
        if (length == bytes.length) {
          boolean hasLine = Bytes.lineBreak(bytes, 0, length) < length;
          if (hasLine || length >= CsvReader.LONGEST_RECORD) {
            return new Sample(bytes, false);
          }
          bytes = Arrays.copyOf(bytes, length * 2);
        }
      }
    }
  }

  /**
   * A record of the sample.
   *
   * @param line physical line at which it begins, from 0
   * @param cells null where missing; no cells at all when the line is blank or broken
   * @param broken whether its quotes do not close
   * @param quoted how many of its cells are in quotes
   */
  record Line(int line, List<String> cells, boolean broken, int quoted) {
    boolean isBlank() {
      return cells.isEmpty() && !broken;
    }
  }

  /** The records as a grammar reads them, the last one only when it is whole. */
  List<Line> records(CsvGrammar grammar) {
    byte[] copy = bytes.clone();
    RecordScanner records = new RecordScanner(grammar);
    List<Line> found = new ArrayList<>();
    int line = 0;
    long cells = 0;
    int at = 0;
    while (at < copy.length
        && found.size() < MOST_RECORDS
        && cells < MOST_CELLS
        && (records.scan(copy, at, copy.length, last) || found.isEmpty())) {
      Line record =
          records.problem != null || records.end == at
              ? new Line(line, List.of(), records.problem != null, 0)
              : cut(grammar, copy, at, records.end, line);
      found.add(record);
      cells += record.cells().size();
      line += records.lines;
      at = records.next;
    }
    return found;
  }

  private static Line cut(CsvGrammar grammar, byte[] bytes, int start, int end, int line) {
    // The first pass counts the cells, because the second unquotes only when the number fits.
    int count = new CellScanner(grammar, 0).scan(bytes, start, end, new int[0], new int[0], 0);
    int[] starts = new int[count];
    int[] lengths = new int[count];
    new CellScanner(grammar, count).scan(bytes, start, end, starts, lengths, 0);
    List<String> cells = new ArrayList<>(count);
    int quoted = 0;
    for (int i = 0; i < count; i++) {
      cells.add(
          lengths[i] == CsvBatch.MISSING
              ? null
              : new String(bytes, starts[i], lengths[i], StandardCharsets.UTF_8));
      // The opening quote still stands before its cell.
      quoted += starts[i] > start && bytes[starts[i] - 1] == grammar.quote() ? 1 : 0;
    }
    return new Line(line, cells, false, quoted);
  }
}

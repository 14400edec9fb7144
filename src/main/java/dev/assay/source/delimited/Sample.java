package dev.assay.source.delimited;

import dev.assay.source.Content;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * The beginning of a file, or some lines of it.
 *
 * @param bytes in UTF-8
 * @param from where the first line begins
 * @param to where the last one ends
 * @param firstLine physical line at {@code from}, from 0
 * @param last whether the file ends there
 */
record Sample(byte[] bytes, int from, int to, int firstLine, boolean last) {
  private static final int SIZE = 1 << 20;
  private static final int MOST_CELLS = 1 << 19;

  /** A first line that is longer is no header. */
  private static final int LONGEST_LINE = 1 << 23;

  /** Reads a megabyte, or more when the first line is longer. */
  static Sample read(Content content, Charset charset) throws IOException {
    try (Utf8Source source = Utf8Source.open(content, charset)) {
      byte[] bytes = new byte[SIZE];
      int length = 0;
      while (true) {
        int read = source.read(bytes, length, bytes.length - length);
        if (read < 0) {
          return new Sample(bytes, 0, length, 0, true);
        }
        length += read;
        if (length == bytes.length) {
          boolean hasLine = Bytes.lineBreak(bytes, 0, length) < length;
          if (hasLine || length >= LONGEST_LINE) {
            return new Sample(bytes, 0, length, 0, false);
          }
          bytes = Arrays.copyOf(bytes, length * 2);
        }
      }
    }
  }

  /** The lines from {@code first} on, which counts from 0, before {@code end}. */
  Sample part(int first, int end) {
    int begin = from;
    int line = firstLine;
    while (line < first && begin < to) {
      begin = next(begin);
      line++;
    }
    int stop = begin;
    int at = line;
    if (end == Integer.MAX_VALUE) {
      return new Sample(bytes, begin, to, line, last);
    }
    while (at < end && stop < to) {
      stop = next(stop);
      at++;
    }
    return new Sample(bytes, begin, stop, line, last || stop < to);
  }

  private int next(int at) {
    int end = Bytes.lineBreak(bytes, at, to);
    return end < to ? Bytes.afterBreak(bytes, end, to) : to;
  }

  /** Its first lines as text, at most so many of each and in all. */
  List<String> lines(int most, int longest) {
    List<String> lines = new ArrayList<>();
    int at = from;
    while (at < to && lines.size() < most) {
      int end = Bytes.lineBreak(bytes, at, to);
      lines.add(new String(bytes, at, Math.min(longest, end - at), StandardCharsets.UTF_8));
      at = end < to ? Bytes.afterBreak(bytes, end, to) : to;
    }
    return lines;
  }

  /** The text of a record as it stands in the file. */
  String text(Line line) {
    return new String(bytes, line.start(), line.end() - line.start(), StandardCharsets.UTF_8);
  }

  /**
   * A record of the sample.
   *
   * @param line physical line at which it begins, from 0
   * @param next physical line after it
   * @param cells null where missing; no cells at all when the line is blank or broken
   * @param broken whether its quotes do not close
   * @param quoted how many of its cells are in quotes
   * @param start where it begins in the sample
   * @param end where it ends, without its line break
   */
  record Line(
      int line, int next, List<String> cells, boolean broken, int quoted, int start, int end) {
    /** The same with the lines after it, up to another. */
    Line upTo(int next) {
      return new Line(line, next, cells, broken, quoted, start, end);
    }

    /** Whether it has no end in the sample, so that it names no columns. */
    boolean isEndless() {
      return broken && end - start >= SIZE;
    }

    boolean isBlank() {
      return cells.isEmpty() && !broken;
    }

    int width() {
      return cells.size();
    }

    long filled() {
      return cells.stream().filter(cell -> cell != null && !cell.isBlank()).count();
    }
  }

  /** The first records as a grammar reads them, the last one only when it is whole. */
  List<Line> records(CsvGrammar grammar, int most) {
    RecordScanner records = new RecordScanner(grammar);
    List<Line> found = new ArrayList<>();
    int line = firstLine;
    long cells = 0;
    int at = from;
    while (at < to && found.size() < most && cells < MOST_CELLS) {
      boolean whole = records.scan(bytes, at, to, last);
      if (!whole && !found.isEmpty()) {
        break;
      }
      boolean broken = !whole || records.problem != null;
      Line record =
          broken || records.end == at
              ? new Line(line, line + records.lines, List.of(), broken, 0, at, records.end)
              : cut(grammar, at, records.end, line, line + records.lines);
      found.add(record);
      cells += record.cells().size();
      line += records.lines;
      at = records.next;
    }
    return found;
  }

  private Line cut(CsvGrammar grammar, int start, int end, int line, int next) {
    // Quotes are taken off in place.
    byte[] copy = Arrays.copyOfRange(bytes, start, end);
    // The first pass counts the cells, because the second unquotes only when the number fits.
    int count = new CellScanner(grammar, 0).scan(copy, 0, copy.length, new int[0], new int[0], 0);
    int[] starts = new int[count];
    int[] lengths = new int[count];
    new CellScanner(grammar, count).scan(copy, 0, copy.length, starts, lengths, 0);
    List<String> cells = new ArrayList<>(count);
    int quoted = 0;
    for (int i = 0; i < count; i++) {
      cells.add(
          lengths[i] == CsvBatch.MISSING
              ? null
              : new String(copy, starts[i], lengths[i], StandardCharsets.UTF_8));
      // The opening quote still stands before its cell.
      quoted += starts[i] > 0 && copy[starts[i] - 1] == grammar.quote() ? 1 : 0;
    }
    return new Line(line, next, cells, false, quoted, start, end);
  }
}

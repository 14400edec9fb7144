package dev.assay.source.delimited;

import dev.assay.source.MalformedReason;
import java.util.Arrays;

/**
 * A piece of a file that holds whole records; refilled again and again by one {@link CsvReader},
 * read by one {@link CsvBatch}.
 */
final class CsvBlock {
  /** Bytes read from a file at once: large enough that few chunks are left partly filled. */
  static final int SIZE = 1 << 21;

  private final int size;

  byte[] bytes;

  /** Where the records end; they begin at the beginning. */
  int limit;

  /** Physical line of the first record. */
  long firstLine;

  /** Whether it has no quote and no escape: then every line is a record, and none is listed. */
  boolean plain;

  // The records that are listed: where they begin and end, their line, and what is wrong with them.
  int records;
  int[] starts = new int[1024];
  int[] ends = new int[1024];
  int[] lines = new int[1024];
  MalformedReason[] problems = new MalformedReason[1024];

  CsvBlock(int size) {
    this.size = size;
    this.bytes = new byte[size];
  }

  void list(int start, int end, int line, MalformedReason problem) {
    if (records == starts.length) {
      starts = Arrays.copyOf(starts, records * 2);
      ends = Arrays.copyOf(ends, records * 2);
      lines = Arrays.copyOf(lines, records * 2);
      problems = Arrays.copyOf(problems, records * 2);
    }
    starts[records] = start;
    ends[records] = end;
    lines[records] = line;
    problems[records++] = problem;
  }

  /** Empties it and gives back what one very long record made it grow to. */
  void clear() {
    if (bytes.length > size) {
      bytes = new byte[size];
    }
    records = 0;
    limit = 0;
  }
}

package dev.assay.source.json;

import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;

/** Cuts a stream at its line feeds; a line that is too long is kept only in its beginning. */
final class JsonLines {
  private final InputStream stream;
  private final byte[] piece = new byte[1 << 16];
  private int at;
  private int end;
  private byte[] line = new byte[1 << 12];
  private int length;
  private long number;
  private boolean tooLong;

  JsonLines(InputStream stream) {
    this.stream = stream;
  }

  /** Goes to the next line; false when there is none. */
  boolean next() throws IOException {
    length = 0;
    tooLong = false;
    boolean any = false;
    while (at < end || fill()) {
      any = true;
      int from = at;
      while (at < end && piece[at] != '\n') {
        at++;
      }
      append(from, at);
      if (at < end) {
        at++;
        break;
      }
    }
    number += any ? 1 : 0;
    return any;
  }

  private boolean fill() throws IOException {
    at = 0;
    end = Math.max(0, stream.read(piece, 0, piece.length));
    return end > 0;
  }

  private void append(int from, int to) {
    int room = JsonParsing.LONGEST_RECORD - length;
    tooLong |= to - from > room;
    int most = Math.min(to - from, room);
    if (length + most > line.length) {
      line =
          Arrays.copyOf(
              line, Math.min(JsonParsing.LONGEST_RECORD, Math.max(length + most, line.length * 2)));
    }
    System.arraycopy(piece, from, line, length, most);
    length += most;
  }

  /** The line's bytes are the first {@link #length()} of these, until the next call. */
  byte[] bytes() {
    return line;
  }

  int length() {
    return length;
  }

  /** From 1. */
  long number() {
    return number;
  }

  boolean isTooLong() {
    return tooLong;
  }

  boolean isBlank() {
    for (int i = 0; i < length; i++) {
      if (line[i] != ' ' && line[i] != '\t' && line[i] != '\r') {
        return false;
      }
    }
    return true;
  }
}

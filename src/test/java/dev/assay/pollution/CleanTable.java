package dev.assay.pollution;

import java.nio.charset.Charset;
import java.nio.charset.CharsetEncoder;
import java.util.List;

/**
 * A table as its author means it.
 *
 * @param kinds one letter per column: n number, d date or time, t text, c code
 */
record CleanTable(String name, String kinds, List<String> header, List<List<String>> rows) {
  CleanTable {
    if (kinds.length() != header.size()
        || rows.stream().anyMatch(row -> row.size() != header.size())) {
      throw new IllegalArgumentException(name + " is no table.");
    }
  }

  int columns() {
    return header.size();
  }

  /** Whether a reader can tell a row from a header, and one column from the next, by shape. */
  boolean isTyped() {
    return kinds.chars().filter(kind -> kind == 'n' || kind == 'd').count() >= 2;
  }

  boolean hasText() {
    return kinds.indexOf('t') >= 0;
  }

  boolean contains(String text) {
    return header.stream().anyMatch(cell -> cell.contains(text))
        || rows.stream().anyMatch(row -> row.stream().anyMatch(cell -> cell.contains(text)));
  }

  boolean hasEmptyCells() {
    return rows.stream().anyMatch(row -> row.contains(""));
  }

  /** Whether it can be written in a charset, and would not look the same in ASCII. */
  boolean showsIn(Charset charset) {
    CharsetEncoder encoder = charset.newEncoder();
    StringBuilder all = new StringBuilder(String.join("", header));
    rows.forEach(row -> row.forEach(all::append));
    return encoder.canEncode(all) && all.chars().anyMatch(sign -> sign > 127);
  }
}

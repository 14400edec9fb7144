package dev.assay.source.delimited;

import java.util.ArrayList;
import java.util.List;

/**
 * A line cut at every delimiter, quoted or not, so that the cells can be put together from the
 * pieces in the way that fits best.
 */
final class LooseLine {
  /**
   * What some pieces in a row are as one cell.
   *
   * @param value with its quotes taken off, null where missing
   * @param cost how odd it would be, 0 where nothing is
   */
  record Cell(String value, double cost) {}

  private static final double JOIN = 0.6;
  private static final double JOIN_IN_SENTENCE = 0.25;

  private final String line;
  private final String delimiter;
  private final char quote;
  private final Character escape;
  private final List<int[]> pieces = new ArrayList<>();
  private final boolean quoted;

  /** {@code quote} is {@code '\0'} where there is none. */
  LooseLine(String line, String delimiter, char quote, Character escape) {
    this.line = line;
    this.delimiter = delimiter;
    this.quote = quote;
    this.escape = escape;
    this.quoted = quote != 0 && line.indexOf(quote) >= 0;
    cut();
  }

  private void cut() {
    boolean aligned = delimiter.equals(CsvGrammar.SPACES) || delimiter.equals("  ");
    int end = line.length();
    int at = 0;
    while (aligned && at < end && line.charAt(at) == ' ') {
      at++;
    }
    while (aligned && end > at && line.charAt(end - 1) == ' ') {
      end--;
    }
    int from = at;
    while (at < end) {
      int width =
          aligned ? spaces(at, end) : line.startsWith(delimiter, at) ? delimiter.length() : 0;
      if (width > 0) {
        pieces.add(new int[] {from, at});
        at += width;
        from = at;
      } else {
        at += isEscape(at) ? 2 : 1;
      }
    }
    pieces.add(new int[] {from, end});
  }

  private int spaces(int at, int end) {
    int to = at;
    while (to < end && line.charAt(to) == ' ') {
      to++;
    }
    return to - at >= (delimiter.equals(CsvGrammar.SPACES) ? 1 : 2) ? to - at : 0;
  }

  private boolean isEscape(int at) {
    return escape != null && line.charAt(at) == escape && at + 1 < line.length();
  }

  int size() {
    return pieces.size();
  }

  boolean hasQuotes() {
    return quoted;
  }

  boolean isEmpty(int piece) {
    return pieces.get(piece)[0] == pieces.get(piece)[1];
  }

  /** The pieces from {@code first} to {@code last}, which is one of them, as one cell. */
  Cell cell(int first, int last) {
    String raw = line.substring(pieces.get(first)[0], pieces.get(last)[1]);
    double joins = joins(first, last);
    if (raw.isEmpty()) {
      return new Cell(null, 0);
    }
    if (!quoted || raw.indexOf(quote) < 0) {
      return new Cell(unescaped(raw), joins);
    }
    String text = raw.strip();
    boolean opens = !text.isEmpty() && text.charAt(0) == quote;
    boolean closes = text.length() > 1 && text.charAt(text.length() - 1) == quote;
    if (opens && closes) {
      return enclosed(text.substring(1, text.length() - 1), first, last);
    }
    boolean odd = text.chars().filter(c -> c == quote).count() % 2 == 1;
    if (opens && odd) {
      return new Cell(unescaped(text.substring(1)), 0.4 + joins);
    }
    if (opens) {
      int close = text.indexOf(quote, 1);
      return new Cell(unescaped(text.substring(1, close) + text.substring(close + 1)), 0.3 + joins);
    }
    return new Cell(unescaped(raw), (closes && odd ? 0.2 : 0) + joins);
  }

  private Cell enclosed(String inner, int first, int last) {
    String doubled = String.valueOf(quote).repeat(2);
    String rest = inner.replace(doubled, "");
    if (escape != null) {
      rest = rest.replace("" + escape + quote, "");
    }
    if (rest.indexOf(quote) < 0) {
      return new Cell(unescaped(inner.replace(doubled, String.valueOf(quote))), 0);
    }
    boolean hidesCell =
        last > first && (inner.contains(quote + delimiter) || inner.contains(delimiter + quote));
    double cost = (last > first ? 0.3 : 0.1) + (hidesCell ? 0.8 : 0);
    String text = inner.contains(doubled) ? inner.replace(doubled, String.valueOf(quote)) : inner;
    if (text.chars().filter(c -> c == quote).count() % 2 == 1) {
      // One quote too many: at an edge it is the one that does not belong there.
      if (text.charAt(0) == quote) {
        text = text.substring(1);
      } else if (text.charAt(text.length() - 1) == quote) {
        text = text.substring(0, text.length() - 1);
      }
    }
    return new Cell(unescaped(text), cost);
  }

  private double joins(int first, int last) {
    double cost = 0;
    for (int i = first + 1; i <= last; i++) {
      int from = pieces.get(i)[0];
      boolean sentence = from < pieces.get(i)[1] && line.charAt(from) == ' ';
      cost += sentence ? JOIN_IN_SENTENCE : JOIN;
    }
    return cost;
  }

  private String unescaped(String text) {
    if (escape == null || text.indexOf(escape) < 0) {
      return text;
    }
    StringBuilder plain = new StringBuilder();
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      boolean takes =
          c == escape
              && i + 1 < text.length()
              && (text.charAt(i + 1) == quote
                  || text.charAt(i + 1) == delimiter.charAt(0)
                  || text.charAt(i + 1) == escape);
      plain.append(takes ? text.charAt(++i) : c);
    }
    return plain.toString();
  }
}

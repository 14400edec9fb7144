package dev.assay.cli;

import java.io.PrintStream;
import java.util.ArrayList;
import java.util.List;

/** Rows of texts in aligned columns, a heading above and nothing around them. */
final class Table {
  private static final String GAP = "  ";
  private final List<String> headings;
  private final boolean[] right;
  private final boolean[] wrapped;
  private final List<List<String>> rows = new ArrayList<>();

  /** What a column whose cells may have several lines keeps at least. */
  private static final int NARROWEST_LINES = 24;

  /**
   * A heading that begins with {@code >} aligns its column to the right; the cells of one that
   * begins with {@code ~} are broken into lines rather than shortened.
   */
  Table(String... headings) {
    this(List.of(headings));
  }

  Table(List<String> headings) {
    this.headings =
        headings.stream()
            .map(h -> Words.plain(h.startsWith(">") || h.startsWith("~") ? h.substring(1) : h))
            .toList();
    this.right = new boolean[headings.size()];
    this.wrapped = new boolean[headings.size()];
    for (int i = 0; i < right.length; i++) {
      right[i] = headings.get(i).startsWith(">");
      wrapped[i] = headings.get(i).startsWith("~");
    }
  }

  void add(String... cells) {
    add(List.of(cells));
  }

  void add(List<String> cells) {
    rows.add(cells.stream().map(Words::plain).toList());
  }

  boolean isEmpty() {
    return rows.isEmpty();
  }

  void print(Terminal terminal) {
    print(terminal.out(), terminal.outIsTerminal() ? terminal.width() : Integer.MAX_VALUE);
  }

  /**
   * @param width at most this many columns: the widest cells are shortened until it fits
   */
  void print(PrintStream out, int width) {
    for (String line : lines(width)) {
      out.println(line);
    }
  }

  List<String> lines(int width) {
    int[] widths = widths(width);
    List<String> lines = new ArrayList<>();
    lines.add(line(headings, widths));
    for (List<String> row : rows) {
      lines.addAll(broken(row, widths));
    }
    return lines;
  }

  private int[] widths(int most) {
    int[] widths = new int[headings.size()];
    for (int i = 0; i < widths.length; i++) {
      widths[i] = length(headings.get(i));
      for (List<String> row : rows) {
        widths[i] = Math.max(widths[i], length(row.get(i)));
      }
    }
    long room = (long) most - (long) GAP.length() * (widths.length - 1);
    long sum = java.util.Arrays.stream(widths).sum();
    while (sum > room) {
      int widest = widest(widths);
      if (widths[widest] <= 8) {
        // A table of very many columns: let the terminal wrap it, but keep every column readable.
        break;
      }
      widths[widest]--;
      sum--;
    }
    return widths;
  }

  /** The widest column; one of several lines gives way first, for nothing of it is lost. */
  private int widest(int[] widths) {
    int widest = -1;
    for (int i = 0; i < widths.length; i++) {
      boolean gives = wrapped[i] && widths[i] > Math.max(NARROWEST_LINES, length(headings.get(i)));
      if (gives && (widest < 0 || widths[i] > widths[widest])) {
        widest = i;
      }
    }
    if (widest >= 0) {
      return widest;
    }
    widest = 0;
    for (int i = 1; i < widths.length; i++) {
      widest = widths[i] > widths[widest] ? i : widest;
    }
    return widest;
  }

  private List<String> broken(List<String> cells, int[] widths) {
    List<List<String>> parts = new ArrayList<>();
    int most = 1;
    for (int i = 0; i < widths.length; i++) {
      List<String> part =
          wrapped[i] ? Words.wrapped(cells.get(i), widths[i]) : List.of(cells.get(i));
      parts.add(part);
      most = Math.max(most, part.size());
    }
    List<String> lines = new ArrayList<>();
    for (int n = 0; n < most; n++) {
      int nth = n;
      lines.add(
          line(
              parts.stream().map(part -> nth < part.size() ? part.get(nth) : "").toList(), widths));
    }
    return lines;
  }

  private String line(List<String> cells, int[] widths) {
    StringBuilder line = new StringBuilder();
    for (int i = 0; i < widths.length; i++) {
      String cell = shorten(cells.get(i), widths[i]);
      String blanks = " ".repeat(widths[i] - length(cell));
      line.append(i == 0 ? "" : GAP).append(right[i] ? blanks + cell : cell + blanks);
    }
    return line.toString().stripTrailing();
  }

  private static String shorten(String cell, int width) {
    return length(cell) <= width
        ? cell
        : cell.substring(0, cell.offsetByCodePoints(0, width - 1)) + "…";
  }

  private static int length(String text) {
    return text.codePointCount(0, text.length());
  }
}

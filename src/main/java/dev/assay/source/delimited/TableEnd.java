package dev.assay.source.delimited;

import java.util.List;

/** Finds where a table ends above the remarks that people put below it. */
final class TableEnd {
  private TableEnd() {}

  /**
   * The index after the last row.
   *
   * @param rows without blank lines, the table beginning at {@code start}
   * @param width how many cells most of them have
   */
  static int of(List<Sample.Line> rows, int start, int width) {
    int end = rows.size();
    int last = rows.size();
    while (last > start + 2 && rows.get(last - 1).width() != width) {
      last--;
      boolean apart = rows.get(last - 1).next() < rows.get(last).line();
      // Rows that are merely short stay rows, unless a blank line sets them apart.
      if (apart && !rows.get(last).broken() || isRemark(rows.get(last), width)) {
        end = last;
      } else if (!continuesRemark(rows, last, width)) {
        break;
      }
    }
    return end;
  }

  private static boolean isRemark(Sample.Line row, int width) {
    if (row.broken() || width < 3 || row.filled() != 1) {
      return false;
    }
    String text = row.cells().stream().filter(cell -> cell != null).findFirst().orElse("");
    boolean ofCells =
        Candidates.USUAL.stream()
            .anyMatch(sign -> text.split("\\Q" + sign + "\\E", -1).length == width);
    return !ofCells
        && CellKind.of(text) == CellKind.TEXT
        && text.chars().anyMatch(c -> c == ' ' || c == ':' || c == '*');
  }

  /** A short row may be part of remarks that begin further up. */
  private static boolean continuesRemark(List<Sample.Line> rows, int index, int width) {
    Sample.Line row = rows.get(index);
    return !row.broken() && row.width() * 2 <= width;
  }
}

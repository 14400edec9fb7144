package dev.assay.source.delimited;

import java.util.List;

/** Finds where a table ends above the remarks that people put below it. */
final class TableEnd {
  private static final int MOST_REMARKS = 30;
  private static final int LEARNED = 1_000;

  /** How little a short line must fit the columns to be no row. */
  private static final double STRANGE = 0.45;

  private static final double UNUSUAL = 0.25;

  private final List<Sample.Line> rows;
  private final int start;
  private final int width;
  private ColumnShape[] shapes;

  private TableEnd(List<Sample.Line> rows, int start, int width) {
    this.rows = rows;
    this.start = start;
    this.width = width;
  }

  /**
   * The index after the last row.
   *
   * @param rows without blank lines, the table beginning at {@code start}
   * @param width how many cells most of them have
   */
  static int of(List<Sample.Line> rows, int start, int width) {
    return new TableEnd(rows, start, width).find();
  }

  private int find() {
    int end = rows.size();
    int last = rows.size();
    while (last > start + 2 && rows.size() - last < MOST_REMARKS) {
      last--;
      Sample.Line row = rows.get(last);
      if (row.width() == width) {
        // Spreadsheets fill remarks up with empty cells.
        if (isPadded(row) && isRemark(row)) {
          end = last;
          continue;
        }
        break;
      }
      boolean apart = rows.get(last - 1).next() < row.line();
      // Rows that are merely short stay rows, unless a blank line sets them apart.
      if (apart && !row.broken() || isRemark(row)) {
        end = last;
      } else if (row.broken() || row.width() * 2 > width) {
        break;
      }
    }
    return end;
  }

  private boolean isPadded(Sample.Line row) {
    return width > 2
        && row.filled() == 1
        && row.cells().getFirst() != null
        && rows.get(start).filled() > 1;
  }

  private boolean isRemark(Sample.Line row) {
    if (row.broken() || width < 3 || row.filled() == 0) {
      return false;
    }
    if (row.filled() > 1) {
      return row.width() * 2 <= width && Math.max(strangeness(row), cost(row, 0)) >= STRANGE;
    }
    String text = row.cells().stream().filter(cell -> cell != null).findFirst().orElse("");
    boolean ofCells =
        Candidates.USUAL.stream()
            .anyMatch(sign -> text.split("\\Q" + sign + "\\E", -1).length >= width);
    boolean sentence =
        CellKind.of(text) == CellKind.TEXT
            && text.chars().anyMatch(c -> c == ' ' || c == ':' || c == '*');
    return !ofCells && sentence && (row.width() < width || isStrange(row));
  }

  /** Whether its one text is odd, and so are the cells that it lacks. */
  private boolean isStrange(Sample.Line row) {
    double cost = 0;
    for (int i = 0; i < width; i++) {
      cost += cost(row, i);
    }
    return cost(row, 0) >= UNUSUAL && cost / width >= STRANGE;
  }

  /** How little the filled cells fit the columns that they stand in, on average. */
  private double strangeness(Sample.Line row) {
    double cost = 0;
    for (int i = 0; i < row.width(); i++) {
      cost += row.cells().get(i) == null ? 0 : cost(row, i);
    }
    return cost / row.filled();
  }

  private double cost(Sample.Line row, int column) {
    if (shapes == null) {
      List<List<String>> known =
          rows.subList(start + 1, rows.size()).stream()
              .limit(LEARNED)
              .filter(other -> other.width() == width && other != row)
              .map(Sample.Line::cells)
              .toList();
      shapes = ColumnShape.of(known, width);
    }
    return shapes[column].cost(row.cells().get(column));
  }
}

package dev.assay.source.excel;

import dev.assay.model.DialectOverrides;
import dev.assay.source.delimited.HeaderDetection;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Where in a sheet its table is. Rows of an {@link Outline} and columns count from 0.
 *
 * @param first the first row of the header, or of the data where there is none
 * @param headerRows how many rows of the sheet name the columns
 * @param data the first row below the header
 * @param last the last row
 * @param firstColumn the first column with a value
 * @param lastColumn the last column with a value
 */
record FoundArea(int first, int headerRows, int data, int last, int firstColumn, int lastColumn) {
  private static final int MOST_NOTES = 20;
  private static final int BELOW = 10;

  /** Finds it; the outline has at least one row. */
  static FoundArea in(Outline outline, DialectOverrides overrides) {
    int usual = usual(outline);
    int first =
        overrides.skipLines() == null
            ? start(outline, usual)
            : after(outline, overrides.skipLines());
    int last = lastWithoutNotes(outline, first, usual);
    HeaderRows above = new HeaderRows(outline);
    int header = overrides.headerRows() == null ? above.count(first, last) : overrides.headerRows();
    if (overrides.headerRows() == null) {
      List<String> names = above.names(first, header, 0, width(outline, first, last));
      List<List<String>> rows = rows(outline, above.below(first, header), last, names.size());
      header = HeaderDetection.evidence(names, rows) > 0 ? header : 0;
    }
    int data = above.below(first, header);
    int firstColumn = SheetRow.MOST_COLUMNS;
    // Further down a large sheet there may be columns that its beginning does not fill.
    int lastColumn = Math.max(0, outline.promisedColumns() - 1);
    for (int row = first; row <= last; row++) {
      firstColumn = Math.min(firstColumn, outline.first(row));
      lastColumn = Math.max(lastColumn, outline.last(row));
    }
    return new FoundArea(first, header, data, last, firstColumn, lastColumn);
  }

  /** How many values most of a table's rows have: what makes the largest area. */
  private static int usual(Outline outline) {
    int[] counts = new int[outline.sampled()];
    for (int row = 0; row < counts.length; row++) {
      counts[row] = outline.filled(row);
    }
    Arrays.sort(counts);
    int best = 1;
    long area = 0;
    for (int i = 0; i < counts.length; i++) {
      long own = (long) counts[i] * (counts.length - i);
      if (own >= area) {
        area = own;
        best = counts[i];
      }
    }
    return best;
  }

  private static int after(Outline outline, int skipped) {
    int row = 0;
    while (row < outline.sampled() - 1 && outline.number(row) <= skipped) {
      row++;
    }
    return row;
  }

  /** The first row that is as wide as the table; what stands above are titles and notes. */
  private static int start(Outline outline, int usual) {
    int needed = usual < 3 ? usual : Math.min(usual - 1, usual * 4 / 5);
    int row = 0;
    while (row < outline.sampled() - 1 && breadth(outline, row) < needed) {
      row++;
    }
    int most = Math.min(outline.sampled() - 1, row + BELOW);
    for (int below = row + 1; below <= most; below++) {
      if (namesMore(outline, row, below)) {
        return below;
      }
    }
    return row;
  }

  /** How many columns a row fills, with merged cells spread over theirs. */
  private static int breadth(Outline outline, int row) {
    // A title that is merged across a table is still but one text.
    if (outline.filled(row) < 2) {
      return outline.filled(row);
    }
    int number = outline.number(row);
    boolean groups = new HeaderRows(outline).groups(row, outline.size() - 1);
    int covered =
        outline.merges().stream()
            .filter(merge -> merge.firstRow() == number && groups)
            .mapToInt(merge -> merge.lastColumn() - merge.firstColumn())
            .sum();
    return outline.filled(row) + covered;
  }

  /**
   * Whether a row below names a column that this one does not, over numbers or dates: then the
   * upper one is a note that happens to be wide.
   */
  private static boolean namesMore(Outline outline, int row, int below) {
    if (outline.filled(below) <= outline.filled(row) || below + 1 >= outline.sampled()) {
      return false;
    }
    Outline.Sampled upper = outline.sample(row);
    Outline.Sampled lower = outline.sample(below);
    boolean more = false;
    for (int column = 0; column <= outline.last(below); column++) {
      if (lower.format(column) != null) {
        return false;
      }
      boolean gap = upper.cell(column) == null && lower.cell(column) != null;
      more |=
          gap && outline.sample(below + 1).format(column) != null && !covered(outline, row, column);
    }
    return more;
  }

  private static boolean covered(Outline outline, int row, int column) {
    int number = outline.number(row);
    return outline.merges().stream().anyMatch(merge -> merge.covers(number, column + 1));
  }

  /**
   * The last row of the table: below it are only short texts, set off by a blank row. A row that
   * has two values or more is never taken for a note.
   */
  private static int lastWithoutNotes(Outline outline, int first, int usual) {
    int last = outline.size() - 1;
    if (usual < 2 || !outline.isWhole()) {
      return last;
    }
    int row = last;
    for (int notes = 0; row > first && notes < MOST_NOTES && outline.filled(row) == 1; notes++) {
      row--;
      if (outline.number(row + 1) > outline.number(row) + 1) {
        last = row;
      }
    }
    return last;
  }

  private static int width(Outline outline, int first, int last) {
    int width = 0;
    for (int row = first; row <= last; row++) {
      width = Math.max(width, outline.last(row) + 1);
    }
    return width;
  }

  /** The names of its columns, several header rows joined by a blank; none where it has none. */
  List<String> headers(Outline outline) {
    return new HeaderRows(outline).names(first, headerRows, firstColumn, lastColumn + 1);
  }

  private static List<List<String>> rows(Outline outline, int from, int last, int width) {
    List<List<String>> rows = new ArrayList<>();
    for (int row = from; row <= Math.min(last, outline.sampled() - 1); row++) {
      rows.add(Arrays.asList(Arrays.copyOf(outline.sample(row).cells(), width)));
    }
    return rows;
  }

  /** How many rows it has below the header. */
  long rows() {
    return last - data + 1L;
  }
}

package dev.assay.source.excel;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;

/** The rows that name a table's columns: one, or several where groups or units have their own. */
final class HeaderRows {
  private static final int MOST = 5;

  private final Outline outline;

  HeaderRows(Outline outline) {
    this.outline = outline;
  }

  /** How many rows of the sheet the header has, if {@code first} is one. */
  int count(int first, int last) {
    int rows = 1;
    for (SheetRows.Merge merge : merges(first)) {
      if (outline.filled(first) < 2) {
        continue;
      }
      int lower = merge.lastRow() - merge.firstRow() + 1;
      if (merge.lastColumn() > merge.firstColumn() && groups(first, last)) {
        lower++;
      }
      rows = lower <= MOST ? Math.max(rows, lower) : rows;
    }
    int next = first + rows;
    return next < last && isAt(next, first, rows) && goesOn(next, last) ? rows + 1 : rows;
  }

  private boolean isAt(int row, int first, int below) {
    return outline.number(row) == outline.number(first) + below;
  }

  /**
   * Whether merged cells of a row are names of groups, whose members the next row names: then no
   * column has a text of its own in both.
   */
  boolean groups(int row, int last) {
    if (row >= last || row + 1 >= outline.sampled() || !isAt(row + 1, row, 1) || !isText(row + 1)) {
      return false;
    }
    List<SheetRows.Merge> merges = merges(row);
    for (int column = 0; column <= outline.last(row); column++) {
      int at = column + 1;
      boolean merged = merges.stream().anyMatch(m -> m.covers(outline.number(row), at));
      if (!merged && value(row, column) != null && value(row + 1, column) != null) {
        return false;
      }
    }
    return !merges.isEmpty();
  }

  /**
   * Whether a row adds to the names above it, as units do: it has different words, which never come
   * again, over all of at least two columns of numbers, dates or booleans.
   */
  private boolean goesOn(int row, int last) {
    if (row + 1 >= outline.sampled() || !isText(row)) {
      return false;
    }
    Set<String> words = new HashSet<>();
    int typed = 0;
    for (int column = 0; column <= outline.last(row + 1); column++) {
      if (isTyped(column, row + 1, last)) {
        String word = value(row, column);
        typed++;
        if (word == null || !words.add(word) || comesAgain(word, column, row + 1, last)) {
          return false;
        }
      }
    }
    return typed > 1;
  }

  private boolean isTyped(int column, int from, int last) {
    int values = 0;
    int typed = 0;
    for (int row = from; row <= Math.min(last, outline.sampled() - 1); row++) {
      values += value(row, column) == null ? 0 : 1;
      typed += outline.sample(row).format(column) == null ? 0 : 1;
    }
    return typed > 0 && typed * 5L >= values * 4L;
  }

  private boolean comesAgain(String word, int column, int from, int last) {
    for (int row = from; row <= Math.min(last, outline.sampled() - 1); row++) {
      if (word.equals(value(row, column))) {
        return true;
      }
    }
    return false;
  }

  private boolean isText(int row) {
    return Arrays.stream(outline.sample(row).formats()).allMatch(Objects::isNull);
  }

  private String value(int row, int column) {
    String value = outline.sample(row).cell(column);
    return value == null || value.isBlank() ? null : value;
  }

  private List<SheetRows.Merge> merges(int row) {
    int number = outline.number(row);
    return outline.merges().stream().filter(merge -> merge.firstRow() == number).toList();
  }

  /** The names of columns, several rows joined by a blank, merged cells spread over theirs. */
  List<String> names(int first, int rows, int from, int to) {
    List<List<SheetRows.Merge>> merges = new ArrayList<>();
    for (int row = first; row < below(first, rows); row++) {
      merges.add(merges(row));
    }
    List<String> names = new ArrayList<>();
    for (int column = from; column < to; column++) {
      List<String> words = new ArrayList<>();
      for (int row = first; row < below(first, rows); row++) {
        String word = spread(row, column, merges.get(row - first));
        if (word != null && !word.isBlank() && !words.contains(word)) {
          words.add(word);
        }
      }
      names.add(String.join(" ", words));
    }
    return names;
  }

  /** The first row of the outline below a header, at most the end of the sample. */
  int below(int first, int rows) {
    int row = first;
    while (row < outline.sampled() && outline.number(row) < outline.number(first) + rows) {
      row++;
    }
    return row;
  }

  private String spread(int row, int column, List<SheetRows.Merge> merges) {
    String own = outline.sample(row).cell(column);
    if (own != null) {
      return own;
    }
    return merges.stream()
        .filter(merge -> merge.covers(outline.number(row), column + 1))
        .map(merge -> outline.sample(row).cell(merge.firstColumn() - 1))
        .filter(Objects::nonNull)
        .findFirst()
        .orElse(null);
  }
}

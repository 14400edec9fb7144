package dev.assay.source.delimited;

import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Finds where a table begins among the lines that people put above it. */
final class TableStart {
  private static final int MOST_TITLES = 30;
  private static final int MOST_LATER = 5;

  private TableStart() {}

  /**
   * The index of the row that the table begins with, its header or its first data.
   *
   * @param rows without blank lines
   * @param width how many cells most of them have
   */
  static int of(List<Sample.Line> rows, int width) {
    if (width < 2) {
      return 0;
    }
    int full = 0;
    while (full < rows.size() && (rows.get(full).width() != width || isTitle(rows, full, width))) {
      full++;
    }
    full = later(rows, full, width);
    if (full == 0 || full > MOST_TITLES || full == rows.size()) {
      return 0;
    }
    // A header may be wider or narrower than its rows, or have quotes that do not close.
    List<Sample.Line> table = rows.subList(full, rows.size());
    boolean mostFit =
        table.stream().filter(row -> row.width() == width).count() * 10 >= table.size() * 6L;
    if (!mostFit || full > rows.size() / 2 + 1) {
      return 0;
    }
    double evidence = evidence(rows, full, width);
    boolean names = HeaderDetection.areNames(rows.get(full).cells());
    if (names && evidence >= 1) {
      return full;
    }
    // Between the header and the first whole row may be rows that are written otherwise.
    int last = full - 1;
    while (last > 0 && isOdd(rows.get(last), width)) {
      last--;
    }
    for (int i = last; i < full; i++) {
      if (isHeader(rows.get(i), width, evidence)) {
        return i;
      }
    }
    Sample.Line above = rows.get(full - 1);
    boolean apart = above.next() < rows.get(full).line();
    boolean narrow =
        rows.subList(0, full).stream().allMatch(row -> row.filled() <= Math.max(1, width / 2));
    boolean onlyTitles = rows.subList(0, full).stream().allMatch(row -> row.filled() <= 1);
    if (narrow && (apart || width > 2 && (evidence > 0 || onlyTitles))) {
      return full;
    }
    return 0;
  }

  /** A title may happen to have as many cells as the table: names after a shorter line are it. */
  private static int later(List<Sample.Line> rows, int full, int width) {
    boolean shorter = false;
    for (int i = full + 1; i < Math.min(rows.size() - 1, full + MOST_LATER); i++) {
      Sample.Line row = rows.get(i);
      shorter |= row.width() < width && !row.broken();
      if (shorter
          && row.width() == width
          && row.filled() == width
          && HeaderDetection.areNames(row.cells())
          && evidence(rows, i, width) >= Math.max(1, evidence(rows, full, width))) {
        return i;
      }
    }
    return full;
  }

  /** A text in the first cell alone, with the delimiters of the others or without. */
  private static boolean isTitle(List<Sample.Line> rows, int index, int width) {
    Sample.Line row = rows.get(index);
    if (width < 3 || row.filled() > 1 || index + 1 >= rows.size()) {
      return false;
    }
    String first = row.cells().getFirst();
    boolean onlyFirst = row.filled() == 0 || first != null && !first.isBlank();
    // Where rows are mostly empty anyway, it is one of them.
    List<Sample.Line> body =
        rows.stream().skip(index).dropWhile(other -> other.filled() <= 1).limit(100).toList();
    long sparse = body.stream().filter(other -> other.filled() * 3 <= width).count();
    return onlyFirst && (sparse * 4 <= body.size() || !isLikeOthers(first, rows, index + 1));
  }

  /** Whether it could be a value of the first column, which has numbers or times. */
  private static boolean isLikeOthers(String first, List<Sample.Line> rows, int from) {
    List<CellKind> kinds =
        rows.subList(from, rows.size()).stream()
            .limit(100)
            .filter(row -> row.filled() > 1)
            .map(row -> CellKind.of(row.cells().getFirst()))
            .toList();
    long typed =
        kinds.stream().filter(kind -> kind == CellKind.NUMBER || kind == CellKind.TIME).count();
    CellKind own = CellKind.of(first);
    boolean isValue = own == CellKind.NUMBER || own == CellKind.TIME;
    // One of the rows is the header.
    return isValue || typed * 10 < (kinds.size() - 1) * 8L;
  }

  private static boolean isHeaderLike(Sample.Line row, int width, double evidenceBelow) {
    return HeaderDetection.areNames(row.cells())
        && row.width() > 1
        && (row.filled() * 2 > width || row.width() >= width - 2)
        && Math.abs(row.width() - width) <= Math.max(2, width / 2)
        && evidenceBelow < 1;
  }

  private static boolean isHeader(Sample.Line row, int width, double evidenceBelow) {
    return row.broken()
        || isWrittenOtherwise(row, width)
        || row.filled() > 1 && isHeaderLike(row, width, evidenceBelow);
  }

  private static boolean isOdd(Sample.Line row, int width) {
    return row.broken() || otherwise(row, width).findAny().isPresent();
  }

  /** Whether it is a header with a delimiter of its own, or with quotes around all of it. */
  static boolean isWrittenOtherwise(Sample.Line row, int width) {
    return otherwise(row, width)
        .anyMatch(names ->
            HeaderDetection.areNames(names)
                && names.stream().filter(String::isBlank).count() * 2 < width);
  }

  /** The cells that a line without the file's delimiter has with another one. */
  private static Stream<List<String>> otherwise(Sample.Line row, int width) {
    String text = row.width() == 1 ? row.cells().getFirst() : null;
    return text == null
        ? Stream.empty()
        : Candidates.USUAL.stream()
            .map(sign -> List.of(text.split(Pattern.quote(sign), -1)))
            .filter(cells -> cells.size() == width);
  }

  /** How much a row names the columns of the rows below. */
  static double evidence(List<Sample.Line> rows, int index, int width) {
    List<List<String>> below =
        rows.subList(index + 1, rows.size()).stream()
            .filter(row -> row.width() == width)
            .limit(200)
            .map(Sample.Line::cells)
            .toList();
    return HeaderDetection.evidence(rows.get(index).cells(), below);
  }
}

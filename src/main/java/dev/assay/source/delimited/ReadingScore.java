package dev.assay.source.delimited;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** How much a way to read a sample makes a table of it. */
final class ReadingScore {
  private static final int WIDTH_MATTERS_UP_TO = 100;

  private ReadingScore() {}

  /** The width that most rows have; 1 where none has any. */
  static int usualWidth(List<Sample.Line> rows) {
    Map<Integer, Integer> widths = new HashMap<>();
    for (Sample.Line row : rows) {
      widths.merge(row.width(), 1, Integer::sum);
    }
    widths.remove(0);
    return widths.entrySet().stream()
        .max(
            Map.Entry.<Integer, Integer>comparingByValue()
                .thenComparing(Map.Entry.comparingByKey()))
        .map(Map.Entry::getKey)
        .orElse(1);
  }

  /**
   * From 0 to 1.
   *
   * @param usual how usual the delimiter is
   * @param steady other signs that could separate cells
   */
  static double of(
      Sample sample,
      List<Sample.Line> rows,
      int width,
      String delimiter,
      double usual,
      String steady) {
    if (rows.isEmpty()) {
      return 0;
    }
    List<Sample.Line> fitting = rows.stream().filter(row -> row.width() == width).toList();
    double agreement = Math.max(share(rows, width), 0.95 * local(rows));
    double looks = looks(fitting, width, steady);
    double splits = width == 1 ? 0.4 : 1 - 0.5 / width;
    double weight = weight(sample, rows, fitting, width, delimiter, usual, agreement);
    double titled = titled(rows, width);
    return agreement * agreement * looks * looks * splits * weight * titled;
  }

  /** How many rows below the first have the width; what the first has is asked apart. */
  private static double share(List<Sample.Line> rows, int width) {
    List<Sample.Line> below = rows.size() < 3 ? rows : rows.subList(1, rows.size());
    return (double) below.stream().filter(row -> row.width() == width).count() / below.size();
  }

  /**
   * How many rows are as wide as the one before: several tables in one file have several widths.
   */
  private static double local(List<Sample.Line> rows) {
    int same = 1;
    for (int i = 1; i < rows.size(); i++) {
      int width = rows.get(i).width();
      same += width > 1 && width == rows.get(i - 1).width() ? 1 : 0;
    }
    return rows.size() < 4 ? 0 : (double) same / rows.size();
  }

  private static double titled(List<Sample.Line> rows, int width) {
    Sample.Line first = rows.getFirst();
    if (first.width() == width || first.broken()) {
      return 1;
    }
    if (TableStart.of(rows, width) > 0 || TableStart.isWrittenOtherwise(first, width)) {
      return 1;
    }
    boolean almost = first.width() > 1 && HeaderDetection.areNames(first.cells());
    return first.width() == 1 ? 0.4 : almost ? 0.85 : 0.7;
  }

  private static double looks(List<Sample.Line> fitting, int width, String steady) {
    double cells = 0;
    double clean = 0;
    for (int i = 0; i < Math.min(width, WIDTH_MATTERS_UP_TO); i++) {
      int column = i;
      boolean empty = fitting.stream().allMatch(row -> row.cells().get(column) == null);
      for (Sample.Line row : fitting) {
        cells++;
        clean += empty ? 0.5 : cleanness(row.cells().get(i), steady);
      }
    }
    return cells == 0 ? 0 : clean / cells;
  }

  private static double weight(
      Sample sample,
      List<Sample.Line> rows,
      List<Sample.Line> fitting,
      int width,
      String delimiter,
      double usual,
      double agreement) {
    if (usual >= 0.9 || width == 1) {
      return width == 1 && !Candidates.USUAL.contains(delimiter) ? 0.9 : usual;
    }
    // One value that happens to have the sign inside, such as a time, is no row of two.
    boolean whole =
        rows.stream().skip(1).map(sample::text).allMatch(text -> CellKind.of(text) != CellKind.TEXT)
            && rows.size() > 1;
    if (whole) {
      return usual * 0.4;
    }
    boolean spaced = delimiter.isBlank() || delimiter.equals(CsvGrammar.SPACES);
    if (delimiter.equals(":") && width > 2) {
      return Math.min(0.85, usual + 0.5 * typed(fitting, width) + (agreement > 0.94 ? 0.1 : 0));
    }
    if (!spaced) {
      return width == 2 && usual > 0.45 ? 0.45 : agreement > 0.9 ? Math.max(usual, 0.85) : usual;
    }
    double quoted =
        fitting.stream().filter(row -> row.quoted() > 0).count() * 2 > fitting.size() ? 0.3 : 0;
    double typed = typed(fitting, width);
    double steady = width > 2 && agreement > 0.94 && fitting.size() > 4 ? 0.25 : 0;
    return Math.min(0.97, usual + 0.5 * typed + steady + quoted);
  }

  /** The share of columns with nothing but numbers or times under the first row. */
  private static double typed(List<Sample.Line> fitting, int width) {
    int typed = 0;
    for (int i = 0; i < width; i++) {
      int column = i;
      long values =
          fitting.stream()
              .skip(1)
              .map(row -> CellKind.of(row.cells().get(column)))
              .filter(kind -> kind == CellKind.NUMBER || kind == CellKind.TIME)
              .count();
      typed += fitting.size() > 1 && values * 10 >= (fitting.size() - 1) * 8L ? 1 : 0;
    }
    return (double) typed / width;
  }

  /** How much a cell looks like a value of its own, and not like several or like a part of one. */
  private static double cleanness(String cell, String steady) {
    if (cell == null || cell.isBlank()) {
      return 1;
    }
    char first = cell.charAt(0);
    char last = cell.charAt(cell.length() - 1);
    if (CellKind.of(cell) != CellKind.TEXT) {
      return first == ' ' || last == ' ' ? 0.9 : 1;
    }
    if (first == '"' || last == '"' || (first == '\'' && last == '\'')) {
      return 0.2;
    }
    if (last == '\\') {
      return 0.2;
    }
    double clean = first == ' ' || last == ' ' ? 0.9 : 1;
    if (!Character.isLetterOrDigit(first) && first == last && first > ' ' && cell.length() > 2) {
      clean = 0.6;
    }
    for (int i = 0; i < cell.length(); i++) {
      char sign = cell.charAt(i);
      if (steady.indexOf(sign) >= 0) {
        return Math.min(clean, 0.5);
      }
      if (sign == ',' || sign == ';' || sign == '\t' || sign == '|' || sign == ':') {
        boolean inSentence = sign == ':' || i + 1 >= cell.length() || cell.charAt(i + 1) == ' ';
        if (!inSentence) {
          return Math.min(clean, 0.5);
        }
      }
    }
    return clean;
  }
}

package dev.assay.source.delimited;

import dev.assay.model.DialectOverrides;
import dev.assay.model.UserError;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/**
 * The rows that name the columns.
 *
 * @param count how many there are, 0 where none does
 * @param names as many as the table has columns; empty where one has none
 * @param evidence above zero where the first row names columns, below where it is data
 */
record HeaderRows(int count, List<String> names, double evidence) {
  private static final int MOST = 4;
  private static final Pattern UNIT = Pattern.compile("\\[.{1,12}]|\\(.{1,12}\\)|[%€$£°].?");
  private static final Set<String> MISSING =
      Set.of("", "-", "--", "?", "n/a", "na", "nan", "null", "none", "nil", "unknown", "tbd", ".");

  static HeaderRows of(
      Sample sample, List<Sample.Line> rows, Sniffer.Guess guess, DialectOverrides overrides) {
    int width = guess.width();
    List<List<String>> data = data(rows, 1, width);
    List<String> first = first(sample, rows.getFirst(), guess);
    double evidence =
        HeaderDetection.evidence(aligned(sample, rows.getFirst(), first, data, guess), data);
    if (evidence <= 0 && isUnderGroups(rows, first, width)) {
      evidence = HeaderDetection.evidence(rows.get(1).cells(), data(rows, 2, width));
    }
    int count;
    if (overrides.headerRows() != null) {
      count = overrides.headerRows();
      if (count < 0 || count > rows.size()) {
        throw UserError.invalid(
            "There cannot be "
                + count
                + " header rows in a table of "
                + rows.size()
                + ". Use a number from 0 to "
                + rows.size()
                + ".");
      }
    } else {
      count = evidence > 0 || rows.getFirst().broken() ? counted(rows, width) : 0;
    }
    int columns = columns(first, data(rows, Math.max(1, count), width), count, width);
    List<List<String>> header = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      List<String> cells = i == 0 ? first : rows.get(i).cells();
      header.add(fitted(cells, columns));
    }
    return new HeaderRows(count, names(header, columns), evidence);
  }

  /** The first row, read in another way where it has a delimiter or quotes of its own. */
  private static List<String> first(Sample sample, Sample.Line row, Sniffer.Guess guess) {
    int width = guess.width();
    if (width < 2 || (row.width() == width && !row.broken())) {
      boolean ownQuotes =
          row.filled() > 0
              && row.cells().stream().noneMatch(cell -> isBlank(cell) || bare(cell) == cell);
      return ownQuotes ? row.cells().stream().map(HeaderRows::bare).toList() : row.cells();
    }
    boolean odd =
        row.broken()
            || row.width() == 1
            || row.cells().stream().anyMatch(c -> c != null && c.indexOf('"') >= 0);
    if (!odd) {
      return row.cells();
    }
    ColumnShape[] nothingKnown = ColumnShape.of(List.of(), width);
    Mender.Mended mended =
        new Mender(guess.delimiter(), guess.quote(), guess.escape(), nothingKnown)
            .mend(sample.text(row));
    if (mended == null || (row.width() == 1 && mended.cells().contains(null))) {
      return row.cells();
    }
    return mended.cells();
  }

  /** Whether the second row names all columns, and the first one names groups of them. */
  private static boolean isUnderGroups(List<Sample.Line> rows, List<String> first, int width) {
    return rows.size() > 4
        && HeaderDetection.areNames(first)
        && first.stream().filter(cell -> !isBlank(cell)).count() > 1
        && rows.get(1).filled() == width
        && rows.get(1).width() == width
        && HeaderDetection.areNames(rows.get(1).cells())
        && HeaderDetection.evidence(rows.get(1).cells(), data(rows, 2, width)) >= 2;
  }

  /** The first row as a row of data would be recovered, so that it is compared with its columns. */
  private static List<String> aligned(
      Sample sample,
      Sample.Line row,
      List<String> first,
      List<List<String>> data,
      Sniffer.Guess guess) {
    if (first.size() == guess.width() || row.broken() || data.size() < 3 || first.size() == 1) {
      return first;
    }
    LooseLine loose =
        new LooseLine(
            sample.text(row),
            guess.delimiter(),
            guess.quote() == null ? 0 : guess.quote(),
            guess.escape());
    return Alignment.of(loose, ColumnShape.of(data, guess.width())).cells();
  }

  private static List<List<String>> data(List<Sample.Line> rows, int from, int width) {
    return rows.stream()
        .skip(from)
        .map(Sample.Line::cells)
        .filter(cells -> cells.size() == width)
        .toList();
  }

  /** How many rows at the top have names where all further ones have numbers or times. */
  private static int counted(List<Sample.Line> rows, int width) {
    for (int count = Math.min(MOST, rows.size() - 1); count > 1; count--) {
      List<List<String>> below = data(rows, count, width);
      boolean naming = !below.isEmpty();
      for (int i = 1; i < count && naming; i++) {
        naming = isNaming(rows, i, width, below);
      }
      if (naming) {
        return count;
      }
    }
    return 1;
  }

  private static boolean isNaming(
      List<Sample.Line> rows, int index, int width, List<List<String>> below) {
    Sample.Line row = rows.get(index);
    if (row.width() != width || row.filled() == 0) {
      return false;
    }
    int names = 0;
    int typed = 0;
    for (int i = 0; i < Math.min(width, 500); i++) {
      int column = i;
      List<CellKind> kinds =
          below.stream()
              .limit(100)
              .map(cells -> CellKind.of(cells.get(column)))
              .filter(kind -> kind != CellKind.EMPTY)
              .toList();
      long values = kinds.stream().filter(kind -> kind != CellKind.TEXT).count();
      String cell = row.cells().get(i);
      CellKind own = CellKind.of(bare(cell));
      if (kinds.isEmpty() || values * 10 < kinds.size() * 9L) {
        // A text that comes again further down is one of the values.
        if (own == CellKind.TEXT && below.stream().anyMatch(b -> cell.equals(b.get(column)))) {
          return false;
        }
        continue;
      }
      typed++;
      if (own == CellKind.NUMBER || own == CellKind.TIME) {
        return false;
      }
      boolean missing =
          own == CellKind.EMPTY || MISSING.contains(cell.strip().toLowerCase(Locale.ROOT));
      names += missing ? 0 : 1;
    }
    List<String> above = rows.get(index - 1).cells();
    boolean spanned =
        above.stream().anyMatch(HeaderRows::isBlank)
            || above.equals(row.cells())
            || IntStream.range(1, above.size())
                .anyMatch(i -> above.get(i).equals(above.get(i - 1)));
    boolean units =
        row.cells().stream()
            .allMatch(cell -> isBlank(cell) || UNIT.matcher(cell.strip()).matches());
    return names >= 2 && names * 2 >= typed || names >= 1 && (names == typed && spanned || units);
  }

  /** A cell without the quotes that its row alone may have. */
  private static String bare(String cell) {
    String text = cell == null ? "" : cell.strip();
    boolean quoted =
        text.length() > 2
            && "\"'`".indexOf(text.charAt(0)) >= 0
            && text.charAt(0) == text.charAt(text.length() - 1);
    return quoted ? text.substring(1, text.length() - 1) : cell;
  }

  /**
   * How many columns there are: a delimiter at the end of rows that the header has no name for and
   * no row a value makes none.
   */
  private static int columns(List<String> first, List<List<String>> data, int count, int width) {
    int columns = width;
    if (count > 0 && first.size() > width) {
      List<String> rest = first.subList(width, first.size());
      long blanks = first.stream().filter(HeaderRows::isBlank).count();
      boolean nameless = rest.stream().allMatch(HeaderRows::isBlank);
      if (data.isEmpty()) {
        columns = first.size();
      } else if (!nameless && blanks < first.size() - width) {
        columns = first.size();
      }
    }
    while (columns > 1 && columns <= width && isTrailing(first, data, count, columns - 1)) {
      columns--;
    }
    return columns;
  }

  private static boolean isTrailing(
      List<String> first, List<List<String>> data, int count, int column) {
    boolean nameless = count == 0 || column >= first.size() || first.get(column) == null;
    return nameless
        && data.stream().allMatch(cells -> cells.get(column) == null)
        && !(data.isEmpty() && count == 0);
  }

  private static List<String> fitted(List<String> cells, int columns) {
    List<String> fitted = new ArrayList<>(cells);
    // One delimiter too many leaves a name empty: that one makes way.
    for (int i = 0; i < fitted.size() && fitted.size() > columns; i++) {
      boolean tail = fitted.subList(columns, fitted.size()).stream().allMatch(HeaderRows::isBlank);
      if (tail) {
        break;
      }
      if (isBlank(fitted.get(i))) {
        fitted.remove(i--);
      }
    }
    while (fitted.size() > columns) {
      fitted.removeLast();
    }
    fitted.addAll(Collections.nCopies(columns - fitted.size(), ""));
    return fitted;
  }

  /** The header rows joined, upper cells reaching over the blank ones to their right. */
  private static List<String> names(List<List<String>> header, int columns) {
    if (header.isEmpty()) {
      return Collections.nCopies(columns, "");
    }
    if (header.size() == 1) {
      return header.getFirst();
    }
    List<StringBuilder> names = new ArrayList<>();
    for (int i = 0; i < columns; i++) {
      names.add(new StringBuilder());
    }
    for (int row = 0; row < header.size(); row++) {
      String over = "";
      for (int i = 0; i < columns; i++) {
        String cell = header.get(row).get(i);
        boolean isUpper = row < header.size() - 1;
        if (!isBlank(cell)) {
          // Only what has something below it reaches over its neighbours.
          over = isUpper && !isBlank(header.get(row + 1).get(i)) ? cell : "";
        }
        String text =
            isBlank(cell) ? isUpper && !isBlank(header.get(row + 1).get(i)) ? over : "" : cell;
        names.get(i).append(names.get(i).isEmpty() || text.isEmpty() ? "" : " ").append(text);
      }
    }
    return names.stream().map(StringBuilder::toString).toList();
  }

  private static boolean isBlank(String cell) {
    return cell == null || cell.isBlank();
  }
}

package dev.assay.source.delimited;

import java.util.List;
import java.util.Objects;
import java.util.regex.Pattern;

/** Tells whether a first row names the columns or is data like the rows below it. */
public final class HeaderDetection {
  private static final int LONGEST_NAME = 10_000;
  private static final int MOST_ROWS = 500;
  private static final Pattern YEAR = Pattern.compile("(?:19|20)\\d\\d");

  private static final Pattern SHORT = Pattern.compile("[1-9]\\d{0,3}");

  private HeaderDetection() {}

  /** Above zero when {@code first} names the columns of {@code rows}, below when it is one more. */
  public static double evidence(List<String> first, List<List<String>> rows) {
    if (first.stream().anyMatch(cell -> cell != null && cell.length() > LONGEST_NAME)) {
      return -first.size();
    }
    if (rows.isEmpty()) {
      long values =
          first.stream()
              .map(CellKind::of)
              .filter(kind -> kind == CellKind.NUMBER || kind == CellKind.TIME)
              .count();
      return values * 2 > first.size() ? -1 : 0.1;
    }
    // A header that comes again further down says nothing about what the data looks like.
    List<List<String>> others = rows.stream().filter(row -> !row.equals(first)).toList();
    double sum = 0;
    int seen = Math.min(MOST_ROWS, others.size());
    for (int i = 0; i < first.size(); i++) {
      sum += countsOn(first, i) ? 0.2 : evidence(first.get(i), column(others, i), seen);
    }
    return sum;
  }

  /** Whether these could all be names: none is a value, but for years. */
  static boolean areNames(List<String> cells) {
    return cells.stream()
        .filter(cell -> cell != null && !YEAR.matcher(cell).matches())
        .map(CellKind::of)
        .allMatch(kind -> kind == CellKind.TEXT || kind == CellKind.EMPTY);
  }

  /** Whether a name is one of three or more that count on, as rounds, weeks and years do. */
  private static boolean countsOn(List<String> first, int index) {
    for (int from = index - 1; from <= index + 1; from++) {
      if (isNext(first, from) && isNext(first, from + 1)) {
        return true;
      }
    }
    return false;
  }

  private static boolean isNext(List<String> first, int index) {
    if (index < 1 || index >= first.size()) {
      return false;
    }
    String left = first.get(index - 1);
    String right = first.get(index);
    return left != null
        && right != null
        && SHORT.matcher(left).matches()
        && SHORT.matcher(right).matches()
        && Integer.parseInt(left) + 1 == Integer.parseInt(right);
  }

  private static List<String> column(List<List<String>> rows, int index) {
    return rows.stream()
        .limit(MOST_ROWS)
        .filter(row -> index < row.size())
        .map(row -> row.get(index))
        .filter(Objects::nonNull)
        .filter(cell -> !cell.isBlank())
        .toList();
  }

  private static double evidence(String name, List<String> values, int rows) {
    if (name == null || name.isBlank()) {
      // A column that is filled in every row would hardly begin with a missing value.
      return values.isEmpty() ? 0 : values.size() >= rows && rows > 3 ? 0.1 : -0.3;
    }
    CellKind own = CellKind.of(name);
    if (values.isEmpty()) {
      return own == CellKind.TEXT ? 0.2 : -0.2;
    }
    CellKind usual = usual(values);
    if (usual == CellKind.TEXT) {
      return text(name, own, values);
    }
    if (own != usual) {
      // A text such as '?' or 'N/A' that comes again further down stands for a missing value.
      return values.contains(name) ? -0.5 : 1;
    }
    // Years over numbers that are no years are names: a table with a column per year.
    return YEAR.matcher(name).matches() && !values.stream().allMatch(YEAR.asMatchPredicate())
        ? 0
        : -1;
  }

  private static double text(String name, CellKind own, List<String> values) {
    if (values.contains(name)) {
      return values.size() > 2 ? -1 : -0.5;
    }
    if (own != CellKind.TEXT) {
      return YEAR.matcher(name).matches() ? 0 : -0.1;
    }
    int length = values.getFirst().length();
    boolean sameLength = values.size() > 2 && values.stream().allMatch(v -> v.length() == length);
    return sameLength && length != name.length() ? 0.6 : 0.2;
  }

  /** The kind that four in five values have, else text. */
  private static CellKind usual(List<String> values) {
    for (CellKind kind : List.of(CellKind.NUMBER, CellKind.TIME)) {
      long same = values.stream().filter(value -> CellKind.of(value) == kind).count();
      if (same * 5 >= values.size() * 4L) {
        return kind;
      }
    }
    return CellKind.TEXT;
  }
}

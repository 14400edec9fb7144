package dev.assay.source.delimited;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What the values of a column look like, learned from a sample. */
final class ColumnShape {
  private static final int MOST_VALUES = 200;
  private static final int MOST_MASKS = 64;
  private static final int MASKED = 24;

  private final int[] kinds = new int[CellKind.values().length];
  private final Map<String, Integer> masks = new HashMap<>();
  private final Set<String> values = new HashSet<>();
  private int seen;
  private int repeated;
  private int longest;

  /** Learns from one value, null where it is missing. */
  void learn(String value) {
    seen++;
    CellKind kind = CellKind.of(value);
    kinds[kind.ordinal()]++;
    if (kind == CellKind.EMPTY) {
      return;
    }
    longest = Math.max(longest, value.length());
    String mask = mask(value);
    if (masks.size() < MOST_MASKS || masks.containsKey(mask)) {
      masks.merge(mask, 1, Integer::sum);
    }
    if (values.contains(value)) {
      repeated++;
    } else if (values.size() < MOST_VALUES) {
      values.add(value);
    }
  }

  /** How little a value fits: 0 where it is like the others, 1.5 where it is like none. */
  double cost(String value) {
    if (seen == 0) {
      return 0;
    }
    CellKind kind = CellKind.of(value);
    double likely = (kinds[kind.ordinal()] + 0.2) / (seen + 0.8);
    if (kind == CellKind.EMPTY) {
      return Math.min(0.7, 1 - likely);
    }
    int filled = seen - kinds[CellKind.EMPTY.ordinal()];
    if (filled == 0) {
      return 0.8;
    }
    double ofFilled = (kinds[kind.ordinal()] + 0.2) / (filled + 0.6);
    if (values.contains(value)) {
      return (repeated * 2 > filled ? 0.3 : 1) * (1 - ofFilled);
    }
    double likeMask = (masks.getOrDefault(mask(value), 0) + 0.1) / (filled + 0.1);
    int usual = masks.values().stream().mapToInt(Integer::intValue).max().orElse(0);
    // Where all values look alike, one that does not is odder.
    double ofMask = filled > 3 && usual * 10 >= filled * 9L ? 0.5 : 0.3;
    // Where values come again and again, a new one is odd.
    double categorical = filled > 10 ? 0.3 * Math.max(0, 2.0 * repeated / filled - 1) : 0;
    double tooLong = value.length() > 2 * longest + 5 ? 0.2 : 0;
    return (1 - ofFilled) + ofMask * (1 - likeMask) + categorical + tooLong;
  }

  /** Whether values are texts in their own words, which may well hold a delimiter. */
  boolean isText() {
    return kinds[CellKind.TEXT.ordinal()] * 2 > seen - kinds[CellKind.EMPTY.ordinal()];
  }

  /** A value with its letters and digits made alike, runs of them as one. */
  private static String mask(String value) {
    StringBuilder mask = new StringBuilder();
    char before = 0;
    for (int i = 0; i < value.length() && mask.length() < MASKED; i++) {
      char c = value.charAt(i);
      char kind = Character.isDigit(c) ? '9' : Character.isLetter(c) ? 'a' : c;
      if (kind != before || kind != 'a' && kind != '9') {
        mask.append(kind);
      }
      before = kind;
    }
    return mask.toString();
  }

  /** The shapes of the columns of rows that are all {@code columns} wide. */
  static ColumnShape[] of(List<List<String>> rows, int columns) {
    ColumnShape[] shapes = new ColumnShape[columns];
    for (int i = 0; i < columns; i++) {
      shapes[i] = new ColumnShape();
      for (List<String> row : rows) {
        shapes[i].learn(row.get(i));
      }
    }
    return shapes;
  }
}

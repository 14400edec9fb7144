package dev.assay.profile;

import dev.assay.model.ColumnProfile.ValueCount;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The shape of a text: each letter A, each digit 9, the rest as it is. Words longer than four
 * letters become {@code A+}, digits beyond twelve {@code 9+}, so that names and notes share shapes.
 */
final class Shape {
  private static final int LONGEST_WORD = 4;
  private static final int LONGEST_NUMBER = 12;
  private static final int LONGEST_SHAPE = 40;

  private Shape() {}

  static String of(String text) {
    StringBuilder shape = new StringBuilder();
    int at = 0;
    while (at < text.length()) {
      if (shape.length() >= LONGEST_SHAPE) {
        return shape.append('…').toString();
      }
      int end = at;
      if (Character.isLetter(text.charAt(at))) {
        while (end < text.length() && Character.isLetter(text.charAt(end))) {
          end++;
        }
        shape.append(end - at > LONGEST_WORD ? "A+" : "A".repeat(end - at));
      } else if (Character.isDigit(text.charAt(at))) {
        while (end < text.length() && Character.isDigit(text.charAt(end))) {
          end++;
        }
        shape.append(end - at > LONGEST_NUMBER ? "9+" : "9".repeat(end - at));
      } else {
        shape.append(text.charAt(end++));
      }
      at = end;
    }
    return shape.toString();
  }

  /** The most frequent shapes. */
  static List<ValueCount> top(Values values, int limit) {
    Map<String, Long> counts = new HashMap<>();
    values.counts().forEach(v -> counts.merge(of(v.value()), v.count(), Long::sum));
    return new Values(
            counts.entrySet().stream()
                .map(entry -> new ValueCount(entry.getKey(), entry.getValue()))
                .toList(),
            values.complete())
        .counts().stream().limit(limit).toList();
  }
}

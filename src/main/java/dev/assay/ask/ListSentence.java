package dev.assay.ask;

import dev.assay.model.Rows;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;

/** What was asked for of single rows, in one sentence. */
final class ListSentence {
  private static final int MOST = 10;

  private ListSentence() {}

  /** The first column's values. */
  static String of(Rows rows) {
    List<String> values =
        rows.rows().stream()
            .map(List::getFirst)
            .filter(Objects::nonNull)
            .map(ListSentence::text)
            .toList();
    if (values.isEmpty()) {
      return "No row fits the question.";
    }
    String name = rows.columns().getFirst().name().replace('_', ' ').strip();
    String listed =
        values.stream().limit(MOST).map(String::strip).collect(Collectors.joining(", "));
    int more = values.size() - MOST;
    String text = name + ": " + listed + (more > 0 ? " and " + more + " more" : "");
    return text.substring(0, 1).toUpperCase(java.util.Locale.ROOT) + text.substring(1) + ".";
  }

  private static String text(Object value) {
    return value instanceof Double number && Double.isFinite(number)
        ? BigDecimal.valueOf(number)
            .setScale(Math.abs(number) < 1 ? 6 : 2, RoundingMode.HALF_EVEN)
            .stripTrailingZeros()
            .toPlainString()
        : value.toString();
  }

  /** Only those columns that were asked for. */
  static Rows shown(Rows rows, List<String> names) {
    if (names.isEmpty()) {
      return rows;
    }
    List<Integer> kept =
        names.stream()
            .map(name -> rows.columns().stream().map(Rows.Column::name).toList().indexOf(name))
            .toList();
    return new Rows(
        kept.stream().map(rows.columns()::get).toList(),
        rows.rows().stream().map(row -> kept.stream().<Object>map(row::get).toList()).toList(),
        rows.total(),
        rows.truncated(),
        rows.sql());
  }
}

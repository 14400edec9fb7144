package dev.assay.sql;

import dev.assay.model.Cleaning;
import dev.assay.model.SilverSpec;
import java.util.List;
import java.util.Map;

/**
 * Ways around the patterns that measuring spends most of its time in, for texts that both ends show
 * to need none: same result, half the time. They look at a text several times, so they are for
 * measuring, where every text has a name of its own.
 */
final class Shortcuts {
  private Shortcuts() {}

  /** The text of a column of one step, over the text called {@code text}. */
  static String cleaned(Dialect dialect, SilverSpec.Column column, String text) {
    String cleaned = dialect.cleaned(column);
    return column.cleaning().equals(List.of(new Cleaning.Trim()))
        ? unless(ends(text, "!", "~"), text, cleaned)
        : cleaned;
  }

  /** The value of a column of at most a parse step, over the text called {@code text}. */
  static String cast(Dialect dialect, SilverSpec.Column column, String text) {
    String cast = dialect.cast(column);
    if (column.cleaning().size() != 1
        || !(column.cleaning().getFirst() instanceof Cleaning.ParseNumber number)
        || number.strip().isEmpty()
        || number.strip().stream().anyMatch(Shortcuts::hasDigitAtAnEnd)
        || number.multipliers().keySet().stream().anyMatch(Shortcuts::hasDigitAtAnEnd)) {
      return cast;
    }
    Cleaning.ParseNumber bare =
        new Cleaning.ParseNumber(
            number.decimal(),
            number.grouping(),
            List.of(),
            false,
            number.divideBy(),
            false,
            Map.of(),
            number.lakhs());
    SilverSpec.Column without =
        new SilverSpec.Column(
            column.source(),
            column.name(),
            column.type(),
            List.of(bare),
            column.nullStrategy(),
            column.defaultValue(),
            column.checks(),
            column.severity(),
            column.hidden());
    // Digits at both ends: there is nothing around the number.
    return unless(ends(text, "0", ":"), dialect.cast(without), cast);
  }

  private static boolean hasDigitAtAnEnd(String word) {
    return word.isEmpty()
        || Character.isDigit(word.charAt(0))
        || Character.isDigit(word.charAt(word.length() - 1));
  }

  private static String unless(String condition, String shortcut, String otherwise) {
    return "CASE WHEN " + condition + " THEN " + shortcut + " ELSE " + otherwise + " END";
  }

  /**
   * Whether the first and the last sign of a text are from {@code least} to before {@code bound}.
   */
  private static String ends(String text, String least, String bound) {
    String between = " BETWEEN " + Quote.literal(least) + " AND " + Quote.literal(bound);
    return text + between + " AND reverse(" + text + ")" + between;
  }
}

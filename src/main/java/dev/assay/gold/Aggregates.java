package dev.assay.gold;

import dev.assay.model.Fact;
import dev.assay.model.Query.Aggregate;
import dev.assay.sql.ValueKind;
import java.util.Locale;

/** What aggregates can be made of. */
final class Aggregates {
  private Aggregates() {}

  static boolean needsNumbers(Aggregate aggregate) {
    return switch (aggregate) {
      case SUM, AVG, MEDIAN -> true;
      case COUNT_ROWS, COUNT, COUNT_DISTINCT, MIN, MAX -> false;
    };
  }

  static Fact noNumbers(Aggregate aggregate, String column, ValueKind kind) {
    return Sentences.NUMBERS_NEEDED.with(aggregate, column, kind.name().toLowerCase(Locale.ROOT));
  }
}

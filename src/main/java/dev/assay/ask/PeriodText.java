package dev.assay.ask;

import dev.assay.model.Grain;

/** The start of a period as people write the period. */
final class PeriodText {
  private PeriodText() {}

  /** Such as {@code Q2 2024} for {@code 2024-04-01}; what is no such start stays as it is. */
  static String of(String start, Grain grain) {
    if (!start.matches("\\d{4}-\\d\\d-\\d\\d.*")) {
      return start;
    }
    return switch (grain) {
      case YEAR -> start.substring(0, 4);
      case QUARTER ->
          "Q"
              + ((Integer.parseInt(start.substring(5, 7)) - 1) / 3 + 1)
              + " "
              + start.substring(0, 4);
      case MONTH -> start.substring(0, 7);
      case WEEK -> "week of " + start.substring(0, 10);
      case DAY -> start.substring(0, 10);
      case HOUR -> start.substring(0, Math.min(16, start.length()));
    };
  }
}

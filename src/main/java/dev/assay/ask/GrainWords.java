package dev.assay.ask;

import dev.assay.model.Grain;
import java.util.Map;

/** The words for grains of time. */
final class GrainWords {
  static final Map<String, Grain> NOUNS =
      Map.of(
          "hour", Grain.HOUR,
          "day", Grain.DAY,
          "week", Grain.WEEK,
          "month", Grain.MONTH,
          "quarter", Grain.QUARTER,
          "year", Grain.YEAR);

  static final Map<String, Grain> ADVERBS =
      Map.of(
          "hourly", Grain.HOUR,
          "daily", Grain.DAY,
          "weekly", Grain.WEEK,
          "monthly", Grain.MONTH,
          "quarterly", Grain.QUARTER,
          "yearly", Grain.YEAR,
          "annual", Grain.YEAR,
          "annually", Grain.YEAR);

  private GrainWords() {}
}

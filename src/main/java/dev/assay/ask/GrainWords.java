package dev.assay.ask;

import dev.assay.model.DatePart;
import dev.assay.model.Grain;
import java.util.List;
import java.util.Map;

/** The words for grains and parts of time. */
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

  static final Map<String, DatePart> PARTS =
      Map.of(
          "weekday", DatePart.WEEKDAY,
          "workday", DatePart.WEEKDAY,
          "hour-of-day", DatePart.HOUR_OF_DAY,
          "month-of-year", DatePart.MONTH_OF_YEAR,
          "day-of-month", DatePart.DAY_OF_MONTH,
          "quarter-of-year", DatePart.QUARTER_OF_YEAR);

  static final List<String> WEEKDAYS =
      List.of("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday");

  private GrainWords() {}
}

package dev.assay.gold;

import dev.assay.model.Grain;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.temporal.ChronoUnit;
import java.time.temporal.TemporalAdjusters;

/** The calendar behind grains; weeks begin on Monday, as in the engine. */
public final class Periods {
  private Periods() {}

  /** Where the period that holds {@code at} begins. */
  public static LocalDateTime start(LocalDateTime at, Grain grain) {
    LocalDate day = at.toLocalDate();
    return switch (grain) {
      case HOUR -> at.truncatedTo(ChronoUnit.HOURS);
      case DAY -> day.atStartOfDay();
      case WEEK -> day.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY)).atStartOfDay();
      case MONTH -> day.withDayOfMonth(1).atStartOfDay();
      case QUARTER ->
          LocalDate.of(day.getYear(), (day.getMonthValue() - 1) / 3 * 3 + 1, 1).atStartOfDay();
      case YEAR -> day.withDayOfYear(1).atStartOfDay();
    };
  }

  /** The beginning of the {@code count}-th period after the one that begins at {@code start}. */
  public static LocalDateTime plus(LocalDateTime start, Grain grain, long count) {
    return switch (grain) {
      case HOUR -> start.plusHours(count);
      case DAY -> start.plusDays(count);
      case WEEK -> start.plusWeeks(count);
      case MONTH -> start.plusMonths(count);
      case QUARTER -> start.plusMonths(3 * count);
      case YEAR -> start.plusYears(count);
    };
  }

  public static boolean startsAt(LocalDateTime at, Grain grain) {
    return start(at, grain).equals(at);
  }
}

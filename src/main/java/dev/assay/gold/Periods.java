package dev.assay.gold;

import dev.assay.model.DatePart;
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

  /** Whether all moments of a period have this part in common. */
  static boolean share(Grain grain, DatePart part) {
    return switch (part) {
      case MONTH_OF_YEAR -> grain == Grain.MONTH || grain == Grain.DAY || grain == Grain.HOUR;
      case QUARTER_OF_YEAR ->
          grain == Grain.QUARTER
              || grain == Grain.MONTH
              || grain == Grain.DAY
              || grain == Grain.HOUR;
      case DAY_OF_MONTH, WEEKDAY -> grain == Grain.DAY || grain == Grain.HOUR;
      case HOUR_OF_DAY -> grain == Grain.HOUR;
    };
  }

  public static boolean startsAt(LocalDateTime at, Grain grain) {
    return start(at, grain).equals(at);
  }
}

package dev.assay.semantic;

import dev.assay.model.Grain;
import dev.assay.sql.ValueKind;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.Optional;

/**
 * From the first to the last moment of a time column.
 *
 * @param from first, or null where the column has no plain time
 * @param to last, or null as well
 * @param daysOnly whether the column holds days without time
 */
public record TimeSpan(LocalDateTime from, LocalDateTime to, boolean daysOnly) {
  public static TimeSpan of(TableFigures.Column column) {
    LocalDateTime from = moment(column.min());
    LocalDateTime to = moment(column.max());
    boolean known = from != null && to != null;
    return new TimeSpan(known ? from : null, known ? to : null, column.kind() == ValueKind.DATE);
  }

  /** Coarse enough to be read at a glance, fine enough to show a development. */
  public Grain fittingGrain() {
    if (from == null) {
      return Grain.YEAR;
    }
    long days = Duration.between(from, to).toDays();
    if (days <= 2 && !daysOnly) {
      return Grain.HOUR;
    }
    if (days <= 92) {
      return Grain.DAY;
    }
    return days <= 366 * 12 ? Grain.MONTH : Grain.YEAR;
  }

  /** First and last day. */
  public Optional<LocalDate[]> days() {
    return from == null
        ? Optional.empty()
        : Optional.of(new LocalDate[] {from.toLocalDate(), to.toLocalDate()});
  }

  /** The moment that the engine's text names, or null for "infinity" and the like. */
  private static LocalDateTime moment(String text) {
    if (text == null || !text.matches("\\d{4}-\\d\\d-\\d\\d.*")) {
      return null;
    }
    LocalDateTime day = LocalDate.parse(text.substring(0, 10)).atStartOfDay();
    return text.length() < 16
        ? day
        : day.plusHours(Long.parseLong(text.substring(11, 13)))
            .plusMinutes(Long.parseLong(text.substring(14, 16)));
  }
}

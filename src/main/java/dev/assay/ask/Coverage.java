package dev.assay.ask;

import dev.assay.gold.Periods;
import dev.assay.model.Grain;
import dev.assay.model.Query.Dimension;
import dev.assay.model.Query.Filter;
import dev.assay.semantic.TimeSpan;
import java.time.LocalDate;
import java.time.format.TextStyle;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * How much of the period that a question asks about the data covers.
 *
 * @param nothing the sentence to say when the data does not reach the period at all
 * @param offers questions about the last period that it does reach
 * @param warnings periods that are covered in part
 */
record Coverage(Optional<String> nothing, List<String> offers, List<String> warnings) {

  static Coverage of(Reading.Understood reading, Vocabulary vocabulary) {
    List<String> warnings = new ArrayList<>();
    Period period = reading.period();
    if (period != null) {
      Optional<LocalDate[]> span = span(vocabulary, column(reading));
      if (span.isPresent()) {
        LocalDate first = span.get()[0];
        LocalDate last = span.get()[1];
        String column = column(reading);
        if (period.from() != null && period.from().isAfter(last)) {
          return new Coverage(
              Optional.of(
                  "The data ends on "
                      + last
                      + " ("
                      + column
                      + "), before the period that was asked for begins on "
                      + period.from()
                      + "."),
              List.of(
                  reading.asked().replaced(period.at(), period.words(), lastPeriod(period, last))),
              List.of());
        }
        if (period.to() != null && !period.to().isAfter(first)) {
          return new Coverage(
              Optional.of(
                  "The data begins on "
                      + first
                      + " ("
                      + column
                      + "), after the period that was asked for has ended."),
              List.of(),
              List.of());
        }
        if (period.to() != null && period.to().minusDays(1).isAfter(last)) {
          warnings.add("The data ends on " + last + ": the period is covered until then only.");
        }
        if (period.from() != null && period.to() != null && period.from().isBefore(first)) {
          warnings.add("The data begins on " + first + ": the period is covered from then only.");
        }
      }
    }
    for (Dimension dimension : reading.query().dimensions()) {
      boolean cut = period != null && period.to() != null;
      if (dimension.grain() != null && dimension.grain() != Grain.HOUR && !cut) {
        span(vocabulary, dimension.column())
            .ifPresent(span -> partly(span[1], dimension.grain()).ifPresent(warnings::add));
      }
    }
    return new Coverage(Optional.empty(), List.of(), warnings);
  }

  private static Optional<String> partly(LocalDate last, Grain grain) {
    LocalDate start = Periods.start(last.atStartOfDay(), grain).toLocalDate();
    LocalDate end = Periods.plus(start.atStartOfDay(), grain, 1).toLocalDate().minusDays(1);
    return end.isAfter(last)
        ? Optional.of(
            "The data ends on "
                + last
                + ": the last "
                + grain.name().toLowerCase(Locale.ROOT)
                + " is covered until then only.")
        : Optional.empty();
  }

  private static String column(Reading.Understood reading) {
    List<Filter> filters = reading.query().filters();
    return filters.getLast().column();
  }

  private static Optional<LocalDate[]> span(Vocabulary vocabulary, String column) {
    return TimeSpan.of(vocabulary.role(column).column()).days();
  }

  /** The data's last period as long as the one asked for, in words. */
  private static String lastPeriod(Period period, LocalDate last) {
    if (period.to() == null) {
      return "in " + last.getYear();
    }
    long days = ChronoUnit.DAYS.between(period.from(), period.to());
    if (days <= 1) {
      return "on " + last;
    }
    if (days >= 28 && days <= 31) {
      return "in "
          + last.getMonth().getDisplayName(TextStyle.FULL, Locale.ENGLISH)
          + " "
          + last.getYear();
    }
    if (days >= 90 && days <= 92) {
      return "in Q" + ((last.getMonthValue() - 1) / 3 + 1) + " " + last.getYear();
    }
    if (days >= 365) {
      return "in " + last.getYear();
    }
    return "from " + last.minusDays(days - 1) + " to " + last;
  }
}

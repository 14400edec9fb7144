package dev.assay.ask;

import dev.assay.gold.Periods;
import dev.assay.model.Grain;
import dev.assay.model.Query;
import dev.assay.model.Query.Dimension;
import dev.assay.model.Query.Filter;
import dev.assay.semantic.TimeSpan;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * How much of the period that a question asks about the data covers.
 *
 * @param nothing the sentence to say when the data does not reach the period at all
 * @param offers questions about the last period that it does reach
 * @param warnings periods that are covered in part
 */
record Coverage(Optional<String> nothing, List<String> offers, List<String> warnings) {
  /** A span of days that a filter names; either end may be open. */
  private record Span(String column, LocalDate from, LocalDate to) {}

  static Coverage of(Reading.Understood reading, Vocabulary vocabulary) {
    Words words = reading.asked();
    Query query = reading.query();
    Set<String> warnings = new LinkedHashSet<>();
    List<Span> spans = spans(query.filters(), vocabulary);
    for (Span asked : spans) {
      Optional<LocalDate[]> data = data(vocabulary, asked.column());
      if (data.isEmpty()) {
        continue;
      }
      LocalDate first = data.get()[0];
      LocalDate last = data.get()[1];
      if (asked.from() != null && asked.from().isAfter(last)) {
        Period period = reading.period();
        List<String> offers =
            period == null || period.words() == 0
                ? List.of()
                : List.of(
                    words.replaced(period.at(), period.words(), lastPeriod(asked, last, words)));
        return new Coverage(
            Optional.of(words.say("data-ends-before", last, asked.column(), asked.from())),
            offers,
            List.of(words.say("nothing-covered")));
      }
      if (asked.to() != null && !asked.to().isAfter(first)) {
        return new Coverage(
            Optional.of(words.say("data-begins-after", first, asked.column())),
            List.of(),
            List.of(words.say("nothing-covered")));
      }
      warnings.addAll(partly(asked, first, last, words));
    }
    for (Query.Measure measure : query.measures()) {
      for (Span asked : spans(measure.filters(), vocabulary)) {
        data(vocabulary, asked.column())
            .ifPresent(data -> warnings.addAll(partly(asked, data[0], data[1], words)));
      }
    }
    boolean cut = spans.stream().anyMatch(span -> span.to() != null);
    for (Dimension dimension : query.dimensions()) {
      if (dimension.grain() != null && dimension.grain() != Grain.HOUR && !cut) {
        data(vocabulary, dimension.column())
            .flatMap(data -> lastPartly(data[1], dimension.grain(), words))
            .ifPresent(warnings::add);
      }
    }
    return new Coverage(Optional.empty(), List.of(), List.copyOf(warnings));
  }

  private static List<String> partly(Span asked, LocalDate first, LocalDate last, Words words) {
    List<String> warnings = new ArrayList<>();
    if (asked.from() != null && asked.from().isAfter(last)) {
      warnings.add(words.say("data-ends-before", last, asked.column(), asked.from()));
    } else if (asked.to() != null && !asked.to().isAfter(first)) {
      warnings.add(words.say("data-begins-after", first, asked.column()));
    } else {
      if (asked.to() != null && asked.to().minusDays(1).isAfter(last)) {
        warnings.add(words.say("covered-until", last));
      }
      if (asked.from() != null && asked.to() != null && asked.from().isBefore(first)) {
        warnings.add(words.say("covered-from", first));
      }
    }
    return warnings;
  }

  private static List<Span> spans(List<Filter> filters, Vocabulary vocabulary) {
    List<Span> spans = new ArrayList<>();
    for (Filter filter : filters) {
      boolean time =
          filter.part() == null
              && vocabulary.roles().stream()
                  .anyMatch(role ->
                      role.name().equals(filter.column()) && role.column().kind().isTemporal());
      List<LocalDate> days =
          time && filter.values().stream().allMatch(value -> value.matches("\\d{4}-\\d\\d-\\d\\d"))
              ? filter.values().stream().map(LocalDate::parse).toList()
              : List.of();
      if (!days.isEmpty()) {
        switch (filter.comparison()) {
          case FROM_TO -> spans.add(new Span(filter.column(), days.getFirst(), days.getLast()));
          case GREATER, GREATER_OR_EQUAL ->
              spans.add(new Span(filter.column(), days.getFirst(), null));
          case LESS, LESS_OR_EQUAL -> spans.add(new Span(filter.column(), null, days.getFirst()));
          case EQUAL, NOT_EQUAL, IN, NOT_IN, CONTAINS, STARTS_WITH, IS_NULL, IS_NOT_NULL -> {}
        }
      }
    }
    return spans;
  }

  private static Optional<String> lastPartly(LocalDate last, Grain grain, Words words) {
    LocalDate start = Periods.start(last.atStartOfDay(), grain).toLocalDate();
    LocalDate end = Periods.plus(start.atStartOfDay(), grain, 1).toLocalDate().minusDays(1);
    return end.isAfter(last)
        ? Optional.of(words.say("last-" + grain.name().toLowerCase(java.util.Locale.ROOT), last))
        : Optional.empty();
  }

  private static Optional<LocalDate[]> data(Vocabulary vocabulary, String column) {
    return vocabulary.roles().stream()
        .filter(role -> role.name().equals(column))
        .findFirst()
        .flatMap(role -> TimeSpan.of(role.column()).days());
  }

  /** The data's last period as long as the one asked for, in words. */
  private static String lastPeriod(Span period, LocalDate last, Words words) {
    if (period.to() == null) {
      return words.say("in-year", last.getYear());
    }
    long days = ChronoUnit.DAYS.between(period.from(), period.to());
    if (days <= 1) {
      return words.say("on-day", last);
    }
    if (days >= 28 && days <= 31) {
      String month = new Phrasing(words.language()).month(last.getMonthValue());
      return words.say("in-month", month, last.getYear());
    }
    if (days >= 90 && days <= 92) {
      return words.say("in-quarter", (last.getMonthValue() - 1) / 3 + 1, last.getYear());
    }
    if (days >= 365) {
      return words.say("in-year", last.getYear());
    }
    return words.say("from-to", last.minusDays(days - 1), last);
  }
}

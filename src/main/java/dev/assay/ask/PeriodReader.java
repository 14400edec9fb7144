package dev.assay.ask;

import dev.assay.model.Query.Comparison;
import dev.assay.model.Query.Filter;
import dev.assay.semantic.ColumnRole;
import dev.assay.semantic.ColumnRole.Role;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/** Reads the periods of a question, such as "in 2024", and which time they are of. */
final class PeriodReader {
  private final Words words;
  private final Vocabulary vocabulary;
  private final TimeColumn time;
  private final FilterReader filters;
  private final Wanted wanted;
  private List<Period> periods = List.of();
  private String column;
  private boolean compared;

  PeriodReader(
      Words words, Vocabulary vocabulary, TimeColumn time, FilterReader filters, Wanted wanted) {
    this.words = words;
    this.vocabulary = vocabulary;
    this.time = time;
    this.filters = filters;
    this.wanted = wanted;
  }

  List<Period> all() {
    return periods;
  }

  /** The time that the periods are of, or null. */
  String column() {
    return column;
  }

  /** Whether there are two, to be compared. */
  boolean compared() {
    return compared;
  }

  /** Takes the periods out again: they are no conditions on rows. */
  void clear() {
    periods = List.of();
  }

  /** The conditions that the periods are. */
  List<Filter> filters() {
    return periods.stream().map(period -> filter(period, column)).toList();
  }

  void read(TimePhrases phrases) {
    periods = phrases.all();
    boolean moves = wanted.growth || wanted.change;
    if (periods.size() == 1 && moves && !time.exists()) {
      return;
    }
    if (periods.size() == 1 && (moves || wanted.compares)) {
      phrases.halves(periods.getFirst()).ifPresent(halves -> periods = halves);
    }
    if (periods.size() == 2 && !moves && !wanted.compares && ownTimes()) {
      return;
    }
    if (periods.size() > 2 || periods.size() == 2 && !(moves || wanted.compares)) {
      throw Reading.Stopped.unclear(words.say("two-periods"));
    }
    compared = periods.size() == 2;
    if (compared) {
      between(periods.getFirst(), periods.getLast());
    }
    if (!periods.isEmpty()) {
      column = column(periods);
    }
  }

  /** "borrowed in May and returned in June": each period is of the time that stands before it. */
  private boolean ownTimes() {
    Period first = periods.getFirst();
    Period second = periods.getLast();
    Optional<String> one = time.between(0, first.at());
    Optional<String> other = time.between(first.at() + first.words(), second.at());
    if (one.isEmpty() || other.isEmpty() || one.equals(other)) {
      return false;
    }
    filters.add(filter(first, one.get()));
    filters.add(filter(second, other.get()));
    for (int i = 0; i < second.at(); i++) {
      if (TimeColumn.isHint(words.get(i).text(), one.get())
          || TimeColumn.isHint(words.get(i).text(), other.get())
          || i >= first.at() && words.at(i, "and")) {
        words.use(i, RowNames.is(vocabulary, words.get(i)) ? 0 : 1);
      }
    }
    periods = List.of();
    return true;
  }

  /** The words that join two periods carry nothing more. */
  private void between(Period first, Period second) {
    for (int i = first.at() + first.words(); i < second.at(); i++) {
      if (words.at(i, "and|with|to|than|versus|compare|in|or|from|the|of|that")) {
        words.use(i, 1);
      }
    }
  }

  private String column(List<Period> all) {
    if (time.exists()) {
      return time.at(all.getFirst().at());
    }
    List<ColumnRole> years = vocabulary.with(Role.YEAR);
    boolean wholeYears =
        all.stream()
            .allMatch(period ->
                (period.from() == null || period.from().getDayOfYear() == 1)
                    && (period.to() == null || period.to().getDayOfYear() == 1));
    if (years.size() == 1 && wholeYears) {
      return years.getFirst().name();
    }
    throw Reading.Stopped.unclear(words.say("no-dates-in", vocabulary.table()));
  }

  /** The condition that a period is of a time. */
  Filter filter(Period period, String column) {
    boolean year = vocabulary.role(column).role() == Role.YEAR;
    String from = period.from() == null ? null : text(period.from(), year);
    String to = period.to() == null ? null : text(period.to(), year);
    if (from == null) {
      return new Filter(column, Comparison.LESS, List.of(to));
    }
    return to == null
        ? new Filter(column, Comparison.GREATER_OR_EQUAL, List.of(from))
        : new Filter(column, Comparison.FROM_TO, List.of(from, to));
  }

  private static String text(LocalDate day, boolean year) {
    return year ? Integer.toString(day.getYear()) : day.toString();
  }
}

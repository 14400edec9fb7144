package dev.assay.advice;

import dev.assay.model.Check;
import dev.assay.model.Check.Operator;
import dev.assay.profile.DateNames;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Dates that can hardly be true: births to come, and days far before or after all others. */
final class DateDoubts {
  private static final String FIRST_BIRTH = "1900-01-01";
  private static final String FIRST_RECORD = "1990-01-01";
  private static final int FAR = 20;
  private static final double DAYS_OF_FIVE_YEARS = 5 * 365.25;

  /** Things that are recorded once they have happened. */
  private static final Set<String> HAPPENED =
      Set.of(
          "created",
          "updated",
          "modified",
          "order",
          "ordered",
          "paid",
          "payment",
          "shipped",
          "delivered",
          "signup",
          "registered",
          "registration",
          "invoice",
          "invoiced",
          "sold",
          "sale",
          "transaction",
          "purchase",
          "purchased",
          "login",
          "visit",
          "visited",
          "posted",
          "received",
          "booked",
          "logged",
          "died",
          "death");

  /** Times that may lie far back, or far ahead. */
  private static final Set<String> LONG_AGO =
      Set.of(
          "hire",
          "hired",
          "start",
          "started",
          "since",
          "joined",
          "founded",
          "established",
          "built",
          "opened",
          "release",
          "released",
          "published",
          "publication",
          "died",
          "death",
          "historical",
          "premiere",
          "inception",
          "acquired",
          "issued",
          "first");

  private final LocalDate today;

  /** What is to come begins after {@code today}. */
  DateDoubts(LocalDate today) {
    this.today = today;
  }

  List<Doubt> of(KnownColumn column) {
    LocalDate first = day(column.known().measured().least());
    LocalDate last = day(column.known().measured().greatest());
    if (first == null || last == null) {
      return List.of();
    }
    List<String> words = column.words();
    if (NameSense.birth(words)) {
      boolean odd = last.isAfter(today) || first.isBefore(LocalDate.parse(FIRST_BIRTH));
      return odd
          ? List.of(
              Doubt.slip(
                  "birth",
                  new Check.Between(FIRST_BIRTH, today.toString()),
                  "are no birth date of anyone alive",
                  0.05))
          : List.of();
    }
    List<Doubt> doubts = new ArrayList<>();
    if (NameSense.any(words, HAPPENED)
        && !DateNames.ahead(words)
        && last.isAfter(today.plusDays(1))) {
      // Time zones and clocks differ by a day.
      doubts.add(
          Doubt.slip(
              "future",
              new Check.Compare(Operator.LESS_OR_EQUAL, today.plusDays(1).toString()),
              "lie in the future",
              0.05));
    } else if (!DateNames.ahead(words) && last.isAfter(today.plusYears(FAR))) {
      doubts.add(
          new Doubt(
              "far-future",
              new Check.Compare(Operator.LESS_OR_EQUAL, today.plusYears(FAR).toString()),
              "lie far in the future",
              0.02,
              false,
              new Doubt.Gap(DAYS_OF_FIVE_YEARS, false, true)));
    }
    if (!NameSense.any(words, LONG_AGO) && first.isBefore(LocalDate.parse(FIRST_RECORD))) {
      doubts.add(
          new Doubt(
              "far-past",
              new Check.Compare(Operator.GREATER_OR_EQUAL, FIRST_RECORD),
              "lie long before all others",
              0.02,
              false,
              new Doubt.Gap(DAYS_OF_FIVE_YEARS, false, false)));
    }
    return doubts;
  }

  /** The day of a value written out, or null for one that no calendar has. */
  static LocalDate day(String written) {
    return written != null && written.matches("[0-9]{4}-[0-9]{2}-[0-9]{2}.*")
        ? LocalDate.parse(written.substring(0, 10))
        : null;
  }

  /** Whether the unusual days lie far enough from the usual ones. */
  static boolean far(Doubt.Gap gap, String usual, String unusual) {
    LocalDate last = day(usual);
    LocalDate first = day(unusual);
    return last != null
        && first != null
        && Math.abs(last.toEpochDay() - first.toEpochDay()) >= gap.least();
  }
}

package dev.assay.advice;

import dev.assay.engine.Engine;
import dev.assay.engine.Work;
import dev.assay.model.Cleaning;
import dev.assay.model.ColumnType;
import dev.assay.model.NullStrategy;
import dev.assay.model.Question;
import dev.assay.model.Rows;
import dev.assay.model.Severity;
import dev.assay.model.SilverSpec;
import dev.assay.profile.Guess;
import dev.assay.profile.Weekdays;
import dev.assay.sql.DateOrderSql;
import dev.assay.sql.Dialect;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.IntFunction;

/**
 * Finds what the rest of a table says about the order of day and month where a column's own values
 * leave it open.
 *
 * <p>It orders the choices of the question and is told in its text, and never answers it.
 */
final class DateOrder {
  private static final List<String> ORDERS = List.of("D/M", "M/D", "Y/M/D");

  /** Other columns that are looked at. */
  private static final int OTHERS = 4;

  /** Above this many rows, rows are not compared with the one before. */
  private static final long COMPARED = 5_000_000;

  /** What holds for so many of the rows is a rule; what holds for fewer than the second is none. */
  private static final double RULE = 0.999;

  private static final double NO_RULE = 0.97;

  private final Engine engine;
  private final DateOrderSql sql;

  DateOrder(Engine engine, Dialect dialect) {
    this.engine = engine;
    this.sql = new DateOrderSql(dialect);
  }

  /** Evidence for one reading. */
  private record Vote(int reading, String says) {}

  /** The question with what all rows say about it; unchanged where it is about something else. */
  Question informed(KnownTable table, KnownColumn column, Question question, Work work) {
    List<String> orders =
        question.choices().stream()
            .map(DateOrder::order)
            .flatMap(Optional::stream)
            .distinct()
            .toList();
    if (orders.size() < 2 || orders.size() != column.known().guess().rivals().size()) {
      return question;
    }
    List<Vote> votes = votes(table, column, orders, work);
    if (votes.isEmpty()) {
      return question;
    }
    long[] counts = new long[orders.size()];
    votes.forEach(vote -> counts[vote.reading()]++);
    List<String> ranked =
        orders.stream()
            .sorted(Comparator.comparing((String order) -> -counts[orders.indexOf(order)]))
            .toList();
    List<String> choices =
        question.choices().stream()
            .sorted(
                Comparator.comparing(choice -> ranked.indexOf(order(choice).orElseThrow())))
            .toList();
    String says = String.join(" ", votes.stream().map(Vote::says).distinct().toList());
    return new Question(
        question.column(),
        question.text() + " " + says,
        choices,
        "assay answer " + table.source().id() + "." + question.column() + " " + choices.getFirst());
  }

  private static Optional<String> order(String choice) {
    return Arrays.stream(choice.split("\\+")).filter(ORDERS::contains).findFirst();
  }

  private List<Vote> votes(
      KnownTable table, KnownColumn open, List<String> orders, Work work) {
    List<KnownColumn> others =
        table.columns().stream()
            .filter(other -> other != open && other.known().guess().type().isTemporal())
            .sorted(
                Comparator.comparing(other -> Recency.rank(other.name()).orElse(Integer.MAX_VALUE)))
            .limit(OTHERS)
            .toList();
    Optional<KnownColumn> weekdays =
        table.columns().stream().filter(other -> !named(other).isEmpty()).findFirst();
    Optional<LocalDate> said = FileDate.last(table.source().origin().label());
    DateOrderSql.Question question =
        new DateOrderSql.Question(
            table.table(),
            open.known().guess().rivals().stream().map(guess -> spec(open, guess)).toList(),
            others.stream().map(KnownColumn::spec).toList(),
            weekdays.map(other -> other.source()).orElse(null),
            weekdays.map(DateOrder::named).orElse(Map.of()),
            said.orElse(null),
            table.rows() <= COMPARED);
    Counts counts = Counts.of(engine.query(sql.measure(question), work));
    List<Vote> votes = new ArrayList<>();
    said.ifPresent(day -> file(counts, orders, day).ifPresent(votes::add));
    weekdays.ifPresent(other -> weekdays(counts, orders, other.name()).ifPresent(votes::add));
    for (int j = 0; j < others.size(); j++) {
      beside(counts, orders, others.get(j).name(), j).ifPresent(votes::add);
      written(others.get(j), orders).ifPresent(votes::add);
    }
    if (question.inOrder()) {
      order(counts, orders).ifPresent(votes::add);
    }
    return votes;
  }

  private static SilverSpec.Column spec(KnownColumn column, Guess guess) {
    return new SilverSpec.Column(
        column.source(),
        column.name(),
        guess.type(),
        guess.steps(),
        NullStrategy.KEEP_NULL,
        null,
        List.of(),
        Severity.REJECT,
        false);
  }

  /** The days of the week that a column's texts name; empty where it holds anything else. */
  private static Map<String, Integer> named(KnownColumn column) {
    Map<String, Integer> days = new LinkedHashMap<>();
    if (column.known().guess().type() != ColumnType.Simple.TEXT
        || column.known().profile().distinct() > 10) {
      return Map.of();
    }
    for (var value : column.known().profile().topValues()) {
      Optional<Integer> day = Weekdays.day(value.value());
      if (day.isEmpty()) {
        return Map.of();
      }
      days.put(value.value(), day.get());
    }
    return days.size() < 2 ? Map.of() : days;
  }

  private static Optional<Vote> file(Counts counts, List<String> orders, LocalDate day) {
    return only(
            orders,
            i -> counts.of("late_" + i) == 0 && counts.of("rows_" + i) > 0,
            i -> counts.of("late_" + i) > 0)
        .map(i ->
            new Vote(
                i,
                "As "
                    + orders.get(i)
                    + " no date is after "
                    + day
                    + ", which the file's name says; otherwise some are."));
  }

  private static Optional<Vote> weekdays(Counts counts, List<String> orders, String name) {
    return only(
            orders,
            i -> counts.share("agree_" + i, "named_" + i) >= RULE,
            i -> counts.share("agree_" + i, "named_" + i) < NO_RULE)
        .map(i ->
            new Vote(
                i,
                "As "
                    + orders.get(i)
                    + " the days of the week in "
                    + name
                    + " agree in "
                    + counts.of("agree_" + i)
                    + " of "
                    + counts.of("named_" + i)
                    + " rows."));
  }

  private static Optional<Vote> beside(
      Counts counts, List<String> orders, String name, int column) {
    for (String side : List.of("same", "until", "from")) {
      IntFunction<Double> share =
          i -> counts.share(side + "_" + i + "_" + column, "both_" + i + "_" + column);
      // That most are on the same day is chance under no reading.
      double rule = side.equals("same") ? 0.5 : RULE;
      double none = side.equals("same") ? 0.2 : NO_RULE;
      Optional<Integer> found =
          only(orders, i -> share.apply(i) >= rule, i -> share.apply(i) < none);
      if (found.isPresent()) {
        int i = found.get();
        String relation =
            side.equals("same")
                ? "on the day of "
                : side.equals("until") ? "never after " : "never before ";
        long rows = counts.of("both_" + i + "_" + column);
        return Optional.of(
            new Vote(
                i,
                "As "
                    + orders.get(i)
                    + " it is "
                    + relation
                    + name
                    + " in "
                    + counts.of(side + "_" + i + "_" + column)
                    + " of "
                    + rows
                    + " rows, otherwise in fewer."));
      }
    }
    return Optional.empty();
  }

  /** A column of the same table whose own values settle its order. */
  private static Optional<Vote> written(KnownColumn other, List<String> orders) {
    for (Cleaning step : other.known().guess().steps()) {
      if (step instanceof Cleaning.ParseDate date) {
        for (String format : date.formats()) {
          String order =
              format.matches("%d[-/. ]%m[-/. ]%[Yy].*")
                  ? "D/M"
                  : format.matches("%m[-/. ]%d[-/. ]%[Yy].*") ? "M/D" : "";
          if (orders.contains(order)) {
            return Optional.of(
                new Vote(
                    orders.indexOf(order),
                    other.name() + " of the same table is written as " + order + "."));
          }
        }
      }
    }
    return Optional.empty();
  }

  private static Optional<Vote> order(Counts counts, List<String> orders) {
    for (String way : List.of("rising", "falling")) {
      Optional<Integer> found =
          only(
              orders,
              i ->
                  counts.of("pairs_" + i) >= 5
                      && counts.share(way + "_" + i, "pairs_" + i) >= 0.98,
              i -> counts.share(way + "_" + i, "pairs_" + i) < 0.9);
      if (found.isPresent()) {
        return Optional.of(
            new Vote(
                found.get(),
                "As "
                    + orders.get(found.get())
                    + " the dates "
                    + (way.equals("rising") ? "rise" : "fall")
                    + " from row to row."));
      }
    }
    return Optional.empty();
  }

  /** The one reading for which something holds, where it holds for no other. */
  private static Optional<Integer> only(
      List<String> orders, IntFunction<Boolean> holds, IntFunction<Boolean> not) {
    for (int i = 0; i < orders.size(); i++) {
      boolean others = true;
      for (int j = 0; j < orders.size(); j++) {
        others &= j == i || not.apply(j);
      }
      if (others && holds.apply(i)) {
        return Optional.of(i);
      }
    }
    return Optional.empty();
  }

  private record Counts(Map<String, Long> named) {
    static Counts of(Rows rows) {
      Map<String, Long> named = new HashMap<>();
      for (int i = 0; i < rows.columns().size(); i++) {
        named.put(rows.columns().get(i).name(), (Long) rows.rows().getFirst().get(i));
      }
      return new Counts(named);
    }

    long of(String name) {
      return named.getOrDefault(name, 0L);
    }

    /** Of all; 0 where there are none. */
    double share(String part, String all) {
      return of(all) == 0 ? 0 : (double) of(part) / of(all);
    }
  }
}

package dev.assay.advice;

import dev.assay.engine.Engine;
import dev.assay.engine.Work;
import dev.assay.model.ColumnType;
import dev.assay.model.NullStrategy;
import dev.assay.model.Question;
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
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

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

  private final Engine engine;
  private final DateOrderSql sql;

  DateOrder(Engine engine, Dialect dialect) {
    this.engine = engine;
    this.sql = new DateOrderSql(dialect);
  }

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
    List<DateVote> votes = votes(table, column, orders, work);
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
            .sorted(Comparator.comparing(choice -> ranked.indexOf(order(choice).orElseThrow())))
            .toList();
    String says = String.join(" ", votes.stream().map(DateVote::says).distinct().toList());
    return new Question(
        question.column(),
        question.text() + " " + says,
        choices,
        "assay answer " + table.source().id() + "." + question.column() + " " + choices.getFirst());
  }

  private static Optional<String> order(String choice) {
    return Arrays.stream(choice.split("\\+")).filter(ORDERS::contains).findFirst();
  }

  private List<DateVote> votes(KnownTable table, KnownColumn open, List<String> orders, Work work) {
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
    DateVote.Counts counts = DateVote.Counts.of(engine.query(sql.measure(question), work));
    List<DateVote> votes = new ArrayList<>();
    said.ifPresent(day -> DateVote.file(counts, orders, day).ifPresent(votes::add));
    weekdays.ifPresent(
        other -> DateVote.weekdays(counts, orders, other.name()).ifPresent(votes::add));
    for (int j = 0; j < others.size(); j++) {
      DateVote.beside(counts, orders, others.get(j).name(), j).ifPresent(votes::add);
      DateVote.written(others.get(j), orders).ifPresent(votes::add);
    }
    if (question.inOrder()) {
      DateVote.order(counts, orders).ifPresent(votes::add);
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
}

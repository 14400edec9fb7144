package dev.assay.ask;

import dev.assay.engine.EngineException;
import dev.assay.gold.Periods;
import dev.assay.model.Query;
import dev.assay.model.Query.Aggregate;
import dev.assay.model.Query.Comparison;
import dev.assay.model.Query.Dimension;
import dev.assay.model.Query.Filter;
import dev.assay.model.Query.Measure;
import dev.assay.model.Rows;
import dev.assay.model.UserError;
import dev.assay.semantic.ColumnRole;
import dev.assay.semantic.ColumnRole.Role;
import dev.assay.sql.ValueKind;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * What only the data can say of a reading: places that more groups share than are shown, periods
 * without rows, a date that disagrees with a status.
 */
final class Doubts {
  private static final int MOST_PERIODS = 100_000;

  private final Asked asked;
  private final Function<Query, Rows> read;

  /**
   * @param read runs a query as the answer itself is run
   */
  Doubts(Asked asked, Function<Query, Rows> read) {
    this.asked = asked;
    this.read = read;
  }

  List<String> of(Reading.Understood reading, Rows rows) {
    List<String> doubts = new ArrayList<>();
    Query query = reading.query();
    Words words = reading.asked();
    withoutRows(query, rows, words).ifPresent(doubts::add);
    try {
      if (isTied(query, rows)) {
        doubts.add(words.say("tie"));
      }
      if (query.joins().isEmpty()) {
        for (Filter filter : query.filters()) {
          dated(filter, words).ifPresent(doubts::add);
        }
      }
    } catch (EngineException | UserError | GoldFailed e) {
      // A doubt about an answer must not cost the answer, nor must the time that it takes.
      return doubts;
    }
    return doubts;
  }

  /** Whether the group after the last one shown has the same figure. */
  private boolean isTied(Query query, Rows rows) {
    if (query.listsRows()
        || query.limit() == null
        || query.orderBy().isEmpty()
        || rows.rows().size() != query.limit()) {
      return false;
    }
    int figure = query.outputs().indexOf(query.orderBy().getFirst().name());
    if (figure < query.dimensions().size()) {
      return false;
    }
    Rows more = read.apply(query.withLimit(query.limit() + 1));
    if (more.rows().size() != query.limit() + 1) {
      return false;
    }
    Object last = more.rows().get(query.limit() - 1).get(figure);
    Object next = more.rows().get(query.limit()).get(figure);
    return last != null && next != null && last.toString().equals(next.toString());
  }

  /** An average over periods says nothing of those in which nothing happened. */
  private static Optional<String> withoutRows(Query query, Rows rows, Words words) {
    boolean average =
        query.summary().stream().anyMatch(one -> one.aggregate() == Aggregate.AVG)
            && query.summary().size() == 4;
    if (!average || rows.rows().isEmpty() || rows.rows().getFirst().get(2) == null) {
      return Optional.empty();
    }
    Dimension period = query.dimensions().getFirst();
    List<Object> row = rows.rows().getFirst();
    long there = Long.parseLong(row.get(1).toString());
    LocalDateTime first = moment(row.get(2).toString());
    LocalDateTime last = moment(row.get(3).toString());
    int all = 1;
    for (LocalDateTime at = first; at.isBefore(last) && all < MOST_PERIODS; all++) {
      at = Periods.plus(at, period.grain(), 1);
    }
    return all > there
        ? Optional.of(
            words.say("empty-periods", all - there, all, first.toLocalDate(), last.toLocalDate()))
        : Optional.empty();
  }

  private static LocalDateTime moment(String text) {
    return text.length() <= 10
        ? LocalDate.parse(text).atStartOfDay()
        : LocalDateTime.parse(text.substring(0, 19).replace(' ', 'T'));
  }

  /** "cancelled" may be a status or a date: where the two differ, the answer says so. */
  private Optional<String> dated(Filter filter, Words words) {
    boolean text =
        asked.vocabulary().roles().stream()
            .filter(column -> column.name().equals(filter.column()))
            .anyMatch(column -> column.column().kind() == ValueKind.TEXT);
    if (filter.comparison() != Comparison.EQUAL || !text) {
      return Optional.empty();
    }
    String value = filter.values().getFirst();
    for (ColumnRole time : asked.vocabulary().with(Role.TIME)) {
      boolean some = time.column().present() < asked.vocabulary().rows();
      if (some && TimeColumn.isHint(value, time.name())) {
        long other =
            count(filter, new Filter(time.name(), Comparison.IS_NULL, List.of()))
                + count(
                    new Filter(filter.column(), Comparison.NOT_EQUAL, filter.values()),
                    new Filter(time.name(), Comparison.IS_NOT_NULL, List.of()));
        return other == 0
            ? Optional.empty()
            : Optional.of(
                words.say(
                    "said-by-date",
                    value,
                    new Phrasing(words.language()).filter(filter),
                    time.name(),
                    other));
      }
    }
    return Optional.empty();
  }

  private long count(Filter one, Filter other) {
    Query query =
        new Query(
            asked.vocabulary().table(),
            List.of(),
            List.of(new Measure("rows_found", Aggregate.COUNT_ROWS, null)),
            List.of(one, other),
            List.of(),
            null,
            null);
    return Long.parseLong(read.apply(query).rows().getFirst().getFirst().toString());
  }
}

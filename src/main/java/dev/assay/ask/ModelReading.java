package dev.assay.ask;

import dev.assay.gold.Wording;
import dev.assay.model.Query;
import dev.assay.model.Query.Comparison;
import dev.assay.model.Query.Filter;
import dev.assay.semantic.ColumnRole.Role;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A model's typed query as a reading of the question, in our words, with the period that it names.
 */
final class ModelReading {
  private ModelReading() {}

  static Reading.Understood of(Asked asked, Query query) {
    Words words = new Words(asked.question());
    Optional<Filter> span =
        query.filters().stream().filter(filter -> isSpan(asked, filter)).findFirst();
    Period period =
        words.count() == 0 ? null : span.flatMap(filter -> period(filter, words)).orElse(null);
    return new Reading.Understood(
        period == null ? query : withLast(query, span.orElseThrow()),
        Wording.query(query),
        List.of(),
        words,
        period);
  }

  private static boolean isSpan(Asked asked, Filter filter) {
    return filter.part() == null
        && asked.vocabulary().role(filter.column()).role() == Role.TIME
        && switch (filter.comparison()) {
          case FROM_TO, GREATER_OR_EQUAL, LESS -> true;
          case EQUAL,
              NOT_EQUAL,
              LESS_OR_EQUAL,
              GREATER,
              IN,
              NOT_IN,
              CONTAINS,
              STARTS_WITH,
              IS_NULL,
              IS_NOT_NULL ->
              false;
        };
  }

  /** The whole question stands for its words, since nobody knows which they are. */
  private static Optional<Period> period(Filter filter, Words words) {
    try {
      LocalDate first = day(filter.values().getFirst());
      LocalDate last = day(filter.values().getLast());
      boolean open = filter.values().size() == 1;
      boolean before = filter.comparison() == Comparison.LESS;
      return Optional.of(
          new Period(before ? null : first, open && !before ? null : last, 0, words.count()));
    } catch (DateTimeException e) {
      return Optional.empty();
    }
  }

  private static LocalDate day(String value) {
    String text = value.strip();
    return LocalDate.parse(text.length() > 10 ? text.substring(0, 10) : text);
  }

  /** What the data covers of a period is looked up by the last filter. */
  private static Query withLast(Query query, Filter last) {
    List<Filter> filters = new ArrayList<>(query.filters());
    filters.remove(last);
    filters.add(last);
    return query.withFilters(filters);
  }
}

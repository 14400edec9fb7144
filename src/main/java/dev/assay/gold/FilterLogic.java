package dev.assay.gold;

import dev.assay.model.Grain;
import dev.assay.model.Query.Comparison;
import dev.assay.model.Query.Filter;
import dev.assay.sql.FilterValue;
import dev.assay.sql.ValueKind;
import java.math.BigDecimal;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** What can be concluded from filters alone, without looking at the data. */
final class FilterLogic {
  /** From {@code from}, included, to {@code to}, excluded; either may be null for "open". */
  record Range(LocalDateTime from, LocalDateTime to) {}

  private FilterLogic() {}

  /** Whether both filters on the same column let the same rows pass, as far as their form shows. */
  static boolean same(Filter one, Filter other, ValueKind kind) {
    return implies(one, other, kind) && implies(other, one, kind);
  }

  /** Whether every row that passes {@code narrow} passes {@code wide}; in doubt, false. */
  static boolean implies(Filter narrow, Filter wide, ValueKind kind) {
    if (!narrow.column().equals(wide.column())) {
      return false;
    }
    if (wide.comparison() == Comparison.IS_NOT_NULL) {
      return narrow.comparison() != Comparison.IS_NULL;
    }
    if (narrow.part() != wide.part()) {
      return false;
    }
    if (narrow.comparison() == wide.comparison()
        && values(narrow, kind).equals(values(wide, kind))) {
      return true;
    }
    return switch (narrow.comparison()) {
      case EQUAL, IN -> values(narrow, kind).stream().allMatch(value -> passes(value, wide, kind));
      case FROM_TO, LESS, LESS_OR_EQUAL, GREATER, GREATER_OR_EQUAL ->
          kind.isTemporal()
              ? narrow.part() == null && rangeInside(narrow, wide, kind)
              : numbersInside(narrow, wide, kind);
      case NOT_EQUAL, NOT_IN ->
          (wide.comparison() == Comparison.NOT_EQUAL || wide.comparison() == Comparison.NOT_IN)
              && values(narrow, kind).containsAll(values(wide, kind));
      case CONTAINS, STARTS_WITH, IS_NULL, IS_NOT_NULL -> false;
    };
  }

  private static boolean numbersInside(Filter narrow, Filter wide, ValueKind kind) {
    if (!kind.isNumeric()) {
      return false;
    }
    Optional<Bound> lower = lower(wide, kind);
    Optional<Bound> upper = upper(wide, kind);
    if (lower.isEmpty() && upper.isEmpty()) {
      return false;
    }
    return lower
            .map(bound -> lower(narrow, kind).filter(own -> own.within(bound, 1)).isPresent())
            .orElse(true)
        && upper
            .map(bound -> upper(narrow, kind).filter(own -> own.within(bound, -1)).isPresent())
            .orElse(true);
  }

  private record Bound(BigDecimal at, boolean included) {
    /** Whether it lies inside the other; {@code side} is 1 for lower bounds and -1 for upper. */
    boolean within(Bound other, int side) {
      int order = at.compareTo(other.at) * side;
      return order > 0 || order == 0 && (other.included || !included);
    }
  }

  private static Optional<Bound> lower(Filter filter, ValueKind kind) {
    return switch (filter.comparison()) {
      case GREATER -> bound(filter, 0, kind, false);
      case GREATER_OR_EQUAL, FROM_TO -> bound(filter, 0, kind, true);
      case EQUAL,
          NOT_EQUAL,
          LESS,
          LESS_OR_EQUAL,
          IN,
          NOT_IN,
          CONTAINS,
          STARTS_WITH,
          IS_NULL,
          IS_NOT_NULL ->
          Optional.empty();
    };
  }

  private static Optional<Bound> upper(Filter filter, ValueKind kind) {
    return switch (filter.comparison()) {
      case LESS -> bound(filter, 0, kind, false);
      case LESS_OR_EQUAL -> bound(filter, 0, kind, true);
      case FROM_TO -> bound(filter, 1, kind, false);
      case EQUAL,
          NOT_EQUAL,
          GREATER,
          GREATER_OR_EQUAL,
          IN,
          NOT_IN,
          CONTAINS,
          STARTS_WITH,
          IS_NULL,
          IS_NOT_NULL ->
          Optional.empty();
    };
  }

  private static Optional<Bound> bound(Filter filter, int index, ValueKind kind, boolean included) {
    return value(filter.values().get(index), kind) instanceof FilterValue.Number(BigDecimal number)
        ? Optional.of(new Bound(number, included))
        : Optional.empty();
  }

  private static boolean rangeInside(Filter narrow, Filter wide, ValueKind kind) {
    Optional<Range> inner = range(narrow, kind);
    Optional<Range> outer = range(wide, kind);
    return inner.isPresent()
        && outer.isPresent()
        && (outer.get().from() == null
            || inner.get().from() != null && !inner.get().from().isBefore(outer.get().from()))
        && (outer.get().to() == null
            || inner.get().to() != null && !inner.get().to().isAfter(outer.get().to()));
  }

  /** Whether one value, not missing, passes a filter; in doubt, false. */
  private static boolean passes(FilterValue value, Filter filter, ValueKind kind) {
    List<FilterValue> bounds = filter.values().stream().map(text -> value(text, kind)).toList();
    return switch (filter.comparison()) {
      case EQUAL, IN -> bounds.contains(value);
      case NOT_EQUAL, NOT_IN -> !bounds.contains(value);
      case CONTAINS, STARTS_WITH -> false;
      case LESS -> order(value, bounds.get(0)).filter(o -> o < 0).isPresent();
      case LESS_OR_EQUAL -> order(value, bounds.get(0)).filter(o -> o <= 0).isPresent();
      case GREATER -> order(value, bounds.get(0)).filter(o -> o > 0).isPresent();
      case GREATER_OR_EQUAL -> order(value, bounds.get(0)).filter(o -> o >= 0).isPresent();
      case FROM_TO ->
          order(value, bounds.get(0)).filter(o -> o >= 0).isPresent()
              && order(value, bounds.get(1)).filter(o -> o < 0).isPresent();
      case IS_NULL -> false;
      case IS_NOT_NULL -> true;
    };
  }

  /** How two values compare, where this order is surely the engine's: not for texts. */
  private static Optional<Integer> order(FilterValue one, FilterValue other) {
    return switch (one) {
      case FilterValue.Number(var a) when other instanceof FilterValue.Number(var b) ->
          Optional.of(a.compareTo(b));
      case FilterValue.Moment(var a) when other instanceof FilterValue.Moment(var b) ->
          Optional.of(a.compareTo(b));
      default -> Optional.empty();
    };
  }

  /** As the engine compares it: of numbers that one DOUBLE is nearest to, none differs. */
  private static FilterValue value(String text, ValueKind kind) {
    FilterValue value = FilterValue.parse(text, kind);
    return kind == ValueKind.DOUBLE
            && value instanceof FilterValue.Number(BigDecimal number)
            && Double.isFinite(number.doubleValue())
        ? new FilterValue.Number(new BigDecimal(number.doubleValue()))
        : value;
  }

  private static Set<FilterValue> values(Filter filter, ValueKind kind) {
    Set<FilterValue> values = new HashSet<>();
    List<FilterValue> ordered = new ArrayList<>();
    for (String text : filter.values()) {
      FilterValue value = value(text, kind);
      values.add(value);
      ordered.add(value);
    }
    if (filter.comparison() == Comparison.FROM_TO && ordered.size() == 2) {
      // A pair in order is one thing: as a set, [a, b) would equal [b, a).
      return Set.of(new FilterValue.Text(ordered.toString()));
    }
    return values;
  }

  /** The half-open range of time that a filter lets pass, where it is one. */
  static Optional<Range> range(Filter filter, ValueKind kind) {
    if (!kind.isTemporal() || filter.part() != null) {
      return Optional.empty();
    }
    List<LocalDateTime> at = new ArrayList<>();
    for (String text : filter.values()) {
      if (FilterValue.parse(text, kind) instanceof FilterValue.Moment(LocalDateTime moment)) {
        at.add(moment);
      }
    }
    boolean days =
        kind == ValueKind.DATE
            && at.stream().allMatch(moment -> moment.toLocalTime().equals(LocalTime.MIDNIGHT));
    return switch (filter.comparison()) {
      case FROM_TO -> Optional.of(new Range(at.get(0), at.get(1)));
      case GREATER_OR_EQUAL -> Optional.of(new Range(at.get(0), null));
      case LESS -> Optional.of(new Range(null, at.get(0)));
      case GREATER -> days ? Optional.of(new Range(at.get(0).plusDays(1), null)) : Optional.empty();
      case LESS_OR_EQUAL ->
          days ? Optional.of(new Range(null, at.get(0).plusDays(1))) : Optional.empty();
      case EQUAL ->
          days ? Optional.of(new Range(at.get(0), at.get(0).plusDays(1))) : Optional.empty();
      case NOT_EQUAL, IN, NOT_IN, CONTAINS, STARTS_WITH, IS_NULL, IS_NOT_NULL -> Optional.empty();
    };
  }

  /**
   * The same condition on a column that holds the starts of periods, where the filter's ends fall
   * between periods.
   */
  static Optional<Filter> onPeriods(Filter filter, ValueKind kind, String column, Grain grain) {
    if (filter.comparison() == Comparison.IS_NULL
        || filter.comparison() == Comparison.IS_NOT_NULL) {
      return Optional.of(new Filter(column, filter.comparison(), List.of()));
    }
    return range(filter, kind)
        .filter(range -> range.from() == null || Periods.startsAt(range.from(), grain))
        .filter(range -> range.to() == null || Periods.startsAt(range.to(), grain))
        .map(range -> {
          if (range.from() == null) {
            return new Filter(column, Comparison.LESS, List.of(text(range.to(), grain)));
          }
          if (range.to() == null) {
            return new Filter(
                column, Comparison.GREATER_OR_EQUAL, List.of(text(range.from(), grain)));
          }
          return new Filter(
              column,
              Comparison.FROM_TO,
              List.of(text(range.from(), grain), text(range.to(), grain)));
        });
  }

  /** Whether at most one period of {@code grain} passes. */
  static boolean pinsPeriod(Filter filter, ValueKind kind, Grain grain) {
    return filter.comparison() == Comparison.IS_NULL
        || range(filter, kind)
            .filter(range -> range.from() != null && range.to() != null)
            .filter(range -> Periods.startsAt(range.from(), grain))
            .filter(range -> Periods.plus(range.from(), grain, 1).equals(range.to()))
            .isPresent();
  }

  private static String text(LocalDateTime at, Grain grain) {
    return grain == Grain.HOUR
        ? at.toLocalDate() + " " + at.toLocalTime()
        : at.toLocalDate().toString();
  }
}

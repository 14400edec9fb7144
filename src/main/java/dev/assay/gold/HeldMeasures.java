package dev.assay.gold;

import dev.assay.model.Query;
import dev.assay.model.Query.Aggregate;
import dev.assay.model.Query.Comparison;
import dev.assay.model.Query.Dimension;
import dev.assay.model.Query.Filter;
import dev.assay.model.Query.Measure;
import dev.assay.model.RowCondition;
import dev.assay.model.RowCondition.Term;
import dev.assay.sql.Rollup.Value;
import dev.assay.sql.ValueKind;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** What the measures of a Gold table give: those of coarser groups, or of some of its groups. */
final class HeldMeasures {
  private final Query gold;
  private final HeldKeys keys;
  private final Function<Filter, ValueKind> kinds;

  /** What holds of every row that the result is made of. */
  private final List<Filter> everywhere;

  HeldMeasures(
      Query gold, HeldKeys keys, Function<Filter, ValueKind> kinds, List<Filter> everywhere) {
    this.gold = gold;
    this.keys = keys;
    this.kinds = kinds;
    this.everywhere = everywhere;
  }

  /**
   * A column of the Gold table and the groups of it that count.
   *
   * @param passing conditions of groups; none for all
   */
  private record Held(String column, List<Filter> passing) {
    Value of(Value value) {
      return filtered(value, passing);
    }
  }

  private static Value filtered(Value value, List<Filter> passing) {
    return passing.isEmpty() ? value : new Value.Filtered(value, passing);
  }

  /** The measure put together from what the table holds; its names are Gold's. */
  Value value(Measure asked) {
    String name = asked.name();
    return switch (asked.aggregate()) {
      case COUNT_ROWS -> {
        Held held = held(Aggregate.COUNT_ROWS, asked);
        yield held.of(new Value.Count(name, held.column()));
      }
      case COUNT -> count(asked);
      case SUM -> {
        Held held = held(Aggregate.SUM, asked);
        yield held.of(new Value.Sum(name, held.column()));
      }
      case AVG -> average(asked);
      case MIN -> {
        Held held = heldOrKey(asked);
        yield held.of(new Value.Least(name, held.column()));
      }
      case MAX -> {
        Held held = heldOrKey(asked);
        yield held.of(new Value.Greatest(name, held.column()));
      }
      case COUNT_DISTINCT -> distinct(asked);
      case MEDIAN -> median(asked);
    };
  }

  private Value count(Measure asked) {
    List<Held> stored = candidates(Aggregate.COUNT, asked);
    if (!stored.isEmpty()) {
      return stored.getFirst().of(new Value.Count(asked.name(), stored.getFirst().column()));
    }
    Optional<Dimension> key = rawKey(asked);
    if (key.isPresent()) {
      List<Held> rows =
          candidates(
              Aggregate.COUNT_ROWS,
              new Measure(asked.name(), Aggregate.COUNT_ROWS, null, null, asked.filters()));
      if (!rows.isEmpty()) {
        List<Filter> passing = new ArrayList<>(rows.getFirst().passing());
        passing.add(new Filter(key.get().name(), Comparison.IS_NOT_NULL, List.of()));
        return filtered(new Value.Count(asked.name(), rows.getFirst().column()), passing);
      }
    }
    Held held = held(Aggregate.COUNT, asked);
    return held.of(new Value.Count(asked.name(), held.column()));
  }

  private Value average(Measure asked) {
    List<Held> counts = candidates(Aggregate.COUNT, asked);
    for (Held sum : candidates(Aggregate.SUM, asked)) {
      for (Held count : counts) {
        if (sum.passing().equals(count.passing())) {
          return sum.of(new Value.Average(asked.name(), sum.column(), count.column()));
        }
      }
    }
    held(Aggregate.SUM, asked);
    held(Aggregate.COUNT, asked);
    throw new Refused("it does not hold the sum and the count of the same rows");
  }

  private Value distinct(Measure asked) {
    Optional<Dimension> key = rawKey(asked);
    if (key.isPresent()) {
      return filtered(
          new Value.Distinct(asked.name(), key.get().name()), passing(asked, List.of()));
    }
    Held held = held(Aggregate.COUNT_DISTINCT, asked);
    if (!keys.allSettled()) {
      throw new Refused(
          "counts of different " + argument(asked) + " in its groups cannot be added up");
    }
    return held.of(new Value.OnlyCount(asked.name(), held.column()));
  }

  private Value median(Measure asked) {
    if (candidates(Aggregate.MEDIAN, asked).isEmpty() || !keys.allSettled()) {
      throw new Refused("the median of groups is not that of their union");
    }
    Held held = held(Aggregate.MEDIAN, asked);
    return held.of(new Value.Only(asked.name(), held.column()));
  }

  private Held heldOrKey(Measure asked) {
    Optional<Dimension> key = rawKey(asked);
    return key.isPresent()
        ? new Held(key.get().name(), passing(asked, List.of()))
        : held(asked.aggregate(), asked);
  }

  private Optional<Dimension> rawKey(Measure asked) {
    return column(asked) == null ? Optional.empty() : keys.rawKey(column(asked));
  }

  private Held held(Aggregate aggregate, Measure asked) {
    List<Held> found = new ArrayList<>();
    String because = search(aggregate, asked, found);
    if (found.isEmpty()) {
      throw new Refused(because);
    }
    return found.getFirst();
  }

  private List<Held> candidates(Aggregate aggregate, Measure asked) {
    List<Held> found = new ArrayList<>();
    search(aggregate, asked, found);
    return found;
  }

  /** Adds all that will do, the plainest first; otherwise says why there is none. */
  private String search(Aggregate aggregate, Measure asked, List<Held> found) {
    String because =
        "it does not hold the "
            + Wording.measure(
                new Measure(
                    asked.name(), aggregate, asked.column(), asked.formula(), asked.filters()));
    for (Measure stored : gold.measures()) {
      if (stored.aggregate() != aggregate
          || aggregate != Aggregate.COUNT_ROWS && !sameArgument(stored, asked)) {
        continue;
      }
      if (!stored.filters().stream().allMatch(own -> holds(own, asked))) {
        continue;
      }
      try {
        found.add(new Held(stored.name(), passing(asked, stored.filters())));
      } catch (Refused refused) {
        because += ", and " + refused.getMessage();
      }
    }
    found.sort(Comparator.comparingInt(held -> held.passing().size()));
    return because;
  }

  /** Whether all rows that are asked for pass a filter of a stored measure. */
  private boolean holds(Filter own, Measure asked) {
    return implied(own, asked.filters()) || implied(own, everywhere);
  }

  private boolean implied(Filter own, List<Filter> by) {
    return by.stream()
        .anyMatch(
            f -> f.column().equals(own.column()) && FilterLogic.implies(f, own, kinds.apply(own)));
  }

  /** What is left of the measure's filters, as conditions of groups. */
  private List<Filter> passing(Measure asked, List<Filter> applied) {
    return asked.filters().stream()
        .filter(filter -> !same(filter, applied) && !same(filter, everywhere))
        .map(filter -> keys.mapped(filter, kinds.apply(filter), false))
        .toList();
  }

  private boolean same(Filter filter, List<Filter> others) {
    return others.stream()
        .anyMatch(other ->
            other.column().equals(filter.column())
                && FilterLogic.same(filter, other, kinds.apply(filter)));
  }

  /** Whether two measures aggregate the same. */
  static boolean sameArgument(Measure one, Measure other) {
    return term(one).equals(term(other));
  }

  private static Optional<Term> term(Measure measure) {
    if (measure.formula() != null) {
      return Optional.of(RowCondition.term(measure.formula()));
    }
    return Optional.ofNullable(measure.column()).map(RowCondition.Column::new);
  }

  /** The column that alone is aggregated, or null. */
  private static String column(Measure measure) {
    return term(measure).orElse(null) instanceof RowCondition.Column(String name) ? name : null;
  }

  private static String argument(Measure measure) {
    return measure.formula() == null ? measure.column() : measure.formula();
  }

  /** Whether two measures are of the same rows and the same aggregate. */
  boolean same(Measure one, Measure other) {
    return one.aggregate() == other.aggregate()
        && sameArgument(one, other)
        && one.filters().stream().allMatch(filter -> same(filter, other.filters()))
        && other.filters().stream().allMatch(filter -> same(filter, one.filters()));
  }
}

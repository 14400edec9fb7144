package dev.assay.gold;

import dev.assay.model.Grain;
import dev.assay.model.Query.Comparison;
import dev.assay.model.Query.Dimension;
import dev.assay.model.Query.Filter;
import dev.assay.sql.Rollup;
import dev.assay.sql.ValueKind;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** What the dimensions of a Gold table give: keys and conditions of coarser groups. */
final class HeldKeys {
  private final List<Dimension> held;
  private final Map<String, ValueKind> kinds;
  private final Set<String> rolled = new LinkedHashSet<>();

  /** Dimensions of which each result takes at most one value. */
  private final Set<Dimension> single = new HashSet<>();

  HeldKeys(List<Dimension> held, Map<String, ValueKind> kinds) {
    this.held = held;
    this.kinds = kinds;
  }

  /** How periods were put together, for people. */
  Set<String> rolled() {
    return rolled;
  }

  Rollup.Key key(Dimension asked) {
    Dimension best = null;
    for (Dimension one : held) {
      if (one.column().equals(asked.column()) && covers(one, asked)) {
        if (best == null || exact(one, asked)) {
          best = one;
        }
      }
    }
    if (best == null) {
      throw new Refused("it does not hold " + lacking(asked));
    }
    if (exact(best, asked)) {
      single.add(best);
      return new Rollup.Key(asked.name(), best.name(), null, null);
    }
    if (best.grain() != null && asked.grain() != null) {
      rolled.add(Wording.word(best.grain()) + "s roll up to " + Wording.word(asked.grain()) + "s");
    } else if (best.grain() != null && asked.part() != null) {
      rolled.add("each " + Wording.word(best.grain()) + " has one " + Wording.part(asked.part()));
    }
    return new Rollup.Key(asked.name(), best.name(), asked.grain(), asked.part());
  }

  private static String lacking(Dimension asked) {
    if (asked.part() != null) {
      return "the " + Wording.part(asked.part()) + " of " + asked.column();
    }
    return asked.column() + (asked.grain() == null ? "" : " by " + Wording.word(asked.grain()));
  }

  /** Whether each group of {@code one} lies in one of {@code asked}. */
  private boolean covers(Dimension one, Dimension asked) {
    if (exact(one, asked) || raw(one)) {
      return true;
    }
    if (one.grain() == null) {
      return false;
    }
    return asked.grain() != null && one.grain().rollsUpTo(asked.grain())
        || asked.part() != null && Periods.share(one.grain(), asked.part());
  }

  boolean exact(Dimension one, Dimension asked) {
    return one.grain() == asked.grain() && one.part() == asked.part() || raw(one) && raw(asked);
  }

  /** Whether a dimension keeps every value of its column as it is. */
  private boolean raw(Dimension dimension) {
    return dimension.part() == null
        && (dimension.grain() == null
            || dimension.grain() == Grain.DAY && kinds.get(dimension.column()) == ValueKind.DATE);
  }

  Optional<Dimension> rawKey(String column) {
    return held.stream()
        .filter(dimension -> dimension.column().equals(column) && raw(dimension))
        .findFirst();
  }

  /** Whether each result is made of one group at most. */
  boolean allSettled() {
    return held.stream().allMatch(this::settled);
  }

  private boolean settled(Dimension dimension) {
    return single.stream()
        .anyMatch(one -> one.column().equals(dimension.column()) && covers(one, dimension));
  }

  /**
   * A condition of rows as one of groups.
   *
   * @param everywhere whether it holds of all that the result is made of
   */
  Filter mapped(Filter filter, ValueKind kind, boolean everywhere) {
    for (Dimension dimension : held) {
      if (!dimension.column().equals(filter.column())) {
        continue;
      }
      Optional<Filter> mapped = mapped(filter, kind, dimension);
      if (mapped.isPresent()) {
        if (everywhere && pins(filter, kind, dimension)) {
          single.add(dimension);
        }
        return mapped.get();
      }
    }
    boolean coarse = held.stream().anyMatch(d -> d.column().equals(filter.column()));
    if (coarse && filter.part() != null) {
      throw new Refused(
          "its periods do not tell the " + Wording.part(filter.part()) + " of " + filter.column());
    }
    throw new Refused(
        coarse
            ? "the period asked for does not begin and end with its periods"
            : "it does not keep " + filter.column() + " apart");
  }

  private Optional<Filter> mapped(Filter filter, ValueKind kind, Dimension dimension) {
    Filter same = filter.of(dimension.name());
    if (raw(dimension)) {
      return Optional.of(same);
    }
    Filter whole = new Filter(dimension.name(), filter.comparison(), filter.values());
    if (filter.comparison() == Comparison.IS_NULL
        || filter.comparison() == Comparison.IS_NOT_NULL) {
      return Optional.of(whole);
    }
    if (dimension.part() != null) {
      return dimension.part() == filter.part() ? Optional.of(whole) : Optional.empty();
    }
    if (filter.part() != null) {
      return Periods.share(dimension.grain(), filter.part()) ? Optional.of(same) : Optional.empty();
    }
    return FilterLogic.onPeriods(filter, kind, dimension.name(), dimension.grain());
  }

  /** Whether at most one value of the dimension passes. */
  private boolean pins(Filter filter, ValueKind kind, Dimension dimension) {
    if (filter.comparison() == Comparison.IS_NULL) {
      return true;
    }
    if (filter.part() != null || raw(dimension) || dimension.part() != null) {
      return filter.comparison() == Comparison.EQUAL && filter.part() == dimension.part();
    }
    return FilterLogic.pinsPeriod(filter, kind, dimension.grain());
  }
}

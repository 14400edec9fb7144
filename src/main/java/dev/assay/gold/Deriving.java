package dev.assay.gold;

import dev.assay.model.Grain;
import dev.assay.model.Query;
import dev.assay.model.Query.Aggregate;
import dev.assay.model.Query.Comparison;
import dev.assay.model.Query.Dimension;
import dev.assay.model.Query.Filter;
import dev.assay.model.Query.Measure;
import dev.assay.model.Rows;
import dev.assay.sql.Outputs;
import dev.assay.sql.Rollup;
import dev.assay.sql.ValueKind;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** One attempt at a {@link Derivation}. */
final class Deriving {
  /** Says why a derivation ends; never leaves this class. */
  private static final class Refused extends RuntimeException {
    private static final long serialVersionUID = 1L;

    Refused(String reason) {
      super(reason, null, false, false);
    }
  }

  private final Query question;
  private final Query gold;
  private final String goldTable;
  private final List<Rows.Column> silver;
  private final Map<String, ValueKind> kinds = new LinkedHashMap<>();
  private final Set<String> rolled = new LinkedHashSet<>();

  /** Gold dimensions of which each result takes at most one value. */
  private final Set<Dimension> single = new HashSet<>();

  Deriving(Query question, Query gold, String goldTable, List<Rows.Column> silver) {
    this.question = question;
    this.gold = gold;
    this.goldTable = goldTable;
    this.silver = silver;
    silver.forEach(column -> kinds.put(column.name(), ValueKind.of(column.type())));
  }

  Derivation derive() {
    try {
      if (!question.table().equals(gold.table())) {
        throw new Refused("it is about " + gold.table());
      }
      if (question.listsRows()) {
        throw new Refused("it holds groups, and rows are asked for");
      }
      if (!question.joins().isEmpty()
          || !gold.joins().isEmpty()
          || !gold.having().isEmpty()
          || parts(question)
          || parts(gold)) {
        throw new Refused("it is not known yet whether it can give this");
      }
      if (gold.limit() != null) {
        throw new Refused("it keeps only its first " + gold.limit() + " rows");
      }
      List<Filter> filters = filters();
      List<Rollup.Key> keys = question.dimensions().stream().map(this::key).toList();
      List<Rollup.Value> values = question.measures().stream().map(this::value).toList();
      refuseShakyOrder();
      return new Derivation.Derived(
          new Rollup(goldTable, keys, values, filters, question, Outputs.of(question, silver)),
          because());
    } catch (Refused refused) {
      return new Derivation.NotDerivable(refused.getMessage());
    }
  }

  private static boolean parts(Query query) {
    return query.dimensions().stream().anyMatch(dimension -> dimension.part() != null)
        || query.filters().stream().anyMatch(filter -> filter.part() != null)
        || query.measures().stream()
            .anyMatch(measure -> measure.formula() != null || !measure.filters().isEmpty());
  }

  /** The question's filters on Gold's columns, without those that Gold itself has applied. */
  private List<Filter> filters() {
    for (Filter own : gold.filters()) {
      if (question.filters().stream().noneMatch(f -> FilterLogic.implies(f, own, kind(own)))) {
        throw new Refused("it holds only rows where " + Wording.filter(own));
      }
    }
    List<Filter> mapped = new ArrayList<>();
    for (Filter filter : question.filters()) {
      if (gold.filters().stream().noneMatch(own -> FilterLogic.same(filter, own, kind(own)))) {
        mapped.add(mapped(filter));
      }
    }
    return mapped;
  }

  private Filter mapped(Filter filter) {
    ValueKind kind = kind(filter);
    for (Dimension dimension : gold.dimensions()) {
      if (!dimension.column().equals(filter.column())) {
        continue;
      }
      if (raw(dimension)) {
        if (filter.comparison() == Comparison.EQUAL || filter.comparison() == Comparison.IS_NULL) {
          single.add(dimension);
        }
        return new Filter(dimension.name(), filter.comparison(), filter.values());
      }
      Optional<Filter> periods =
          FilterLogic.onPeriods(filter, kind, dimension.name(), dimension.grain());
      if (periods.isPresent()) {
        if (FilterLogic.pinsPeriod(filter, kind, dimension.grain())) {
          single.add(dimension);
        }
        return periods.get();
      }
    }
    boolean coarse = gold.dimensions().stream().anyMatch(d -> d.column().equals(filter.column()));
    throw new Refused(
        coarse
            ? "the period asked for does not begin and end with its periods"
            : "it does not keep " + filter.column() + " apart");
  }

  private Rollup.Key key(Dimension asked) {
    Dimension best = null;
    for (Dimension held : gold.dimensions()) {
      if (held.column().equals(asked.column()) && covers(held, asked)) {
        if (best == null || exact(held, asked)) {
          best = held;
        }
      }
    }
    if (best == null) {
      throw new Refused(
          "it does not hold "
              + asked.column()
              + (asked.grain() == null ? "" : " by " + word(asked.grain())));
    }
    if (exact(best, asked)) {
      single.add(best);
      return new Rollup.Key(asked.name(), best.name(), null, null);
    }
    if (best.grain() != null) {
      rolled.add(word(best.grain()) + "s roll up to " + word(asked.grain()) + "s");
    }
    return new Rollup.Key(asked.name(), best.name(), asked.grain(), asked.part());
  }

  private boolean covers(Dimension held, Dimension asked) {
    if (exact(held, asked) || raw(held)) {
      return true;
    }
    return asked.grain() != null && held.grain().rollsUpTo(asked.grain());
  }

  private boolean exact(Dimension held, Dimension asked) {
    return held.grain() == asked.grain() || raw(held) && raw(asked);
  }

  /** Whether a dimension keeps every value of its column as it is. */
  private boolean raw(Dimension dimension) {
    return dimension.grain() == null
        || dimension.grain() == Grain.DAY && kinds.get(dimension.column()) == ValueKind.DATE;
  }

  private Rollup.Value value(Measure asked) {
    String name = asked.name();
    return switch (asked.aggregate()) {
      case COUNT_ROWS, COUNT -> new Rollup.Value.Count(name, held(asked.aggregate(), asked));
      case SUM -> new Rollup.Value.Sum(name, held(Aggregate.SUM, asked));
      case AVG ->
          new Rollup.Value.Average(name, held(Aggregate.SUM, asked), held(Aggregate.COUNT, asked));
      case MIN -> new Rollup.Value.Least(name, heldOrKey(asked));
      case MAX -> new Rollup.Value.Greatest(name, heldOrKey(asked));
      case COUNT_DISTINCT -> distinct(asked);
      case MEDIAN -> throw new Refused("the median of groups is not that of their union");
    };
  }

  /** Whether each result takes at most one value of a dimension, directly or by a finer one. */
  private boolean settled(Dimension dimension) {
    return single.stream()
        .anyMatch(one -> one.column().equals(dimension.column()) && covers(one, dimension));
  }

  private Rollup.Value distinct(Measure asked) {
    Optional<Dimension> key = rawKey(asked.column());
    if (key.isPresent()) {
      return new Rollup.Value.Distinct(asked.name(), key.get().name());
    }
    String column = held(Aggregate.COUNT_DISTINCT, asked);
    if (!gold.dimensions().stream().allMatch(this::settled)) {
      throw new Refused(
          "counts of different " + asked.column() + " in its groups cannot be added up");
    }
    return new Rollup.Value.OnlyCount(asked.name(), column);
  }

  private String heldOrKey(Measure asked) {
    return rawKey(asked.column())
        .map(Dimension::name)
        .orElseGet(() -> held(asked.aggregate(), asked));
  }

  private Optional<Dimension> rawKey(String column) {
    return gold.dimensions().stream()
        .filter(dimension -> dimension.column().equals(column) && raw(dimension))
        .findFirst();
  }

  private String held(Aggregate aggregate, Measure asked) {
    String column = aggregate == Aggregate.COUNT_ROWS ? null : asked.column();
    return gold.measures().stream()
        .filter(m -> m.aggregate() == aggregate)
        .filter(m -> column == null || column.equals(m.column()))
        .map(Measure::name)
        .findFirst()
        .orElseThrow(
            () -> new Refused("it does not hold the " + Wording.aggregate(aggregate, column)));
  }

  /**
   * The last digit of an average depends on how it was put together; where it decides which rows
   * are shown or how they are called, only Silver's own will do.
   */
  private void refuseShakyOrder() {
    Set<String> averages =
        question.measures().stream()
            .filter(measure -> measure.aggregate() == Aggregate.AVG)
            .map(Measure::name)
            .collect(Collectors.toSet());
    boolean chosen =
        question.having().stream().anyMatch(filter -> averages.contains(filter.column()))
            || question.calculations().stream()
                .anyMatch(one -> one.inputs().stream().anyMatch(averages::contains));
    boolean cut =
        chosen
            || question.limit() != null
            && question.orderBy().stream().anyMatch(term -> averages.contains(term.name()));
    if (cut || question.segment() != null && averages.contains(question.segment().measure())) {
      throw new Refused("rows are chosen by an average, which is compared on Silver itself");
    }
  }

  private ValueKind kind(Filter filter) {
    ValueKind kind = kinds.get(filter.column());
    if (kind == null) {
      throw new Refused("Silver has no column " + filter.column() + " any more");
    }
    return kind;
  }

  private String because() {
    String holds =
        gold.dimensions().isEmpty()
            ? "overall"
            : "by "
                + String.join(" and ", gold.dimensions().stream().map(Wording::dimension).toList());
    List<String> measures =
        question.measures().stream()
            .map(m -> Wording.aggregate(m.aggregate(), m.column()))
            .distinct()
            .toList();
    String text =
        goldTable
            + " holds what gives "
            + (measures.isEmpty() ? "these groups" : String.join(", ", measures))
            + " "
            + holds;
    return rolled.isEmpty() ? text + "." : text + "; " + String.join(", ", rolled) + ".";
  }

  private static String word(Grain grain) {
    return grain.name().toLowerCase(Locale.ROOT);
  }
}

package dev.assay.gold.routing;

import dev.assay.model.Calculation;
import dev.assay.model.DatePart;
import dev.assay.model.Grain;
import dev.assay.model.Query;
import dev.assay.model.Query.Aggregate;
import dev.assay.model.Query.Comparison;
import dev.assay.model.Query.Dimension;
import dev.assay.model.Query.Filter;
import dev.assay.model.Query.Join;
import dev.assay.model.Query.Measure;
import dev.assay.model.Query.Order;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Questions that a Gold table can answer, for each is made by putting the table's own groups
 * together: what is derivable is known from how it was made, and not from the code under test.
 */
final class RolledUp {
  private static final List<Query.Aggregate> SUMMED =
      List.of(
          Query.Aggregate.AVG,
          Query.Aggregate.SUM,
          Query.Aggregate.MIN,
          Query.Aggregate.MAX,
          Query.Aggregate.MEDIAN,
          Query.Aggregate.COUNT_DISTINCT);

  /** Which coarser ones a period lies in: the calendar's word. */
  private static final Map<Grain, List<Grain>> COARSER =
      Map.of(
          Grain.YEAR, List.of(Grain.YEAR),
          Grain.QUARTER, List.of(Grain.QUARTER, Grain.YEAR),
          Grain.MONTH, List.of(Grain.MONTH, Grain.QUARTER, Grain.YEAR),
          Grain.WEEK, List.of(Grain.WEEK),
          Grain.DAY, List.of(Grain.DAY, Grain.WEEK, Grain.MONTH, Grain.QUARTER, Grain.YEAR),
          Grain.HOUR, List.of(Grain.HOUR, Grain.DAY, Grain.WEEK, Grain.MONTH, Grain.YEAR));

  private static final List<DatePart> OF_DAYS =
      List.of(
          DatePart.MONTH_OF_YEAR,
          DatePart.QUARTER_OF_YEAR,
          DatePart.DAY_OF_MONTH,
          DatePart.WEEKDAY);

  private static final Map<Grain, List<DatePart>> PARTS =
      Map.of(
          Grain.YEAR, List.of(),
          Grain.QUARTER, List.of(DatePart.QUARTER_OF_YEAR),
          Grain.MONTH, List.of(DatePart.MONTH_OF_YEAR, DatePart.QUARTER_OF_YEAR),
          Grain.WEEK, List.of(),
          Grain.DAY, OF_DAYS,
          Grain.HOUR, List.of(DatePart.HOUR_OF_DAY, DatePart.WEEKDAY, DatePart.MONTH_OF_YEAR));

  private final Chance chance;
  private final Query gold;
  private final List<Dimension> dimensions = new ArrayList<>();
  private final List<Measure> measures = new ArrayList<>();

  /** Names of measures whose every digit is the same however they are put together. */
  private final List<String> exact = new ArrayList<>();

  RolledUp(Chance chance, Query gold) {
    this.chance = chance;
    this.gold = gold;
  }

  Query question() {
    boolean all = chance.once(4);
    for (Dimension held : all ? gold.dimensions() : chance.some(gold.dimensions(), 3)) {
      dimensions.add(all ? copied(held, "d" + dimensions.size()) : coarser(held));
    }
    measures(all);
    List<Filter> filters = new ArrayList<>();
    if (all && chance.once(2)) {
      pinned().ifPresent(filters::add);
    }
    gold.filters().forEach(filter -> filters.add(named(filter)));
    for (Dimension held : chance.some(gold.dimensions(), 2)) {
      if (chance.once(2)) {
        filters.add(condition(held));
      }
    }
    List<Calculation> calculations = chance.once(2) ? calculations() : List.of();
    Query query =
        new Query(
            Shop.SALES,
            null,
            joins(),
            dimensions,
            measures,
            calculations,
            filters,
            having(),
            order(),
            chance.once(3) && !dimensions.isEmpty() ? (Integer) (1 + chance.upTo(4)) : null,
            null);
    return chance.once(6) ? query.withSummary(summary()) : query;
  }

  /** One row over the groups. */
  private List<Measure> summary() {
    List<Measure> summary = new ArrayList<>();
    summary.add(new Measure("s0", Query.Aggregate.COUNT_ROWS, null));
    if (!exact.isEmpty()) {
      String of = chance.of(exact);
      summary.add(new Measure("s1", chance.of(SUMMED), of));
    }
    return summary;
  }

  /** One value of a key instead of all of them: each group that is left stays as it is. */
  private Optional<Filter> pinned() {
    for (int i = 0; i < gold.dimensions().size(); i++) {
      Dimension held = gold.dimensions().get(i);
      if (isRaw(held) && !isTime(held)) {
        dimensions.remove(i);
        String value =
            switch (held.column()) {
              case "paid", "g_vip" -> "true";
              case "customer_id", "quantity", "g_lines" -> "2";
              case "g_city" -> chance.of(Shop.CITIES);
              case "select" -> "from";
              default -> chance.of(Shop.REGIONS);
            };
        return Optional.of(new Filter(named(held.column()), Comparison.EQUAL, List.of(value)));
      }
    }
    return Optional.empty();
  }

  /** Gold's joins, in another order and under other names. */
  private List<Join> joins() {
    List<Join> joins = new ArrayList<>();
    for (Join join : gold.joins()) {
      joins.addFirst(
          join.table().equals(Shop.CUSTOMERS)
              ? Shop.customers("city", "vip")
              : Shop.lines("line_pieces", "line_count"));
    }
    return joins;
  }

  static String named(String column) {
    return switch (column) {
      case "g_city" -> "city";
      case "g_vip" -> "vip";
      case "g_pieces" -> "line_pieces";
      case "g_lines" -> "line_count";
      default -> column;
    };
  }

  static Filter named(Filter filter) {
    return new Filter(named(filter.column()), filter.comparison(), filter.values(), filter.part());
  }

  private static Dimension copied(Dimension held, String name) {
    return new Dimension(name, named(held.column()), held.grain(), held.part());
  }

  private Dimension coarser(Dimension held) {
    String name = "d" + dimensions.size();
    if (!isTime(held) || held.part() != null || chance.once(3)) {
      return copied(held, name);
    }
    Grain grain = fine(held);
    List<DatePart> parts =
        held.column().equals("day") ? withoutHours(PARTS.get(grain)) : PARTS.get(grain);
    if (!parts.isEmpty() && chance.once(2)) {
      return new Dimension(name, held.column(), null, chance.of(parts));
    }
    List<Grain> grains =
        COARSER.get(grain).stream()
            .filter(one -> one != Grain.HOUR || !held.column().equals("day"))
            .toList();
    return new Dimension(name, held.column(), chance.of(grains));
  }

  private static List<DatePart> withoutHours(List<DatePart> parts) {
    return parts.stream().filter(part -> part != DatePart.HOUR_OF_DAY).toList();
  }

  private static Grain fine(Dimension held) {
    return held.grain() == null ? Grain.HOUR : held.grain();
  }

  private static boolean isTime(Dimension held) {
    return held.column().equals("day") || held.column().equals("at");
  }

  private static boolean isRaw(Dimension held) {
    return held.grain() == null && held.part() == null;
  }

  private void measures(boolean all) {
    List<Measure> possible = new ArrayList<>();
    for (Measure held : gold.measures()) {
      switch (held.aggregate()) {
        case COUNT_ROWS, COUNT, SUM, AVG, MIN, MAX -> possible.add(held);
        // Only where each group stays as it is.
        case COUNT_DISTINCT, MEDIAN -> {
          if (all) {
            possible.add(held);
          }
        }
      }
      if (held.aggregate() == Aggregate.SUM) {
        possible.add(new Measure("", Aggregate.AVG, held.column(), held.formula(), held.filters()));
        possible.add(
            new Measure("", Aggregate.COUNT, held.column(), held.formula(), held.filters()));
      }
    }
    for (Dimension held : gold.dimensions()) {
      if (isRaw(held)) {
        possible.add(
            new Measure(
                "",
                chance.of(Aggregate.COUNT_DISTINCT, Aggregate.COUNT, Aggregate.MAX, Aggregate.MIN),
                held.column()));
      }
    }
    int count = 1 + chance.upTo(2);
    for (int i = 0; i < count; i++) {
      Measure held = chance.of(possible);
      List<Filter> filters = new ArrayList<>();
      held.filters().forEach(filter -> filters.add(named(filter)));
      if (chance.once(4)) {
        gold.dimensions().stream()
            .filter(RolledUp::isRaw)
            .findFirst()
            .ifPresent(key -> filters.add(condition(key)));
      }
      Measure measure =
          new Measure(
              "m" + i,
              held.aggregate(),
              held.column() == null ? null : named(held.column()),
              held.formula(),
              filters);
      measures.add(measure);
      if (isExactNumber(measure)) {
        exact.add(measure.name());
      }
    }
  }

  private static boolean isExactNumber(Measure measure) {
    return switch (measure.aggregate()) {
      case COUNT_ROWS, COUNT, COUNT_DISTINCT -> true;
      case SUM -> !of(measure).contains("weight");
      case MIN, MAX -> of(measure).equals("amount") || of(measure).equals("quantity");
      case AVG, MEDIAN -> false;
    };
  }

  private static String of(Measure measure) {
    return measure.formula() == null ? measure.column() : measure.formula();
  }

  private Filter condition(Dimension held) {
    String column = named(held.column());
    if (chance.once(6)) {
      return new Filter(column, chance.of(Comparison.IS_NULL, Comparison.IS_NOT_NULL), List.of());
    }
    if (held.part() != null) {
      return new Filter(column, Comparison.IN, List.of("1", "2"), held.part());
    }
    if (isTime(held)) {
      List<DatePart> parts = withoutHours(PARTS.get(fine(held)));
      if (!parts.isEmpty() && chance.once(2)) {
        return new Filter(
            column,
            chance.of(Comparison.EQUAL, Comparison.NOT_EQUAL, Comparison.LESS_OR_EQUAL),
            List.of(chance.of("1", "2")),
            chance.of(parts));
      }
      // A Monday and the first day of a year.
      return held.grain() == Grain.WEEK
          ? new Filter(column, Comparison.FROM_TO, List.of("2023-01-02", "2024-01-01"))
          : chance.of(
              new Filter(column, Comparison.FROM_TO, List.of("2024-01-01", "2025-01-01")),
              new Filter(column, Comparison.LESS, List.of("2024-01-01")));
    }
    return switch (held.column()) {
      case "paid", "g_vip" -> new Filter(column, Comparison.EQUAL, List.of("false"));
      case "customer_id", "quantity", "g_lines" ->
          new Filter(
              column,
              chance.of(Comparison.GREATER, Comparison.NOT_EQUAL, Comparison.LESS_OR_EQUAL),
              List.of("2"));
      default ->
          chance.of(
              new Filter(column, Comparison.EQUAL, List.of(chance.of(Shop.REGIONS))),
              new Filter(column, Comparison.NOT_IN, List.of("north", "Berlin", "a")),
              new Filter(column, Comparison.IN, List.of("it's \"x\"", "O'Hara", "from")),
              new Filter(column, Comparison.CONTAINS, List.of("R")),
              new Filter(column, Comparison.STARTS_WITH, List.of("n")));
    };
  }

  private List<Calculation> calculations() {
    List<Calculation> calculations = new ArrayList<>();
    if (exact.isEmpty()) {
      return calculations;
    }
    String of = chance.of(exact);
    calculations.add(
        chance.of(
            new Calculation.Share("c0", of, List.of()),
            new Calculation.Rank("c0", of, chance.once(2)),
            new Calculation.Rank(
                "c0",
                of,
                chance.once(2),
                dimensions.stream().limit(1).map(Dimension::name).toList()),
            new Calculation.Formula("c0", of + " / " + chance.of(exact)),
            new Calculation.Formula("c0", of + " - " + chance.of(exact)),
            new Calculation.Neighbour("c0", of, chance.of(-1, 1, 2))));
    for (Dimension dimension : dimensions) {
      Calculation.Share within = new Calculation.Share("c1", of, List.of(dimension.name()));
      calculations.add(
          chance.once(2) ? within : new Calculation.RunningTotal("c1", of, dimension.name()));
      if (dimension.grain() != null) {
        Grain unit = chance.of(COARSER.get(dimension.grain()));
        calculations.add(new Calculation.Earlier("c2", of, dimension.name(), 1, unit));
        calculations.add(new Calculation.Formula("c3", of + " - c2"));
        calculations.add(new Calculation.MovingAverage("c4", of, dimension.name(), 2));
      }
      break;
    }
    return calculations;
  }

  private List<Filter> having() {
    if (!chance.once(4)) {
      return List.of();
    }
    if (!exact.isEmpty() && chance.once(2)) {
      return List.of(new Filter(chance.of(exact), Comparison.GREATER, List.of("1")));
    }
    return dimensions.isEmpty()
        ? List.of()
        : List.of(new Filter(dimensions.getFirst().name(), Comparison.IS_NOT_NULL, List.of()));
  }

  private List<Order> order() {
    if (dimensions.isEmpty()) {
      return List.of();
    }
    return List.of(
        new Order(
            !exact.isEmpty() && chance.once(2) ? chance.of(exact) : dimensions.getFirst().name(),
            chance.once(2)));
  }
}

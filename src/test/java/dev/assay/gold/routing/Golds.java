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
import java.util.ArrayList;
import java.util.List;

/** Gold tables of the shop, by chance. */
final class Golds {
  private final Chance chance;

  Golds(Chance chance) {
    this.chance = chance;
  }

  Query table() {
    List<Join> joins = new ArrayList<>();
    List<String> plain =
        new ArrayList<>(List.of("region", "select", "paid", "customer_id", "quantity"));
    if (!chance.once(3)) {
      joins.add(Shop.customers("g_city", "g_vip"));
      plain.addAll(List.of("g_city", "g_vip"));
    }
    if (chance.once(2)) {
      joins.add(Shop.lines("g_pieces", "g_lines"));
      plain.add("g_lines");
    }
    List<Dimension> dimensions = new ArrayList<>();
    for (String column : chance.some(plain, 2)) {
      dimensions.add(new Dimension("k" + dimensions.size(), column, null));
    }
    for (String column : chance.some(List.of("day", "at"), 2)) {
      dimensions.add(time("k" + dimensions.size(), column));
    }
    List<Measure> measures = new ArrayList<>();
    measures.add(new Measure("rows", Aggregate.COUNT_ROWS, null));
    for (Measure measure : chance.some(pool(!joins.isEmpty() && has(joins, Shop.LINES)), 5)) {
      measures.add(measure);
    }
    List<Filter> filters =
        chance.once(4)
            ? List.of(
                chance.of(
                    new Filter("paid", Comparison.EQUAL, List.of("true")),
                    new Filter("region", Comparison.NOT_EQUAL, List.of("it's \"x\"")),
                    new Filter("day", Comparison.FROM_TO, List.of("2023-01-01", "2025-01-01")),
                    new Filter("at", Comparison.IS_NOT_NULL, List.of())))
            : List.of();
    List<Calculation> calculations =
        chance.once(4)
            ? List.of(
                new Calculation.Share("part", "rows", List.of()),
                new Calculation.Formula("twice", "rows * 2"))
            : List.of();
    return new Query(
        Shop.SALES,
        null,
        joins,
        dimensions,
        measures,
        calculations,
        filters,
        List.of(),
        List.of(),
        null,
        null);
  }

  private static boolean has(List<Join> joins, String table) {
    return joins.stream().anyMatch(join -> join.table().equals(table));
  }

  private Dimension time(String name, String column) {
    return switch (chance.upTo(5)) {
      case 0 -> new Dimension(name, column, null);
      case 1 ->
          new Dimension(
              name,
              column,
              null,
              chance.of(
                  DatePart.MONTH_OF_YEAR,
                  DatePart.QUARTER_OF_YEAR,
                  DatePart.DAY_OF_MONTH,
                  DatePart.WEEKDAY));
      default ->
          new Dimension(
              name,
              column,
              column.equals("at")
                  ? chance.of(Grain.values())
                  : chance.of(Grain.YEAR, Grain.QUARTER, Grain.MONTH, Grain.WEEK, Grain.DAY));
    };
  }

  /** Measures that are worth keeping, the sums among them exact and not. */
  private List<Measure> pool(boolean lines) {
    Filter paid = new Filter("paid", Comparison.EQUAL, List.of("true"));
    Filter december = new Filter("at", Comparison.EQUAL, List.of("12"), DatePart.MONTH_OF_YEAR);
    List<Measure> pool =
        new ArrayList<>(
            List.of(
                new Measure("amount", Aggregate.SUM, "amount"),
                new Measure("pieces", Aggregate.SUM, "quantity"),
                new Measure("weight", Aggregate.SUM, "weight"),
                new Measure("mean", Aggregate.AVG, "amount"),
                new Measure("least", Aggregate.MIN, "amount"),
                new Measure("last", Aggregate.MAX, "at"),
                new Measure("known", Aggregate.COUNT, "region"),
                new Measure("buyers", Aggregate.COUNT_DISTINCT, "customer_id"),
                new Measure("middle", Aggregate.MEDIAN, "amount"),
                new Measure("turnover", Aggregate.SUM, null, "quantity * amount", List.of()),
                new Measure("load", Aggregate.AVG, null, "weight / 3 + 1", List.of()),
                new Measure("paid_amount", Aggregate.SUM, "amount", null, List.of(paid)),
                new Measure("paid_mean", Aggregate.AVG, "amount", null, List.of(paid)),
                new Measure("decembers", Aggregate.COUNT_ROWS, null, null, List.of(december))));
    if (lines) {
      pool.add(new Measure("ordered", Aggregate.SUM, "g_pieces"));
    }
    return pool;
  }
}

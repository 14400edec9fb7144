package dev.assay.gold.routing;

import dev.assay.model.DatePart;
import dev.assay.model.Grain;
import dev.assay.model.Query;
import dev.assay.model.Query.Aggregate;
import dev.assay.model.Query.Comparison;
import dev.assay.model.Query.Dimension;
import dev.assay.model.Query.Filter;
import dev.assay.model.Query.Import;
import dev.assay.model.Query.Join;
import dev.assay.model.Query.Match;
import dev.assay.model.Query.Measure;
import dev.assay.model.Query.Order;
import java.util.ArrayList;
import java.util.List;

/** Questions that a Gold table of the shop cannot answer, each with why. */
final class Unanswerable {
  /**
   * A question and a part of the reason that has to be given.
   *
   * @param gold the table that is asked
   */
  record Case(Query question, Query gold, String reason) {}

  private final Query gold;
  private final List<Case> cases = new ArrayList<>();

  private Unanswerable(Query gold) {
    this.gold = gold;
  }

  static List<Case> of(Query gold) {
    Unanswerable all = new Unanswerable(gold);
    all.dimensions();
    all.filters();
    all.measures();
    all.choices();
    all.joins();
    return all.cases;
  }

  private void add(Query question, String reason) {
    cases.add(new Case(question, gold, reason));
  }

  private static final Measure ROWS = new Measure("rows", Aggregate.COUNT_ROWS, null);

  /** Without what Gold has left out itself. */
  private List<Filter> within(Filter... more) {
    List<Filter> filters = new ArrayList<>(gold.filters());
    filters.addAll(List.of(more));
    return filters;
  }

  private Query asked(List<Dimension> by, Measure what, List<Filter> filters) {
    return new Query(Shop.SALES, by, List.of(what), filters, List.of(), null, null);
  }

  private boolean holds(String column) {
    return gold.dimensions().stream().anyMatch(held -> held.column().equals(column));
  }

  private boolean has(String measure) {
    return gold.measures().stream().anyMatch(held -> held.name().equals(measure));
  }

  private void dimensions() {
    for (String column : List.of("region", "select", "paid", "weight")) {
      if (!holds(column)) {
        add(
            asked(List.of(new Dimension("d", column, null)), ROWS, within()),
            "it does not hold " + column);
      }
    }
    for (Dimension held : gold.dimensions()) {
      if (held.grain() != null && held.grain() != Grain.HOUR && held.grain() != Grain.DAY) {
        add(
            asked(List.of(new Dimension("d", held.column(), Grain.DAY)), ROWS, within()),
            "it does not hold " + held.column() + " by day");
        add(
            asked(
                List.of(new Dimension("d", held.column(), null, DatePart.WEEKDAY)), ROWS, within()),
            "it does not hold the weekday of " + held.column());
        add(
            asked(
                List.of(),
                ROWS,
                within(
                    new Filter(held.column(), Comparison.EQUAL, List.of("3"), DatePart.WEEKDAY))),
            "its periods do not tell the weekday of " + held.column());
        add(
            asked(
                List.of(),
                ROWS,
                within(
                    new Filter(
                        held.column(), Comparison.FROM_TO, List.of("2024-02-10", "2024-12-11")))),
            "does not begin and end with its periods");
      }
      if (held.grain() == Grain.WEEK) {
        add(
            asked(List.of(new Dimension("d", held.column(), Grain.MONTH)), ROWS, within()),
            "it does not hold " + held.column() + " by month");
      }
      if (held.part() == DatePart.WEEKDAY) {
        add(
            asked(List.of(new Dimension("d", held.column(), Grain.YEAR)), ROWS, within()),
            "it does not hold " + held.column() + " by year");
      }
    }
  }

  private void filters() {
    add(
        asked(List.of(), ROWS, within(new Filter("weight", Comparison.GREATER, List.of("5")))),
        "it does not keep weight apart");
    if (!gold.filters().isEmpty()) {
      add(asked(List.of(), ROWS, List.of()), "it holds only rows where");
    }
    if (has("amount")) {
      Filter heavy = new Filter("weight", Comparison.GREATER, List.of("5"));
      add(
          asked(
              List.of(), new Measure("m", Aggregate.SUM, "amount", null, List.of(heavy)), within()),
          "it does not keep weight apart");
    }
  }

  private void measures() {
    if (!has("pieces") && !holds("quantity")) {
      add(
          asked(List.of(), new Measure("m", Aggregate.SUM, "quantity"), within()),
          "it does not hold the sum of quantity");
    }
    add(
        asked(
            List.of(),
            new Measure("m", Aggregate.SUM, null, "quantity + amount", List.of()),
            within()),
        "it does not hold the sum of quantity + amount");
    add(
        asked(List.of(), new Measure("m", Aggregate.MEDIAN, "weight"), within()),
        "the median of groups is not that of their union");
    if (has("buyers") && !holds("customer_id") && !gold.dimensions().isEmpty()) {
      Measure buyers = new Measure("m", Aggregate.COUNT_DISTINCT, "customer_id");
      String reason = "counts of different customer_id in its groups cannot be added up";
      add(asked(List.of(), buyers, within()), reason);
      List<Filter> known =
          gold.dimensions().stream()
              .filter(held -> !held.column().startsWith("g_"))
              .map(held -> new Filter(held.column(), Comparison.IS_NOT_NULL, List.of()))
              .toList();
      add(asked(List.of(), buyers, within(known.toArray(Filter[]::new))), reason);
    }
  }

  private void choices() {
    Query plain = asked(gold.dimensions(), ROWS, within());
    boolean joined = gold.dimensions().stream().anyMatch(held -> held.column().startsWith("g_"));
    if (!joined && !gold.dimensions().isEmpty() && has("mean")) {
      add(
          new Query(
              Shop.SALES,
              gold.dimensions(),
              List.of(new Measure("m", Aggregate.AVG, "amount")),
              within(),
              List.of(new Order("m", true)),
              1,
              null),
          "rows are chosen by an average");
    }
    if (!joined && has("weight")) {
      add(
          asked(gold.dimensions(), new Measure("m", Aggregate.SUM, "weight"), within())
              .withHaving(List.of(new Filter("m", Comparison.GREATER, List.of("5")))),
          "rows are chosen by m, whose last digit");
    }
    Query rows =
        new Query(
            Shop.SALES,
            Query.Shape.ROWS,
            List.of(),
            List.of(new Dimension("region", "region", null)),
            List.of(),
            List.of(),
            List.of(),
            List.of(),
            List.of(),
            null,
            null);
    add(rows, "single rows are asked for");
    if (!joined) {
      cases.add(new Case(plain, gold.withLimit(3), "it keeps only its first 3 rows"));
      Filter many = new Filter("rows", Comparison.GREATER, List.of("2"));
      cases.add(
          new Case(plain, gold.withHaving(List.of(many)), "it keeps only groups where rows > 2"));
      add(plain.withTable(Shop.CUSTOMERS), "it is about " + Shop.SALES);
    }
  }

  private void joins() {
    Join other =
        new Join(
            Shop.CUSTOMERS,
            List.of(new Match("customer_id", "id")),
            List.of(new Import("x", Aggregate.MAX, "city")));
    boolean there = gold.joins().stream().anyMatch(j -> j.table().equals(Shop.CUSTOMERS));
    add(
        joined(other, "x"),
        there
            ? "it does not hold the largest city of " + Shop.CUSTOMERS
            : "it is not joined with " + Shop.CUSTOMERS);
    Join elsewhere =
        new Join(
            Shop.CUSTOMERS,
            List.of(new Match("quantity", "id")),
            List.of(new Import("x", null, "city")));
    add(joined(elsewhere, "x"), "it is not joined with " + Shop.CUSTOMERS + " in this way");
  }

  private Query joined(Join join, String column) {
    return new Query(
        Shop.SALES,
        null,
        List.of(join),
        List.of(new Dimension("d", column, null)),
        List.of(ROWS),
        List.of(),
        within(),
        List.of(),
        List.of(),
        null,
        null);
  }
}

package dev.assay.gold;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.engine.DuckDbEngine;
import dev.assay.engine.Work;
import dev.assay.model.Grain;
import dev.assay.model.Query;
import dev.assay.model.Query.Aggregate;
import dev.assay.model.Query.Comparison;
import dev.assay.model.Query.Dimension;
import dev.assay.model.Query.Filter;
import dev.assay.model.Query.Measure;
import dev.assay.model.Rows;
import dev.assay.sql.QuerySql;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.ShrinkingMode;
import net.jqwik.api.lifecycle.AfterContainer;

/** Structure and Calcite judge typed queries apart from each other, and neither is ever wrong. */
class TwoJudgesTest {
  private static final DuckDbEngine ENGINE = DuckDbEngine.open(null, "512MB", 2);
  private static final WrittenRoutes ROUTES = new WrittenRoutes(ENGINE::parse, ENGINE::render);

  private static final List<Dimension> DIMENSIONS =
      List.of(
          new Dimension("region", "region", null),
          new Dimension("paid", "paid", null),
          new Dimension("day", "day", null),
          new Dimension("week", "day", Grain.WEEK),
          new Dimension("month", "day", Grain.MONTH),
          new Dimension("year", "day", Grain.YEAR));

  private static final List<Measure> MEASURES =
      List.of(
          new Measure("n", Aggregate.COUNT_ROWS, null),
          new Measure("total", Aggregate.SUM, "amount"),
          new Measure("average", Aggregate.AVG, "amount"),
          new Measure("amounts", Aggregate.COUNT, "amount"),
          new Measure("least", Aggregate.MIN, "amount"),
          new Measure("most", Aggregate.MAX, "amount"),
          new Measure("regions", Aggregate.COUNT_DISTINCT, "region"),
          new Measure("latest", Aggregate.MAX, "day"));

  private static final List<Filter> FILTERS =
      List.of(
          new Filter("region", Comparison.EQUAL, List.of("north")),
          new Filter("region", Comparison.IN, List.of("north", "south")),
          new Filter("region", Comparison.IS_NOT_NULL, List.of()),
          new Filter("paid", Comparison.EQUAL, List.of("true")),
          new Filter("day", Comparison.FROM_TO, List.of("2024-01-01", "2024-03-01")),
          new Filter("day", Comparison.GREATER_OR_EQUAL, List.of("2024-02-01")),
          new Filter("day", Comparison.LESS, List.of("2024-02-15")),
          new Filter("amount", Comparison.GREATER, List.of("100")));

  private static int byStructure;
  private static int byCalcite;
  private static int byBoth;

  @AfterContainer
  static void isNoEmptyLaw() {
    ENGINE.close();
    System.out.printf(
        "typed questions: %d by structure, %d by Calcite, %d by both%n",
        byStructure, byCalcite, byBoth);
    assertThat(byBoth).as("questions that both derived").isGreaterThan(40);
  }

  @Property(tries = 40, shrinking = ShrinkingMode.OFF)
  void whatEitherDerivesIsWhatSilverSays(@ForAll long seed) {
    Random random = new Random(seed);
    ENGINE.execute(
        "CREATE OR REPLACE TABLE silver AS SELECT CASE hash(i, "
            + random.nextInt(1_000)
            + ") % 4 WHEN 0 THEN 'north' WHEN 1 THEN 'south' WHEN 2 THEN 'east' END AS region,"
            + " CASE WHEN i % 5 > 0 THEN i % 2 = 0 END AS paid,"
            + " CASE WHEN i % 9 > 0 THEN DATE '2023-12-20' + CAST(i * 3 AS INTEGER) END AS day,"
            + " CAST(CASE WHEN i % 7 > 0 THEN i * 37 % 300 + 0.25 END AS DECIMAL(9,2)) AS amount"
            + " FROM range("
            + random.nextInt(60)
            + ") t(i)",
        Work.unwatched());
    List<Rows.Column> silver = ENGINE.columns("silver").orElseThrow();
    Query held = StoredQuery.of(query(DIMENSIONS, MEASURES, random, 3, 5, 5));
    String definition = QuerySql.select(held, silver);
    ENGINE.execute("CREATE OR REPLACE TABLE gold AS " + definition, Work.unwatched());
    List<Rows.Column> gold = ENGINE.columns("gold").orElseThrow();
    for (int i = 0; i < 8; i++) {
      Query asked = question(held, random);
      String onSilver = QuerySql.select(asked, silver);
      Rows expected = ENGINE.query(onSilver);
      boolean derived = false;
      if (Derivation.of(asked, held, "gold", silver) instanceof Derivation.Derived(var rollup, _)) {
        derived = true;
        byStructure++;
        AlikeRows.assertAlike(ENGINE.query(rollup.select(gold)), expected);
      }
      WrittenRoutes.Route route =
          ENGINE.reading(reader ->
              ROUTES.route(
                  new WrittenRoutes.Asked(onSilver, true, "silver", silver),
                  new WrittenRoutes.Held("gold", definition, gold),
                  reader::columns));
      if (route instanceof WrittenRoutes.Route.Routed(String sql, _)) {
        byCalcite++;
        byBoth += derived ? 1 : 0;
        AlikeRows.assertAlike(ENGINE.query(sql), expected);
      }
    }
  }

  /** Mostly of what Gold holds, so that many follow and some nearly do. */
  private static Query question(Query held, Random random) {
    boolean near = random.nextInt(4) > 0;
    Query asked =
        query(
            near && !held.dimensions().isEmpty() ? held.dimensions() : DIMENSIONS,
            near ? MEASURES.stream().filter(held.measures()::contains).toList() : MEASURES,
            random,
            2,
            2,
            2);
    List<Filter> filters = new ArrayList<>(near ? held.filters() : List.of());
    filters.addAll(asked.filters());
    return new Query(
        "silver",
        asked.dimensions(),
        asked.measures(),
        filters.stream().distinct().toList(),
        List.of(),
        null,
        null);
  }

  private static Query query(
      List<Dimension> dimensions,
      List<Measure> measures,
      Random random,
      int by,
      int figures,
      int seldomFiltered) {
    List<Filter> filters =
        random.nextInt(seldomFiltered) > 0 ? List.of() : some(FILTERS, random, 1);
    return new Query(
        "silver",
        some(dimensions, random, random.nextInt(by + 1)),
        some(measures, random, 1 + random.nextInt(figures)),
        filters,
        List.of(),
        null,
        null);
  }

  private static <T> List<T> some(List<T> of, Random random, int count) {
    Set<T> some = new LinkedHashSet<>();
    for (int i = 0; i < count; i++) {
      some.add(of.get(random.nextInt(of.size())));
    }
    return new ArrayList<>(some);
  }
}

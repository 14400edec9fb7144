package dev.assay.gold;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.engine.DuckDbEngine;
import dev.assay.engine.Work;
import dev.assay.model.Rows;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.ShrinkingMode;
import net.jqwik.api.lifecycle.AfterContainer;

/** Whatever SQL made a Gold table, and whatever SQL asks: what is routed says what Silver says. */
class WrittenRoutesLawsTest {
  private static final DuckDbEngine ENGINE = DuckDbEngine.open(null, "512MB", 2);
  private static final WrittenRoutes ROUTES = new WrittenRoutes(ENGINE::parse, ENGINE::render);

  private static final List<String> KEYS =
      List.of(
          "region",
          "lower(region)",
          "customer_id",
          "paid",
          "day",
          "date_trunc('month', \"at\")",
          "CAST(date_trunc('month', \"at\") AS DATE)",
          "date_trunc('quarter', \"at\")",
          "date_trunc('year', day)",
          "CAST(date_trunc('week', day) AS DATE)",
          "date_trunc('day', \"at\")",
          "CAST(\"at\" AS DATE)",
          "year(\"at\")",
          "date_part('month', day)",
          "strftime(\"at\", '%Y-%m')",
          "CASE WHEN amount > 100 THEN 'large' WHEN amount > 10 THEN 'middle' ELSE 'small' END",
          "customer_id % 2",
          "coalesce(region, 'none')");

  private static final List<String> FIGURES =
      List.of(
          "COUNT(*)",
          "COUNT(amount)",
          "SUM(amount)",
          "MIN(amount)",
          "MAX(amount)",
          "AVG(amount)",
          "SUM(quantity)",
          "COUNT(quantity)",
          "AVG(quantity)",
          "SUM(weight)",
          "COUNT(weight)",
          "SUM(amount * quantity)",
          "COUNT(DISTINCT customer_id)",
          "COUNT(DISTINCT region)",
          "MAX(customer_id)",
          "MIN(region)",
          "SUM(CASE WHEN paid THEN amount ELSE 0 END)");

  private static final List<String> FILTERS =
      List.of(
          "region = 'north'",
          "region IN ('north', 'süd ')",
          "region IS NOT NULL",
          "region IS NULL",
          "region <> 'north'",
          "NOT (region = 'north')",
          "lower(region) LIKE '%o%'",
          "region = 'north' OR paid",
          "paid",
          "NOT paid",
          "paid IS NULL",
          "customer_id > 2",
          "customer_id BETWEEN 1 AND 3",
          "customer_id >= 2.5",
          "customer_id IN (1, 2, 4)",
          "amount > 10",
          "amount >= 10.01",
          "weight < 0.5",
          "day >= '2024-01-01'",
          "day < DATE '2024-04-01'",
          "day = '2024-02-29'",
          "\"at\" >= '2024-01-01'",
          "\"at\" < TIMESTAMP '2024-04-01 00:00:00'",
          "\"at\" >= '2024-01-15'",
          "CAST(\"at\" AS DATE) > DATE '2024-01-31'",
          "date_trunc('month', \"at\") = '2024-02-01'",
          "year(\"at\") = 2024");

  private static int routed;
  private static int refused;

  @AfterContainer
  static void isNoEmptyLaw() {
    ENGINE.close();
    System.out.printf("written questions: %d routed, %d refused%n", routed, refused);
    assertThat(routed).as("questions that were routed").isGreaterThan(60);
  }

  @Property(tries = 60, shrinking = ShrinkingMode.OFF)
  void whatIsRoutedSaysWhatSilverSays(@ForAll long seed) {
    Random random = new Random(seed);
    rows(random);
    List<String> keys = some(KEYS, random, random.nextInt(4));
    List<String> figures = some(FIGURES, random, 1 + random.nextInt(7));
    String filter = random.nextInt(4) == 0 ? some(FILTERS, random, 1).getFirst() : null;
    String definition = select(keys, figures, filter == null ? List.of() : List.of(filter), "");
    ENGINE.execute("CREATE OR REPLACE TABLE gold AS " + definition, Work.unwatched());
    List<Rows.Column> silver = ENGINE.columns("silver").orElseThrow();
    List<Rows.Column> gold = ENGINE.columns("gold").orElseThrow();
    for (int i = 0; i < 8; i++) {
      String question = question(keys, figures, filter, random);
      WrittenRoutes.Route route =
          ENGINE.reading(reader ->
              ROUTES.route(
                  new WrittenRoutes.Asked(question, false, "silver", silver),
                  new WrittenRoutes.Held("gold", definition, gold),
                  reader::columns));
      switch (route) {
        case WrittenRoutes.Route.Refused _ -> refused++;
        case WrittenRoutes.Route.Routed(String sql, _) -> {
          routed++;
          assertThat(sql).doesNotContain("silver");
          try {
            AlikeRows.assertAlike(ENGINE.query(sql), ENGINE.query(question));
          } catch (AssertionError e) {
            throw new AssertionError(definition + "\n  asked: " + question + "\n  as: " + sql, e);
          }
        }
      }
    }
  }

  /** Mostly of what Gold holds, so that most follow and some nearly do. */
  private static String question(
      List<String> held, List<String> figures, String filter, Random random) {
    List<String> keys =
        random.nextInt(4) == 0
            ? some(KEYS, random, 1 + random.nextInt(2))
            : some(held, random, random.nextInt(3));
    List<String> asked =
        random.nextInt(5) == 0
            ? some(FIGURES, random, 1)
            : some(figures, random, 1 + random.nextInt(2));
    List<String> filters = new ArrayList<>();
    if (filter != null && random.nextInt(6) > 0) {
      filters.add(filter);
    }
    if (random.nextInt(2) == 0) {
      filters.addAll(some(FILTERS, random, 1 + random.nextInt(2)));
    }
    String rest =
        switch (random.nextInt(8)) {
          case 0 -> " HAVING COUNT(*) > 1";
          case 1 -> keys.isEmpty() ? "" : " ORDER BY " + positions(keys) + " LIMIT 2";
          case 2 -> " ORDER BY " + (keys.size() + 1) + " DESC";
          default -> "";
        };
    return select(keys, asked, filters, rest);
  }

  private static String select(
      List<String> keys, List<String> figures, List<String> filters, String rest) {
    List<String> items = new ArrayList<>();
    keys.forEach(key -> items.add(key + " AS k" + items.size()));
    figures.forEach(figure -> items.add(figure + " AS f" + items.size()));
    return "SELECT "
        + String.join(", ", items)
        + " FROM silver"
        + (filters.isEmpty() ? "" : " WHERE (" + String.join(") AND (", filters) + ")")
        + (keys.isEmpty() ? "" : " GROUP BY " + positions(keys))
        + rest;
  }

  private static String positions(List<String> keys) {
    List<String> positions = new ArrayList<>();
    for (int i = 1; i <= keys.size(); i++) {
      positions.add(Integer.toString(i));
    }
    return String.join(", ", positions);
  }

  private static List<String> some(List<String> of, Random random, int count) {
    Set<String> some = new LinkedHashSet<>();
    for (int i = 0; i < count && !of.isEmpty(); i++) {
      some.add(of.get(random.nextInt(of.size())));
    }
    return List.copyOf(some);
  }

  private static void rows(Random random) {
    List<String> rows = new ArrayList<>();
    String[] regions = {"'north'", "'south'", "'süd '", "'süd'", "''", "NULL", "'North'"};
    String[] days = {
      "'2023-12-31'", "'2024-01-01'", "'2024-01-31'", "'2024-02-29'", "'2024-04-01'", "NULL"
    };
    String[] times = {" 00:00:00'", " 10:30:00'", " 23:59:59.999999'"};
    int count = random.nextInt(8) == 0 ? random.nextInt(2) : random.nextInt(40);
    for (int i = 0; i < count; i++) {
      String day = days[random.nextInt(days.length)];
      String at = days[random.nextInt(days.length)];
      rows.add(
          "("
              + String.join(
                  ", ",
                  regions[random.nextInt(regions.length)],
                  random.nextInt(5) == 0 ? "NULL" : Boolean.toString(random.nextBoolean()),
                  day,
                  at.equals("NULL")
                      ? at
                      : at.substring(0, at.length() - 1) + times[random.nextInt(times.length)],
                  random.nextInt(5) == 0 ? "NULL" : random.nextInt(30_000) / 100.0 + "",
                  random.nextInt(5) == 0 ? "NULL" : random.nextInt(9) - 2 + "",
                  random.nextInt(5) == 0 ? "NULL" : random.nextDouble() + "::DOUBLE",
                  random.nextInt(6) == 0 ? "NULL" : random.nextInt(5) + "")
              + ")");
    }
    ENGINE.execute(
        "CREATE OR REPLACE TABLE silver(region VARCHAR, paid BOOLEAN, day DATE, \"at\" TIMESTAMP,"
            + " amount DECIMAL(12,2), quantity INTEGER, weight DOUBLE, customer_id BIGINT)",
        Work.unwatched());
    if (!rows.isEmpty()) {
      ENGINE.execute("INSERT INTO silver VALUES " + String.join(", ", rows), Work.unwatched());
    }
  }
}

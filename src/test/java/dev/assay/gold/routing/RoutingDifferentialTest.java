package dev.assay.gold.routing;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.engine.DuckDbEngine;
import dev.assay.engine.Work;
import dev.assay.gold.Derivation;
import dev.assay.gold.QueryCheck;
import dev.assay.gold.Reconciliation;
import dev.assay.gold.StoredQuery;
import dev.assay.model.Query;
import dev.assay.model.Rows;
import dev.assay.model.Step;
import dev.assay.sql.JoinSql;
import dev.assay.sql.QuerySql;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/**
 * Whatever Gold answers in the place of Silver, it answers as Silver does; what it can answer it
 * does; and what it cannot it leaves, with the reason.
 */
class RoutingDifferentialTest {
  private static final int SHOPS = 38;
  private static final int GOLDS = 3;
  private static final int QUESTIONS = 9;

  private final Map<String, List<Rows.Column>> columns = new HashMap<>();
  private int derivable;
  private int routed;
  private int byChance;
  private int refused;
  private int fromText;
  private final List<String> missed = new ArrayList<>();

  @Test
  void everyRoutedAnswerIsSilversAnswer() {
    try (DuckDbEngine engine = DuckDbEngine.open(null, "512MB", 2)) {
      for (int shop = 0; shop < SHOPS; shop++) {
        Chance chance = new Chance(5_000 + shop);
        Shop.fill(engine, chance);
        for (String table : List.of(Shop.SALES, Shop.CUSTOMERS, Shop.LINES)) {
          columns.computeIfAbsent(table, name -> engine.columns(name).orElseThrow());
        }
        visit(engine, chance);
      }
    }
    System.out.printf(
        "Routing: %d questions made from Gold, %d routed; %d more routed by chance; %d answers"
            + " equal Silver's; %d unanswerable refused for the reason given; %d equal over"
            + " texts.%n",
        derivable, routed, byChance, routed + byChance, refused, fromText);
    missed.stream().limit(10).forEach(System.out::println);
    assertThat(derivable).isGreaterThanOrEqualTo(1_000);
    assertThat(routed).as("of %d", derivable).isGreaterThanOrEqualTo(derivable * 9 / 10);
    assertThat(byChance).isGreaterThan(50);
    assertThat(refused).isGreaterThan(1_000);
    assertThat(fromText).isGreaterThan(100);
  }

  private void visit(DuckDbEngine engine, Chance chance) {
    List<Query> golds = new ArrayList<>();
    for (int i = 0; i < GOLDS; i++) {
      Query gold = StoredQuery.of(new Golds(chance).table());
      String table = "gold_" + i;
      Shop.run(engine, "CREATE OR REPLACE TABLE " + table + " AS " + silver(gold));
      new Reconciliation(engine).prove(new Step.Reconcile(gold, table), Work.unwatched());
      golds.add(gold);
    }
    for (int i = 0; i < GOLDS; i++) {
      for (int q = 0; q < QUESTIONS; q++) {
        Query question = new RolledUp(chance, golds.get(i)).question();
        assertThat(problems(question)).as("%s", question).isEmpty();
        Rows expected = engine.query(silver(question));
        derivable++;
        switch (derivation(question, golds.get(i), i)) {
          case Derivation.Derived derived -> {
            compare(engine, derived, i, expected, question);
            routed++;
          }
          case Derivation.NotDerivable(String reason) -> missed.add(reason + ": " + question);
        }
        int other = (i + 1) % GOLDS;
        if (derivation(question, golds.get(other), other) instanceof Derivation.Derived derived) {
          compare(engine, derived, other, expected, question);
          byChance++;
        }
        if (q == 0) {
          overTexts(engine, question, expected);
        }
      }
      for (Unanswerable.Case one : Unanswerable.of(golds.get(i))) {
        assertThat(derivation(one.question(), one.gold(), i))
            .as("%s from %s", one.question(), one.gold())
            .isInstanceOfSatisfying(
                Derivation.NotDerivable.class,
                not -> assertThat(not.reason()).contains(one.reason()));
        refused++;
      }
    }
  }

  private List<?> problems(Query query) {
    return QueryCheck.problems(query, columns(query.table()).orElseThrow(), this::columns, "");
  }

  private String silver(Query query) {
    return QuerySql.select(query, JoinSql.columns(query, this::columns));
  }

  private Derivation derivation(Query question, Query gold, int table) {
    return Derivation.of(question, gold, "gold_" + table, JoinSql.columns(question, this::columns));
  }

  /** Every shop has the same tables. */
  private Optional<List<Rows.Column>> columns(String table) {
    return Optional.ofNullable(columns.get(table));
  }

  private static void compare(
      DuckDbEngine engine, Derivation.Derived derived, int table, Rows expected, Query question) {
    String sql = derived.rollup().select(engine.columns("gold_" + table).orElseThrow());
    same(engine.query(sql), expected, question + "\n" + sql);
  }

  /** The same rows as received: all of them texts. */
  private void overTexts(DuckDbEngine engine, Query question, Rows expected) {
    List<Rows.Column> sales = columns.get(Shop.SALES);
    Shop.run(
        engine,
        "CREATE OR REPLACE TABLE bronze_sales AS SELECT CAST(COLUMNS(*) AS VARCHAR) FROM "
            + Shop.SALES);
    String sql =
        QuerySql.selectFromText(
            question.withTable("bronze_sales"),
            sales,
            table -> table.equals("bronze_sales") ? Optional.of(sales) : columns(table));
    same(engine.query(sql), expected, sql);
    fromText++;
  }

  private static void same(Rows actual, Rows expected, String what) {
    assertThat(actual.columns().stream().map(Rows.Column::name))
        .as(what)
        .containsExactlyElementsOf(expected.columns().stream().map(Rows.Column::name).toList());
    assertThat(actual.rows()).as(what).hasSameSizeAs(expected.rows());
    for (int r = 0; r < expected.rows().size(); r++) {
      List<Object> here = actual.rows().get(r);
      List<Object> there = expected.rows().get(r);
      for (int c = 0; c < there.size(); c++) {
        if (there.get(c) instanceof Double number && here.get(c) instanceof Double own) {
          double apart = Math.abs(own - number);
          assertThat(apart)
              .as("%s: %s and %s", what, own, number)
              .isLessThanOrEqualTo(1e-9 * Math.max(Math.abs(own), Math.abs(number)));
        } else {
          assertThat(here.get(c)).as(what).isEqualTo(there.get(c));
        }
      }
    }
  }
}

package dev.assay.advice;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.engine.Work;
import dev.assay.model.Json;
import dev.assay.model.Ledger;
import dev.assay.model.Proposal;
import dev.assay.model.SilverRecipe;
import dev.assay.model.SilverSpec;
import dev.assay.model.Step;
import dev.assay.silver.Accountant;
import dev.assay.silver.RecipeCheck;
import dev.assay.silver.SilverPlanner;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Tables that were laid out for people are seen, and every proposal builds. */
class ShapeProposalsTest {
  private final Bronze bronze = new Bronze();

  @AfterEach
  void close() {
    bronze.close();
  }

  private static List<String> row(String... cells) {
    return Arrays.asList(cells);
  }

  private static List<Proposal> shapes(SilverRecipe recipe) {
    return recipe.proposals().stream().filter(p -> p.kind() == Proposal.Kind.SHAPE).toList();
  }

  private static Proposal only(SilverRecipe recipe) {
    assertThat(shapes(recipe)).hasSize(1);
    return shapes(recipe).getFirst();
  }

  /** What comes of a suggestion once its shape proposals were accepted. */
  private Ledger accepted(SilverRecipe recipe) {
    SilverRecipe edited = recipe;
    for (Proposal proposal : shapes(recipe)) {
      // As it travels.
      Proposal sent = Json.read(Json.write(proposal), Proposal.class);
      edited = RecipeEditor.apply(edited, sent.edits());
    }
    SilverPlanner planner =
        new SilverPlanner(
            new RecipeCheck(
                bronze.dialect,
                (expression, columns) -> new SilverSpec.Expression(expression, "false", columns),
                (_, _) -> Optional.empty(),
                _ -> Optional.empty()));
    Accountant accountant = new Accountant(bronze.engine, bronze.dialect);
    Ledger ledger = null;
    for (Step step :
        planner
            .plan(Bronze.SOURCE, edited, bronze.engine.columns("bronze_orders_raw").orElseThrow())
            .steps()) {
      bronze.dialect.statements(step).forEach(sql -> bronze.engine.execute(sql, Work.unwatched()));
      if (step instanceof Step.Account account) {
        ledger = accountant.account(account, Work.unwatched());
        assertThat(ledger.balances()).isTrue();
      } else if (step instanceof Step.Prove prove) {
        accountant.prove(prove, ledger, Work.unwatched());
      }
    }
    return ledger;
  }

  private List<List<Object>> silver(String select) {
    return bronze.engine.query("SELECT " + select).rows();
  }

  @Test
  void subtotalsAndTheGrandTotalAreFoundByLabelAndArithmetic() {
    bronze.land(
        List.of("region", "city", "sold", "price"),
        List.of(
            row("North", "Oslo", "10", "1.50"),
            row("North", "Bergen", "20", "2.25"),
            row("North Total", null, "30", "3.75"),
            row("South", "Rome", "5", "1.10"),
            row("South", "Bari", "7", "2.20"),
            row("South", "Lecce", "8", "3.30"),
            row("South Total", null, "20", "6.60"),
            row("Grand Total", null, "50", "10.35")));
    SilverRecipe recipe = bronze.suggest();
    Proposal proposal = only(recipe);
    assertThat(proposal.rows()).isEqualTo(3);
    assertThat(proposal.confidence()).isGreaterThan(0.9);
    assertThat(proposal.examples()).contains("Grand Total", "North Total", "South Total");

    Ledger ledger = accepted(recipe);
    assertThat(ledger.filterReasons()).isEqualTo(Map.of("totals", 3L));
    assertThat(silver("sum(sold) FROM silver_orders_cleaned")).containsExactly(List.of(50L));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Summe",
        "Gesamt",
        "Totale",
        "Somme",
        "Razem",
        "Итого",
        "合計",
        "Gesamtsumme",
        "TOTAL:",
        "Sous-total",
        "Zwischensumme Nord",
        "Toplam",
        "Sum"
      })
  void totalsAreKnownInManyLanguages(String word) {
    bronze.land(
        List.of("what", "amount"),
        List.of(row("apples", "3"), row("pears", "4"), row("figs", "9"), row(word, "16")));
    assertThat(only(bronze.suggest()).rows()).isEqualTo(1);
  }

  @Test
  void totalsMayStandAboveTheirRowsOrBesideThemByGroup() {
    bronze.land(
        List.of("what", "amount"),
        List.of(row("Total", "16"), row("apples", "3"), row("pears", "4"), row("figs", "9")));
    assertThat(only(bronze.suggest()).confidence()).isGreaterThanOrEqualTo(0.9);

    bronze.land(
        List.of("year", "quarter", "city", "amount"),
        List.of(
            row("2020", "a", "Rome", "3"),
            row("2021", "b", "Oslo", "4"),
            row("2020", "a", "Oslo", "9"),
            row("2021", "b", "Rome", "5"),
            row("2021", "b", "Total", "9"),
            row("2020", "a", "Total", "12")));
    Proposal grouped = only(bronze.suggest());
    assertThat(grouped.columns()).containsExactly("city");
    assertThat(grouped.rows()).isEqualTo(2);
  }

  @Test
  void aMergedTotalIsOneFilterAndOneBelowYearsLooksAtTheTextAsReceived() {
    bronze.land(
        List.of("rank", "nation", "gold"),
        List.of(
            row("a", "Norway", "3"),
            row("b", "Oman", "4"),
            row("c", "Peru", "9"),
            row("Total", "Total", "16")));
    assertThat(only(bronze.suggest()).columns()).containsExactly("rank");

    List<List<String>> years = new ArrayList<>();
    for (int year = 1990; year < 2020; year++) {
      years.add(row(String.valueOf(year), "2"));
    }
    years.add(row("Total", "60"));
    bronze.land(List.of("year", "won"), years);
    SilverRecipe recipe = bronze.suggest();
    assertThat(only(recipe).rows()).isEqualTo(1);
    Ledger ledger = accepted(recipe);
    assertThat(ledger.filtered()).isEqualTo(1);
    assertThat(ledger.silver()).isEqualTo(30);
    assertThat(ledger.rejected()).isZero();
  }

  @Test
  void aLabelAloneIsProposedWithLittleConfidenceAndANameThatOnlySoundsLikeOneNotAtAll() {
    bronze.land(
        List.of("what", "amount"),
        List.of(row("apples", "3"), row("pears", "4"), row("figs", "9"), row("Total", "99")));
    assertThat(only(bronze.suggest()).confidence()).isLessThan(0.5);

    bronze.land(
        List.of("company", "revenue"),
        List.of(
            row("Shell", "300"), row("Total Energies", "200"), row("Eni", "90"), row("BP", "210")));
    assertThat(shapes(bronze.suggest())).isEmpty();
  }

  @Test
  void labelsThatAreWrittenOnceAreFilledDown() {
    bronze.land(
        List.of("region", "city", "shop", "sold"),
        List.of(
            row("North", "Oslo", "a", "1"),
            row(null, null, "b", "2"),
            row(null, "Bergen", "a", "3"),
            row(null, null, "c", "4"),
            row("South", "Rome", "a", "5"),
            row(null, null, "b", "6"),
            row(null, null, "d", "7"),
            row(null, "Bari", "a", "8")));
    SilverRecipe recipe = bronze.suggest();
    Proposal proposal = only(recipe);
    assertThat(proposal.columns()).containsExactly("region", "city");
    assertThat(proposal.rows()).isEqualTo(6);

    Ledger ledger = accepted(recipe);
    assertThat(ledger.silver()).isEqualTo(8);
    assertThat(
            silver("region, city, sum(sold) FROM silver_orders_cleaned GROUP BY ALL ORDER BY ALL"))
        .containsExactly(
            List.of("North", "Bergen", 7L),
            List.of("North", "Oslo", 3L),
            List.of("South", "Bari", 8L),
            List.of("South", "Rome", 18L));
  }

  @Test
  void columnsMayBeCalledAsAnything() {
    bronze.land(
        List.of("cell", "label", "total", "value", "name"),
        List.of(
            row("North", "Oslo", "10", "1", "2"),
            row(null, "Bergen", "20", "2", "3"),
            row(null, "Narvik", "5", "3", "4"),
            row("South", "Rome", "7", "4", "5"),
            row(null, "Bari", "8", "5", "6"),
            row(null, "Total", "15", "9", "11")));
    SilverRecipe recipe = bronze.suggest();
    assertThat(shapes(recipe))
        .extracting(Proposal::id)
        .containsExactly("totals_label", "fill_down_cell");
    assertThat(accepted(recipe).filtered()).isEqualTo(1);
  }

  @Test
  void columnsWithGapsAreNoLabels() {
    Random random = new Random(4);
    List<List<String>> rows = new ArrayList<>();
    for (int i = 0; i < 200; i++) {
      rows.add(
          row(
              random.nextDouble() < 0.3 ? "Dr." : null,
              "name " + i,
              random.nextDouble() < 0.2 ? "note " + i : null,
              String.valueOf(random.nextInt(1000))));
    }
    bronze.land(List.of("title", "name", "note", "points"), rows);
    assertThat(shapes(bronze.suggest())).isEmpty();
  }

  @Test
  void yearsAsColumnsBecomeRows() {
    bronze.land(
        List.of("Country", "Code", "2019", "2020", "2021", "2022"),
        List.of(
            row("Norway", "NO", "1.5", "2", "3.25", null),
            row("Sweden", "SE", "4", null, "n/a", null),
            row("Denmark", "DK", "5", "6", "7", null)));
    SilverRecipe recipe = bronze.suggest();
    Proposal proposal = only(recipe);
    assertThat(proposal.id()).isEqualTo("unpivot_year");
    assertThat(proposal.columns()).hasSize(4);

    Ledger ledger = accepted(recipe);
    assertThat(ledger.unpivoted()).isEqualTo(8);
    assertThat(
            silver(
                "country, code, year, CAST(value AS VARCHAR) FROM silver_orders_cleaned WHERE value"
                    + " IS NOT NULL ORDER BY _row_no, year"))
        .containsExactly(
            List.of("Norway", "NO", 2019L, "1.50"),
            List.of("Norway", "NO", 2020L, "2.00"),
            List.of("Norway", "NO", 2021L, "3.25"),
            List.of("Sweden", "SE", 2019L, "4.00"),
            List.of("Denmark", "DK", 2019L, "5.00"),
            List.of("Denmark", "DK", 2020L, "6.00"),
            List.of("Denmark", "DK", 2021L, "7.00"));
  }

  @Test
  void monthsQuartersDaysAndNumberedPeriodsBecomeRows() {
    List<List<String>> headers =
        List.of(
            List.of("Jan", "Feb", "Mar", "Apr"),
            List.of("Januar", "Februar", "März", "Mai"),
            List.of("Sales Jan 2020", "Sales Feb 2020", "Sales Mar 2020"),
            List.of("Jan-20", "Feb-20", "Mar-20"),
            List.of("Q1", "Q2", "Q3", "Q4"),
            List.of("2020 Q1", "2020 Q2", "2020 Q3"),
            List.of("2020-01", "2020-02", "2020-03"),
            List.of("1/22/20", "1/23/20", "1/24/20"),
            List.of("2024-01-01", "2024-01-02", "2024-01-03"),
            List.of("2007/08", "2008/09", "2009/10", "2010/11"),
            List.of("wk1", "wk2", "wk3", "wk4"),
            List.of("sales_2019", "sales_2020", "sales_2021"));
    for (List<String> series : headers) {
      List<String> columns = new ArrayList<>(List.of("shop"));
      columns.addAll(series);
      List<List<String>> rows = new ArrayList<>();
      for (int i = 0; i < 6; i++) {
        List<String> cells = new ArrayList<>(List.of("shop " + (char) ('a' + i)));
        for (int j = 0; j < series.size(); j++) {
          cells.add(String.valueOf(100 * i + j * 7));
        }
        rows.add(cells);
      }
      bronze.land(columns, rows);
      SilverRecipe recipe = bronze.suggest();
      assertThat(shapes(recipe)).as(series.toString()).hasSize(1);
      Ledger ledger = accepted(recipe);
      assertThat(ledger.silver()).as(series.toString()).isEqualTo(6L * series.size());
      assertThat(ledger.rejected()).isZero();
    }
  }

  @Test
  void aSumOfTheColumnsGoesWithThem() {
    bronze.land(
        List.of("id", "shop", "Q1", "Q2", "Q3", "Total"),
        List.of(
            row("1", "a", "1", "2", "3", "6"),
            row("2", "b", "4", "5", "6", "15"),
            row("3", "c", "7", "8", "9", "24")));
    SilverRecipe recipe = bronze.suggest();
    assertThat(only(recipe).because()).contains("total, their sum, would go");
    accepted(recipe);
    assertThat(silver("sum(value) FROM silver_orders_cleaned")).containsExactly(List.of(45L));
    assertThat(bronze.engine.columns("silver_orders_cleaned").orElseThrow())
        .extracting("name")
        .containsExactly("_load_id", "_row_no", "_part", "id", "shop", "quarter", "value");
  }

  @Test
  void numberedFeaturesQuestionsAndTwoMeasuresStayAsTheyAre() {
    for (List<String> columns :
        List.of(
            List.of("label", "x1", "x2", "x3", "x4"),
            List.of("name", "address1", "address2", "address3", "address4"),
            List.of("who", "Q1", "Q2", "Q3", "Q4", "Q5", "Q6"),
            List.of("who", "pixel0", "pixel1", "pixel2", "pixel3"),
            List.of(
                "city",
                "2021 sold",
                "2022 sold",
                "2023 sold",
                "2021 left",
                "2022 left",
                "2023 left"),
            List.of("a", "b", "c", "d2020"))) {
      List<List<String>> rows = new ArrayList<>();
      for (int i = 0; i < 5; i++) {
        int number = i;
        rows.add(
            Stream.concat(
                    Stream.of("thing " + (char) ('a' + i)),
                    columns.stream().skip(1).map(c -> String.valueOf(c.hashCode() % 50 + number)))
                .toList());
      }
      bronze.land(columns, rows);
      assertThat(shapes(bronze.suggest())).as(columns.toString()).isEmpty();
    }
  }
}

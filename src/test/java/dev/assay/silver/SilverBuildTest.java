package dev.assay.silver;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.assay.engine.Work;
import dev.assay.model.Json;
import dev.assay.model.Ledger;
import dev.assay.model.SilverRecipe;
import dev.assay.model.Step;
import dev.assay.model.UserError;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class SilverBuildTest {
  private final SilverHarness house = new SilverHarness();

  @AfterEach
  void close() {
    house.close();
  }

  private static List<String> row(String... cells) {
    return Arrays.asList(cells);
  }

  @Test
  void castsAndRejectsWithAllReasonsAndNeverFillsAFailedCast() {
    house.bronze(
        List.of("id", "amount", "email"),
        List.of(
            row("1", "12.50", "ann@x.com"),
            row("2", "abc", null),
            row("3", null, "bob@x.com"),
            row("4", "-1", "nobody")));
    Ledger ledger =
        house.build(
            """
            {"columns": [
              {"source_column": "id", "target_type": "INTEGER", "validation": "NOT NULL"},
              {"source_column": "amount", "target_type": "DECIMAL(12,2)", "null_strategy": "FILL_ZERO", "validation": ">= 0"},
              {"source_column": "email", "null_strategy": "DROP_ROW", "validation": "LIKE '%@%.%'"}
            ]}\
            """);

    assertThat(house.silver("id, amount, email"))
        .containsExactly(List.of(1L, "12.50", "ann@x.com"), List.of(3L, "0.00", "bob@x.com"));
    assertThat(house.rejected())
        .containsExactly(
            List.of(3L, List.of("invalid_amount", "null_email")),
            List.of(5L, List.of("violates_amount", "violates_email")));
    assertThat(ledger.rejectionReasons())
        .containsEntry("invalid_amount", 1L)
        .containsEntry("null_email", 1L)
        .containsEntry("violates_amount", 1L)
        .containsEntry("violates_email", 1L);
    assertThat(ledger.balances()).isTrue();
    assertThat(ledger.measures())
        .filteredOn(t -> t.column().equals("amount"))
        .singleElement()
        .satisfies(total -> {
          assertThat(total.readable()).isEqualTo("11.50");
          assertThat(total.rejected()).isEqualTo("-1.00");
          assertThat(total.silver()).isEqualTo("12.50");
        });
  }

  @Test
  void aCheckMayHaveASeverityOfItsOwn() {
    house.bronze(List.of("age"), List.of(row("12"), row("130"), row("-1"), row((String) null)));
    Ledger ledger =
        house.build(
            """
            {"columns": [{"source_column": "age", "target_type": "INTEGER",
              "validation": ">= 0 AND WARN <= 120 AND WARN NOT NULL"}]}\
            """);
    assertThat(house.silver("age"))
        .containsExactly(List.of(12L), List.of(130L), Arrays.asList((Object) null));
    assertThat(ledger.rejectionReasons()).containsExactly(java.util.Map.entry("violates_age", 1L));
    assertThat(ledger.warnings())
        .containsOnly(java.util.Map.entry("violates_age", 1L), java.util.Map.entry("null_age", 1L));
  }

  @Test
  void keepsTheLatestRowPerOrderRankedByTypedValuesNotTexts() {
    house.bronze(
        List.of("id", "version", "note"),
        List.of(
            row("1", "9", "old"),
            row("1", "10", "new"),
            row("01", "2", "same key as a number"),
            row(null, "1", "no key, never merged"),
            row(null, "1", "no key, never merged")));
    Ledger ledger =
        house.build(
            """
            {"columns": [
              {"source_column": "id", "target_type": "INTEGER"},
              {"source_column": "version", "target_type": "INTEGER"},
              {"source_column": "note"}],
             "deduplication": {"key_columns": ["id"], "strategy": "KEEP_LATEST", "order_by": "version DESC"}}\
            """);

    assertThat(house.silver("note"))
        .containsExactly(
            List.of("new"), List.of("no key, never merged"), List.of("no key, never merged"));
    assertThat(house.duplicates()).containsExactly(List.of(2L, 3L), List.of(4L, 3L));
    assertThat(ledger.duplicates()).isEqualTo(2);
    assertThat(ledger.balances()).isTrue();
  }

  @Test
  void aRejectedRowNeverWinsOverAGoodOne() {
    house.bronze(List.of("id", "at"), List.of(row("1", "2024-01-01"), row("1", "2024-13-45")));
    house.build(
        """
        {"columns": [{"source_column": "id"}, {"source_column": "at", "target_type": "DATE"}],
         "deduplication": {"key_columns": ["id"], "strategy": "KEEP_LATEST", "order_by": "at"}}\
        """);
    assertThat(house.silver("\"at\"")).containsExactly(List.of("2024-01-01"));
    assertThat(house.rejected()).containsExactly(List.of(3L, List.of("invalid_at")));
  }

  @Test
  void removesOnlyExactCopiesAndKeepsRowsThatDiffer() {
    house.bronze(
        List.of("id", "v"), List.of(row("1", "a"), row("1", "a"), row("1", "b"), row("2", "a")));
    Ledger ledger =
        house.build(
            """
            {"columns": [{"source_column": "id"}, {"source_column": "v"}],
             "deduplication": {"key_columns": ["id"], "strategy": "REMOVE_EXACT"}}\
            """);
    assertThat(house.silver("id, v"))
        .containsExactly(List.of("1", "a"), List.of("1", "b"), List.of("2", "a"));
    assertThat(house.duplicates()).containsExactly(List.of(3L, 2L));
    assertThat(ledger.balances()).isTrue();
  }

  @Test
  void keepsTheFirstLoadedRowAndUsesAKeyThatIsNotPublished() {
    house.bronze(List.of("id ", "v"), List.of(row("7", "a"), row("7", "b")));
    house.build(
        """
        {"columns": [{"source_column": "v"}],
         "deduplication": {"key_columns": ["id"], "strategy": "KEEP_FIRST"}}\
        """);
    assertThat(house.silver("*")).containsExactly(List.of(1L, 2L, "a"));
  }

  @Test
  void rejectsEveryMemberOfARepeatedValueAmongTheSurvivors() {
    house.bronze(
        List.of("id", "code"),
        List.of(
            row("1", "x"),
            row("1", "x"),
            row("2", "x"),
            row("3", "y"),
            row("4", null),
            row("5", null)));
    Ledger ledger =
        house.build(
            """
            {"columns": [{"source_column": "id"}, {"source_column": "code", "validation": "UNIQUE"}],
             "deduplication": {"key_columns": ["id"], "strategy": "KEEP_FIRST"}}\
            """);
    assertThat(house.silver("id")).containsExactly(List.of("3"), List.of("4"), List.of("5"));
    assertThat(house.rejected())
        .containsExactly(
            List.of(2L, List.of("repeated_code")), List.of(4L, List.of("repeated_code")));
    assertThat(ledger.balances()).isTrue();
    assertThat(ledger.duplicates()).isEqualTo(1);
  }

  @Test
  void whatAFillRepeatsIsUnique() {
    house.bronze(
        List.of("id", "code"),
        List.of(row("1", null), row("2", null), row("3", "x"), row("4", "x"), row("5", "none")));
    house.build(
        """
        {"columns": [{"source_column": "id"},
                     {"source_column": "code", "null_strategy": "FILL_DEFAULT", "default_value": "none", "validation": "UNIQUE"}]}\
        """);
    assertThat(house.silver("id, code"))
        .containsExactly(List.of("1", "none"), List.of("2", "none"), List.of("5", "none"));
    assertThat(house.rejected())
        .containsExactly(
            List.of(4L, List.of("repeated_code")), List.of(5L, List.of("repeated_code")));
  }

  @Test
  void aHundredthOfAWholeNumberIsRefusedSinceItWouldBeRounded() {
    house.bronze(List.of("v"), List.of(row("250%")));
    for (String type : List.of("INTEGER", "BIGINT")) {
      assertThatThrownBy(() ->
              house.build(
                  """
                  {"columns": [{"source_column": "v", "target_type": "%s",
                    "cleaning": [{"step": "parse_number", "strip": ["%%"], "divide_by": 100}]}]}\
                  """
                      .formatted(type)))
          .hasMessageContaining("A hundredth in " + type + " would be rounded.");
    }
  }

  @Test
  void countsKeptChangedAndEmptiedCells() {
    house.bronze(
        List.of("v"),
        List.of(row(" a "), row("a"), row("N/A"), row(""), row((String) null), row("  ")));
    Ledger ledger =
        house.build(
            """
            {"columns": [{"source_column": "v", "cleaning": [{"step": "trim"}, {"step": "null_tokens", "tokens": ["n/a"]}],
              "null_strategy": "FILL_UNKNOWN"}]}\
            """);
    assertThat(ledger.cells()).containsExactly(new Ledger.Cells("v", 4, 1, 1, 2, 0, 0, 4));
    assertThat(ledger.balances()).isTrue();
  }

  @Test
  void aFailingValidationPublishesNothing() {
    house.bronze(List.of("v"), List.of(row("1"), row("-1")));
    assertThatThrownBy(() ->
            house.build(
                """
                {"columns": [{"source_column": "v", "target_type": "INTEGER", "validation": ">= 0", "on_violation": "FAIL"}]}\
                """))
        .isInstanceOf(UserError.class)
        .hasMessageContaining("violates_v in 1 row")
        .satisfies(e -> assertThat(((UserError) e).kind()).isEqualTo(UserError.Kind.REFUSED));
    assertThat(house.engine.columns("silver_orders_cleaned")).isEmpty();
  }

  @Test
  void aRowThatGoesMissingOnTheWayUnbalancesRowsCellsAndTotals() {
    house.bronze(List.of("v"), List.of(row("1"), row("2")));
    SilverRecipe recipe =
        Json.readRequest(
            "{\"columns\": [{\"source_column\": \"v\", \"target_type\": \"INTEGER\"}]}",
            SilverRecipe.class);
    List<Step> steps = house.plan(recipe).steps();
    house
        .dialect
        .statements(steps.getFirst())
        .forEach(sql -> house.engine.execute(sql, Work.unwatched()));
    house.engine.execute(
        "DELETE FROM assay_staging_silver_orders_cleaned WHERE _row_no = 2", Work.unwatched());

    Ledger ledger = house.accountant.account((Step.Account) steps.get(1), Work.unwatched());

    assertThat(ledger.balances()).isFalse();
    assertThat(ledger.bronze()).isEqualTo(2);
    assertThat(ledger.silver()).isEqualTo(1);
    assertThat(ledger.cells()).singleElement().matches(cells -> !cells.balances());
    assertThat(ledger.measures()).singleElement().matches(total -> !total.balances());
  }

  @Test
  void aWarningKeepsTheRowAndIsCounted() {
    house.bronze(List.of("v"), List.of(row("1"), row("-1")));
    Ledger ledger =
        house.build(
            """
            {"columns": [{"source_column": "v", "target_type": "INTEGER", "validation": ">= 0", "on_violation": "WARN"}]}\
            """);
    assertThat(ledger.silver()).isEqualTo(2);
    assertThat(ledger.warnings()).containsEntry("violates_v", 1L);
  }

  @Test
  void namesEveryProblemOfARecipeAtOnceWithItsPointer() {
    house.bronze(List.of("revenue", "at"), List.of(row("1", "2024-01-01")));
    assertThatThrownBy(() ->
            house.build(
                """
                {"columns": [
                  {"source_column": "revenu", "target_type": "INTEGER"},
                  {"source_column": "revenue", "target_type": "TEXT", "null_strategy": "FILL_ZERO"},
                  {"source_column": "at", "target_type": "DATE", "silver_name": "at", "validation": ">= 'soon'"},
                  {"source_column": "at", "silver_name": "AT"}],
                 "deduplication": {"key_columns": ["nope"], "strategy": "KEEP_LATEST"}}\
                """))
        .isInstanceOfSatisfying(
            UserError.class,
            e ->
                assertThat(e.problems())
                    .extracting("pointer")
                    .containsExactly(
                        "/columns/0/source_column",
                        "/columns/1/null_strategy",
                        "/columns/2/validation",
                        "/columns/3/silver_name",
                        "/deduplication/key_columns/0"))
        .hasMessageContaining(
            "Column 'revenu' is not in bronze_orders_raw. Did you mean 'revenue'?");
  }

  @Test
  void namesWrongTypesStrategiesAndValidationsOfPostedJsonAtOnce() {
    house.bronze(List.of("v"), List.of(row("1")));
    assertThatThrownBy(() ->
            house.build(
                """
                {"columns": [{"source_column": "v", "target_type": "MONEY", "null_strategy": "IGNORE",
                  "validation": "> banana", "colour": "red"}]}\
                """))
        .isInstanceOfSatisfying(
            UserError.class,
            e ->
                assertThat(e.problems())
                    .extracting("pointer")
                    .containsExactlyInAnyOrder(
                        "/columns/0/target_type",
                        "/columns/0/null_strategy",
                        "/columns/0/validation",
                        "/columns/0/colour"));
  }

  @Test
  void severalColumnsMadeOfOneBuildAndEachBalances() {
    house.bronze(
        List.of("id", "place"),
        List.of(
            List.of("1", "Pittsburgh, PA"), List.of("2", "Berlin"), List.of("3", " Reno ,  NV ")));
    Ledger ledger =
        house.build(
            """
            {"columns": [
              {"source_column": "id", "target_type": "INTEGER"},
              {"source_column": "place", "silver_name": "city",
               "cleaning": [{"step": "take_part", "separator": ",", "part": 1, "parts": 2}]},
              {"source_column": "place", "silver_name": "state",
               "cleaning": [{"step": "take_part", "separator": ",", "part": 2, "parts": 2}]}]}
            """);
    assertThat(ledger.balances()).isTrue();
    assertThat(house.silver("city, state"))
        .containsExactly(
            List.of("Pittsburgh", "PA"), Arrays.asList("Berlin", null), List.of("Reno", "NV"));
    assertThat(ledger.cells())
        .extracting(
            Ledger.Cells::column, Ledger.Cells::kept, Ledger.Cells::changed, Ledger.Cells::emptied)
        .containsExactly(
            org.assertj.core.groups.Tuple.tuple("id", 3L, 0L, 0L),
            org.assertj.core.groups.Tuple.tuple("city", 1L, 2L, 0L),
            org.assertj.core.groups.Tuple.tuple("state", 0L, 2L, 1L));
  }

  @Test
  void namesEveryProblemOfAStepThatTakesAPart() {
    house.bronze(List.of("place"), List.of(List.of("a")));
    assertThatThrownBy(() ->
            house.build(
                """
                {"columns": [{"source_column": "place", "cleaning": [
                  {"step": "take_part", "separator": "", "part": 3, "parts": 2},
                  {"step": "take_part", "separator": ",", "part": 1, "parts": 1},
                  {"step": "take_value", "key": " ", "separator": ";", "assignment": ";"},
                  {"step": "take_unit", "units": {}}]}]}
                """))
        .isInstanceOfSatisfying(
            dev.assay.model.UserError.class,
            error ->
                assertThat(error.problems())
                    .extracting(dev.assay.model.Problem::pointer)
                    .containsExactly(
                        "/columns/0/cleaning/0/separator",
                        "/columns/0/cleaning/0/part",
                        "/columns/0/cleaning/1/parts",
                        "/columns/0/cleaning/2/key",
                        "/columns/0/cleaning/2",
                        "/columns/0/cleaning/3/units"));
  }
}

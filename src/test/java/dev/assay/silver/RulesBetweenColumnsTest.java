package dev.assay.silver;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.assay.model.Json;
import dev.assay.model.Ledger;
import dev.assay.model.SilverRecipe;
import dev.assay.model.UserError;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class RulesBetweenColumnsTest {
  private final SilverHarness house = new SilverHarness();

  @AfterEach
  void close() {
    house.close();
  }

  private static final String RECIPE =
      """
      {"columns": [
        {"source_column": "ordered", "silver_name": "ordered_at", "target_type": "DATE"},
        {"source_column": "shipped", "silver_name": "Shipped on", "target_type": "TIMESTAMP"},
        {"source_column": "price", "target_type": "DECIMAL(10,2)", "null_strategy": "FILL_ZERO"},
        {"source_column": "quantity", "target_type": "INTEGER"},
        {"source_column": "total", "target_type": "DECIMAL(12,2)"}],
       "rules": [
        {"name": "shipped_late", "condition": "\\"Shipped on\\" >= ordered_at", "on_violation": "%s"},
        {"name": "total", "condition": "TOTAL = price * quantity", "tolerance": 0.01, "on_violation": "%s"}]}\
      """;

  private void land() {
    house.bronze(
        List.of("ordered", "shipped", "price", "quantity", "total"),
        List.of(
            Arrays.asList("2024-01-05", "2024-01-05 08:00:00", "2.50", "2", "5.00"),
            Arrays.asList("2024-01-05", "2024-01-04 08:00:00", "2.50", "2", "5.01"),
            Arrays.asList("2024-01-05", null, "2.50", "2", "5.02"),
            Arrays.asList("2024-01-06", "2024-01-05 08:00:00", "2.50", "2", "9.99"),
            Arrays.asList("2024-01-05", "soon", null, "2", "7.00")));
  }

  @Test
  void aRowThatBreaksARuleIsRejectedWithTheRulesName() {
    land();
    Ledger ledger = house.build(RECIPE.formatted("REJECT", "REJECT"));
    assertThat(house.rejected())
        .containsExactly(
            List.of(3L, List.of("breaks_shipped_late")),
            List.of(4L, List.of("breaks_total")),
            List.of(5L, List.of("breaks_shipped_late", "breaks_total")),
            // Its price was filled: nobody said that it is 0.
            List.of(6L, List.of("invalid_Shipped on")));
    assertThat(ledger.rejectionReasons())
        .containsEntry("breaks_shipped_late", 2L)
        .containsEntry("breaks_total", 2L);
    assertThat(ledger.balances()).isTrue();
  }

  @Test
  void aWarningKeepsTheRowAndIsCounted() {
    land();
    Ledger ledger = house.build(RECIPE.formatted("WARN", "WARN"));
    assertThat(ledger.warnings())
        .containsEntry("breaks_shipped_late", 2L)
        .containsEntry("breaks_total", 2L);
    assertThat(ledger.silver()).isEqualTo(4);
    assertThat(ledger.balances()).isTrue();
  }

  @Test
  void aFailingRulePublishesNothingAndSaysWhich() {
    land();
    assertThatThrownBy(() -> house.build(RECIPE.formatted("FAIL", "WARN")))
        .isInstanceOf(UserError.class)
        .hasMessageContaining("breaks_shipped_late in 2 rows");
  }

  @Test
  void everyProblemOfEveryRuleIsSaidAtOnce() {
    house.bronze(List.of("a", "b", "c"), List.of());
    SilverRecipe recipe =
        Json.readRequest(
            """
            {"columns": [
              {"source_column": "a", "silver_name": "amount", "target_type": "INTEGER"},
              {"source_column": "b", "silver_name": "made_on", "target_type": "DATE"},
              {"source_column": "c", "silver_name": "the note"}],
             "rules": [
              {"name": "one", "condition": "amuont > 0"},
              {"name": "two", "condition": "amount > made_on"},
              {"name": "two", "condition": "amount >"},
              {"name": "four", "condition": "made_on + 1 > 3"},
              {"name": "five", "condition": "the note = amount"},
              {"name": "six", "condition": "\\"the note\\" > \\"the note\\""},
              {"name": "seven", "condition": "amount > 0", "tolerance": 1},
              {"name": "eight", "condition": "1 = 1"},
              {"condition": "amount > 0"}]}\
            """,
            SilverRecipe.class);
    assertThatThrownBy(() -> house.plan(recipe))
        .isInstanceOfSatisfying(
            UserError.class,
            error ->
                assertThat(error.problems())
                    .extracting(problem -> problem.pointer() + " " + problem.message())
                    .satisfiesExactly(
                        p ->
                            assertThat(p)
                                .isEqualTo(
                                    "/rules/0/condition Column 'amuont' is not in the recipe. Did"
                                        + " you mean 'amount'?"),
                        p ->
                            assertThat(p)
                                .contains("/rules/1/condition")
                                .contains("a number is compared with a date"),
                        p ->
                            assertThat(p)
                                .isEqualTo(
                                    "/rules/2/name Two rules are called 'two'. Names must differ."),
                        p -> assertThat(p).contains("/rules/2/condition").contains("ends too soon"),
                        p -> assertThat(p).contains("/rules/3").contains("a date is computed with"),
                        p -> assertThat(p).contains("/rules/4").endsWith("Write \"the note\"."),
                        p -> assertThat(p).contains("/rules/5").contains("the order of a text"),
                        p -> assertThat(p).contains("/rules/6/tolerance"),
                        p -> assertThat(p).contains("/rules/7").contains("names no column"),
                        p -> assertThat(p).contains("/rules/8/name")));
  }
}

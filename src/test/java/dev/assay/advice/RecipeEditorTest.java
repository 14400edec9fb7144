package dev.assay.advice;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.assay.model.Cleaning;
import dev.assay.model.ColumnType;
import dev.assay.model.Json;
import dev.assay.model.Mask;
import dev.assay.model.NullStrategy;
import dev.assay.model.RecipeEdit;
import dev.assay.model.RowFilter;
import dev.assay.model.RowRule;
import dev.assay.model.Severity;
import dev.assay.model.SilverColumn;
import dev.assay.model.SilverRecipe;
import dev.assay.model.UserError;
import dev.assay.model.Validation;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class RecipeEditorTest {
  private static final SilverRecipe ORDERS =
      Json.readRequest(
          """
          {"columns": [
            {"source_column": "Id", "silver_name": "id", "target_type": "INTEGER", "validation": "NOT NULL"},
            {"source_column": "Price", "silver_name": "price", "target_type": "DECIMAL(12,2)",
             "cleaning": [{"step": "trim"}, {"step": "parse_number", "decimal": ","}]},
            {"source_column": "State", "silver_name": "state", "cleaning": [{"step": "trim"}]}],
           "deduplication": {"key_columns": ["id"], "strategy": "KEEP_LATEST", "order_by": "price DESC"},
           "rules": [{"name": "dear", "condition": "price >= 1"}]}\
          """,
          SilverRecipe.class);

  private static SilverColumn column(SilverRecipe recipe, String name) {
    return Columns.find(recipe, name);
  }

  private static SilverRecipe edit(RecipeEdit... edits) {
    return RecipeEditor.apply(ORDERS, List.of(edits));
  }

  @Test
  void whatMeansMissingIsLookedAtAfterTrimmingAndBeforeReading() {
    assertThat(
            column(edit(new RecipeEdit.TreatAsMissing("price", List.of("0"))), "price").cleaning())
        .containsExactly(
            new Cleaning.Trim(),
            new Cleaning.NullTokens(List.of("0")),
            new Cleaning.ParseNumber(",", "", List.of(), false, 1));
    assertThat(
            column(
                    edit(
                        new RecipeEdit.TreatAsMissing("id", List.of("-1")),
                        new RecipeEdit.TreatAsMissing("id", List.of("0", "-1"))),
                    "id")
                .cleaning())
        .containsExactly(new Cleaning.Trim(), new Cleaning.NullTokens(List.of("-1", "0")));
  }

  @Test
  void mappedValuesFollowOneAnother() {
    SilverRecipe edited =
        edit(
            new RecipeEdit.MapValues("state", Map.of("cal", "Calif.")),
            new RecipeEdit.MapValues("state", Map.of("Calif.", "CA")));
    assertThat(column(edited, "state").cleaning())
        .containsExactly(
            new Cleaning.Trim(), new Cleaning.MapValues(Map.of("cal", "CA", "Calif.", "CA")));
  }

  @Test
  void aCheckKeepsItsOwnSeverityBesideThoseThatAreThere() {
    SilverColumn id =
        column(
            edit(new RecipeEdit.Validate("id", Validation.parse("<= 120"), Severity.WARN)), "id");
    assertThat(id.validation().text()).isEqualTo("NOT NULL AND WARN <= 120");
    assertThat(id.onViolation()).isEqualTo(Severity.REJECT);
    assertThat(id.validation().checks().getLast().severityOr(Severity.REJECT))
        .isEqualTo(Severity.WARN);
  }

  @Test
  void aNewNameIsFollowedByKeysOrderAndRules() {
    SilverRecipe edited =
        edit(new RecipeEdit.Rename("id", "order_id"), new RecipeEdit.Rename("Price", "unit price"));
    assertThat(edited.deduplication().keyColumns()).containsExactly("order_id");
    assertThat(edited.deduplication().orderBy()).isEqualTo("unit price DESC");
    assertThat(edited.rules())
        .extracting(RowRule::condition)
        .containsExactly("\"unit price\" >= 1");
  }

  @Test
  void whatARuleMeansFollowsANewNameInAnyCaseAndNothingElseDoes() {
    SilverRecipe recipe =
        ORDERS.withRules(
            List.of(
                new RowRule("dear", "PRICE * 2 >= \"price\" + 1", null, null),
                new RowRule("other", "\"the price\" > 1", null, null)));
    assertThat(
            RecipeEditor.apply(recipe, List.of(new RecipeEdit.Rename("price", "net \"€\"")))
                .rules())
        .extracting(RowRule::condition)
        .containsExactly("\"net \"\"€\"\"\" * 2 >= \"net \"\"€\"\"\" + 1", "\"the price\" > 1");
  }

  @Test
  void aColumnStaysWhileSomethingRefersToIt() {
    SilverRecipe filtered =
        ORDERS.withFilters(
            List.of(
                new RowFilter("open", "state", Validation.parse("<> 'x'"), null, null),
                new RowFilter("raw", "State", Validation.parse("<> 'y'"), null, null)));
    assertThatThrownBy(() -> edit(new RecipeEdit.RemoveColumn("id")))
        .hasMessageContaining("'id' cannot go: the key of 'deduplication' refers to it.");
    assertThatThrownBy(() -> edit(new RecipeEdit.Split("price", List.of(part("net")), false)))
        .hasMessageContaining(
            "'price' cannot go: the order of 'deduplication' and the rule 'dear' refer to it.");
    assertThatThrownBy(
            () -> RecipeEditor.apply(filtered, List.of(new RecipeEdit.RemoveColumn("state"))))
        .hasMessageContaining("the filter 'open' and the filter 'raw' refer to it.");
    assertThat(
            edit(new RecipeEdit.Split("price", List.of(part("price"), part("net")), false))
                .columns())
        .hasSize(4);
    assertThat(
            edit(
                    new RecipeEdit.RemoveRule("dear"),
                    new RecipeEdit.Deduplicate(null),
                    new RecipeEdit.RemoveColumn("price"))
                .columns())
        .hasSize(2);
  }

  private static SilverColumn part(String name) {
    return new SilverColumn("State", name, null, null, null, null, null, null, null, null);
  }

  @Test
  void aCheckThatIsThereTakesTheNewSeverityAndTheOthersStay() {
    SilverRecipe recipe =
        edit(new RecipeEdit.Validate("id", Validation.parse("IN ('a AND b', 'c')"), null));
    RecipeEdit warn = new RecipeEdit.Validate("id", Validation.parse("NOT NULL"), Severity.WARN);
    SilverColumn warned = column(RecipeEditor.apply(recipe, List.of(warn, warn)), "id");
    assertThat(warned.validation().text()).isEqualTo("WARN NOT NULL AND IN ('a AND b', 'c')");
    assertThat(warned.onViolation()).isEqualTo(recipe.columns().getFirst().onViolation());
    RecipeEdit reject =
        new RecipeEdit.Validate("id", Validation.parse("NOT NULL"), Severity.REJECT);
    assertThat(column(RecipeEditor.apply(recipe, List.of(warn, reject)), "id").validation().text())
        .isEqualTo("NOT NULL AND IN ('a AND b', 'c')");
    RecipeEdit close = new RecipeEdit.Validate("id", Validation.parse("warn<=120"), null);
    RecipeEdit fail = new RecipeEdit.Validate("id", Validation.parse("<= 120"), Severity.FAIL);
    assertThat(column(edit(close, fail), "id").validation().text())
        .isEqualTo("NOT NULL AND FAIL <=120");
  }

  @Test
  void aColumnIsSplitWhereItStood() {
    SilverColumn part =
        new SilverColumn("State", "code", null, null, null, null, null, null, null, null);
    assertThat(edit(new RecipeEdit.Split("price", List.of(part), true)).columns())
        .extracting(Columns::name)
        .containsExactly("id", "price", "code", "state");
    assertThat(edit(new RecipeEdit.Split("state", List.of(part), false)).columns())
        .extracting(Columns::name)
        .containsExactly("id", "price", "code");
  }

  @Test
  void theRestOfAColumnStays() {
    SilverColumn id =
        column(
            edit(
                new RecipeEdit.MaskColumn("id", new Mask.Hash()),
                new RecipeEdit.SetNulls("id", NullStrategy.DROP_ROW, null),
                new RecipeEdit.Cast("id", ColumnType.Simple.TEXT, null)),
            "id");
    assertThat(id.mask()).isEqualTo(new Mask.Hash());
    assertThat(id.nullStrategy()).isEqualTo(NullStrategy.DROP_ROW);
    assertThat(id.targetType()).isEqualTo(ColumnType.Simple.TEXT);
    assertThat(id.validation().text()).isEqualTo("NOT NULL");
  }

  @Test
  void everyEditThatCannotBeMadeIsNamedAtOnce() {
    assertThatThrownBy(() ->
            edit(
                new RecipeEdit.RemoveColumn("prise"),
                new RecipeEdit.Rename("id", "state"),
                new RecipeEdit.MaskColumn(null, null)))
        .isInstanceOfSatisfying(
            UserError.class,
            error ->
                assertThat(error.problems())
                    .extracting(dev.assay.model.Problem::pointer)
                    .containsExactly("/edits/0", "/edits/1", "/edits/2"))
        .hasMessageContaining("Did you mean 'price'?");
  }
}

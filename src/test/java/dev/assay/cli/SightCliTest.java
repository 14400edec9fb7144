package dev.assay.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.model.Author;
import dev.assay.model.ColumnType;
import dev.assay.model.Evidence;
import dev.assay.model.Json;
import dev.assay.model.Proposal;
import dev.assay.model.RecipeEdit;
import dev.assay.model.SilverColumn;
import dev.assay.model.SilverRecipe;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What a change would do, what was left out and what is suggested reads well in a terminal. */
class SightCliTest extends CliStage {
  @Test
  void aDifferenceSaysInAFewLinesWhatWouldBecomeOfRowsReasonsAndGold() {
    run("add", "orders.csv");
    assertThat(run("diff", "orders")).isZero();
    assertThat(out)
        .isEqualTo(
            """
            silver_orders_cleaned: 5 rows unchanged, 1 with other values, 1 go, 1 newly rejected.
            The recipe:
              amount: steps trim → trim, then parse number (decimal ',').
            Rows:
              1 with other values, such as 1:2: amount 10 → 1000
              1 in Silver → rejected, such as 1:3 (invalid_amount): id 2
            Columns: amount 1 cell
            Reasons: invalid_amount 0 → 1
            Gold:
              gold_orders_by_month  1 group changes, total 60 → 1,050
            Nothing was changed. Build it: ./assay build silver orders
            """);
    assertThat(run("diff", "orders", "--json")).isZero();
    assertThat(out).isEqualTo(Json.write(workspace.diffSilver("orders", null)) + "\n");
  }

  @Test
  void theHistoryOfARecipeIsListedAndCompared() {
    run("add", "orders.csv");
    assertThat(run("diff", "orders", "--builds", "1", "2")).isZero();
    assertThat(out)
        .startsWith("From recipe 1 (")
        .contains("  amount: steps trim → trim, then parse number (decimal ',').\n");
    assertThat(run("diff", "orders", "--history")).isZero();
    assertThat(out).contains("rules   published").contains("b2b2b2");
    assertThat(run("diff", "orders", "--history", "--builds", "1", "2")).isEqualTo(2);
  }

  @Test
  void rejectsNameTheRowTheReasonAndTheValueToBlame() {
    run("add", "orders.csv");
    run("build", "silver", "orders");
    assertThat(run("rejects", "orders")).isZero();
    assertThat(out)
        .isEqualTo(
            """
            REASON          ROWS
            invalid_amount     1

            LOAD:ROW  REASONS     VALUES TO BLAME  email      id
            1:3       invalid_id  id: '1.2.3'      bob@x.com  1.2.3

            1 row
            """);
    assertThat(run("rejects", "orders", "--reason", "invalid_", "-o", "bad.csv")).isZero();
    assertThat(here.resolve("bad.csv")).content().startsWith("_load_id,_row_no,reasons\n");
    assertThat(run("rejects", "orders", "--malformed", "-o", "bad.csv")).isEqualTo(2);
  }

  @Test
  void aColumnCardHasTheEvidenceTheAlternativesAndTheValues() {
    run("add", "orders.csv");
    assertThat(run("suggest", "silver", "orders", "--column", "ID")).isZero();
    assertThat(out)
        .contains("id  DECIMAL(12,2)")
        .contains("3: 2 read, 0 fail, 1 missing; 1 change, 0 lose something")
        .contains("cannot be read 'x'")
        .contains("then null tokens (tokens N/A)")
        .contains("OR AS  READ  FAIL")
        .contains("TEXT      3     0")
        .contains("MOST FREQUENT  ROWS");
    assertThat(run("suggest", "silver", "orders", "--column", "idd")).isEqualTo(2);
    assertThat(err).contains("Did you mean 'id'?");
  }

  @Test
  void reasonsAreBrokenIntoLinesAndNotCutOff() {
    Table table = new Table("NAME", "~WHY");
    table.add("amount", "The values are numbers, with a comma between thousands; 10 would fail.");
    assertThat(table.lines(40))
        .containsExactly(
            "NAME    WHY",
            "amount  The values are numbers, with a",
            "        comma between thousands; 10",
            "        would fail.");
  }

  @Test
  void ofAWideTableOnlyThoseColumnsAreShownThatDeserveALook() {
    List<SilverColumn> columns = new ArrayList<>();
    for (int i = 0; i < 300; i++) {
      columns.add(column("c" + i, i == 7 ? 3 : 0));
    }
    List<String> few = printed(new SilverRecipe(columns, null), false);
    assertThat(few).hasSizeLessThan(12).anyMatch(line -> line.startsWith("c7  "));
    assertThat(few)
        .contains("299 more columns are read without a doubt: 299 INTEGER. Show all with --all.");
    assertThat(printed(new SilverRecipe(columns, null), true))
        .filteredOn(line -> line.startsWith("c"))
        .hasSize(300);
  }

  @Test
  void proposalsAreNumberedAndSayHowTheyAreAccepted() {
    Proposal proposal =
        new Proposal(
            "mask-email",
            Proposal.Kind.PERSONAL_DATA,
            List.of("email"),
            "The values are e-mail addresses, which are personal data.",
            42,
            List.of("a**@x.com"),
            0.95,
            Author.RULES,
            List.of(new RecipeEdit.RemoveColumn("email")));
    SilverRecipe recipe =
        new SilverRecipe(List.of(column("email", 0)), null).withProposals(List.of(proposal));
    assertThat(printed(recipe, false))
        .containsSequence(
            "1 proposal, made only where you accept it:",
            "1. mask-email  42 rows, confidence 95%",
            "   The values are e-mail addresses, which are personal data.",
            "   Such as: a**@x.com",
            "   ./assay apply orders mask-email");
  }

  private static SilverColumn column(String name, long failed) {
    return new SilverColumn(
        name,
        name,
        ColumnType.Simple.INTEGER,
        null,
        null,
        null,
        null,
        null,
        null,
        new Evidence(
            100,
            0,
            100 - failed,
            failed,
            0,
            0,
            List.of(),
            "The values are numbers.",
            0.99,
            List.of()));
  }

  private List<String> printed(SilverRecipe recipe, boolean all) {
    var bytes = new ByteArrayOutputStream();
    var print = new PrintStream(bytes, true, StandardCharsets.UTF_8);
    var terminal = new Terminal(print, print, true, true, 100, "./assay");
    try (Session session = new Session(null, terminal, new WorkspaceFolder(here), false, false)) {
      new SilverPrinter(session, "orders").print(recipe, all);
    }
    return bytes.toString(StandardCharsets.UTF_8).lines().toList();
  }
}

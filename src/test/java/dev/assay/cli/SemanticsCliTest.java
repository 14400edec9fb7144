package dev.assay.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class SemanticsCliTest extends CliStage {
  @BeforeEach
  void add() {
    assertThat(run("add", "orders.csv")).isZero();
  }

  @Test
  void printsWhatSilverIsAboutForReading() {
    assertThat(run("semantics", "orders")).isZero();
    assertThat(out)
        .contains("silver_orders_cleaned: one row for each order, named by id; a period means")
        .contains("DIMENSION")
        .contains("time by day")
        .contains("sum of amount, of some rows")
        .contains("as currency says")
        .contains("receita")
        .contains("place: country > city")
        .contains("Note: The measure 'x' is not used")
        .contains("Edit it: ./assay semantics orders -o FILE");
  }

  @Test
  void writesAModelAndPutsItBack() throws Exception {
    assertThat(run("semantics", "orders", "-o", "model.json")).isZero();
    assertThat(out).contains("Put it in force: ./assay semantics orders --edit model.json");
    String json = Files.readString(here.resolve("model.json"));
    assertThat(json).contains("\"row_noun\" : \"order\"");
    assertThat(run("semantics", "orders", "--edit", "model.json", "--json")).isZero();
    assertThat(out).contains("\"row_noun\"");
    assertThat(run("semantics", "orders", "--reset")).isZero();
    assertThat(run("semantics", "orders", "--reset", "--edit", "model.json")).isEqualTo(2);
    assertThat(err).contains("Use --edit or --reset, not both.");
    assertThat(run("semantics", "orders", "--edit", "none.json")).isEqualTo(2);
    assertThat(err).contains("There is no file");
  }

  @Test
  void aSentenceAsksForOneGoldTable() {
    assertThat(run("suggest", "gold", "orders", "monthly sales")).isZero();
    assertThat(out).contains("gold_orders_by_month").contains("Edit and build it:");
    assertThat(run("suggest", "gold", "orders", "what?")).isEqualTo(2);
    assertThat(err).contains("Not understood");
    assertThat(run("suggest", "silver", "orders", "monthly sales")).isEqualTo(2);
    assertThat(err).contains("assay change NAME");
  }
}

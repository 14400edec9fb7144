package dev.assay.advice;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.engine.Work;
import dev.assay.gold.GoldAdvisor;
import dev.assay.model.GoldTable;
import dev.assay.model.Ledger;
import dev.assay.model.Proposal;
import dev.assay.model.Query;
import dev.assay.model.SilverRecipe;
import java.util.List;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Amounts in several units become an amount beside its unit, and are never one sum. */
class MixedUnitsTest {
  private static final int ROWS = 200;

  private final Bronze bronze = new Bronze();
  private final Accepting accepting = new Accepting(bronze);

  @AfterEach
  void close() {
    bronze.close();
  }

  private SilverRecipe suggest(String name, IntFunction<String> value) {
    return bronze
        .land(
            List.of("id", "region", name),
            IntStream.range(0, ROWS)
                .mapToObj(i -> List.of("r" + i, i % 3 == 0 ? "north" : "south", value.apply(i)))
                .toList())
        .suggest();
  }

  private List<String> proposed(String name, IntFunction<String> value) {
    return suggest(name, value).proposals().stream()
        .filter(proposal -> proposal.kind() == Proposal.Kind.UNIT)
        .map(Proposal::id)
        .toList();
  }

  @Test
  void setsTheCurrencyBesideTheAmount() {
    SilverRecipe recipe =
        suggest(
            "price",
            i ->
                i % 4 == 0
                    ? "€" + i + ".50"
                    : i % 4 == 1 ? "-$1," + (100 + i) + ".25" : i + " USD");
    Proposal proposal = Accepting.proposal(recipe, "unit-price");
    assertThat(proposal.because()).contains("USD, EUR");
    assertThat(proposal.rows()).isEqualTo(ROWS);
    Ledger ledger = accepting.build(recipe, proposal.id());
    assertThat(ledger.silver()).isEqualTo(ROWS);
    assertThat(accepting.silver("price, price_currency").subList(0, 3))
        .containsExactly(
            List.of("0.50", "EUR"), List.of("-1101.25", "USD"), List.of("2.00", "USD"));
  }

  @Test
  void setsTheUnitBesideTheMeasureAndCountsWhatHasNone() {
    SilverRecipe recipe =
        suggest(
            "weight",
            i -> i % 5 == 0 ? i + " kg" : i % 5 == 1 ? String.valueOf(i) : i + "00 Grams");
    Proposal proposal = Accepting.proposal(recipe, "unit-weight");
    assertThat(proposal.because()).contains("g, kg").contains("40 have none written");
    accepting.build(recipe, proposal.id());
    assertThat(
            bronze
                .engine
                .query("SELECT count(weight), count(weight_unit) FROM silver_orders_cleaned")
                .rows())
        .containsExactly(List.of(200L, 160L));
  }

  @Test
  void proposesNothingWhereOneUnitOrNoneIsWritten() {
    assertThat(proposed("weight", i -> i + " kg")).isEmpty();
    assertThat(proposed("weight", i -> i % 2 == 0 ? i + " kg" : i + " Kilograms")).isEmpty();
    assertThat(proposed("price", i -> "$" + i)).isEmpty();
    assertThat(proposed("note", i -> i % 2 == 0 ? i + " apples" : i + " pears")).isEmpty();
    assertThat(proposed("code", i -> "A" + i)).isEmpty();
    assertThat(proposed("note", i -> i % 2 == 0 ? i + " kg" : "€" + i)).isEmpty();
  }

  @Test
  void doesNotReadAmountsWhoseSignsContradictEachOther() {
    assertThat(proposed("price", i -> i % 2 == 0 ? "€1.234,5" + i % 10 : "$1,234.5" + i % 10))
        .isEmpty();
  }

  @Test
  void goldSumsNoAmountAcrossItsCurrencies() {
    SilverRecipe recipe = suggest("revenue", i -> (i % 2 == 0 ? "€" : "$") + i + ".50");
    SilverRecipe edited =
        RecipeEditor.apply(recipe, Accepting.proposal(recipe, "unit-revenue").edits());
    accepting.build(edited);
    List<GoldTable> tables =
        new GoldAdvisor(bronze.engine)
            .suggest(
                Bronze.SOURCE,
                bronze.engine.columns("silver_orders_cleaned").orElseThrow(),
                edited,
                Work.unwatched())
            .goldTables();
    List<Query> summing =
        tables.stream()
            .map(GoldTable::query)
            .filter(query ->
                query.measures().stream().anyMatch(measure -> "revenue".equals(measure.column())))
            .toList();
    assertThat(summing)
        .isNotEmpty()
        .allSatisfy(query ->
            assertThat(query.dimensions())
                .extracting(Query.Dimension::column)
                .contains("revenue_currency"));
  }
}

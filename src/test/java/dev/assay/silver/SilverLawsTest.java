package dev.assay.silver;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.model.Cleaning;
import dev.assay.model.ColumnType;
import dev.assay.model.Deduplication;
import dev.assay.model.Ledger;
import dev.assay.model.NullStrategy;
import dev.assay.model.RowFilter;
import dev.assay.model.SilverColumn;
import dev.assay.model.SilverRecipe;
import dev.assay.model.Validation;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.lifecycle.AfterContainer;

/**
 * Whatever the rows and whatever the recipe: nothing disappears, and building twice is building
 * once.
 */
class SilverLawsTest {
  private static final SilverHarness HOUSE = new SilverHarness();

  @AfterContainer
  static void close() {
    HOUSE.close();
  }

  @Property(tries = 60)
  void everyRowAndEveryCellIsAccountedFor(
      @ForAll("tables") List<List<String>> rows, @ForAll("recipes") SilverRecipe recipe) {
    HOUSE.bronze(List.of("k", "v", "w"), rows);
    Ledger ledger = HOUSE.build(recipe);

    assertThat(ledger.balances()).isTrue();
    assertThat(ledger.bronze()).isEqualTo(rows.size());
    Set<Object> identities = new TreeSet<>();
    List<List<Object>> seen = new ArrayList<>(HOUSE.silver("_row_no"));
    seen.addAll(HOUSE.rejected());
    seen.addAll(HOUSE.duplicates());
    seen.forEach(
        row -> assertThat(identities.add(row.getFirst())).as("each row once: %s", row).isTrue());
    assertThat(identities).hasSize(rows.size());
    assertThat(HOUSE.rejected()).allSatisfy(row -> assertThat((List<?>) row.get(1)).isNotEmpty());
  }

  @Property(tries = 20)
  void rebuildingChangesNothing(
      @ForAll("tables") List<List<String>> rows, @ForAll("recipes") SilverRecipe recipe) {
    HOUSE.bronze(List.of("k", "v", "w"), rows);
    Ledger first = HOUSE.build(recipe);
    List<List<Object>> silver = HOUSE.silver("*");
    assertThat(HOUSE.build(recipe)).isEqualTo(first);
    assertThat(HOUSE.silver("*")).isEqualTo(silver);
  }

  @Provide
  Arbitrary<List<List<String>>> tables() {
    Arbitrary<String> key = Arbitraries.of("1", "2", "3", "03", " 3", "", "x").injectNull(0.1);
    Arbitrary<String> value =
        Arbitraries.of(
                "1", "1.5", "-2", "1,200", "N/A", " ", "", "abc", "2024-01-05", "99999999999", "7 ")
            .injectNull(0.1);
    return Combinators.combine(key, value, value)
        .as((k, v, w) -> java.util.Arrays.asList(k, v, w))
        .list()
        .ofMaxSize(12);
  }

  @Provide
  Arbitrary<SilverRecipe> recipes() {
    Arbitrary<Deduplication.Strategy> strategies = Arbitraries.of(Deduplication.Strategy.class);
    return Combinators.combine(column("k"), column("v"), column("w"), strategies, filters())
        .as((k, v, w, strategy, filters) ->
            new SilverRecipe(List.of(k, v, w), new Deduplication(List.of("k"), strategy, null))
                .withFilters(filters));
  }

  /** Of any column, typed or as received, none to two of them. */
  private static Arbitrary<List<RowFilter>> filters() {
    Arbitrary<String> keeps = Arbitraries.of("NOT NULL", "NOT LIKE '1%'", "MATCHES '^[0-9]*$'");
    Arbitrary<RowFilter> filter =
        Combinators.combine(Arbitraries.of("k", "v", "w"), keeps, Arbitraries.of(true, false))
            .as((column, keep, asReceived) ->
                new RowFilter("of " + column, column, Validation.parse(keep), asReceived, null));
    return filter.list().ofMaxSize(2).uniqueElements(RowFilter::name);
  }

  private static Arbitrary<SilverColumn> column(String name) {
    Arbitrary<ColumnType> types =
        Arbitraries.of(
            ColumnType.Simple.TEXT,
            ColumnType.Simple.INTEGER,
            ColumnType.Simple.BIGINT,
            ColumnType.Simple.DOUBLE,
            ColumnType.Simple.DATE,
            new ColumnType.Decimal(8, 1));
    Arbitrary<NullStrategy> nulls = Arbitraries.of(NullStrategy.class);
    Arbitrary<List<Cleaning>> steps =
        Arbitraries.of(
            List.<Cleaning>of(),
            List.<Cleaning>of(new Cleaning.Trim()),
            List.<Cleaning>of(new Cleaning.Trim(), new Cleaning.NullTokens(List.of("n/a", "abc"))));
    Arbitrary<String> validations =
        Arbitraries.of("NOT NULL", "UNIQUE", "MATCHES '1'").injectNull(0.5);
    return Combinators.combine(types, nulls, steps, validations)
        .as((type, strategy, cleaning, validation) ->
            new SilverColumn(
                name,
                name,
                type,
                null,
                cleaning,
                fitting(strategy, type),
                null,
                validation == null ? null : Validation.parse(validation),
                null,
                null));
  }

  private static NullStrategy fitting(NullStrategy strategy, ColumnType type) {
    return switch (strategy) {
      case FILL_ZERO -> type.isNumeric() ? strategy : NullStrategy.KEEP_NULL;
      case FILL_UNKNOWN -> type == ColumnType.Simple.TEXT ? strategy : NullStrategy.DROP_ROW;
      case FILL_DEFAULT, KEEP_NULL -> NullStrategy.KEEP_NULL;
      case DROP_ROW -> strategy;
    };
  }
}

package dev.assay.silver;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.model.ColumnType;
import dev.assay.model.Deduplication;
import dev.assay.model.Ledger;
import dev.assay.model.NullStrategy;
import dev.assay.model.RowFilter;
import dev.assay.model.Shape;
import dev.assay.model.SilverColumn;
import dev.assay.model.SilverRecipe;
import dev.assay.model.Validation;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.lifecycle.AfterContainer;

/** However a table is reshaped: no row, no cell and no amount disappears or is made up. */
class ReshapingLawsTest {
  private static final SilverHarness HOUSE = new SilverHarness();
  private static final List<String> COLUMNS = List.of("g", "n", "a", "b");
  private static final Shape.FillDown DOWN = new Shape.FillDown(List.of("g", "n"));
  private static final Shape.Unpivot ROWS = new Shape.Unpivot(List.of("a", "b"), "which", "v");

  @AfterContainer
  static void close() {
    HOUSE.close();
  }

  @Property(tries = 60)
  void everyRowCellAndTotalIsAccountedFor(
      @ForAll("tables") List<List<String>> rows, @ForAll("recipes") SilverRecipe recipe) {
    HOUSE.bronze(COLUMNS, rows);
    Ledger ledger = HOUSE.build(recipe);

    assertThat(ledger.balances()).isTrue();
    assertThat(ledger.bronze()).isEqualTo(rows.size());
    boolean unpivots = recipe.shape().contains(ROWS);
    String identity = unpivots ? "_row_no, _part" : "_row_no";
    List<List<Object>> seen = new ArrayList<>();
    for (String table : List.of("cleaned", "rejected", "duplicates")) {
      seen.addAll(HOUSE.rows("SELECT " + identity + " FROM silver_orders_" + table));
    }
    assertThat(new HashSet<>(seen)).hasSameSizeAs(seen);
    assertThat(new HashSet<>(seen)).isEqualTo(expected(rows, unpivots));
    assertThat(ledger.rows()).isEqualTo(seen.size());
    assertThat(
            HOUSE.rows(
                "SELECT count(*) FROM silver_orders_rejected WHERE starts_with(reasons[1], 'filtered_')"))
        .containsExactly(List.of(ledger.filtered()));
  }

  /** Computed here, by hand, from the raw rows. */
  private static Set<List<Object>> expected(List<List<String>> rows, boolean unpivots) {
    Set<List<Object>> identities = new HashSet<>();
    for (int i = 0; i < rows.size(); i++) {
      long number = i + 2L;
      if (!unpivots) {
        identities.add(List.of(number));
        continue;
      }
      int parts = 0;
      for (int part = 1; part <= 2; part++) {
        String cell = rows.get(i).get(part + 1);
        if (cell != null && !cell.isEmpty()) {
          identities.add(List.of(number, (long) part));
          parts++;
        }
      }
      if (parts == 0) {
        identities.add(List.of(number, 0L));
      }
    }
    return identities;
  }

  @Property(tries = 40)
  void asTextTheReshapedTableIsWhatAPersonWouldWrite(@ForAll("tables") List<List<String>> rows) {
    HOUSE.bronze(COLUMNS, rows);
    HOUSE.build(
        new SilverRecipe(List.of(text("g"), text("which"), text("v")), null)
            .withShape(List.of(DOWN, ROWS)));
    List<List<Object>> expected = new ArrayList<>();
    String above = null;
    for (List<String> row : rows) {
      String own = row.getFirst();
      boolean blank = own == null || own.isBlank();
      String label = blank ? above == null ? own : above : own;
      above = blank ? above : own;
      int before = expected.size();
      for (int part = 1; part <= 2; part++) {
        String cell = row.get(part + 1);
        if (cell != null && !cell.isEmpty()) {
          expected.add(Arrays.asList(label, COLUMNS.get(part + 1), cell));
        }
      }
      if (expected.size() == before) {
        expected.add(Arrays.asList(label, null, null));
      }
    }
    assertThat(HOUSE.rows("SELECT g, which, v FROM silver_orders_cleaned ORDER BY _row_no, _part"))
        .isEqualTo(expected);
  }

  @Provide
  Arbitrary<List<List<String>>> tables() {
    Arbitrary<String> label = Arbitraries.of("North", "South", "Total", "", " ").injectNull(0.4);
    Arbitrary<String> number = Arbitraries.of("1", "2.5", "-3", "x", "", " ").injectNull(0.2);
    return Combinators.combine(label, number, number, number)
        .as((g, n, a, b) -> Arrays.asList(g, n, a, b))
        .list()
        .ofMaxSize(10);
  }

  @Provide
  Arbitrary<SilverRecipe> recipes() {
    Arbitrary<List<Shape>> shapes =
        Arbitraries.of(List.of(DOWN), List.of(ROWS), List.of(DOWN, ROWS), List.of(ROWS, DOWN));
    Arbitrary<ColumnType> types =
        Arbitraries.of(
            ColumnType.Simple.TEXT,
            ColumnType.Simple.INTEGER,
            ColumnType.Simple.DOUBLE,
            new ColumnType.Decimal(9, 2));
    Arbitrary<NullStrategy> nulls =
        Arbitraries.of(NullStrategy.KEEP_NULL, NullStrategy.FILL_DEFAULT, NullStrategy.DROP_ROW);
    Arbitrary<List<RowFilter>> filters =
        Arbitraries.of(
            List.of(), List.of(filter("g", "NOT IN ('Total')")), List.of(filter("n", "NOT NULL")));
    return Combinators.combine(
            shapes, types, nulls, filters, Arbitraries.of(Deduplication.Strategy.class))
        .as((shape, type, strategy, left, duplicates) -> {
          List<SilverColumn> columns = new ArrayList<>();
          columns.add(text("g"));
          columns.add(number("n", type, strategy));
          if (shape.contains(ROWS)) {
            columns.add(text("which"));
            columns.add(number("v", type, strategy));
          } else {
            columns.add(number("a", type, strategy));
          }
          return new SilverRecipe(columns, new Deduplication(List.of("g"), duplicates, null))
              .withShape(shape)
              .withFilters(left);
        });
  }

  private static RowFilter filter(String column, String keep) {
    return new RowFilter("of " + column, column, Validation.parse(keep), null, null);
  }

  private static SilverColumn text(String name) {
    return new SilverColumn(
        name, name, ColumnType.Simple.TEXT, null, null, null, null, null, null, null);
  }

  private static SilverColumn number(String name, ColumnType type, NullStrategy strategy) {
    return new SilverColumn(
        name,
        name,
        type,
        null,
        null,
        strategy,
        strategy == NullStrategy.FILL_DEFAULT ? "7" : null,
        null,
        null,
        null);
  }
}

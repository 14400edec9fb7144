package dev.assay.silver;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.assay.model.Ledger;
import dev.assay.model.Problem;
import dev.assay.model.UserError;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class ReshapingTest {
  private final SilverHarness house = new SilverHarness();

  @AfterEach
  void close() {
    house.close();
  }

  private static List<String> row(String... cells) {
    return Arrays.asList(cells);
  }

  @Test
  void blankLabelsTakeTheNearestValueAbove() {
    house.bronze(
        List.of("region", "city", "amount"),
        List.of(
            row(null, "Nowhere", "1"),
            row("North", "Oslo", "2"),
            row("", "Bergen", "3"),
            row(" ", "Narvik", "4"),
            row("South", "Rome", "5"),
            row(null, "Bari", "x")));
    Ledger ledger =
        house.build(
            """
            {"columns": [{"source_column": "region"}, {"source_column": "city"},
                         {"source_column": "amount", "target_type": "INTEGER"}],
             "shape": [{"shape": "fill_down", "columns": ["Region"]}]}\
            """);

    assertThat(house.silver("region, city"))
        .containsExactly(
            row(null, "Nowhere").stream().map(Object.class::cast).toList(),
            List.of("North", "Oslo"),
            List.of("North", "Bergen"),
            List.of("North", "Narvik"),
            List.of("South", "Rome"));
    // A cell of blanks had come: it was emptied and then took the value above.
    assertThat(ledger.cells().getFirst())
        .isEqualTo(new Ledger.Cells("region", 3, 2, 0, 1, 0, 0, 0, 2));
    assertThat(ledger.rejected()).isEqualTo(1);
    assertThat(ledger.balances()).isTrue();
    assertThat(house.rows("SELECT region FROM bronze_orders_raw WHERE region IS NOT NULL"))
        .hasSize(4);
  }

  @Test
  void whatCameFromAboveIsNoPartOfTheTotalsOfTheSource() {
    house.bronze(
        List.of("price", "item"),
        List.of(row("10", "a"), row(null, "b"), row("x", "c"), row(null, "skip")));
    Ledger ledger =
        house.build(
            """
            {"columns": [{"source_column": "price", "target_type": "INTEGER"},
                         {"source_column": "item"}],
             "shape": [{"shape": "fill_down", "columns": ["price"]}],
             "filters": [{"name": "skipped", "column": "item", "keep": "<> 'skip'"}]}\
            """);

    assertThat(house.silver("price, item")).containsExactly(List.of(10L, "a"), List.of(10L, "b"));
    assertThat(house.rejected())
        .containsExactly(
            List.of(4L, List.of("invalid_price")), List.of(5L, List.of("filtered_skipped")));
    Ledger.Total total = ledger.measures().getFirst();
    assertThat(List.of(total.readable(), total.silver(), total.filled()))
        .containsExactly("10", "20", "10");
    assertThat(ledger.balances()).isTrue();
  }

  @Test
  void fillingDownStaysWithinOneLoad() {
    house.bronze(List.of("region"), List.of(row("North"), row((String) null)));
    house.execute("UPDATE bronze_orders_raw SET _load_id = 2 WHERE _row_no = 3");
    house.build(
        """
        {"columns": [{"source_column": "region"}],
         "shape": [{"shape": "fill_down", "columns": ["region"]}]}\
        """);
    assertThat(house.rows("SELECT count(region), count(*) FROM silver_orders_cleaned"))
        .containsExactly(List.of(1L, 2L));
  }

  @Test
  void columnsBecomeRowsAndARowWithoutAnyValueDoesNotDisappear() {
    house.bronze(
        List.of("country", "2019", "2020", "2021"),
        List.of(
            row("NO", "1", "2", "3"),
            row("SE", null, "", "6"),
            row("DK", null, null, null),
            row("FI", " ", "x", "9")));
    Ledger ledger =
        house.build(
            """
            {"columns": [{"source_column": "country"},
                         {"source_column": "year", "target_type": "INTEGER"},
                         {"source_column": "amount", "target_type": "INTEGER"}],
             "shape": [{"shape": "unpivot", "columns": ["2019", "2020", "2021"], "name_column": "year", "value_column": "amount"}]}\
            """);

    assertThat(
            house.rows(
                "SELECT _row_no, _part, country, year, amount FROM silver_orders_cleaned ORDER BY"
                    + " ALL"))
        .containsExactly(
            List.of(2L, 1L, "NO", 2019L, 1L),
            List.of(2L, 2L, "NO", 2020L, 2L),
            List.of(2L, 3L, "NO", 2021L, 3L),
            List.of(3L, 3L, "SE", 2021L, 6L),
            Arrays.asList(4L, 0L, "DK", null, null),
            Arrays.asList(5L, 1L, "FI", 2019L, null),
            List.of(5L, 3L, "FI", 2021L, 9L));
    assertThat(house.rows("SELECT _row_no, _part, reasons FROM silver_orders_rejected"))
        .containsExactly(List.of(5L, 2L, List.of("invalid_amount")));
    assertThat(ledger.bronze()).isEqualTo(4);
    assertThat(ledger.unpivoted()).isEqualTo(8);
    assertThat(ledger.silver()).isEqualTo(7);
    assertThat(ledger.cells())
        .containsExactly(
            new Ledger.Cells("country", 8, 7, 0, 0, 1, 0, 0, 0),
            new Ledger.Cells("year", 7, 6, 0, 0, 1, 0, 0, 0),
            new Ledger.Cells("amount", 7, 5, 0, 1, 1, 0, 0, 0));
    assertThat(ledger.balances()).isTrue();
  }

  @Test
  void partsOfOneRowAreNoCopiesOfEachOtherButPartsOfCopiesAre() {
    house.bronze(
        List.of("id", "a", "b"),
        List.of(row("1", "5", "5"), row("1", "5", "5"), row("2", "5", null)));
    Ledger ledger =
        house.build(
            """
            {"columns": [{"source_column": "id"}, {"source_column": "which"}, {"source_column": "n", "target_type": "INTEGER"}],
             "deduplication": {"key_columns": ["id"], "strategy": "REMOVE_EXACT"},
             "shape": [{"shape": "unpivot", "columns": ["a", "b"], "name_column": "which", "value_column": "n"}]}\
            """);

    assertThat(ledger.silver()).isEqualTo(3);
    assertThat(house.rows("SELECT * FROM silver_orders_duplicates ORDER BY ALL"))
        .containsExactly(List.of(1L, 3L, 1L, 1L, 2L, 1L), List.of(1L, 3L, 2L, 1L, 2L, 2L));
    assertThat(ledger.balances()).isTrue();

    Ledger latest =
        house.build(
            """
            {"columns": [{"source_column": "id"}, {"source_column": "which"}, {"source_column": "n", "target_type": "INTEGER"}],
             "deduplication": {"key_columns": ["id", "which"], "strategy": "KEEP_LATEST", "order_by": "n"},
             "shape": [{"shape": "unpivot", "columns": ["a", "b"], "name_column": "which", "value_column": "n"}]}\
            """);
    assertThat(latest.silver()).isEqualTo(3);
    assertThat(latest.duplicates()).isEqualTo(2);
  }

  @Test
  void listsEveryProblemOfTheSteps() {
    house.bronze(List.of("a", "b", "c"), List.of(row("x", "1", "2")));
    assertThatThrownBy(() ->
            house.build(
                """
                {"columns": [{"source_column": "a"}, {"source_column": "b"}],
                 "shape": [{"shape": "fill_down", "columns": ["b", "z"]},
                           {"shape": "unpivot", "columns": ["b", "c"], "name_column": "A", "value_column": "_row_no"},
                           {"shape": "unpivot", "columns": ["c"], "name_column": "n", "value_column": "v"}]}\
                """))
        .isInstanceOfSatisfying(
            UserError.class,
            e ->
                assertThat(e.problems())
                    .extracting(Problem::pointer)
                    .containsExactlyInAnyOrder(
                        "/shape/0/columns/1",
                        "/shape/1/name_column",
                        "/shape/1/value_column",
                        "/shape/2",
                        "/shape",
                        "/columns/1/source_column"));
  }
}

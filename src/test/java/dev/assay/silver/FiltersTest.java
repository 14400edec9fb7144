package dev.assay.silver;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.assay.model.Json;
import dev.assay.model.Ledger;
import dev.assay.model.Problem;
import dev.assay.model.UserError;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class FiltersTest {
  private final SilverHarness house = new SilverHarness();

  @AfterEach
  void close() {
    house.close();
  }

  private static List<String> row(String... cells) {
    return Arrays.asList(cells);
  }

  @Test
  void leavesRowsOutOnPurposeAndCountsThemApart() {
    house.bronze(
        List.of("region", "amount"),
        List.of(
            row("North", "10"),
            row("South", "20"),
            row("Total", "30"),
            row("South", "abc"),
            row(null, "5")));
    Ledger ledger =
        house.build(
            """
            {"columns": [{"source_column": "region"},
                         {"source_column": "amount", "target_type": "INTEGER"}],
             "filters": [{"name": "subtotals", "column": "region", "keep": "NOT IN ('Total')"}]}\
            """);

    assertThat(house.silver("region, amount"))
        .containsExactly(List.of("North", 10L), List.of("South", 20L), Arrays.asList(null, 5L));
    assertThat(ledger.filtered()).isEqualTo(1);
    assertThat(ledger.filterReasons()).isEqualTo(Map.of("subtotals", 1L));
    assertThat(ledger.rejected()).isEqualTo(1);
    assertThat(ledger.rejectionReasons()).isEqualTo(Map.of("invalid_amount", 1L));
    assertThat(house.rejected())
        .containsExactly(
            List.of(4L, List.of("filtered_subtotals")), List.of(5L, List.of("invalid_amount")));
    assertThat(ledger.balances()).isTrue();
    assertThat(ledger.cells().getLast())
        .isEqualTo(new Ledger.Cells("amount", 5, 3, 0, 0, 1, 0, 1, 0));
    assertThat(ledger.measures().getFirst().filtered()).isEqualTo("30");
  }

  @Test
  void aFilteredRowIsNotRejectedWhateverElseIsWrongWithIt() {
    house.bronze(
        List.of("who", "amount"), List.of(row("test", "abc"), row("ann", "abc"), row("test2", "")));
    Ledger ledger =
        house.build(
            """
            {"columns": [{"source_column": "who"},
                         {"source_column": "amount", "target_type": "INTEGER", "validation": "NOT NULL"}],
             "filters": [{"name": "test accounts", "column": "who", "keep": "NOT LIKE 'test%'"},
                         {"name": "seconds", "column": "who", "keep": "NOT LIKE '%2'"}]}\
            """);

    assertThat(house.rejected())
        .containsExactly(
            List.of(2L, List.of("filtered_test accounts")),
            List.of(3L, List.of("invalid_amount")),
            List.of(4L, List.of("filtered_test accounts", "filtered_seconds")));
    assertThat(ledger.filtered()).isEqualTo(2);
    assertThat(ledger.filterReasons()).isEqualTo(Map.of("test accounts", 2L, "seconds", 1L));
    assertThat(ledger.rejectionReasons()).isEqualTo(Map.of("invalid_amount", 1L));
    assertThat(ledger.balances()).isTrue();
  }

  @Test
  void aFilteredRowTakesNoPartInDeduplicationNorInUniqueness() {
    house.bronze(
        List.of("id", "state", "version"),
        List.of(
            row("1", "ok", "1"),
            row("1", "draft", "9"),
            row("2", "ok", "1"),
            row("3", "ok", "2"),
            row("3", "ok", "1")));
    Ledger ledger =
        house.build(
            """
            {"columns": [{"source_column": "id", "target_type": "INTEGER", "validation": "UNIQUE"},
                         {"source_column": "version", "target_type": "INTEGER"}],
             "deduplication": {"key_columns": ["id"], "strategy": "KEEP_LATEST", "order_by": "version"},
             "filters": [{"name": "drafts", "column": "state", "keep": "<> 'draft'"}]}\
            """);

    assertThat(house.silver("id, version"))
        .containsExactly(List.of(1L, 1L), List.of(2L, 1L), List.of(3L, 2L));
    assertThat(house.duplicates()).containsExactly(List.of(6L, 5L));
    assertThat(ledger.filtered()).isEqualTo(1);
    assertThat(ledger.balances()).isTrue();
  }

  @Test
  void looksAtTheTypedValueAtTheRawTextOrAtASourceColumnThatIsNotPublished() {
    house.bronze(
        List.of("amount", "note"),
        List.of(row("007", " skip "), row("7", "a"), row("70", "skip"), row("-1", null)));
    Ledger typed =
        house.build(
            """
            {"columns": [{"source_column": "amount", "target_type": "INTEGER"}],
             "filters": [{"name": "small", "column": "amount", "keep": "> 6"}]}\
            """);
    assertThat(typed.filterReasons()).isEqualTo(Map.of("small", 1L));

    Ledger raw =
        house.build(
            """
            {"columns": [{"source_column": "amount", "target_type": "INTEGER"}],
             "filters": [{"name": "padded", "column": "amount", "keep": "NOT LIKE '0%'", "as_received": true}]}\
            """);
    assertThat(raw.filterReasons()).isEqualTo(Map.of("padded", 1L));
    assertThat(house.rejected()).containsExactly(List.of(2L, List.of("filtered_padded")));

    Ledger hidden =
        house.build(
            """
            {"columns": [{"source_column": "amount", "target_type": "INTEGER"}],
             "filters": [{"name": "skipped", "column": "note", "keep": "NOT IN ('skip')"}]}\
            """);
    assertThat(hidden.filtered()).isEqualTo(2);
    assertThat(hidden.balances()).isTrue();
    assertThat(house.engine.columns("silver_orders_cleaned").orElseThrow())
        .extracting("name")
        .containsExactly("_load_id", "_row_no", "amount");
  }

  @Test
  void aMissingValueMeetsAllButNotNull() {
    house.bronze(List.of("a"), List.of(row((String) null), row(""), row(" "), row("x")));
    String recipe =
        """
        {"columns": [{"source_column": "a", "cleaning": [{"step": "trim"}]}],
         "filters": [{"name": "blank", "column": "a", "keep": "%s"}]}\
        """;
    assertThat(house.build(recipe.formatted("<> 'y'")).filtered()).isZero();
    assertThat(house.build(recipe.formatted("NOT NULL")).filtered()).isEqualTo(3);
    assertThat(house.build(recipe.formatted("REJECT NOT NULL")).filtered()).isEqualTo(3);
  }

  @Test
  void listsEveryProblemOfTheFilters() {
    house.bronze(List.of("a", "n"), List.of(row("x", "1")));
    assertThatThrownBy(() ->
            house.build(
                """
                {"columns": [{"source_column": "n", "target_type": "INTEGER"}],
                 "filters": [
                   {"name": "", "column": "n", "keep": "> 'x'"},
                   {"name": "b", "column": "nn", "keep": "> 1"},
                   {"name": "B", "column": "n"},
                   {"name": "c", "column": "n", "keep": "WARN UNIQUE"}]}\
                """))
        .isInstanceOfSatisfying(
            UserError.class,
            e ->
                assertThat(e.problems())
                    .extracting(Problem::pointer)
                    .containsExactlyInAnyOrder(
                        "/filters/0/name",
                        "/filters/0/keep",
                        "/filters/1/column",
                        "/filters/2/name",
                        "/filters/2/keep",
                        "/filters/3/keep"));
  }

  @Test
  void readsLedgersOfBeforeThereWereFilters() {
    Ledger old =
        Json.read(
            """
            {"bronze": 3, "silver": 1, "rejected": 1, "duplicates": 1, "rejection_reasons": {"null_a": 1},
             "warnings": {},
             "cells": [{"column": "a", "raw": 2, "kept": 1, "changed": 0, "emptied": 0, "rejected": 0, "duplicates": 1, "filled": 0}],
             "measures": [{"column": "a", "readable": "6", "silver": "1", "rejected": "3", "duplicates": "2", "filled": "0", "exact": true}]}\
            """,
            Ledger.class);
    assertThat(old.filtered()).isZero();
    assertThat(old.filterReasons()).isEmpty();
    assertThat(old.balances()).isTrue();
  }
}

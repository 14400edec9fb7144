package dev.assay.model;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;

/**
 * The account of a Silver build: where every row and every cell of Bronze went. A row has one fate:
 * one that is left out on purpose is filtered, whatever else is wrong with it.
 *
 * @param bronze rows in Bronze
 * @param unpivoted rows that these become where the recipe makes rows of columns: one a cell that
 *     has a value, and one a row that has none; null where rows stay rows
 * @param silver rows in Silver
 * @param rejected rows that were refused
 * @param duplicates rows removed as duplicates
 * @param filtered rows that were left out on purpose; 0 in ledgers of before there were filters
 * @param rejectionReasons rows by reason; a row with two reasons counts under both
 * @param filterReasons rows by filter; a row that two filters leave out counts under both
 * @param warnings rows by violated validation of severity WARN
 * @param cells an account per column
 * @param measures an account per numeric column
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Ledger(
    long bronze,
    Long unpivoted,
    long silver,
    long rejected,
    long duplicates,
    long filtered,
    Map<String, Long> rejectionReasons,
    Map<String, Long> filterReasons,
    Map<String, Long> warnings,
    List<Cells> cells,
    List<Total> measures) {
  public Ledger {
    filterReasons = filterReasons == null ? Map.of() : filterReasons;
  }

  /** A ledger of a recipe without filters. */
  public Ledger(
      long bronze,
      long silver,
      long rejected,
      long duplicates,
      Map<String, Long> rejectionReasons,
      Map<String, Long> warnings,
      List<Cells> cells,
      List<Total> measures) {
    this(
        bronze,
        null,
        silver,
        rejected,
        duplicates,
        0,
        rejectionReasons,
        Map.of(),
        warnings,
        cells,
        measures);
  }

  /** Whether nothing disappeared: rows, cells and totals all add up. */
  public boolean balances() {
    return rowsBalance()
        && cells.stream().allMatch(Cells::balances)
        && measures.stream().allMatch(Total::balances);
  }

  /** The account after the rejected rows were judged again, which {@code again} is of. */
  public Ledger replayed(Ledger again) {
    Map<String, Long> warned = new java.util.TreeMap<>(warnings);
    again.warnings.forEach((name, rows) -> warned.merge(name, rows, Long::sum));
    List<Cells> cellsNow = new java.util.ArrayList<>();
    for (int i = 0; i < cells.size(); i++) {
      cellsNow.add(cells.get(i).replayed(again.cells.get(i)));
    }
    List<Total> totalsNow = new java.util.ArrayList<>();
    for (int i = 0; i < measures.size(); i++) {
      totalsNow.add(measures.get(i).replayed(again.measures.get(i)));
    }
    return new Ledger(
        bronze - rejected + again.bronze,
        unpivoted,
        silver + again.silver,
        again.rejected,
        duplicates + again.duplicates,
        filtered + again.filtered,
        again.rejectionReasons,
        filterReasons,
        warned,
        cellsNow,
        totalsNow);
  }

  /** Whether every row has exactly one fate. */
  public boolean rowsBalance() {
    return rows() == silver + leftOut();
  }

  /** Rows that have a fate: those of Bronze, or what they become. */
  public long rows() {
    return unpivoted == null ? bronze : unpivoted;
  }

  /** Rows that are not in Silver, for whatever reason. */
  public long leftOut() {
    return rejected + duplicates + filtered;
  }

  /**
   * The account of one column's non-empty raw cells.
   *
   * @param column Silver name
   * @param raw non-empty cells in Bronze, counted there
   * @param kept cells in Silver whose text is the raw text
   * @param changed cells in Silver whose text differs
   * @param emptied cells that a null token of the recipe made missing
   * @param rejected cells in rejected rows
   * @param duplicates cells in duplicate rows
   * @param filtered cells in filtered rows
   * @param filled missing cells that the null strategy filled or that took the value above them;
   *     not part of the balance
   */
  public record Cells(
      String column,
      long raw,
      long kept,
      long changed,
      long emptied,
      long rejected,
      long duplicates,
      long filtered,
      long filled) {

    /** A column of a recipe without filters. */
    public Cells(
        String column,
        long raw,
        long kept,
        long changed,
        long emptied,
        long rejected,
        long duplicates,
        long filled) {
      this(column, raw, kept, changed, emptied, rejected, duplicates, 0, filled);
    }

    public boolean balances() {
      return raw == kept + changed + emptied + rejected + duplicates + filtered;
    }

    private Cells replayed(Cells again) {
      return new Cells(
          column,
          raw - rejected + again.raw,
          kept + again.kept,
          changed + again.changed,
          emptied + again.emptied,
          again.rejected,
          duplicates + again.duplicates,
          filtered + again.filtered,
          filled + again.filled);
    }
  }

  /**
   * The account of one numeric column's total.
   *
   * @param column Silver name
   * @param readable sum of every readable raw value
   * @param silver sum in Silver
   * @param rejected sum of the readable values in rejected rows
   * @param duplicates sum in duplicate rows
   * @param filtered sum in filtered rows
   * @param filled sum of what the null strategy put in or what came from cells above
   * @param exact whether the type is exact; DOUBLE totals balance to a relative 1e-9
   */
  public record Total(
      String column,
      String readable,
      String silver,
      String rejected,
      String duplicates,
      String filtered,
      String filled,
      boolean exact) {
    public Total {
      filtered = filtered == null ? "0" : filtered;
    }

    /** A column of a recipe without filters. */
    public Total(
        String column,
        String readable,
        String silver,
        String rejected,
        String duplicates,
        String filled,
        boolean exact) {
      this(column, readable, silver, rejected, duplicates, "0", filled, exact);
    }

    public boolean balances() {
      BigDecimal difference =
          new BigDecimal(readable)
              .subtract(new BigDecimal(silver))
              .add(new BigDecimal(filled))
              .subtract(new BigDecimal(rejected))
              .subtract(new BigDecimal(duplicates))
              .subtract(new BigDecimal(filtered))
              .abs();
      if (exact) {
        return difference.signum() == 0;
      }
      double scale = Math.max(1.0, Math.abs(Double.parseDouble(readable)));
      return difference.doubleValue() <= scale * 1e-9;
    }

    private Total replayed(Total again) {
      return new Total(
          column,
          new java.math.BigDecimal(sum(readable, again.readable))
              .subtract(new java.math.BigDecimal(rejected))
              .toPlainString(),
          sum(silver, again.silver),
          again.rejected,
          sum(duplicates, again.duplicates),
          sum(filtered, again.filtered),
          sum(filled, again.filled),
          exact);
    }

    private static String sum(String one, String other) {
      return new java.math.BigDecimal(one).add(new java.math.BigDecimal(other)).toPlainString();
    }
  }
}

package dev.assay.model;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import java.util.Map;

/**
 * The account of a Silver build: where every row and every cell of Bronze went.
 *
 * @param bronze rows in Bronze
 * @param silver rows in Silver
 * @param rejected rows in the rejected table
 * @param duplicates rows removed as duplicates
 * @param rejectionReasons rows by reason; a row with two reasons counts under both
 * @param warnings rows by violated validation of severity WARN
 * @param cells an account per column
 * @param measures an account per numeric column
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Ledger(
    long bronze,
    long silver,
    long rejected,
    long duplicates,
    Map<String, Long> rejectionReasons,
    Map<String, Long> warnings,
    List<Cells> cells,
    List<Total> measures) {

  /** Whether nothing disappeared: rows, cells and totals all add up. */
  public boolean balances() {
    return bronze == silver + rejected + duplicates
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
        silver + again.silver,
        again.rejected,
        duplicates + again.duplicates,
        again.rejectionReasons,
        warned,
        cellsNow,
        totalsNow);
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
   * @param filled missing cells that the null strategy filled; not part of the balance
   */
  public record Cells(
      String column,
      long raw,
      long kept,
      long changed,
      long emptied,
      long rejected,
      long duplicates,
      long filled) {
    public boolean balances() {
      return raw == kept + changed + emptied + rejected + duplicates;
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
   * @param filled sum of what the null strategy put in
   * @param exact whether the type is exact; DOUBLE totals balance to a relative 1e-9
   */
  public record Total(
      String column,
      String readable,
      String silver,
      String rejected,
      String duplicates,
      String filled,
      boolean exact) {
    public boolean balances() {
      var expected = new java.math.BigDecimal(silver).subtract(new java.math.BigDecimal(filled));
      var difference =
          new java.math.BigDecimal(readable)
              .subtract(expected)
              .subtract(new java.math.BigDecimal(rejected))
              .subtract(new java.math.BigDecimal(duplicates))
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
          sum(filled, again.filled),
          exact);
    }

    private static String sum(String one, String other) {
      return new java.math.BigDecimal(one).add(new java.math.BigDecimal(other)).toPlainString();
    }
  }
}

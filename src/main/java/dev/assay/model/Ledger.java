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
  }
}

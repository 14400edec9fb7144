package dev.assay.model;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.List;
import java.util.Locale;

/**
 * What an edited recipe would change of the published Silver, row by row and on all rows, found
 * without publishing anything.
 *
 * @param table the Silver table
 * @param before the account of what is published; null where none is on record
 * @param after the account that would be published
 * @param rows how many rows fare differently
 * @param movements the rows that fare differently, by what they were and what they would be
 * @param columns the columns on either side, in the order that they would have, those that would go
 *     last
 * @param reasons why rows are left out, before and after, the greatest change first
 * @param recipe how the recipe differs from the one that was published; empty where only the data
 *     has changed
 * @param gold what would become of each Gold table that is there
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record SilverDifference(
    String table,
    Ledger before,
    Ledger after,
    Counts rows,
    List<Movement> movements,
    List<ColumnChange> columns,
    List<ReasonChange> reasons,
    List<RecipeChange> recipe,
    List<GoldDifference> gold) {

  /** Where a row is. */
  public enum Fate {
    /** Not there: its Bronze row is new, or gone. */
    ABSENT,
    SILVER,
    REJECTED,
    DUPLICATE,
    /** Left out on purpose. */
    FILTERED;

    @JsonValue
    public String text() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /**
   * How many rows fare differently. A row may count twice: one that is newly rejected leaves Silver
   * too.
   *
   * @param unchanged in Silver before and after, with the same value in every column of both
   * @param changed in Silver before and after, with another value in some column of both
   * @param entered come into Silver
   * @param left go from Silver
   * @param rejected would be rejected and were not
   * @param rescued were rejected and would be in Silver
   * @param becameDuplicates would be duplicates and were not
   * @param ceasedDuplicates were duplicates and would not be
   * @param filtered would be left out on purpose and were not
   */
  public record Counts(
      long unchanged,
      long changed,
      long entered,
      long left,
      long rejected,
      long rescued,
      long becameDuplicates,
      long ceasedDuplicates,
      long filtered) {}

  /**
   * Rows that go the same way. From Silver to Silver are those whose values change; from rejected
   * to rejected those with other reasons; from duplicate to duplicate those that another row stands
   * for.
   *
   * @param examples up to ten, of as many kinds as there are
   */
  public record Movement(Fate from, Fate to, long rows, List<RowChange> examples) {}

  /**
   * One row that fares differently.
   *
   * @param part which of the rows that one Bronze row becomes; null where it becomes only one
   * @param reasonsBefore why it was left out, or null
   * @param reasonsAfter why it would be left out, or null
   * @param keptBefore the row that stood for it, as LOAD:ROW, or null
   * @param keptAfter the row that would stand for it, or null
   * @param cells its Silver values; a side on which it is not in Silver has none
   */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  public record RowChange(
      long loadId,
      long rowNo,
      Long part,
      List<String> reasonsBefore,
      List<String> reasonsAfter,
      String keptBefore,
      String keptAfter,
      List<CellChange> cells) {}

  /**
   * One cell.
   *
   * @param before as text; null where missing
   * @param after as text; null where missing
   * @param changed whether the row is in Silver on both sides and the column is, and they differ
   */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  public record CellChange(String column, String before, String after, boolean changed) {}

  /**
   * One column, over the rows that are in Silver before and after.
   *
   * @param columnBefore what it is called before; null where its name stays, or it is new
   * @param typeBefore null for a column that is new
   * @param typeAfter null for a column that would go
   * @param changed cells with another value; where types differ, with another text
   * @param filled those of them that were missing
   * @param emptied those of them that would be missing
   */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  public record ColumnChange(
      String column,
      String columnBefore,
      String typeBefore,
      String typeAfter,
      long changed,
      long filled,
      long emptied) {}

  /** Rows that are left out for a reason, before and after. */
  public record ReasonChange(String reason, long before, long after) {}

  /** Whether nothing at all would be different. */
  public boolean none() {
    return movements.isEmpty()
        && recipe.isEmpty()
        && columns.stream()
            .allMatch(column ->
                column.columnBefore() == null
                    && column.typeBefore() != null
                    && column.typeBefore().equals(column.typeAfter()))
        && gold.stream().allMatch(GoldDifference::none);
  }
}

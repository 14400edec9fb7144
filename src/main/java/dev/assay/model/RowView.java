package dev.assay.model;

import java.util.List;

/**
 * How somebody looks at the rows of a table.
 *
 * @param criteria what the rows have to meet
 * @param sort the column to sort by; null for load order
 * @param cells the most characters of a text; one more comes where there is more; null for all
 */
public record RowView(List<RowCriterion> criteria, String sort, boolean descending, Integer cells) {
  /** Every row, whole, in load order. */
  public static final RowView ALL = new RowView(List.of(), null, false, null);

  public RowView {
    criteria = List.copyOf(criteria);
  }
}

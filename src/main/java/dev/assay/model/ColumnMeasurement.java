package dev.assay.model;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;

/**
 * What all rows say about one column as it was edited, before anything is built.
 *
 * @param column the column with its defaults settled and its steps as SQL
 * @param evidence measured on all rows
 * @param violated values that do not meet the column's validation, UNIQUE and NOT NULL aside
 * @param examples up to ten raw values with what becomes of them: such as fail first, then such as
 *     change, then others; none of a masked column
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record ColumnMeasurement(
    SilverColumn column, Evidence evidence, long violated, List<ValueChange> examples) {

  /**
   * A raw value and what becomes of it.
   *
   * @param before as received
   * @param after as Silver would show it; null where it is missing or cannot be read
   * @param failed whether it cannot be read
   */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  public record ValueChange(String before, String after, boolean failed) {}
}

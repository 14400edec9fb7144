package dev.assay.model;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;

/**
 * One raw value that a person has put right: it takes the place of the received one in every row of
 * the same content, survives rebuilds and can be taken back.
 *
 * @param id its number in the source
 * @param rowHash content of the rows that it is about
 * @param column Bronze column
 * @param value what takes the place of what was received; null for missing
 * @param because why, in words; may be null
 * @param createdAt when
 * @param rows rows of Bronze that it applies to now; 0 for an orphan
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record CellOverride(
    long id,
    String rowHash,
    String column,
    String value,
    String because,
    Instant createdAt,
    long rows) {
  public CellOverride withRows(long rows) {
    return new CellOverride(id, rowHash, column, value, because, createdAt, rows);
  }

  /** Whether both put the same value in the same place. */
  public boolean sameAs(CellOverride other) {
    return rowHash.equals(other.rowHash)
        && column.equals(other.column)
        && java.util.Objects.equals(value, other.value);
  }
}

package dev.assay.model;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;

/**
 * Some rows for reading.
 *
 * @param columns names and types
 * @param rows values in column order: JSON numbers only where they are exact (integers up to 2^53,
 *     doubles), else text
 * @param total how many rows there are in all, or null when not counted
 * @param truncated whether a limit cut them off
 * @param sql the SQL that read them, or null
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Rows(
    List<Column> columns, List<List<Object>> rows, Long total, boolean truncated, String sql) {
  /** A column's name and the engine's name of its type. */
  public record Column(String name, String type) {}
}

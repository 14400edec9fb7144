package dev.assay.model;

import java.util.List;

/**
 * How Bronze is read from its origin.
 *
 * @param dialect as detected or decided
 * @param columns the Bronze columns, in file order
 */
public record Landing(CsvDialect dialect, List<Column> columns) implements Recipe {
  /**
   * One Bronze column.
   *
   * @param header exactly as the file has it; empty when it has none
   * @param name the column's name in the Bronze table: the header itself unless that is blank,
   *     taken (names ignore case) or reserved
   */
  public record Column(String header, String name) {}

  @Override
  public Layer layer() {
    return Layer.BRONZE;
  }
}

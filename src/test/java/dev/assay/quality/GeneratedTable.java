package dev.assay.quality;

import java.util.List;

/**
 * Columns that were received in one file; all are scored, and each may be evidence for the others.
 *
 * @param file its name
 * @param columns of as many cells each
 */
public record GeneratedTable(String file, List<GeneratedColumn> columns) {
  public GeneratedTable {
    columns = List.copyOf(columns);
    int rows = columns.getFirst().cells().size();
    if (columns.stream().anyMatch(column -> column.cells().size() != rows)) {
      throw new IllegalArgumentException("Columns of a table have as many cells each.");
    }
  }

  /** A file of one column. */
  public static GeneratedTable alone(GeneratedColumn column) {
    return new GeneratedTable("data.csv", List.of(column));
  }
}

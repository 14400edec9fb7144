package dev.assay.source.excel;

import java.io.IOException;
import java.util.List;

/** The rows of a sheet, in order; rows in which no cell has a value are left out. */
interface SheetRows extends AutoCloseable {
  /** Cells that are shown as one. Rows and columns count from 1. */
  record Merge(int firstRow, int lastRow, int firstColumn, int lastColumn) {
    boolean covers(int row, int column) {
      return row >= firstRow && row <= lastRow && column >= firstColumn && column <= lastColumn;
    }
  }

  /** Reads the next row; false when there is none. */
  boolean next(SheetRow row) throws IOException;

  /** From now on only whether a cell has a value matters, not which. */
  void outline();

  /** The merged cells; known once {@link #next} has said false. */
  List<Merge> merges();

  /** How many rows the sheet says that it has, before they are read; 0 where it says nothing. */
  int promisedRows();

  /** The last column that the sheet says that it has, from 1; 0 where it says nothing. */
  int promisedColumns();

  /** How much is read, from 0 to 1. */
  double progress();

  @Override
  void close() throws IOException;
}

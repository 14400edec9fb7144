package dev.assay.source.excel;

import dev.assay.source.RecordBatch;
import java.util.Arrays;

/** One row of a sheet, used again for the next. Columns count from 0. */
final class SheetRow {
  static final int MOST_COLUMNS = 1 << 14;
  static final int MOST_ROWS = 1 << 20;

  private byte[][] values = new byte[64][];
  private CellFormat[] formats = new CellFormat[64];
  private int number;
  private int end;
  private long bytes;

  /** Begins a row. {@code number} counts from 1. */
  void begin(int number) {
    Arrays.fill(values, 0, end, null);
    Arrays.fill(formats, 0, end, null);
    this.number = number;
    end = 0;
    bytes = 0;
  }

  /**
   * Sets a value.
   *
   * @param format how a number is shown, null where the value is no number
   */
  void set(int column, byte[] utf8, CellFormat format) {
    if (column >= values.length) {
      int size = Math.min(MOST_COLUMNS, Math.max(column + 1, values.length * 2));
      values = Arrays.copyOf(values, size);
      formats = Arrays.copyOf(formats, size);
    }
    // Cells may share a text that the file holds once: counted is what they come to.
    bytes += utf8.length - (values[column] == null ? 0 : values[column].length);
    if (bytes > RecordBatch.LONGEST_RECORD) {
      throw new Damage.Excess("more than 64 MiB of text in its row " + number);
    }
    values[column] = utf8;
    formats[column] = format;
    end = Math.max(end, column + 1);
  }

  int number() {
    return number;
  }

  /** One more than the last column that has a value. */
  int end() {
    return end;
  }

  /** How many bytes its values have. */
  long bytes() {
    return bytes;
  }

  /** In UTF-8, null where there is no value. */
  byte[] value(int column) {
    return column < end ? values[column] : null;
  }

  CellFormat format(int column) {
    return column < end ? formats[column] : null;
  }

  /** Whether a cell has a value that is not the empty text. */
  boolean isFilled(int column) {
    byte[] value = value(column);
    return value != null && value.length > 0;
  }

  /** Whether any cell from {@code from} and before {@code to} has a value that can be seen. */
  boolean isFilled(int from, int to) {
    for (int column = from; column < Math.min(to, end); column++) {
      if (isFilled(column)) {
        return true;
      }
    }
    return false;
  }
}

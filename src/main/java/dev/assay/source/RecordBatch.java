package dev.assay.source;

import java.nio.charset.StandardCharsets;

/**
 * Some records of a table, each with the number that leads back to it in its origin: the row of a
 * sheet, the line of a file, else a count from 1. Unique and growing within one reading.
 */
public final class RecordBatch {
  private final byte[][] values;
  private final long[] numbers;
  private final int columns;
  private final int capacity;
  private int rows;

  public RecordBatch(int columns, int capacity) {
    this.columns = columns;
    this.capacity = capacity;
    this.values = new byte[columns * capacity][];
    this.numbers = new long[capacity];
  }

  public void clear() {
    java.util.Arrays.fill(values, 0, rows * columns, null);
    rows = 0;
  }

  public boolean isFull() {
    return rows == capacity;
  }

  /** Begins the next record; its values are missing until they are set. */
  public void begin(long number) {
    numbers[rows++] = number;
  }

  /** Sets a value of the record begun last; null where it is missing. */
  public void set(int column, String text) {
    set(column, text == null ? null : text.getBytes(StandardCharsets.UTF_8));
  }

  /** As {@link #set(int, String)}, in UTF-8; the array is the batch's from now on. */
  public void set(int column, byte[] utf8) {
    values[(rows - 1) * columns + column] = utf8;
  }

  public int rows() {
    return rows;
  }

  public int columns() {
    return columns;
  }

  public long number(int row) {
    return numbers[row];
  }

  /** The value in UTF-8, null where it is missing. */
  public byte[] value(int row, int column) {
    return values[row * columns + column];
  }
}

package dev.assay.source;

import dev.assay.model.UserError;
import java.nio.charset.StandardCharsets;

/**
 * Some records of a table, each with the number that leads back to it in its origin: the row of a
 * sheet, the line of a file, else a count from 1. Unique and growing within one reading. Few long
 * records fill it as many short ones do, so that what it holds fits in memory whatever they are.
 */
public final class RecordBatch {
  /** Bytes of values with which it is full. */
  public static final int FULL = 16 << 20;

  /** Bytes that the values of one record may have. */
  public static final int LONGEST_RECORD = 64 << 20;

  private final byte[][] values;
  private final long[] numbers;
  private final int columns;
  private final int capacity;
  private int rows;
  private long bytes;
  private long recordBytes;

  public RecordBatch(int columns, int capacity) {
    this.columns = columns;
    this.capacity = capacity;
    this.values = new byte[columns * capacity][];
    this.numbers = new long[capacity];
  }

  public void clear() {
    java.util.Arrays.fill(values, 0, rows * columns, null);
    rows = 0;
    bytes = 0;
    recordBytes = 0;
  }

  public boolean isFull() {
    return rows == capacity || bytes + recordBytes >= FULL;
  }

  /** Begins the next record; its values are missing until they are set. */
  public void begin(long number) {
    bytes += recordBytes;
    recordBytes = 0;
    numbers[rows++] = number;
  }

  /** Sets a value of the record begun last; null where it is missing. */
  public void set(int column, String text) {
    set(column, text == null ? null : text.getBytes(StandardCharsets.UTF_8));
  }

  /** As {@link #set(int, String)}, in UTF-8; an array may be set often, so nobody changes it. */
  public void set(int column, byte[] utf8) {
    int place = (rows - 1) * columns + column;
    recordBytes += length(utf8) - length(values[place]);
    if (recordBytes > LONGEST_RECORD) {
      throw UserError.invalid(
          "The record "
              + numbers[rows - 1]
              + " has more than 64 MiB, and no row can be so long. Leave its longest column out, or"
              + " shorten what is in it.");
    }
    values[place] = utf8;
  }

  private static int length(byte[] utf8) {
    return utf8 == null ? 0 : utf8.length;
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

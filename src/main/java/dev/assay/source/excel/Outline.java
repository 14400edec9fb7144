package dev.assay.source.excel;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Where a sheet has values at all, with the values of its first rows. Rows count from 0 here. */
final class Outline {
  private static final int SAMPLE = 1_000;
  private static final int SAMPLED_CELLS = 1 << 20;
  private static final int SAMPLED_BYTES = 16 << 20;

  /** A row whose values are known; columns count from 0. */
  record Sampled(String[] cells, CellFormat[] formats) {
    String cell(int column) {
      return column < cells.length ? cells[column] : null;
    }

    CellFormat format(int column) {
      return column < formats.length ? formats[column] : null;
    }
  }

  private final List<Sampled> sample = new ArrayList<>();
  private int[] numbers = new int[1024];
  private int[] filled = new int[1024];
  private int[] firsts = new int[1024];
  private int[] lasts = new int[1024];
  private int size;
  private List<SheetRows.Merge> merges = List.of();

  private boolean whole;
  private int promisedColumns;

  private Outline() {}

  /** Reads a sheet to its end, or no more than the rows whose values are kept. */
  static Outline read(SheetRows rows, boolean whole) throws IOException {
    Outline outline = new Outline();
    SheetRow row = new SheetRow();
    int cells = 0;
    long bytes = 0;
    while (rows.next(row)) {
      if (!outline.add(row)) {
        continue;
      }
      if (cells < SAMPLED_CELLS && bytes < SAMPLED_BYTES && outline.size <= SAMPLE) {
        outline.sample.add(sampled(row));
        cells += row.end();
        bytes += row.bytes();
      } else if (whole) {
        rows.outline();
      } else {
        outline.size--;
        outline.promisedColumns = rows.promisedColumns();
        return outline;
      }
    }
    outline.whole = true;
    outline.merges = rows.merges();
    return outline;
  }

  private boolean add(SheetRow row) {
    int count = 0;
    int first = -1;
    int last = -1;
    for (int column = 0; column < row.end(); column++) {
      if (row.isFilled(column)) {
        count++;
        first = first < 0 ? column : first;
        last = column;
      }
    }
    if (count == 0) {
      return false;
    }
    if (size == numbers.length) {
      numbers = Arrays.copyOf(numbers, size * 2);
      filled = Arrays.copyOf(filled, size * 2);
      firsts = Arrays.copyOf(firsts, size * 2);
      lasts = Arrays.copyOf(lasts, size * 2);
    }
    numbers[size] = row.number();
    filled[size] = count;
    firsts[size] = first;
    lasts[size++] = last;
    return true;
  }

  private static Sampled sampled(SheetRow row) {
    String[] cells = new String[row.end()];
    CellFormat[] formats = new CellFormat[row.end()];
    for (int column = 0; column < cells.length; column++) {
      byte[] value = row.value(column);
      cells[column] = value == null ? null : new String(value, StandardCharsets.UTF_8);
      formats[column] = row.format(column);
    }
    return new Sampled(cells, formats);
  }

  /** Whether it goes to the end of the sheet; merged cells are only known there. */
  boolean isWhole() {
    return whole;
  }

  /** The last column that the sheet says it has where the end was not read, from 1; else 0. */
  int promisedColumns() {
    return promisedColumns;
  }

  /** Whether a row near the top has gaps that the next has not, as merged cells leave them. */
  boolean mayHaveGroups() {
    for (int row = 0; row + 1 < Math.min(20, sampled()); row++) {
      if (filled[row] > 1 && filled[row] < filled[row + 1]) {
        return true;
      }
    }
    return false;
  }

  /** How many rows have a value. */
  int size() {
    return size;
  }

  /** How many of them, from the first, are known by their values. */
  int sampled() {
    return sample.size();
  }

  Sampled sample(int row) {
    return sample.get(row);
  }

  /** The row's number in the sheet, from 1. */
  int number(int row) {
    return numbers[row];
  }

  /** How many of a row's cells have a value. */
  int filled(int row) {
    return filled[row];
  }

  /** The column of its first value. */
  int first(int row) {
    return firsts[row];
  }

  /** The column of its last value. */
  int last(int row) {
    return lasts[row];
  }

  List<SheetRows.Merge> merges() {
    return merges;
  }
}

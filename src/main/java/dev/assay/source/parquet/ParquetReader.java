package dev.assay.source.parquet;

import dev.assay.engine.ParquetRows;
import dev.assay.model.Landing;
import dev.assay.source.Content;
import dev.assay.source.RecordBatch;
import dev.assay.source.TableReader;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** The rows of a Parquet file, counted from 1. A column that the file lacks is missing in all. */
final class ParquetReader implements TableReader {
  private final Content content;
  private final ParquetRows rows;
  private final List<Optional<Integer>> wanted;
  private final long total;
  private byte[][][] chunk = new byte[0][][];
  private int held;
  private int at;
  private long count;

  ParquetReader(Content content, ParquetRows rows, Landing landing) {
    this.content = content;
    this.rows = rows;
    this.wanted = wanted(rows, landing);
    this.total = rows.count();
  }

  /** By header; of several that are the same each is taken once, in order. */
  private static List<Optional<Integer>> wanted(ParquetRows rows, Landing landing) {
    List<Optional<Integer>> wanted = new ArrayList<>();
    Set<Integer> taken = new HashSet<>();
    for (Landing.Column column : landing.columns()) {
      Optional<Integer> found = Optional.empty();
      for (int i = 0; i < rows.columns().size() && found.isEmpty(); i++) {
        if (rows.columns().get(i).header().equals(column.header()) && taken.add(i)) {
          found = Optional.of(i);
        }
      }
      wanted.add(found);
    }
    return wanted;
  }

  @Override
  public boolean next(RecordBatch batch) {
    while (!batch.isFull()) {
      if (at == held && !fetch()) {
        break;
      }
      batch.begin(++count);
      for (int column = 0; column < wanted.size(); column++) {
        byte[] value = chunk[column][at];
        if (value != null) {
          batch.set(column, value);
        }
      }
      at++;
      if (at == held) {
        break;
      }
    }
    return batch.rows() > 0;
  }

  private boolean fetch() {
    if (chunk.length == 0) {
      chunk = new byte[wanted.size()][1 << 11][];
    }
    held = rows.next(wanted, (row, column, utf8) -> chunk[column][row] = utf8);
    at = 0;
    return held > 0;
  }

  @Override
  public double progress() {
    return (double) count / Math.max(1, total);
  }

  @Override
  public void close() {
    try {
      rows.close();
    } finally {
      content.close();
    }
  }
}

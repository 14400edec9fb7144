package dev.assay.bronze;

import dev.assay.engine.RowSource;
import dev.assay.engine.Work;
import dev.assay.source.RecordBatch;
import dev.assay.source.TableReader;
import dev.assay.sql.LandingSql;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/**
 * Records that are read one by one, each with its number and its hash. One thread reads at a time;
 * while it does, others hash and hand over what they have read.
 */
final class RecordRows implements RowSource {
  private static final int MOST_CELLS = 1 << 17;

  private final TableReader reader;
  private final int columns;
  private final Work work;
  private long read;
  private boolean ended;

  RecordRows(TableReader reader, int columns, Work work) {
    this.reader = reader;
    this.columns = columns;
    this.work = work;
  }

  /** Records read so far, without those that were left out. */
  synchronized long read() {
    return read;
  }

  @Override
  public List<Column> columns() {
    List<Column> all = new ArrayList<>(columns + 2);
    all.add(new Column("_row_no", Kind.WHOLE_NUMBER));
    all.add(new Column("_row_hash", Kind.TEXT));
    for (int i = 0; i < columns; i++) {
      all.add(new Column(LandingSql.column(i), Kind.TEXT));
    }
    return all;
  }

  @Override
  public Part open() {
    return new RecordPart();
  }

  private synchronized boolean fill(RecordBatch batch) throws IOException {
    if (ended) {
      return false;
    }
    ended = !reader.next(batch);
    read += batch.rows();
    work.progress(reader.progress());
    return !ended;
  }

  private final class RecordPart implements Part {
    private final RowHash hash = new RowHash();
    private RecordBatch batch;

    @Override
    public int next(Chunk chunk) throws IOException {
      work.stopIfCancelled();
      if (batch == null) {
        batch = new RecordBatch(columns, Math.clamp(MOST_CELLS / columns, 1, chunk.capacity()));
      }
      batch.clear();
      if (!fill(batch)) {
        return 0;
      }
      write(chunk);
      return batch.rows();
    }

    private void write(Chunk chunk) {
      int rows = batch.rows();
      long[] numbers = new long[rows];
      byte[][] values = new byte[rows][];
      for (int row = 0; row < rows; row++) {
        numbers[row] = batch.number(row);
        values[row] = hash.of(batch, row);
      }
      chunk.wholeNumbers(0, numbers, rows);
      chunk.text(1, values);
      for (int column = 0; column < columns; column++) {
        for (int row = 0; row < rows; row++) {
          values[row] = batch.value(row, column);
        }
        chunk.text(column + 2, values);
      }
    }
  }
}

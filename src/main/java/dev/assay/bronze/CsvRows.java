package dev.assay.bronze;

import dev.assay.engine.RowSource;
import dev.assay.engine.Work;
import dev.assay.model.UserError;
import dev.assay.source.Malformed;
import dev.assay.source.delimited.CsvBatch;
import dev.assay.source.delimited.CsvReader;
import dev.assay.sql.LandingSql;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** The rows of a delimited file, each with its line number and its hash. */
final class CsvRows implements RowSource {
  private final CsvReader reader;
  private final int columns;
  private final Malformed.Sink malformed;
  private final String label;
  private final long size;
  private final Work work;

  /** {@code label} and {@code size} in bytes are the file's, for messages and for progress. */
  CsvRows(
      CsvReader reader, int columns, Malformed.Sink malformed, String label, long size, Work work) {
    this.reader = reader;
    this.columns = columns;
    this.malformed = malformed;
    this.label = label;
    this.size = size;
    this.work = work;
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
    return new CsvPart();
  }

  private final class CsvPart implements Part {
    private final RowHash hash = new RowHash();
    private final CellBuffers buffers = new CellBuffers();
    private CsvBatch batch;
    private long[] lines = new long[0];
    private byte[][] values = new byte[0][];

    @Override
    public int next(Chunk chunk) {
      work.stopIfCancelled();
      if (batch == null) {
        batch = new CsvBatch(reader, columns, chunk.capacity(), malformed);
        lines = new long[chunk.capacity()];
      }
      try {
        if (!batch.next()) {
          return 0;
        }
      } catch (IOException e) {
        throw new UserError(
            UserError.Kind.MACHINE,
            "The file " + label + " could not be read to its end: " + e.getMessage() + ".",
            e);
      }
      work.progress((double) reader.consumed() / Math.max(1, size));
      write(chunk);
      return batch.rows();
    }

    private void write(Chunk chunk) {
      int rows = batch.rows();
      if (values.length != rows) {
        values = new byte[rows][];
      }
      for (int row = 0; row < rows; row++) {
        lines[row] = batch.line(row);
      }
      chunk.wholeNumbers(0, lines, rows);
      buffers.reset();
      for (int row = 0; row < rows; row++) {
        values[row] = buffers.take(RowHash.LENGTH);
        hash.write(batch, row, columns, values[row]);
      }
      chunk.text(1, values);
      byte[] bytes = batch.bytes();
      for (int column = 0; column < columns; column++) {
        buffers.reset();
        for (int row = 0; row < rows; row++) {
          int length = batch.length(row, column);
          values[row] =
              length == CsvBatch.MISSING
                  ? null
                  : buffers.copy(bytes, batch.start(row, column), length);
        }
        chunk.text(column + 2, values);
      }
    }
  }
}

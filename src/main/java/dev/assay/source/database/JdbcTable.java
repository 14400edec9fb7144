package dev.assay.source.database;

import dev.assay.source.RecordBatch;
import dev.assay.source.TableReader;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;

/** Rows on their way from a database, a few thousand at a time. */
final class JdbcTable implements TableReader {
  /** How many rows are read when half of the work seems to be done, for want of a count. */
  private static final double HALF_WAY = 500_000;

  private final Connection connection;
  private final PreparedStatement statement;
  private final Patience watch;
  private final ResultSet rows;
  private final Cell[] cells;
  private final Refusals refusals;
  private long read;
  private boolean ended;

  JdbcTable(
      Connection connection,
      PreparedStatement statement,
      Patience watch,
      ResultSet rows,
      List<Cell> cells,
      Refusals refusals) {
    this.connection = connection;
    this.statement = statement;
    this.watch = watch;
    this.rows = rows;
    this.cells = cells.toArray(Cell[]::new);
    this.refusals = refusals;
  }

  @Override
  public boolean next(RecordBatch batch) {
    try {
      return watch.with(() -> fill(batch));
    } catch (SQLException e) {
      throw refusals.whileReading(e);
    }
  }

  private boolean fill(RecordBatch batch) throws SQLException {
    while (!ended && !batch.isFull()) {
      if (rows.next()) {
        watch.renew();
        batch.begin(++read);
        for (int i = 0; i < cells.length; i++) {
          batch.set(i, cells[i].read(rows, i + 1));
        }
      } else {
        ended = true;
      }
    }
    return batch.rows() > 0;
  }

  @Override
  public double progress() {
    return ended ? 1 : read / (read + HALF_WAY);
  }

  @Override
  public void close() {
    watch.close();
    if (!ended) {
      try {
        // Else some drivers read all that is left before they close.
        statement.cancel();
      } catch (SQLException _) {
        // What cannot be cancelled is closed all the same.
      }
    }
    JdbcReader.closeQuietly(connection);
  }
}

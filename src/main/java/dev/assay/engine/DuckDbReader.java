package dev.assay.engine;

import dev.assay.model.Rows;
import dev.assay.model.UserError;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.duckdb.DuckDBChunkedResult;
import org.duckdb.DuckDBConnection;
import org.duckdb.DuckDBDataChunkReader;
import org.duckdb.DuckDBPreparedStatement;
import org.duckdb.DuckDBReadableVector;

/** Reads over one connection whose read-only transaction is open. */
final class DuckDbReader implements Engine.Reader {
  private final DuckDBConnection connection;
  private final ScheduledExecutorService watch;

  DuckDbReader(DuckDBConnection connection, ScheduledExecutorService watch) {
    this.connection = connection;
    this.watch = watch;
  }

  @Override
  public Rows read(String select, Engine.Limits limits, Object... parameters) {
    if (limits.rows() == Long.MAX_VALUE) {
      return limited(
          select, limits, (statement, late) -> collect(statement, select, limits, parameters));
    }
    // The driver keeps a whole result in memory, outside the engine's limit: it must be a short
    // one.
    // (Its streaming mode replaces the engine's message by "Invalid result set".)
    List<Rows.Column> names = describe(select);
    Rows rows =
        limited(
            "SELECT * FROM (" + select + "\n) LIMIT " + (limits.rows() + 1),
            limits,
            (statement, late) -> collect(statement, select, limits, parameters));
    List<Rows.Column> columns = new ArrayList<>();
    for (int i = 0; i < names.size(); i++) {
      columns.add(new Rows.Column(names.get(i).name(), rows.columns().get(i).type()));
    }
    return new Rows(columns, rows.rows(), rows.total(), rows.truncated(), rows.sql());
  }

  private static Rows collect(
      PreparedStatement statement, String select, Engine.Limits limits, Object... parameters)
      throws SQLException {
    DuckDbEngine.bind(statement, parameters);
    try (ResultSet result = statement.executeQuery()) {
      return DuckDbEngine.collect(result, limits.rows(), select);
    }
  }

  @Override
  public void texts(String select, Engine.Limits limits, Engine.TextConsumer consumer) {
    consumer.columns(describe(select));
    limited(
        "SELECT COLUMNS(*)::VARCHAR FROM (" + select + "\n)",
        limits,
        (statement, late) -> {
          // Several times faster than a ResultSet, and all is text.
          try (DuckDBChunkedResult result =
              statement.unwrap(DuckDBPreparedStatement.class).query()) {
            long left = limits.rows();
            while (left > 0 && result.nextChunk()) {
              late.stopIfLate();
              left -= handOver(result.chunk(), left, consumer);
            }
          }
          return null;
        });
  }

  private static long handOver(
      DuckDBDataChunkReader chunk, long most, Engine.TextConsumer consumer) {
    int rows = (int) Math.min(chunk.rowCount(), most);
    int columns = (int) chunk.columnCount();
    String[][] values = new String[rows][columns];
    for (int column = 0; column < columns; column++) {
      DuckDBReadableVector vector = chunk.vector(column);
      for (int row = 0; row < rows; row++) {
        values[row][column] = vector.getString(row);
      }
    }
    for (String[] row : values) {
      consumer.row(row);
    }
    return rows;
  }

  private List<Rows.Column> describe(String select) {
    try (PreparedStatement statement = connection.prepareStatement(select)) {
      return DuckDbEngine.describe(statement.getMetaData());
    } catch (SQLException e) {
      throw DuckDbErrors.translate(e);
    }
  }

  private interface StatementCall<T> {
    T call(PreparedStatement statement, Late late) throws SQLException;
  }

  /** A cancel between two pieces of a result has no effect: the loops over it must ask. */
  private record Late(AtomicBoolean flag) {
    void stopIfLate() throws SQLException {
      if (flag.get()) {
        throw new SQLException("late");
      }
    }
  }

  private <T> T limited(String select, Engine.Limits limits, StatementCall<T> call) {
    // Time-out and cancel look the same to the driver: this flag tells them apart.
    AtomicBoolean late = new AtomicBoolean();
    try (PreparedStatement statement = connection.prepareStatement(select)) {
      ScheduledFuture<?> alarm =
          watch.schedule(
              () -> {
                late.set(true);
                DuckDbEngine.cancel(statement);
              },
              limits.seconds(),
              TimeUnit.SECONDS);
      try {
        return call.call(statement, new Late(late));
      } finally {
        alarm.cancel(false);
      }
    } catch (SQLException e) {
      if (late.get()) {
        throw new UserError(
            UserError.Kind.LIMIT,
            "The query was stopped after "
                + limits.seconds()
                + (limits.seconds() == 1 ? " second" : " seconds")
                + ". Narrow it with a filter or ask for fewer groups.");
      }
      throw DuckDbErrors.translate(e);
    }
  }
}

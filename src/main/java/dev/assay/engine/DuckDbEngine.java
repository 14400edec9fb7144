package dev.assay.engine;

import dev.assay.model.Rows;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Properties;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import org.duckdb.DuckDBConnection;
import org.duckdb.DuckDBPreparedStatement;

/**
 * The embedded warehouse: one DuckDB file, owned by this process.
 *
 * <p>External access and configuration are locked from the first moment, so no SQL can reach a file
 * or the network.
 */
public final class DuckDbEngine implements Engine {
  private static final Duration LAST_READERS = Duration.ofSeconds(5);

  private final DuckDBConnection root;
  private final Set<DuckDBConnection> handedOut = ConcurrentHashMap.newKeySet();
  private volatile boolean closing;
  private final ScheduledExecutorService watch =
      Executors.newScheduledThreadPool(
          1, Thread.ofPlatform().daemon().name("duckdb-watch").factory());

  private final DuckDbRows rows;

  private DuckDbEngine(DuckDBConnection root, DuckDbRows rows) {
    this.root = root;
    this.rows = rows;
  }

  /**
   * Opens or creates a warehouse.
   *
   * @param file the database file; its folder must exist. Null for one in memory.
   * @param memory such as {@code "1GB"}
   * @param threads at most this many
   */
  public static DuckDbEngine open(Path file, String memory, int threads) {
    Properties properties = new Properties();
    properties.setProperty("memory_limit", memory);
    properties.setProperty("threads", Integer.toString(threads));
    properties.setProperty("preserve_insertion_order", "false");
    // A build checkpoints when it ends; on its way there, each would write what is dropped soon.
    properties.setProperty("wal_autocheckpoint", "64MB");
    properties.setProperty("autoinstall_known_extensions", "false");
    properties.setProperty("autoload_known_extensions", "false");
    try {
      if (file != null) {
        Path spill = file.resolveSibling("spill");
        Files.createDirectories(spill);
        properties.setProperty("temp_directory", spill.toString());
      }
      Connection connection =
          DriverManager.getConnection(
              "jdbc:duckdb:" + (file == null ? "" : file.toString()), properties);
      try (Statement statement = connection.createStatement()) {
        statement.execute("SET GLOBAL TimeZone = 'UTC'");
        statement.execute("SET enable_external_access = false");
        statement.execute("SET allowed_configs = ['preserve_insertion_order']");
        statement.execute("SET lock_configuration = true");
      }
      DuckDbRows rows = new DuckDbRows(threads);
      rows.register(connection);
      return new DuckDbEngine(connection.unwrap(DuckDBConnection.class), rows);
    } catch (SQLException | IOException e) {
      throw DuckDbErrors.translate(e);
    }
  }

  /** A connection of its own over the same database, for landing rows; the caller closes it. */
  DuckDBConnection connect() throws SQLException {
    handedOut.removeIf(DuckDbEngine::isClosed);
    DuckDBConnection connection = (DuckDBConnection) root.duplicate();
    handedOut.add(connection);
    if (closing) {
      connection.close();
      throw new SQLException("The warehouse is being closed.");
    }
    return connection;
  }

  private static boolean isClosed(DuckDBConnection connection) {
    try {
      return connection.isClosed();
    } catch (SQLException e) {
      return true;
    }
  }

  /**
   * A connection whose results come in the order that they ask for. Where insertion order need not
   * be kept, which landing wants, DuckDB 2.0 hands over even ORDER BY in pieces out of order.
   */
  private DuckDBConnection connectOrdered() throws SQLException {
    DuckDBConnection connection = connect();
    try (Statement statement = connection.createStatement()) {
      statement.execute("SET SESSION preserve_insertion_order = true");
    } catch (SQLException e) {
      connection.close();
      throw e;
    }
    return connection;
  }

  @Override
  public long execute(String sql, Work work) {
    try (Connection connection = connect();
        Statement statement = connection.createStatement()) {
      return watched(statement, work, () -> update(statement, sql));
    } catch (SQLException e) {
      throw failure(e, work);
    }
  }

  @Override
  public long land(RowSource source, UnaryOperator<String> statement, Work work) {
    DuckDbRows.Ticket ticket = rows.admit(source);
    try (Connection connection = connect();
        Statement running = connection.createStatement()) {
      work.stopIfCancelled();
      work.interruptWith(() -> cancel(running));
      return update(running, statement.apply(ticket.from()));
    } catch (SQLException e) {
      throw DuckDbRows.failure(ticket, e, work);
    } finally {
      work.interruptWith(() -> {});
      rows.forget(ticket);
    }
  }

  @Override
  public void transaction(List<String> statements, Work work) {
    try (Connection connection = connect();
        Statement statement = connection.createStatement()) {
      connection.setAutoCommit(false);
      try {
        for (String sql : statements) {
          work.stopIfCancelled();
          watched(statement, work, () -> update(statement, sql));
        }
        work.stopIfCancelled();
        connection.commit();
      } catch (SQLException | RuntimeException e) {
        connection.rollback();
        throw e;
      }
    } catch (SQLException e) {
      throw failure(e, work);
    }
  }

  @Override
  public Rows query(String select, Object... parameters) {
    try (Connection connection = connectOrdered();
        PreparedStatement statement = connection.prepareStatement(select)) {
      bind(statement, parameters);
      try (ResultSet result = statement.executeQuery()) {
        return collect(result, Long.MAX_VALUE, select);
      }
    } catch (SQLException e) {
      throw DuckDbErrors.translate(e);
    }
  }

  @Override
  public Rows query(String select, Work work) {
    try (Connection connection = connectOrdered();
        PreparedStatement statement = connection.prepareStatement(select)) {
      return watched(
          statement,
          work,
          () -> {
            try (ResultSet result = statement.executeQuery()) {
              return collect(result, Long.MAX_VALUE, select);
            }
          });
    } catch (SQLException e) {
      throw failure(e, work);
    }
  }

  @Override
  public <T> T reading(List<String> temporary, Function<Reader, T> read) {
    try (DuckDBConnection connection = connectOrdered()) {
      try (Statement statement = connection.createStatement()) {
        for (String view : temporary) {
          statement.execute(view);
        }
        statement.execute("BEGIN TRANSACTION READ ONLY");
      }
      try {
        return read.apply(new DuckDbReader(connection, watch));
      } finally {
        try (Statement statement = connection.createStatement()) {
          statement.execute("ROLLBACK");
        }
      }
    } catch (SQLException e) {
      throw DuckDbErrors.translate(e);
    }
  }

  @Override
  public Optional<List<Rows.Column>> columns(String table) {
    List<Rows.Column> columns =
        query(
                "SELECT column_name, data_type FROM duckdb_columns() WHERE schema_name = 'main' AND database_name ="
                    + " current_database() AND table_name = ? ORDER BY column_index",
                table)
            .rows()
            .stream()
            .map(row -> new Rows.Column((String) row.get(0), (String) row.get(1)))
            .toList();
    return columns.isEmpty() ? Optional.empty() : Optional.of(columns);
  }

  /**
   * The tree of SELECT statements as JSON text, or an object with {@code error} and {@code
   * error_message}; nothing runs.
   */
  public String parse(String select) {
    return (String)
        query("SELECT json_serialize_sql(?::VARCHAR)::VARCHAR", select)
            .rows()
            .getFirst()
            .getFirst();
  }

  /** The SQL of a tree that {@link #parse} gave. */
  public String render(String tree) {
    return (String)
        query("SELECT json_deserialize_sql(?::JSON)", tree).rows().getFirst().getFirst();
  }

  @Override
  public void checkpoint() {
    try (Connection connection = connect();
        Statement statement = connection.createStatement()) {
      statement.execute("CHECKPOINT");
    } catch (SQLException e) {
      // Any other transaction, even a reader's, stands in its way: the next build's checkpoint, or
      // closing the warehouse, does it.
      if (!String.valueOf(e.getMessage()).contains("Cannot CHECKPOINT")) {
        throw DuckDbErrors.translate(e);
      }
    }
  }

  /**
   * Closes the warehouse. Its file is written until the last connection has gone, so those who
   * still read may end, for a few seconds.
   */
  @Override
  public void close() {
    closing = true;
    try {
      Instant latest = Instant.now().plus(LAST_READERS);
      while (!handedOut.stream().allMatch(DuckDbEngine::isClosed)
          && Instant.now().isBefore(latest)) {
        Thread.sleep(5);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    watch.shutdownNow();
    try {
      root.close();
    } catch (SQLException e) {
      throw DuckDbErrors.translate(e);
    }
  }

  private interface SqlCall<T> {
    T call() throws SQLException;
  }

  private <T> T watched(Statement statement, Work work, SqlCall<T> call) throws SQLException {
    work.stopIfCancelled();
    work.interruptWith(() -> cancel(statement));
    ScheduledFuture<?> ticker =
        watch.scheduleAtFixedRate(() -> report(statement, work), 200, 200, TimeUnit.MILLISECONDS);
    try {
      return call.call();
    } finally {
      ticker.cancel(false);
      work.interruptWith(() -> {});
    }
  }

  private static void report(Statement statement, Work work) {
    try {
      double percent =
          statement.unwrap(DuckDBPreparedStatement.class).getQueryProgress().getPercentage();
      if (percent >= 0) {
        work.progress(percent / 100);
      }
    } catch (SQLException | RuntimeException e) {
      // Progress is a courtesy: a statement that has just ended has none.
    }
  }

  static void cancel(Statement statement) {
    try {
      statement.cancel();
    } catch (SQLException e) {
      // It has ended by itself.
    }
  }

  private static long update(Statement statement, String sql) throws SQLException {
    statement.execute(sql);
    return statement.getUpdateCount();
  }

  static RuntimeException failure(SQLException e, Work work) {
    return work.isCancelled() ? new Work.Cancelled() : DuckDbErrors.translate(e);
  }

  static void bind(PreparedStatement statement, Object... parameters) throws SQLException {
    for (int i = 0; i < parameters.length; i++) {
      statement.setObject(i + 1, parameters[i]);
    }
  }

  static List<Rows.Column> describe(ResultSetMetaData meta) throws SQLException {
    List<Rows.Column> columns = new ArrayList<>();
    for (int i = 1; i <= meta.getColumnCount(); i++) {
      columns.add(new Rows.Column(meta.getColumnName(i), meta.getColumnTypeName(i)));
    }
    return columns;
  }

  static List<Object> values(ResultSet result, int columns) throws SQLException {
    List<Object> row = new ArrayList<>(columns);
    for (int i = 1; i <= columns; i++) {
      row.add(DuckDbValues.read(result, i));
    }
    return row;
  }

  static Rows collect(ResultSet result, long limit, String sql) throws SQLException {
    List<Rows.Column> columns = describe(result.getMetaData());
    List<List<Object>> rows = new ArrayList<>();
    boolean truncated = false;
    while (result.next()) {
      if (rows.size() >= limit) {
        truncated = true;
        break;
      }
      rows.add(values(result, columns.size()));
    }
    return new Rows(columns, rows, null, truncated, sql);
  }
}

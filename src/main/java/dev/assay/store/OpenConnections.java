package dev.assay.store;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.concurrent.ConcurrentLinkedDeque;
import java.util.concurrent.atomic.AtomicInteger;
import javax.sql.DataSource;
import org.jdbi.v3.core.ConnectionFactory;

/**
 * Connections to the metadata that stay open for whoever comes next: opening one costs more than
 * what most readers then ask it.
 */
final class OpenConnections implements ConnectionFactory, AutoCloseable {
  private static final int MOST_IDLE = 8;

  private final DataSource source;
  private final ConcurrentLinkedDeque<Connection> idle = new ConcurrentLinkedDeque<>();
  private final AtomicInteger kept = new AtomicInteger();
  private volatile boolean closed;

  OpenConnections(DataSource source) {
    this.source = source;
  }

  @Override
  public Connection openConnection() throws SQLException {
    Connection connection = idle.pollFirst();
    if (connection == null) {
      return source.getConnection();
    }
    kept.decrementAndGet();
    return connection;
  }

  @Override
  public void closeConnection(Connection connection) throws SQLException {
    // One that was left within a transaction would show others a state that is past.
    boolean reusable = !closed && !connection.isClosed() && connection.getAutoCommit();
    if (!reusable) {
      connection.close();
      return;
    }
    if (kept.incrementAndGet() > MOST_IDLE) {
      kept.decrementAndGet();
      connection.close();
      return;
    }
    idle.addFirst(connection);
    if (closed) {
      close();
    }
  }

  @Override
  public void close() throws SQLException {
    closed = true;
    for (Connection connection = idle.pollFirst();
        connection != null;
        connection = idle.pollFirst()) {
      connection.close();
    }
  }
}

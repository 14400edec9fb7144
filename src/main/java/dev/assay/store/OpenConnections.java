package dev.assay.store;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
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
  private static final Duration LAST_READERS = Duration.ofSeconds(5);

  private final DataSource source;
  private final ConcurrentLinkedDeque<Connection> idle = new ConcurrentLinkedDeque<>();
  private final AtomicInteger kept = new AtomicInteger();
  private final AtomicInteger lent = new AtomicInteger();
  private volatile boolean closed;

  OpenConnections(DataSource source) {
    this.source = source;
  }

  @Override
  public Connection openConnection() throws SQLException {
    lent.incrementAndGet();
    try {
      if (closed) {
        // A new one would make the files again that were closed.
        throw new SQLException("The workspace is being closed.");
      }
      Connection connection = idle.pollFirst();
      if (connection == null) {
        return source.getConnection();
      }
      kept.decrementAndGet();
      return connection;
    } catch (SQLException e) {
      lent.decrementAndGet();
      throw e;
    }
  }

  @Override
  public void closeConnection(Connection connection) throws SQLException {
    try {
      // One that was left within a transaction would show others a state that is past.
      boolean reusable = !closed && !connection.isClosed() && connection.getAutoCommit();
      if (reusable && kept.incrementAndGet() <= MOST_IDLE) {
        idle.addFirst(connection);
        return;
      }
      if (reusable) {
        kept.decrementAndGet();
      }
      connection.close();
    } finally {
      lent.decrementAndGet();
    }
  }

  /** Closes them all; those that are in use may come back first, for a few seconds. */
  @Override
  public void close() throws SQLException {
    closed = true;
    try {
      Instant latest = Instant.now().plus(LAST_READERS);
      while (lent.get() > 0 && Instant.now().isBefore(latest)) {
        Thread.sleep(5);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    for (Connection connection = idle.pollFirst();
        connection != null;
        connection = idle.pollFirst()) {
      connection.close();
    }
  }
}

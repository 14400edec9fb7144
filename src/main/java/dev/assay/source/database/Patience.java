package dev.assay.source.database;

import java.sql.SQLException;
import java.sql.SQLTimeoutException;
import java.sql.Statement;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/**
 * Cancels a statement that says nothing for too long. Servers that are gone are noticed by their
 * sockets, but a file has none, and a query may be without end.
 */
final class Patience implements AutoCloseable {
  private static final long IDLE = Long.MIN_VALUE;

  private final Statement statement;
  private final long most;
  private final Thread watch;
  private volatile long since = IDLE;
  private volatile boolean lost;
  private volatile boolean closed;

  Patience(Statement statement, Duration most) {
    this.statement = statement;
    this.most = most.toNanos();
    this.watch = Thread.ofVirtual().name("patience").start(this::watch);
  }

  /** Something that asks the database and waits for it. */
  interface Asking<T> {
    T ask() throws SQLException;
  }

  /** Asks; where no answer came in time, it ends as a {@link SQLTimeoutException}. */
  <T> T with(Asking<T> asking) throws SQLException {
    since = System.nanoTime();
    try {
      return asking.ask();
    } catch (SQLException e) {
      if (lost) {
        throw new SQLTimeoutException("cancelled");
      }
      throw e;
    } finally {
      since = IDLE;
    }
  }

  /** Something came: the wait for the next begins. */
  void renew() {
    since = System.nanoTime();
  }

  private void watch() {
    while (!closed) {
      LockSupport.parkNanos(Math.min(TimeUnit.SECONDS.toNanos(1), most / 2));
      long from = since;
      if (from != IDLE && System.nanoTime() - from > most) {
        lost = true;
        try {
          statement.cancel();
        } catch (SQLException _) {
          // What cannot be cancelled is waited for.
        }
      }
    }
  }

  @Override
  public void close() {
    closed = true;
    LockSupport.unpark(watch);
  }
}

package dev.assay.store;

import dev.assay.model.UserError;
import java.sql.SQLException;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.JdbiException;

/**
 * The metadata database as repositories see it. Calls on one thread nest: those inside {@link
 * #atomically} share its transaction.
 */
final class Database {
  private final Jdbi jdbi;

  Database(Jdbi jdbi) {
    this.jdbi = jdbi;
  }

  <T> T read(Function<Handle, T> reading) {
    try {
      return jdbi.withHandle(reading::apply);
    } catch (JdbiException e) {
      throw translate(e);
    }
  }

  void write(Consumer<Handle> writing) {
    try {
      jdbi.useTransaction(writing::accept);
    } catch (JdbiException e) {
      throw translate(e);
    }
  }

  /** All that {@code changes} writes, or none of it. */
  void atomically(Runnable changes) {
    write(_ -> changes.run());
  }

  static RuntimeException translate(Exception e) {
    String message = String.valueOf(rootMessage(e));
    if (message.contains("SQLITE_FULL")) {
      return new UserError(
          UserError.Kind.MACHINE,
          "The disk is full. Free some space and try again; nothing has changed.",
          e);
    }
    if (message.contains("SQLITE_READONLY") || message.contains("SQLITE_CANTOPEN")) {
      return new UserError(
          UserError.Kind.MACHINE,
          "The workspace's metadata.sqlite cannot be written. Check the folder's owner and permissions.",
          e);
    }
    if (message.contains("SQLITE_NOTADB") || message.contains("SQLITE_CORRUPT")) {
      return new UserError(
          UserError.Kind.MACHINE,
          "The workspace's metadata.sqlite is damaged. Put back a copy of the workspace folder.",
          e);
    }
    return new StoreException(message, e);
  }

  private static String rootMessage(Throwable e) {
    Throwable deepest = e;
    while (deepest.getCause() != null && !(deepest instanceof SQLException)) {
      deepest = deepest.getCause();
    }
    return deepest.getMessage();
  }
}

package dev.assay.source.database;

import dev.assay.model.Fact;
import dev.assay.model.Relation;
import dev.assay.model.UserError;
import dev.assay.source.ConnectionLost;
import dev.assay.source.RelationReader.Login;
import dev.assay.source.Sentences;
import java.io.EOFException;
import java.io.IOException;
import java.net.ConnectException;
import java.net.NoRouteToHostException;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import java.nio.channels.UnresolvedAddressException;
import java.sql.SQLException;
import java.sql.SQLInvalidAuthorizationSpecException;
import java.sql.SQLRecoverableException;
import java.sql.SQLTimeoutException;
import java.util.Locale;
import java.util.Set;
import javax.net.ssl.SSLException;

/** Says in one sentence what a database refused, never with the secret. */
final class Refusals {
  private static final int LONGEST = 300;
  private static final Set<Integer> PASSWORDS = Set.of(1045, 18456, 1017);
  private static final Set<Integer> DATABASES =
      Set.of(1049, 4060, 12505, 12514, 90013, 90146, 90149, 90124);
  private static final Set<Integer> TABLES = Set.of(1146, 208, 942, 42102, 42103, 42104);
  private static final Set<Integer> COLUMNS = Set.of(1054, 207, 904, 42122);
  private static final Set<Integer> RIGHTS = Set.of(1142, 1143, 1044, 229, 230, 1031, 90096);

  /** H2's, of an object that it was not let make. */
  private static final int JAVA_OBJECTS = 90027;

  private final Login login;
  private final Relation relation;

  /** Relation is null where no table is meant. */
  Refusals(Login login, Relation relation) {
    this.login = login;
    this.relation = relation;
  }

  /** What happened in the middle of rows: a broken connection is worth another try. */
  UserError whileReading(SQLException e) {
    if (e instanceof SQLTimeoutException) {
      return machine(Sentences.ROWS_TOO_LATE.with(address(), what()));
    }
    return isLost(e) ? new ConnectionLost(Sentences.CONNECTION_LOST.with(address())) : of(e);
  }

  private static boolean isLost(SQLException e) {
    String state = e.getSQLState() == null ? "" : e.getSQLState();
    // That an object is refused comes as a failed reading.
    if (e.getErrorCode() == JAVA_OBJECTS) {
      return false;
    }
    return state.startsWith("08")
        || state.startsWith("57P")
        || e instanceof SQLRecoverableException
        || e.getErrorCode() == 1927
        || e.getErrorCode() == 90067
        || caused(e, EOFException.class)
        || (caused(e, IOException.class) && !caused(e, SSLException.class));
  }

  /** What happened anywhere else. */
  UserError of(SQLException e) {
    String text = message(e);
    String lower = text.toLowerCase(Locale.ROOT);
    String state = e.getSQLState() == null ? "" : e.getSQLState();
    int code = e.getErrorCode();
    // The driver's exception is not kept as a cause: a log would print what it holds.
    if (caused(e, SecurityException.class)) {
      return UserError.invalid(
          "Reading "
              + what()
              + " in "
              + address()
              + " would do more than read, with files, scripts or links, which is refused: read the"
              + " tables alone.");
    }
    if (code == JAVA_OBJECTS) {
      return UserError.invalid(
          "There are Java objects within other values of "
              + what()
              + " in "
              + address()
              + ", which are not brought to life: read the other columns with a query.");
    }
    if (caused(e, UnknownHostException.class)
        || caused(e, UnresolvedAddressException.class)
        || lower.contains("unknown host")) {
      return machine(Sentences.HOST_UNKNOWN.with(login.connection().host()));
    }
    if (isAboutTls(e, lower)) {
      return UserError.invalid(Sentences.TLS_FAILED.with(address(), tls(), text));
    }
    if (caused(e, SocketTimeoutException.class) || e instanceof SQLTimeoutException) {
      return machine(Sentences.NO_ANSWER_IN_TIME.with(address()));
    }
    if (caused(e, ConnectException.class)
        || caused(e, NoRouteToHostException.class)
        || lower.contains("connection refused")) {
      return machine(Sentences.NOTHING_ANSWERS.with(address()));
    }
    if (PASSWORDS.contains(code)
        || state.startsWith("28")
        || e instanceof SQLInvalidAuthorizationSpecException) {
      return UserError.invalid(
          login.connection().user() == null
              ? Sentences.NO_USER_REFUSED.with(address())
              : Sentences.USER_REFUSED.with(address(), login.connection().user()));
    }
    if (state.equals("3D000") || DATABASES.contains(code)) {
      return UserError.notFound(Sentences.DATABASE_MISSING.with(address()));
    }
    if (state.equals("42P01")
        || TABLES.contains(code)
        || lower.contains("no such table")
        || (lower.contains("table with name") && lower.contains("does not exist"))) {
      return UserError.notFound(Sentences.TABLE_MISSING.with(what(), address(), text));
    }
    if (state.equals("42703") || COLUMNS.contains(code) || lower.contains("no such column")) {
      return UserError.conflict(Sentences.COLUMN_MISSING.with(what(), text));
    }
    if (state.equals("42501") || RIGHTS.contains(code)) {
      return UserError.invalid(Sentences.MAY_NOT_READ.with(user(), what(), address()));
    }
    return UserError.invalid(
        relation == null
            ? Sentences.DATABASE_SAYS_OF_ITSELF.with(address(), text)
            : Sentences.DATABASE_SAYS.with(address(), what(), text));
  }

  private static boolean isAboutTls(SQLException e, String lower) {
    return caused(e, SSLException.class)
        || lower.contains("ssl")
        || lower.contains("no encryption")
        || lower.contains("certificate");
  }

  private static UserError machine(Fact fact) {
    return new UserError(UserError.Kind.MACHINE, fact);
  }

  private String what() {
    return relation == null ? "the database" : relation.label();
  }

  private String address() {
    return login.connection().address();
  }

  private String user() {
    return login.connection().user() == null ? "(none)" : "'" + login.connection().user() + "'";
  }

  private String tls() {
    return login.connection().tls() == null ? "prefer" : login.connection().tls().text();
  }

  /** The first line of what the driver says, without the secret and without an end. */
  private String message(SQLException e) {
    String text = e.getMessage() == null ? e.getClass().getSimpleName() : e.getMessage();
    text = text.strip().lines().findFirst().orElse("").strip();
    text = text.replace("; SQL statement:", "");
    String secret = login.secret().text();
    if (secret != null && !secret.isEmpty()) {
      text = text.replace(secret, "…");
    }
    if (text.length() > LONGEST) {
      text = text.substring(0, LONGEST) + "…";
    }
    return text.endsWith(".") ? text.substring(0, text.length() - 1) : text;
  }

  private static boolean caused(Throwable e, Class<?> type) {
    int depth = 0;
    for (Throwable cause = e; cause != null && depth < 20; cause = cause.getCause()) {
      if (type.isInstance(cause)) {
        return true;
      }
      depth++;
    }
    return false;
  }
}

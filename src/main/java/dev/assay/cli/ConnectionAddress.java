package dev.assay.cli;

import dev.assay.model.Connection;
import dev.assay.model.UserError;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A database's address as people type it, taken apart: {@code
 * postgresql://user@host:5432/database}. Nothing of it reaches a driver but these parts.
 *
 * @param schema the BigQuery dataset that is meant, else null
 */
record ConnectionAddress(
    Connection.System system,
    String user,
    String host,
    Integer port,
    String database,
    String schema) {
  private static final Pattern FORM =
      Pattern.compile("(?i)([a-z][a-z0-9+]*)://(?:([^/]*)@)?([^/]*)(?:/(.*))?");
  private static final Pattern LOCAL =
      Pattern.compile("(?i)(sqlite|duckdb|h2):(?://(?=[/.]))?(.+)");
  private static final Pattern HOST = Pattern.compile("(\\[[^\\]]+\\]|[^:]*)(?::(\\d{1,5}))?");

  /** Whether a text is meant as an address rather than as a path or a name. */
  static boolean is(String text) {
    return FORM.matcher(text).matches()
        || LOCAL.matcher(text).matches()
        || text.toLowerCase(Locale.ROOT).startsWith("jdbc:");
  }

  /**
   * Takes an address apart; throws UserError that says what to do about what cannot be taken.
   *
   * @param here the folder that a local database's path is seen from
   */
  static ConnectionAddress parse(String text, Path here) {
    if (text.toLowerCase(Locale.ROOT).startsWith("jdbc:")) {
      throw UserError.invalid(
          "Leave 'jdbc:' out and give the address as postgresql://user@host:5432/database.");
    }
    if (text.contains("?") || text.contains("#") || text.contains(";")) {
      throw UserError.invalid(
          "An address takes no options such as '"
              + text.replaceFirst("^[^?#;]*[?#;]", "").replaceFirst("[=&;].*", "")
              + "': say with --tls how it is secured, and leave the rest out.");
    }
    Matcher form = FORM.matcher(text);
    Matcher local = LOCAL.matcher(text);
    if (local.matches() && !(form.matches() && isServer(form))) {
      Path file = here.resolve(local.group(2)).normalize();
      return new ConnectionAddress(system(local.group(1)), null, null, null, file.toString(), null);
    }
    if (!form.matches()) {
      throw UserError.invalid("'" + text + "' is no address: " + usage());
    }
    return server(form);
  }

  /** An H2 database may be a file or be served. */
  private static boolean isServer(Matcher form) {
    return form.group(1).equalsIgnoreCase("h2") && !form.group(3).isEmpty();
  }

  private static ConnectionAddress server(Matcher form) {
    Connection.System system = system(form.group(1));
    String user = decoded(form.group(2));
    if (user != null && form.group(2).contains(":")) {
      throw UserError.invalid(
          "Leave the password out of the address, where others can read it: type it when you are"
              + " asked, or set the environment variable ASSAY_PASSWORD.");
    }
    String rest = decoded(form.group(4));
    if (system == Connection.System.BIGQUERY) {
      return new ConnectionAddress(system, null, null, null, decoded(form.group(3)), rest);
    }
    Matcher host = HOST.matcher(form.group(3));
    if (!host.matches() || host.group(1).isEmpty()) {
      throw UserError.invalid("The address names no host: " + usage());
    }
    Integer port = host.group(2) == null ? null : Integer.valueOf(host.group(2));
    return new ConnectionAddress(system, user, host.group(1), port, rest, null);
  }

  private static Connection.System system(String scheme) {
    return switch (scheme.toLowerCase(Locale.ROOT)) {
      case "postgresql", "postgres" -> Connection.System.POSTGRESQL;
      case "mysql" -> Connection.System.MYSQL;
      case "mariadb" -> Connection.System.MARIADB;
      case "sqlserver", "mssql" -> Connection.System.SQLSERVER;
      case "oracle" -> Connection.System.ORACLE;
      case "h2" -> Connection.System.H2;
      case "sqlite" -> Connection.System.SQLITE;
      case "duckdb" -> Connection.System.DUCKDB;
      case "bigquery" -> Connection.System.BIGQUERY;
      default ->
          throw UserError.invalid("'" + scheme + "' is no database that can be read: " + usage());
    };
  }

  private static String usage() {
    return "give it as postgresql://user@host:5432/database; mysql, mariadb, sqlserver, oracle, h2"
        + " and bigquery://project/dataset go as well.";
  }

  private static String decoded(String text) {
    return text == null || text.isEmpty()
        ? null
        : URLDecoder.decode(text.replace("+", "%2B"), StandardCharsets.UTF_8);
  }

  /** Whether a stored connection leads to the same place. */
  boolean isThatOf(Connection stored) {
    return stored.system() == system
        && Objects.equals(stored.host(), host)
        && Objects.equals(stored.port(), port)
        && Objects.equals(stored.database(), database)
        && Objects.equals(stored.user(), user);
  }

  /** What to call the connection. */
  String name() {
    if (database == null) {
      return host;
    }
    if (host != null || system == Connection.System.BIGQUERY) {
      return database;
    }
    String file = Path.of(database).getFileName().toString();
    return file.indexOf('.') > 0 ? file.substring(0, file.indexOf('.')) : file;
  }
}

package dev.assay.source.database;

import dev.assay.model.Connection;
import dev.assay.model.UserError;
import dev.assay.source.RelationReader.Login;
import dev.assay.source.Sentences;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Properties;
import java.util.regex.Pattern;

/**
 * What a driver is given: an address without any secret, and its options.
 *
 * <p>Several drivers turn options into code that runs or files that are read, so whatever a caller
 * names is checked before it becomes a part of an address.
 */
record Address(String url, Properties options) {
  /** Seconds for reaching a server. */
  static final int CONNECT_SECONDS = 10;

  /** Seconds for the whole of logging in. */
  static final int LOGIN_SECONDS = 20;

  /** Seconds in which a database that is read from must give a row. */
  static final int SILENCE_SECONDS = 600;

  /**
   * Seconds in which a server must say something at all: more, so that it is asked to stop first.
   */
  static final int SOCKET_SECONDS = SILENCE_SECONDS + 60;

  private static final Pattern HOST = Pattern.compile("[A-Za-z0-9]([A-Za-z0-9._-]*[A-Za-z0-9])?");
  private static final Pattern IPV6 = Pattern.compile("\\[[0-9A-Fa-f:.]+]");
  private static final Pattern RISKY = Pattern.compile("[?&;/\\\\#%=(){}\\p{Cntrl}]");
  private static final Pattern RISKY_PATH = Pattern.compile("[?;\\p{Cntrl}]");

  @Override
  public String toString() {
    return url;
  }

  /** Options with the user and the password. */
  static Properties login(Login login, String withoutUser) {
    Properties options = new Properties();
    String user = login.connection().user() == null ? withoutUser : login.connection().user();
    if (user != null) {
      refuseControls("user", user);
      options.setProperty("user", user);
    }
    if (login.secret().text() != null) {
      options.setProperty("password", login.secret().text());
    }
    return options;
  }

  /** {@code host:port}, with the system's usual port where none is named. */
  static String hostAndPort(Connection connection, int usualPort) {
    return host(connection) + ":" + port(connection, usualPort);
  }

  static String host(Connection connection) {
    String host = connection.host();
    if (host == null || host.isBlank()) {
      throw UserError.invalid(Sentences.HOST_NEEDED.with(connection.name()));
    }
    if (!HOST.matcher(host).matches() && !IPV6.matcher(host).matches()) {
      throw UserError.invalid(Sentences.HOST_NO_NAME.with(connection.name()));
    }
    return host;
  }

  static int port(Connection connection, int usualPort) {
    int port = connection.port() == null ? usualPort : connection.port();
    if (port < 1 || port > 65_535) {
      throw UserError.invalid(Sentences.PORT_NO_NUMBER.with(port));
    }
    return port;
  }

  /** The database's name, or null where none is named. */
  static String database(Connection connection) {
    return plain("database", connection.database());
  }

  /** As {@link #database(Connection)}, for systems that must be told. */
  static String namedDatabase(Connection connection) {
    if (connection.database() == null || connection.database().isBlank()) {
      throw UserError.invalid(Sentences.DATABASE_NEEDED.with(connection.name()));
    }
    return database(connection);
  }

  private static String plain(String what, String text) {
    if (text == null || text.isBlank()) {
      return null;
    }
    if (RISKY.matcher(text).find()) {
      throw UserError.invalid(
          "The " + what + " must be its name alone, without any of ? & ; / \\ # % = ( ) { }.");
    }
    return text;
  }

  private static void refuseControls(String what, String text) {
    if (text.chars().anyMatch(Character::isISOControl)) {
      throw UserError.invalid("The " + what + " holds control characters; write its name alone.");
    }
  }

  /** A database that is a file and exists. */
  static Path file(Connection connection, String... endings) {
    String text = connection.database();
    if (text == null || text.isBlank()) {
      throw UserError.invalid(Sentences.DATABASE_FILE_NEEDED.with(connection.name()));
    }
    if (RISKY_PATH.matcher(text).find()) {
      throw UserError.invalid("The path of a database file cannot hold ? or ;: rename the file.");
    }
    Path path = Path.of(text).toAbsolutePath().normalize();
    for (String ending : endings) {
      Path named = Path.of(path + ending);
      if (!Files.isRegularFile(path) && Files.isRegularFile(named)) {
        path = named;
      }
    }
    if (!Files.isRegularFile(path)) {
      throw UserError.notFound("There is no file " + connection.database() + ".");
    }
    if (!Files.isReadable(path)) {
      throw UserError.invalid(
          "The file " + connection.database() + " may not be read: change its permissions.");
    }
    return path;
  }
}

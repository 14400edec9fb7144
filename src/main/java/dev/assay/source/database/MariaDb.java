package dev.assay.source.database;

import dev.assay.model.Connection.Tls;
import dev.assay.model.FoundTable;
import dev.assay.model.Relation;
import dev.assay.source.RelationReader.Login;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import org.mariadb.jdbc.Driver;

/** MariaDB and MySQL. The text protocol says every value exactly but single-precision numbers. */
final class MariaDb extends Vendor {
  private static final Catalog CATALOG =
      new Catalog(
          """
          SELECT table_schema, table_name, table_type = 'VIEW', table_rows,
            table_type <> 'VIEW' AND COALESCE(data_length, 0) < %d
          FROM information_schema.tables
          WHERE table_schema NOT IN ('mysql', 'information_schema', 'performance_schema', 'sys')
            AND (DATABASE() IS NULL OR table_schema = DATABASE())
            AND table_type IN ('BASE TABLE', 'VIEW', 'SYSTEM VERSIONED') ORDER BY 1, 2
          """
              .formatted(SMALL),
          """
          SELECT table_schema, table_name, column_name FROM information_schema.key_column_usage
          WHERE constraint_name = 'PRIMARY' ORDER BY 1, 2, ordinal_position
          """,
          """
          SELECT table_schema, table_name, constraint_name, column_name,
            referenced_table_schema, referenced_table_name, referenced_column_name
          FROM information_schema.key_column_usage
          WHERE referenced_table_name IS NOT NULL ORDER BY 1, 2, 3, ordinal_position
          """);

  @Override
  Address address(Login login) {
    var connection = login.connection();
    Properties options = Address.login(login, null);
    Tls tls = tls(login);
    options.setProperty(
        "sslMode",
        switch (tls) {
          case DISABLE -> "disable";
          case PREFER, REQUIRE -> "trust";
          case VERIFY -> "verify-full";
        });
    options.setProperty("allowLocalInfile", "false");
    options.setProperty("allowMultiQueries", "false");
    options.setProperty("autocommit", "true");
    // A server's own file of options, classes and plug-ins stay out of this.
    options.setProperty("useServerPrepStmts", "false");
    options.setProperty("tinyInt1isBit", "false");
    options.setProperty("transformedBitIsBoolean", "false");
    options.setProperty("yearIsDateType", "false");
    options.setProperty("connectTimeout", Integer.toString(Address.CONNECT_SECONDS * 1_000));
    options.setProperty("socketTimeout", Integer.toString(Address.SOCKET_SECONDS * 1_000));
    options.setProperty("tcpKeepAlive", "true");
    String database = Address.database(connection);
    return new Address(
        "jdbc:mariadb://"
            + Address.hostAndPort(connection, 3306)
            + "/"
            + (database == null ? "" : database),
        options);
  }

  @Override
  Connection connect(Login login) throws SQLException {
    Address address = address(login);
    try {
      return new Driver().connect(address.url(), address.options());
    } catch (SQLException e) {
      if (tls(login) != Tls.PREFER || !isWithoutTls(e)) {
        throw e;
      }
      address.options().setProperty("sslMode", "disable");
      return new Driver().connect(address.url(), address.options());
    }
  }

  private static boolean isWithoutTls(SQLException e) {
    String message = e.getMessage() == null ? "" : e.getMessage().toLowerCase(Locale.ROOT);
    return message.contains("ssl not enabled") || message.contains("ssl is not enabled");
  }

  @Override
  void begin(Connection connection) throws SQLException {
    connection.setReadOnly(true);
    try (Statement statement = connection.createStatement()) {
      statement.execute("SET SESSION time_zone = '+00:00'");
      // A warehouse that is slower than the server must not cost the connection.
      statement.execute("SET SESSION net_write_timeout = " + Address.SILENCE_SECONDS);
      statement.execute("SET SESSION TRANSACTION ISOLATION LEVEL REPEATABLE READ");
      statement.execute("START TRANSACTION WITH CONSISTENT SNAPSHOT, READ ONLY");
    }
  }

  @Override
  List<FoundTable> tables(Connection connection) throws SQLException {
    return CATALOG.read(this, connection);
  }

  @Override
  Map<String, String> types(Connection connection, Relation.Table table) throws SQLException {
    Map<String, String> types = new HashMap<>();
    try (PreparedStatement statement =
        connection.prepareStatement(
            "SELECT column_name, column_type FROM information_schema.columns"
                + " WHERE table_schema = COALESCE(?, DATABASE()) AND table_name = ?")) {
      statement.setString(1, table.schema());
      statement.setString(2, table.name());
      try (ResultSet rows = statement.executeQuery()) {
        while (rows.next()) {
          types.put(rows.getString(1), rows.getString(2));
        }
      }
    }
    return types;
  }

  @Override
  String quoted(String name) {
    return '`' + name.replace("`", "``") + '`';
  }

  @Override
  Set<String> forbiddenWords() {
    return Set.of("INTO");
  }

  /** As text, a single-precision number has six digits; as a double it has all of them. */
  @Override
  String selected(Shape shape, String column) {
    return shape.typeName().startsWith("float") ? "(" + column + " + 0e0)" : column;
  }

  @Override
  Cell cell(Shape shape) {
    String type = shape.typeName();
    if (type.startsWith("float")) {
      return (rows, column) -> {
        double value = rows.getDouble(column);
        return rows.wasNull() ? null : Cell.utf8(Texts.of((float) value));
      };
    }
    if (type.startsWith("bit")) {
      int digits = Math.max(1, shape.precision());
      return (rows, column) -> bits(rows.getBytes(column), digits);
    }
    if (type.startsWith("timestamp")) {
      return (rows, column) -> moment(fraction(rows.getString(column), shape.scale()));
    }
    if (type.startsWith("datetime") || type.equals("time")) {
      return (rows, column) -> Cell.utf8(fraction(rows.getString(column), shape.scale()));
    }
    return type.contains("blob")
            || type.contains("binary")
            || type.contains("geometry")
            || SPATIAL.contains(type)
        ? Cell.HEX
        : Cell.TEXT;
  }

  private static final Set<String> SPATIAL =
      Set.of(
          "point",
          "linestring",
          "polygon",
          "multipoint",
          "multilinestring",
          "multipolygon",
          "geometrycollection");

  private static byte[] bits(byte[] bytes, int digits) {
    if (bytes == null) {
      return null;
    }
    StringBuilder text = new StringBuilder();
    for (byte one : bytes) {
      text.append(Integer.toBinaryString((one & 0xFF) | 0x100), 1, 9);
    }
    while (text.length() < digits) {
      text.insert(0, '0');
    }
    return Cell.utf8(text.substring(text.length() - digits));
  }

  /** As many digits as the column has: the driver fills some types up to six. */
  private static String fraction(String text, int digits) {
    int point = text == null ? -1 : text.lastIndexOf('.');
    int end = digits == 0 ? point : point + 1 + digits;
    boolean onlyNoughts =
        point >= 0 && end < text.length() && text.substring(end).matches("\\.?0*");
    return onlyNoughts ? text.substring(0, end) : text;
  }

  /** A TIMESTAMP is a moment, shown in UTC as asked for; zeroes are none. */
  private static byte[] moment(String text) {
    return text == null ? null : Cell.utf8(text.startsWith("0000-00-00") ? text : text + "+00");
  }

  @Override
  Object bound(Shape shape, String value) {
    return shape.typeName().startsWith("timestamp") && value.endsWith("+00")
        ? value.substring(0, value.length() - 3)
        : value;
  }

  private static Tls tls(Login login) {
    Tls tls = login.connection().tls();
    return tls == null ? Tls.PREFER : tls;
  }
}

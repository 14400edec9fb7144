package dev.assay.source.database;

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
import org.sqlite.JDBC;
import org.sqlite.SQLiteConfig;

/** SQLite: a file. Each value has a type of its own, whatever its column was declared as. */
final class Sqlite extends Vendor {
  private static final Catalog CATALOG =
      new Catalog(
          """
          SELECT NULL, name, type = 'view', NULL, type = 'table' FROM sqlite_schema
          WHERE type IN ('table', 'view') AND name NOT LIKE 'sqlite\\_%' ESCAPE '\\' ORDER BY name
          """,
          """
          SELECT NULL, m.name, c.name FROM sqlite_schema m, pragma_table_info(m.name) c
          WHERE m.type = 'table' AND c.pk > 0 ORDER BY m.name, c.pk
          """,
          """
          SELECT NULL, m.name, f.id, f."from", NULL, f."table", f."to"
          FROM sqlite_schema m, pragma_foreign_key_list(m.name) f
          WHERE m.type = 'table' ORDER BY m.name, f.id, f.seq
          """);

  @Override
  Address address(Login login) {
    SQLiteConfig config = new SQLiteConfig();
    config.setReadOnly(true);
    config.enableLoadExtension(false);
    config.setBusyTimeout(Address.CONNECT_SECONDS * 1_000);
    Properties options = config.toProperties();
    return new Address("jdbc:sqlite:" + Address.file(login.connection()), options);
  }

  @Override
  Connection connect(Login login) throws SQLException {
    Address address = address(login);
    return new JDBC().connect(address.url(), address.options());
  }

  @Override
  void begin(Connection connection) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.execute("PRAGMA query_only = ON");
      // What a file says of itself may hold functions; those with side effects stay out of views.
      statement.execute("PRAGMA trusted_schema = OFF");
    }
    connection.setAutoCommit(false);
  }

  @Override
  List<FoundTable> tables(Connection connection) throws SQLException {
    return CATALOG.read(this, connection);
  }

  /** The types as declared: the driver itself takes brackets and more off them. */
  @Override
  Map<String, String> types(Connection connection, Relation.Table table) throws SQLException {
    Map<String, String> types = new HashMap<>();
    try (PreparedStatement statement =
        connection.prepareStatement("SELECT name, type FROM pragma_table_xinfo(?)")) {
      statement.setString(1, table.name());
      try (ResultSet rows = statement.executeQuery()) {
        while (rows.next()) {
          String type = rows.getString(2);
          types.put(rows.getString(1), type == null || type.isEmpty() ? null : type);
        }
      }
    }
    return types;
  }

  @Override
  String type(Shape shape) {
    return shape.type() == null || shape.type().isEmpty() ? null : shape.type();
  }

  @Override
  Cell cell(Shape shape) {
    return (rows, column) -> {
      Object value = rows.getObject(column);
      // The driver puts this sign for bytes that are no UTF-8, which some programs store as text.
      return value instanceof String text && text.indexOf('\uFFFD') >= 0
          ? Cell.utf8(rows.getBytes(column))
          : Cell.utf8(Texts.of(value));
    };
  }

  /** Compared as the column's values are: a number would be less than every text. */
  @Override
  Object bound(Shape shape, String value) {
    String declared = shape.type() == null ? "" : shape.type().toLowerCase(Locale.ROOT);
    boolean text =
        declared.contains("char") || declared.contains("clob") || declared.contains("text");
    if (text) {
      return value;
    }
    try {
      return Long.parseLong(value);
    } catch (NumberFormatException _) {
      try {
        return Double.parseDouble(value);
      } catch (NumberFormatException _) {
        return value;
      }
    }
  }
}

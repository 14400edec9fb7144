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
import java.util.Map;
import java.util.Properties;
import org.duckdb.DuckDBDriver;

/** A DuckDB file, which cannot reach anything beyond itself. */
final class DuckDb extends Vendor {
  private static final Catalog CATALOG =
      new Catalog(
          """
          SELECT table_schema, table_name, CASE table_type WHEN 'VIEW' THEN 1 ELSE 0 END, NULL,
            CASE table_type WHEN 'VIEW' THEN 0 ELSE 1 END
          FROM information_schema.tables WHERE table_catalog = current_database() ORDER BY 1, 2
          """,
          """
          SELECT schema_name, table_name, unnest(constraint_column_names)
          FROM duckdb_constraints()
          WHERE constraint_type = 'PRIMARY KEY' AND database_name = current_database()
          """,
          """
          SELECT schema_name, table_name, constraint_index, unnest(constraint_column_names),
            schema_name, referenced_table, unnest(referenced_column_names)
          FROM duckdb_constraints()
          WHERE constraint_type = 'FOREIGN KEY' AND database_name = current_database()
            AND len(constraint_column_names) = len(referenced_column_names)
          """);

  @Override
  Address address(Login login) {
    Properties options = new Properties();
    options.setProperty("access_mode", "READ_ONLY");
    options.setProperty("enable_external_access", "false");
    options.setProperty("autoload_known_extensions", "false");
    options.setProperty("autoinstall_known_extensions", "false");
    options.setProperty("memory_limit", "512MB");
    options.setProperty("threads", "2");
    // Connections to one file share an instance: locked by one, it must still take the others'
    // zone.
    options.setProperty("allowed_configs", "[TimeZone]");
    options.setProperty("lock_configuration", "true");
    options.setProperty("jdbc_stream_results", "true");
    return new Address("jdbc:duckdb:" + Address.file(login.connection()), options);
  }

  @Override
  Connection connect(Login login) throws SQLException {
    Address address = address(login);
    return new DuckDBDriver().connect(address.url(), address.options());
  }

  @Override
  void begin(Connection connection) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.execute("SET TimeZone = 'UTC'");
    }
    connection.setAutoCommit(false);
  }

  @Override
  List<FoundTable> tables(Connection connection) throws SQLException {
    return CATALOG.read(this, connection);
  }

  @Override
  String type(Shape shape) {
    return shape.type();
  }

  /** The driver says of an enumeration only that it is one. */
  @Override
  Map<String, String> types(Connection connection, Relation.Table table) throws SQLException {
    Map<String, String> types = new HashMap<>();
    try (PreparedStatement statement =
        connection.prepareStatement(
            "SELECT column_name, data_type FROM duckdb_columns()"
                + " WHERE database_name = current_database()"
                + " AND schema_name = COALESCE(?, current_schema()) AND table_name = ?")) {
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
  String selected(Shape shape, String column) {
    return switch (kind(shape)) {
      case PLAIN, NESTED -> column;
      case BYTES -> "lower(hex(" + column + "))";
      case WRITTEN -> "CAST(" + column + " AS VARCHAR)";
    };
  }

  @Override
  Cell cell(Shape shape) {
    return switch (shape.typeName()) {
      case "boolean" -> Cell.BOOLEAN;
      case "float" -> Cell.FLOAT;
      case "double" -> Cell.DOUBLE;
      default -> kind(shape) == Kind.NESTED ? Cell.BY_VALUE : Cell.TEXT;
    };
  }

  @Override
  String typed(Shape shape) {
    return switch (shape.typeName()) {
      case "blob" -> "unhex(?)";
      case "enum" -> "?";
      default -> "CAST(? AS " + shape.type() + ")";
    };
  }

  private enum Kind {
    PLAIN,
    BYTES,
    WRITTEN,
    NESTED
  }

  private static Kind kind(Shape shape) {
    String type = shape.typeName();
    if (type.endsWith("]") || type.startsWith("struct") || type.startsWith("map(")) {
      return Kind.NESTED;
    }
    return switch (type) {
      case "varchar",
          "boolean",
          "tinyint",
          "smallint",
          "integer",
          "bigint",
          "utinyint",
          "usmallint",
          "uinteger",
          "float",
          "double" ->
          Kind.PLAIN;
      case "blob" -> Kind.BYTES;
      default -> Kind.WRITTEN;
    };
  }
}

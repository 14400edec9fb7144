package dev.assay.source.database;

import com.microsoft.sqlserver.jdbc.SQLServerDriver;
import dev.assay.model.Connection.Tls;
import dev.assay.model.FoundTable;
import dev.assay.source.RelationReader.Login;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Properties;
import java.util.Set;

/** SQL Server and Azure SQL. */
final class SqlServer extends Vendor {
  private static final String SNAPSHOT_ALLOWED =
      "SELECT snapshot_isolation_state FROM sys.databases WHERE database_id = DB_ID()";
  private static final Catalog CATALOG =
      new Catalog(
          """
          SELECT s.name, o.name, CASE o.type WHEN 'V' THEN 1 ELSE 0 END,
            (SELECT SUM(p.rows) FROM sys.partitions p
              WHERE p.object_id = o.object_id AND p.index_id IN (0, 1)), 0
          FROM sys.objects o JOIN sys.schemas s ON s.schema_id = o.schema_id
          WHERE o.type IN ('U', 'V') AND o.is_ms_shipped = 0 ORDER BY 1, 2
          """,
          """
          SELECT s.name, o.name, c.name
          FROM sys.indexes i JOIN sys.objects o ON o.object_id = i.object_id
            JOIN sys.schemas s ON s.schema_id = o.schema_id
            JOIN sys.index_columns x ON x.object_id = i.object_id AND x.index_id = i.index_id
            JOIN sys.columns c ON c.object_id = x.object_id AND c.column_id = x.column_id
          WHERE i.is_primary_key = 1 ORDER BY 1, 2, x.key_ordinal
          """,
          """
          SELECT s.name, o.name, f.name, c.name, rs.name, ro.name, rc.name
          FROM sys.foreign_keys f
            JOIN sys.foreign_key_columns x ON x.constraint_object_id = f.object_id
            JOIN sys.objects o ON o.object_id = f.parent_object_id
            JOIN sys.schemas s ON s.schema_id = o.schema_id
            JOIN sys.columns c
              ON c.object_id = x.parent_object_id AND c.column_id = x.parent_column_id
            JOIN sys.objects ro ON ro.object_id = f.referenced_object_id
            JOIN sys.schemas rs ON rs.schema_id = ro.schema_id
            JOIN sys.columns rc
              ON rc.object_id = x.referenced_object_id AND rc.column_id = x.referenced_column_id
          ORDER BY 1, 2, 3, x.constraint_column_id
          """);

  @Override
  Address address(Login login) {
    var connection = login.connection();
    Properties options = Address.login(login, null);
    options.setProperty("serverName", Address.host(connection));
    options.setProperty("portNumber", Integer.toString(Address.port(connection, 1433)));
    if (connection.database() != null) {
      options.setProperty("databaseName", Address.namedDatabase(connection));
    }
    Tls tls = connection.tls() == null ? Tls.PREFER : connection.tls();
    // The login itself is always encrypted; what this system calls "false" encrypts only that.
    options.setProperty(
        "encrypt",
        switch (tls) {
          case DISABLE, PREFER -> "false";
          case REQUIRE, VERIFY -> "true";
        });
    options.setProperty("trustServerCertificate", tls == Tls.VERIFY ? "false" : "true");
    options.setProperty("authentication", "NotSpecified");
    options.setProperty("integratedSecurity", "false");
    options.setProperty("applicationIntent", "ReadOnly");
    options.setProperty("applicationName", "Assay");
    options.setProperty("responseBuffering", "adaptive");
    options.setProperty("selectMethod", "direct");
    options.setProperty("sendTimeAsDatetime", "false");
    options.setProperty("loginTimeout", Integer.toString(Address.LOGIN_SECONDS));
    options.setProperty("socketTimeout", Integer.toString(Address.SOCKET_SECONDS * 1_000));
    return new Address("jdbc:sqlserver://", options);
  }

  @Override
  Connection connect(Login login) throws SQLException {
    Address address = address(login);
    return new SQLServerDriver().connect(address.url(), address.options());
  }

  @Override
  void begin(Connection connection) throws SQLException {
    try (Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery(SNAPSHOT_ALLOWED)) {
      boolean allowed = rows.next() && rows.getInt(1) == 1;
      if (allowed) {
        // 4096 is the driver's TRANSACTION_SNAPSHOT, which JDBC has no name for.
        connection.setTransactionIsolation(4096);
      }
    }
    connection.setReadOnly(true);
    connection.setAutoCommit(false);
  }

  @Override
  List<FoundTable> tables(Connection connection) throws SQLException {
    return CATALOG.read(this, connection);
  }

  @Override
  String quoted(String name) {
    return "[" + name.replace("]", "]]") + "]";
  }

  /** A batch needs no semicolon between statements, and there is no read-only transaction. */
  @Override
  Set<String> forbiddenWords() {
    return Set.of(
        "ALTER",
        "BACKUP",
        "BEGIN",
        "BULK",
        "COMMIT",
        "CREATE",
        "DBCC",
        "DECLARE",
        "DELETE",
        "DENY",
        "DROP",
        "EXEC",
        "EXECUTE",
        "GRANT",
        "INSERT",
        "INTO",
        "KILL",
        "MERGE",
        "OPENDATASOURCE",
        "OPENQUERY",
        "OPENROWSET",
        "RECONFIGURE",
        "RESTORE",
        "REVOKE",
        "ROLLBACK",
        "SAVE",
        "SET",
        "SHUTDOWN",
        "TRUNCATE",
        "UPDATE",
        "UPDATETEXT",
        "USE",
        "WAITFOR",
        "WRITETEXT");
  }

  @Override
  String selected(Shape shape, String column) {
    return switch (shape.typeName()) {
      case "datetime", "datetime2", "smalldatetime", "time", "date" ->
          "CONVERT(varchar(40), " + column + ", 121)";
      case "datetimeoffset" ->
          "CONVERT(varchar(40), CONVERT(datetime2, " + column + ", 1), 121) + '+00'";
      case "money", "smallmoney" -> "CONVERT(varchar(40), " + column + ", 2)";
      case "sql_variant" -> "CONVERT(nvarchar(max), " + column + ", 121)";
      case "hierarchyid" -> column + ".ToString()";
      default -> column;
    };
  }

  @Override
  Cell cell(Shape shape) {
    return switch (shape.typeName()) {
      case "bit" -> Cell.BOOLEAN;
      case "real" -> Cell.FLOAT;
      case "float" -> Cell.DOUBLE;
      case "decimal", "numeric", "decimal() identity", "numeric() identity" -> Cell.DECIMAL;
      case "binary", "varbinary", "image", "timestamp", "geometry", "geography", "udt", "vector" ->
          Cell.HEX;
      default -> Cell.TEXT;
    };
  }

  @Override
  String typed(Shape shape) {
    return switch (shape.typeName()) {
      case "binary", "varbinary", "timestamp" -> "CONVERT(varbinary(8000), ?, 2)";
      case "datetime", "datetime2", "smalldatetime", "time", "date" ->
          "CONVERT(" + shape.typeName() + ", ?, 121)";
      case "datetimeoffset" -> "CONVERT(datetimeoffset, ?, 121)";
      default -> "?";
    };
  }

  @Override
  Object bound(Shape shape, String value) {
    return shape.typeName().equals("datetimeoffset") && value.endsWith("+00")
        ? value + ":00"
        : value;
  }
}

package dev.assay.source.database;

import dev.assay.model.FoundTable;
import dev.assay.model.FoundTable.ForeignKey;
import dev.assay.model.UserError;
import dev.assay.source.RelationReader.Login;
import java.sql.Connection;
import java.sql.DatabaseMetaData;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.SQLFeatureNotSupportedException;
import java.sql.Types;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;

/** Whatever a driver that the user put into {@code drivers/} speaks to, by JDBC's own means. */
final class OtherDriver extends Vendor {
  private static final Set<String> SYSTEM_SCHEMAS =
      Set.of("information_schema", "pg_catalog", "sys", "syscat", "sysibm", "system", "mysql");

  /** An option, or what stands before the host in the manner of the web or of Oracle. */
  private static final Pattern SECRET =
      Pattern.compile(
          "(password|passwd|pwd|secret|token)\\s*=|//[^/@]*:[^/@]*@|:oracle:[^@]*/[^@]+@",
          Pattern.CASE_INSENSITIVE);

  private final Drivers drivers;

  OtherDriver(Drivers drivers) {
    this.drivers = drivers;
  }

  @Override
  Address address(Login login) {
    String url = login.connection().url();
    if (url == null || !url.startsWith("jdbc:")) {
      throw UserError.invalid(
          "The connection '"
              + login.connection().name()
              + "' needs its driver's address, which begins with jdbc:.");
    }
    if (SECRET.matcher(url).find()) {
      throw UserError.invalid(
          "Leave the password out of the address, which is kept and shown as it is: type it when you"
              + " are asked, or set the environment variable ASSAY_PASSWORD.");
    }
    Properties options = Address.login(login, null);
    return new Address(url, options);
  }

  @Override
  Connection connect(Login login) throws SQLException {
    Address address = address(login);
    return drivers
        .find(login.connection().driver(), address.url())
        .connect(address.url(), address.options());
  }

  @Override
  void begin(Connection connection) throws SQLException {
    connection.setReadOnly(true);
    DatabaseMetaData about = connection.getMetaData();
    if (about.supportsTransactions()) {
      for (int level :
          new int[] {Connection.TRANSACTION_REPEATABLE_READ, Connection.TRANSACTION_SERIALIZABLE}) {
        if (about.supportsTransactionIsolationLevel(level)) {
          connection.setTransactionIsolation(level);
          break;
        }
      }
      connection.setAutoCommit(false);
    }
  }

  @Override
  Cell cell(Shape shape) {
    return switch (shape.jdbcType()) {
      case Types.BIT, Types.BOOLEAN -> Cell.BOOLEAN;
      case Types.REAL -> Cell.FLOAT;
      case Types.FLOAT, Types.DOUBLE -> Cell.DOUBLE;
      case Types.NUMERIC, Types.DECIMAL -> Cell.DECIMAL;
      case Types.BINARY, Types.VARBINARY, Types.LONGVARBINARY, Types.BLOB -> Cell.HEX;
      case Types.ARRAY, Types.STRUCT -> Cell.BY_VALUE;
      default -> Cell.TEXT;
    };
  }

  @Override
  List<FoundTable> tables(Connection connection) throws SQLException {
    DatabaseMetaData about = connection.getMetaData();
    List<FoundTable> found = new ArrayList<>();
    try (ResultSet rows =
        about.getTables(connection.getCatalog(), null, "%", new String[] {"TABLE", "VIEW"})) {
      while (rows.next()) {
        String schema = rows.getString("TABLE_SCHEM");
        if (schema == null || !SYSTEM_SCHEMAS.contains(schema.toLowerCase(Locale.ROOT))) {
          boolean view = "VIEW".equals(rows.getString("TABLE_TYPE"));
          found.add(
              new FoundTable(
                  schema,
                  rows.getString("TABLE_NAME"),
                  view ? FoundTable.Kind.VIEW : FoundTable.Kind.TABLE));
        }
      }
    }
    List<FoundTable> withKeys = new ArrayList<>();
    for (FoundTable table : found) {
      withKeys.add(withKeys(about, connection.getCatalog(), table));
    }
    return withKeys;
  }

  private static FoundTable withKeys(DatabaseMetaData about, String catalog, FoundTable table)
      throws SQLException {
    try {
      return new FoundTable(
          table.schema(),
          table.name(),
          table.kind(),
          null,
          false,
          primaryKey(about, catalog, table),
          foreignKeys(about, catalog, table),
          null);
    } catch (SQLFeatureNotSupportedException _) {
      return table;
    }
  }

  private static List<String> primaryKey(DatabaseMetaData about, String catalog, FoundTable table)
      throws SQLException {
    Map<Integer, String> columns = new TreeMap<>();
    try (ResultSet rows = about.getPrimaryKeys(catalog, table.schema(), table.name())) {
      while (rows.next()) {
        columns.put(rows.getInt("KEY_SEQ"), rows.getString("COLUMN_NAME"));
      }
    }
    return List.copyOf(columns.values());
  }

  private static List<ForeignKey> foreignKeys(
      DatabaseMetaData about, String catalog, FoundTable table) throws SQLException {
    record Found(String schema, String table, List<String> columns, List<String> referenced) {}
    Map<String, Found> found = new LinkedHashMap<>();
    try (ResultSet rows = about.getImportedKeys(catalog, table.schema(), table.name())) {
      while (rows.next()) {
        String schema = rows.getString("PKTABLE_SCHEM");
        String other = rows.getString("PKTABLE_NAME");
        Found key =
            found.computeIfAbsent(
                rows.getString("FK_NAME") + "\0" + schema + "\0" + other,
                _ -> new Found(schema, other, new ArrayList<>(), new ArrayList<>()));
        key.columns().add(rows.getString("FKCOLUMN_NAME"));
        key.referenced().add(rows.getString("PKCOLUMN_NAME"));
      }
    }
    return found.values().stream()
        .map(key -> new ForeignKey(key.columns(), key.schema(), key.table(), key.referenced()))
        .toList();
  }
}

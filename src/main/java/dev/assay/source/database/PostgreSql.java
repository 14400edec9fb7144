package dev.assay.source.database;

import dev.assay.model.FoundTable;
import dev.assay.model.Relation;
import dev.assay.source.RelationReader.Login;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;

/**
 * PostgreSQL. Its text protocol already says every value exactly, so the server's own bytes go to
 * Bronze as they are; only booleans, bytes and arrays are written another way.
 */
final class PostgreSql extends Vendor {
  private static final Catalog CATALOG =
      new Catalog(
          """
          SELECT n.nspname, c.relname, CASE WHEN c.relkind IN ('v', 'm') THEN 1 ELSE 0 END,
            CASE WHEN c.reltuples >= 0 AND c.relkind IN ('r', 'm') THEN c.reltuples::bigint END,
            CASE WHEN c.relkind IN ('r', 'm') AND pg_table_size(c.oid) < %d THEN 1 ELSE 0 END
          FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
          WHERE c.relkind IN ('r', 'p', 'v', 'm', 'f') AND NOT c.relispartition
            AND n.nspname NOT IN ('pg_catalog', 'information_schema')
            AND n.nspname NOT LIKE 'pg\\_toast%%' AND n.nspname NOT LIKE 'pg\\_temp\\_%%'
            AND has_schema_privilege(n.oid, 'USAGE') AND has_table_privilege(c.oid, 'SELECT')
          ORDER BY 1, 2
          """
              .formatted(SMALL),
          """
          SELECT n.nspname, c.relname, a.attname
          FROM pg_constraint k JOIN pg_class c ON c.oid = k.conrelid
            JOIN pg_namespace n ON n.oid = c.relnamespace
            CROSS JOIN LATERAL unnest(k.conkey) WITH ORDINALITY AS p(attnum, position)
            JOIN pg_attribute a ON a.attrelid = c.oid AND a.attnum = p.attnum
          WHERE k.contype = 'p' ORDER BY 1, 2, p.position
          """,
          """
          SELECT n.nspname, c.relname, k.conname, a.attname, rn.nspname, rc.relname, ra.attname
          FROM pg_constraint k JOIN pg_class c ON c.oid = k.conrelid
            JOIN pg_namespace n ON n.oid = c.relnamespace
            JOIN pg_class rc ON rc.oid = k.confrelid
            JOIN pg_namespace rn ON rn.oid = rc.relnamespace
            CROSS JOIN LATERAL unnest(k.conkey, k.confkey)
              WITH ORDINALITY AS p(attnum, refnum, position)
            JOIN pg_attribute a ON a.attrelid = c.oid AND a.attnum = p.attnum
            JOIN pg_attribute ra ON ra.attrelid = rc.oid AND ra.attnum = p.refnum
          WHERE k.contype = 'f' ORDER BY 1, 2, 3, p.position
          """);

  @Override
  Address address(Login login) {
    var connection = login.connection();
    Properties options = Address.login(login, null);
    // Without these, the driver would look for a password and a certificate in the home of whoever
    // runs the server, and show them to the host that a caller named.
    options.putIfAbsent("password", "");
    options.setProperty("sslcert", "");
    options.setProperty("sslkey", "");
    options.setProperty(
        "sslmode",
        switch (tls(login)) {
          case DISABLE -> "disable";
          case PREFER -> "prefer";
          case REQUIRE -> "require";
          case VERIFY -> "verify-full";
        });
    if (tls(login) == dev.assay.model.Connection.Tls.VERIFY) {
      // The JVM's own list of authorities, not a file in the home of whoever runs the server.
      options.setProperty("sslfactory", "org.postgresql.ssl.DefaultJavaSSLFactory");
    }
    options.setProperty("gssEncMode", "disable");
    options.setProperty("binaryTransfer", "false");
    options.setProperty("connectTimeout", Integer.toString(Address.CONNECT_SECONDS));
    options.setProperty("loginTimeout", Integer.toString(Address.LOGIN_SECONDS));
    options.setProperty("socketTimeout", Integer.toString(Address.SOCKET_SECONDS));
    options.setProperty("tcpKeepAlive", "true");
    options.setProperty("ApplicationName", "Assay");
    options.setProperty("readOnly", "true");
    String database = URLEncoder.encode(Address.namedDatabase(connection), StandardCharsets.UTF_8);
    return new Address(
        "jdbc:postgresql://" + Address.hostAndPort(connection, 5432) + "/" + database, options);
  }

  @Override
  Connection connect(Login login) throws SQLException {
    Address address = address(login);
    return new org.postgresql.Driver().connect(address.url(), address.options());
  }

  @Override
  void begin(Connection connection) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.execute("SET TimeZone = 'UTC'");
      statement.execute("SET DateStyle = 'ISO, YMD'");
      statement.execute("SET IntervalStyle = 'postgres'");
      statement.execute("SET extra_float_digits = 3");
      statement.execute("SET bytea_output = 'hex'");
    }
    connection.setReadOnly(true);
    connection.setTransactionIsolation(Connection.TRANSACTION_REPEATABLE_READ);
    connection.setAutoCommit(false);
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
            "SELECT attname, format_type(atttypid, atttypmod) FROM pg_attribute"
                + " WHERE attrelid = to_regclass(?) AND attnum > 0 AND NOT attisdropped")) {
      statement.setString(1, from(table));
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
    return isArray(shape) ? "array_to_json(" + column + ")" : column;
  }

  @Override
  Cell cell(Shape shape) {
    return switch (shape.typeName()) {
      case "bool" -> Cell.BOOLEAN;
      case "bytea" -> Cell.HEX;
      default -> Cell.RAW;
    };
  }

  /** The type's own name is a name, not SQL: what the catalog wrote can be cast to. */
  @Override
  String typed(Shape shape) {
    return "CAST(? AS " + (shape.type() == null ? shape.typeName() : shape.type()) + ")";
  }

  @Override
  Object bound(Shape shape, String value) {
    return shape.typeName().equals("bytea") ? "\\x" + value : value;
  }

  private static boolean isArray(Shape shape) {
    return shape.typeName().startsWith("_") || shape.jdbcType() == java.sql.Types.ARRAY;
  }

  private static dev.assay.model.Connection.Tls tls(Login login) {
    var tls = login.connection().tls();
    return tls == null ? dev.assay.model.Connection.Tls.PREFER : tls;
  }
}

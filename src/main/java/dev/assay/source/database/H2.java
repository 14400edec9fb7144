package dev.assay.source.database;

import dev.assay.model.Connection.Tls;
import dev.assay.model.FoundTable;
import dev.assay.model.UserError;
import dev.assay.source.RelationReader.Login;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.sql.Types;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import java.util.Set;
import java.util.regex.Pattern;

/** H2: a file, or a server that speaks its own protocol. */
final class H2 extends Vendor {
  private static final String ENDING = ".mv.db";
  private static final Pattern REMOTE = Pattern.compile("[A-Za-z0-9_~][A-Za-z0-9_~./ -]*");
  private static final Catalog CATALOG =
      new Catalog(
          """
          SELECT TABLE_SCHEMA, TABLE_NAME, CASE TABLE_TYPE WHEN 'VIEW' THEN 1 ELSE 0 END, NULL,
            CASE TABLE_TYPE WHEN 'VIEW' THEN 0 ELSE 1 END
          FROM INFORMATION_SCHEMA.TABLES WHERE TABLE_SCHEMA <> 'INFORMATION_SCHEMA' ORDER BY 1, 2
          """,
          """
          SELECT k.TABLE_SCHEMA, k.TABLE_NAME, k.COLUMN_NAME
          FROM INFORMATION_SCHEMA.TABLE_CONSTRAINTS c JOIN INFORMATION_SCHEMA.KEY_COLUMN_USAGE k
            USING (CONSTRAINT_SCHEMA, CONSTRAINT_NAME)
          WHERE c.CONSTRAINT_TYPE = 'PRIMARY KEY' ORDER BY 1, 2, k.ORDINAL_POSITION
          """,
          """
          SELECT k.TABLE_SCHEMA, k.TABLE_NAME, k.CONSTRAINT_NAME, k.COLUMN_NAME,
            o.TABLE_SCHEMA, o.TABLE_NAME, o.COLUMN_NAME
          FROM INFORMATION_SCHEMA.REFERENTIAL_CONSTRAINTS r
            JOIN INFORMATION_SCHEMA.KEY_COLUMN_USAGE k
              ON k.CONSTRAINT_SCHEMA = r.CONSTRAINT_SCHEMA AND k.CONSTRAINT_NAME = r.CONSTRAINT_NAME
            JOIN INFORMATION_SCHEMA.KEY_COLUMN_USAGE o
              ON o.CONSTRAINT_SCHEMA = r.UNIQUE_CONSTRAINT_SCHEMA
                AND o.CONSTRAINT_NAME = r.UNIQUE_CONSTRAINT_NAME
                AND o.ORDINAL_POSITION = k.POSITION_IN_UNIQUE_CONSTRAINT
          ORDER BY 1, 2, 3, k.ORDINAL_POSITION
          """);

  private static final String CODE =
      """
      SELECT (SELECT COUNT(*) FROM INFORMATION_SCHEMA.ROUTINES
          WHERE ROUTINE_SCHEMA <> 'INFORMATION_SCHEMA')
        + (SELECT COUNT(*) FROM INFORMATION_SCHEMA.TRIGGERS)
      """;

  @Override
  Address address(Login login) {
    var connection = login.connection();
    Properties options = Address.login(login, connection.host() == null ? "sa" : null);
    if (connection.host() == null) {
      String path = Address.file(connection, ENDING).toString();
      String base =
          path.endsWith(ENDING) ? path.substring(0, path.length() - ENDING.length()) : path;
      return new Address(
          "jdbc:h2:file:" + base + ";ACCESS_MODE_DATA=r;IFEXISTS=TRUE;TRACE_LEVEL_FILE=0", options);
    }
    Tls tls = connection.tls() == null ? Tls.PREFER : connection.tls();
    String scheme =
        switch (tls) {
          case DISABLE, PREFER -> "tcp";
          case REQUIRE -> "ssl";
          case VERIFY ->
              throw UserError.invalid(
                  "H2 cannot check a server's certificate: choose another TLS mode.");
        };
    String database = connection.database() == null ? "" : connection.database();
    if (!REMOTE.matcher(database).matches()) {
      throw UserError.invalid("The database must be its name or path alone, without options.");
    }
    return new Address(
        "jdbc:h2:"
            + scheme
            + "://"
            + Address.hostAndPort(connection, 9092)
            + "/"
            + database
            + ";IFEXISTS=TRUE;NETWORK_TIMEOUT="
            + Address.SOCKET_SECONDS * 1_000,
        options);
  }

  @Override
  Connection connect(Login login) throws SQLException {
    Address address = address(login);
    Connection connection = H2Alone.driver().connect(address.url(), address.options());
    if (login.connection().host() != null) {
      return connection;
    }
    try {
      refuseCode(connection);
      return connection;
    } catch (SQLException | RuntimeException e) {
      JdbcReader.closeQuietly(connection);
      throw e;
    }
  }

  /** A file may hold functions and triggers written in Java, which would run here. */
  private static void refuseCode(Connection connection) throws SQLException {
    try (Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery(CODE)) {
      rows.next();
      if (rows.getInt(1) > 0) {
        throw UserError.invalid(
            "This H2 file holds functions or triggers that would run here: drop them, or read it"
                + " through its server.");
      }
    }
  }

  @Override
  void begin(Connection connection) throws SQLException {
    connection.setReadOnly(true);
    connection.setAutoCommit(false);
    try (Statement statement = connection.createStatement()) {
      statement.execute("SET SESSION CHARACTERISTICS AS TRANSACTION ISOLATION LEVEL SNAPSHOT");
      statement.execute("SET TIME ZONE 'UTC'");
      // Rows come as they are asked for, not all at once.
      statement.execute("SET LAZY_QUERY_EXECUTION TRUE");
    }
  }

  @Override
  List<FoundTable> tables(Connection connection) throws SQLException {
    return CATALOG.read(this, connection);
  }

  @Override
  Set<String> forbiddenWords() {
    return Set.of("CSVWRITE", "CSVREAD", "FILE_WRITE", "FILE_READ", "LINK_SCHEMA", "RUNSCRIPT");
  }

  /** Moments are written in UTC, whatever zone each was stored with. */
  @Override
  String selected(Shape shape, String column) {
    return shape.jdbcType() == Types.TIMESTAMP_WITH_TIMEZONE
        ? column + " AT TIME ZONE 'UTC'"
        : column;
  }

  @Override
  String type(Shape shape) {
    return switch (shape.typeName()) {
      case "uuid" -> shape.type();
      case "decfloat" -> shape.type() + "(" + shape.precision() + ")";
      case "time", "timestamp", "time with time zone", "timestamp with time zone" ->
          shape.type().replaceFirst("^[A-Z]+", "$0(" + shape.scale() + ")");
      default -> shape.written();
    };
  }

  @Override
  Cell cell(Shape shape) {
    if (shape.typeName().equals("uuid")) {
      return Cell.TEXT;
    }
    if (shape.typeName().startsWith("row(")) {
      return (rows, column) -> fields(rows.getObject(column));
    }
    return switch (shape.jdbcType()) {
      case Types.BOOLEAN, Types.BIT -> Cell.BOOLEAN;
      case Types.REAL -> Cell.FLOAT;
      case Types.FLOAT, Types.DOUBLE -> Cell.DOUBLE;
      case Types.NUMERIC, Types.DECIMAL -> Cell.DECIMAL;
      case Types.BINARY, Types.VARBINARY, Types.LONGVARBINARY, Types.BLOB, Types.JAVA_OBJECT ->
          Cell.HEX;
      case Types.ARRAY -> Cell.BY_VALUE;
      default -> Cell.TEXT;
    };
  }

  /** A row within a row comes as a result of its own, in which the fields lack their names. */
  private static byte[] fields(Object value) throws SQLException {
    if (!(value instanceof ResultSet row)) {
      return Cell.utf8(Texts.of(value));
    }
    List<Object> fields = new ArrayList<>();
    row.next();
    for (int i = 1; i <= row.getMetaData().getColumnCount(); i++) {
      fields.add(row.getObject(i));
    }
    return Cell.utf8(Texts.json(fields));
  }

  @Override
  String typed(Shape shape) {
    return shape.jdbcType() == Types.BINARY || shape.jdbcType() == Types.VARBINARY
        ? "HEXTORAW(?)"
        : "?";
  }
}

package dev.assay.source.database;

import dev.assay.model.Connection.Tls;
import dev.assay.model.FoundTable;
import dev.assay.model.UserError;
import dev.assay.source.RelationReader.Login;
import java.math.BigDecimal;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Properties;
import oracle.jdbc.OracleDriver;

/** Oracle Database. An empty text is a missing one there. */
final class Oracle extends Vendor {
  private static final Catalog CATALOG =
      new Catalog(
          """
          SELECT o.owner, o.object_name, CASE o.object_type WHEN 'VIEW' THEN 1 ELSE 0 END,
            t.num_rows, 0
          FROM all_objects o JOIN all_users u ON u.username = o.owner
            LEFT JOIN all_tables t ON t.owner = o.owner AND t.table_name = o.object_name
          WHERE o.object_type IN ('TABLE', 'VIEW') AND u.oracle_maintained = 'N'
            AND o.secondary = 'N' AND o.object_name NOT LIKE 'BIN$%' ORDER BY 1, 2
          """,
          """
          SELECT c.owner, c.table_name, p.column_name
          FROM all_constraints c JOIN all_cons_columns p
            ON p.owner = c.owner AND p.constraint_name = c.constraint_name
          WHERE c.constraint_type = 'P' ORDER BY 1, 2, p.position
          """,
          """
          SELECT c.owner, c.table_name, c.constraint_name, p.column_name,
            r.owner, r.table_name, r.column_name
          FROM all_constraints c
            JOIN all_cons_columns p
              ON p.owner = c.owner AND p.constraint_name = c.constraint_name
            JOIN all_cons_columns r
              ON r.owner = c.r_owner AND r.constraint_name = c.r_constraint_name
                AND r.position = p.position
          WHERE c.constraint_type = 'R' ORDER BY 1, 2, 3, p.position
          """);

  @Override
  Address address(Login login) {
    var connection = login.connection();
    Properties options = Address.login(login, null);
    Tls tls = connection.tls() == null ? Tls.PREFER : connection.tls();
    String protocol =
        switch (tls) {
          case DISABLE, PREFER -> "tcp";
          case REQUIRE, VERIFY -> "tcps";
        };
    if (tls == Tls.REQUIRE) {
      throw UserError.invalid(
          "Oracle's driver always checks the server's certificate: choose the TLS mode verify.");
    }
    options.setProperty("oracle.net.ssl_server_dn_match", "true");
    options.setProperty(
        "oracle.net.CONNECT_TIMEOUT", Integer.toString(Address.CONNECT_SECONDS * 1_000));
    options.setProperty("oracle.jdbc.loginTimeout", Integer.toString(Address.LOGIN_SECONDS));
    options.setProperty(
        "oracle.jdbc.ReadTimeout", Integer.toString(Address.SOCKET_SECONDS * 1_000));
    options.setProperty("oracle.net.keepAlive", "true");
    options.setProperty("oracle.jdbc.timezoneAsRegion", "false");
    return new Address(
        "jdbc:oracle:thin:@"
            + protocol
            + "://"
            + Address.hostAndPort(connection, tls == Tls.VERIFY ? 2484 : 1521)
            + "/"
            + Address.namedDatabase(connection),
        options);
  }

  @Override
  Connection connect(Login login) throws SQLException {
    Address address = address(login);
    return new OracleDriver().connect(address.url(), address.options());
  }

  @Override
  void begin(Connection connection) throws SQLException {
    connection.setAutoCommit(false);
    try (Statement statement = connection.createStatement()) {
      statement.execute("ALTER SESSION SET NLS_NUMERIC_CHARACTERS = '. '");
      statement.execute("SET TRANSACTION READ ONLY");
    }
  }

  @Override
  List<FoundTable> tables(Connection connection) throws SQLException {
    return CATALOG.read(this, connection);
  }

  @Override
  String alias() {
    return " ";
  }

  /** A scale of -127 means that every value has its own. */
  @Override
  String type(Shape shape) {
    return shape.typeName().equals("number") && (shape.scale() < -84 || shape.precision() == 0)
        ? shape.type()
        : shape.written();
  }

  @Override
  String selected(Shape shape, String column) {
    String type = shape.typeName();
    if (type.startsWith("timestamp")) {
      return type.endsWith("time zone")
          ? "TRIM(TO_CHAR(SYS_EXTRACT_UTC(" + column + "), 'SYYYY-MM-DD HH24:MI:SS.FF9')) || '+00'"
          : "TRIM(TO_CHAR(" + column + ", 'SYYYY-MM-DD HH24:MI:SS.FF9'))";
    }
    if (type.startsWith("interval")) {
      return "TO_CHAR(" + column + ")";
    }
    return switch (type) {
      case "date" -> "TRIM(TO_CHAR(" + column + ", 'SYYYY-MM-DD HH24:MI:SS'))";
      case "json" -> "JSON_SERIALIZE(" + column + " RETURNING CLOB)";
      case "sys.xmltype", "xmltype" -> "XMLSERIALIZE(CONTENT " + column + " AS CLOB)";
      case "mdsys.sdo_geometry" -> "SDO_UTIL.TO_WKTGEOMETRY(" + column + ")";
      default -> column;
    };
  }

  @Override
  Cell cell(Shape shape) {
    return switch (shape.typeName()) {
      case "number" -> number(shape.scale());
      case "binary_float" -> Cell.FLOAT;
      case "binary_double" -> Cell.DOUBLE;
      case "raw", "long raw", "blob" -> Cell.HEX;
      case "boolean" -> Cell.BOOLEAN;
      default -> Cell.TEXT;
    };
  }

  /** A NUMBER(12,2) is sent without the noughts that its scale stands for. */
  private static Cell number(int scale) {
    return (rows, column) -> {
      BigDecimal value = rows.getBigDecimal(column);
      if (value == null) {
        return null;
      }
      BigDecimal whole = value.scale() < 0 ? value.setScale(0) : value;
      return Cell.utf8((whole.scale() < scale ? whole.setScale(scale) : whole).toPlainString());
    };
  }

  @Override
  String typed(Shape shape) {
    String type = shape.typeName();
    if (type.startsWith("timestamp")) {
      return type.endsWith("time zone")
          ? "TO_TIMESTAMP_TZ(?, 'SYYYY-MM-DD HH24:MI:SS.FFTZH')"
          : "TO_TIMESTAMP(?, 'SYYYY-MM-DD HH24:MI:SS.FF')";
    }
    return switch (type) {
      case "date" -> "TO_DATE(?, 'SYYYY-MM-DD HH24:MI:SS')";
      case "number", "float", "binary_float", "binary_double" -> "TO_NUMBER(?)";
      case "raw" -> "HEXTORAW(?)";
      default -> "?";
    };
  }
}

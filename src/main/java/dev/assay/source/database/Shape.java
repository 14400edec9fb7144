package dev.assay.source.database;

import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.sql.Types;
import java.util.Locale;

/**
 * A column as the database describes it.
 *
 * @param type the database's own text for its type, for people
 * @param typeName the type's name, in lower case and without its length
 * @param jdbcType one of {@link Types}
 * @param precision its length or digits, 0 where it has none
 * @param scale its digits after the point
 */
record Shape(String name, String type, String typeName, int jdbcType, int precision, int scale) {
  static Shape of(ResultSetMetaData found, int column) throws SQLException {
    String typeName = found.getColumnTypeName(column);
    return new Shape(
        found.getColumnLabel(column),
        typeName,
        typeName == null ? "" : typeName.toLowerCase(Locale.ROOT),
        found.getColumnType(column),
        found.getPrecision(column),
        found.getScale(column));
  }

  Shape typed(String text) {
    return new Shape(name, text, typeName, jdbcType, precision, scale);
  }

  /** {@code numeric(12,2)}, {@code varchar(20)} or the type's name alone. */
  String written() {
    if (typeName.isEmpty() || typeName.contains("(")) {
      return typeName.isEmpty() ? null : type;
    }
    return switch (jdbcType) {
      case Types.NUMERIC, Types.DECIMAL ->
          precision <= 0 || precision > 2_000 ? type : type + "(" + precision + "," + scale + ")";
      case Types.VARCHAR, Types.CHAR, Types.NVARCHAR, Types.NCHAR, Types.BINARY, Types.VARBINARY ->
          precision <= 0 || precision > 65_535 ? type : type + "(" + precision + ")";
      default -> type;
    };
  }
}

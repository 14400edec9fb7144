package dev.assay.source.database;

import dev.assay.model.FoundTable;
import dev.assay.model.Relation;
import dev.assay.source.RelationReader.Login;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** One kind of database with its quirks: how it is reached, read without loss, and quoted. */
abstract sealed class Vendor
    permits PostgreSql, MariaDb, Sqlite, SqlServer, Oracle, H2, DuckDb, OtherDriver {
  /** Under so many bytes a table is counted, not estimated. */
  static final long SMALL = 64L << 20;

  /** What the driver is given. */
  abstract Address address(Login login);

  /** Connects; nothing has been read yet. */
  abstract Connection connect(Login login) throws SQLException;

  /** Begins a read-only transaction that sees one state of everything, where there is one. */
  abstract void begin(Connection connection) throws SQLException;

  /** The tables and views of users. */
  abstract List<FoundTable> tables(Connection connection) throws SQLException;

  /** How a value of this column is read. */
  abstract Cell cell(Shape shape);

  /** A name as this system quotes it. */
  String quoted(String name) {
    return '"' + name.replace("\"", "\"\"") + '"';
  }

  /** What is selected for a column so that its text loses nothing; itself where it already does. */
  String selected(Shape shape, String column) {
    return column;
  }

  /** A parameter {@code ?} that becomes a value of the column's type. */
  String typed(Shape shape) {
    return "?";
  }

  /** The value as Bronze has it, as the driver takes it for {@link #typed}. */
  Object bound(Shape shape, String value) {
    return value;
  }

  /** What stands between a derived table and its name. */
  String alias() {
    return " AS ";
  }

  /** Words that a query may not hold outside of quotes, in upper case. */
  Set<String> forbiddenWords() {
    return Set.of();
  }

  /** Rows that are fetched at a time. */
  int fetchSize() {
    return 2_000;
  }

  /** The columns' types as the database writes them, by name; what is missing is put together. */
  Map<String, String> types(Connection connection, Relation.Table table) throws SQLException {
    return Map.of();
  }

  /** The columns of a relation, without reading any rows. */
  List<Shape> shapes(Connection connection, Relation relation) throws SQLException {
    Map<String, String> types =
        relation instanceof Relation.Table table ? types(connection, table) : Map.of();
    List<Shape> shapes = new ArrayList<>();
    try (PreparedStatement statement = connection.prepareStatement(all(relation))) {
      ResultSetMetaData found = statement.getMetaData();
      for (int i = 1; i <= found.getColumnCount(); i++) {
        Shape shape = Shape.of(found, i);
        shapes.add(shape.typed(types.getOrDefault(shape.name(), type(shape))));
      }
    }
    return shapes;
  }

  /** A column's type as the database would write it, from what its driver says. */
  String type(Shape shape) {
    return shape.written();
  }

  /** All of a relation. */
  final String all(Relation relation) {
    return switch (relation) {
      case Relation.Table table -> "SELECT * FROM " + from(table);
      case Relation.Query query -> OneSelect.of(query.sql(), forbiddenWords());
    };
  }

  final String from(Relation.Table table) {
    return table.schema() == null
        ? quoted(table.name())
        : quoted(table.schema()) + "." + quoted(table.name());
  }
}

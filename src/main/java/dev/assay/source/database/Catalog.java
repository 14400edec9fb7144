package dev.assay.source.database;

import dev.assay.model.FoundTable;
import dev.assay.model.FoundTable.ForeignKey;
import dev.assay.model.Relation;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * Three questions to a database's own catalog.
 *
 * @param tables schema, name, 1 for a view, rows as estimated or null, 1 where counting is cheap
 * @param primaryKeys schema, table, column; in the key's order
 * @param foreignKeys schema, table, the constraint, column, the other schema, table and column
 *     (null where it is the other's primary key); in the key's order
 */
record Catalog(String tables, String primaryKeys, String foreignKeys) {
  private record Name(String schema, String table) {}

  private record Reference(List<String> columns, Name other, List<String> referenced) {}

  private record Entry(Name name, boolean view, Long rows, boolean countable) {}

  List<FoundTable> read(Vendor vendor, Connection connection) throws SQLException {
    List<Entry> entries = entries(connection);
    Map<Name, List<String>> primary = primary(connection);
    Map<Name, Map<String, Reference>> foreign = foreign(connection);
    List<FoundTable> found = new ArrayList<>();
    for (Entry entry : entries) {
      Name name = entry.name();
      Long counted = entry.countable() ? counted(vendor, connection, name) : null;
      List<ForeignKey> references = new ArrayList<>();
      for (Reference reference : foreign.getOrDefault(name, Map.of()).values()) {
        references.add(reference(reference, primary));
      }
      found.add(
          new FoundTable(
              name.schema(),
              name.table(),
              entry.view() ? FoundTable.Kind.VIEW : FoundTable.Kind.TABLE,
              counted == null ? entry.rows() : counted,
              counted != null,
              primary.getOrDefault(name, List.of()),
              references,
              null));
    }
    return found;
  }

  private static ForeignKey reference(Reference reference, Map<Name, List<String>> primary) {
    List<String> referenced =
        reference.referenced().stream().anyMatch(Objects::isNull)
            ? primary.getOrDefault(reference.other(), List.of())
            : reference.referenced();
    return new ForeignKey(
        reference.columns(), reference.other().schema(), reference.other().table(), referenced);
  }

  private List<Entry> entries(Connection connection) throws SQLException {
    List<Entry> entries = new ArrayList<>();
    each(
        connection,
        tables,
        row -> {
          long rows = row.getLong(4);
          Long estimate = row.wasNull() ? null : rows;
          entries.add(
              new Entry(
                  new Name(row.getString(1), row.getString(2)),
                  row.getInt(3) == 1,
                  estimate,
                  row.getInt(5) == 1));
        });
    return entries;
  }

  private Map<Name, List<String>> primary(Connection connection) throws SQLException {
    Map<Name, List<String>> keys = new LinkedHashMap<>();
    each(
        connection,
        primaryKeys,
        row ->
            keys.computeIfAbsent(
                    new Name(row.getString(1), row.getString(2)), _ -> new ArrayList<>())
                .add(row.getString(3)));
    return keys;
  }

  private Map<Name, Map<String, Reference>> foreign(Connection connection) throws SQLException {
    Map<Name, Map<String, Reference>> keys = new LinkedHashMap<>();
    each(
        connection,
        foreignKeys,
        row -> {
          Name other = new Name(row.getString(5), row.getString(6));
          Reference reference =
              keys.computeIfAbsent(
                      new Name(row.getString(1), row.getString(2)), _ -> new LinkedHashMap<>())
                  .computeIfAbsent(
                      row.getString(3),
                      _ -> new Reference(new ArrayList<>(), other, new ArrayList<>()));
          reference.columns().add(row.getString(4));
          reference.referenced().add(row.getString(7));
        });
    return keys;
  }

  private static Long counted(Vendor vendor, Connection connection, Name name) throws SQLException {
    String from = vendor.from(new Relation.Table(name.schema(), name.table()));
    long[] count = new long[1];
    each(connection, "SELECT COUNT(*) FROM " + from, row -> count[0] = row.getLong(1));
    return count[0];
  }

  private interface Row {
    void take(ResultSet row) throws SQLException;
  }

  private static void each(Connection connection, String sql, Row consumer) throws SQLException {
    try (Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery(sql)) {
      while (rows.next()) {
        consumer.take(rows);
      }
    }
  }
}

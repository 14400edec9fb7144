package dev.assay.ask;

import dev.assay.engine.Engine;
import dev.assay.gold.ColumnRole;
import dev.assay.gold.ColumnRole.Role;
import dev.assay.gold.RowNoun;
import dev.assay.gold.TableFigures;
import dev.assay.model.Layer;
import dev.assay.model.Rows;
import dev.assay.model.Source;
import dev.assay.sql.StatisticsSql;
import dev.assay.sql.ValueKind;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The words that a question about one table may use: its columns, what they are good for, and the
 * values of those that have few.
 *
 * @param columns with the types that they are read as
 * @param roles one a column, in order
 * @param index the columns by the words of their names
 * @param values where each value stands, by its lower-case text
 * @param unique columns of which every row has its own value
 * @param rowNoun what a row is called, in the singular
 * @param small all cells, where they are few
 */
record Vocabulary(
    Source source,
    Layer layer,
    String table,
    long rows,
    List<Rows.Column> columns,
    List<ColumnRole> roles,
    ColumnIndex index,
    Map<String, List<Value>> values,
    Set<String> unique,
    Optional<String> rowNoun,
    Optional<SmallTable> small) {
  /** A value as the table writes it. */
  record Value(String column, String text) {}

  private static final int MOST_VALUES = 1_000;
  private static final int MOST_COLUMNS_WITH_VALUES = 200;
  private static final double READABLE = 0.95;

  static Vocabulary read(Catalog catalog, Engine.Reader reader) {
    Catalog.Table table = catalog.asked().orElseThrow();
    boolean text = catalog.askedLayer() == Layer.BRONZE;
    List<Rows.Column> data =
        table.columns().stream().filter(c -> !TableFigures.isMetadata(c.name())).toList();
    List<Rows.Column> columns = text ? readAs(table, data, reader) : data;
    TableFigures figures =
        TableFigures.measure(sql -> reader.read(sql, Engine.Limits.NONE), table.name(), data);
    List<TableFigures.Column> typed = new ArrayList<>();
    for (int i = 0; i < columns.size(); i++) {
      TableFigures.Column c = figures.columns().get(i);
      typed.add(
          new TableFigures.Column(
              c.name(),
              ValueKind.of(columns.get(i).type()),
              c.present(),
              c.distinct(),
              c.min(),
              c.max(),
              c.fractional(),
              c.averageLength()));
    }
    List<ColumnRole> roles =
        ColumnRole.of(new TableFigures(table.name(), figures.rows(), typed), Set.of());
    return new Vocabulary(
        catalog.source(),
        catalog.askedLayer(),
        table.name(),
        figures.rows(),
        columns,
        roles,
        new ColumnIndex(roles),
        values(table.name(), roles, reader),
        unique(table.name(), figures.rows(), roles, reader),
        RowNoun.of(catalog.source()),
        text ? Optional.empty() : SmallTable.read(table, data, reader));
  }

  ColumnRole role(String column) {
    return roles.stream().filter(role -> role.name().equals(column)).findFirst().orElseThrow();
  }

  List<ColumnRole> with(Role role) {
    return roles.stream().filter(column -> column.role() == role).toList();
  }

  private static Map<String, List<Value>> values(
      String table, List<ColumnRole> roles, Engine.Reader reader) {
    Map<String, List<Value>> values = new HashMap<>();
    int read = 0;
    for (ColumnRole role : roles) {
      if (role.column().kind() != ValueKind.TEXT
          || role.column().distinct() > MOST_VALUES
          || role.column().averageLength() > 80
          || read >= MOST_COLUMNS_WITH_VALUES) {
        continue;
      }
      read++;
      String select = StatisticsSql.values(table, role.name(), 2 * MOST_VALUES);
      for (List<Object> row : reader.read(select, Engine.Limits.NONE).rows()) {
        String text = (String) row.getFirst();
        values
            .computeIfAbsent(text.strip().toLowerCase(Locale.ROOT), _ -> new ArrayList<>())
            .add(new Value(role.name(), text));
      }
    }
    return values;
  }

  /** Exactly, for the few columns that look like it. */
  private static Set<String> unique(
      String table, long rows, List<ColumnRole> roles, Engine.Reader reader) {
    List<String> likely =
        roles.stream()
            .filter(role -> role.role() == Role.IDENTIFIER)
            .filter(role -> role.column().present() == rows)
            .filter(role -> role.column().distinct() >= rows * 0.9)
            .map(ColumnRole::name)
            .toList();
    Set<String> unique = new HashSet<>();
    if (likely.isEmpty()) {
      return unique;
    }
    List<Object> counts =
        reader.read(StatisticsSql.distinct(table, likely), Engine.Limits.NONE).rows().getFirst();
    for (int i = 0; i < likely.size(); i++) {
      if (counts.get(i).toString().equals(Long.toString(rows))) {
        unique.add(likely.get(i));
      }
    }
    return unique;
  }

  /** Types under which nearly all texts of a Bronze table can be read. */
  private static List<Rows.Column> readAs(
      Catalog.Table table, List<Rows.Column> data, Engine.Reader reader) {
    List<Object> counts =
        reader
            .read(
                StatisticsSql.readable(table.name(), data.stream().map(Rows.Column::name).toList()),
                Engine.Limits.NONE)
            .rows()
            .getFirst();
    List<Rows.Column> columns = new ArrayList<>();
    for (int i = 0; i < data.size(); i++) {
      double present = Double.parseDouble(counts.get(3 * i).toString());
      double numbers = Double.parseDouble(counts.get(3 * i + 1).toString());
      double times = Double.parseDouble(counts.get(3 * i + 2).toString());
      String type =
          present == 0
              ? "VARCHAR"
              : numbers / present >= READABLE
                  ? "DOUBLE"
                  : times / present >= READABLE ? "TIMESTAMP" : "VARCHAR";
      columns.add(new Rows.Column(data.get(i).name(), type));
    }
    return columns;
  }
}

package dev.assay.ask;

import dev.assay.engine.Engine;
import dev.assay.model.Layer;
import dev.assay.model.Rows;
import dev.assay.model.SemanticModel;
import dev.assay.model.Source;
import dev.assay.semantic.ColumnRole;
import dev.assay.semantic.ColumnRole.Role;
import dev.assay.semantic.Edits;
import dev.assay.semantic.Inference;
import dev.assay.semantic.Inferred;
import dev.assay.semantic.Semantics;
import dev.assay.semantic.TableFigures;
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
import java.util.function.Function;

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
 * @param model what the table is about, a person's words in it; names and synonyms of its
 *     dimensions and of measures of single columns are in {@code index} already
 * @param chosenTime the column that a period means, where a person has said so
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
    SemanticModel model,
    Optional<String> chosenTime,
    Optional<SmallTable> small) {
  /** A value as the table writes it. */
  record Value(String column, String text) {}

  private static final int MOST_VALUES = 1_000;
  private static final int MOST_COLUMNS_WITH_VALUES = 200;
  private static final double READABLE = 0.95;

  static Vocabulary read(Catalog catalog, Engine.Reader reader) {
    return read(catalog, new Semantics(), reader);
  }

  /**
   * @param semantics what was inferred already
   */
  static Vocabulary read(Catalog catalog, Semantics semantics, Engine.Reader reader) {
    Catalog.Table table = catalog.asked().orElseThrow();
    List<Rows.Column> data =
        table.columns().stream().filter(c -> !TableFigures.isMetadata(c.name())).toList();
    Function<String, Rows> read = sql -> reader.read(sql, Engine.Limits.NONE);
    if (catalog.askedLayer() == Layer.BRONZE) {
      List<Rows.Column> columns = readAs(table, data, reader);
      Inferred inferred =
          Inference.ofTexts(catalog.source(), typed(table, data, columns, read), read);
      return of(catalog, columns, inferred, inferred.model(), reader);
    }
    Inferred inferred =
        semantics.inferred(catalog.source(), table.build(), data, catalog.told(), read);
    SemanticModel model = Edits.of(inferred, data, catalog.told()).model();
    return of(catalog, data, inferred, model, reader);
  }

  private static Vocabulary of(
      Catalog catalog,
      List<Rows.Column> columns,
      Inferred inferred,
      SemanticModel model,
      Engine.Reader reader) {
    String table = catalog.asked().orElseThrow().name();
    return new Vocabulary(
        catalog.source(),
        catalog.askedLayer(),
        table,
        inferred.figures().rows(),
        columns,
        inferred.roles(),
        new ColumnIndex(inferred.roles(), model),
        values(table, inferred.roles(), reader),
        inferred.unique(),
        Optional.ofNullable(model.rowNoun()),
        model,
        Edits.choosesTime(catalog.told()) ? model.timeColumn() : Optional.empty(),
        catalog.askedLayer() == Layer.BRONZE
            ? Optional.empty()
            : SmallTable.read(catalog.asked().orElseThrow(), columns, reader));
  }

  /** Texts with the types under which they can be read. */
  private static TableFigures typed(
      Catalog.Table table,
      List<Rows.Column> data,
      List<Rows.Column> columns,
      Function<String, Rows> read) {
    TableFigures figures = TableFigures.measure(read, table.name(), data);
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
    return new TableFigures(table.name(), figures.rows(), typed);
  }

  /** The same with other columns. */
  Vocabulary withColumns(List<Rows.Column> others) {
    return new Vocabulary(
        source,
        layer,
        table,
        rows,
        others,
        roles,
        index,
        values,
        unique,
        rowNoun,
        model,
        chosenTime,
        small);
  }

  ColumnRole role(String column) {
    return roles.stream().filter(role -> role.name().equals(column)).findFirst().orElseThrow();
  }

  List<ColumnRole> with(Role role) {
    return roles.stream().filter(column -> column.role() == role).toList();
  }

  /** The measures of the model by what they are called. */
  NamedMeasures measures() {
    return new NamedMeasures(model);
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
        // "credit card" is 'credit_card', and "cafe" is 'Café'.
        Set<String> keys = new HashSet<>();
        keys.add(text.strip().toLowerCase(Locale.ROOT));
        keys.add(ValueFinder.plain(text));
        for (String key : keys) {
          values.computeIfAbsent(key, _ -> new ArrayList<>()).add(new Value(role.name(), text));
        }
      }
    }
    return values;
  }

  /** Types under which nearly all texts of a Bronze table can be read. */
  private static List<Rows.Column> readAs(
      Catalog.Table table, List<Rows.Column> data, Engine.Reader reader) {
    List<Object> counts =
        TableFigures.inBatches(
            data.stream().map(Rows.Column::name).toList(),
            StatisticsSql.AT_ONCE,
            some -> reader.read(StatisticsSql.readable(table.name(), some), Engine.Limits.NONE));
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

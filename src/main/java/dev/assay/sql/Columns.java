package dev.assay.sql;

import dev.assay.model.Rows;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;

/** The columns that a text can name: how SQL writes each, and what its values are like. */
final class Columns {
  private final String table;
  private final Map<String, String> types;
  private final Map<String, Figure> figures;
  private final UnaryOperator<String> text;

  private Columns(
      String table,
      Map<String, String> types,
      Map<String, Figure> figures,
      UnaryOperator<String> text) {
    this.table = table;
    this.types = types;
    this.figures = figures;
    this.text = text;
  }

  /**
   * Columns of a table.
   *
   * @param table for the message where one is not there
   * @param text how the column of a name is written
   */
  static Columns of(String table, List<Rows.Column> columns, UnaryOperator<String> text) {
    Map<String, String> types = new LinkedHashMap<>();
    Map<String, Figure> figures = new LinkedHashMap<>();
    for (Rows.Column column : columns) {
      types.put(column.name(), column.type());
      figures.put(column.name(), Figure.of(column.type()));
    }
    return new Columns(table, types, figures, text);
  }

  /** Columns of the result of a query. */
  static Columns of(Outputs outputs, UnaryOperator<String> text) {
    return new Columns("the result", outputs.types(), outputs.figures(), text);
  }

  boolean has(String name) {
    return types.containsKey(name);
  }

  String sql(String name) {
    require(name);
    return text.apply(name);
  }

  ValueKind kind(String name) {
    return ValueKind.of(type(name));
  }

  String type(String name) {
    require(name);
    return types.get(name);
  }

  Figure figure(String name) {
    require(name);
    return figures.get(name);
  }

  private void require(String name) {
    if (!types.containsKey(name)) {
      throw new IllegalArgumentException("Column '" + name + "' is not in " + table + ".");
    }
  }
}

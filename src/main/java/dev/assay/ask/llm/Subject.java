package dev.assay.ask.llm;

import dev.assay.model.Layer;
import dev.assay.model.Rows;
import dev.assay.model.Source;
import java.util.List;

/**
 * One table that a question may be about.
 *
 * @param table its name in SQL
 * @param rowNoun what a row is called, or null
 * @param gold business tables made from it, which written SQL may read too
 */
public record Subject(
    Source source,
    Layer layer,
    String table,
    long rows,
    String rowNoun,
    List<Column> columns,
    List<Gold> gold) {
  public Subject {
    columns = List.copyOf(columns);
    gold = List.copyOf(gold);
  }

  /**
   * One column.
   *
   * @param role what it is good for, in a word
   * @param present rows that have a value
   * @param distinct different values, approximately
   * @param min the smallest number or time, or null
   * @param max the largest number or time, or null
   * @param values the different values of a column that has few, else none
   */
  public record Column(
      String name,
      String type,
      String role,
      long present,
      long distinct,
      String min,
      String max,
      List<String> values) {
    public Column {
      values = List.copyOf(values);
    }
  }

  /** A business table. */
  public record Gold(String table, List<Rows.Column> columns) {
    public Gold {
      columns = List.copyOf(columns);
    }
  }
}

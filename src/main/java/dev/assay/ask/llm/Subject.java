package dev.assay.ask.llm;

import dev.assay.llm.ToldColumn;
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
    List<ToldColumn> columns,
    List<Gold> gold) {
  public Subject {
    columns = List.copyOf(columns);
    gold = List.copyOf(gold);
  }

  /** A business table. */
  public record Gold(String table, List<Rows.Column> columns) {
    public Gold {
      columns = List.copyOf(columns);
    }
  }
}

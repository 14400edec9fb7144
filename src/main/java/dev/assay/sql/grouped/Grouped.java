package dev.assay.sql.grouped;

import java.util.ArrayList;
import java.util.List;

/**
 * Rows of one table that fulfil all conditions, put together by keys, or each by itself.
 *
 * @param table the table that it reads
 * @param keys what rows are put together by; what is shown of each where they are not
 * @param figures what is computed of the rows of a group
 * @param conditions all hold of every row that counts
 * @param groups whether rows are put together: without keys they are one group
 */
public record Grouped(
    String table, List<Key> keys, List<Figure> figures, List<Term> conditions, boolean groups) {
  public Grouped {
    keys = List.copyOf(keys);
    figures = List.copyOf(figures);
    conditions = List.copyOf(conditions);
  }

  /**
   * A key.
   *
   * @param name its column, or null where it is not shown
   */
  public record Key(String name, Term term) {}

  /**
   * A figure of a group.
   *
   * @param argument null for ROWS
   */
  public record Figure(String name, Kind kind, Term argument) {
    /** Whether it is the same in whatever order its rows come. */
    public boolean isExact() {
      return kind != Kind.SUM || argument.isExact();
    }
  }

  /** How the values of a group become one. */
  public enum Kind {
    ROWS,
    COUNT,
    DISTINCT,
    SUM,
    /** A sum that is 0 where there is nothing. */
    SUM_OR_ZERO,
    LEAST,
    GREATEST
  }

  /** The columns of its result, in order. */
  public List<String> outputs() {
    List<String> outputs = new ArrayList<>();
    keys.stream().map(Key::name).filter(name -> name != null).forEach(outputs::add);
    figures.forEach(figure -> outputs.add(figure.name()));
    return outputs;
  }

  Grouped withConditions(List<Term> others) {
    return new Grouped(table, keys, figures, others, groups);
  }
}

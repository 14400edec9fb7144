package dev.assay.model;

import java.util.List;
import java.util.Map;

/** How rows that have landed beside a published Bronze table are compared with it. */
public sealed interface Comparison {
  /**
   * What is there already, row by row of the same content, is not landed again; all else is new.
   *
   * @param columns whose values are the content: those that both have
   */
  record NewRows(List<String> columns) implements Comparison {
    public NewRows {
      columns = List.copyOf(columns);
    }
  }

  /**
   * What landed is the whole table: rows are compared by content, as multisets.
   *
   * @param columns whose values are the content
   * @param before those of them that Bronze has; another is missing in all of its rows
   */
  record Multiset(List<String> columns, List<String> before) implements Comparison {
    public Multiset {
      columns = List.copyOf(columns);
      before = List.copyOf(before);
    }
  }

  /** All that landed is new, and the rows of these loads are superseded. */
  record Loads(List<Long> superseded) implements Comparison {
    public Loads {
      superseded = List.copyOf(superseded);
    }
  }

  /**
   * All that landed comes beside what is there, but for what was read before and is the same.
   *
   * @param earlier for each load the one before it that has read the same part of the origin
   */
  record Repeats(Map<Long, Long> earlier) implements Comparison {
    public Repeats {
      earlier = Map.copyOf(earlier);
    }
  }
}

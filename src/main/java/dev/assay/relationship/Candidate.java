package dev.assay.relationship;

import java.util.List;

/**
 * Columns that may look up columns of another table, before all rows have been measured.
 *
 * @param fit what their names say
 * @param declared whether the origin declares it
 */
record Candidate(
    RelatedTable from,
    List<String> fromColumns,
    RelatedTable to,
    List<String> toColumns,
    NameFit fit,
    boolean declared) {
  Candidate {
    fromColumns = List.copyOf(fromColumns);
    toColumns = List.copyOf(toColumns);
  }

  boolean sameColumns(Candidate other) {
    return from.table().equals(other.from.table())
        && fromColumns.equals(other.fromColumns)
        && to.table().equals(other.to.table())
        && toColumns.equals(other.toColumns);
  }
}

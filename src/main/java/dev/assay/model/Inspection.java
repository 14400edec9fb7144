package dev.assay.model;

import java.util.List;

/**
 * What is looked at before a load is published.
 *
 * @param staged what has landed
 * @param whole whether it replaces all rows
 * @param superseded what it supersedes of a table that stays, or null
 * @param columns of Bronze before and after that mean the same and should look the same
 * @param cursor the column whose greatest value is remembered, or null
 * @param mayBeUnchanged whether a load that changes nothing ends here, without a new version
 * @param mayShrink whether it is no question that it leaves less than half the rows
 * @param reshaped what to do about values of another shape
 * @param hidden columns whose values nobody is shown
 */
public record Inspection(
    Source source,
    String staged,
    String stagedMalformed,
    boolean whole,
    Superseded superseded,
    List<String> columns,
    String cursor,
    boolean mayBeUnchanged,
    boolean mayShrink,
    Contract.Choice reshaped,
    List<String> hidden) {
  public Inspection {
    columns = List.copyOf(columns);
    hidden = List.copyOf(hidden);
  }

  public Inspection withHidden(List<String> hidden) {
    return new Inspection(
        source,
        staged,
        stagedMalformed,
        whole,
        superseded,
        columns,
        cursor,
        mayBeUnchanged,
        mayShrink,
        reshaped,
        hidden);
  }
}

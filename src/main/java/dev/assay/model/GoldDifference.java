package dev.assay.model;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;

/**
 * What an edited Silver would do to a Gold table that is there.
 *
 * @param problem why the table could not be made of the edited Silver, in one sentence; null where
 *     it can. The rest then says nothing
 * @param trouble the same as data; null where the sentence alone tells
 * @param rowsBefore its rows as published
 * @param rowsAfter the rows that it would have
 * @param appeared groups that are new
 * @param disappeared groups that would go
 * @param changed groups of which a value changes
 * @param measures its measures over the whole of Silver, whatever the groups
 * @param examples up to ten groups that differ
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record GoldDifference(
    String table,
    String problem,
    Trouble trouble,
    long rowsBefore,
    long rowsAfter,
    long appeared,
    long disappeared,
    long changed,
    List<MeasureChange> measures,
    List<GroupChange> examples) {

  /** A table that could not be made. */
  public static GoldDifference broken(String table, String problem, Trouble trouble, long rows) {
    return new GoldDifference(table, problem, trouble, rows, 0, 0, 0, 0, List.of(), List.of());
  }

  /**
   * Why a table could not be made.
   *
   * @param columns the Silver columns that it is about; none where it is about written SQL
   */
  public record Trouble(Cause cause, List<String> columns) {
    public Trouble {
      columns = List.copyOf(columns);
    }

    /** What stands against it. */
    public enum Cause {
      /** Columns that it uses would not be there. */
      COLUMNS_GONE,
      /** Columns that it uses would have another type. */
      COLUMNS_CHANGED,
      /** Its SQL would not run. */
      SQL_FAILS
    }
  }

  /** A measure over the whole of Silver, as text; null where there is nothing to measure. */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  public record MeasureChange(String measure, String before, String after, boolean changed) {}

  /**
   * One group.
   *
   * @param group the values that it goes by
   * @param values the others; a side on which the group is not there has none
   */
  public record GroupChange(
      List<SilverDifference.CellChange> group, List<SilverDifference.CellChange> values) {}

  /** Whether nothing would be different. */
  public boolean none() {
    return problem == null
        && appeared == 0
        && disappeared == 0
        && changed == 0
        && measures.stream().noneMatch(MeasureChange::changed);
  }
}

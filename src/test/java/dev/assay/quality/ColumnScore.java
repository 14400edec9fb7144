package dev.assay.quality;

import dev.assay.model.ColumnType;
import dev.assay.quality.Cell.What;
import java.util.ArrayList;
import java.util.List;

/**
 * How the suggestion for one column compares to its truth.
 *
 * @param column the column
 * @param chosen the suggested type
 * @param asked whether the suggestion leaves it TEXT and asks
 * @param because why, in the suggestion's words
 * @param right cells whose value is the true one, or rightly none
 * @param wrong cells whose value is another than the true one
 * @param missed cells whose value was left unread, and missing ones that were not seen to be so
 * @param datesWrong cells that became a date or a time which they are not
 * @param sound cells that were right as received
 * @param harmed cells that were right as received and are no longer
 * @param examples of what is not right, as {@code raw → Silver, not truth}
 */
public record ColumnScore(
    GeneratedColumn column,
    ColumnType chosen,
    boolean asked,
    String because,
    long right,
    long wrong,
    long missed,
    long datesWrong,
    long sound,
    long harmed,
    List<String> examples) {
  private static final int EXAMPLES = 3;

  /** Whether the type is right, and a question asked exactly where one is due. */
  public boolean typed() {
    return column.ambiguous() ? asked : !asked && column.type().fits(chosen);
  }

  /**
   * Compares.
   *
   * @param cleaned each cell after the text steps
   * @param silver each cell's value, as text
   */
  static ColumnScore of(
      GeneratedColumn column,
      ColumnType chosen,
      boolean asked,
      String because,
      List<String> cleaned,
      List<String> silver) {
    long[] counts = new long[3];
    long datesWrong = 0;
    long sound = 0;
    long harmed = 0;
    List<String> examples = new ArrayList<>();
    boolean text = chosen == ColumnType.Simple.TEXT;
    boolean temporal = chosen.isTemporal() || chosen == ColumnType.Simple.TIME;
    for (int i = 0; i < column.cells().size(); i++) {
      Cell cell = column.cells().get(i);
      String value = silver.get(i);
      boolean same =
          value != null && cell.truth() != null && column.type().same(cell.truth(), value);
      // What is open is right as long as it stays as it is.
      boolean open = column.ambiguous() && text && value != null && value.equals(cell.raw());
      Outcome outcome = same || open ? Outcome.RIGHT : outcome(cell, text, cleaned.get(i), value);
      counts[outcome.ordinal()]++;
      if (temporal && value != null && !same) {
        datesWrong++;
      }
      if (cell.kind() == What.VALUE
          && cell.raw() != null
          && column.type().same(cell.truth(), cell.raw())) {
        sound++;
        harmed += same ? 0 : 1;
      }
      if (outcome != Outcome.RIGHT && examples.size() < EXAMPLES) {
        examples.add(cell.raw() + " → " + value + ", not " + cell.truth());
      }
    }
    return new ColumnScore(
        column,
        chosen,
        asked,
        because,
        counts[Outcome.RIGHT.ordinal()],
        counts[Outcome.WRONG.ordinal()],
        counts[Outcome.MISSED.ordinal()],
        datesWrong,
        sound,
        harmed,
        examples);
  }

  private enum Outcome {
    RIGHT,
    WRONG,
    MISSED
  }

  /** Of a cell whose value is not simply the true one. */
  private static Outcome outcome(Cell cell, boolean text, String cleaned, String value) {
    return switch (cell.kind()) {
      case VALUE ->
          value == null || (text && value.equals(cell.raw())) ? Outcome.MISSED : Outcome.WRONG;
      // A word for "missing" that is not known as one would reject its row.
      case MISSING ->
          cleaned == null ? Outcome.RIGHT : value == null || text ? Outcome.MISSED : Outcome.WRONG;
      case DIRT -> value == null || text ? Outcome.RIGHT : Outcome.WRONG;
    };
  }
}

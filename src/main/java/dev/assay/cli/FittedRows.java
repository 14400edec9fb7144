package dev.assay.cli;

import java.util.ArrayList;
import java.util.List;

/**
 * Rows of more columns than a terminal is wide: some columns are always shown whole, and of the
 * others as many as fit.
 */
final class FittedRows {
  /** Wider cells of the other columns are shortened before a column is left out. */
  private static final int WIDE = 24;

  private static final int GAP = 2;

  private final List<String> first;
  private List<String> others = List.of();
  private final List<List<String>> rows = new ArrayList<>();

  /** The headings that are always shown, as {@link Table} takes them. */
  FittedRows(List<String> first) {
    this.first = List.copyOf(first);
  }

  void others(List<String> headings) {
    this.others = List.copyOf(headings);
  }

  void add(List<String> firstCells, List<String> otherCells) {
    List<String> row = new ArrayList<>(firstCells);
    row.addAll(otherCells);
    rows.add(row);
  }

  /** Which row it is, as LOAD:ROW and, where columns became rows, which of them. */
  static String identity(List<String> names, List<Object> row) {
    String identity = row.get(names.indexOf("_load_id")) + ":" + row.get(names.indexOf("_row_no"));
    int part = names.indexOf("_part");
    return part < 0 ? identity : identity + ":" + row.get(part);
  }

  void print(Session session) {
    int fitting = fitting(session.terminal());
    List<String> headings = new ArrayList<>(first);
    headings.addAll(others.subList(0, fitting));
    Table table = new Table(headings);
    for (List<String> row : rows) {
      List<String> cells = new ArrayList<>(row.subList(0, first.size()));
      row.subList(first.size(), first.size() + fitting)
          .forEach(cell -> cells.add(session.terminal().outIsTerminal() ? shortened(cell) : cell));
      table.add(cells);
    }
    table.print(session.terminal());
    if (fitting < others.size()) {
      session.say(
          "Not shown: "
              + Words.counted(others.size() - fitting, "more column")
              + "; all with --json or in a wider terminal.");
    }
  }

  private int fitting(Terminal terminal) {
    if (!terminal.outIsTerminal()) {
      return others.size();
    }
    int room = terminal.width();
    for (int i = 0; i < first.size(); i++) {
      // Cells of several lines make room for at least something beside them.
      int most = first.get(i).startsWith("~") ? WIDE : Integer.MAX_VALUE;
      room -= Math.min(most, width(i, first.get(i))) + GAP;
    }
    for (int i = 0; i < others.size(); i++) {
      room -= Math.min(WIDE, width(first.size() + i, others.get(i))) + GAP;
      if (room < 0) {
        return i;
      }
    }
    return others.size();
  }

  private int width(int column, String heading) {
    return Math.max(
        heading.length(), rows.stream().mapToInt(row -> row.get(column).length()).max().orElse(0));
  }

  private static String shortened(String cell) {
    return cell.codePointCount(0, cell.length()) <= WIDE
        ? cell
        : cell.substring(0, cell.offsetByCodePoints(0, WIDE - 1)) + "…";
  }
}

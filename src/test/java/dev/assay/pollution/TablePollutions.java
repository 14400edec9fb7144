package dev.assay.pollution;

import dev.assay.pollution.Draft.Row;
import dev.assay.pollution.Pollution.Group;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;

/** What is odd about the table itself: its rows, values and header. */
final class TablePollutions {
  /** How the rows of a header may be joined; which one a reader takes is a matter of taste. */
  private static final List<String> JOINTS =
      List.of(" ", "_", ".", "-", "/", "|", ":", " / ", " - ", " | ", " › ", " > ", ": ", "\n");

  /** Under fewer rows nobody can tell whether the second row is one more of the header. */
  private static final int FEW = 3;

  private TablePollutions() {}

  static List<Pollution> all() {
    return List.of(
        new Pollution("empty file", Group.ROWS, TablePollutions::emptyFile),
        new Pollution("only blank lines", Group.ROWS, TablePollutions::blankLines),
        new Pollution("header only", Group.ROWS, draft -> keepRows(draft, 0)),
        new Pollution("one row", Group.ROWS, draft -> draft.columns() > 1 && keepRows(draft, 1)),
        new Pollution("two rows", Group.ROWS, draft -> draft.columns() > 1 && keepRows(draft, 2)),
        new Pollution("multi-line values", Group.VALUES, draft -> multiLine(draft, 6)),
        new Pollution("multi-line in first row", Group.VALUES, draft -> multiLine(draft, 999)),
        new Pollution("no header", Group.HEADER, TablePollutions::noHeader),
        header("header of two rows, groups", draft -> groups(draft, false)),
        header("header of two rows, groups named once", draft -> groups(draft, true)),
        header("header of two rows, units below", TablePollutions::units),
        header("header of three rows", draft -> groups(draft, false) && units(draft)),
        header("two names alike", draft -> rename(draft, name(draft, 0), 1)),
        header(
            "three names alike",
            draft -> draft.columns() > 3 && rename(draft, name(draft, 0), 1, 3)),
        header("first name empty", draft -> rename(draft, "", 0)),
        header("a name in the middle empty", draft -> rename(draft, "", draft.columns() / 2)),
        header("several names empty", draft -> draft.columns() > 4 && rename(draft, "", 0, 2, 3)));
  }

  private static Pollution header(String name, Predicate<Draft> apply) {
    return new Pollution(
        name,
        Group.HEADER,
        draft ->
            draft.table.isTyped()
                && draft.columns() > 2
                && !draft.headerRows.isEmpty()
                && apply.test(draft));
  }

  /** Truth: no column and no record. */
  private static boolean emptyFile(Draft draft) {
    draft.headerRows.clear();
    draft.header.clear();
    return keepRows(draft, 0);
  }

  private static boolean blankLines(Draft draft) {
    draft.after.addAll(List.of("", "", ""));
    return emptyFile(draft);
  }

  private static boolean keepRows(Draft draft, int rows) {
    draft.rows.subList(rows, draft.rows.size()).clear();
    draft.records.subList(rows, draft.records.size()).clear();
    return true;
  }

  private static boolean multiLine(Draft draft, int every) {
    int column = draft.table.kinds().lastIndexOf('t');
    if (column < 0 || draft.columns() < 2) {
      return false;
    }
    for (int i = 0; i < draft.rows.size(); i += every) {
      Row row = draft.rows.get(i);
      String text = row.cells.get(column);
      String broken =
          text.contains(" ") ? text.replaceFirst(" ", "\n") : text + "\nsee also " + (i + 1);
      row.cells.set(column, broken);
      draft.expect(i, List.of(List.copyOf(row.cells)));
    }
    return true;
  }

  /** Truth: every line is a record; only where rows do not look like the header was there. */
  private static boolean noHeader(Draft draft) {
    if (!draft.table.isTyped() || draft.rows.isEmpty()) {
      return false;
    }
    draft.headerRows.clear();
    draft.headerScored = false;
    return true;
  }

  /** Truth: the group's name before the column's; where it is named once, also without it. */
  private static boolean groups(Draft draft, boolean once) {
    if (draft.rows.size() < FEW) {
      return false;
    }
    List<String> groups = new ArrayList<>();
    for (int i = 0; i < draft.columns(); i++) {
      String group = i < draft.columns() / 2 ? "Master data" : "Details";
      boolean again = i > 0 && group.equals(name(groups, i - 1, draft));
      groups.add(once && again ? "" : group);
      Set<String> names = joined(Set.of(group), draft.header.get(i));
      if (once && again) {
        names.addAll(draft.header.get(i));
      }
      draft.header.set(i, names);
    }
    draft.headerRows.addFirst(groups);
    return true;
  }

  private static String name(List<String> groups, int index, Draft draft) {
    return groups.get(index).isEmpty()
        ? index < draft.columns() / 2 ? "Master data" : "Details"
        : groups.get(index);
  }

  /** Truth: the unit after the column's name, where it has one. */
  private static boolean units(Draft draft) {
    if (draft.rows.size() < FEW) {
      return false;
    }
    List<String> units = new ArrayList<>();
    for (int i = 0; i < draft.columns(); i++) {
      String unit = draft.table.kinds().charAt(i) == 'n' ? i % 2 == 0 ? "[EUR]" : "[kg]" : "";
      units.add(unit);
      if (!unit.isEmpty()) {
        draft.header.set(i, joined(draft.header.get(i), Set.of(unit)));
      }
    }
    draft.headerRows.add(units);
    return true;
  }

  private static Set<String> joined(Set<String> first, Set<String> second) {
    Set<String> all = new LinkedHashSet<>();
    for (String one : first) {
      for (String other : second) {
        JOINTS.forEach(joint -> all.add(one + joint + other));
      }
    }
    return all;
  }

  private static String name(Draft draft, int column) {
    return draft.headerRows.getLast().get(column);
  }

  /** Truth: the names as the file has them. */
  private static boolean rename(Draft draft, String name, int... columns) {
    for (int column : columns) {
      draft.headerRows.getLast().set(column, name);
      draft.header.set(column, Set.of(name));
    }
    return true;
  }
}

package dev.assay.cli;

import dev.assay.model.FoundTable;
import java.util.List;

/** Prints the tables that a file or a database holds. */
final class TablesPrinter {
  private TablesPrinter() {}

  static void print(Session session, List<FoundTable> found) {
    if (found.isEmpty()) {
      session.say("There are no tables here.");
      return;
    }
    Table table = new Table("TABLE", "KIND", ">ROWS", "NOTE");
    for (FoundTable one : found) {
      table.add(label(one), one.kind().text().replace('_', ' '), rows(one), note(one));
    }
    table.print(session.terminal());
  }

  static String label(FoundTable table) {
    if (table.schema() == null) {
      return table.name() == null ? "1" : table.name();
    }
    return table.name() == null ? table.schema() : table.schema() + "." + table.name();
  }

  private static String rows(FoundTable table) {
    return table.rows() == null ? "" : (table.exact() ? "" : "about ") + Words.count(table.rows());
  }

  private static String note(FoundTable table) {
    String keys =
        String.join(
            ", ",
            table.foreignKeys().stream()
                .map(key -> String.join(", ", key.columns()) + " → " + key.table())
                .toList());
    return table.note() == null ? keys : keys.isEmpty() ? table.note() : table.note() + " " + keys;
  }
}

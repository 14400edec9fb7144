package dev.assay.cli;

import dev.assay.model.Rows;
import java.util.List;
import java.util.Locale;

/** Prints rows as an aligned table; a missing value is shown as NULL, an empty text as nothing. */
final class RowsPrinter {
  private RowsPrinter() {}

  static Table table(Rows rows) {
    Table table =
        new Table(
            rows.columns().stream().map(c -> (isNumber(c.type()) ? ">" : "") + c.name()).toList());
    for (List<Object> row : rows.rows()) {
      table.add(row.stream().map(RowsPrinter::text).toList());
    }
    return table;
  }

  static void print(Session session, Rows rows, long offset) {
    if (rows.columns().isEmpty()) {
      return;
    }
    table(rows).print(session.terminal());
    total(session, rows, offset);
  }

  /** Which rows of how many these are. */
  static void total(Session session, Rows rows, long offset) {
    int shown = rows.rows().size();
    session.say("");
    if (rows.total() != null && rows.total() > shown) {
      session.say(
          shown == 0
              ? "No rows here: there are " + Words.count(rows.total()) + " in all."
              : "Rows "
                  + Words.count(offset + 1)
                  + " to "
                  + Words.count(offset + shown)
                  + " of "
                  + Words.count(rows.total())
                  + "; choose others with --limit and --offset.");
    } else if (rows.truncated()) {
      session.say("The first " + Words.counted(shown, "row") + "; there are more.");
    } else {
      session.say(Words.counted(shown, "row"));
    }
  }

  private static boolean isNumber(String type) {
    String upper = type.toUpperCase(Locale.ROOT);
    return upper.endsWith("INT")
        || upper.equals("INTEGER")
        || upper.equals("DOUBLE")
        || upper.equals("FLOAT")
        || upper.startsWith("DECIMAL");
  }

  static String text(Object value) {
    return value == null ? "NULL" : value.toString();
  }
}

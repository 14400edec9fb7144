package dev.assay.cli;

import dev.assay.model.GoldDifference;
import dev.assay.model.GoldDifference.MeasureChange;
import dev.assay.model.Ledger;
import dev.assay.model.RecipeChange;
import dev.assay.model.SilverDifference;
import dev.assay.model.SilverDifference.CellChange;
import dev.assay.model.SilverDifference.ColumnChange;
import dev.assay.model.SilverDifference.Counts;
import dev.assay.model.SilverDifference.Fate;
import dev.assay.model.SilverDifference.Movement;
import dev.assay.model.SilverDifference.ReasonChange;
import dev.assay.model.SilverDifference.RowChange;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Prints what an edited recipe would change in about 25 lines: the counts, and an example each. */
final class DifferencePrinter {
  private static final int RECIPE = 5;
  private static final int MOVEMENTS = 7;
  private static final int COLUMNS = 5;
  private static final int REASONS = 5;
  private static final int GOLD = 5;
  private static final int CELLS = 4;
  private static final int LONGEST = 30;
  private static final int DIGITS = 4;
  private static final String INDENT = "  ";

  private final Session session;

  DifferencePrinter(Session session) {
    this.session = session;
  }

  void print(SilverDifference difference) {
    session.say("", difference.table() + ": " + rows(difference.rows()));
    account("now", difference.before());
    account("then", difference.after());
    recipe(difference.recipe());
    movements(difference.movements());
    columns(difference);
    reasons(difference.reasons());
    gold(difference.gold());
  }

  private static String rows(Counts rows) {
    List<String> parts = new ArrayList<>();
    parts.add(Words.counted(rows.unchanged(), "row") + " unchanged");
    add(parts, rows.changed(), "with other values");
    add(parts, rows.entered(), "come in");
    add(parts, rows.rescued(), "of them rescued from the rejects");
    add(parts, rows.left(), "go");
    add(parts, rows.rejected(), "newly rejected");
    add(parts, rows.becameDuplicates(), "become duplicates");
    add(parts, rows.ceasedDuplicates(), "no longer duplicates");
    add(parts, rows.filtered(), "newly filtered");
    return String.join(", ", parts) + ".";
  }

  private static void add(List<String> parts, long rows, String what) {
    if (rows > 0) {
      parts.add(Words.count(rows) + " " + what);
    }
  }

  private void account(String when, Ledger ledger) {
    if (ledger != null) {
      session.say(INDENT + String.format("%-5s", when) + Summary.balance(ledger));
    }
  }

  private void recipe(List<RecipeChange> changes) {
    if (changes.isEmpty()) {
      return;
    }
    session.say("The recipe:");
    some(changes, RECIPE).forEach(change -> line(change.text()));
    more(changes.size() - RECIPE, "change");
  }

  private void movements(List<Movement> movements) {
    if (movements.isEmpty()) {
      return;
    }
    session.say("Rows:");
    List<Movement> most =
        movements.stream().sorted(Comparator.comparingLong(Movement::rows).reversed()).toList();
    for (Movement movement : some(most, MOVEMENTS)) {
      line(
          Words.count(movement.rows())
              + " "
              + way(movement)
              + (movement.examples().isEmpty()
                  ? ""
                  : ", such as " + example(movement.examples().getFirst())));
    }
    more(most.size() - MOVEMENTS, "kind");
  }

  private static String way(Movement movement) {
    if (movement.from() == movement.to()) {
      return switch (movement.from()) {
        case SILVER -> "with other values";
        case REJECTED -> "rejected for other reasons";
        case DUPLICATE -> "duplicates of another row";
        case FILTERED -> "filtered by other filters";
        case ABSENT -> "gone";
      };
    }
    return said(movement.from()) + " → " + said(movement.to());
  }

  private static String said(Fate fate) {
    return switch (fate) {
      case ABSENT -> "not there";
      case SILVER -> "in Silver";
      case REJECTED -> "rejected";
      case DUPLICATE -> "duplicate";
      case FILTERED -> "filtered";
    };
  }

  private static String example(RowChange row) {
    StringBuilder said = new StringBuilder(row.loadId() + ":" + row.rowNo());
    if (row.part() != null) {
      said.append(":").append(row.part());
    }
    String reasons = reasons(row);
    if (!reasons.isEmpty()) {
      said.append(" (").append(reasons).append(")");
    }
    List<CellChange> changed = row.cells().stream().filter(CellChange::changed).toList();
    List<CellChange> shown =
        changed.isEmpty()
            ? row.cells().stream()
                .filter(c -> c.before() != null || c.after() != null)
                .sorted(Comparator.comparing((CellChange c) -> !blamed(row, c.column())))
                .toList()
            : changed;
    if (!shown.isEmpty()) {
      said.append(": ")
          .append(
              some(shown, CELLS).stream()
                  .map(cell -> cell.column() + " " + values(cell))
                  .collect(Collectors.joining(", ")))
          .append(shown.size() > CELLS ? ", …" : "");
    }
    return said.toString();
  }

  /** Whether a reason of a row names a column: such values are shown first. */
  private static boolean blamed(RowChange row, String column) {
    return Stream.of(row.reasonsBefore(), row.reasonsAfter())
        .filter(reasons -> reasons != null)
        .flatMap(List::stream)
        .anyMatch(reason -> reason.endsWith("_" + column));
  }

  private static String values(CellChange cell) {
    if (cell.changed()) {
      return value(cell.before()) + " → " + value(cell.after());
    }
    return value(cell.after() == null ? cell.before() : cell.after());
  }

  private static String value(String text) {
    return text == null ? "NULL" : shortened(text, LONGEST);
  }

  private static String reasons(RowChange row) {
    String before = row.reasonsBefore() == null ? "" : String.join(", ", row.reasonsBefore());
    String after = row.reasonsAfter() == null ? "" : String.join(", ", row.reasonsAfter());
    String kept =
        Stream.of(row.keptBefore(), row.keptAfter())
            .filter(identity -> identity != null)
            .distinct()
            .collect(Collectors.joining(" → "));
    String why = before.isEmpty() || after.isEmpty() ? before + after : before + " → " + after;
    return kept.isEmpty() ? why : why.isEmpty() ? "like " + kept : why + ", like " + kept;
  }

  private void columns(SilverDifference difference) {
    List<String> said = new ArrayList<>();
    for (ColumnChange column : difference.columns()) {
      if (column.typeBefore() == null) {
        said.add(column.column() + " (new)");
      } else if (column.typeAfter() == null) {
        said.add(column.column() + " (gone)");
      } else if (column.changed() > 0
          || column.columnBefore() != null
          || !column.typeBefore().equals(column.typeAfter())) {
        said.add(changed(column));
      }
    }
    if (!said.isEmpty()) {
      session.say(
          "",
          "Columns: "
              + String.join("; ", some(said, COLUMNS))
              + (said.size() > COLUMNS ? "; and " + (said.size() - COLUMNS) + " more" : ""));
    }
  }

  private static String changed(ColumnChange column) {
    String name = column.columnBefore() == null ? "" : column.columnBefore() + " → ";
    String types =
        column.typeBefore().equals(column.typeAfter())
            ? ""
            : " " + column.typeBefore() + " → " + column.typeAfter();
    String gone =
        column.emptied() == 0 ? "" : ", " + Words.count(column.emptied()) + " become missing";
    String filled =
        column.filled() == 0 ? "" : ", " + Words.count(column.filled()) + " were missing";
    return name
        + column.column()
        + types
        + " "
        + Words.counted(column.changed(), "cell")
        + gone
        + filled;
  }

  private void reasons(List<ReasonChange> reasons) {
    List<ReasonChange> changed =
        reasons.stream().filter(reason -> reason.before() != reason.after()).toList();
    if (!changed.isEmpty()) {
      session.say(
          "",
          "Reasons: "
              + some(changed, REASONS).stream()
                  .map(reason ->
                      reason.reason()
                          + " "
                          + Words.count(reason.before())
                          + " → "
                          + Words.count(reason.after()))
                  .collect(Collectors.joining(", "))
              + (changed.size() > REASONS ? ", and " + (changed.size() - REASONS) + " more" : ""));
    }
  }

  private void gold(List<GoldDifference> gold) {
    if (gold.isEmpty()) {
      return;
    }
    List<GoldDifference> different = gold.stream().filter(one -> !one.none()).toList();
    if (different.isEmpty()) {
      session.say("Gold: " + Words.counted(gold.size(), "table") + ", none of them would change.");
      return;
    }
    session.say("Gold:");
    // Tables of one source mostly have the same measures: each is said once.
    Set<MeasureChange> said = new HashSet<>();
    some(different, GOLD)
        .forEach(one -> session.say(INDENT, one.table() + "  " + change(one, said)));
    more(different.size() - GOLD, "table");
    int same = gold.size() - different.size();
    if (same > 0) {
      session.say(
          INDENT + Words.counted(same, "table") + (same == 1 ? " stays" : " stay") + " the same");
    }
  }

  private static String change(GoldDifference gold, Set<MeasureChange> said) {
    if (gold.problem() != null) {
      return "could no longer be made: " + Words.plain(gold.problem());
    }
    List<String> parts = new ArrayList<>();
    add(parts, gold.changed(), gold.changed() == 1 ? "group changes" : "groups change");
    add(parts, gold.appeared(), "new");
    add(parts, gold.disappeared(), "gone");
    List<MeasureChange> changed =
        gold.measures().stream().filter(MeasureChange::changed).filter(said::add).toList();
    some(changed, CELLS)
        .forEach(measure ->
            parts.add(
                measure.measure()
                    + " "
                    + figure(measure.before())
                    + " → "
                    + figure(measure.after())));
    if (changed.size() > CELLS) {
      parts.add("…");
    }
    return String.join(", ", parts);
  }

  /** A number with its thousands apart and few digits after the point; anything else as it is. */
  private static String figure(String text) {
    if (text == null || !text.matches("-?[0-9]{1,30}(?:[.][0-9]{1,30})?")) {
      return value(text);
    }
    BigDecimal number = new BigDecimal(text);
    return String.format(Locale.ROOT, "%,." + Math.min(number.scale(), DIGITS) + "f", number);
  }

  /** As much of a text as fits into one line of the terminal. */
  private void line(String text) {
    Terminal terminal = session.terminal();
    int width = terminal.outIsTerminal() ? terminal.width() - INDENT.length() : Integer.MAX_VALUE;
    session.say(INDENT + shortened(Words.plain(text), width - 1));
  }

  private void more(int count, String noun) {
    if (count > 0) {
      session.say(INDENT + "and " + Words.counted(count, "more " + noun) + ": see --json");
    }
  }

  private static <T> List<T> some(List<T> all, int most) {
    return all.subList(0, Math.min(most, all.size()));
  }

  private static String shortened(String text, int longest) {
    return text.length() <= longest ? text : text.substring(0, longest) + "…";
  }
}

package dev.assay.cli;

import dev.assay.model.BuildPreview;
import dev.assay.model.Ledger;
import dev.assay.model.Rows;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Prints what a build would do: its steps, rows before and after, and the account. */
final class PreviewPrinter {
  private static final Set<String> OWN =
      Set.of("_load_id", "_row_no", "_part", "_loaded_at", "_source_file", "_row_hash", "_verdict");

  private PreviewPrinter() {}

  static void print(Session session, BuildPreview preview) {
    session.say(preview.table() + " would have " + Words.counted(preview.rows(), "row") + ".");
    session.say("");
    int number = 1;
    for (BuildPreview.PlannedStep step : preview.plan()) {
      session.say(number++ + ". " + step.description());
    }
    if (preview.notes() != null) {
      session.say("");
      preview.notes().forEach(session::say);
    }
    if (preview.before() != null) {
      session.say("");
      session.say("Before:");
      rows(session, preview.before());
    }
    if (preview.after() != null) {
      session.say("");
      session.say("After:");
      rows(session, preview.after());
    }
    Ledger ledger = preview.ledger();
    if (ledger != null) {
      session.say("");
      session.say(Summary.balance(ledger));
      if (ledger.rejected() > 0) {
        session.say("Left out: " + Summary.reasons(ledger.rejectionReasons()));
      }
      if (ledger.filtered() > 0) {
        session.say("Filtered: " + Summary.reasons(ledger.filterReasons()));
      }
      if (ledger.warnings() != null && !ledger.warnings().isEmpty()) {
        session.say("Kept, but with warnings: " + Summary.reasons(ledger.warnings()));
      }
    }
    if (preview.replay() != null && preview.replay().possible()) {
      session.say(
          "Rescues "
              + Words.count(preview.replay().rescued())
              + " of "
              + Words.count(preview.replay().of())
              + ".");
    }
    session.say("");
    session.say(
        preview.refusal() == null
            ? "Nothing was changed."
            : "A build would be refused. " + preview.refusal());
  }

  /** Rows of Bronze or Silver by their names LOAD:ROW, others as they are. */
  private static void rows(Session session, Rows rows) {
    List<String> names = rows.columns().stream().map(Rows.Column::name).toList();
    if (!names.contains("_row_no")) {
      RowsPrinter.table(rows).print(session.terminal());
      return;
    }
    boolean verdicts = names.contains("_verdict");
    FittedRows fitted =
        new FittedRows(verdicts ? List.of("LOAD:ROW", "~VERDICT") : List.of("LOAD:ROW"));
    List<String> others = names.stream().filter(name -> !OWN.contains(name)).toList();
    fitted.others(others);
    for (List<Object> row : rows.rows()) {
      List<String> first = new ArrayList<>(List.of(FittedRows.identity(names, row)));
      if (verdicts) {
        first.add(RowsPrinter.text(row.get(names.indexOf("_verdict"))));
      }
      // A row that is not accepted has no values here, which is not to say that they are missing.
      boolean there = !verdicts || first.getLast().equals("accepted");
      fitted.add(
          first,
          others.stream()
              .map(name -> there ? RowsPrinter.text(row.get(names.indexOf(name))) : "")
              .toList());
    }
    fitted.print(session);
  }

  /** The SQL of a plan, each step under what it does. */
  static void printSql(Session session, BuildPreview preview) {
    for (BuildPreview.PlannedStep step : preview.plan()) {
      session.say("-- " + step.description());
      for (String sql : step.sql()) {
        String text = sql.strip();
        session.say(text.endsWith(";") ? text : text + ";");
      }
      session.say("");
    }
  }
}

package dev.assay.cli;

import dev.assay.model.BuildPreview;
import dev.assay.model.Ledger;

/** Prints what a build would do: its steps, rows before and after, and the account. */
final class PreviewPrinter {
  private PreviewPrinter() {}

  static void print(Session session, BuildPreview preview) {
    session.say(preview.table() + " would have " + Words.counted(preview.rows(), "row") + ".");
    session.say("");
    int number = 1;
    for (BuildPreview.PlannedStep step : preview.plan()) {
      session.say(number++ + ". " + step.description());
    }
    if (preview.before() != null) {
      session.say("");
      session.say("Before:");
      RowsPrinter.table(preview.before()).print(session.terminal());
    }
    if (preview.after() != null) {
      session.say("");
      session.say("After:");
      RowsPrinter.table(preview.after()).print(session.terminal());
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
    }
    session.say("");
    session.say(
        preview.refusal() == null
            ? "Nothing was changed."
            : "A build would be refused. " + preview.refusal());
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

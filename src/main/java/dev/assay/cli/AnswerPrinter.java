package dev.assay.cli;

import dev.assay.model.Answer;
import dev.assay.model.Author;
import java.util.ArrayList;
import java.util.List;

/** Prints an answer with its proof: the rows, which layer and why, what was left out, the SQL. */
final class AnswerPrinter {
  private static final int MOST_ROWS = 20;

  private AnswerPrinter() {}

  static void print(Session session, Answer answer) {
    session.say(Words.plain(answer.sentence()));
    if (answer.choices() != null && !answer.choices().isEmpty()) {
      session.say("Ask instead:");
      for (String choice : answer.choices()) {
        session.say("  " + Words.plain(choice));
      }
    }
    if (answer.rows() != null && !answer.rows().columns().isEmpty()) {
      session.say("");
      rows(session, answer);
    }
    session.say("");
    proof(session, answer);
  }

  private static void rows(Session session, Answer answer) {
    var lines =
        RowsPrinter.table(answer.rows())
            .lines(
                session.terminal().outIsTerminal()
                    ? session.terminal().width()
                    : Integer.MAX_VALUE);
    // One line is the heading.
    for (String line : lines.subList(0, Math.min(lines.size(), MOST_ROWS + 1))) {
      session.say(line);
    }
    int more = answer.rows().rows().size() - MOST_ROWS;
    if (more > 0) {
      session.say("… and " + Words.counted(more, "row") + " more; all with --json.");
    } else if (answer.rows().truncated()) {
      session.say("… and more rows than one answer shows.");
    }
  }

  private static void proof(Session session, Answer answer) {
    if (answer.table() != null && answer.layer() != null) {
      session.say(
          "Answered from "
              + answer.table()
              + " ("
              + Words.title(answer.layer())
              + ")"
              + (answer.reason() == null ? "" : ": " + answer.reason()));
    }
    if (answer.interpretation() != null && !answer.interpretation().isEmpty()) {
      session.say(
          (answer.author() == Author.MODEL
                  ? "A language model took it to mean: "
                  : "Taken to mean: ")
              + String.join("; ", answer.interpretation()));
    }
    excluded(session, answer);
    if (answer.freshness() != null) {
      freshness(session, answer.freshness());
    }
    if (answer.verification() != null) {
      session.say(
          (answer.verification().equal() ? "Verified: " : "NOT EQUAL: ")
              + Words.plain(answer.verification().sentence()));
    }
    if (answer.warnings() != null) {
      answer.warnings().forEach(warning -> session.say("Mind: " + Words.plain(warning)));
    }
    if (answer.confidence() != null && !answer.confidence().level().equals("high")) {
      session.say(
          "Sure of the meaning: "
              + answer.confidence().level()
              + ". "
              + Words.plain(String.join(" ", answer.confidence().reasons())));
    }
    if (answer.alternatives() != null) {
      session.say("It might also mean: " + Words.plain(String.join(" | ", answer.alternatives())));
    }
    if (answer.followUps() != null) {
      session.say("Ask next: " + Words.plain(String.join(" | ", answer.followUps())));
    }
    if (answer.sql() != null) {
      session.say("SQL: " + answer.sql().strip().replace("\n", "\n     "));
    }
  }

  private static void excluded(Session session, Answer answer) {
    if (answer.excludedRows() != null) {
      session.say(
          answer.excludedRows() == 0
              ? "No row was left out."
              : Words.counted(answer.excludedRows(), "row")
                  + " as received are not in this answer (left out or duplicates).");
    }
    if (answer.leftOut() != null) {
      session.say("Of those: " + Words.plain(answer.leftOut().sentence()));
    }
  }

  private static void freshness(Session session, Answer.Freshness freshness) {
    List<String> parts = new ArrayList<>();
    if (freshness.until() != null) {
      parts.add("until " + freshness.until());
    }
    if (freshness.loadedAt() != null) {
      parts.add("read " + Words.time(freshness.loadedAt()));
    }
    if (freshness.builtAt() != null) {
      parts.add("built " + Words.time(freshness.builtAt()));
    }
    if (!parts.isEmpty()) {
      session.say("Data: " + String.join(", ", parts));
    }
  }
}

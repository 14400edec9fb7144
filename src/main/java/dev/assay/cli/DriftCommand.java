package dev.assay.cli;

import dev.assay.model.Contract;
import dev.assay.model.Drift;
import dev.assay.workspace.DriftReport;
import dev.assay.workspace.Workspace;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** Shows how an origin's columns have changed. */
@Command(
    name = "drift",
    description = "Shows how the origin's columns differ from Bronze now, and what would break.")
final class DriftCommand extends Verb {
  @Parameters(paramLabel = "NAME", description = "A source.")
  String name;

  @Override
  int run(Session session) {
    Workspace workspace = session.workspace();
    DriftReport report = workspace.drift(name);
    if (session.json()) {
      session.printJson(report);
      return 0;
    }
    if (report.drift().changes().isEmpty()) {
      session.say("The columns are as they were.");
      return 0;
    }
    Contract contract = workspace.settings(name).contract();
    for (Drift.Change change : report.drift().changes()) {
      session.say(mark(change) + " " + Words.plain(change.describe()));
      session.say("    a sync " + follows(change.choice(contract)));
    }
    if (!report.breaks().isEmpty()) {
      session.say("What would no longer work:");
      report.breaks().forEach(sentence -> session.say("  " + Words.plain(sentence)));
    }
    return 0;
  }

  private static String mark(Drift.Change change) {
    return switch (change) {
      case Drift.Added _ -> "+";
      case Drift.Dropped _ -> "-";
      case Drift.Renamed _, Drift.Reordered _, Drift.Reshaped _ -> "~";
    };
  }

  private static String follows(Contract.Choice choice) {
    return switch (choice) {
      case EVOLVE -> "follows it (evolve)";
      case FREEZE -> "keeps the columns as they are (freeze)";
      case QUARANTINE -> "sets the rows aside that it touches (quarantine)";
      case PAUSE -> "waits for a yes (pause)";
    };
  }
}

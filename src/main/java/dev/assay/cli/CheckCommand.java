package dev.assay.cli;

import dev.assay.workspace.CheckResult;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** Checks validations, ledgers and Gold = Silver now. */
@Command(
    name = "check",
    description = "Checks now that validations hold, ledgers balance and Gold equals Silver.")
final class CheckCommand extends Verb {
  private static final int REFUSED = 3;

  @Parameters(paramLabel = "NAME", arity = "0..1", description = "A source; else all.")
  String name;

  @Override
  int run(Session session) {
    List<CheckResult> results = session.workspace().check(name);
    long failed = results.stream().filter(result -> !result.passed()).count();
    if (session.json()) {
      session.printJson(results);
      return failed == 0 ? 0 : REFUSED;
    }
    Table table = new Table("", "TABLE", "CHECK", "DETAIL");
    for (CheckResult result : results) {
      table.add(
          result.passed() ? "ok" : "FAILED",
          result.table(),
          result.check(),
          result.detail() == null ? "" : result.detail());
    }
    if (!table.isEmpty()) {
      table.print(session.terminal());
      session.say("");
    }
    session.say(
        results.isEmpty()
            ? "There is nothing to check yet."
            : failed == 0
                ? "All " + Words.counted(results.size(), "check") + " hold."
                : Words.count(failed)
                    + " of "
                    + Words.counted(results.size(), "check")
                    + " failed.");
    return failed == 0 ? 0 : REFUSED;
  }
}

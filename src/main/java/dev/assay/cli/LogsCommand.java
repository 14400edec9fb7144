package dev.assay.cli;

import dev.assay.model.Layer;
import dev.assay.model.MedallionBuildLog;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Shows the history of builds. */
@Command(name = "logs", description = "Shows the history of builds, newest first.")
final class LogsCommand extends Verb {
  @Parameters(paramLabel = "NAME", description = "A source.")
  String name;

  @Option(names = "--layer", paramLabel = "LAYER", description = "Only this layer.")
  String layer;

  @Option(names = "--table", paramLabel = "TABLE", description = "Only this Gold table.")
  String table;

  @Override
  int run(Session session) {
    List<Layer> layers =
        layer != null
            ? List.of(LayerNames.parse(layer))
            : table != null ? List.of(Layer.GOLD) : List.of(Layer.values());
    List<MedallionBuildLog> logs = new ArrayList<>();
    for (Layer which : layers) {
      logs.addAll(session.workspace().logs(name, which, table));
    }
    logs.sort(Comparator.comparing(MedallionBuildLog::createdAt).reversed());
    if (session.json()) {
      session.printJson(logs);
      return 0;
    }
    if (logs.isEmpty()) {
      session.say("Nothing was built yet.");
      return 0;
    }
    Table lines =
        new Table(
            "WHEN",
            "TABLE",
            "ACTION",
            "STATUS",
            ">ROWS",
            ">LEFT OUT",
            ">DUPLICATES",
            ">TOOK",
            "REASONS");
    for (MedallionBuildLog log : logs) {
      lines.add(
          Words.time(log.createdAt()),
          log.tableName(),
          log.action(),
          log.status(),
          Words.count(log.rowsProcessed()),
          Words.count(log.rowsRejected()),
          Words.count(log.rowsDuplicate()),
          Words.duration(log.durationMs()),
          log.errorMessage() == null ? reasons(log) : log.errorMessage());
    }
    lines.print(session.terminal());
    return 0;
  }

  /** Why rows were refused, then which were left out on purpose. */
  private static String reasons(MedallionBuildLog log) {
    String refused = Summary.reasons(log.rejectionReasons());
    if (log.ledger() == null || log.ledger().filtered() == 0) {
      return refused;
    }
    return (refused.isEmpty() ? "" : refused + "; ")
        + "filtered: "
        + Summary.reasons(log.ledger().filterReasons());
  }
}

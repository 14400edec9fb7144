package dev.assay.cli;

import dev.assay.model.Layer;
import dev.assay.model.LayerStatus;
import dev.assay.model.MedallionLayer;
import dev.assay.workspace.Medallion;
import dev.assay.workspace.SourceDetail;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** Shows how the layers stand. */
@Command(name = "status", description = "Shows how the layers of all sources, or of one, stand.")
final class StatusCommand extends Verb {
  @Parameters(paramLabel = "NAME", arity = "0..1", description = "A source; else all.")
  String name;

  @Override
  int run(Session session) {
    if (name != null) {
      one(session);
      return 0;
    }
    List<SourceDetail> sources = session.workspace().sources();
    if (session.json()) {
      session.printJson(sources);
      return 0;
    }
    if (sources.isEmpty()) {
      session.say("No sources yet. Start with: " + session.command("assay run FILE"));
      return 0;
    }
    List<Medallion> medallions =
        sources.stream().map(source -> session.workspace().medallion(source.id())).toList();
    table(session, medallions).forEach(session::say);
    sources.forEach(source -> waiting(session, source));
    var questions = medallions.stream().flatMap(m -> m.questions().stream()).toList();
    new Summary(session).questions(questions, Integer.MAX_VALUE).forEach(session::say);
    return 0;
  }

  private void one(Session session) {
    Medallion medallion = session.workspace().medallion(name);
    if (session.json()) {
      session.printJson(medallion);
      return;
    }
    Summary summary = new Summary(session);
    summary.layers(medallion).forEach(session::say);
    session.workspace().sources().stream()
        .filter(source -> source.id().equals(medallion.sourceId()))
        .forEach(source -> waiting(session, source));
    summary.questions(medallion.questions(), Integer.MAX_VALUE).forEach(session::say);
  }

  /** Says that a sync waits for a yes, and how to say it. */
  static void waiting(Session session, SourceDetail source) {
    if (source.metadata().waiting() != null) {
      session.note(
          "The sync of '"
              + source.id()
              + "' waits for a yes: "
              + Words.plain(source.metadata().waiting().reason()));
      session.note("  " + session.command("assay drift " + source.id()));
      session.note("  " + session.command("assay sync " + source.id() + " --accept"));
    }
  }

  /** One line a source. */
  static List<String> table(Session session, List<Medallion> medallions) {
    Table table =
        new Table("SOURCE", "BRONZE", ">ROWS", "SILVER", ">ROWS", "GOLD", ">TABLES", "LAST BUILT");
    for (Medallion medallion : medallions) {
      List<String> cells = new ArrayList<>();
      cells.add(medallion.sourceId());
      for (Layer layer : Layer.values()) {
        cells.add(medallion.status().getOrDefault(layer, LayerStatus.PENDING).text());
        cells.add(figure(medallion, layer));
      }
      cells.add(
          Words.time(
              medallion.layers().stream()
                  .map(MedallionLayer::lastBuiltAt)
                  .filter(Objects::nonNull)
                  .max(java.util.Comparator.naturalOrder())
                  .orElse(null)));
      table.add(cells);
    }
    return table.lines(
        session.terminal().outIsTerminal() ? session.terminal().width() : Integer.MAX_VALUE);
  }

  private static String figure(Medallion medallion, Layer layer) {
    List<MedallionLayer> tables =
        medallion.layers().stream().filter(l -> l.layer() == layer).toList();
    if (layer == Layer.GOLD) {
      return tables.isEmpty() ? "" : Words.count(tables.size());
    }
    return tables.isEmpty() || tables.getFirst().rowCount() == null
        ? ""
        : Words.count(tables.getFirst().rowCount());
  }
}

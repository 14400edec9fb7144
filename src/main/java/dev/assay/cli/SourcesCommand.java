package dev.assay.cli;

import dev.assay.model.Origin;
import dev.assay.workspace.SourceDetail;
import java.util.List;
import picocli.CommandLine.Command;

/** Lists the sources. */
@Command(name = "sources", description = "Lists the sources and where their rows come from.")
final class SourcesCommand extends Verb {
  @Override
  int run(Session session) {
    List<SourceDetail> sources = session.workspace().sources();
    if (session.json()) {
      session.printJson(sources);
      return 0;
    }
    if (sources.isEmpty()) {
      session.say("No sources yet. Start with: " + session.command("assay run FILE"));
      return 0;
    }
    Table table = new Table("SOURCE", "NAME", ">SIZE", "ADDED", "FROM");
    for (SourceDetail source : sources) {
      switch (source.origin()) {
        case Origin.File file ->
            table.add(
                source.id(),
                source.name(),
                Words.size(file.size()),
                Words.time(source.createdAt()),
                file.uploaded() ? file.fileName() + " (uploaded)" : file.path());
        case Origin.Folder _, Origin.Database _ ->
            table.add(
                source.id(),
                source.name(),
                "",
                Words.time(source.createdAt()),
                source.origin().label());
      }
    }
    table.print(session.terminal());
    return 0;
  }
}

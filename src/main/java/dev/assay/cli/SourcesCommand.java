package dev.assay.cli;

import dev.assay.model.Origin;
import dev.assay.model.Relation;
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
                from(file));
        case Origin.Folder folder ->
            table.add(
                source.id(), source.name(), "", Words.time(source.createdAt()), folder.label());
        case Origin.Database database ->
            table.add(
                source.id(),
                source.name(),
                "",
                Words.time(source.createdAt()),
                database.address() + " › " + relation(database.relation()));
      }
    }
    table.print(session.terminal());
    return 0;
  }

  private static String from(Origin.File file) {
    String name = file.uploaded() ? file.fileName() + " (uploaded)" : file.path();
    return file.part() == null ? name : name + " › " + file.part().label();
  }

  /** A query is told apart by its first words. */
  private static String relation(Relation relation) {
    return switch (relation) {
      case Relation.Table table -> table.label();
      case Relation.Query query -> {
        String sql = query.sql().strip().replaceAll("\\s+", " ");
        yield sql.length() <= 60 ? sql : sql.substring(0, 59) + "…";
      }
    };
  }
}

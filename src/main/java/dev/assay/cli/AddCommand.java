package dev.assay.cli;

import dev.assay.workspace.Added;
import dev.assay.workspace.Workspace;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Adds files or tables as sources and lands them in Bronze. */
@Command(
    name = "add",
    description =
        "Adds files or tables of a database and lands them, as received, in Bronze. A known path is"
            + " read again and keeps its recipes.")
final class AddCommand extends Verb {
  @Parameters(
      paramLabel = "FILE|CONNECTION",
      arity = "1..*",
      description =
          "Files, folders, quoted patterns, - for what is piped in; an address such as"
              + " postgresql://user@host/database, or the name of a connection.")
  List<String> inputs;

  @Option(names = "--name", paramLabel = "NAME", description = "What to call it.")
  String name;

  @Mixin OriginOptions options = new OriginOptions();

  @Override
  int run(Session session) {
    Optional<List<Added>> added = new Adding(session, here(), options, name).add(inputs);
    if (added.isEmpty()) {
      return Several.MENDABLE;
    }
    Several.notes(added.get()).forEach(session::note);
    List<Adding.Done> done = Adding.await(session, added.get());
    Workspace workspace = session.workspace();
    if (session.json()) {
      List<Added> shown = new ArrayList<>();
      for (Adding.Done one : done) {
        shown.add(
            one.build() == null
                ? one.added()
                : new Added(
                    workspace.source(one.added().source().id()), one.build(), one.added().note()));
      }
      session.printJson(Added.together(shown));
      return Several.exitCode(session, done);
    }
    List<String> ids =
        done.stream().filter(d -> !d.failed()).map(d -> d.added().source().id()).toList();
    if (done.size() == 1) {
      new Summary(session).layers(workspace.medallion(ids.getFirst())).forEach(session::say);
    } else if (!ids.isEmpty()) {
      StatusCommand.table(session, ids.stream().map(workspace::medallion).toList())
          .forEach(session::say);
    }
    if (!ids.isEmpty()) {
      session.say("Next: " + session.command("assay suggest silver " + ids.getFirst()));
    }
    return Several.exitCode(session, done);
  }
}

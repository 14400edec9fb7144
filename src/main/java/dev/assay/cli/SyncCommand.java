package dev.assay.cli;

import dev.assay.model.Build;
import dev.assay.workspace.SyncWishes;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** Reads a source's file again. */
@Command(
    name = "sync",
    description = "Reads the source's file again and rebuilds what hangs on it.")
final class SyncCommand extends Verb {
  @Parameters(paramLabel = "NAME", description = "A source.")
  String name;

  @Override
  int run(Session session) {
    Build build = session.await(session.workspace().sync(name, SyncWishes.NONE));
    if (session.json()) {
      session.printJson(build);
      return 0;
    }
    if (build.step() != null && (build.layers() == null || build.layers().isEmpty())) {
      session.say(build.step());
    }
    new Summary(session).layers(session.workspace().medallion(name)).forEach(session::say);
    return 0;
  }
}

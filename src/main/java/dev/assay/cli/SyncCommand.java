package dev.assay.cli;

import dev.assay.model.Build;
import dev.assay.model.UserError;
import dev.assay.workspace.SourceDetail;
import dev.assay.workspace.SyncWishes;
import dev.assay.workspace.Workspace;
import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Reads a source's origin again. */
@Command(
    name = "sync",
    description =
        "Reads a source's origin again and rebuilds what hangs on it. Exits with 3 where it waits"
            + " for a yes.")
final class SyncCommand extends Verb {
  private static final int REFUSED = 3;

  @Parameters(
      paramLabel = "NAME",
      arity = "0..1",
      description = "A source, or what a workbook's or a database's sources have in common.")
  String name;

  @Option(names = "--all", description = "All sources.")
  boolean all;

  @Option(names = "--verify", description = "Compare the content though nothing seems changed.")
  boolean verify;

  @Option(names = "--accept", description = "Say yes to what the last sync waited for.")
  boolean accept;

  @Option(names = "--full", description = "Read everything, though there is a cursor.")
  boolean full;

  @Override
  int run(Session session) {
    if (all == (name != null)) {
      throw UserError.invalid("Name one source, or sync them all with --all.");
    }
    Workspace workspace = session.workspace();
    SyncWishes wishes = new SyncWishes(verify, accept, full);
    List<SourceDetail> sources = workspace.sources();
    if (all) {
      return many(
          session, wishes, sources.stream().map(SourceDetail::originId).distinct().toList());
    }
    boolean isSource =
        sources.stream().anyMatch(one -> one.id().equals(name) || one.name().equals(name));
    if (!isSource && sources.stream().anyMatch(one -> one.originId().equals(name))) {
      return many(session, wishes, List.of(name));
    }
    return one(session, workspace.sync(name, wishes));
  }

  private int one(Session session, Build started) {
    Build build = session.await(started);
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

  /** One origin that fails leaves the others. */
  private static int many(Session session, SyncWishes wishes, List<String> origins) {
    Workspace workspace = session.workspace();
    List<Build> started = new ArrayList<>();
    List<String> reasons = new ArrayList<>();
    for (String origin : origins) {
      try {
        started.addAll(workspace.syncOrigin(origin, wishes));
      } catch (UserError error) {
        reasons.add(origin + ": " + error.getMessage());
      }
    }
    List<Build> ended = new ArrayList<>();
    boolean onlyPaused = reasons.isEmpty();
    Table table = new Table("SOURCE", "SYNC", "WHAT");
    for (Build build : started) {
      Build end = session.follow(build, ended.size() + 1 + " of " + started.size() + ": ");
      ended.add(end);
      boolean ready = end.status().equals("ready");
      table.add(end.sourceId(), end.status(), ready && end.step() != null ? end.step() : "");
      if (!ready) {
        reasons.add(end.sourceId() + ": " + new BuildFailed(end).getMessage());
        onlyPaused &= end.status().equals("paused");
      }
    }
    if (session.json()) {
      session.printJson(ended);
    } else if (!table.isEmpty()) {
      table.print(session.terminal());
    } else if (reasons.isEmpty()) {
      session.say("No sources yet. Start with: " + session.command("assay run FILE"));
    }
    int code = Several.exitCode(session, reasons, Math.max(started.size(), reasons.size()));
    return code != 0 && onlyPaused ? REFUSED : code;
  }
}

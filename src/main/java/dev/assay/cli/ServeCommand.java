package dev.assay.cli;

import dev.assay.model.UserError;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Serves the workspace over REST until stopped. */
@Command(
    name = "serve",
    description =
        "Serves the workspace on 127.0.0.1 until Ctrl-C. Meanwhile other commands talk to it.")
final class ServeCommand extends Verb {
  @Option(
      names = "--port",
      paramLabel = "PORT",
      defaultValue = "8080",
      description = "0 for any free one; else 8080.")
  int port;

  @Option(
      names = "--max-upload",
      paramLabel = "MB",
      defaultValue = "20000",
      description = "The largest upload taken, in megabytes; else 20000.")
  long megabytes;

  @Override
  int run(Session session) {
    return serve(session, port, megabytes * 1_000_000);
  }

  static int serve(Session session, int port, long mostUploadBytes) {
    session
        .folder()
        .server()
        .ifPresent(note -> {
          throw UserError.conflict(
              "A server has this workspace already: "
                  + note.url()
                  + " (process "
                  + note.pid()
                  + ").");
        });
    CountDownLatch stop = new CountDownLatch(1);
    CountDownLatch stopped = new CountDownLatch(1);
    var workspace = session.workspaceOrNew();
    try (Program.Server server =
        session.program().serve(workspace, session.folder().path(), port, mostUploadBytes)) {
      session.folder().note(server.address());
      Runtime.getRuntime()
          .addShutdownHook(
              Thread.ofPlatform()
                  .unstarted(() -> {
                    stop.countDown();
                    awaitQuietly(stopped);
                  }));
      announce(session, server);
      awaitQuietly(stop);
    } finally {
      session.folder().forgetServer();
      session.close();
      stopped.countDown();
    }
    return 0;
  }

  private static void announce(Session session, Program.Server server) {
    if (session.json()) {
      session.printJson(Map.of("url", server.address().toString()));
    } else {
      session.say("Assay serves " + session.folder().path() + " at " + server.address());
      session.say(
          "The API is described at " + server.address() + "/openapi.yaml. Stop with Ctrl-C.");
    }
    session.terminal().out().flush();
  }

  private static void awaitQuietly(CountDownLatch latch) {
    try {
      latch.await();
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
    }
  }
}

package dev.assay.cli;

import dev.assay.model.UserError;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Serves the workspace, over REST and as a page, until stopped. */
@Command(
    name = "serve",
    description =
        "Serves the page and the REST interface on 127.0.0.1 until Ctrl-C. Meanwhile other commands"
            + " talk to it.")
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

  @Option(names = "--open", description = "Open the page in the browser.")
  boolean open;

  @Override
  int run(Session session) {
    return serve(session, port, megabytes * 1_000_000, open);
  }

  static int serve(Session session, int port, long mostUploadBytes, boolean open) {
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
      announce(session, server, open);
      awaitQuietly(stop);
    } finally {
      PageDoor.forget(session.folder());
      session.folder().forgetServer();
      session.close();
      stopped.countDown();
    }
    return 0;
  }

  private static void announce(Session session, Program.Server server, boolean open) {
    PageDoor page = new PageDoor(session.folder(), server.address());
    boolean opened = open && page.open(System.getenv());
    if (session.json()) {
      session.printJson(
          Map.of("url", server.address().toString(), "page", page.file().toString()));
    } else if (session.terminal().outIsTerminal()) {
      session.say("Assay serves " + session.folder().path());
      session.say((opened ? "The page opens: " : "Open the page: ") + page.address());
      session.say("The API is described at " + server.address() + "/openapi.yaml");
      session.say(
          "Stop with Ctrl-C. The address is for you alone: it may set up a language model.");
    } else {
      // What is printed may be kept where others read it: the file is its owner's alone.
      session.say("Assay serves " + session.folder().path() + " at " + server.address());
      session.say("Open the page as its owner: " + page.file());
      session.say("The API is described at " + server.address() + "/openapi.yaml");
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

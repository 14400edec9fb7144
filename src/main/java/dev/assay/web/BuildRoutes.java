package dev.assay.web;

import dev.assay.model.Build;
import dev.assay.model.Json;
import dev.assay.workspace.Workspace;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;

/** {@code /api/builds/{id}}: a build's state, its cancellation, and its changes as they happen. */
final class BuildRoutes {
  private static final String BUILD = "/api/builds/{id}";
  private static final Duration HEARTBEAT = Duration.ofSeconds(10);
  private final Workspace workspace;
  private final Waiting waiting;

  BuildRoutes(Workspace workspace, Waiting waiting) {
    this.workspace = workspace;
    this.waiting = waiting;
  }

  void register(RoutesConfig routes) {
    routes.get(
        BUILD, ctx -> Requests.answer(ctx, waiting.hold(ctx, workspace.build(Requests.id(ctx)))));
    routes.delete(BUILD, ctx -> Requests.answer(ctx, workspace.cancel(Requests.id(ctx))));
    routes.get(BUILD + "/events", this::events);
  }

  /** Sends the present state, then every change, and ends when the build has. */
  private void events(Context ctx) throws IOException {
    Build build = workspace.build(Requests.id(ctx));
    ctx.contentType("text/event-stream; charset=utf-8");
    try {
      // Not ctx.outputStream(), whose flush does not reach the listener before the end.
      Events events = new Events(ctx.res().getOutputStream());
      events.send(build);
      while (!build.ended()) {
        build = workspace.await(build.id(), HEARTBEAT, events::send);
        events.beat();
      }
      events.send(build);
    } catch (UncheckedIOException _) {
      // The listener has gone; the build goes on.
    }
  }

  /** Writes server-sent events named {@code build}, each state once. */
  private static final class Events {
    private final OutputStream out;
    private String last = "";

    Events(OutputStream out) {
      this.out = out;
    }

    synchronized void send(Build build) {
      String state = Json.write(build);
      if (!state.equals(last)) {
        last = state;
        write("event: build\ndata: " + state + "\n\n");
      }
    }

    /** Nothing but a sign of life, which also tells when the listener has gone. */
    synchronized void beat() {
      write(":\n\n");
    }

    private void write(String text) {
      try {
        out.write(text.getBytes(StandardCharsets.UTF_8));
        out.flush();
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }
}

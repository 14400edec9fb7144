package dev.assay.web;

import static dev.assay.web.Requests.answer;

import dev.assay.workspace.Added;
import dev.assay.workspace.Workspace;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;

/** {@code /api/sample} and {@code /api/machine}: something to play with, and what it runs on. */
final class StartRoutes {
  private final Workspace workspace;
  private final Waiting waiting;

  StartRoutes(Workspace workspace, Waiting waiting) {
    this.workspace = workspace;
    this.waiting = waiting;
  }

  void register(RoutesConfig routes) {
    routes.post("/api/sample", this::sample);
    routes.get("/api/machine", ctx -> answer(ctx, workspace.machine()));
  }

  private void sample(Context ctx) {
    Waiting.seconds(ctx);
    Added added = workspace.addSample();
    waiting.answer(
        ctx,
        added.build(),
        build ->
            new Added(
                build.ended() ? workspace.source(added.source().id()) : added.source(),
                build,
                added.note()));
  }
}

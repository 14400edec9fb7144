package dev.assay.web;

import static dev.assay.web.Requests.answer;
import static dev.assay.web.Requests.id;

import com.fasterxml.jackson.databind.JsonNode;
import dev.assay.model.Build;
import dev.assay.model.SyncSettings;
import dev.assay.workspace.SyncWishes;
import dev.assay.workspace.Workspace;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import java.util.Set;

/** {@code /api/sources/{id}/sync} and all that keeps a source in step with its origin. */
final class SyncRoutes {
  private static final String SOURCE = "/api/sources/{id}";
  private final Workspace workspace;
  private final Waiting waiting;
  private final Uploads uploads;

  SyncRoutes(Workspace workspace, Waiting waiting, Uploads uploads) {
    this.workspace = workspace;
    this.waiting = waiting;
    this.uploads = uploads;
  }

  void register(RoutesConfig routes) {
    routes.post(
        SOURCE + "/sync",
        ctx -> {
          Waiting.seconds(ctx);
          waiting.answer(ctx, workspace.sync(id(ctx), wishes(ctx)));
        });
    routes.post(
        "/api/origins/{origin_id}/sync",
        ctx -> {
          Waiting.seconds(ctx);
          waiting.answer(ctx, workspace.syncOrigin(ctx.pathParam("origin_id"), wishes(ctx)));
        });
    routes.put(SOURCE + "/file", this::replace);
    routes.get(SOURCE + "/settings", ctx -> answer(ctx, workspace.settings(id(ctx))));
    routes.put(SOURCE + "/settings", this::configure);
    routes.get(SOURCE + "/loads", ctx -> answer(ctx, workspace.loads(id(ctx))));
    routes.post(
        SOURCE + "/loads/{load_id}/undo",
        ctx -> {
          Waiting.seconds(ctx);
          long load = Requests.number(ctx.pathParam("load_id"), "load_id", Long.MAX_VALUE);
          waiting.answer(ctx, workspace.undo(id(ctx), load));
        });
    routes.get(SOURCE + "/drift", ctx -> answer(ctx, workspace.drift(id(ctx))));
  }

  private static SyncWishes wishes(Context ctx) {
    return Requests.optionalBody(ctx, SyncWishes.class).orElse(SyncWishes.NONE);
  }

  private void replace(Context ctx) {
    Waiting.seconds(ctx);
    Uploads.Form form = uploads.receiveOne(ctx, Set.of("accept", "verify", "full"));
    Build build = null;
    try {
      SyncWishes wishes =
          new SyncWishes(flag(form, "verify"), flag(form, "accept"), flag(form, "full"));
      build = workspace.replaceUpload(id(ctx), form.files().getFirst(), wishes);
    } finally {
      if (build == null) {
        uploads.forget(form.files());
      }
    }
    waiting.answer(ctx, build);
  }

  private static boolean flag(Uploads.Form form, String field) {
    return Requests.truth(form.field(field), field);
  }

  private void configure(Context ctx) {
    JsonNode given = Requests.body(ctx, JsonNode.class);
    SyncSettings settings = SettingsPatch.over(workspace.settings(id(ctx)), given);
    answer(ctx, workspace.configure(id(ctx), settings));
  }
}

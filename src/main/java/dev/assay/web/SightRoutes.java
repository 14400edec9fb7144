package dev.assay.web;

import static dev.assay.web.Requests.answer;
import static dev.assay.web.Requests.body;
import static dev.assay.web.Requests.id;
import static dev.assay.web.Requests.limit;
import static dev.assay.web.Requests.offset;
import static dev.assay.web.Requests.optionalBody;

import dev.assay.model.SilverColumn;
import dev.assay.model.SilverRecipe;
import dev.assay.workspace.Workspace;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;

/**
 * {@code /api/sources/{id}/medallion/silver/…}: what a change of Silver would do, and what it has
 * left out.
 */
final class SightRoutes {
  private static final String SILVER = "/api/sources/{id}/medallion/silver";
  private final Workspace workspace;

  SightRoutes(Workspace workspace) {
    this.workspace = workspace;
  }

  void register(RoutesConfig routes) {
    routes.post(
        SILVER + "/diff",
        ctx -> {
          SilverRecipe recipe = optionalBody(ctx, SilverRecipe.class).orElse(null);
          answer(ctx, workspace.diffSilver(id(ctx), recipe));
        });
    routes.get(
        SILVER + "/diff",
        ctx ->
            answer(
                ctx,
                workspace.diffSilverRecipes(
                    id(ctx),
                    Requests.required(ctx.queryParam("from"), "from"),
                    Requests.required(ctx.queryParam("to"), "to"))));
    routes.get(SILVER + "/recipe", ctx -> answer(ctx, workspace.silverRecipe(id(ctx))));
    routes.get(SILVER + "/history", ctx -> answer(ctx, workspace.silverRecipes(id(ctx))));
    routes.post(
        SILVER + "/measure",
        ctx -> answer(ctx, workspace.measureSilver(id(ctx), body(ctx, SilverColumn.class))));
    routes.get(
        SILVER + "/rejects",
        ctx -> answer(ctx, workspace.rejects(id(ctx), reason(ctx), limit(ctx), offset(ctx))));
    routes.get(SILVER + "/rejects/reasons", ctx -> answer(ctx, workspace.rejectReasons(id(ctx))));
    routes.get(SILVER + "/rejects/export", new Export(workspace)::rejects);
  }

  /** Null for all. */
  static String reason(Context ctx) {
    String reason = ctx.queryParam("reason");
    return reason == null || reason.isBlank() ? null : reason;
  }
}

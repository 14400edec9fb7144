package dev.assay.web;

import static dev.assay.web.Requests.answer;
import static dev.assay.web.Requests.id;

import dev.assay.workspace.Workspace;
import io.javalin.config.RoutesConfig;

/** What a source's own page asks for beside its layers: builds under way, recipes, lineage. */
final class PanelRoutes {
  private final Workspace workspace;

  PanelRoutes(Workspace workspace) {
    this.workspace = workspace;
  }

  void register(RoutesConfig routes) {
    routes.get(
        "/api/builds",
        ctx -> {
          String source = ctx.queryParam("source");
          answer(ctx, workspace.underWay(source == null || source.isBlank() ? null : source));
        });
    routes.get("/api/sources/{id}/lineage", ctx -> answer(ctx, workspace.lineage(id(ctx))));
    routes.get(
        "/api/sources/{id}/medallion/silver/history/{number}",
        ctx -> answer(ctx, workspace.silverRecipe(id(ctx), ctx.pathParam("number"))));
  }
}

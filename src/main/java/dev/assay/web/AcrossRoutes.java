package dev.assay.web;

import static dev.assay.web.Requests.answer;
import static dev.assay.web.Requests.body;
import static dev.assay.web.Requests.id;

import dev.assay.model.GoldRecipe;
import dev.assay.workspace.RelationshipWish;
import dev.assay.workspace.Workspace;
import io.javalin.config.RoutesConfig;

/** {@code /api/relationships} and {@code /api/gold}: several sources at once. */
final class AcrossRoutes {
  private static final String RELATIONSHIP = "/api/relationships/{id}";
  private final Workspace workspace;
  private final Waiting waiting;

  AcrossRoutes(Workspace workspace, Waiting waiting) {
    this.workspace = workspace;
    this.waiting = waiting;
  }

  void register(RoutesConfig routes) {
    routes.get("/api/relationships", ctx -> answer(ctx, workspace.across().relationships()));
    routes.post(
        "/api/relationships",
        ctx -> {
          answer(ctx, workspace.across().relate(body(ctx, RelationshipWish.class)));
          ctx.status(201);
        });
    routes.post(RELATIONSHIP + "/confirm", ctx -> answer(ctx, workspace.across().confirm(id(ctx))));
    routes.post(RELATIONSHIP + "/reject", ctx -> answer(ctx, workspace.across().reject(id(ctx))));
    routes.delete(
        RELATIONSHIP,
        ctx -> {
          workspace.across().forget(id(ctx));
          ctx.status(204);
        });
    routes.get("/api/gold", ctx -> answer(ctx, workspace.across().goldTables()));
    routes.post(
        "/api/gold",
        ctx -> {
          Waiting.seconds(ctx);
          waiting.answer(ctx, workspace.across().buildGold(body(ctx, GoldRecipe.class)));
        });
    routes.post(
        "/api/gold/preview",
        ctx -> answer(ctx, workspace.across().previewGold(body(ctx, GoldRecipe.class))));
    routes.post("/api/gold/suggest", ctx -> answer(ctx, workspace.across().suggestGold()));
  }
}

package dev.assay.web;

import static dev.assay.web.Requests.answer;
import static dev.assay.web.Requests.body;
import static dev.assay.web.Requests.id;
import static dev.assay.web.Requests.required;

import dev.assay.workspace.SavedRecipeRequest;
import dev.assay.workspace.Workspace;
import io.javalin.config.RoutesConfig;

/** {@code /api/recipes}: recipes kept for other sources, and how one would serve a source. */
final class RecipeRoutes {
  private static final String RECIPE = "/api/recipes/{name}";
  private final Workspace workspace;

  RecipeRoutes(Workspace workspace) {
    this.workspace = workspace;
  }

  void register(RoutesConfig routes) {
    routes.get("/api/recipes", ctx -> answer(ctx, workspace.savedRecipes()));
    routes.put(
        RECIPE,
        ctx -> {
          SavedRecipeRequest wanted = body(ctx, SavedRecipeRequest.class);
          answer(
              ctx,
              workspace.saveRecipe(
                  required(wanted.source(), "source"),
                  ctx.pathParam("name"),
                  wanted.description()));
        });
    routes.delete(
        RECIPE,
        ctx -> {
          workspace.forgetRecipe(ctx.pathParam("name"));
          ctx.status(204);
        });
    routes.get(
        "/api/sources/{id}/medallion/silver/recipes/{name}",
        ctx -> answer(ctx, workspace.fitRecipe(id(ctx), ctx.pathParam("name"))));
  }
}

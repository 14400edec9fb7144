package dev.assay.web;

import static dev.assay.web.Requests.answer;
import static dev.assay.web.Requests.id;
import static dev.assay.web.Requests.limit;
import static dev.assay.web.Requests.offset;

import dev.assay.model.SilverRecipe;
import dev.assay.model.UserError;
import dev.assay.workspace.ModelWishes;
import dev.assay.workspace.Workspace;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;

/**
 * {@code /api/settings/model}, {@code /api/egress} and what a sentence does to a recipe: a key
 * comes in and never out.
 */
final class ModelRoutes {
  private static final String SETTINGS = "/api/settings/model";
  private final Workspace workspace;
  private final Gate gate;

  ModelRoutes(Workspace workspace, Gate gate) {
    this.workspace = workspace;
    this.gate = gate;
  }

  void register(RoutesConfig routes) {
    routes.get(SETTINGS, ctx -> answer(ctx, workspace.model().settings()));
    routes.put(
        SETTINGS,
        ctx -> {
          gate.checkMaySetUpModel(ctx);
          ModelWishes wishes = Requests.body(ctx, ModelWishes.class);
          answer(ctx, workspace.model().configure(wishes));
        });
    routes.delete(
        SETTINGS,
        ctx -> {
          gate.checkMaySetUpModel(ctx);
          answer(ctx, workspace.model().off());
        });
    routes.post(
        SETTINGS + "/test",
        ctx -> {
          gate.checkMaySetUpModel(ctx);
          answer(ctx, workspace.model().test());
        });
    routes.get(
        "/api/egress", ctx -> answer(ctx, workspace.model().egress(limit(ctx), offset(ctx))));
    routes.get(
        "/api/egress/{id}",
        ctx -> {
          gate.checkMayReadEgress(ctx);
          answer(ctx, workspace.model().egress(number(ctx)));
        });
    routes.post(
        "/api/sources/{id}/medallion/silver/revise",
        ctx -> {
          Sentence body = Requests.body(ctx, Sentence.class);
          String sentence = Requests.required(body.sentence(), "sentence");
          answer(
              ctx,
              gate.mayAskModel(ctx)
                  ? workspace.revise(id(ctx), sentence, body.recipe())
                  : workspace.reviseByRules(id(ctx), sentence, body.recipe()));
        });
  }

  private static long number(Context ctx) {
    try {
      return Long.parseLong(id(ctx));
    } catch (NumberFormatException _) {
      throw UserError.notFound("There is no request '" + id(ctx) + "': its id is a number.");
    }
  }

  /** What is to change, in plain words, and of what: without a recipe, of the one in force. */
  record Sentence(String sentence, SilverRecipe recipe) {}
}

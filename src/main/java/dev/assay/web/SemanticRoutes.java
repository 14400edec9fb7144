package dev.assay.web;

import static dev.assay.web.Requests.answer;
import static dev.assay.web.Requests.body;
import static dev.assay.web.Requests.id;
import static dev.assay.web.Requests.optionalBody;
import static dev.assay.web.Requests.required;

import dev.assay.model.GoldRecipe;
import dev.assay.model.SemanticModel;
import dev.assay.workspace.Workspace;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import java.util.Optional;

/** What Silver is about, and the Gold that is suggested from it. */
final class SemanticRoutes {
  private static final String MODEL = "/api/sources/{id}/semantic-model";
  private final Workspace workspace;
  private final Gate gate;

  SemanticRoutes(Workspace workspace, Gate gate) {
    this.workspace = workspace;
    this.gate = gate;
  }

  private GoldRecipe wished(Context ctx, String sentence) {
    return gate.mayAskModel(ctx)
        ? workspace.suggestGold(id(ctx), sentence)
        : workspace.suggestGoldByRules(id(ctx), sentence);
  }

  void register(RoutesConfig routes) {
    routes.get(MODEL, ctx -> answer(ctx, workspace.semantics(id(ctx))));
    routes.put(
        MODEL, ctx -> answer(ctx, workspace.describe(id(ctx), body(ctx, SemanticModel.class))));
    routes.delete(
        MODEL,
        ctx -> {
          workspace.forgetSemantics(id(ctx));
          ctx.status(204);
        });
    routes.post(
        "/api/sources/{id}/medallion/gold/suggest",
        ctx -> {
          Optional<ModelRoutes.Sentence> asked = optionalBody(ctx, ModelRoutes.Sentence.class);
          answer(
              ctx,
              asked.isEmpty()
                  ? workspace.suggestGold(id(ctx))
                  : wished(ctx, required(asked.get().sentence(), "sentence")));
        });
  }
}

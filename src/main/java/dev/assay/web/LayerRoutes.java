package dev.assay.web;

import static dev.assay.web.Requests.answer;
import static dev.assay.web.Requests.flag;
import static dev.assay.web.Requests.id;
import static dev.assay.web.Requests.layer;
import static dev.assay.web.Requests.limit;
import static dev.assay.web.Requests.offset;
import static dev.assay.web.Requests.optionalBody;
import static dev.assay.web.Requests.table;

import dev.assay.model.GoldRecipe;
import dev.assay.model.SilverRecipe;
import dev.assay.workspace.ChosenEdits;
import dev.assay.workspace.Workspace;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;

/**
 * {@code /api/sources/{id}/medallion…}: the request's nine endpoints and what stands beside them.
 */
final class LayerRoutes {
  private static final String MEDALLION = "/api/sources/{id}/medallion";
  private final Workspace workspace;
  private final Waiting waiting;
  private final Gate gate;

  LayerRoutes(Workspace workspace, Waiting waiting, Gate gate) {
    this.workspace = workspace;
    this.waiting = waiting;
    this.gate = gate;
  }

  void register(RoutesConfig routes) {
    routes.get(MEDALLION, ctx -> answer(ctx, workspace.medallion(id(ctx))));
    building(routes);
    previewing(routes);
    reading(routes);
  }

  private void building(RoutesConfig routes) {
    routes.post(
        MEDALLION + "/bronze",
        ctx -> {
          Waiting.seconds(ctx);
          waiting.answer(ctx, workspace.buildBronze(id(ctx)));
        });
    routes.post(
        MEDALLION + "/silver/suggest",
        ctx -> {
          boolean again = flag(ctx, "again");
          if (again && workspace.model().settings().on()) {
            gate.checkMayAskModel(ctx);
          }
          answer(
              ctx,
              again ? workspace.suggestSilverAgain(id(ctx)) : workspace.suggestSilver(id(ctx)));
        });
    routes.post(
        MEDALLION + "/silver",
        ctx -> {
          Waiting.seconds(ctx);
          SilverRecipe recipe = optionalBody(ctx, SilverRecipe.class).orElse(null);
          waiting.answer(ctx, workspace.buildSilver(id(ctx), recipe, basedOn(ctx)));
        });
    routes.post(
        MEDALLION + "/silver/apply",
        ctx -> {
          Waiting.seconds(ctx);
          waiting.answer(ctx, workspace.change(id(ctx), Requests.body(ctx, ChosenEdits.class)));
        });
    routes.post(
        MEDALLION + "/gold",
        ctx -> {
          Waiting.seconds(ctx);
          GoldRecipe recipe = optionalBody(ctx, GoldRecipe.class).orElse(null);
          waiting.answer(ctx, workspace.buildGold(id(ctx), recipe));
        });
    routes.post(
        MEDALLION + "/{layer}/refresh",
        ctx -> {
          Waiting.seconds(ctx);
          waiting.answer(ctx, workspace.refresh(id(ctx), layer(ctx), table(ctx)));
        });
    routes.delete(
        MEDALLION + "/{layer}",
        ctx -> {
          workspace.drop(id(ctx), layer(ctx), table(ctx), flag(ctx, "cascade"));
          answer(ctx, workspace.medallion(id(ctx)));
        });
  }

  /** The recipe that an edit began from; null where it is not said. */
  private static Long basedOn(Context ctx) {
    String text = ctx.queryParam("based_on");
    return text == null ? null : Requests.number(text, "based_on", Long.MAX_VALUE);
  }

  private void previewing(RoutesConfig routes) {
    routes.get(
        MEDALLION + "/silver/preview", ctx -> answer(ctx, workspace.previewSilver(id(ctx), null)));
    routes.post(
        MEDALLION + "/silver/preview",
        ctx -> {
          SilverRecipe recipe = optionalBody(ctx, SilverRecipe.class).orElse(null);
          answer(ctx, workspace.previewSilver(id(ctx), recipe));
        });
    routes.post(
        MEDALLION + "/silver/apply/preview",
        ctx ->
            answer(ctx, workspace.previewChange(id(ctx), Requests.body(ctx, ChosenEdits.class))));
    routes.get(
        MEDALLION + "/gold/preview",
        ctx -> answer(ctx, workspace.previewGold(id(ctx), null, table(ctx))));
    routes.post(
        MEDALLION + "/gold/preview",
        ctx -> {
          GoldRecipe recipe = optionalBody(ctx, GoldRecipe.class).orElse(null);
          answer(ctx, workspace.previewGold(id(ctx), recipe, table(ctx)));
        });
  }

  private void reading(RoutesConfig routes) {
    routes.get(
        MEDALLION + "/{layer}/logs",
        ctx -> answer(ctx, workspace.logs(id(ctx), layer(ctx), table(ctx))));
    routes.get(
        MEDALLION + "/bronze/malformed",
        ctx -> answer(ctx, workspace.malformed(id(ctx), limit(ctx), offset(ctx))));
    routes.get(MEDALLION + "/{layer}/export", new Export(workspace)::answer);
  }
}

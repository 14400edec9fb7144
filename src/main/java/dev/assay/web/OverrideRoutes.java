package dev.assay.web;

import static dev.assay.web.Requests.answer;
import static dev.assay.web.Requests.id;

import dev.assay.model.SilverRecipe;
import dev.assay.workspace.Workspace;
import io.javalin.config.RoutesConfig;

/** {@code …/silver/overrides} and {@code …/silver/replay}: the ways back of rejected rows. */
final class OverrideRoutes {
  private static final String SILVER = "/api/sources/{id}/medallion/silver";
  private final Workspace workspace;
  private final Waiting waiting;

  OverrideRoutes(Workspace workspace, Waiting waiting) {
    this.workspace = workspace;
    this.waiting = waiting;
  }

  void register(RoutesConfig routes) {
    routes.get(SILVER + "/overrides", ctx -> answer(ctx, workspace.overrides(id(ctx))));
    routes.post(
        SILVER + "/overrides",
        ctx -> {
          Mending mending = Requests.body(ctx, Mending.class);
          String row = Requests.required(mending.row(), "row");
          String column = Requests.required(mending.column(), "column");
          ctx.status(201);
          answer(ctx, workspace.mend(id(ctx), row, column, mending.value(), mending.because()));
        });
    routes.delete(
        SILVER + "/overrides/{override_id}",
        ctx -> {
          long override =
              Requests.number(ctx.pathParam("override_id"), "override_id", Long.MAX_VALUE);
          answer(ctx, workspace.unmend(id(ctx), override));
        });
    routes.post(
        SILVER + "/replay",
        ctx -> {
          Waiting.seconds(ctx);
          SilverRecipe recipe = Requests.optionalBody(ctx, SilverRecipe.class).orElse(null);
          waiting.answer(ctx, workspace.replay(id(ctx), recipe));
        });
  }

  /**
   * A value to be put right.
   *
   * @param row {@code load:row} or the hash of the row's content
   * @param value null for missing
   */
  record Mending(String row, String column, String value, String because) {}
}

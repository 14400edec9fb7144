package dev.assay.web;

import static dev.assay.web.Requests.answer;
import static dev.assay.web.Requests.body;

import dev.assay.model.AskRequest;
import dev.assay.model.WorkspaceSettings;
import dev.assay.workspace.Workspace;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;

/** {@code /api/questions}: questions kept to be asked again; {@code /api/settings}: the zone. */
final class QuestionRoutes {
  private static final String QUESTION = "/api/questions/{name}";
  private static final String SETTINGS = "/api/settings";
  private final Workspace workspace;
  private final Gate gate;

  QuestionRoutes(Workspace workspace, Gate gate) {
    this.workspace = workspace;
    this.gate = gate;
  }

  private AskRequest allowed(Context ctx, AskRequest wanted) {
    return gate.mayAskModel(ctx) ? wanted : wanted.withModel(false);
  }

  void register(RoutesConfig routes) {
    routes.get("/api/questions", ctx -> answer(ctx, workspace.questions()));
    routes.put(
        QUESTION,
        ctx ->
            answer(
                ctx,
                workspace.saveQuestion(
                    ctx.pathParam("name"), allowed(ctx, body(ctx, AskRequest.class)))));
    routes.delete(
        QUESTION,
        ctx -> {
          workspace.forgetQuestion(ctx.pathParam("name"));
          ctx.status(204);
        });
    routes.get(
        QUESTION + "/answer",
        ctx ->
            answer(
                ctx,
                workspace.askSaved(
                    ctx.pathParam("name"), "true".equals(ctx.queryParam("verify")))));
    routes.get(SETTINGS, ctx -> answer(ctx, workspace.workspaceSettings()));
    routes.put(
        SETTINGS, ctx -> answer(ctx, workspace.configure(body(ctx, WorkspaceSettings.class))));
  }
}

package dev.assay.web;

import dev.assay.model.AskRequest;
import dev.assay.workspace.Workspace;
import io.javalin.config.RoutesConfig;

/** {@code /api/ask}, {@code /api/sql}, {@code /api/check} and {@code /api/health}. */
final class AskRoutes {
  private final Workspace workspace;
  private final Gate gate;
  private final String version;

  AskRoutes(Workspace workspace, Gate gate, String version) {
    this.workspace = workspace;
    this.gate = gate;
    this.version = version;
  }

  void register(RoutesConfig routes) {
    routes.post(
        "/api/ask",
        ctx -> {
          AskRequest ask = Requests.body(ctx, AskRequest.class);
          if (ask.query() == null) {
            Requests.required(ask.question(), "question");
          }
          boolean verify = ask.verify() || "true".equals(ctx.queryParam("verify"));
          AskRequest wanted = ask.withVerify(verify);
          Requests.answer(
              ctx, gate.mayAskModel(ctx) ? workspace.ask(wanted) : workspace.askByRules(wanted));
        });
    routes.post(
        "/api/sql",
        ctx -> {
          Sql sql = Requests.body(ctx, Sql.class);
          Requests.answer(ctx, workspace.sql(Requests.required(sql.sql(), "sql")));
        });
    routes.get(
        "/api/check", ctx -> Requests.answer(ctx, workspace.check(ctx.queryParam("source"))));
    routes.get("/api/health", ctx -> Requests.answer(ctx, new Health("ok", version)));
  }

  /** One SELECT. */
  record Sql(String sql) {}

  /** Says that the server lives. */
  record Health(String status, String version) {}
}

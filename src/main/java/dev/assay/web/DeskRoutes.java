package dev.assay.web;

import static dev.assay.web.Requests.answer;
import static dev.assay.web.Requests.body;

import dev.assay.model.Pin;
import dev.assay.workspace.ExportWish;
import dev.assay.workspace.Workspace;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import java.io.IOException;

/** Around asking: suggested questions, answers as files, and the pins of the dashboard. */
final class DeskRoutes {
  private static final String QUESTION = "/api/questions/{name}";
  private final Workspace workspace;

  DeskRoutes(Workspace workspace) {
    this.workspace = workspace;
  }

  void register(RoutesConfig routes) {
    routes.get(
        "/api/questions/suggested",
        ctx ->
            answer(
                ctx,
                workspace
                    .desk()
                    .suggested(
                        ctx.queryParam("source"),
                        ctx.queryParam("language") == null ? "en" : ctx.queryParam("language"))));
    routes.post(
        QUESTION + "/rename",
        ctx -> {
          String name = Requests.required(body(ctx, NewName.class).name(), "name");
          answer(ctx, workspace.desk().rename(ctx.pathParam("name"), name));
        });
    routes.put(
        QUESTION + "/pin",
        ctx -> answer(ctx, workspace.desk().pin(ctx.pathParam("name"), body(ctx, Pin.class))));
    routes.delete(
        QUESTION + "/pin",
        ctx -> {
          workspace.desk().unpin(ctx.pathParam("name"));
          ctx.status(204);
        });
    routes.post("/api/ask/export", this::export);
  }

  private void export(Context ctx) throws IOException {
    ExportWish wish = body(ctx, ExportWish.class);
    String format = Export.format(ctx);
    Export.head(ctx, "answer", format);
    workspace.desk().export(wish, format, ctx.outputStream());
    ctx.outputStream().flush();
  }

  /** How a question is called from now on. */
  record NewName(String name) {}
}

package dev.assay.web;

import dev.assay.model.Layer;
import dev.assay.model.UserError;
import dev.assay.workspace.Workspace;
import io.javalin.http.Context;
import java.io.IOException;

/** Streams a layer's table as a file; one that breaks off midway never looks whole. */
final class Export {
  private final Workspace workspace;

  Export(Workspace workspace) {
    this.workspace = workspace;
  }

  void answer(Context ctx) throws IOException {
    Layer layer = Requests.layer(ctx);
    String table = Requests.table(ctx);
    String format = format(ctx);
    head(ctx, table == null ? Requests.id(ctx) + "_" + layer.text() : table, format);
    workspace.export(Requests.id(ctx), layer, table, format, ctx.outputStream());
    ctx.outputStream().flush();
  }

  /** The rejected rows of Silver, all or those of a reason. */
  void rejects(Context ctx) throws IOException {
    String reason = SightRoutes.reason(ctx);
    String format = format(ctx);
    head(ctx, Requests.id(ctx) + "_rejects" + (reason == null ? "" : "_" + reason), format);
    workspace.exportRejects(Requests.id(ctx), reason, format, ctx.outputStream());
    ctx.outputStream().flush();
  }

  static String format(Context ctx) {
    return ctx.queryParam("format") == null ? "csv" : ctx.queryParam("format");
  }

  static void head(Context ctx, String name, String format) {
    ctx.contentType(
        switch (format) {
          case "csv" -> "text/csv; charset=utf-8";
          case "parquet" -> "application/vnd.apache.parquet";
          case "xlsx" -> "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";
          default ->
              throw UserError.invalid("Give format as csv, xlsx or parquet, not '" + format + "'.");
        });
    ctx.header(
        "Content-Disposition",
        "attachment; filename=\"" + name.replaceAll("[^\\p{Alnum}._-]", "_") + "." + format + "\"");
  }
}

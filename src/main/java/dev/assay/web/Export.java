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
    String format = ctx.queryParam("format") == null ? "csv" : ctx.queryParam("format");
    String type =
        switch (format) {
          case "csv" -> "text/csv; charset=utf-8";
          case "parquet" -> "application/vnd.apache.parquet";
          default ->
              throw UserError.invalid("Give format as csv or parquet, not '" + format + "'.");
        };
    String name = table == null ? Requests.id(ctx) + "_" + layer.text() : table;
    ctx.contentType(type);
    ctx.header(
        "Content-Disposition",
        "attachment; filename=\"" + name.replaceAll("[^\\p{Alnum}._-]", "_") + "." + format + "\"");
    workspace.export(Requests.id(ctx), layer, table, format, ctx.outputStream());
    ctx.outputStream().flush();
  }
}

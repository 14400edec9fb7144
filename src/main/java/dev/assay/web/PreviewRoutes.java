package dev.assay.web;

import static dev.assay.web.Requests.answer;

import dev.assay.model.DialectOverrides;
import dev.assay.workspace.Workspace;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Set;
import java.util.function.Function;

/**
 * {@code /api/sources/preview} and {@code …/tables}: what is in a file before anything has landed.
 * An uploaded file is gone as soon as it was looked at.
 */
final class PreviewRoutes {
  private final Workspace workspace;
  private final Gate gate;
  private final Uploads uploads;

  PreviewRoutes(Workspace workspace, Gate gate, Uploads uploads) {
    this.workspace = workspace;
    this.gate = gate;
    this.uploads = uploads;
  }

  void register(RoutesConfig routes) {
    routes.post(
        "/api/sources/preview",
        ctx -> {
          Set<String> fields = new HashSet<>(Wishes.READING);
          fields.add("table");
          look(
              ctx,
              fields,
              asked -> workspace.previewLanding(asked.file(), asked.table(), asked.overrides()));
        });
    routes.post(
        "/api/sources/tables", ctx -> look(ctx, Set.of(), asked -> workspace.tables(asked.file())));
  }

  private record Asked(Path file, String table, DialectOverrides overrides) {}

  private void look(Context ctx, Set<String> fields, Function<Asked, Object> at) {
    if (!ctx.isMultipartFormData()) {
      gate.checkMayNamePaths(ctx);
      PreviewRequest request = Requests.body(ctx, PreviewRequest.class);
      Path path = SourceRoutes.path(Requests.required(request.path(), "path"));
      answer(ctx, at.apply(new Asked(path, request.table(), request.wishes().overrides())));
      return;
    }
    Uploads.Form form = uploads.receiveOne(ctx, fields);
    try {
      Path file = form.files().getFirst().stored();
      answer(ctx, at.apply(new Asked(file, form.field("table"), Wishes.of(form).overrides())));
    } finally {
      uploads.forget(form.files());
    }
  }

  /**
   * A file of this machine, and how to read it.
   *
   * @param table one of its tables; null for the first
   */
  record PreviewRequest(
      String path,
      String table,
      String charset,
      String delimiter,
      String quote,
      String escape,
      Boolean header,
      Integer headerRows,
      Integer skipLines) {
    Wishes wishes() {
      return new Wishes(
          null,
          charset,
          delimiter,
          quote,
          escape,
          Wishes.text(header),
          Wishes.text(headerRows),
          Wishes.text(skipLines),
          null,
          null,
          null,
          null);
    }
  }
}

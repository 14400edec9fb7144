package dev.assay.web;

import static dev.assay.web.Requests.answer;
import static dev.assay.web.Requests.id;

import dev.assay.model.DialectOverrides;
import dev.assay.model.Problem;
import dev.assay.model.UserError;
import dev.assay.workspace.AddOptions;
import dev.assay.workspace.Added;
import dev.assay.workspace.SyncWishes;
import dev.assay.workspace.Upload;
import dev.assay.workspace.Workspace;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** {@code /api/sources}: added by upload or, for a caller with the token, by path. */
final class SourceRoutes {
  private final Workspace workspace;
  private final Waiting waiting;
  private final Gate gate;
  private final Uploads uploads;

  SourceRoutes(Workspace workspace, Waiting waiting, Gate gate, Uploads uploads) {
    this.workspace = workspace;
    this.waiting = waiting;
    this.gate = gate;
    this.uploads = uploads;
  }

  void register(RoutesConfig routes) {
    routes.get("/api/sources", ctx -> answer(ctx, workspace.sources()));
    routes.post("/api/sources", this::add);
    routes.get("/api/sources/{id}", ctx -> answer(ctx, workspace.source(id(ctx))));
    routes.delete(
        "/api/sources/{id}",
        ctx -> {
          workspace.remove(id(ctx));
          ctx.status(204);
        });
    routes.post(
        "/api/sources/{id}/sync",
        ctx -> {
          Waiting.seconds(ctx);
          waiting.answer(ctx, workspace.sync(id(ctx), SyncWishes.NONE));
        });
    routes.get("/api/sources/{id}/profile", ctx -> answer(ctx, workspace.profile(id(ctx))));
    routes.post(
        "/api/sources/{id}/answer",
        ctx -> {
          Waiting.seconds(ctx);
          Choice choice = Requests.body(ctx, Choice.class);
          waiting.answer(
              ctx,
              workspace.answer(
                  id(ctx),
                  Requests.required(choice.column(), "column"),
                  Requests.required(choice.choice(), "choice")));
        });
  }

  private void add(Context ctx) {
    Waiting.seconds(ctx);
    Added added = ctx.isMultipartFormData() ? upload(ctx) : path(ctx);
    waiting.answer(
        ctx,
        added.build(),
        build ->
            new Added(
                build.ended() ? workspace.source(added.source().id()) : added.source(),
                build,
                added.note()));
  }

  private Added upload(Context ctx) {
    Uploads.Upload upload = uploads.receive(ctx);
    Added added = null;
    try {
      DialectOverrides overrides = upload.wishes().overrides();
      added =
          workspace
              .addUploads(
                  List.of(new Upload(upload.stored(), upload.fileName())),
                  AddOptions.named(upload.wishes().name(), overrides))
              .getFirst();
      return added;
    } finally {
      if (added == null) {
        uploads.forget(upload);
      }
    }
  }

  private Added path(Context ctx) {
    gate.checkMayNamePaths(ctx);
    AddPath request = Requests.body(ctx, AddPath.class);
    String path = Requests.required(request.path(), "path");
    try {
      return workspace
          .add(
              List.of(Path.of(path)),
              AddOptions.named(request.name(), request.wishes().overrides()))
          .getFirst();
    } catch (InvalidPathException _) {
      throw UserError.of(List.of(new Problem("/path", "'" + path + "' is not a path.")));
    }
  }

  /** A choice that settles a question about a column. */
  record Choice(String column, String choice) {}

  /** A file on this machine, and how to read it where the detection shall not decide. */
  record AddPath(
      String path,
      String name,
      String charset,
      String delimiter,
      String quote,
      String escape,
      Boolean header,
      Integer headerRows,
      Integer skipLines) {
    Wishes wishes() {
      return new Wishes(
          name, charset, delimiter, quote, escape, text(header), text(headerRows), text(skipLines));
    }

    private static String text(Object value) {
      return value == null ? null : value.toString();
    }
  }

  /** How to name and read a file, as texts; null leaves a part to the detection. */
  record Wishes(
      String name,
      String charset,
      String delimiter,
      String quote,
      String escape,
      String header,
      String headerRows,
      String skipLines) {
    DialectOverrides overrides() {
      List<Problem> problems = new ArrayList<>();
      Character quoteSign = sign("quote", quote, problems);
      Character escapeSign = sign("escape", escape, problems);
      Integer rows = number("header_rows", headerRows, problems);
      switch (header) {
        case null -> {
          // Left to header_rows, or to the detection.
        }
        case "true" -> rows = rows == null ? 1 : rows;
        case "false" -> rows = 0;
        default -> problems.add(new Problem("/header", "Give header as true or false."));
      }
      Integer skipped = number("skip_lines", skipLines, problems);
      if (!problems.isEmpty()) {
        throw UserError.of(problems);
      }
      return new DialectOverrides(charset, tab(delimiter), quoteSign, escapeSign, rows, skipped);
    }

    private static String tab(String text) {
      return "\\t".equals(text) || "tab".equals(text) ? "\t" : text;
    }

    private static Integer number(String field, String text, List<Problem> problems) {
      if (text == null) {
        return null;
      }
      if (text.matches("\\d{1,6}")) {
        return Integer.valueOf(text);
      }
      problems.add(new Problem("/" + field, "Give " + field + " as a whole number from 0."));
      return null;
    }

    private static Character sign(String field, String text, List<Problem> problems) {
      if (text == null) {
        return null;
      }
      if (text.equals("none")) {
        return DialectOverrides.NONE_SUCH;
      }
      if (text.length() == 1) {
        return text.charAt(0);
      }
      problems.add(new Problem("/" + field, "Give " + field + " as one character, or as none."));
      return null;
    }
  }
}

package dev.assay.web;

import static dev.assay.web.Requests.answer;
import static dev.assay.web.Requests.id;

import dev.assay.model.Build;
import dev.assay.model.Problem;
import dev.assay.model.Relation;
import dev.assay.model.UserError;
import dev.assay.workspace.AddOptions;
import dev.assay.workspace.Added;
import dev.assay.workspace.ChosenTables;
import dev.assay.workspace.Workspace;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * {@code /api/sources}: added by upload, from a connection or, for a caller with the token, by
 * path.
 */
final class SourceRoutes {
  private final Workspace workspace;
  private final Waiting waiting;
  private final Gate gate;
  private final Reach reach;
  private final Uploads uploads;

  SourceRoutes(Workspace workspace, Waiting waiting, Gate gate, Reach reach, Uploads uploads) {
    this.workspace = workspace;
    this.waiting = waiting;
    this.gate = gate;
    this.reach = reach;
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
    List<Added> added = ctx.isMultipartFormData() ? upload(ctx) : named(ctx);
    if (added.size() == 1 && added.getFirst().build() != null) {
      Added only = added.getFirst();
      waiting.answer(ctx, only.build(), build -> now(only, build));
      return;
    }
    List<Build> held =
        waiting.hold(ctx, added.stream().map(Added::build).filter(build -> build != null).toList());
    List<Added> shown = new ArrayList<>();
    int next = 0;
    for (Added one : added) {
      shown.add(one.build() == null ? one : now(one, held.get(next++)));
    }
    Waiting.status(ctx, held);
    answer(ctx, Added.together(shown));
  }

  private Added now(Added added, Build build) {
    return new Added(
        build.ended() ? workspace.source(added.source().id()) : added.source(),
        build,
        added.note());
  }

  private List<Added> upload(Context ctx) {
    Uploads.Form form = uploads.receive(ctx, Wishes.ADDING);
    List<Added> added = null;
    try {
      added = workspace.addUploads(form.files(), Wishes.of(form).options());
      return added;
    } finally {
      List<Added> became = added;
      uploads.forget(
          form.files().stream()
              .filter(file -> became == null || failed(file.fileName(), became))
              .toList());
    }
  }

  /** Whether nothing at all came of a file. */
  private static boolean failed(String fileName, List<Added> added) {
    return added.stream().anyMatch(one -> one.problem() != null && fileName.equals(one.label()))
        && added.stream()
            .noneMatch(
                one -> one.source() != null && one.source().origin().label().startsWith(fileName));
  }

  private List<Added> named(Context ctx) {
    AddRequest request = Requests.body(ctx, AddRequest.class);
    // Whoever may not name a path learns nothing else about it.
    if (request.path() != null || request.paths() != null || request.connection() == null) {
      gate.checkMayNamePaths(ctx);
    }
    List<String> paths = request.allPaths();
    AddOptions options = request.wishes().options();
    if (request.connection() != null) {
      reach.checkMayRead(ctx, request.connection());
      List<Relation> relations = relations(request);
      for (Relation relation : relations == null ? List.<Relation>of() : relations) {
        reach.checkMayRead(ctx, request.connection(), relation);
      }
      return workspace.addRelations(request.connection(), relations, options);
    }
    return workspace.add(paths.stream().map(SourceRoutes::path).toList(), options);
  }

  private List<Relation> relations(AddRequest request) {
    if (request.query() != null) {
      return List.of(new Relation.Query(Requests.required(request.query(), "query")));
    }
    return request.tables() == null
        ? null
        : ChosenTables.among(workspace.tables(request.connection()), request.tables());
  }

  static Path path(String path) {
    try {
      return Path.of(path);
    } catch (InvalidPathException _) {
      throw UserError.of(List.of(new Problem("/path", "'" + path + "' is not a path.")));
    }
  }

  /** A choice that settles a question about a column. */
  record Choice(String column, String choice) {}
}

package dev.assay.web;

import static dev.assay.web.Requests.answer;
import static dev.assay.web.Requests.flag;
import static dev.assay.web.Requests.id;
import static dev.assay.web.Requests.layer;
import static dev.assay.web.Requests.limit;
import static dev.assay.web.Requests.offset;
import static dev.assay.web.Requests.table;

import dev.assay.model.Json;
import dev.assay.model.RowCriterion;
import dev.assay.model.RowView;
import dev.assay.model.SilverChanges.Fate;
import dev.assay.model.UserError;
import dev.assay.workspace.ChangesView;
import dev.assay.workspace.Workspace;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;

/** {@code …/{layer}/rows} and {@code …/silver/changes}: rows as somebody looks at them. */
final class RowRoutes {
  private static final String MEDALLION = "/api/sources/{id}/medallion";
  private static final int LONGEST_CELL = 1 << 24;
  private final Workspace workspace;

  RowRoutes(Workspace workspace) {
    this.workspace = workspace;
  }

  void register(RoutesConfig routes) {
    routes.get(
        MEDALLION + "/{layer}/rows",
        ctx ->
            answer(
                ctx,
                workspace.rows(
                    id(ctx), layer(ctx), table(ctx), view(ctx), limit(ctx), offset(ctx))));
    routes.get(
        MEDALLION + "/silver/changes",
        ctx ->
            answer(
                ctx,
                workspace.changes(
                    id(ctx),
                    new ChangesView(fate(ctx), SightRoutes.reason(ctx), row(ctx), cells(ctx)),
                    limit(ctx),
                    offset(ctx))));
    routes.get(MEDALLION + "/silver/changes/fates", ctx -> answer(ctx, workspace.fates(id(ctx))));
  }

  private static RowView view(Context ctx) {
    String sort = ctx.queryParam("sort");
    return new RowView(
        criteria(ctx),
        sort == null || sort.isEmpty() ? null : sort,
        flag(ctx, "descending"),
        cells(ctx));
  }

  private static List<RowCriterion> criteria(Context ctx) {
    String filter = ctx.queryParam("filter");
    if (filter == null || filter.isBlank()) {
      return List.of();
    }
    return Arrays.stream(Json.readRequest(filter, RowCriterion[].class))
        .filter(Objects::nonNull)
        .toList();
  }

  private static Integer cells(Context ctx) {
    return ctx.queryParam("cells") == null
        ? null
        : (int) Requests.whole(ctx, "cells", LONGEST_CELL, LONGEST_CELL);
  }

  private static String row(Context ctx) {
    String row = ctx.queryParam("row");
    return row == null || row.isBlank() ? null : row;
  }

  private static Fate fate(Context ctx) {
    String fate = ctx.queryParam("fate");
    if (fate == null || fate.isBlank()) {
      return null;
    }
    return Arrays.stream(Fate.values())
        .filter(one -> one.word().equals(fate))
        .findFirst()
        .orElseThrow(() ->
            UserError.invalid(
                "Give fate as one of "
                    + Arrays.stream(Fate.values()).map(Fate::word).collect(Collectors.joining(", "))
                    + "."));
  }
}

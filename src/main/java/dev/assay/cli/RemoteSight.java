package dev.assay.cli;

import com.fasterxml.jackson.core.type.TypeReference;
import dev.assay.model.ColumnMeasurement;
import dev.assay.model.Json;
import dev.assay.model.Layer;
import dev.assay.model.Lineage;
import dev.assay.model.ReasonCount;
import dev.assay.model.RecipeDifference;
import dev.assay.model.RecipeInForce;
import dev.assay.model.RecipeVersion;
import dev.assay.model.RowView;
import dev.assay.model.Rows;
import dev.assay.model.SilverChanges;
import dev.assay.model.SilverColumn;
import dev.assay.model.SilverDifference;
import dev.assay.model.SilverRecipe;
import dev.assay.model.UserError;
import dev.assay.workspace.ChangesView;
import dev.assay.workspace.Sight;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.List;
import java.util.Locale;

/** The verbs of {@link Sight} as requests to a server. */
final class RemoteSight implements Sight {
  private final Wire wire;

  RemoteSight(Wire wire) {
    this.wire = wire;
  }

  @Override
  public SilverDifference diffSilver(String source, SilverRecipe recipe) {
    return wire.post(silver(source) + "/diff", recipe, new TypeReference<>() {});
  }

  @Override
  public RecipeInForce silverRecipe(String source) {
    return wire.get(silver(source) + "/recipe", new TypeReference<>() {});
  }

  @Override
  public List<RecipeVersion> silverRecipes(String source) {
    return wire.get(silver(source) + "/history", new TypeReference<>() {});
  }

  @Override
  public RecipeDifference diffSilverRecipes(String source, String from, String to) {
    return wire.get(
        silver(source) + "/diff" + RemoteWorkspace.query("from", from, "to", to),
        new TypeReference<>() {});
  }

  @Override
  public SilverRecipe silverRecipe(String source, String wanted) {
    return wire.get(silver(source) + "/history/" + Wire.encoded(wanted), new TypeReference<>() {});
  }

  @Override
  public Lineage lineage(String source) {
    return wire.get("/api/sources/" + Wire.encoded(source) + "/lineage", new TypeReference<>() {});
  }

  @Override
  public ColumnMeasurement measureSilver(String source, SilverColumn column) {
    return wire.post(silver(source) + "/measure", column, new TypeReference<>() {});
  }

  @Override
  public Rows rejects(String source, String reason, long limit, long offset) {
    return wire.get(
        silver(source)
            + "/rejects"
            + RemoteWorkspace.query(
                "reason", reason, "limit", Long.toString(limit), "offset", Long.toString(offset)),
        new TypeReference<>() {});
  }

  @Override
  public Rows rows(
      String source, Layer layer, String table, RowView view, long limit, long offset) {
    return wire.get(
        "/api/sources/"
            + Wire.encoded(source)
            + "/medallion/"
            + layer.name().toLowerCase(Locale.ROOT)
            + "/rows"
            + RemoteWorkspace.query(
                "table",
                table,
                "sort",
                view.sort(),
                "descending",
                view.descending() ? "true" : null,
                "filter",
                view.criteria().isEmpty() ? null : Json.write(view.criteria()),
                "cells",
                view.cells() == null ? null : view.cells().toString(),
                "limit",
                Long.toString(limit),
                "offset",
                Long.toString(offset)),
        new TypeReference<>() {});
  }

  @Override
  public SilverChanges changes(String source, ChangesView view, long limit, long offset) {
    return wire.get(
        silver(source)
            + "/changes"
            + RemoteWorkspace.query(
                "fate",
                view.fate() == null ? null : view.fate().word(),
                "reason",
                view.reason(),
                "row",
                view.row(),
                "cells",
                view.cells() == null ? null : view.cells().toString(),
                "limit",
                Long.toString(limit),
                "offset",
                Long.toString(offset)),
        new TypeReference<>() {});
  }

  @Override
  public List<SilverChanges.FateCount> fates(String source) {
    return wire.get(silver(source) + "/changes/fates", new TypeReference<>() {});
  }

  @Override
  public List<ReasonCount> rejectReasons(String source) {
    return wire.get(silver(source) + "/rejects/reasons", new TypeReference<>() {});
  }

  @Override
  public void exportRejects(String source, String reason, String format, OutputStream out) {
    String path =
        silver(source)
            + "/rejects/export"
            + RemoteWorkspace.query("format", format, "reason", reason);
    try (InputStream in = wire.stream(path)) {
      in.transferTo(out);
    } catch (IOException e) {
      throw new UserError(
          UserError.Kind.MACHINE, "The export broke off: see the server's log, then try again.", e);
    }
  }

  private static String silver(String source) {
    return "/api/sources/" + Wire.encoded(source) + "/medallion/silver";
  }
}

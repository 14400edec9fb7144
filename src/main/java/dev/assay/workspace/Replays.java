package dev.assay.workspace;

import dev.assay.engine.Engine;
import dev.assay.model.BuildPlan;
import dev.assay.model.CellOverride;
import dev.assay.model.Json;
import dev.assay.model.Layer;
import dev.assay.model.Ledger;
import dev.assay.model.MedallionBuildLog;
import dev.assay.model.MedallionLayer;
import dev.assay.model.ReplayReason;
import dev.assay.model.ReplayReason.Cause;
import dev.assay.model.Rows;
import dev.assay.model.SilverRecipe;
import dev.assay.model.Source;
import dev.assay.model.Step;
import dev.assay.model.UserError;
import dev.assay.silver.Replay;
import dev.assay.sql.Dialect;
import dev.assay.sql.PublishedSql;
import dev.assay.store.Store;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Plans Silver: the rejected rows alone where that is proven to be enough, else all rows. */
final class Replays {
  /** How Silver may be made. */
  enum How {
    /** All rows, whatever has changed. */
    REBUILD,
    /** The rejected rows where that is enough. */
    EITHER,
    /** The rejected rows or nothing. */
    REPLAY
  }

  private final Store store;
  private final Engine engine;
  private final PublishedSql published;
  private final Catalogue catalogue;
  private final Features features;

  Replays(Store store, Engine engine, Dialect dialect, Catalogue catalogue, Features features) {
    this.store = store;
    this.engine = engine;
    this.published = new PublishedSql(dialect);
    this.catalogue = catalogue;
    this.features = features;
  }

  /** What readers see of Silver, in the warehouse's own words. */
  private record Standing(SilverRecipe recipe, Ledger ledger, MedallionBuildLog log) {}

  /** A plan, and how it was decided on; null where nothing is published. */
  record Decided(BuildPlan plan, Replay replay) {}

  BuildPlan plan(Source source, SilverRecipe recipe, How how) {
    Decided decided = decide(source, recipe, how);
    if (how == How.REPLAY && !(decided.replay() instanceof Replay.Allowed)) {
      ReplayReason why =
          decided.replay() instanceof Replay.Rebuild(ReplayReason because)
              ? because
              : new ReplayReason(Cause.NOT_BUILT);
      throw UserError.conflict(
          "Only a rebuild can do this: "
              + why.words()
              + " Build Silver of '"
              + source.id()
              + "' again.");
    }
    return decided.plan();
  }

  Decided decide(Source source, SilverRecipe recipe, How how) {
    catalogue.bronze(source);
    List<Rows.Column> bronze = catalogue.columns(source.bronzeTable());
    List<CellOverride> overrides = store.overrides().inForce(source.id());
    BuildPlan full = features.planSilver(source, recipe, bronze, overrides);
    if (how == How.REBUILD) {
      return new Decided(full, null);
    }
    Optional<Standing> standing = standing(source);
    if (standing.isEmpty()) {
      return new Decided(full, null);
    }
    Replay replay = replay(source, recipe, bronze, overrides, standing.get());
    return switch (replay) {
      case Replay.Allowed allowed ->
          new Decided(
              features
                  .replays()
                  .replay(source, bronze, overrides, standing.get().ledger(), allowed, full),
              replay);
      case Replay.Rebuild(ReplayReason because) -> {
        List<Step> steps = new ArrayList<>(List.of(new Step.Rebuild(because)));
        steps.addAll(full.steps());
        yield new Decided(full.withSteps(steps), replay);
      }
    };
  }

  private Replay replay(
      Source source,
      SilverRecipe recipe,
      List<Rows.Column> bronze,
      List<CellOverride> overrides,
      Standing standing) {
    if (catalogue.bronze(source).lastBuiltAt().isAfter(standing.log().createdAt())) {
      return new Replay.Rebuild(new ReplayReason(Cause.BRONZE_LOADED));
    }
    // What was put right or taken back later than the build began may or may not be in it: it
    // counts as a change, which the plan then makes sure to concern rejected rows alone.
    Instant began = standing.log().createdAt();
    List<CellOverride> before = new ArrayList<>(store.overrides().inForceAt(source.id(), began));
    before.addAll(store.overrides().revokedSince(source.id(), began));
    before.removeIf(earlier ->
        overrides.stream().anyMatch(now -> now.createdAt().isAfter(began) && now.sameAs(earlier)));
    try {
      Replay replay =
          features.replays().decide(source, bronze, standing.recipe(), before, recipe, overrides);
      boolean same = recipe.equals(standing.recipe());
      return same
              && replay instanceof Replay.Allowed(var because, var contents)
              && because.isEmpty()
              && contents.isEmpty()
          ? new Replay.Rebuild(new ReplayReason(Cause.NOTHING_CHANGED))
          : replay;
    } catch (UserError e) {
      return new Replay.Rebuild(new ReplayReason(Cause.RECIPE_FITS_NO_LONGER));
    }
  }

  private Optional<Standing> standing(Source source) {
    Optional<MedallionLayer> silver = catalogue.published(source, Layer.SILVER);
    return silver.flatMap(layer ->
        engine.query(published.find(layer.id())).rows().stream()
            .filter(row -> row.get(7) != null)
            .findFirst()
            .map(row ->
                new Standing(
                    Json.read((String) row.get(6), SilverRecipe.class),
                    Json.read((String) row.get(7), Ledger.class),
                    Json.read((String) row.get(8), MedallionBuildLog.class))));
  }
}

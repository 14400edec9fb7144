package dev.assay.workspace;

import dev.assay.build.Builds;
import dev.assay.build.Job;
import dev.assay.build.Stage;
import dev.assay.model.Build;
import dev.assay.model.Layer;
import dev.assay.model.LayerStatus;
import dev.assay.model.MedallionLayer;
import dev.assay.model.Origin;
import dev.assay.model.Source;
import dev.assay.model.SyncSettings;
import dev.assay.model.UserError;
import dev.assay.store.Sources;
import dev.assay.store.Store;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** How sources stay in step with their origins. */
final class Syncing {
  private final Store store;
  private final Catalogue catalogue;
  private final Stages stages;
  private final Undoing undoing;
  private final Builds builds;

  Syncing(Store store, Catalogue catalogue, Stages stages, Undoing undoing, Builds builds) {
    this.store = store;
    this.catalogue = catalogue;
    this.stages = stages;
    this.undoing = undoing;
    this.builds = builds;
  }

  /** Reads the origin again where it has changed; what hangs on it and is behind is built. */
  Build sync(String idOrName, SyncWishes wishes) {
    Sources.Kept kept = catalogue.kept(idOrName);
    Source source = kept.source();
    store.sources().synced(source.id(), Instant.now());
    if (isReady(source) && !wishes.verify() && !wishes.full() && looksTheSame(kept)) {
      return catchUp(source)
          .orElseGet(() -> builds.nothingToDo(source.id(), Layer.BRONZE, "unchanged"));
    }
    return start(source, Job.Verb.REFRESH, null, new NextLoad.Reason(wishes, false, false));
  }

  /** Syncs every source of an origin; one that cannot begin fails alone. */
  List<Build> syncOrigin(String originId, SyncWishes wishes) {
    List<Source> sources =
        store.sources().all().stream()
            .map(Sources.Kept::source)
            .filter(source -> source.originId().equals(originId))
            .toList();
    if (sources.isEmpty()) {
      throw UserError.notFound(
          "There is no origin '" + originId + "'. 'assay sources' lists what there is.");
    }
    return sources.stream().map(source -> syncOrFail(source, wishes)).toList();
  }

  private Build syncOrFail(Source source, SyncWishes wishes) {
    try {
      return sync(source.id(), wishes);
    } catch (UserError error) {
      return failed(source, error);
    }
  }

  /** A build that has failed before it began, so that the failure can be seen. */
  Build failed(Source source, UserError error) {
    return builds.start(
        new Job(
            source.id(),
            Layer.BRONZE,
            source.bronzeTable(),
            Job.Verb.REFRESH,
            () -> {
              throw error;
            }));
  }

  private boolean isReady(Source source) {
    return catalogue.published(source, Layer.BRONZE).stream()
        .anyMatch(bronze -> bronze.status() == LayerStatus.READY);
  }

  /** Of a folder each file is looked at when the load is planned; a database must be read. */
  private static boolean looksTheSame(Sources.Kept kept) {
    return kept.source().origin() instanceof Origin.File
        && Stages.state(kept.source()).fingerprint().equals(kept.fingerprint());
  }

  /** Builds what an interruption has left behind Bronze; empty when nothing is behind. */
  private Optional<Build> catchUp(Source source) {
    return Stream.of(Layer.SILVER, Layer.GOLD)
        .filter(layer -> catalogue.layers(source, layer).stream().anyMatch(Syncing::behind))
        .findFirst()
        .map(first -> first == Layer.SILVER ? Layer.BRONZE : Layer.SILVER)
        .filter(above -> !stages.below(source, above).isEmpty())
        .map(above -> {
          Layer first = above == Layer.BRONZE ? Layer.SILVER : Layer.GOLD;
          String table = first == Layer.SILVER ? source.silverTable() : null;
          return builds.start(
              new Job(
                  source.id(), first, table, Job.Verb.REFRESH, () -> stages.below(source, above)));
        });
  }

  private static boolean behind(MedallionLayer layer) {
    return switch (layer.status()) {
      case STALE, ERROR -> true;
      case PENDING, BUILDING, READY -> false;
    };
  }

  /** Lands Bronze again whether the origin has changed or not. */
  Build land(Source source) {
    // A file that is not there is said at once.
    Stages.state(source);
    return start(source, Job.Verb.REFRESH, null, new NextLoad.Reason(SyncWishes.NONE, false, true));
  }

  /** Lands Bronze anew, because it is read in another way now. */
  Build reread(Source source) {
    return start(source, Job.Verb.REFRESH, null, new NextLoad.Reason(SyncWishes.NONE, true, true));
  }

  /** The first load; {@code looked} is how the origin was looked at for it. */
  Build start(Source source, Job.Verb verb, Stages.Looked looked) {
    return start(source, verb, looked, new NextLoad.Reason(SyncWishes.NONE, false, true));
  }

  private Build start(Source source, Job.Verb verb, Stages.Looked looked, NextLoad.Reason reason) {
    return builds.start(
        new Job(
            source.id(),
            Layer.BRONZE,
            source.bronzeTable(),
            verb,
            () -> stages(source, stages.bronze(catalogue.kept(source.id()), looked, reason))));
  }

  private List<Stage> stages(Source source, Stage bronze) {
    List<Stage> all = new ArrayList<>();
    all.add(bronze);
    all.addAll(stages.below(source, Layer.BRONZE));
    return all;
  }

  /** Takes the newest load back; what hangs on Bronze follows. */
  Build undo(Source source, long loadId) {
    undoing.plan(source, loadId);
    return builds.start(
        new Job(
            source.id(),
            Layer.BRONZE,
            source.bronzeTable(),
            Job.Verb.REFRESH,
            () -> stages(source, undoing.stage(source, loadId))));
  }

  /** Throws UserError that says what is wrong with the settings. */
  SyncSettings configure(Source source, SyncSettings settings) {
    SettingsCheck.check(
        source.origin(),
        settings,
        catalogue.published(source, Layer.BRONZE).isPresent()
            ? catalogue.landing(source).columns()
            : null);
    store.sources().configure(source.id(), settings);
    return settings;
  }
}

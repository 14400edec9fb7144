package dev.assay.workspace;

import dev.assay.build.Builds;
import dev.assay.build.Job;
import dev.assay.build.Stage;
import dev.assay.model.Build;
import dev.assay.model.Layer;
import dev.assay.model.LayerStatus;
import dev.assay.model.MedallionLayer;
import dev.assay.model.Source;
import dev.assay.store.Sources;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** How sources stay in step with their origins. */
final class Syncing {
  private final Catalogue catalogue;
  private final Stages stages;
  private final Builds builds;

  Syncing(Catalogue catalogue, Stages stages, Builds builds) {
    this.catalogue = catalogue;
    this.stages = stages;
    this.builds = builds;
  }

  /** Reads the file again where it has changed; what hangs on it and is not up to date is built. */
  Build sync(String idOrName, SyncWishes wishes) {
    Sources.Kept kept = catalogue.kept(idOrName);
    Source source = kept.source();
    boolean ready =
        catalogue.published(source, Layer.BRONZE).stream()
            .anyMatch(bronze -> bronze.status() == LayerStatus.READY);
    FileState state = Stages.state(source);
    if (ready && state != null && state.fingerprint().equals(kept.fingerprint())) {
      return catchUp(source)
          .orElseGet(() -> builds.nothingToDo(source.id(), Layer.BRONZE, "unchanged"));
    }
    return land(source);
  }

  /** Builds what an interruption has left behind Bronze; empty when nothing is behind. */
  private Optional<Build> catchUp(Source source) {
    return Stream.of(Layer.SILVER, Layer.GOLD)
        .filter(layer -> catalogue.layers(source, layer).stream().anyMatch(Syncing::behind))
        .findFirst()
        .map(first -> {
          Layer above = first == Layer.SILVER ? Layer.BRONZE : Layer.SILVER;
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

  /** Lands Bronze anew whether the file has changed or not. */
  Build land(Source source) {
    Stages.state(source);
    return start(source, Job.Verb.REFRESH, null);
  }

  Build start(Source source, Job.Verb verb, Stages.Looked looked) {
    return builds.start(
        new Job(
            source.id(),
            Layer.BRONZE,
            source.bronzeTable(),
            verb,
            () -> {
              List<Stage> all = new ArrayList<>();
              all.add(stages.bronze(catalogue.kept(source.id()), looked));
              all.addAll(stages.below(source, Layer.BRONZE));
              return all;
            }));
  }
}

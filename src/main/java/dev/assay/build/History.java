package dev.assay.build;

import dev.assay.engine.Work;
import dev.assay.model.MedallionBuildLog;
import dev.assay.model.MedallionLayer;
import dev.assay.store.Recipes;
import dev.assay.store.Store;
import java.lang.System.Logger.Level;
import java.time.Instant;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;

/** What the store hears of a stage's beginning, and of its end when it did not publish. */
final class History {
  private static final System.Logger LOG = System.getLogger(History.class.getName());

  private final Store store;

  History(Store store) {
    this.store = store;
  }

  /** The layer is building from now on; {@code buildId} is the build that the stage is part of. */
  MedallionBuildLog begin(MedallionLayer layer, Job.Verb verb, String buildId) {
    MedallionBuildLog begun = begun(layer, verb);
    store.atomically(() -> {
      store.layers().building(layer.id());
      store.logs().begin(begun, layer.sourceId(), layer.layer(), buildId);
    });
    return begun;
  }

  /** Records that a stage did not publish, and returns its log. */
  MedallionBuildLog end(
      MedallionLayer before,
      MedallionBuildLog begun,
      long recipe,
      RuntimeException e,
      long startedNanos) {
    String status = status(e);
    boolean cancelled = !status.equals("error");
    if (!cancelled && Failure.isBug(e)) {
      LOG.log(Level.ERROR, "Building " + begun.tableName() + " failed", e);
    }
    MedallionBuildLog log =
        new MedallionBuildLog(
            begun.id(),
            begun.layerId(),
            begun.tableName(),
            begun.action(),
            status,
            0,
            0,
            0,
            Map.of(),
            (System.nanoTime() - startedNanos) / 1_000_000,
            cancelled && !(e instanceof Paused) ? null : Failure.sentence(e),
            Failure.refusal(e),
            null,
            begun.createdAt());
    store.atomically(() -> {
      if (cancelled) {
        store.layers().restore(before);
      } else {
        store.layers().failed(before.id(), Failure.sentence(e), Failure.refusal(e));
      }
      store
          .recipes()
          .ended(
              before.tableName(),
              recipe,
              begun.id(),
              cancelled ? Recipes.Outcome.CANCELLED : Recipes.Outcome.FAILED);
      store.logs().end(log);
    });
    return log;
  }

  /** All but an error leave the layer as it was found. */
  private static String status(RuntimeException e) {
    return switch (e) {
      case Work.Cancelled _ -> "cancelled";
      case Paused _ -> "paused";
      case Unchanged _ -> "unchanged";
      default -> "error";
    };
  }

  private static MedallionBuildLog begun(MedallionLayer layer, Job.Verb verb) {
    return new MedallionBuildLog(
        UUID.randomUUID().toString(),
        layer.id(),
        layer.tableName(),
        layer.publishedBuild() == null ? "create" : verb.name().toLowerCase(Locale.ROOT),
        "building",
        0,
        0,
        0,
        Map.of(),
        null,
        null,
        null,
        null,
        Instant.now());
  }
}

package dev.assay.build;

import dev.assay.model.Layer;
import dev.assay.model.StaleReason;
import dev.assay.store.Store;

/** What follows from a layer. */
final class Downstream {
  private Downstream() {}

  /** Says of every layer below {@code changed} that it no longer follows from it. */
  static void markStale(Store store, String sourceId, Layer changed) {
    switch (changed) {
      case BRONZE -> {
        StaleReason reason = StaleReason.BRONZE_LOADED;
        store.layers().stale(sourceId, Layer.SILVER, reason);
        store.layers().stale(sourceId, Layer.GOLD, reason);
      }
      case SILVER -> {
        store.layers().stale(sourceId, Layer.GOLD, StaleReason.SILVER_BUILT);
        joining(store, sourceId);
      }
      case GOLD -> {
        // Nothing hangs on Gold.
      }
    }
  }

  private static void joining(Store store, String sourceId) {
    store
        .sources()
        .find(sourceId)
        .ifPresent(kept ->
            store
                .layers()
                .joining(sourceId, kept.source().silverTable())
                .forEach(gold -> store.layers().stale(gold.id(), StaleReason.joined(sourceId))));
  }
}

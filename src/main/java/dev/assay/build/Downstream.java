package dev.assay.build;

import dev.assay.model.Layer;
import dev.assay.store.Store;

/** What follows from a layer. */
final class Downstream {
  private Downstream() {}

  /** Says of every layer below {@code changed} that it no longer follows from it. */
  static void markStale(Store store, String sourceId, Layer changed) {
    switch (changed) {
      case BRONZE -> {
        String reason = "Bronze was loaded anew after this was built.";
        store.layers().stale(sourceId, Layer.SILVER, reason);
        store.layers().stale(sourceId, Layer.GOLD, reason);
      }
      case SILVER -> {
        store.layers().stale(sourceId, Layer.GOLD, "Silver was built anew after this was built.");
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
                .forEach(gold ->
                    store
                        .layers()
                        .stale(
                            gold.id(),
                            "Silver of '" + sourceId + "' was built anew after this was built.")));
  }
}

package dev.assay.workspace;

import dev.assay.build.Builds;
import dev.assay.model.Build;
import dev.assay.model.UserError;
import dev.assay.store.Sources;
import dev.assay.store.Store;
import java.util.List;

/** What the {@link Rounds} do to the workspace that this process holds. */
final class SelfSyncing implements Rounds.Doing {
  private final Store store;
  private final Builds builds;
  private final Syncing syncing;

  SelfSyncing(Store store, Builds builds, Syncing syncing) {
    this.store = store;
    this.builds = builds;
    this.syncing = syncing;
  }

  @Override
  public List<Sources.Kept> sources() {
    return store.sources().all();
  }

  @Override
  public boolean busy(String sourceId) {
    return !builds.underWay(sourceId).isEmpty();
  }

  @Override
  public Build sync(Sources.Kept kept) {
    return syncing.sync(kept.source().id(), SyncWishes.NONE);
  }

  @Override
  public Build failed(Sources.Kept kept, UserError error) {
    return syncing.failed(kept.source(), error);
  }

  @Override
  public Build build(String id) {
    return builds.find(id);
  }
}

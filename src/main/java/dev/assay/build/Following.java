package dev.assay.build;

import dev.assay.model.Build;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;

/** Builds of other sources that follow from what a build has published. */
final class Following {
  private static final System.Logger LOG = System.getLogger(Following.class.getName());

  private final Map<String, List<String>> started = new ConcurrentHashMap<>();
  private volatile Function<Build, List<Job>> jobs = _ -> List.of();

  /** From now on, these follow. */
  void by(Function<Build, List<Job>> what) {
    jobs = what;
  }

  /** Starts what follows from a build that is about to end. */
  void start(Build ended, Function<Job, Build> starter) {
    try {
      started.put(
          ended.id(), jobs.apply(ended).stream().map(job -> starter.apply(job).id()).toList());
    } catch (RuntimeException e) {
      // What was built stands; what hangs on it elsewhere is marked stale.
      LOG.log(System.Logger.Level.WARNING, "What follows from a build could not be started", e);
    }
  }

  /** The ids of the builds that a build has started. */
  List<String> of(String id) {
    return started.getOrDefault(id, List.of());
  }

  void forget(String id) {
    started.remove(id);
  }
}

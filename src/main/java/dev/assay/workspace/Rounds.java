package dev.assay.workspace;

import dev.assay.model.Build;
import dev.assay.model.UserError;
import dev.assay.store.Sources;
import java.time.Clock;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Has sources sync by themselves while a server runs: at their time, and when the file or folder
 * that they watch has changed. A source that is being built already waits for the next round.
 */
final class Rounds implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(Rounds.class);
  private static final int SECONDS = 2;

  private final Doing doing;
  private final Schedules schedules;
  private final Watches watches = new Watches();

  /** Builds that were started here and whose end is still to be looked at, by source. */
  private final Map<String, String> started = new HashMap<>();

  private ScheduledExecutorService clockwork;

  Rounds(Doing doing, Clock clock) {
    this.doing = doing;
    this.schedules = new Schedules(clock);
  }

  /** What a round does to the workspace. */
  interface Doing {
    List<Sources.Kept> sources();

    /** Whether a build of the source runs or waits. */
    boolean busy(String sourceId);

    /** Starts a sync; throws UserError where there is nothing to start. */
    Build sync(Sources.Kept kept);

    /** A build that has failed before it began, so that the failure can be seen. */
    Build failed(Sources.Kept kept, UserError error);

    Build build(String id);
  }

  /** Goes round every other second until closed. */
  synchronized void start() {
    if (clockwork == null) {
      clockwork =
          Executors.newSingleThreadScheduledExecutor(
              task -> Thread.ofPlatform().daemon().name("rounds").unstarted(task));
      clockwork.scheduleWithFixedDelay(this::quietly, SECONDS, SECONDS, TimeUnit.SECONDS);
    }
  }

  /** The next round may succeed where this one did not. */
  private void quietly() {
    try {
      round();
    } catch (RuntimeException e) {
      LOG.error("Sources could not be looked at for syncing.", e);
    }
  }

  /** Starts what is due now. */
  void round() {
    List<Sources.Kept> all = doing.sources();
    lookAtEnds();
    Map<String, Sources.Kept> wanted = new LinkedHashMap<>();
    schedules.due(all).forEach(kept -> wanted.put(kept.source().id(), kept));
    watches.changed(all).forEach(kept -> wanted.putIfAbsent(kept.source().id(), kept));
    for (Sources.Kept kept : wanted.values()) {
      if (!doing.busy(kept.source().id())) {
        schedules.started(kept);
        watches.started(kept);
        started.put(kept.source().id(), sync(kept).id());
      }
    }
  }

  private Build sync(Sources.Kept kept) {
    try {
      return doing.sync(kept);
    } catch (UserError error) {
      return doing.failed(kept, error);
    }
  }

  private void lookAtEnds() {
    started
        .entrySet()
        .removeIf(entry -> {
          Build build;
          try {
            build = doing.build(entry.getValue());
          } catch (UserError _) {
            // Its source was removed meanwhile, and it with it.
            return true;
          }
          if (build.ended() && !build.status().equals("ready")) {
            LOG.warn(
                "The sync of '{}' ended as {}: {}", entry.getKey(), build.status(), build.error());
          }
          return build.ended();
        });
  }

  @Override
  public synchronized void close() {
    if (clockwork != null) {
      clockwork.shutdownNow();
    }
  }
}

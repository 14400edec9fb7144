package dev.assay.build;

import dev.assay.engine.Work;
import dev.assay.model.Build;
import dev.assay.model.MedallionBuildLog;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;

/** The state of a build as it changes, for those that watch it. */
final class RunningBuild {
  private static final double VISIBLE = 0.005;

  private final Work work = new Work(this::within);
  private final Consumer<Build> persist;
  private final List<BlockingQueue<Build>> watchers = new CopyOnWriteArrayList<>();
  private Build state;
  private double from;
  private double to;

  /** {@code persist} is told when the status changes, not when the progress does. */
  RunningBuild(Build first, Consumer<Build> persist) {
    this.state = first;
    this.persist = persist;
    persist.accept(first);
  }

  Work work() {
    return work;
  }

  synchronized Build state() {
    return state;
  }

  void begin() {
    change(now -> copy(now, "building", "Starting.", 0, now.layers(), null, 0, null));
  }

  /** A step begins, which takes the build from one fraction of its progress to another. */
  void step(String step, double from, double to) {
    synchronized (this) {
      this.from = from;
      this.to = to;
    }
    change(now -> copy(now, now.status(), step, from, now.layers(), null, 0, null));
  }

  void layerEnded(MedallionBuildLog log) {
    change(now -> {
      List<MedallionBuildLog> layers = new ArrayList<>(now.layers());
      layers.add(log);
      return copy(now, now.status(), now.step(), now.progress(), layers, null, 0, null);
    });
  }

  /** Ends the build unless it has ended. */
  void end(String status, String error, int exitCode) {
    change(now ->
        copy(
            now,
            status,
            now.step(),
            status.equals("ready") ? 1 : now.progress(),
            now.layers(),
            error,
            exitCode,
            Instant.now()));
  }

  /**
   * Waits until the build has ended or {@code atMost} is over; {@code watcher} sees the present
   * state and then every change, on this thread.
   */
  Build await(Duration atMost, Consumer<Build> watcher) {
    BlockingQueue<Build> changes = new LinkedBlockingQueue<>();
    synchronized (this) {
      changes.add(state);
      watchers.add(changes);
    }
    long deadline = System.nanoTime() + atMost.toNanos();
    try {
      Build seen = null;
      while (seen == null || !seen.ended()) {
        Build next = changes.poll(deadline - System.nanoTime(), TimeUnit.NANOSECONDS);
        if (next == null) {
          break;
        }
        seen = next;
        watcher.accept(seen);
      }
      return seen == null ? state() : seen;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return state();
    } finally {
      watchers.remove(changes);
    }
  }

  private void within(double fraction) {
    synchronized (this) {
      double progress = from + (to - from) * fraction;
      if (state.ended() || progress - state.progress() < VISIBLE) {
        return;
      }
    }
    change(now ->
        copy(
            now,
            now.status(),
            now.step(),
            Math.max(now.progress(), from + (to - from) * fraction),
            now.layers(),
            null,
            0,
            null));
  }

  private synchronized void change(UnaryOperator<Build> change) {
    if (state.ended()) {
      return;
    }
    Build next = change.apply(state);
    boolean turn = !next.status().equals(state.status());
    try {
      if (turn) {
        persist.accept(next);
      }
    } finally {
      state = next;
      for (BlockingQueue<Build> watcher : watchers) {
        watcher.add(next);
      }
    }
  }

  private static Build copy(
      Build now,
      String status,
      String step,
      double progress,
      List<MedallionBuildLog> layers,
      String error,
      int exitCode,
      Instant endedAt) {
    return new Build(
        now.id(),
        now.sourceId(),
        now.layer(),
        now.action(),
        status,
        step,
        progress,
        List.copyOf(layers),
        error,
        exitCode,
        now.startedAt(),
        endedAt);
  }
}

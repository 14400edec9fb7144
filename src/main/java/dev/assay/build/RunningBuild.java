package dev.assay.build;

import dev.assay.engine.Work;
import dev.assay.model.Build;
import dev.assay.model.Doing;
import dev.assay.model.MedallionBuildLog;
import dev.assay.model.Refusal;
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
    change(now -> at(now, "building", "Starting.", Doing.of(Doing.Work.STARTING), 0, now.layers()));
  }

  /** A step begins, which takes the build from one fraction of its progress to another. */
  void step(String step, Doing doing, double from, double to) {
    synchronized (this) {
      this.from = from;
      this.to = to;
    }
    change(now -> at(now, now.status(), step, doing, from, now.layers()));
  }

  void layerEnded(MedallionBuildLog log) {
    change(now -> {
      List<MedallionBuildLog> layers = new ArrayList<>(now.layers());
      layers.add(log);
      return at(now, now.status(), now.step(), now.doing(), now.progress(), layers);
    });
  }

  /** Ends the build unless it has ended. */
  void end(String status, String error, Refusal refused, int exitCode) {
    change(now ->
        new Build(
            now.id(),
            now.sourceId(),
            now.layer(),
            now.action(),
            status,
            now.step(),
            now.doing(),
            status.equals("ready") ? 1 : now.progress(),
            now.layers(),
            error,
            refused,
            exitCode,
            now.startedAt(),
            Instant.now()));
  }

  /** Ends a build that was stopped, with what that is called. */
  void cancelled(Refusal.Cause why) {
    Refusal refusal = Refusal.of(why);
    end("cancelled", refusal.sentence(), refusal, 2);
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
        at(
            now,
            now.status(),
            now.step(),
            now.doing(),
            Math.max(now.progress(), from + (to - from) * fraction),
            now.layers()));
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

  /** A build that goes on. */
  private static Build at(
      Build now,
      String status,
      String step,
      Doing doing,
      double progress,
      List<MedallionBuildLog> layers) {
    return new Build(
        now.id(),
        now.sourceId(),
        now.layer(),
        now.action(),
        status,
        step,
        doing,
        progress,
        List.copyOf(layers),
        null,
        null,
        0,
        now.startedAt(),
        null);
  }
}

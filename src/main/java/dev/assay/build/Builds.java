package dev.assay.build;

import dev.assay.engine.Engine;
import dev.assay.engine.Work;
import dev.assay.model.Build;
import dev.assay.model.BuildPlan;
import dev.assay.model.Doing;
import dev.assay.model.Layer;
import dev.assay.model.MedallionBuildLog;
import dev.assay.model.MedallionLayer;
import dev.assay.model.Refusal;
import dev.assay.model.UserError;
import dev.assay.sql.Dialect;
import dev.assay.store.Store;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Comparator;
import java.util.Deque;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;
import java.util.function.Consumer;
import java.util.function.Function;

/**
 * Runs builds: one writer per source, each with its progress, its log and its end. What readers see
 * changes only when a table is published; a build that fails or is cancelled leaves everything as
 * it was.
 */
public final class Builds implements AutoCloseable {
  private static final int REMEMBERED = 200;

  /** What the command line exits with where a sync waits for a yes. */
  private static final int PAUSED = 3;

  // Two at once, so that a small build need not wait for a large one of another source, while their
  // sorts and hashes still share the engine's memory.
  private final Semaphore atOnce = new Semaphore(2, true);
  private final Lanes lanes = new Lanes();
  private final Map<String, RunningBuild> builds = new ConcurrentHashMap<>();
  private final Following following = new Following();
  private final Deque<String> ended = new ArrayDeque<>();
  private final Store store;
  private final StageRunner runner;
  private final History history;
  private volatile Consumer<String> ready = _ -> {};

  /** Puts right what an earlier process left behind, then takes builds. */
  public Builds(Store store, Engine engine, Dialect dialect, Hands hands) {
    this.store = store;
    this.runner = new StageRunner(store, engine, dialect, hands);
    this.history = new History(store);
    new Recovery(store, engine, dialect).run();
  }

  /** From now on tells {@code listener} the source of every build that has ended well. */
  public void whenReady(Consumer<String> listener) {
    ready = listener;
  }

  /** From now on shows {@code listener} every whole new Silver table before readers see it. */
  public void beforePublishing(Consumer<Upcoming> listener) {
    runner.beforePublishing(listener);
  }

  /** Queues a build behind those of the same source and returns it at once. */
  public Build start(Job job) {
    RunningBuild build = new RunningBuild(first(job), store.builds()::save);
    builds.put(build.state().id(), build);
    lanes.queue(job.sourceId(), () -> run(job, build));
    return build.state();
  }

  /** A build that has nothing to do and has ended at once, with its reason as its step. */
  public Build nothingToDo(String sourceId, Layer layer, String reason) {
    Instant now = Instant.now();
    Build build =
        new Build(
            UUID.randomUUID().toString(),
            sourceId,
            layer,
            "refresh",
            "ready",
            reason,
            null,
            1,
            List.of(),
            null,
            null,
            0,
            now,
            now);
    store.builds().save(build);
    return build;
  }

  /** A build by its id, or by the id of a layer's log that it made. */
  public Build find(String id) {
    RunningBuild running = builds.get(id);
    if (running != null) {
      return running.state();
    }
    return store
        .builds()
        .find(id)
        .or(() -> store.logs().buildOf(id).filter(job -> !job.equals(id)).map(this::find))
        .orElseThrow(() -> UserError.notFound(Sentences.BUILD_MISSING.with(id)));
  }

  /**
   * Has builds of other sources started when one has ended.
   *
   * @param jobs what follows from what a build has published
   */
  public void follow(Function<Build, List<Job>> jobs) {
    following.by(jobs);
  }

  /**
   * As {@link dev.assay.workspace.Workspace#await}; what follows in other sources is awaited too.
   */
  public Build await(String id, Duration atMost, Consumer<Build> watcher) {
    RunningBuild running = builds.get(id);
    if (running != null) {
      Instant until = Instant.now().plus(atMost);
      Build build = running.await(atMost, watcher);
      if (build.ended()) {
        for (String follower : following.of(id)) {
          Duration left = Duration.between(Instant.now(), until);
          await(follower, left.isNegative() ? Duration.ZERO : left, _ -> {});
        }
      }
      return build;
    }
    Build build = find(id);
    watcher.accept(build);
    return build;
  }

  /** Asks a build to stop; one that has ended stays as it is. */
  public Build cancel(String id) {
    RunningBuild running = builds.get(id);
    if (running == null) {
      return find(id);
    }
    running.work().cancel();
    if (running.state().status().equals("pending")) {
      running.cancelled(Refusal.Cause.CANCELLED_BEFORE);
    }
    return running.state();
  }

  /** Runs {@code change} while no build of the source runs or waits; a conflict when one does. */
  public void exclusively(String sourceId, Runnable change) {
    if (!underWay(sourceId).isEmpty()) {
      throw UserError.conflict(Sentences.BUILD_UNDER_WAY.with(sourceId));
    }
    CompletableFuture<Void> done = lanes.queue(sourceId, change);
    try {
      done.join();
    } catch (CompletionException e) {
      if (e.getCause() instanceof RuntimeException cause) {
        throw cause;
      }
      throw e;
    }
  }

  /** Those of a source that run or wait, the oldest first. */
  public List<Build> underWay(String sourceId) {
    return underWay().stream().filter(build -> build.sourceId().equals(sourceId)).toList();
  }

  /** All that run or wait, the oldest first. */
  public List<Build> underWay() {
    return builds.values().stream()
        .map(RunningBuild::state)
        .filter(build -> !build.ended())
        .sorted(Comparator.comparing(Build::startedAt))
        .toList();
  }

  /** Changes what is published, in one transaction and one at a time; for drops. */
  public void publish(List<String> statements) {
    runner.transaction(statements, Work.unwatched());
  }

  /** Makes all that a plan would publish, without publishing it: see {@link Trial}. */
  public Trial trial(BuildPlan plan, Work work) {
    return Trial.of(plan, runner, work);
  }

  /** Cancels what runs and waits for it to stop. */
  @Override
  public void close() {
    builds.values().stream()
        .filter(build -> !build.state().ended())
        .forEach(build -> cancel(build.state().id()));
    lanes.close();
  }

  private Build first(Job job) {
    boolean anew =
        store.layers().of(job.sourceId()).stream()
            .noneMatch(layer ->
                layer.layer() == job.layer()
                    && layer.publishedBuild() != null
                    && (job.table() == null || layer.tableName().equals(job.table())));
    return new Build(
        UUID.randomUUID().toString(),
        job.sourceId(),
        job.layer(),
        anew ? "create" : job.verb().name().toLowerCase(Locale.ROOT),
        "pending",
        "Waiting for its turn.",
        Doing.of(Doing.Work.WAITING),
        0,
        List.of(),
        null,
        null,
        0,
        Instant.now(),
        null);
  }

  private void run(Job job, RunningBuild build) {
    try {
      atOnce.acquire();
      try {
        if (!build.state().ended()) {
          store.reserveRoom();
          build.begin();
          stages(job, build);
          ready.accept(job.sourceId());
        }
      } finally {
        atOnce.release();
      }
    } catch (Work.Cancelled e) {
      build.cancelled(Refusal.Cause.CANCELLED);
    } catch (Paused e) {
      store.sources().await(job.sourceId(), e.waiting());
      build.end("paused", e.getMessage(), Failure.refusal(e), PAUSED);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      build.cancelled(Refusal.Cause.STOPPED);
    } catch (RuntimeException e) {
      build.end("error", Failure.sentence(e), Failure.refusal(e), Failure.exitCode(e));
    } finally {
      remember(build.state().id());
    }
  }

  private void stages(Job job, RunningBuild build) {
    List<Stage> stages = job.stages().get();
    RuntimeException failure = null;
    Layer failed = null;
    boolean unchanged = false;
    for (int i = 0; i < stages.size(); i++) {
      Stage stage = stages.get(i);
      if (unchanged && !isBehind(stage)) {
        continue;
      }
      if (failed != null && stage.layer().compareTo(failed) > 0) {
        // It hangs on what has just failed; it stays as it is, marked stale where it is.
        continue;
      }
      try {
        stage(job, stage, i == 0, build, (double) i / stages.size(), (i + 1.0) / stages.size());
      } catch (Work.Cancelled | Paused e) {
        throw e;
      } catch (Unchanged _) {
        stage.unchanged().run();
        unchanged = true;
      } catch (RuntimeException e) {
        failure = failure == null ? Failure.of(e, job, stage) : failure;
        failed = failed == null ? stage.layer() : failed;
      }
    }
    following.start(build.state(), this::start);
    if (failure != null) {
      throw failure;
    }
    if (unchanged
        && build.state().layers().stream().allMatch(log -> log.status().equals("unchanged"))) {
      build.step("unchanged", null, 1, 1);
    }
    build.end("ready", null, null, 0);
  }

  /** Whether an interruption or a failure has left a table behind what it is made of. */
  private boolean isBehind(Stage stage) {
    return store
        .layers()
        .find(stage.table())
        .map(layer ->
            switch (layer.status()) {
              case STALE, ERROR -> true;
              case PENDING, BUILDING, READY -> false;
            })
        .orElse(true);
  }

  private void stage(
      Job job, Stage stage, boolean asked, RunningBuild build, double from, double to) {
    final long startedNanos = System.nanoTime();
    MedallionLayer before = store.layers().ensure(job.sourceId(), stage.layer(), stage.table());
    Job.Verb verb = asked || stage.layer() == job.layer() ? job.verb() : Job.Verb.REFRESH;
    MedallionBuildLog begun = history.begin(before, verb, build.state().id());
    long recipe = 0;
    try {
      build.step(
          "Plan " + stage.table() + ".", Doing.of(Doing.Work.PLANNING, stage.table()), from, from);
      BuildPlan plan = stage.plan().apply(build.work());
      recipe =
          store
              .recipes()
              .apply(job.sourceId(), stage.table(), plan.recipe(), stage.author(), begun.id());
      store.layers().configured(before.id(), plan.recipe());
      MedallionBuildLog log =
          runner.run(
              new StageRunner.Run(plan, stage, before, begun, recipe, startedNanos),
              build,
              from,
              to);
      build.layerEnded(log);
    } catch (RuntimeException e) {
      build.layerEnded(history.end(before, begun, recipe, e, startedNanos));
      throw e;
    }
  }

  /** Keeps the last builds at hand; older ones are read from the store. */
  private synchronized void remember(String id) {
    ended.add(id);
    while (ended.size() > REMEMBERED) {
      String oldest = ended.poll();
      builds.remove(oldest);
      following.forget(oldest);
    }
  }
}

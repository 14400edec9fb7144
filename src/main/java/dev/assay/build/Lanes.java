package dev.assay.build;

import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;

/** Queues by name: tasks of one lane run one after the other, in the order in which they came. */
final class Lanes implements AutoCloseable {
  private final Map<String, CompletableFuture<Void>> tails = new HashMap<>();

  // Platform threads: a native call would hold one of the few carriers of virtual threads.
  private final ExecutorService threads =
      Executors.newCachedThreadPool(Thread.ofPlatform().daemon().name("assay-build-", 0).factory());

  /** Queues a task; the result completes when it has run. */
  synchronized CompletableFuture<Void> queue(String lane, Runnable task) {
    CompletableFuture<Void> tail =
        tails.getOrDefault(lane, CompletableFuture.completedFuture(null));
    CompletableFuture<Void> mine =
        tail.handleAsync(
            (_, _) -> {
              task.run();
              return null;
            },
            threads);
    tails.put(lane, mine);
    mine.whenComplete((_, _) -> forget(lane, mine));
    return mine;
  }

  private synchronized void forget(String lane, CompletableFuture<Void> done) {
    tails.remove(lane, done);
  }

  /** Takes no more tasks and waits a while for those under way. */
  @Override
  public void close() {
    threads.shutdown();
    try {
      if (!threads.awaitTermination(20, TimeUnit.SECONDS)) {
        threads.shutdownNow();
      }
    } catch (InterruptedException e) {
      threads.shutdownNow();
      Thread.currentThread().interrupt();
    }
  }
}

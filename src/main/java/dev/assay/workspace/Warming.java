package dev.assay.workspace;

import dev.assay.build.Builds;
import dev.assay.build.Upcoming;
import dev.assay.model.Source;
import dev.assay.sql.Dialect;
import dev.assay.sql.TableSql;
import dev.assay.store.Sources;
import dev.assay.store.Store;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.logging.Level;
import java.util.logging.Logger;

/**
 * Finds out beforehand what the next question would wait for: the words of what was just published,
 * and how SQL is read. For a process that stays.
 */
final class Warming implements AutoCloseable {
  private static final Logger LOG = Logger.getLogger(Warming.class.getName());

  private final Store store;
  private final Features features;
  private final Catalogs catalogs;
  private final TableSql tables;
  private final ExecutorService thread =
      Executors.newSingleThreadExecutor(
          Thread.ofPlatform().daemon().name("warming").priority(Thread.MIN_PRIORITY).factory());

  Warming(Store store, Dialect dialect, Features features, Catalogs catalogs) {
    this.tables = new TableSql(dialect);
    this.store = store;
    this.features = features;
    this.catalogs = catalogs;
  }

  /** From now on; what is published already comes first. */
  void start(Builds builds) {
    builds.whenReady(
        id -> store.sources().find(id).map(Sources.Kept::source).ifPresent(this::learn));
    builds.beforePublishing(this::learnNext);
    store.sources().all().stream().map(Sources.Kept::source).forEach(this::learn);
    later(features::warm);
  }

  private void learn(Source source) {
    later(() -> features.prepare(reader -> catalogs.at(reader, List.of(source))));
  }

  /** On the builder's own time, so that whoever asks right after a publication need not wait. */
  private void learnNext(Upcoming next) {
    courteously(() ->
        store
            .sources()
            .find(next.sourceId())
            .map(Sources.Kept::source)
            .ifPresent(source ->
                features.prepare(
                    List.of(tables.standIn(next.table(), next.staged())),
                    reader -> List.of(catalogs.upcoming(reader, source, next)))));
  }

  private static void courteously(Runnable task) {
    try {
      task.run();
    } catch (RuntimeException e) {
      // A courtesy: the next question finds out by itself, and says what is wrong.
      LOG.log(Level.FINE, "Nothing was prepared", e);
    }
  }

  private void later(Runnable task) {
    try {
      thread.execute(() -> courteously(task));
    } catch (RejectedExecutionException e) {
      // The workspace is being closed.
    }
  }

  @Override
  public void close() {
    thread.shutdownNow();
  }
}

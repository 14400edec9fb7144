package dev.assay.ask;

import dev.assay.model.Rows;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.function.Consumer;
import java.util.function.Supplier;

/**
 * Results that were computed before, by what was asked and by the builds that were read, so that
 * none can be out of date. The least recently asked go first. What is asked by many at once is
 * computed once.
 */
final class KeptRows {
  /**
   * What a result is the result of.
   *
   * @param sql as it ran
   * @param builds of every table that the question and its layer are about, in order
   * @param columns that could be seen
   */
  record Key(String sql, List<String> builds, List<Rows.Column> columns) {
    Key {
      builds = List.copyOf(builds);
      columns = List.copyOf(columns);
    }
  }

  private record Kept(Rows rows, long bytes) {}

  /** Rows, and whether somebody had computed them before. */
  record Found(Rows rows, boolean known) {}

  private final int mostEntries;
  private final long mostBytes;
  private final Consumer<Runnable> waits;
  private final Map<Key, Kept> kept = new LinkedHashMap<>(16, 0.75f, true);
  private final Map<Key, CompletableFuture<Rows>> underWay = new HashMap<>();
  private long bytes;

  KeptRows(int mostEntries, long mostBytes) {
    this(mostEntries, mostBytes, Runnable::run);
  }

  /**
   * @param waits runs what only waits for another to compute
   */
  KeptRows(int mostEntries, long mostBytes, Consumer<Runnable> waits) {
    this.waits = waits;
    this.mostEntries = mostEntries;
    this.mostBytes = mostBytes;
  }

  /** What is known, or is about to be, else what {@code compute} gives, which is kept. */
  Found of(Key key, Supplier<Rows> compute) {
    CompletableFuture<Rows> mine = new CompletableFuture<>();
    CompletableFuture<Rows> others;
    synchronized (this) {
      Optional<Rows> known = find(key);
      if (known.isPresent()) {
        return new Found(known.get(), true);
      }
      others = underWay.putIfAbsent(key, mine);
    }
    if (others != null) {
      try {
        waits.accept(others::join);
        return new Found(others.join(), true);
      } catch (CompletionException e) {
        // Its transaction or its time failed; this one may not.
        return new Found(compute.get(), false);
      }
    }
    try {
      Rows rows = compute.get();
      keep(key, rows);
      mine.complete(rows);
      return new Found(rows, false);
    } finally {
      synchronized (this) {
        underWay.remove(key);
      }
      // Nobody waits for what has thrown; after a result this has no effect.
      mine.completeExceptionally(new IllegalStateException("It could not be computed"));
    }
  }

  synchronized Optional<Rows> find(Key key) {
    return Optional.ofNullable(kept.get(key)).map(Kept::rows);
  }

  synchronized void keep(Key key, Rows rows) {
    long size = size(key, rows);
    // One large result is not worth a hundred small ones.
    if (size > mostBytes / 8) {
      return;
    }
    Kept before = kept.put(key, new Kept(rows, size));
    bytes += size - (before == null ? 0 : before.bytes());
    var eldest = kept.entrySet().iterator();
    while (kept.size() > mostEntries || bytes > mostBytes) {
      bytes -= eldest.next().getValue().bytes();
      eldest.remove();
    }
  }

  synchronized int entries() {
    return kept.size();
  }

  synchronized long bytes() {
    return bytes;
  }

  /** About what it takes in memory. */
  private static long size(Key key, Rows rows) {
    long size = 200 + 2L * key.sql().length();
    for (List<Object> row : rows.rows()) {
      size += 40;
      for (Object value : row) {
        size += value instanceof String text ? 56 + 2L * text.length() : 32;
      }
    }
    return size;
  }
}

package dev.assay.ask;

import dev.assay.engine.Engine;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;

/**
 * The words of published tables, each measured once: who asks while another measures waits for what
 * that one finds.
 */
final class Vocabularies {
  private static final int KEPT = 64;

  /** By table and build: the words of a published table never change. */
  private final Map<String, CompletableFuture<Vocabulary>> known =
      new LinkedHashMap<>(16, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(
            Map.Entry<String, CompletableFuture<Vocabulary>> eldest) {
          return size() > KEPT;
        }
      };

  /** The words of the table that a catalog is asked about, which must have one. */
  Vocabulary of(Catalog catalog, Engine.Reader reader) {
    Catalog.Table table = catalog.asked().orElseThrow();
    if (table.build() == null) {
      return Vocabulary.read(catalog, reader);
    }
    // What is hidden of Bronze may change without a build.
    String key = table.name() + " " + table.build() + " " + table.columns().hashCode();
    CompletableFuture<Vocabulary> mine = new CompletableFuture<>();
    CompletableFuture<Vocabulary> others;
    synchronized (known) {
      others = known.putIfAbsent(key, mine);
    }
    if (others != null) {
      try {
        return others.join();
      } catch (CompletionException e) {
        // Its transaction failed; this one may not.
        return Vocabulary.read(catalog, reader);
      }
    }
    try {
      Vocabulary vocabulary = Vocabulary.read(catalog, reader);
      mine.complete(vocabulary);
      return vocabulary;
    } catch (RuntimeException e) {
      synchronized (known) {
        known.remove(key, mine);
      }
      mine.completeExceptionally(e);
      throw e;
    }
  }
}

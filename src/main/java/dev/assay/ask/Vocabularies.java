package dev.assay.ask;

import dev.assay.engine.Engine;
import dev.assay.model.Rows;
import dev.assay.semantic.Semantics;
import dev.assay.semantic.Told;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;

/**
 * The words of published tables, each measured once: who asks while another measures waits for what
 * that one finds.
 */
final class Vocabularies {
  private static final int KEPT = 64;

  /**
   * The words of a build of a table never change, but for what people make of its model and what is
   * hidden of Bronze.
   */
  private record Known(String table, String build, List<Rows.Column> columns, Told told) {}

  private final Semantics semantics;
  private final Map<Known, CompletableFuture<Vocabulary>> known =
      new LinkedHashMap<>(16, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(
            Map.Entry<Known, CompletableFuture<Vocabulary>> eldest) {
          return size() > KEPT;
        }
      };

  Vocabularies(Semantics semantics) {
    this.semantics = semantics;
  }

  /** The words of the table that a catalog is asked about, which must have one. */
  Vocabulary of(Catalog catalog, Engine.Reader reader) {
    Catalog.Table table = catalog.asked().orElseThrow();
    if (table.build() == null) {
      return Vocabulary.read(catalog, semantics, reader);
    }
    Known key = new Known(table.name(), table.build(), table.columns(), catalog.told());
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
        return Vocabulary.read(catalog, semantics, reader);
      }
    }
    try {
      Vocabulary vocabulary = Vocabulary.read(catalog, semantics, reader);
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

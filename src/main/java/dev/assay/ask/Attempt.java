package dev.assay.ask;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.IntStream;

/** One table's reading of the question. */
record Attempt(Asked asked, Reading reading) {
  /** The one attempt that is meant; empty where none or several are. */
  static Optional<Attempt> only(List<Attempt> all, Predicate<Attempt> meant) {
    List<Attempt> found = all.stream().filter(meant).toList();
    return found.size() == 1 ? Optional.of(found.getFirst()) : Optional.empty();
  }

  Catalog catalog() {
    return asked.catalog();
  }

  boolean understood() {
    return reading instanceof Reading.Understood;
  }

  /** Whether the question says how many rows of the table are asked for. */
  boolean countsRows() {
    return RowNames.counts(asked.question(), asked.vocabulary());
  }

  /** Whether the question names the rows of the table. */
  boolean namesRows() {
    return says(word -> RowNames.is(asked.vocabulary(), word));
  }

  /** Whether the question names the source. */
  boolean namesSource() {
    String id = catalog().source().id().toLowerCase(Locale.ROOT);
    return says(word -> word.lower().equals(id));
  }

  private boolean says(Predicate<Words.Word> meant) {
    Words words = new Words(asked.question());
    return IntStream.range(0, words.count()).mapToObj(words::get).anyMatch(meant);
  }
}

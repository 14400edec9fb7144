package dev.assay.semantic;

import dev.assay.model.Source;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** What one row of a source is called, where its name says so: {@code raw_orders} holds orders. */
public final class RowNoun {
  private static final Set<String> NOT_NOUNS =
      Set.of(
          "sales",
          "news",
          "series",
          "status",
          "data",
          "files",
          "rows",
          "tables",
          "records",
          "lines",
          "details",
          "stats",
          "statistics",
          "results",
          "values",
          "sports",
          "species",
          "metrics");

  private RowNoun() {}

  /** The singular, such as {@code order}; empty where the name is no plain plural. */
  public static Optional<String> of(Source source) {
    List<String> words =
        NameWords.of(source.id()).stream().filter(word -> word.matches("\\p{L}+")).toList();
    for (String word : words.reversed()) {
      String singular = NameWords.singular(word);
      if (!singular.equals(word) && !NOT_NOUNS.contains(word)) {
        return Optional.of(singular);
      }
    }
    return Optional.empty();
  }
}

package dev.assay.semantic;

import dev.assay.model.Source;
import java.util.Collection;
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

  /** Words for what holds rows, behind the word for what a row is. */
  private static final Set<String> GENERIC =
      Set.of(
          "results",
          "log",
          "logs",
          "list",
          "data",
          "records",
          "history",
          "register",
          "table",
          "entries",
          "stats",
          "metrics",
          "details");

  private static final Set<String> EPITHETS =
      Set.of("raw", "clean", "final", "new", "old", "my", "all", "test", "full", "latest", "web");

  private RowNoun() {}

  /**
   * As {@link #of(Source)}; else what its key names, such as {@code customer} of {@code
   * customer_id} in {@code shop_customer}.
   *
   * @param keys columns of which every row has its own value
   */
  public static Optional<String> of(Source source, Collection<String> keys) {
    List<String> name = NameWords.of(source.id());
    return of(source)
        .or(() ->
            keys.stream()
                .sorted()
                .map(NameWords::subject)
                .filter(subject -> subject != null && !subject.isBlank())
                .map(NameWords::of)
                .filter(subject -> endsWith(name, subject))
                .map(List::getLast)
                .findFirst());
  }

  private static boolean endsWith(List<String> name, List<String> subject) {
    int start = name.size() - subject.size();
    return !subject.isEmpty()
        && start >= 0
        && name.subList(start, name.size()).equals(subject)
        && subject.getLast().matches("\\p{L}{3,}");
  }

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
    // "ad_results", "ticket_log": what there is more of.
    int last = words.size() - 1;
    boolean more = last > 0 && GENERIC.contains(words.get(last));
    if (more && words.get(last - 1).length() > 1 && !EPITHETS.contains(words.get(last - 1))) {
      return Optional.of(words.get(last - 1));
    }
    return Optional.empty();
  }
}

package dev.assay.ask;

import dev.assay.semantic.NameWords;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** "from Hamburg" and "to Hamburg" where a table has an origin and a destination. */
final class Sides {
  private static final Set<String> FROM =
      Set.of("origin", "source", "departure", "from", "pickup", "sender", "origem", "origen");
  private static final Set<String> TO =
      Set.of("destination", "dest", "arrival", "to", "dropoff", "receiver", "destino");

  private Sides() {}

  /** The one column on the side that the word before {@code at} says. */
  static Optional<String> of(Words words, int at, Collection<String> columns) {
    if (!words.free(at - 1)) {
      return Optional.empty();
    }
    String before = words.get(at - 1).text().toLowerCase(Locale.ROOT);
    boolean from = before.matches("from|desde");
    boolean to = before.matches("to|into|towards|hacia|para");
    if (!from && !to) {
      return Optional.empty();
    }
    List<String> here = columns.stream().filter(c -> is(c, from ? FROM : TO)).toList();
    List<String> there = columns.stream().filter(c -> is(c, from ? TO : FROM)).toList();
    return here.size() == 1 && here.size() + there.size() == columns.size()
        ? Optional.of(here.getFirst())
        : Optional.empty();
  }

  private static boolean is(String column, Set<String> side) {
    return NameWords.of(column).stream().anyMatch(side::contains);
  }
}

package dev.assay.ask;

import dev.assay.semantic.ColumnRole;
import dev.assay.semantic.NameWords;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** The columns of a table by the words of their names; made once for a published table. */
final class ColumnIndex {
  /**
   * A column and the words people may call it by.
   *
   * @param whole the whole name as one word
   * @param words the words of its name
   * @param stems the same in the singular
   * @param kept the stems without those that people leave out
   */
  record Named(
      ColumnRole role, String whole, List<String> words, List<String> stems, List<String> kept) {}

  private static final Set<String> DISPENSABLE =
      Set.of(
          "id", "key", "at", "on", "name", "code", "nr", "no", "number", "date", "type", "is",
          "has");

  private final List<Named> columns = new ArrayList<>();
  private final Map<String, List<Named>> byWord = new HashMap<>();

  ColumnIndex(List<ColumnRole> roles) {
    for (ColumnRole role : roles) {
      List<String> words = NameWords.of(role.name());
      List<String> stems = words.stream().map(NameWords::singular).toList();
      List<String> kept =
          stems.stream()
              .filter(word -> !DISPENSABLE.contains(word) && !NameWords.UNIT_NAMES.contains(word))
              .toList();
      String whole = NameWords.singular(role.name().toLowerCase(Locale.ROOT));
      Named named = new Named(role, whole, words, stems, kept);
      columns.add(named);
      Set<String> keys = new java.util.LinkedHashSet<>(stems);
      keys.add(whole);
      keys.forEach(key -> byWord.computeIfAbsent(key, _ -> new ArrayList<>()).add(named));
    }
  }

  /** The columns whose names hold a word, given in the singular. */
  List<Named> holding(String stem) {
    return byWord.getOrDefault(stem, List.of());
  }

  List<Named> all() {
    return columns;
  }
}

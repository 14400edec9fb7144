package dev.assay.sql;

import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * The tables that a written SELECT may read; names ignore case, as the engine does.
 *
 * @param hidden columns whose values no reader sees, by the table that has them
 */
public record Tables(List<String> names, Map<String, List<String>> hidden) {
  public Tables {
    names = List.copyOf(names);
    hidden = Map.copyOf(hidden);
  }

  public Tables(List<String> names) {
    this(names, Map.of());
  }

  public static Tables of(Collection<String> names) {
    return new Tables(List.copyOf(names));
  }

  boolean contains(String name) {
    String folded = fold(name);
    return names.stream().anyMatch(known -> fold(known).equals(folded));
  }

  /** What is to be read in the place of a table, or nothing where it may be read itself. */
  Optional<String> instead(String name) {
    return hidden.entrySet().stream()
        .filter(table -> fold(table.getKey()).equals(fold(name)))
        .map(table -> MaskSql.rows(table.getKey(), table.getValue()))
        .findFirst();
  }

  private static String fold(String name) {
    return name.toLowerCase(Locale.ROOT);
  }
}

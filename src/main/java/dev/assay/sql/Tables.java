package dev.assay.sql;

import java.util.Collection;
import java.util.List;
import java.util.Locale;

/** The tables that a written SELECT may read; names ignore case, as the engine does. */
public record Tables(List<String> names) {
  public Tables {
    names = List.copyOf(names);
  }

  public static Tables of(Collection<String> names) {
    return new Tables(List.copyOf(names));
  }

  boolean contains(String name) {
    String folded = name.toLowerCase(Locale.ROOT);
    return names.stream().anyMatch(known -> known.toLowerCase(Locale.ROOT).equals(folded));
  }
}

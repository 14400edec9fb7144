package dev.assay.semantic;

import java.util.HashSet;
import java.util.Locale;
import java.util.Set;

/** The names of a model, each given once. */
final class Names {
  private final Set<String> given = new HashSet<>();

  boolean free(String name) {
    return !given.contains(name.toLowerCase(Locale.ROOT));
  }

  /** The first of {@code wishes} that is free, else the last with a number behind it. */
  String taken(String... wishes) {
    for (String wish : wishes) {
      if (given.add(wish.toLowerCase(Locale.ROOT))) {
        return wish;
      }
    }
    String last = wishes[wishes.length - 1];
    int number = 2;
    while (!given.add((last + "_" + number).toLowerCase(Locale.ROOT))) {
      number++;
    }
    return last + "_" + number;
  }
}

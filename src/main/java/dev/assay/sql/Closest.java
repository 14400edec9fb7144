package dev.assay.sql;

import java.util.Collection;
import java.util.Comparator;
import java.util.Locale;
import java.util.Optional;

/** The name that a person most likely meant. */
public final class Closest {
  private Closest() {}

  /** The known name nearest to {@code name} by edits, if it is near enough to be a slip. */
  public static Optional<String> to(String name, Collection<String> known) {
    String wanted = fold(name);
    int most = Math.max(2, wanted.length() / 3);
    return known.stream()
        .filter(candidate -> distance(wanted, fold(candidate)) <= most)
        .min(Comparator.comparingInt(candidate -> distance(wanted, fold(candidate))));
  }

  /** {@code " Did you mean 'x'?"}, or nothing. */
  public static String hint(String name, Collection<String> known) {
    return to(name, known).map(found -> " Did you mean '" + found + "'?").orElse("");
  }

  private static String fold(String name) {
    return name.strip().toLowerCase(Locale.ROOT);
  }

  /** Levenshtein's distance. */
  private static int distance(String a, String b) {
    int[] previous = new int[b.length() + 1];
    for (int j = 0; j <= b.length(); j++) {
      previous[j] = j;
    }
    for (int i = 1; i <= a.length(); i++) {
      int[] current = new int[b.length() + 1];
      current[0] = i;
      for (int j = 1; j <= b.length(); j++) {
        int change = previous[j - 1] + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
        current[j] = Math.min(change, Math.min(previous[j], current[j - 1]) + 1);
      }
      previous = current;
    }
    return previous[b.length()];
  }
}

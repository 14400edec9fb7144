package dev.assay.model;

import java.util.Collection;
import java.util.Comparator;
import java.util.Locale;
import java.util.Optional;

/** The known name that a mistyped one was most likely meant to be. */
public final class Closest {
  private Closest() {}

  /** The closest of {@code known} by edit distance without regard to case, if any is close. */
  public static Optional<String> to(String name, Collection<String> known) {
    String lower = name.strip().toLowerCase(Locale.ROOT);
    int tolerance = Math.max(1, lower.length() / 3);
    return known.stream()
        .map(candidate ->
            new Candidate(candidate, distance(lower, candidate.toLowerCase(Locale.ROOT))))
        .filter(candidate -> candidate.distance <= tolerance)
        .min(Comparator.comparingInt(Candidate::distance))
        .map(Candidate::name);
  }

  /** A sentence's end: {@code " Did you mean 'revenue'?"}, or the names there are, or nothing. */
  public static String hint(String name, Collection<String> known) {
    return to(name, known)
        .map(close -> " Did you mean '" + close + "'?")
        .orElse(
            known.isEmpty() || known.size() > 30
                ? ""
                : " There is: " + String.join(", ", known) + ".");
  }

  private record Candidate(String name, int distance) {}

  private static int distance(String a, String b) {
    int[] previous = new int[b.length() + 1];
    for (int j = 0; j <= b.length(); j++) {
      previous[j] = j;
    }
    for (int i = 1; i <= a.length(); i++) {
      int[] current = new int[b.length() + 1];
      current[0] = i;
      for (int j = 1; j <= b.length(); j++) {
        int substitution = previous[j - 1] + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
        current[j] = Math.min(substitution, Math.min(previous[j], current[j - 1]) + 1);
      }
      previous = current;
    }
    return previous[b.length()];
  }
}

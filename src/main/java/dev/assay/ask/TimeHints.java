package dev.assay.ask;

import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/** What people say of the time that a column is named for: "new" of a start, "left" of an end. */
final class TimeHints {
  private static final Map<String, Set<String>> TOGETHER = new HashMap<>();

  static {
    for (String line : TextResource.lines("/ask/time-hints.txt")) {
      Set<String> words = Set.copyOf(Arrays.asList(line.split(" ")));
      words.forEach(word -> TOGETHER.computeIfAbsent(word, _ -> new HashSet<>()).addAll(words));
    }
  }

  private TimeHints() {}

  /** Whether a folded word tells of the time that a word of a column's name stands for. */
  static boolean tells(String word, String part) {
    return TOGETHER.getOrDefault(word, Set.of()).contains(part);
  }
}

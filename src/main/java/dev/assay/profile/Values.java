package dev.assay.profile;

import dev.assay.model.ColumnProfile.ValueCount;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The different texts of one column, most frequent first, with how many rows each stands for;
 * missing cells are not among them.
 *
 * @param counts texts and rows; scaled up to all rows where they come from a sample
 * @param complete whether every text of the column is here, with its exact count
 */
record Values(List<ValueCount> counts, boolean complete) {
  private static final Comparator<ValueCount> MOST_FREQUENT =
      Comparator.comparingLong(ValueCount::count).reversed().thenComparing(ValueCount::value);

  Values {
    counts = counts.stream().sorted(MOST_FREQUENT).toList();
  }

  long total() {
    return counts.stream().mapToLong(ValueCount::count).sum();
  }

  /** These values and others, such as failures found on all rows; known ones keep their count. */
  Values with(List<ValueCount> others) {
    Map<String, Long> known = new HashMap<>();
    counts.forEach(value -> known.put(value.value(), value.count()));
    List<ValueCount> all = new ArrayList<>(counts);
    for (ValueCount other : others) {
      if (known.putIfAbsent(other.value(), other.count()) == null) {
        all.add(other);
      }
    }
    return new Values(all, complete);
  }

  /** How many rows stand for texts that meet {@code condition}. */
  long rows(java.util.function.Predicate<String> condition) {
    return counts.stream()
        .filter(value -> condition.test(value.value()))
        .mapToLong(ValueCount::count)
        .sum();
  }

  /** The most frequent of some texts, as far as is known here. */
  List<String> mostFrequent(List<String> texts, int limit) {
    if (texts.size() <= 1) {
      return texts;
    }
    Map<String, Long> known = new HashMap<>();
    counts.forEach(value -> known.put(value.value(), value.count()));
    return texts.stream()
        .distinct()
        .sorted(
            Comparator.comparing((String text) -> known.getOrDefault(text, 0L))
                .reversed()
                .thenComparing(Comparator.naturalOrder()))
        .limit(limit)
        .toList();
  }
}

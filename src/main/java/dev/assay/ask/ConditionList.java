package dev.assay.ask;

import dev.assay.model.Query.Comparison;
import dev.assay.model.Query.Filter;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** The conditions found so far, each with where in the question it stands. */
final class ConditionList {
  /** What value was named last; {@code end} is the word behind it. */
  record Named(String column, boolean negated, int end) {}

  private final List<Filter> filters = new ArrayList<>();
  private final List<Integer> places = new ArrayList<>();
  private Named last = new Named(null, false, -1);

  List<Filter> filters() {
    return filters;
  }

  List<Integer> places() {
    return places;
  }

  Named last() {
    return last;
  }

  void add(Filter filter) {
    filters.add(filter);
  }

  void add(String column, Comparison comparison, String... values) {
    filters.add(new Filter(column, comparison, List.of(values)));
  }

  /** All that were added without a place stand at word {@code i}. */
  void placeAt(int i) {
    while (places.size() < filters.size()) {
      places.add(i);
    }
  }

  void add(Filter filter, int place) {
    filters.add(filter);
    places.add(place);
  }

  void remove(Filter filter) {
    int at = filters.indexOf(filter);
    filters.remove(at);
    places.remove(at);
  }

  /** Whether a condition names the values that are meant, one or several. */
  static boolean isOfValues(Filter filter) {
    return filter.comparison() == Comparison.EQUAL || filter.comparison() == Comparison.IN;
  }

  /** Adds values that end before a word, and may be carried on there. */
  void merge(String column, Set<String> values, boolean negated, int end) {
    merge(column, values, negated);
    last = new Named(column, negated, end);
  }

  /** Several values of one column mean any of them. */
  void merge(String column, Set<String> values, boolean negated) {
    if (negated) {
      values.forEach(
          value -> filters.add(new Filter(column, Comparison.NOT_EQUAL, List.of(value))));
      return;
    }
    for (int i = 0; i < filters.size(); i++) {
      Filter other = filters.get(i);
      if (other.column().equals(column) && isOfValues(other)) {
        Set<String> all = new LinkedHashSet<>(other.values());
        all.addAll(values);
        filters.set(i, new Filter(column, Comparison.IN, List.copyOf(all)));
        return;
      }
    }
    filters.add(
        new Filter(
            column, values.size() == 1 ? Comparison.EQUAL : Comparison.IN, List.copyOf(values)));
  }
}

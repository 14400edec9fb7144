package dev.assay.ask;

import dev.assay.model.Query.Comparison;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;

/** Reads the conditions of a question over a small table and uses their words. */
final class RowConditions {

  private final RowWords words;
  private final RowLinks links;
  private final SmallTable table;
  private final List<RowFilter> filters = new ArrayList<>();
  private boolean counting;

  RowConditions(RowWords words, RowLinks links, SmallTable table) {
    this.words = words;
    this.links = links;
    this.table = table;
  }

  List<RowFilter> filters() {
    return filters;
  }

  /** Rows are counted that mention a value among others, too. */
  void counting() {
    counting = true;
  }

  /** All that is left of the question and can be read; false where something is said unclearly. */
  boolean read() {
    RowComparisons comparisons = new RowComparisons(words, links, table, filters);
    comparisons.places();
    RowPresence presence = new RowPresence(words, links, table, comparisons, filters);
    presence.missing();
    if (!comparisons.read() || !values() || !comparisons.numbers()) {
      return false;
    }
    if (counting) {
      presence.any();
    }
    return true;
  }

  /** Whether a condition is on a part of long texts, which find more, or less, than was meant. */
  boolean inProse() {
    return filters.stream()
        .anyMatch(filter ->
            !filter.sure()
                && filter.column().isText()
                && filter.column().words().stream().mapToInt(List::size).average().orElse(0) > 14);
  }

  /** Rows for which all hold, without those that sum up. */
  BitSet rows() {
    BitSet rows = table.ordinary();
    filters.forEach(filter -> rows.and(filter.rows()));
    return rows;
  }

  /** Values by themselves, in a column that is named beside them or that alone has them. */
  private boolean values() {
    for (RowLinks.Span span : links.spans()) {
      if (!words.free(span.at(), span.length())) {
        continue;
      }
      Optional<RowLinks.Value> value = chosen(span);
      if (value.isEmpty()) {
        return false;
      }
      words.use(span.at(), span.length());
      RowLinks.Value found = value.get();
      boolean all = counting && found.exact() && !found.mentions().equals(found.rows());
      RowFilter filter =
          RowFilter.texts(
              found.column(),
              all ? found.mentions() : found.rows(),
              span.at(),
              found.exact() && !all);
      if (found.exact() || found.rows().cardinality() > 0) {
        useHeader(found.column(), span);
      }
      if (isOpponent(found.column()) && !against(span.at())) {
        return false;
      }
      int before = span.at() - 1;
      while (words.at(before, "the|a|an|in|from|by")) {
        before--;
      }
      if (words.at(before - 1, "other", "than")) {
        words.use(before - 1, 2);
        filter = filter.negated(table);
      } else if (words.at(before, "not|besides|except|excluding|without")) {
        words.use(before, 1);
        filter = filter.negated(table);
      }
      add(filter);
    }
    return true;
  }

  /** "Result 'won'", "spain as their country of origin": the column is named beside its value. */
  private void useHeader(SmallColumn column, RowLinks.Span span) {
    for (RowLinks.Named named : links.named()) {
      int apart = named.at() >= span.end() ? named.at() - span.end() : span.at() - named.end();
      if (named.column() == column && apart <= 3 && words.free(named.at(), named.length())) {
        words.use(named.at(), named.length());
      }
    }
  }

  private static boolean isOpponent(SmallColumn column) {
    return column
        .name()
        .matches("(.*_)?(opponents?|opposition|against|opposing|away|visitors?)(_.*)?");
  }

  /** What stands in a column of opponents is one only where it is played against. */
  private boolean against(int at) {
    int before = at - 1;
    while (before >= 0
        && words.word(before).matches("the|a|an|team|game|match|by|to|of|opponent|was|is|as")) {
      before--;
    }
    boolean said =
        words
            .word(before)
            .matches(
                "against|versus|vs|v|over|beat|defeat|defeated|face|faced|play|played|opponent|opponents|opposition|opposing|away|with");
    if (said && words.free(before)) {
      words.use(before, 1);
    }
    return said;
  }

  /** Two values of one column are either of them. */
  private void add(RowFilter filter) {
    for (int i = 0; i < filters.size(); i++) {
      RowFilter other = filters.get(i);
      boolean plain =
          other.typed().comparison() == Comparison.EQUAL
              || other.typed().comparison() == Comparison.IN;
      if (other.column() == filter.column()
          && plain
          && filter.typed().comparison() != Comparison.NOT_EQUAL
          && filter.typed().comparison() != Comparison.NOT_IN) {
        BitSet both = (BitSet) other.rows().clone();
        both.and(filter.rows());
        if (!both.isEmpty()) {
          filters.add(filter);
          return;
        }
        BitSet either = (BitSet) other.rows().clone();
        either.or(filter.rows());
        filters.set(
            i,
            RowFilter.texts(filter.column(), either, filter.at(), filter.sure() && other.sure()));
        return;
      }
    }
    filters.add(filter);
  }

  /** The column that a value stands in; empty where several have it and none is named. */
  Optional<RowLinks.Value> chosen(RowLinks.Span span) {
    List<RowLinks.Value> values = span.values();
    if (values.size() == 1) {
      return Optional.of(values.getFirst());
    }
    for (RowLinks.Named named : links.named()) {
      boolean near =
          Math.min(Math.abs(named.end() - span.at()), Math.abs(span.end() - named.at())) <= 3;
      for (RowLinks.Value value : values) {
        if (near && value.column() == named.column()) {
          words.use(named.at(), named.length());
          return Optional.of(value);
        }
      }
    }
    for (RowLinks.Named named : links.named()) {
      for (RowLinks.Value value : values) {
        if (value.column() == named.column() && words.free(named.at(), named.length())) {
          words.use(named.at(), named.length());
          return Optional.of(value);
        }
      }
    }
    if (values.stream().map(RowLinks.Value::rows).distinct().count() == 1) {
      return Optional.of(values.getFirst());
    }
    return Optional.empty();
  }
}

package dev.assay.gold;

import dev.assay.sql.grouped.Grouped;
import dev.assay.sql.grouped.Term;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/** What a table lacks that a question needs, in one clause; seen at once, without a proof. */
final class Shortfall {
  private Shortfall() {}

  /** Said where nothing is missing that could be named. */
  static String unproven(Grouped held) {
    return held.conditions().isEmpty()
        ? "the question cannot be put together from its groups"
        : "it does not hold all the rows that are asked for";
  }

  static Optional<String> of(Grouped asked, Grouped held) {
    Set<String> kept = columns(held.keys().stream().map(Grouped.Key::term));
    Set<String> keys = columns(asked.keys().stream().map(Grouped.Key::term));
    keys.removeAll(kept);
    if (!keys.isEmpty()) {
      return Optional.of("it does not hold " + String.join(", ", keys));
    }
    Set<String> filters = columns(asked.conditions().stream());
    filters.removeAll(kept);
    filters.removeAll(columns(held.conditions().stream()));
    if (!filters.isEmpty()) {
      return Optional.of("it does not keep " + String.join(", ", filters) + " apart");
    }
    if (held.groups() && !asked.groups()) {
      return Optional.of("it holds groups, not rows");
    }
    for (Grouped.Figure figure : asked.figures()) {
      boolean there =
          held.figures().stream()
              .anyMatch(one ->
                  one.kind() == figure.kind() && Objects.equals(one.argument(), figure.argument()));
      if (held.groups() && !there && !ofKey(figure, held)) {
        return Optional.of("it does not hold the " + figure(figure));
      }
    }
    return Optional.empty();
  }

  private static boolean ofKey(Grouped.Figure figure, Grouped held) {
    return switch (figure.kind()) {
      case DISTINCT, LEAST, GREATEST ->
          held.keys().stream().anyMatch(key -> key.term().equals(figure.argument()));
      case ROWS, COUNT, SUM, SUM_OR_ZERO -> false;
    };
  }

  private static String figure(Grouped.Figure figure) {
    String of = figure.argument() == null ? "" : String.join(", ", figure.argument().columns());
    return switch (figure.kind()) {
      case ROWS -> "number of rows";
      case COUNT -> "number of values of " + of;
      case DISTINCT -> "number of different " + of;
      case SUM, SUM_OR_ZERO -> "sum of " + of;
      case LEAST -> "smallest " + of;
      case GREATEST -> "largest " + of;
    };
  }

  private static Set<String> columns(Stream<Term> terms) {
    Set<String> columns = new TreeSet<>();
    terms.forEach(term -> columns.addAll(term.columns()));
    return columns;
  }
}

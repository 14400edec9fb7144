package dev.assay.gold.calcite;

import dev.assay.sql.grouped.Grouped;
import dev.assay.sql.grouped.Term;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Figures of what a table groups by: how many different values a key has and which is the least can
 * be read off its groups, once these are found with the key itself.
 */
final class KeyFigures {
  private final Grouped question;
  private final List<Grouped.Figure> ofKeys = new ArrayList<>();
  private final Map<Term, String> extra = new HashMap<>();

  KeyFigures(Grouped question, Grouped table) {
    this.question = question;
    if (!table.groups() || !question.groups()) {
      return;
    }
    for (Grouped.Figure figure : question.figures()) {
      boolean byKey =
          switch (figure.kind()) {
            case DISTINCT, LEAST, GREATEST ->
                table.figures().stream()
                        .noneMatch(held ->
                            figure.kind() != Grouped.Kind.DISTINCT
                                && held.kind() == figure.kind()
                                && held.argument().equals(figure.argument()))
                    && table.keys().stream()
                        .anyMatch(
                            key -> key.name() != null && key.term().equals(figure.argument()));
            case ROWS, COUNT, SUM, SUM_OR_ZERO -> false;
          };
      if (byKey) {
        ofKeys.add(figure);
        extra.putIfAbsent(figure.argument(), "_assay_extra_" + extra.size());
      }
    }
  }

  /** The question grouped by those keys as well, without their figures. */
  Grouped finer() {
    List<Grouped.Key> keys = new ArrayList<>(question.keys());
    extra.forEach((term, name) -> {
      if (named(term).isEmpty()) {
        keys.add(new Grouped.Key(name, term));
      }
    });
    List<Grouped.Figure> figures = new ArrayList<>(question.figures());
    figures.removeAll(ofKeys);
    return new Grouped(question.table(), keys, figures, question.conditions(), question.groups());
  }

  private Optional<String> named(Term term) {
    return question.keys().stream()
        .filter(key -> key.term().equals(term))
        .map(Grouped.Key::name)
        .findFirst();
  }

  /** The question itself, of what was found of the finer one. */
  Grouped coarser(Grouped finer) {
    if (ofKeys.isEmpty()) {
      return finer;
    }
    Map<String, Grouped.Key> keys = new HashMap<>();
    finer.keys().forEach(key -> keys.put(key.name(), key));
    Map<String, Grouped.Figure> made = new HashMap<>();
    finer.figures().forEach(figure -> made.put(figure.name(), figure));
    List<Grouped.Figure> figures = new ArrayList<>();
    for (Grouped.Figure asked : question.figures()) {
      if (ofKeys.contains(asked)) {
        String key = named(asked.argument()).orElse(extra.get(asked.argument()));
        figures.add(new Grouped.Figure(asked.name(), asked.kind(), keys.get(key).term()));
      } else if (finer.groups()) {
        figures.add(made.get(asked.name()));
      } else {
        figures.add(again(asked, keys.get(asked.name()).term()));
      }
    }
    return new Grouped(
        finer.table(),
        question.keys().stream().map(key -> keys.get(key.name())).toList(),
        figures,
        finer.conditions(),
        true);
  }

  /** A figure that stood in each group as it is, of several groups. */
  private static Grouped.Figure again(Grouped.Figure asked, Term column) {
    Grouped.Kind kind =
        switch (asked.kind()) {
          case ROWS, COUNT, SUM_OR_ZERO -> Grouped.Kind.SUM_OR_ZERO;
          case SUM -> Grouped.Kind.SUM;
          case LEAST -> Grouped.Kind.LEAST;
          case GREATEST -> Grouped.Kind.GREATEST;
          case DISTINCT -> throw new IllegalStateException("different values were added up");
        };
    return new Grouped.Figure(asked.name(), kind, column);
  }
}

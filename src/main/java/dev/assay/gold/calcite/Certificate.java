package dev.assay.gold.calcite;

import dev.assay.model.Grain;
import dev.assay.sql.grouped.Grouped;
import dev.assay.sql.grouped.Term;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/**
 * Checks a rewriting once more, by what its columns were made of: its keys must be the question's
 * keys, its figures put together from the same figures, and no group counted twice.
 */
final class Certificate {
  private final Grouped question;
  private final Grouped table;
  private final Map<String, Term> keys = new HashMap<>();
  private final Map<String, Grouped.Figure> figures = new HashMap<>();

  Certificate(Grouped question, Grouped table) {
    this.question = question;
    this.table = table;
    table.keys().stream()
        .filter(key -> key.name() != null)
        .forEach(key -> keys.put(key.name(), key.term()));
    table.figures().forEach(figure -> figures.put(figure.name(), figure));
  }

  boolean holds(Grouped derived) {
    try {
      check(derived);
      return true;
    } catch (NotRewritten e) {
      return false;
    }
  }

  private void check(Grouped derived) {
    for (int i = 0; i < question.keys().size(); i++) {
      Term made = madeOf(derived.keys().get(i).term());
      if (!flat(made).equals(flat(question.keys().get(i).term()))) {
        throw new NotRewritten("its groups would be others");
      }
    }
    derived.conditions().forEach(this::madeOf);
    if (table.groups() && !derived.groups() && !eachGroupOnce()) {
      throw new NotRewritten("a result would be made of several of its groups");
    }
    for (int i = 0; i < question.figures().size(); i++) {
      int figure = i - (derived.keys().size() - question.keys().size());
      check(
          question.figures().get(i),
          figure >= 0
              ? derived.figures().get(figure)
              : new Grouped.Figure(
                  "", null, derived.keys().get(question.keys().size() + i).term()));
    }
  }

  /** A figure with no kind is a column as it is. */
  private void check(Grouped.Figure asked, Grouped.Figure made) {
    if (!table.groups()) {
      Term argument = made.argument() == null ? null : madeOf(made.argument());
      if (made.kind() != asked.kind() || !Objects.equals(argument, asked.argument())) {
        throw new NotRewritten("its figures would be others");
      }
      return;
    }
    Grouped.Figure held =
        made.argument() instanceof Term.Column(String name, _) ? figures.get(name) : null;
    boolean same =
        held != null
            && held.kind() == asked.kind()
            && Objects.equals(held.argument(), asked.argument());
    boolean holds =
        switch (asked.kind()) {
          case ROWS, COUNT ->
              same
                  && (made.kind() == null
                      || made.kind() == Grouped.Kind.SUM
                      || made.kind() == Grouped.Kind.SUM_OR_ZERO);
          case SUM, SUM_OR_ZERO -> same && (made.kind() == null || made.kind() == asked.kind());
          case LEAST, GREATEST ->
              same && (made.kind() == null || made.kind() == asked.kind())
                  || made.kind() == asked.kind() && ofKeys(made, asked);
          case DISTINCT ->
              same && made.kind() == null || made.kind() == asked.kind() && ofKeys(made, asked);
        };
    if (!holds) {
      throw new NotRewritten("its figures would be others");
    }
  }

  private boolean ofKeys(Grouped.Figure made, Grouped.Figure asked) {
    return made.argument() != null && flat(madeOf(made.argument())).equals(flat(asked.argument()));
  }

  /** Whether each result takes one group at most: its keys are asked for, or pinned to a value. */
  private boolean eachGroupOnce() {
    Set<Term> single = new HashSet<>();
    question.keys().forEach(key -> single.add(flat(key.term())));
    for (Term condition : question.conditions()) {
      if (condition instanceof Term.Compared(Term.Sign sign, Term left, Term right)
          && sign == Term.Sign.EQUAL
          && right instanceof Term.Literal) {
        single.add(flat(left));
      }
    }
    return table.keys().stream().allMatch(key -> single.contains(flat(key.term())));
  }

  /** A term over the table's columns as a term over what they were made of. */
  private Term madeOf(Term term) {
    return term.replaced(one -> {
      if (!(one instanceof Term.Column(String name, _))) {
        return one;
      }
      Term made = keys.get(name);
      if (made == null) {
        throw new NotRewritten("a figure would be taken for a key");
      }
      return made;
    });
  }

  /** The year of a month is the year itself. */
  private static Term flat(Term term) {
    List<Term> parts = new ArrayList<>();
    term.parts().forEach(part -> parts.add(flat(part)));
    Term changed = parts.isEmpty() ? term : term.with(parts);
    return changed instanceof Term.Truncated(Grain outer, Term.Truncated(Grain inner, Term of))
            && inner.rollsUpTo(outer)
        ? new Term.Truncated(outer, of)
        : changed;
  }
}

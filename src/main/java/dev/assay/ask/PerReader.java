package dev.assay.ask;

import dev.assay.model.Query;
import dev.assay.model.Query.Aggregate;
import dev.assay.model.Query.Dimension;
import dev.assay.semantic.ColumnRole.Role;
import java.util.List;
import java.util.Optional;

/** Settles what "per" means: a figure of each, or the average over rows or things. */
final class PerReader {
  private final Words words;
  private final Vocabulary vocabulary;
  private final GroupReader groups;
  private final MeasureList measures;
  private final Figures figures;

  PerReader(
      Words words,
      Vocabulary vocabulary,
      GroupReader groups,
      MeasureList measures,
      Figures figures) {
    this.words = words;
    this.vocabulary = vocabulary;
    this.groups = groups;
    this.measures = measures;
    this.figures = figures;
  }

  void resolve() {
    if (figures.summary().isEmpty()) {
      averagePerRow();
      perRow();
      refusePer();
    }
  }

  /** "average hearings per case" where a row is one case: the average of all rows. */
  private void averagePerRow() {
    boolean averages =
        groups.top().isEmpty()
            && figures.calculations().isEmpty()
            && measures.measures().size() == 1
            && !measures.addUp();
    groups
        .ofRows()
        .or(() -> groups.per().filter(d -> vocabulary.unique().contains(d.column())))
        .filter(_ -> averages)
        .ifPresent(groups::remove);
  }

  /** "revenue per order" where a row is one order: the average of rows. */
  private void perRow() {
    int at = -1;
    for (int i = 0; i + 1 < words.count(); i++) {
      boolean said = words.at(i, "per") || words.at(i, "by") || words.at(i, "by|for", "each");
      at = said && measures.isRow(words.at(i + 1, "each") ? i + 2 : i + 1) ? i : at;
    }
    boolean unique =
        groups
            .per()
            .filter(d -> vocabulary.unique().contains(d.column()))
            .filter(d -> groups.dimensions().contains(d))
            .isPresent();
    if (at < 0 && !unique || measures.measures().size() != 1 || groups.top().isPresent()) {
      return;
    }
    Query.Measure measure = measures.measures().getFirst();
    boolean plain = measure.aggregate() == Aggregate.SUM && figures.calculations().isEmpty();
    if (!plain || at >= 0 && !words.at(at, "per")) {
      if (at >= 0 && measure.aggregate() != Aggregate.AVG) {
        throw Reading.Stopped.unclear(words.say("by-row"));
      }
      return;
    }
    measures.clear();
    if (unique) {
      groups.remove(groups.per().get());
    }
    measures.add(words.say("average-per-entity", measures.rows()), Aggregate.AVG, measure.column());
  }

  /** "revenue per customer" may be a list or one figure. */
  private void refusePer() {
    Optional<Dimension> per = groups.per();
    if (per.isEmpty()
        || words.language() != Language.ENGLISH
        || groups.top().isPresent()
        || groups.dimensions().size() > 1
        || !groups.dimensions().contains(per.get())
        || per.get().grain() != null
        || per.get().part() != null
        || !figures.calculations().isEmpty()
        || !figures.having().isEmpty()
        || vocabulary.role(per.get().column()).role() != Role.IDENTIFIER
        || vocabulary.unique().contains(per.get().column())
        || measures.measures().size() != 1) {
      return;
    }
    Query.Measure measure = measures.measures().getFirst();
    if (measure.aggregate() == Aggregate.SUM || measure.aggregate() == Aggregate.COUNT_ROWS) {
      String average =
          measure.column() == null
              ? words.say("word.average-number-of") + " " + measures.rows()
              : words.say("word.average") + " " + measure.column();
      throw Reading.Stopped.choice(
          words.say("per-what", per.get().name()),
          List.of(groups.sayingBy(), average + " per " + per.get().name() + "?"));
    }
  }
}

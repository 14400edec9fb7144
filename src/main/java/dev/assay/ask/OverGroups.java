package dev.assay.ask;

import dev.assay.model.Query.Aggregate;
import dev.assay.model.Query.Comparison;
import dev.assay.model.Query.Dimension;
import dev.assay.model.Query.Filter;
import dev.assay.model.Query.Measure;
import dev.assay.semantic.NameWords;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Figures that are said of groups and not of rows: how many there are, the average over them. */
final class OverGroups {
  private final Words words;
  private final Vocabulary vocabulary;
  private final GroupReader groups;
  private final FilterReader filters;
  private final MeasureList measures;
  private final Figures figures;

  OverGroups(
      Words words,
      Vocabulary vocabulary,
      GroupReader groups,
      FilterReader filters,
      MeasureList measures,
      Figures figures) {
    this.words = words;
    this.vocabulary = vocabulary;
    this.groups = groups;
    this.filters = filters;
    this.measures = measures;
    this.figures = figures;
  }

  /** "how many customers ordered more than 3 times": the groups that are left. */
  void count(Dimension group) {
    String name = things(group);
    figures.summary(new Measure(name, Aggregate.COUNT_ROWS, null));
    figures.meaning(words.say("count-of-groups-meaning", name, phrase(group)));
    present(group);
  }

  /**
   * "average number of orders per day": the average of a figure over groups that have rows; whether
   * there is one kind of groups to take it over.
   */
  boolean average(Measure of) {
    Optional<Dimension> over = over();
    if (over.isEmpty() || groups.top().isPresent() || figures.computes()) {
      return false;
    }
    Dimension group = over.get();
    measures.include(of);
    String each = group.grain() == null ? NameWords.subject(group.column()) : group.name();
    figures.summary(new Measure("average_" + of.name() + "_per_" + each, Aggregate.AVG, of.name()));
    figures.summary(new Measure(things(group), Aggregate.COUNT_ROWS, null));
    if (group.grain() != null) {
      figures.summary(new Measure("first_" + group.name(), Aggregate.MIN, group.name()));
      figures.summary(new Measure("last_" + group.name(), Aggregate.MAX, group.name()));
    }
    figures.meaning(
        words.say(
            "average-of-groups-meaning",
            new Phrasing(words.language()).measure(of),
            phrase(group)));
    present(group);
    return true;
  }

  /** The one kind of groups that a figure may be an average over. */
  Optional<Dimension> over() {
    List<Dimension> dimensions = groups.dimensions();
    return dimensions.size() == 1 && dimensions.getFirst().part() == null
        ? Optional.of(dimensions.getFirst())
        : Optional.empty();
  }

  /** Whether "average … per" can only be a figure of each: it is said to be one, or of rows. */
  boolean saysEach() {
    return groups.each().isPresent() || words.language() != Language.ENGLISH;
  }

  private String phrase(Dimension group) {
    return new Phrasing(words.language()).dimension(group);
  }

  private String things(Dimension group) {
    return NameWords.plural(
        group.grain() != null
            ? group.grain().name().toLowerCase(Locale.ROOT)
            : NameWords.subject(group.column()));
  }

  /** Rows that belong to no group are none of its rows. */
  private void present(Dimension group) {
    if (vocabulary.role(group.column()).column().present() < vocabulary.rows()) {
      filters.add(new Filter(group.column(), Comparison.IS_NOT_NULL, List.of()), words.count());
    }
  }
}

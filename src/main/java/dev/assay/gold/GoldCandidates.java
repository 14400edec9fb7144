package dev.assay.gold;

import dev.assay.model.Grain;
import dev.assay.model.Query;
import dev.assay.model.Query.Aggregate;
import dev.assay.model.Query.Dimension;
import dev.assay.model.Query.Measure;
import dev.assay.model.SemanticModel;
import dev.assay.model.Source;
import dev.assay.semantic.ChosenColumns;
import dev.assay.semantic.ColumnRole;
import dev.assay.semantic.ColumnRole.Role;
import dev.assay.semantic.NameWords;
import dev.assay.semantic.TableFigures;
import dev.assay.sql.ValueKind;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Gold tables worth suggesting for a Silver table, best first, from the roles of its columns. */
final class GoldCandidates {
  /**
   * One candidate.
   *
   * @param rankedBy the measure by whose size its groups deserve a label, or null
   */
  record Candidate(
      String slug, String description, String businessQuestion, Query query, Ranked rankedBy) {}

  /** Which measure labels groups, and whether the groups are people. */
  record Ranked(String measure, boolean people) {}

  private static final int MOST_SUMS = 3;
  private static final int MOST_AVERAGES = 2;
  private static final int MOST_CATEGORIES = 5;
  private static final int MOST_PAIRED = 3;

  private final String table;
  private final SemanticModel model;
  private final TableFigures figures;
  private final ChosenColumns chosen;
  private final String rows;
  private final String rowCount;

  /**
   * @param model what the table is about
   */
  GoldCandidates(Source source, TableFigures figures, List<ColumnRole> roles, SemanticModel model) {
    Optional<String> time = model.timeColumn();
    String noun = model.rowNoun();
    this.model = model;
    this.table = source.silverTable();
    this.figures = figures;
    this.chosen = new ChosenColumns(figures, roles, time);
    this.rows = noun == null ? "rows" : NameWords.plural(noun);
    this.rowCount = (noun == null ? "row" : noun) + "_count";
  }

  List<Candidate> ranked() {
    List<Candidate> candidates = new ArrayList<>();
    Optional<ChosenColumns.Time> time = chosen.time();
    List<ColumnRole> categories = chosen.categories();
    time.ifPresent(t -> candidates.add(series(t)));
    categories.stream().limit(MOST_CATEGORIES).forEach(one -> candidates.add(rollup(List.of(one))));
    chosen.entity().ifPresent(entity -> candidates.add(entities(entity, time)));
    candidates.add(keyFigures(time));
    List<ColumnRole> paired = categories.subList(0, Math.min(MOST_PAIRED, categories.size()));
    time.ifPresent(t -> paired.forEach(one -> candidates.add(seriesBy(t, one))));
    for (int i = 0; i < paired.size(); i++) {
      for (int j = i + 1; j < paired.size(); j++) {
        if (paired.get(i).column().distinct() * paired.get(j).column().distinct() <= 1_000) {
          candidates.add(rollup(List.of(paired.get(i), paired.get(j))));
        }
      }
    }
    return candidates;
  }

  /** Where there is little else: groups by texts that repeat, though not often. */
  List<Candidate> loose() {
    return chosen.looseCategories().stream().map(text -> rollup(List.of(text))).toList();
  }

  /** Those that keep the groups of one column apart: over time, and overall. */
  List<Candidate> groupedBy(ColumnRole unit) {
    List<Candidate> candidates = new ArrayList<>();
    chosen.time().ifPresent(time -> candidates.add(seriesBy(time, unit)));
    candidates.add(rollup(List.of(unit)));
    return candidates;
  }

  private Candidate series(ChosenColumns.Time time) {
    String grain = word(time.grain());
    return new Candidate(
        lead() + "_by_" + grain,
        title(measures()) + " for each " + grain + " of " + time.column() + ".",
        "How does " + leadWords() + " develop from " + grain + " to " + grain + "?",
        query(List.of(time.dimension()), measures(), List.of(new Query.Order(grain, false))),
        null);
  }

  private Candidate seriesBy(ChosenColumns.Time time, ColumnRole category) {
    String grain = word(time.grain());
    return new Candidate(
        lead() + "_by_" + grain + "_and_" + NameWords.subject(category.name()),
        title(measures()) + " for each " + grain + " and " + category.name() + ".",
        "How does "
            + leadWords()
            + " of each "
            + category.name().replace('_', ' ').strip()
            + " develop from "
            + grain
            + " to "
            + grain
            + "?",
        query(
            List.of(time.dimension(), dimension(category)),
            measures(),
            List.of(new Query.Order(grain, false))),
        null);
  }

  private Candidate rollup(List<ColumnRole> by) {
    List<String> names = by.stream().map(ColumnRole::name).toList();
    String words = String.join(" and ", names);
    return new Candidate(
        lead() + "_by_" + String.join("_and_", names.stream().map(NameWords::subject).toList()),
        title(measures()) + " for each " + words + ".",
        questionOf(by),
        query(
            by.stream().map(GoldCandidates::dimension).toList(),
            measures(),
            List.of(new Query.Order(leadMeasure(), true))),
        null);
  }

  /**
   * What has a name may stand out; yes or no, years and numbers are only held against each other.
   */
  private String questionOf(List<ColumnRole> by) {
    String words =
        String.join(" and ", by.stream().map(one -> one.name().replace('_', ' ').strip()).toList());
    return by.size() == 1 && by.getFirst().column().kind() == ValueKind.TEXT
        ? "Which " + words + " stands out in " + leadWords() + "?"
        : "How does " + leadWords() + " differ by " + words + "?";
  }

  private Candidate keyFigures(Optional<ChosenColumns.Time> time) {
    List<Measure> measures = new ArrayList<>(measures());
    for (ColumnRole sum : sums()) {
      measures.add(new Measure("average_" + sum.name(), Aggregate.AVG, sum.name()));
    }
    chosen
        .entity()
        .ifPresent(entity ->
            measures.add(
                new Measure(
                    "unique_" + NameWords.plural(NameWords.subject(entity.name())),
                    Aggregate.COUNT_DISTINCT,
                    entity.name())));
    time.ifPresent(t -> {
      measures.add(new Measure("first_" + t.column(), Aggregate.MIN, t.column()));
      measures.add(new Measure("last_" + t.column(), Aggregate.MAX, t.column()));
    });
    return new Candidate(
        "key_figures",
        "One row of key figures over all " + rows + ": totals, averages and counts.",
        "What are the totals and averages overall?",
        query(List.of(), measures, List.of()),
        null);
  }

  private Candidate entities(ColumnRole entity, Optional<ChosenColumns.Time> time) {
    boolean people = NameWords.any(NameWords.of(entity.name()), NameWords.PEOPLE);
    String subject = NameWords.subject(entity.name());
    List<Measure> measures = new ArrayList<>();
    measures.add(new Measure(rowCount, Aggregate.COUNT_ROWS, null));
    String ranking = rowCount;
    for (Measure amount : amounts()) {
      String name =
          people && amount.column() != null ? "lifetime_" + amount.column() : amount.name();
      if (ranking.equals(rowCount)) {
        ranking = name;
      }
      measures.add(
          new Measure(
              name, amount.aggregate(), amount.column(), amount.formula(), amount.filters()));
    }
    time.ifPresent(t -> {
      measures.add(new Measure("first_" + t.column(), Aggregate.MIN, t.column()));
      measures.add(new Measure("last_" + t.column(), Aggregate.MAX, t.column()));
    });
    return new Candidate(
        subject + "_segments",
        "Each "
            + entity.name()
            + " with its "
            + String.join(", ", measures.stream().map(Measure::name).toList())
            + ", in segments by "
            + ranking
            + ".",
        "Which " + NameWords.plural(subject).replace('_', ' ') + " matter most?",
        query(List.of(dimension(entity)), measures, List.of(new Query.Order(ranking, true))),
        new Ranked(ranking, people));
  }

  private List<Measure> measures() {
    List<Measure> measures = new ArrayList<>();
    measures.add(new Measure(rowCount, Aggregate.COUNT_ROWS, null));
    measures.addAll(amounts());
    averages()
        .forEach(average ->
            measures.add(new Measure("average_" + average.name(), Aggregate.AVG, average.name())));
    return measures;
  }

  private List<ColumnRole> averages() {
    return chosen.measures(Role.AVERAGED).stream().limit(MOST_AVERAGES).toList();
  }

  private List<ColumnRole> sums() {
    return chosen.measures(Role.SUMMABLE).stream().limit(MOST_SUMS).toList();
  }

  private static String sumName(String column) {
    return NameWords.of(column).contains("total") ? "sum_of_" + column : "total_" + column;
  }

  /** Sums of columns and of what is computed for each row, the most telling first. */
  private List<Measure> amounts() {
    List<Measure> amounts = new ArrayList<>();
    sums().forEach(sum -> amounts.add(new Measure(sumName(sum.name()), Aggregate.SUM, sum.name())));
    amounts.addAll(
        ModelRoles.computedLeads(model) ? 0 : amounts.size(), ModelRoles.computed(model));
    return amounts.subList(0, Math.min(MOST_SUMS, amounts.size()));
  }

  /** What a table is called after: its first sum, else its first average, else its rows. */
  private String lead() {
    if (!amounts().isEmpty()) {
      return NameWords.subject(leadSubject());
    }
    return averages().isEmpty() ? rows : leadMeasure();
  }

  private String leadSubject() {
    Measure lead = amounts().getFirst();
    return lead.column() == null ? lead.name().replaceFirst("^total_", "") : lead.column();
  }

  /** What is asked for is what tables are sorted by, and what charts of them show. */
  private String leadWords() {
    if (!amounts().isEmpty()) {
      return leadSubject().replace('_', ' ');
    }
    return averages().isEmpty()
        ? "the number of " + rows.replace('_', ' ')
        : leadMeasure().replace('_', ' ');
  }

  /** The first measure that is no count, if there is one. */
  private String leadMeasure() {
    List<Measure> measures = measures();
    return measures.get(measures.size() > 1 ? 1 : 0).name();
  }

  private Query query(List<Dimension> by, List<Measure> measures, List<Query.Order> order) {
    List<Measure> distinctNames = new ArrayList<>();
    for (Measure measure : measures) {
      String name = measure.name();
      boolean taken =
          by.stream().anyMatch(d -> d.name().equalsIgnoreCase(name))
              || distinctNames.stream().anyMatch(m -> m.name().equalsIgnoreCase(name));
      if (!taken) {
        distinctNames.add(measure);
      }
    }
    return new Query(table, by, distinctNames, List.of(), order, null, null);
  }

  private static Dimension dimension(ColumnRole role) {
    return new Dimension(role.name(), role.name(), null);
  }

  private String title(List<Measure> measures) {
    String names =
        String.join(
            ", ",
            measures.stream()
                .map(m -> m.name().equals(rowCount) ? "number of " + rows : m.name())
                .map(name -> name.replace('_', ' '))
                .toList());
    return names.substring(0, 1).toUpperCase(Locale.ROOT) + names.substring(1);
  }

  private static String word(Grain grain) {
    return grain.name().toLowerCase(Locale.ROOT);
  }
}

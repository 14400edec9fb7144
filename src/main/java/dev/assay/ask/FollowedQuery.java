package dev.assay.ask;

import dev.assay.model.Calculation;
import dev.assay.model.Query;
import dev.assay.model.Query.Dimension;
import dev.assay.model.Query.Filter;
import dev.assay.model.Query.Measure;
import dev.assay.model.Query.Order;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** The earlier typed query with the parts that a question names in their place, or added to it. */
final class FollowedQuery {
  private final Query old;
  private final QuestionParts parts;
  private final Words words;
  private final Optional<TopReader.Top> bareTop;
  private final boolean newMeasures;
  private final boolean newGroups;
  private final boolean ranks;
  private final boolean narrows;
  private final List<Dimension> dimensions;
  private List<Measure> measures;
  private List<Calculation> calculations;
  private List<Filter> having;

  /**
   * @param bareTop "top 5" of the earlier groups
   */
  FollowedQuery(Query old, QuestionParts parts, Optional<TopReader.Top> bareTop) {
    this.old = old;
    this.parts = parts;
    this.words = parts.words;
    this.bareTop = bareTop;
    this.newMeasures = !parts.measures.measures().isEmpty();
    this.newGroups = !parts.groups.dimensions().isEmpty();
    this.ranks =
        parts
            .groups
            .top()
            .filter(place -> place.rank() > 0 || !parts.groups.within().isEmpty())
            .isPresent();
    this.narrows = newMeasures && !ranks && isConditionOnly();
    this.dimensions = dimensions();
    this.measures = newMeasures ? List.copyOf(parts.measures.measures()) : old.measures();
  }

  Reading reading() {
    refuse();
    if (parts.wanted.any() || ranks || parts.figures.computes()) {
      compute();
    } else {
      calculations = newMeasures ? List.of() : kept();
      having = newMeasures ? List.of() : old.having();
    }
    Optional<Calculation.Rank> oldRank = bareTop.flatMap(_ -> rank());
    List<String> within = oldRank.map(Calculation.Rank::within).orElse(parts.groups.within());
    oldRank.ifPresent(this::rankAgain);
    List<String> interpretation = new ArrayList<>(parts.interpretation());
    List<Filter> filters = new ArrayList<>(keptFilters());
    said(filters).ifPresent(interpretation::add);
    filters.addAll(parts.allFilters());
    Optional<TopReader.Top> top = bareTop.or(parts.groups::top);
    boolean inEach = oldRank.isPresent() && !within.isEmpty();
    Integer limit = ranks || inEach ? null : top.map(TopReader.Top::limit).orElse(old.limit());
    Query query =
        OneQuestion.query(
            old.table(), dimensions, measures, calculations, filters, having, List.of(), limit);
    return new Reading.Understood(
        ordered(query, top, within).withSummary(parts.figures.summary()),
        interpretation,
        parts.warnings(),
        words,
        parts.period());
  }

  private void refuse() {
    if (!old.summary().isEmpty()) {
      throw Reading.Stopped.unclear(words.say("follow-summary"));
    }
    if (!parts.periods.all().isEmpty()
        && old.measures().stream().anyMatch(measure -> !measure.filters().isEmpty())) {
      throw Reading.Stopped.unclear(words.say("follow-compares"));
    }
  }

  /** Whether new groups are said to come beside the earlier ones. */
  private boolean added() {
    return words
        .question()
        .toLowerCase(Locale.ROOT)
        .matches(".*\\b(too|also|as well|também|tambem|también|tambien)\\b.*");
  }

  private List<Dimension> dimensions() {
    List<Dimension> all = new ArrayList<>();
    // A figure over groups is one over those that it names.
    if (parts.figures.summary().isEmpty() && (!newGroups || added())) {
      all.addAll(old.dimensions());
    }
    parts.groups.dimensions().stream()
        .filter(d -> all.stream().noneMatch(o -> o.name().equals(d.name())))
        .forEach(all::add);
    return all;
  }

  /** What is computed over the groups, which may be those of before. */
  private void compute() {
    if (narrows) {
      parts.measures.clear();
    }
    if (narrows || !newMeasures) {
      old.measures().forEach(parts.measures::include);
    }
    if (narrows) {
      measures.forEach(parts.measures::include);
    }
    parts.groups.seed(dimensions);
    parts.resolve();
    measures = parts.measures.measures();
    calculations = new ArrayList<>(narrows ? kept() : List.of());
    calculations.addAll(parts.figures.calculations());
    having = new ArrayList<>(parts.figures.having());
    if (narrows) {
      old.having().stream()
          .filter(one -> parts.figures.having().stream().noneMatch(o -> isOf(o, one.column())))
          .forEach(having::add);
    }
  }

  private Optional<Calculation.Rank> rank() {
    return calculations.stream()
        .filter(Calculation.Rank.class::isInstance)
        .map(Calculation.Rank.class::cast)
        .findFirst();
  }

  /** "top 5" after "top 2 in each" is the top 5 in each, not the first five of those two. */
  private void rankAgain(Calculation.Rank rank) {
    TopReader.Top top = bareTop.orElseThrow();
    String name = rank.name();
    calculations =
        new ArrayList<>(calculations.stream().filter(c -> !c.name().equals(name)).toList());
    having = new ArrayList<>(having.stream().filter(f -> !f.column().equals(name)).toList());
    if (!rank.within().isEmpty()) {
      calculations.add(
          new Calculation.Rank(name, rank.measure(), top.descending(), List.copyOf(rank.within())));
      having.add(
          new Filter(name, Query.Comparison.LESS_OR_EQUAL, List.of(Integer.toString(top.limit()))));
    }
  }

  /** The earlier conditions on columns that no new one is on. */
  private List<Filter> keptFilters() {
    Set<String> replaced = new TreeSet<>();
    parts.allFilters().forEach(filter -> replaced.add(filter.column()));
    return old.filters().stream().filter(filter -> !replaced.contains(filter.column())).toList();
  }

  /** Whether groups are chosen by an amount, and nothing else of them is asked for. */
  private boolean isConditionOnly() {
    return parts.figures.summary().isEmpty()
        && parts.figures.calculations().isEmpty()
        && parts.measures.measures().stream()
            .allMatch(m -> parts.figures.having().stream().anyMatch(f -> isOf(f, m.name())));
  }

  private static boolean isOf(Filter condition, String name) {
    return name.equals(condition.column());
  }

  /** The earlier calculations, as far as the groups that they run along are still there. */
  private List<Calculation> kept() {
    for (Calculation calculation : old.calculations()) {
      List<String> needed =
          switch (calculation) {
            case Calculation.RunningTotal c -> List.of(c.along());
            case Calculation.MovingAverage c -> List.of(c.along());
            case Calculation.Earlier c -> List.of(c.along());
            case Calculation.Share c -> c.within();
            case Calculation.Rank c -> c.within();
            case Calculation.Formula _, Calculation.Neighbour _ -> List.of();
          };
      for (String name : needed) {
        if (dimensions.stream().noneMatch(d -> d.name().equals(name))) {
          throw Reading.Stopped.unclear(words.say("follow-along", name));
        }
      }
    }
    return old.calculations();
  }

  /** What is kept of the earlier question. */
  private Optional<String> said(List<Filter> filters) {
    Phrasing phrasing = new Phrasing(words.language());
    List<String> kept = new ArrayList<>();
    if (!newMeasures || narrows) {
      old.measures().forEach(measure -> kept.add(phrasing.measure(measure)));
    }
    if (!newGroups || added()) {
      old.dimensions().forEach(d -> kept.add(words.say("word.by") + " " + phrasing.dimension(d)));
    }
    filters.forEach(filter -> kept.add(phrasing.filter(filter)));
    return kept.isEmpty()
        ? Optional.empty()
        : Optional.of(words.say("kept", String.join(", ", kept)));
  }

  private Query ordered(Query query, Optional<TopReader.Top> top, List<String> within) {
    List<Order> order = new ArrayList<>();
    boolean sameSort =
        !old.orderBy().isEmpty() && query.outputs().contains(old.orderBy().getFirst().name());
    Optional<Dimension> period =
        query.dimensions().stream().filter(d -> d.grain() != null || d.part() != null).findFirst();
    String figure = figure(query);
    if (query.dimensions().isEmpty()) {
      return query;
    }
    if (top.isPresent()) {
      within.forEach(name -> order.add(new Order(name, false)));
      order.add(new Order(figure, top.get().descending()));
    } else if (period.isPresent() && query.limit() == null) {
      order.add(new Order(period.get().name(), false));
    } else if (sameSort) {
      order.addAll(old.orderBy());
    } else {
      order.add(new Order(figure, true));
    }
    return OneQuestion.query(
        query.table(),
        query.dimensions(),
        query.measures(),
        query.calculations(),
        query.filters(),
        query.having(),
        order,
        query.limit());
  }

  /** What the largest is the largest by. */
  private static String figure(Query query) {
    if (query.calculations().isEmpty()) {
      return query.measures().getFirst().name();
    }
    return query.calculations().getLast() instanceof Calculation.Rank rank
        ? rank.measure()
        : query.calculations().getLast().name();
  }
}

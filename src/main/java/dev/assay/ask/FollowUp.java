package dev.assay.ask;

import dev.assay.model.AskRequest;
import dev.assay.model.Calculation;
import dev.assay.model.Query;
import dev.assay.model.Query.Dimension;
import dev.assay.model.Query.Filter;
import dev.assay.model.Query.Measure;
import dev.assay.model.Query.Order;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.IntStream;

/**
 * Reads what only makes sense after an earlier question, such as "and by region?": the earlier
 * typed query with the part that is named replaced or added.
 */
final class FollowUp implements Interpreter {
  private static final String LEAD =
      "and|what|how|about|but|now|only|just|so|then|ok|same|also|again|instead|too|please";

  @Override
  public Optional<Reading> read(Asked asked) {
    AskRequest.Context context = asked.request().context();
    if (context == null
        || context.query() == null
        || context.query().listsRows()
        || asked.question() == null
        || !context.query().table().equals(asked.vocabulary().table())
        || !knows(asked.vocabulary(), context.query())) {
      return Optional.empty();
    }
    Words words = new Words(asked.question(), new KnownWords(asked.vocabulary()));
    boolean begins = begins(words);
    try {
      useLead(words);
      Optional<TopReader.Top> top = bareTop(words);
      QuestionParts parts = new OneQuestion(asked.vocabulary(), asked.today()).parts(words);
      if (begins && namesRowsOnly(parts)) {
        parts.measures.clear();
      }
      boolean own = !parts.measures.measures().isEmpty();
      boolean nothing =
          !own
              && parts.groups.dimensions().isEmpty()
              && parts.filters.filters().isEmpty()
              && parts.periods.all().isEmpty()
              && top.isEmpty()
              && !parts.wanted.any();
      if (begins && !parts.leftovers().unused().isEmpty()) {
        return Optional.of(new Reading.NotUnderstood(parts.leftovers().sentence()));
      }
      if (own && !begins || nothing || !parts.leftovers().unused().isEmpty()) {
        return Optional.empty();
      }
      return Optional.of(merged(context.query(), parts, top));
    } catch (Reading.Stopped stopped) {
      return begins ? Optional.of(stopped.reading()) : Optional.empty();
    }
  }

  /** A query over several tables is followed where their columns are known, too. */
  private static boolean knows(Vocabulary vocabulary, Query query) {
    Set<String> names = new TreeSet<>();
    vocabulary.columns().forEach(column -> names.add(column.name()));
    return query.joins().isEmpty()
        || query.dimensions().stream().allMatch(d -> names.contains(d.column()))
            && query.filters().stream().allMatch(f -> names.contains(f.column()))
            && query.measures().stream().allMatch(m -> names.containsAll(m.columns()));
  }

  /** Whether a question begins as one does that follows another. */
  static boolean begins(Words words) {
    if (words.count() == 0) {
      return false;
    }
    String first = words.get(0).lower();
    return first.matches("and|only|but|also|instead")
        || first.matches("what|how") && words.count() > 1 && words.get(1).lower().equals("about");
  }

  /** "only for paid orders" names rows, and does not ask to count them. */
  private static boolean namesRowsOnly(QuestionParts parts) {
    boolean counts =
        IntStream.range(0, parts.words.count())
            .anyMatch(i -> parts.words.get(i).lower().matches("many|number|count|headcount"));
    return !counts
        && parts.measures.measures().size() == 1
        && parts.measures.measures().getFirst().aggregate() == Query.Aggregate.COUNT_ROWS
        && !(parts.filters.filters().isEmpty() && parts.periods.all().isEmpty());
  }

  private static void useLead(Words words) {
    for (int i = 0; words.at(i, LEAD) && !words.at(i, "how", "many|much"); i++) {
      words.use(i, 1);
    }
    for (int i = words.count() - 1; words.at(i, "instead|please|then|only|now|too|also"); i--) {
      words.use(i, 1);
    }
  }

  /** "top 5" alone: the earlier groups, fewer of them. */
  private static Optional<TopReader.Top> bareTop(Words words) {
    for (int i = 0; i + 1 < words.count(); i++) {
      boolean most = words.at(i, TopReader.MOST);
      boolean last = i + 2 >= words.count();
      if (last
          && (most || words.at(i, TopReader.LEAST))
          && words.free(i + 1)
          && words.get(i + 1).text().matches("[1-9]\\d{0,3}")) {
        int limit = Integer.parseInt(words.get(i + 1).text());
        words.use(i, 2);
        return Optional.of(new TopReader.Top(limit, most, 0));
      }
    }
    return Optional.empty();
  }

  private static Reading merged(Query old, QuestionParts parts, Optional<TopReader.Top> top) {
    Words words = parts.words;
    if (!old.summary().isEmpty()) {
      throw Reading.Stopped.unclear(words.say("follow-summary"));
    }
    boolean newMeasures = !parts.measures.measures().isEmpty();
    boolean newGroups = !parts.groups.dimensions().isEmpty();
    boolean added =
        words
            .question()
            .toLowerCase(java.util.Locale.ROOT)
            .matches(".*\\b(too|also|as well|também|tambem|también|tambien)\\b.*");
    if (!parts.periods.all().isEmpty()
        && old.measures().stream().anyMatch(measure -> !measure.filters().isEmpty())) {
      throw Reading.Stopped.unclear(words.say("follow-compares"));
    }
    List<String> interpretation = new ArrayList<>(parts.interpretation());
    List<Dimension> dimensions = new ArrayList<>();
    boolean summed = !parts.figures.summary().isEmpty();
    // A figure over groups is one over those that it names.
    if (!summed && (!newGroups || added)) {
      dimensions.addAll(old.dimensions());
    }
    parts.groups.dimensions().stream()
        .filter(d -> dimensions.stream().noneMatch(o -> o.name().equals(d.name())))
        .forEach(dimensions::add);
    List<Measure> measures = newMeasures ? List.copyOf(parts.measures.measures()) : old.measures();
    List<Calculation> calculations;
    List<Filter> having;
    boolean ranks =
        parts
            .groups
            .top()
            .filter(place -> place.rank() > 0 || !parts.groups.within().isEmpty())
            .isPresent();
    boolean narrows = newMeasures && !ranks && isConditionOnly(parts);
    if (parts.wanted.any() || ranks || parts.figures.computes()) {
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
      calculations = new ArrayList<>(narrows ? kept(old, dimensions, words) : List.of());
      calculations.addAll(parts.figures.calculations());
      having = new ArrayList<>(parts.figures.having());
      if (narrows) {
        old.having().stream()
            .filter(one -> parts.figures.having().stream().noneMatch(o -> isOf(o, one.column())))
            .forEach(having::add);
      }
      interpretation = new ArrayList<>(parts.interpretation());
    } else {
      calculations = newMeasures ? List.of() : kept(old, dimensions, words);
      having = newMeasures ? List.of() : old.having();
    }
    Optional<Calculation.Rank> oldRank = top.isPresent() ? rank(calculations) : Optional.empty();
    List<String> within = oldRank.map(Calculation.Rank::within).orElse(parts.groups.within());
    if (oldRank.isPresent()) {
      // "top 5" after "top 2 in each" is the top 5 in each, not the first five of those two.
      String name = oldRank.get().name();
      calculations = calculations.stream().filter(c -> !c.name().equals(name)).toList();
      having = having.stream().filter(f -> !f.column().equals(name)).toList();
      if (!within.isEmpty()) {
        Calculation.Rank again =
            new Calculation.Rank(
                name, oldRank.get().measure(), top.get().descending(), List.copyOf(within));
        calculations = joined(calculations, again);
        having =
            joined(
                having,
                new Filter(
                    name,
                    Query.Comparison.LESS_OR_EQUAL,
                    List.of(Integer.toString(top.get().limit()))));
      }
    }
    boolean inEach = oldRank.isPresent() && !within.isEmpty();
    List<Filter> filters = new ArrayList<>();
    Set<String> replaced = new TreeSet<>();
    parts.allFilters().forEach(filter -> replaced.add(filter.column()));
    old.filters().stream()
        .filter(filter -> !replaced.contains(filter.column()))
        .forEach(filters::add);
    keptParts(old, newMeasures && !narrows, newGroups && !added, List.copyOf(filters), parts)
        .ifPresent(interpretation::add);
    filters.addAll(parts.allFilters());
    Integer limit =
        ranks || inEach
            ? null
            : top.or(parts.groups::top).map(TopReader.Top::limit).orElse(old.limit());
    Query query =
        OneQuestion.query(
            old.table(), dimensions, measures, calculations, filters, having, List.of(), limit);
    return new Reading.Understood(
        ordered(query, old, top.or(parts.groups::top), within).withSummary(parts.figures.summary()),
        interpretation,
        parts.warnings(),
        words,
        parts.period());
  }

  private static <T> List<T> joined(List<T> some, T last) {
    List<T> all = new ArrayList<>(some);
    all.add(last);
    return List.copyOf(all);
  }

  private static Optional<Calculation.Rank> rank(List<Calculation> calculations) {
    return calculations.stream()
        .filter(Calculation.Rank.class::isInstance)
        .map(Calculation.Rank.class::cast)
        .findFirst();
  }

  /** Whether groups are chosen by an amount, and nothing else of them is asked for. */
  private static boolean isConditionOnly(QuestionParts parts) {
    return parts.figures.summary().isEmpty()
        && parts.figures.calculations().isEmpty()
        && parts.measures.measures().stream()
            .allMatch(m -> parts.figures.having().stream().anyMatch(f -> isOf(f, m.name())));
  }

  private static boolean isOf(Filter condition, String name) {
    return name.equals(condition.column());
  }

  /** The earlier calculations, as far as the groups that they run along are still there. */
  private static List<Calculation> kept(Query old, List<Dimension> dimensions, Words words) {
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

  private static Optional<String> keptParts(
      Query old,
      boolean newMeasures,
      boolean newGroups,
      List<Filter> filters,
      QuestionParts parts) {
    Phrasing phrasing = new Phrasing(parts.words.language());
    List<String> kept = new ArrayList<>();
    if (!newMeasures) {
      old.measures().forEach(measure -> kept.add(phrasing.measure(measure)));
    }
    if (!newGroups) {
      old.dimensions()
          .forEach(d -> kept.add(parts.words.say("word.by") + " " + phrasing.dimension(d)));
    }
    filters.forEach(filter -> kept.add(phrasing.filter(filter)));
    return kept.isEmpty()
        ? Optional.empty()
        : Optional.of(parts.words.say("kept", String.join(", ", kept)));
  }

  private static Query ordered(
      Query query, Query old, Optional<TopReader.Top> top, List<String> within) {
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

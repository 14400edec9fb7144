package dev.assay.ask;

import dev.assay.semantic.ColumnRole;
import dev.assay.semantic.ColumnRole.Role;
import dev.assay.gold.Wording;
import dev.assay.model.Query;
import dev.assay.model.Query.Comparison;
import dev.assay.model.Query.Dimension;
import dev.assay.model.Query.Filter;
import dev.assay.model.Query.Measure;
import dev.assay.model.Query.Order;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Reads one question over one table. */
final class OneQuestion {
  private final Vocabulary vocabulary;
  private final LocalDate today;

  OneQuestion(Vocabulary vocabulary, LocalDate today) {
    this.vocabulary = vocabulary;
    this.today = today;
  }

  Reading read(String question) {
    Words words = new Words(question);
    try {
      return understood(words);
    } catch (Reading.Stopped stopped) {
      return stopped.reading();
    }
  }

  private Reading understood(Words words) {
    Lexicon lexicon = new Lexicon(words, vocabulary.index());
    TimeColumn time = new TimeColumn(words, vocabulary);
    GroupReader groups = new GroupReader(words, lexicon, vocabulary, time);
    FilterReader filters = new FilterReader(words, lexicon, vocabulary);

    useSource(words);
    time.choose();
    groups.counted();
    filters.named();
    LocalDate[] span = time.span().orElse(new LocalDate[2]);
    Optional<Period> period = new TimePhrases(words, today, span[0], span[1]).read();
    String periodColumn = period.map(p -> periodColumn(p, time)).orElse(null);
    groups.superlative();
    refuseGroupFilter(words, filters);
    groups.named();
    MeasureReader measures = new MeasureReader(words, lexicon, vocabulary, groups);
    measures.read();
    filters.bare();
    if (groups.ranked() && groups.dimensions().isEmpty()) {
      groups.bare();
    }
    if (measures.measures().isEmpty()) {
      needMeasure(words, groups, filters);
    }
    new Leftovers(words, vocabulary, groups, periodColumn).refuse();

    List<Filter> all = new ArrayList<>(filters.filters());
    List<String> interpretation = new ArrayList<>(measures.interpretation());
    groups.dimensions().forEach(d -> interpretation.add("by " + Wording.dimension(d)));
    filters.filters().forEach(filter -> interpretation.add(Wording.filter(filter)));
    if (period.isPresent()) {
      Filter filter = filter(period.get(), periodColumn);
      all.add(filter);
      Period p = period.get();
      String phrase =
          words
              .question()
              .substring(words.get(p.at()).start(), words.get(p.at() + p.words() - 1).end());
      interpretation.add(phrase + " = " + Wording.filter(filter));
    }
    groups
        .top()
        .ifPresent(
            t -> interpretation.add((t.descending() ? "largest " : "smallest ") + t.limit()));
    interpretation.addAll(groups.interpretation());

    Query query =
        new Query(
            vocabulary.table(),
            groups.dimensions(),
            measures.measures(),
            all,
            order(groups, measures.measures()),
            groups.top().map(GroupReader.Top::limit).orElse(null),
            null);
    List<String> warnings = new ArrayList<>(measures.warnings());
    for (Filter filter : all) {
      if (filter.comparison() == Comparison.NOT_EQUAL) {
        warnings.add("Rows whose " + filter.column() + " is missing are left out as well.");
      }
    }
    return new Reading.Understood(query, interpretation, warnings, words, period.orElse(null));
  }

  /** The name of the source says which table is asked; it carries no more than that. */
  private void useSource(Words words) {
    String id = vocabulary.source().id().toLowerCase(Locale.ROOT);
    for (int i = 0; i < words.count(); i++) {
      boolean last = i == words.count() - 1 && words.at(i - 1, "in|from|of");
      if (words.at(i, id) && (last || vocabulary.rowNoun().isEmpty())) {
        words.use(i, 1);
      }
    }
  }

  private String periodColumn(Period period, TimeColumn time) {
    if (time.exists()) {
      return time.at(period.at());
    }
    List<ColumnRole> years = vocabulary.with(Role.YEAR);
    boolean wholeYears =
        (period.from() == null || period.from().getDayOfYear() == 1)
            && (period.to() == null || period.to().getDayOfYear() == 1);
    if (years.size() == 1 && wholeYears) {
      return years.getFirst().name();
    }
    throw Reading.Stopped.unclear(
        vocabulary.table() + " has no column with dates, so it cannot be asked about a period.");
  }

  private Filter filter(Period period, String column) {
    boolean year = vocabulary.role(column).role() == Role.YEAR;
    String from = period.from() == null ? null : text(period.from(), year);
    String to = period.to() == null ? null : text(period.to(), year);
    if (from == null) {
      return new Filter(column, Comparison.LESS, List.of(to));
    }
    return to == null
        ? new Filter(column, Comparison.GREATER_OR_EQUAL, List.of(from))
        : new Filter(column, Comparison.FROM_TO, List.of(from, to));
  }

  private static String text(LocalDate day, boolean year) {
    return year ? Integer.toString(day.getYear()) : day.toString();
  }

  /** "which customers spent over 1000" is about totals, and a filter on rows would be wrong. */
  private void refuseGroupFilter(Words words, FilterReader filters) {
    boolean onAmount =
        filters.filters().stream().anyMatch(f -> vocabulary.role(f.column()).isMeasure());
    boolean which = words.at(0, "which|who") || words.at(0, "how", "many");
    boolean row =
        java.util.stream.IntStream.range(0, words.count())
            .anyMatch(i -> vocabulary.rowNoun().filter(words.get(i).stem()::equals).isPresent());
    if (onAmount && which && !row) {
      throw Reading.Stopped.unclear(
          "Groups cannot be chosen by their total yet. Ask for the largest, such as 'top 10 … by …', or name the"
              + " rows: 'orders with amount over 100'.");
    }
  }

  private void needMeasure(Words words, GroupReader groups, FilterReader filters) {
    List<ColumnRole> amounts = vocabulary.with(Role.SUMMABLE);
    if (groups.top().isPresent()) {
      List<String> choices = new ArrayList<>();
      amounts.forEach(amount -> choices.add(words.followedBy("by " + amount.name())));
      choices.add(words.followedBy("by number of rows"));
      throw Reading.Stopped.choice("Largest or smallest by what?", choices);
    }
    for (int i = 0; i < words.count(); i++) {
      if (words.at(i, "how", "much") && !amounts.isEmpty()) {
        int at = i;
        throw Reading.Stopped.choice(
            "How much of what?",
            amounts.stream()
                .map(amount -> words.replaced(at, 2, "how much " + amount.name()))
                .toList());
      }
    }
    boolean nothing = groups.dimensions().isEmpty() && filters.filters().isEmpty();
    Leftovers leftovers = new Leftovers(words, vocabulary, groups, null);
    throw Reading.Stopped.unclear(
        leftovers.sentence()
            + (nothing ? "" : "The question does not say what to compute. ")
            + "Try "
            + leftovers.examples()
            + ".");
  }

  private List<Order> order(GroupReader groups, List<Measure> measures) {
    if (groups.dimensions().isEmpty()) {
      return List.of();
    }
    if (groups.top().isPresent()) {
      return List.of(new Order(measures.getFirst().name(), groups.top().get().descending()));
    }
    Optional<Dimension> period =
        groups.dimensions().stream()
            .filter(d -> d.grain() != null || vocabulary.role(d.column()).role() == Role.YEAR)
            .findFirst();
    return period
        .map(d -> List.of(new Order(d.name(), false)))
        .orElseGet(() -> List.of(new Order(measures.getFirst().name(), true)));
  }
}

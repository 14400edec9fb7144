package dev.assay.ask;

import dev.assay.gold.Wording;
import dev.assay.model.Calculation;
import dev.assay.model.Query;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** What a typed query computes, all of it, in words for people to agree with. */
final class Meaning {
  private Meaning() {}

  static List<String> of(Query query) {
    List<String> meaning = new ArrayList<>();
    for (Query.Measure measure : query.measures()) {
      meaning.add(measure.name() + " = " + measure(measure));
    }
    if (query.listsRows()) {
      meaning.add("single rows, with " + names(query.dimensions()));
    } else {
      query.dimensions().forEach(dimension -> meaning.add("by " + dimension(dimension)));
    }
    query.joins().forEach(join -> meaning.add(join(join)));
    query.calculations().forEach(one -> meaning.add(one.name() + " = " + calculation(one)));
    query.filters().forEach(filter -> meaning.add(filter(filter)));
    query.having().forEach(filter -> meaning.add("only groups whose " + filter(filter)));
    order(query, meaning);
    return List.copyOf(meaning);
  }

  private static String names(List<Query.Dimension> dimensions) {
    return String.join(", ", dimensions.stream().map(Meaning::dimension).toList());
  }

  private static String measure(Query.Measure measure) {
    String of =
        measure.formula() == null
            ? Wording.aggregate(measure.aggregate(), measure.column())
            : Wording.aggregate(measure.aggregate(), "(" + measure.formula() + ")");
    return measure.filters().isEmpty() ? of : of + " where " + all(measure.filters());
  }

  private static String all(List<Query.Filter> filters) {
    return String.join(" and ", filters.stream().map(Meaning::filter).toList());
  }

  private static String dimension(Query.Dimension dimension) {
    return dimension.part() == null
        ? Wording.dimension(dimension)
        : words(dimension.part()) + " of " + dimension.column();
  }

  private static String filter(Query.Filter filter) {
    return filter.part() == null
        ? Wording.filter(filter)
        : words(filter.part()) + " of " + Wording.filter(filter);
  }

  private static String join(Query.Join join) {
    List<String> columns =
        join.columns().stream()
            .map(column ->
                column.name()
                    + " = "
                    + (column.aggregate() == null
                        ? column.column()
                        : Wording.aggregate(column.aggregate(), column.column())))
            .toList();
    List<String> matching =
        join.matching().stream().map(match -> match.column() + " = " + match.other()).toList();
    return String.join(", ", columns)
        + " of "
        + join.table()
        + " where "
        + String.join(" and ", matching);
  }

  private static String calculation(Calculation calculation) {
    return switch (calculation) {
      case Calculation.Formula(_, String formula) -> formula;
      case Calculation.Share(_, String measure, List<String> within) ->
          "share of "
              + measure
              + (within.isEmpty() ? " in its total" : " within " + String.join(", ", within));
      case Calculation.RunningTotal(_, String measure, String along) ->
          "running total of " + measure + " along " + along;
      case Calculation.MovingAverage(_, String measure, String along, int periods) ->
          "average of " + measure + " over " + periods + " periods of " + along;
      case Calculation.Earlier(_, String measure, String along, int back, var unit) ->
          measure + " " + back + " " + words(unit) + " earlier along " + along;
      case Calculation.Rank(_, String measure, boolean descending) ->
          "rank by " + measure + (descending ? ", the largest first" : ", the smallest first");
      case Calculation.Neighbour(_, String of, int offset) ->
          of + " " + Math.abs(offset) + (offset < 0 ? " rows before" : " rows after");
    };
  }

  private static void order(Query query, List<String> meaning) {
    List<String> order =
        query.orderBy().stream()
            .map(term -> term.name() + (term.descending() ? " from the largest" : ""))
            .toList();
    if (query.limit() != null) {
      meaning.add(
          "the first "
              + query.limit()
              + (order.isEmpty() ? "" : " by " + String.join(", ", order)));
    } else if (!order.isEmpty()) {
      meaning.add("ordered by " + String.join(", ", order));
    }
  }

  private static String words(Enum<?> word) {
    return word.name().toLowerCase(Locale.ROOT).replace('_', ' ');
  }
}

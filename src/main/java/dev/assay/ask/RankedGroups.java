package dev.assay.ask;

import dev.assay.model.Calculation;
import dev.assay.model.Query.Comparison;
import dev.assay.model.Query.Dimension;
import dev.assay.model.Query.Filter;
import dev.assay.model.Query.Order;
import dev.assay.semantic.ColumnRole.Role;
import java.util.ArrayList;
import java.util.List;

/**
 * The largest or smallest groups that a question wants: which are left out, how they are sorted.
 */
final class RankedGroups {
  private final Words words;
  private final Vocabulary vocabulary;
  private final GroupReader groups;
  private final FilterReader filters;
  private final MeasureList measures;
  private final Figures figures;
  private final List<Filter> present = new ArrayList<>();

  RankedGroups(
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

  /** The conditions by which groups without a name are left out. */
  List<Filter> present() {
    return present;
  }

  /** Leaves out those without a name, and ranks the others where that is asked for. */
  void resolve() {
    if (groups.top().isEmpty()) {
      return;
    }
    leaveOutUnnamed();
    TopReader.Top top = groups.top().get();
    if (top.rank() > 0 || !groups.within().isEmpty()) {
      Calculation.Rank rank =
          new Calculation.Rank("rank", figure(), top.descending(), groups.within());
      figures.add(rank);
      figures.having(
          top.rank() > 0
              ? OneQuestion.rankIs(rank, top.rank())
              : new Filter(
                  rank.name(), Comparison.LESS_OR_EQUAL, List.of(Integer.toString(top.limit()))));
    }
  }

  /** How many groups are wanted, or null for all, and where ranks choose them. */
  Integer limit() {
    return groups
        .top()
        .filter(top -> top.rank() == 0 && groups.within().isEmpty())
        .map(TopReader.Top::limit)
        .orElse(null);
  }

  /** What the largest is the largest by. */
  private String figure() {
    return figures.ordered() == null ? OneQuestion.first(measures.measures()) : figures.ordered();
  }

  /** Rows that name nobody are not who has the most or the fewest. */
  private void leaveOutUnnamed() {
    for (Dimension dimension : groups.dimensions()) {
      var column = vocabulary.role(dimension.column()).column();
      long missing = vocabulary.rows() - column.present();
      // Few rows are the fewest, and more than most groups have may be the most.
      boolean some =
          missing > 0
              && (!groups.top().orElseThrow().descending()
                  || !measures.addUp()
                  || missing * column.distinct() > column.present());
      boolean filtered =
          filters.filters().stream().anyMatch(f -> f.column().equals(dimension.column()));
      if (some && !filtered && !groups.within().contains(dimension.name())) {
        present.add(new Filter(dimension.column(), Comparison.IS_NOT_NULL, List.of()));
        figures.warn(words.say("missing-left-out", dimension.column()));
      }
    }
  }

  /** How groups are sorted. */
  List<Order> order() {
    if (groups.dimensions().isEmpty()) {
      return List.of();
    }
    if (groups.top().isPresent()) {
      List<Order> order = new ArrayList<>();
      groups.within().forEach(name -> order.add(new Order(name, false)));
      order.add(new Order(figure(), groups.top().get().descending()));
      return order;
    }
    return groups.dimensions().stream()
        .filter(d ->
            d.grain() != null
                || d.part() != null
                || vocabulary.role(d.column()).role() == Role.YEAR)
        .findFirst()
        .map(d -> List.of(new Order(d.name(), false)))
        .orElseGet(() -> List.of(new Order(figure(), true)));
  }
}

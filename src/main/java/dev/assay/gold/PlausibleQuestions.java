package dev.assay.gold;

import dev.assay.model.Grain;
import dev.assay.model.Query;
import dev.assay.model.Query.Aggregate;
import dev.assay.model.Query.Dimension;
import dev.assay.model.Query.Measure;
import dev.assay.semantic.ChosenColumns;
import dev.assay.semantic.ColumnRole;
import dev.assay.semantic.ColumnRole.Role;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** The questions that people may ask of a table, each with how likely it is next to the others. */
final class PlausibleQuestions {
  /** A question and its weight. */
  record Weighted(Query query, double weight) {}

  /** What a question is grouped by. */
  record Groups(List<Dimension> dimensions, double weight) {}

  private static final int MOST_CATEGORIES = 5;
  private static final int MOST_PAIRED = 3;
  private static final int MOST_SUMS = 3;
  private static final int MOST_AVERAGES = 2;

  /** By how much a measure or a category is less likely than the one before it. */
  private static final double FALLING = 0.7;

  private final String table;
  private final ChosenColumns chosen;
  private final Map<String, String> units;

  /**
   * @param units amounts whose unit another column holds: they are only asked for by unit
   */
  PlausibleQuestions(String table, ChosenColumns chosen, Map<String, String> units) {
    this.table = table;
    this.chosen = chosen;
    this.units = units;
  }

  /** What may explain how the measures vary. */
  List<Dimension> dimensions() {
    List<Dimension> dimensions = new ArrayList<>();
    chosen.time().ifPresent(time -> dimensions.add(time.dimension()));
    categories().forEach(category -> dimensions.add(plain(category)));
    return dimensions;
  }

  /** The amount that matters most, if any. */
  Optional<String> lead() {
    List<ColumnRole> sums = chosen.measures(Role.SUMMABLE);
    return (sums.isEmpty() ? chosen.measures(Role.AVERAGED) : sums)
        .stream()
            .map(ColumnRole::name)
            // Amounts in several units vary because the units differ.
            .filter(name -> !units.containsKey(name))
            .findFirst();
  }

  List<Weighted> all(Variation variation) {
    List<Weighted> questions = new ArrayList<>();
    for (Groups groups : groups(variation)) {
      double weight = groups.weight();
      for (Measure measure : measures()) {
        List<Dimension> by = new ArrayList<>(groups.dimensions());
        String unit = units.get(measure.column());
        if (unit != null && by.stream().noneMatch(one -> one.column().equals(unit))) {
          by.add(new Dimension(unit, unit, null));
        }
        questions.add(
            new Weighted(
                new Query(table, by, List.of(measure), List.of(), List.of(), null, null), weight));
        weight *= FALLING;
      }
    }
    return questions;
  }

  private List<Groups> groups(Variation variation) {
    List<Groups> groups = new ArrayList<>();
    groups.add(new Groups(List.of(), 0.6));
    Optional<ChosenColumns.Time> time = chosen.time();
    time.ifPresent(fitting -> {
      Dimension own = fitting.dimension();
      double shows = 0.7 + variation.of(own);
      groups.add(new Groups(List.of(own), shows));
      coarser(fitting).forEach(one -> groups.add(new Groups(List.of(one), 0.4 * shows)));
    });
    List<ColumnRole> categories = categories();
    double weight = 1;
    for (int i = 0; i < categories.size(); i++) {
      Dimension category = plain(categories.get(i));
      double shows = weight * (0.7 + variation.of(category));
      groups.add(new Groups(List.of(category), shows));
      if (i < MOST_PAIRED) {
        time.ifPresent(
            fitting -> groups.add(new Groups(List.of(fitting.dimension(), category), 0.8 * shows)));
        for (int j = 0; j < i; j++) {
          groups.add(new Groups(List.of(plain(categories.get(j)), category), 0.2 * shows));
        }
      }
      weight *= FALLING;
    }
    chosen.entity().ifPresent(entity -> groups.add(new Groups(List.of(plain(entity)), 0.7)));
    return groups;
  }

  private static List<Dimension> coarser(ChosenColumns.Time time) {
    return Arrays.stream(Grain.values())
        .filter(grain -> grain != time.grain() && time.grain().rollsUpTo(grain))
        .map(grain -> new Dimension(grain.name().toLowerCase(Locale.ROOT), time.column(), grain))
        .toList();
  }

  private List<ColumnRole> categories() {
    return chosen.categories().stream().limit(MOST_CATEGORIES).toList();
  }

  private List<Measure> measures() {
    List<Measure> measures = new ArrayList<>();
    List<ColumnRole> sums = chosen.measures(Role.SUMMABLE).stream().limit(MOST_SUMS).toList();
    sums.forEach(sum -> measures.add(new Measure("sum", Aggregate.SUM, sum.name())));
    measures.add(new Measure("rows", Aggregate.COUNT_ROWS, null));
    if (!sums.isEmpty()) {
      measures.add(new Measure("average", Aggregate.AVG, sums.getFirst().name()));
    }
    chosen.measures(Role.AVERAGED).stream()
        .limit(MOST_AVERAGES)
        .forEach(one -> measures.add(new Measure("average", Aggregate.AVG, one.name())));
    return measures;
  }

  private static Dimension plain(ColumnRole role) {
    return new Dimension(role.name(), role.name(), null);
  }
}

package dev.assay.semantic;

import static dev.assay.semantic.NameWords.any;

import dev.assay.model.Rows;
import dev.assay.model.SemanticModel.Dimension;
import dev.assay.model.SemanticModel.Hierarchy;
import dev.assay.model.SemanticModel.Kind;
import dev.assay.sql.SemanticSql;
import dev.assay.sql.SemanticSql.Pair;
import dev.assay.sql.StatisticsSql;
import dev.assay.sql.ValueKind;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;

/** Finds dimensions of which each value lies in one value of another, on all rows. */
final class Levels {
  private static final long SAMPLE = 20_000;
  private static final int MOST_COLUMNS = 14;
  private static final int MOST_HIERARCHIES = 6;

  /** With fewer rows a value, that they agree proves nothing. */
  private static final int ROWS_A_VALUE = 3;

  private static final Set<String> PLACES =
      Set.of(
          "country",
          "state",
          "city",
          "region",
          "county",
          "province",
          "town",
          "district",
          "continent",
          "territory",
          "pais",
          "estado",
          "cidade",
          "ciudad",
          "regiao",
          "provincia",
          "municipio",
          "land",
          "ort",
          "stadt");

  private final TableFigures figures;
  private final List<Dimension> dimensions;
  private final Function<String, Rows> read;

  Levels(TableFigures figures, List<Dimension> dimensions, Function<String, Rows> read) {
    this.figures = figures;
    this.dimensions = dimensions;
    this.read = read;
  }

  List<Hierarchy> found() {
    List<TableFigures.Column> columns =
        dimensions.stream()
            .filter(dimension -> dimension.kind() != Kind.TIME)
            .map(dimension -> figures.column(dimension.column()).orElseThrow())
            .filter(column -> column.kind() != ValueKind.BOOLEAN && column.distinct() >= 2)
            .filter(column -> column.distinct() * ROWS_A_VALUE <= column.present())
            .limit(MOST_COLUMNS)
            .toList();
    List<Pair> pairs = new ArrayList<>();
    for (TableFigures.Column from : columns) {
      for (TableFigures.Column to : columns) {
        // The counts of different values are approximate: a tenth of slack.
        if (from != to && from.distinct() * 1.1 >= to.distinct()) {
          pairs.add(new Pair(from.name(), to.name()));
        }
      }
    }
    if (figures.rows() > SAMPLE) {
      pairs = new ArrayList<>(holding(pairs, SAMPLE).keySet());
    }
    return chains(columns.stream().map(TableFigures.Column::name).toList(), holding(pairs, null));
  }

  /** The pairs of which the first settles the second, with how many values the first has. */
  private Map<Pair, Long> holding(List<Pair> pairs, Long sample) {
    Map<Pair, Long> holding = new LinkedHashMap<>();
    List<Object> counts =
        TableFigures.inBatches(
            pairs,
            StatisticsSql.DISTINCT_AT_ONCE / 2,
            some -> read.apply(SemanticSql.dependencies(figures.table(), some, sample)));
    for (int i = 0; i < pairs.size(); i++) {
      long values = TableFigures.number(counts.get(2 * i));
      if (values > 0 && values == TableFigures.number(counts.get(2 * i + 1))) {
        holding.put(pairs.get(i), values);
      }
    }
    return holding;
  }

  private List<Hierarchy> chains(List<String> columns, Map<Pair, Long> holding) {
    Map<String, Set<String>> above = new LinkedHashMap<>();
    Set<String> again = new HashSet<>();
    for (String column : columns) {
      above.put(column, new LinkedHashSet<>());
    }
    for (Pair pair : holding.keySet()) {
      if (holding.containsKey(new Pair(pair.to(), pair.from()))) {
        // Two names of the same thing, such as a number and a name: the first stands for both.
        again.add(
            columns.indexOf(pair.from()) < columns.indexOf(pair.to()) ? pair.to() : pair.from());
      } else {
        above.get(pair.from()).add(pair.to());
      }
    }
    List<Hierarchy> found = new ArrayList<>();
    Set<String> names = new HashSet<>();
    dimensions.forEach(dimension -> names.add(dimension.name()));
    for (String finest : columns) {
      boolean top = above.values().stream().noneMatch(set -> set.contains(finest));
      if (top && !again.contains(finest)) {
        Set<String> open = new LinkedHashSet<>(above.get(finest));
        open.removeAll(again);
        while (!open.isEmpty() && found.size() < MOST_HIERARCHIES) {
          List<String> levels = chain(finest, open, above);
          open.removeAll(levels);
          found.add(new Hierarchy(name(levels, names), levels));
        }
      }
    }
    return found;
  }

  /** From the coarsest to {@code finest}, each level settled by the next. */
  private List<String> chain(String finest, Set<String> open, Map<String, Set<String>> above) {
    List<String> levels = new ArrayList<>(List.of(finest));
    String last = finest;
    List<String> byFineness =
        open.stream()
            .sorted(
                Comparator.comparingLong(
                        (String name) -> figures.column(name).orElseThrow().distinct())
                    .reversed())
            .toList();
    for (String next : byFineness) {
      if (above.get(last).contains(next)) {
        levels.add(next);
        last = next;
      }
    }
    return levels.reversed().stream().map(this::named).toList();
  }

  private String named(String column) {
    return dimensions.stream()
        .filter(dimension -> dimension.column().equals(column))
        .findFirst()
        .orElseThrow()
        .name();
  }

  private static String name(List<String> levels, Set<String> names) {
    boolean places = levels.stream().filter(level -> any(NameWords.of(level), PLACES)).count() > 1;
    String name = places ? "place" : NameWords.subject(levels.getLast()) + "_levels";
    if (names.add(name)) {
      return name;
    }
    String longer = levels.getFirst() + "_to_" + levels.getLast();
    names.add(longer);
    return longer;
  }
}

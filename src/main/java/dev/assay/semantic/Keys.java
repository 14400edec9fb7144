package dev.assay.semantic;

import dev.assay.model.Deduplication;
import dev.assay.model.Rows;
import dev.assay.model.SilverColumn;
import dev.assay.model.SilverRecipe;
import dev.assay.semantic.ColumnRole.Role;
import dev.assay.sql.SemanticSql;
import dev.assay.sql.StatisticsSql;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;

/** Finds the columns that name the rows of a table, counted on all of them. */
public final class Keys {
  private static final long SAMPLE = 20_000;
  private static final int MOST_PARTS = 7;

  private final TableFigures figures;
  private final List<ColumnRole> roles;
  private final Function<String, Rows> read;

  Keys(TableFigures figures, List<ColumnRole> roles, Function<String, Rows> read) {
    this.figures = figures;
    this.roles = roles;
    this.read = read;
  }

  /** Silver columns that alone name a row, as its recipe says. */
  public static Set<String> single(SilverRecipe recipe) {
    Set<String> keys = new HashSet<>();
    if (recipe == null || recipe.columns() == null) {
      return keys;
    }
    for (SilverColumn column : recipe.columns()) {
      if (column.silverName() != null
          && column.validation() != null
          && column.validation().unique()) {
        keys.add(column.silverName());
      }
    }
    List<String> removed = ofDeduplication(recipe);
    if (removed.size() == 1) {
      keys.addAll(removed);
    }
    return keys;
  }

  private static List<String> ofDeduplication(SilverRecipe recipe) {
    Deduplication deduplication = recipe == null ? null : recipe.deduplication();
    if (deduplication == null || recipe.columns() == null) {
      return List.of();
    }
    Map<String, String> silverNames = new HashMap<>();
    for (SilverColumn column : recipe.columns()) {
      if (column.silverName() != null) {
        silverNames.put(column.sourceColumn(), column.silverName());
      }
    }
    return deduplication.keyColumns().stream()
        .map(key -> silverNames.getOrDefault(key, key))
        .toList();
  }

  /** Those of which every row has its own value, exactly, of the few columns that look like it. */
  Set<String> unique() {
    List<String> likely =
        roles.stream()
            .filter(role -> role.role() == Role.IDENTIFIER)
            .filter(role -> role.column().present() == figures.rows())
            .filter(role -> role.column().distinct() >= figures.rows() * 0.9)
            .map(ColumnRole::name)
            .toList();
    Set<String> unique = new HashSet<>();
    if (likely.isEmpty()) {
      return unique;
    }
    List<Object> counts =
        TableFigures.inBatches(
            likely,
            StatisticsSql.DISTINCT_AT_ONCE,
            some -> read.apply(StatisticsSql.distinct(figures.table(), some)));
    for (int i = 0; i < likely.size(); i++) {
      if (TableFigures.number(counts.get(i)) == figures.rows()) {
        unique.add(likely.get(i));
      }
    }
    return unique;
  }

  /** The shortest set of columns that names every row: the recipe's keys where they do. */
  List<String> grain(SilverRecipe recipe, Set<String> unique) {
    if (figures.rows() == 0) {
      return List.of();
    }
    List<String> told = ofDeduplication(recipe);
    boolean there =
        !told.isEmpty() && told.stream().allMatch(key -> figures.column(key).isPresent());
    if (there && !naming(List.of(told)).isEmpty()) {
      return told;
    }
    List<String> single =
        roles.stream().map(ColumnRole::name).filter(unique::contains).limit(1).toList();
    if (!single.isEmpty()) {
      return single;
    }
    List<ColumnRole> parts = parts();
    List<List<String>> found = naming(combined(parts, 2));
    return found.isEmpty()
        ? naming(combined(parts, 3)).stream().findFirst().orElse(List.of())
        : found.getFirst();
  }

  /** What may be a part of a key: what names things first, then times, then categories. */
  private List<ColumnRole> parts() {
    List<ColumnRole> parts = new ArrayList<>();
    for (Role role : List.of(Role.IDENTIFIER, Role.TIME, Role.YEAR, Role.CATEGORY)) {
      roles.stream()
          .filter(column -> column.role() == role)
          .filter(column -> column.column().present() == figures.rows())
          .filter(column -> column.column().distinct() >= 2)
          .forEach(parts::add);
    }
    return parts.subList(0, Math.min(MOST_PARTS, parts.size()));
  }

  private List<List<String>> combined(List<ColumnRole> parts, int size) {
    List<List<String>> sets = new ArrayList<>();
    combine(parts, size, 0, new ArrayList<>(), sets);
    return sets;
  }

  private void combine(
      List<ColumnRole> parts, int size, int from, List<ColumnRole> taken, List<List<String>> sets) {
    if (taken.size() == size) {
      double most =
          taken.stream().mapToDouble(part -> part.column().distinct()).reduce(1, (a, b) -> a * b);
      // The counts of different values are approximate: a tenth of slack.
      if (most >= figures.rows() * 0.9) {
        sets.add(taken.stream().map(ColumnRole::name).toList());
      }
      return;
    }
    for (int i = from; i < parts.size(); i++) {
      taken.add(parts.get(i));
      combine(parts, size, i + 1, taken, sets);
      taken.removeLast();
    }
  }

  /** The sets of which no two rows share the values; a sample rules most others out. */
  private List<List<String>> naming(List<List<String>> sets) {
    List<List<String>> left = sets;
    if (figures.rows() > SAMPLE) {
      left = naming(left, SAMPLE);
    }
    return naming(left, null);
  }

  private List<List<String>> naming(List<List<String>> sets, Long sample) {
    if (sets.isEmpty()) {
      return sets;
    }
    List<Object> counts =
        TableFigures.inBatches(
            sets,
            StatisticsSql.DISTINCT_AT_ONCE,
            some -> read.apply(SemanticSql.keys(figures.table(), some, sample)));
    long rows = sample == null ? figures.rows() : sample;
    List<List<String>> naming = new ArrayList<>();
    for (int i = 0; i < sets.size(); i++) {
      boolean all = TableFigures.number(counts.get(2 * i)) == rows;
      if (all && TableFigures.number(counts.get(2 * i + 1)) == rows) {
        naming.add(sets.get(i));
      }
    }
    return naming;
  }
}

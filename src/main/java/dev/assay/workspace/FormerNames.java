package dev.assay.workspace;

import dev.assay.gold.Renamed;
import dev.assay.model.GoldRecipe;
import dev.assay.model.GoldTable;
import dev.assay.model.Query;
import dev.assay.model.SilverColumn;
import dev.assay.model.SilverRecipe;
import dev.assay.model.Source;
import dev.assay.semantic.RenamedModel;
import dev.assay.semantic.Told;
import dev.assay.silver.RecipeComparison;
import dev.assay.store.Recipes;
import dev.assay.store.Store;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What columns of Silver were called in earlier recipes: a column that is made of the same source
 * column is the same one, and what was made of it goes on under the name that it has by now.
 */
final class FormerNames {
  private final Store store;

  FormerNames(Store store) {
    this.store = store;
  }

  /**
   * Gold tables with typed queries under the present names. Written SQL stays as it is written.
   *
   * @param edited the recipe that the source's Silver is made by; null for the one in force
   */
  GoldRecipe follow(Source source, GoldRecipe recipe, SilverRecipe edited) {
    return recipe.goldTables() == null
        ? recipe
        : new GoldRecipe(
            recipe.goldTables().stream().map(table -> follow(source, table, edited)).toList(),
            recipe.notes());
  }

  private GoldTable follow(Source source, GoldTable table, SilverRecipe edited) {
    if (table == null || table.query() == null) {
      return table;
    }
    Query query = follow(table.query(), source.silverTable(), edited);
    return query.equals(table.query()) ? table : table.withQuery(query);
  }

  /** A kept query under the present names. */
  Query follow(Query query) {
    return follow(query, query.table(), null);
  }

  /** What columns of a Silver table are called now; those that nobody can tell as they were. */
  List<String> follow(String silver, List<String> columns) {
    Names names = names(silver, Set.copyOf(columns), null);
    return columns.stream().anyMatch(names.taken()::contains)
        ? columns
        : columns.stream().map(name -> names.now().getOrDefault(name, name)).toList();
  }

  /**
   * A model that people have edited, and what it was edited from, under the present names.
   *
   * @param made the recipe that Silver is made by
   */
  Told.Edited follow(Source source, Told.Edited edited, SilverRecipe made) {
    if (edited.problem() != null) {
      return edited;
    }
    Set<String> read = RenamedModel.columns(edited.model());
    Names names = names(source.silverTable(), read, made);
    if (names.now().isEmpty() || read.stream().anyMatch(names.taken()::contains)) {
      return edited;
    }
    return new Told.Edited(
        RenamedModel.of(edited.model(), names.now()),
        edited.before() == null ? null : RenamedModel.of(edited.before(), names.now()),
        null);
  }

  private Query follow(Query query, String silver, SilverRecipe edited) {
    if (query.table() == null
        || query.joins().stream().map(Query.Join::table).anyMatch(Objects::isNull)) {
      return query;
    }
    Map<String, Names> known = new HashMap<>();
    Function<String, Names> names =
        table ->
            known.computeIfAbsent(
                table, name -> names(name, read(query, name), name.equals(silver) ? edited : null));
    boolean ambiguous =
        tables(query)
            .anyMatch(table ->
                read(query, table).stream().anyMatch(names.apply(table).taken()::contains));
    return ambiguous ? query : Renamed.query(query, table -> names.apply(table).now());
  }

  private static Stream<String> tables(Query query) {
    return Stream.concat(Stream.of(query.table()), query.joins().stream().map(Query.Join::table));
  }

  /** The columns of a table that a query reads. */
  private static Set<String> read(Query query, String table) {
    Stream<String> joined =
        query.joins().stream()
            .filter(join -> join.table().equals(table))
            .flatMap(FormerNames::columns);
    return Stream.concat(
            query.table().equals(table) ? query.columns().stream() : Stream.of(), joined)
        .collect(Collectors.toSet());
  }

  private static Stream<String> columns(Query.Join join) {
    return Stream.concat(
            join.matching().stream().map(Query.Match::other),
            join.columns().stream().map(Query.Import::column))
        .filter(Objects::nonNull);
  }

  /**
   * What became of the names of a table's columns.
   *
   * @param now what a column is called now, by what it was called
   * @param taken names that another column had before: what is meant by them, nobody can say
   */
  private record Names(Map<String, String> now, Set<String> taken) {
    static final Names AS_THEY_ARE = new Names(Map.of(), Set.of());
  }

  private Names names(String silver, Set<String> read, SilverRecipe edited) {
    Optional<SilverRecipe> present =
        edited != null
            ? Optional.of(edited)
            : store.recipes().inForce(silver).map(FormerNames::silver);
    Map<String, String> bySource = present.map(FormerNames::bySource).orElse(Map.of());
    Set<String> there = present.map(FormerNames::names).orElse(Set.of());
    // The history of a recipe may be long, and there is nearly always nothing to look up in it.
    if (there.containsAll(read)) {
      return Names.AS_THEY_ARE;
    }
    Map<String, String> now = new HashMap<>();
    Set<String> taken = new HashSet<>();
    for (Recipes.Applied applied : store.recipes().history(silver)) {
      if (applied.outcome() == Recipes.Outcome.PUBLISHED) {
        bySource(silver(applied))
            .forEach((made, name) -> {
              String called = bySource.get(made);
              if (there.contains(name)) {
                if (!name.equals(called)) {
                  taken.add(name);
                }
              } else if (called != null) {
                now.putIfAbsent(name, called);
              }
            });
      }
    }
    return new Names(now, taken);
  }

  private static SilverRecipe silver(Recipes.Applied applied) {
    return (SilverRecipe) applied.recipe();
  }

  private static Set<String> names(SilverRecipe recipe) {
    return columns(recipe).map(RecipeComparison::name).collect(Collectors.toSet());
  }

  /** The names of columns by what they are made of, of those that alone are made of it. */
  private static Map<String, String> bySource(SilverRecipe recipe) {
    Map<String, List<SilverColumn>> made =
        columns(recipe).collect(Collectors.groupingBy(SilverColumn::sourceColumn));
    Map<String, String> names = new HashMap<>();
    made.forEach((source, columns) -> {
      if (columns.size() == 1) {
        names.put(source, RecipeComparison.name(columns.getFirst()));
      }
    });
    return names;
  }

  private static Stream<SilverColumn> columns(SilverRecipe recipe) {
    return recipe.columns() == null
        ? Stream.empty()
        : recipe.columns().stream()
            .filter(column -> column != null && column.sourceColumn() != null);
  }
}

package dev.assay.workspace;

import dev.assay.model.Deduplication;
import dev.assay.model.Drift;
import dev.assay.model.GoldTable;
import dev.assay.model.Query;
import dev.assay.model.SilverColumn;
import dev.assay.model.SilverRecipe;
import dev.assay.model.Source;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** What in the recipes downstream would no longer work after a change of columns. */
final class Breaks {
  private final Advice advice;

  Breaks(Advice advice) {
    this.advice = advice;
  }

  /** A sentence each, with the column and what to do. */
  List<String> of(Source source, Drift drift) {
    Optional<SilverRecipe> silver = advice.silverInForce(source).map(Advice.Authored::recipe);
    List<String> sentences = new ArrayList<>();
    for (Drift.Change change : drift.changes()) {
      switch (change) {
        case Drift.Dropped(String column) ->
            silver.ifPresent(recipe -> gone(source, recipe, column, sentences));
        case Drift.Reshaped reshaped ->
            silver.ifPresent(recipe -> otherValues(source, recipe, reshaped, sentences));
        case Drift.Added _, Drift.Renamed _, Drift.Reordered _ -> {
          // A renamed column goes on under the name that recipes know; columns go by name.
        }
      }
    }
    return sentences;
  }

  private void gone(Source source, SilverRecipe recipe, String column, List<String> sentences) {
    for (SilverColumn made : madeOf(recipe, column)) {
      String name = made.silverName();
      sentences.add(
          "Silver's column '"
              + name
              + "' is made of '"
              + column
              + "', which is gone: new rows have no value in it."
              + remedy("silver", source));
      Deduplication deduplication = recipe.deduplication();
      if (deduplication != null
          && deduplication.keyColumns().stream()
              .anyMatch(key -> key.equals(name) || key.equals(column))) {
        sentences.add(
            "Silver tells duplicates by '"
                + name
                + "': new rows without it are never recognised as duplicates."
                + remedy("silver", source));
      }
      gold(source, name)
          .forEach(table ->
              sentences.add(
                  "The Gold table "
                      + source.goldTable(table.name())
                      + " uses '"
                      + name
                      + "', which gets no new values."
                      + remedy("gold", source)));
    }
  }

  private void otherValues(
      Source source, SilverRecipe recipe, Drift.Reshaped reshaped, List<String> sentences) {
    for (SilverColumn made : madeOf(recipe, reshaped.column())) {
      if (made.cleaning() != null && !made.cleaning().isEmpty() || made.castExpression() != null) {
        sentences.add(
            "Silver reads '"
                + reshaped.column()
                + "' as "
                + made.targetType()
                + " from "
                + reshaped.before()
                + "; "
                + reshaped.now()
                + " may be rejected."
                + remedy("silver", source));
      }
    }
  }

  private static String remedy(String layer, Source source) {
    return " Change the " + layer + " recipe of '" + source.id() + "'.";
  }

  private static List<SilverColumn> madeOf(SilverRecipe recipe, String column) {
    return recipe.columns() == null
        ? List.of()
        : recipe.columns().stream().filter(c -> column.equals(c.sourceColumn())).toList();
  }

  private List<GoldTable> gold(Source source, String silverColumn) {
    return advice.goldInForce(source, null).goldTables().stream()
        .filter(
            table -> table.query() != null && columns(table.query()).anyMatch(silverColumn::equals))
        .toList();
  }

  private static Stream<String> columns(Query query) {
    return Stream.of(
            query.dimensions().stream().map(Query.Dimension::column),
            query.measures().stream().map(Query.Measure::column),
            query.filters().stream().map(Query.Filter::column))
        .flatMap(columns -> columns);
  }
}

package dev.assay.workspace;

import dev.assay.model.SilverColumn;
import dev.assay.model.SilverRecipe;
import dev.assay.model.Source;
import dev.assay.store.Recipes;
import dev.assay.store.Store;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/** The Bronze columns whose values no reader of Silver or of its rejects may see. */
final class MaskedColumns {
  private final Store store;

  MaskedColumns(Store store) {
    this.store = store;
  }

  /** By the recipe in force and by the one that was published, whichever says so. */
  Set<String> of(Source source) {
    Stream<Recipes.Applied> published =
        store.recipes().history(source.silverTable()).stream()
            .filter(applied -> applied.outcome() == Recipes.Outcome.PUBLISHED)
            .limit(1);
    Set<String> masked = new TreeSet<>();
    Stream.concat(store.recipes().inForce(source.silverTable()).stream(), published)
        .map(applied -> (SilverRecipe) applied.recipe())
        .map(SilverRecipe::columns)
        .flatMap(List::stream)
        .filter(column -> column.mask() != null)
        .map(SilverColumn::sourceColumn)
        .map(MaskedColumns::folded)
        .forEach(masked::add);
    return masked;
  }

  /** Those of a table of Bronze, or of what was superseded in it. */
  List<String> of(Source source, List<String> columns) {
    Set<String> masked = of(source);
    return columns.stream().filter(column -> among(masked, column)).toList();
  }

  /** Whether a Bronze column is among them, as recipes name columns. */
  static boolean among(Set<String> masked, String column) {
    return masked.contains(folded(column));
  }

  private static String folded(String column) {
    return column.strip().toLowerCase(Locale.ROOT);
  }
}

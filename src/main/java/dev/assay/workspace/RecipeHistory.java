package dev.assay.workspace;

import dev.assay.model.RecipeDifference;
import dev.assay.model.RecipeVersion;
import dev.assay.model.SilverRecipe;
import dev.assay.model.Source;
import dev.assay.model.UserError;
import dev.assay.silver.RecipeComparison;
import dev.assay.store.Recipes;
import dev.assay.store.Store;
import java.util.List;
import java.util.Locale;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;

/** The recipes that Silver was ever built by, and how they differ. */
final class RecipeHistory {
  private final Store store;

  RecipeHistory(Store store) {
    this.store = store;
  }

  /** Newest first. */
  List<RecipeVersion> versions(Source source) {
    return store.recipes().history(source.silverTable()).stream()
        .map(RecipeHistory::version)
        .toList();
  }

  SilverRecipe recipe(Source source, String wanted) {
    return (SilverRecipe) find(source, wanted).recipe();
  }

  /**
   * @param shown hides what may not be seen of a recipe
   */
  RecipeDifference difference(
      Source source, String from, String to, UnaryOperator<SilverRecipe> shown) {
    Recipes.Applied one = find(source, from);
    Recipes.Applied other = find(source, to);
    return new RecipeDifference(
        version(one),
        version(other),
        RecipeComparison.changes(
            shown.apply((SilverRecipe) one.recipe()), shown.apply((SilverRecipe) other.recipe())));
  }

  private static RecipeVersion version(Recipes.Applied applied) {
    return new RecipeVersion(
        applied.number(),
        applied.author(),
        applied.outcome().name().toLowerCase(Locale.ROOT),
        applied.buildId(),
        applied.createdAt());
  }

  /** By its number, else by the build that used it. */
  private Recipes.Applied find(Source source, String wanted) {
    List<Recipes.Applied> history = store.recipes().history(source.silverTable());
    List<Recipes.Applied> found =
        history.stream().filter(applied -> Long.toString(applied.number()).equals(wanted)).toList();
    if (found.isEmpty()) {
      found = history.stream().filter(applied -> isOf(applied, wanted)).toList();
    }
    if (found.size() == 1) {
      return found.getFirst();
    }
    throw UserError.notFound(
        (found.isEmpty()
                ? "Silver of '" + source.id() + "' has no recipe '" + wanted + "'. "
                : "'" + wanted + "' may be several builds of '" + source.id() + "'. ")
            + (history.isEmpty()
                ? "Build it first."
                : "Its recipes are: "
                    + history.reversed().stream()
                        .map(applied -> Long.toString(applied.number()))
                        .collect(Collectors.joining(", "))
                    + "; the history shows them."));
  }

  /** Four characters are few enough to type and enough to mean one build. */
  private static boolean isOf(Recipes.Applied applied, String wanted) {
    return applied.buildId() != null
        && wanted.length() >= 4
        && applied.buildId().startsWith(wanted);
  }
}

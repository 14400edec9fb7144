package dev.assay.advice;

import dev.assay.model.SilverColumn;
import dev.assay.model.SilverRecipe;
import dev.assay.model.Suggestion;
import dev.assay.model.UserError;

/** Finds columns of a recipe. */
final class Columns {
  private Columns() {}

  /** A column's name in Silver, given or derived. */
  static String name(SilverColumn column) {
    return column.named().silverName();
  }

  /** By Silver name, else by source column, in any case; throws {@link UserError} with a hint. */
  static SilverColumn find(SilverRecipe recipe, String name) {
    if (name == null) {
      throw UserError.invalid("This edit needs 'column'.");
    }
    return recipe.columns().stream()
        .filter(column -> name(column).equalsIgnoreCase(name.strip()))
        .findFirst()
        .or(() ->
            recipe.columns().stream()
                .filter(column -> name.strip().equalsIgnoreCase(column.sourceColumn().strip()))
                .findFirst())
        .orElseThrow(() ->
            UserError.notFound(
                "There is no column '"
                    + name
                    + "' in the recipe."
                    + Suggestion.hint(
                        name, recipe.columns().stream().map(Columns::name).toList())));
  }
}

package dev.assay.workspace;

import dev.assay.model.RecipeFit;
import dev.assay.model.SavedRecipe;
import java.util.List;

/** The verbs that keep recipes for other sources, and find their columns there. */
public interface RecipeBook {
  /** Those that came with Assay, then those that people have kept. */
  List<SavedRecipe> savedRecipes();

  /**
   * Keeps the recipe in force of a source, else its suggestion, in the place of one of the same
   * name.
   *
   * @param description what tables it is for; null for a sentence that names the source
   */
  SavedRecipe saveRecipe(String source, String name, String description);

  void forgetRecipe(String name);

  /** How a kept recipe would serve a source, measured on all its rows; nothing is built. */
  RecipeFit fitRecipe(String source, String name);
}

package dev.assay.cli;

import com.fasterxml.jackson.core.type.TypeReference;
import dev.assay.model.RecipeFit;
import dev.assay.model.SavedRecipe;
import dev.assay.workspace.RecipeBook;
import dev.assay.workspace.SavedRecipeRequest;
import java.util.List;

/** The verbs of {@link RecipeBook} as requests to a server. */
final class RemoteRecipes implements RecipeBook {
  private static final String RECIPES = "/api/recipes";
  private final Wire wire;

  RemoteRecipes(Wire wire) {
    this.wire = wire;
  }

  @Override
  public List<SavedRecipe> savedRecipes() {
    return wire.get(RECIPES, new TypeReference<>() {});
  }

  @Override
  public SavedRecipe saveRecipe(String source, String name, String description) {
    return wire.put(
        RECIPES + "/" + Wire.encoded(name),
        new SavedRecipeRequest(source, description),
        new TypeReference<>() {});
  }

  @Override
  public void forgetRecipe(String name) {
    wire.delete(RECIPES + "/" + Wire.encoded(name));
  }

  @Override
  public RecipeFit fitRecipe(String source, String name) {
    return wire.get(
        "/api/sources/" + Wire.encoded(source) + "/medallion/silver/recipes/" + Wire.encoded(name),
        new TypeReference<>() {});
  }
}

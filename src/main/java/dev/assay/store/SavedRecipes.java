package dev.assay.store;

import dev.assay.model.Json;
import dev.assay.model.SavedRecipe;
import dev.assay.model.SilverRecipe;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Recipes that people keep for other sources. */
public final class SavedRecipes {
  private final Database database;

  SavedRecipes(Database database) {
    this.database = database;
  }

  /** Keeps a recipe, in the place of one of the same name. */
  public void keep(SavedRecipe recipe) {
    database.write(handle ->
        handle.execute(
            """
            INSERT INTO saved_recipe (name, description, recipe, created_at) VALUES (?, ?, ?, ?)
            ON CONFLICT (name) DO UPDATE SET description = excluded.description,
              recipe = excluded.recipe, created_at = excluded.created_at\
            """,
            recipe.name(),
            recipe.description(),
            Json.write(recipe.recipe()),
            Columns.time(Instant.now())));
  }

  public Optional<SavedRecipe> find(String name) {
    return all().stream().filter(recipe -> recipe.name().equalsIgnoreCase(name)).findFirst();
  }

  /** By name. */
  public List<SavedRecipe> all() {
    return database.read(handle ->
        handle
            .createQuery("SELECT * FROM saved_recipe ORDER BY name")
            .map((row, _) -> recipe(row))
            .list());
  }

  public void forget(String name) {
    database.write(handle -> handle.execute("DELETE FROM saved_recipe WHERE name = ?", name));
  }

  private static SavedRecipe recipe(ResultSet row) throws SQLException {
    return new SavedRecipe(
        row.getString("name"),
        row.getString("description"),
        false,
        Json.read(row.getString("recipe"), SilverRecipe.class));
  }
}

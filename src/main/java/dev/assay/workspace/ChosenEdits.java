package dev.assay.workspace;

import dev.assay.model.RecipeEdit;
import dev.assay.model.SilverRecipe;
import java.util.List;

/**
 * What a person wants changed in a silver recipe.
 *
 * @param proposals ids of proposals that are accepted, as {@code mask-email}
 * @param edits further edits, made after those
 * @param answers to open questions, taken before everything else
 * @param recipe what is changed; null for the recipe in force, else the suggestion
 */
public record ChosenEdits(
    List<String> proposals, List<RecipeEdit> edits, List<Settled> answers, SilverRecipe recipe) {
  public ChosenEdits {
    proposals = proposals == null ? List.of() : List.copyOf(proposals);
    edits = edits == null ? List.of() : edits;
    answers = answers == null ? List.of() : answers;
  }

  public ChosenEdits(List<String> proposals, List<RecipeEdit> edits) {
    this(proposals, edits, null, null);
  }

  /** An open question's column, and which of its choices holds. */
  public record Settled(String column, String choice) {}
}

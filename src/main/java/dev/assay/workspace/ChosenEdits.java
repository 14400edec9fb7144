package dev.assay.workspace;

import dev.assay.model.RecipeEdit;
import java.util.List;

/**
 * What a person wants changed in a silver recipe.
 *
 * @param proposals ids of proposals that are accepted, as {@code mask-email}
 * @param edits further edits, made after those
 */
public record ChosenEdits(List<String> proposals, List<RecipeEdit> edits) {
  public ChosenEdits {
    proposals = proposals == null ? List.of() : List.copyOf(proposals);
    edits = edits == null ? List.of() : edits;
  }
}

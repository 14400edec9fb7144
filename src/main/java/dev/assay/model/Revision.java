package dev.assay.model;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;

/**
 * What a sentence would do to a silver recipe; nothing is built yet.
 *
 * @param sentence as it was said
 * @param edits what it means, in order
 * @param words each edit in plain words
 * @param author who read it: RULES without any model, or MODEL
 * @param notes what a person should know before agreeing
 * @param recipe the recipe with the edits made, checked
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Revision(
    String sentence,
    List<RecipeEdit> edits,
    List<String> words,
    Author author,
    List<String> notes,
    SilverRecipe recipe) {
  public Revision {
    edits = List.copyOf(edits);
    words = List.copyOf(words);
    notes = List.copyOf(notes);
  }
}

package dev.assay.semantic;

import dev.assay.model.SemanticModel;
import dev.assay.model.SilverRecipe;
import java.util.Optional;
import java.util.Set;

/**
 * What is known of a Silver table beside its rows.
 *
 * @param recipe that it was made by, for its keys and units; null when not known
 * @param masked its columns whose values nobody is shown
 * @param edited what people have made of its model
 */
public record Told(SilverRecipe recipe, Set<String> masked, Optional<Edited> edited) {
  public static final Told NOTHING = new Told(null, Set.of(), Optional.empty());

  public Told {
    masked = Set.copyOf(masked);
  }

  /**
   * A model as people may have edited it.
   *
   * @param model as it is now; null where the file cannot be read
   * @param before as it was inferred when it was written, so that what differs is a person's; null
   *     when not known
   * @param problem why the file cannot be read, in one sentence, or null
   */
  public record Edited(SemanticModel model, SemanticModel before, String problem) {}
}

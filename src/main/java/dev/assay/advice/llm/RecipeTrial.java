package dev.assay.advice.llm;

import dev.assay.model.SilverRecipe;
import dev.assay.model.SilverSpec;
import dev.assay.model.Source;

/** Tells whether a recipe would build; throws UserError with every problem. */
public interface RecipeTrial {
  /** The settled recipe; written SQL in it has passed both walls. */
  SilverSpec check(Source source, SilverRecipe recipe);
}

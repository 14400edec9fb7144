package dev.assay.advice.words;

import dev.assay.model.RecipeEdit;
import java.util.List;

/** What the rules make of a sentence. */
public sealed interface Understanding {
  /** It means exactly this. */
  record Clear(List<RecipeEdit> edits) implements Understanding {}

  /** It could mean several things, or names something that is not there. */
  record Unclear(String question) implements Understanding {}

  /** It is none of the sentences that the rules know. */
  record Unknown() implements Understanding {}
}

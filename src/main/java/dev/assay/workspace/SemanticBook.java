package dev.assay.workspace;

import dev.assay.model.GoldRecipe;
import dev.assay.model.SemanticModel;

/** The verbs about what Silver tables mean, and Gold that comes of it. */
public interface SemanticBook {
  /**
   * What a source's Silver is about: inferred from all its rows, a person's words in it. What of
   * those no longer fits is said in its notes.
   */
  SemanticModel semantics(String source);

  /**
   * Puts a model in the place of the one in force. What differs from what is inferred is a person's
   * and stays when Silver is built again; what is missing is left out from now on. Throws a
   * UserError that lists every problem.
   */
  SemanticModel describe(String source, SemanticModel model);

  /** Forgets what people have made of a model: what is inferred stands. */
  void forgetSemantics(String source);

  /**
   * The Gold table that a sentence such as "create a monthly revenue summary by product category"
   * asks for; nothing is built. Throws a UserError that says what is not understood.
   */
  GoldRecipe suggestGold(String source, String sentence);

  /** As {@link #suggestGold} for a caller who may not have a language model asked. */
  default GoldRecipe suggestGoldByRules(String source, String sentence) {
    return suggestGold(source, sentence);
  }
}

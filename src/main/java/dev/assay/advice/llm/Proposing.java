package dev.assay.advice.llm;

import dev.assay.advice.RecipeEditor;
import dev.assay.model.Problem;
import dev.assay.model.SilverRecipe;
import dev.assay.model.UserError;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/** Tries what a model proposes on the recipe, without building. */
final class Proposing {
  private static final int MOST = 20;

  private final SilverRecipe recipe;
  private final Consumer<SilverRecipe> check;

  /**
   * @param check throws UserError for a recipe that would not build
   */
  Proposing(SilverRecipe recipe, Consumer<SilverRecipe> check) {
    this.recipe = recipe;
    this.check = check;
  }

  /** What is wrong with the proposals, each where it stands in the answer. */
  List<Problem> problems(Said said) {
    List<Problem> problems = new ArrayList<>();
    if (said.proposals().size() > MOST) {
      problems.add(new Problem("/proposals", "Give at most " + MOST + " proposals."));
      return problems;
    }
    for (int i = 0; i < said.proposals().size(); i++) {
      trial("/proposals/" + i, said.proposals().get(i), problems);
    }
    return problems;
  }

  private void trial(String at, Said.Suggested suggested, List<Problem> problems) {
    try {
      check.accept(RecipeEditor.apply(recipe, suggested.edits()));
    } catch (UserError e) {
      problems.add(new Problem(at, e.getMessage()));
    }
  }
}

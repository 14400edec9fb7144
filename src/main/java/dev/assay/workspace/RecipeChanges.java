package dev.assay.workspace;

import dev.assay.advice.RecipeEditor;
import dev.assay.engine.Work;
import dev.assay.model.Layer;
import dev.assay.model.Problem;
import dev.assay.model.Proposal;
import dev.assay.model.RecipeEdit;
import dev.assay.model.SilverRecipe;
import dev.assay.model.Source;
import dev.assay.model.Suggestion;
import dev.assay.model.UserError;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Makes edits to the silver recipe in force, or to the suggestion where none is. */
final class RecipeChanges {
  private final Catalogue catalogue;
  private final Advice advice;
  private final Stages stages;
  private final HiddenValues hidden;

  RecipeChanges(Catalogue catalogue, Advice advice, Stages stages, HiddenValues hidden) {
    this.catalogue = catalogue;
    this.advice = advice;
    this.stages = stages;
    this.hidden = hidden;
  }

  /** The recipe that comes of it, which would build; nothing is kept. */
  SilverRecipe changed(Source source, ChosenEdits chosen) {
    if (chosen.proposals().isEmpty() && chosen.edits().isEmpty() && chosen.answers().isEmpty()) {
      throw UserError.invalid(Sentences.NOTHING_ACCEPTED.with());
    }
    SilverRecipe before = settled(source, chosen);
    List<Proposal> accepted = accepted(source, before, chosen.proposals());
    List<RecipeEdit> edits = new ArrayList<>();
    accepted.forEach(proposal -> edits.addAll(proposal.edits()));
    edits.addAll(chosen.edits());
    SilverRecipe after = RecipeEditor.apply(before, edits);
    stages.planSilver(source, after);
    return after.withProposals(
        after.proposals().stream()
            .filter(proposal -> !chosen.proposals().contains(proposal.id()))
            .filter(proposal -> isOpen(source, after, proposal))
            .toList());
  }

  private SilverRecipe settled(Source source, ChosenEdits chosen) {
    SilverRecipe recipe =
        chosen.recipe() == null
            ? advice.silver(source, Work.unwatched()).recipe()
            : advice.complete(source, chosen.recipe());
    for (ChosenEdits.Settled answer : chosen.answers()) {
      recipe = advice.settled(source, recipe, answer.column(), answer.choice(), Work.unwatched());
    }
    return recipe;
  }

  /** Whether a proposal still says something of a recipe, and could be accepted. */
  private boolean isOpen(Source source, SilverRecipe recipe, Proposal proposal) {
    if (gone(recipe, proposal).isPresent()) {
      return false;
    }
    if (proposal.edits().isEmpty()) {
      return true;
    }
    try {
      stages.planSilver(source, RecipeEditor.apply(recipe, proposal.edits()));
      return true;
    } catch (UserError e) {
      return false;
    }
  }

  /** A column that a proposal is about and that the recipe does not have any more. */
  private static Optional<String> gone(SilverRecipe recipe, Proposal proposal) {
    return proposal.columns().stream()
        .filter(column -> !RecipeEditor.has(recipe, column))
        .findFirst();
  }

  private List<Proposal> accepted(Source source, SilverRecipe recipe, List<String> wanted) {
    List<Proposal> open = new ArrayList<>(recipe.proposals());
    catalogue
        .published(source, Layer.BRONZE)
        .flatMap(bronze -> advice.knownSuggestion(source, bronze.publishedBuild()))
        .map(suggestion -> hidden.suggestion(source, suggestion))
        .ifPresent(suggestion -> open.addAll(suggestion.proposals()));
    List<Proposal> accepted = new ArrayList<>();
    List<Problem> problems = new ArrayList<>();
    for (int i = 0; i < wanted.size(); i++) {
      String id = wanted.get(i);
      Optional<Proposal> found =
          open.stream().filter(proposal -> proposal.id().equals(id)).findFirst();
      found.ifPresent(accepted::add);
      if (found.isEmpty()) {
        problems.add(new Problem("/proposals/" + i, unknown(source, id, open)));
      } else if (found.get().edits().isEmpty()) {
        problems.add(
            new Problem(
                "/proposals/" + i,
                "'" + id + "' only tells what was found: there is nothing to change by it."));
      } else {
        String at = "/proposals/" + i;
        gone(recipe, found.get())
            .ifPresent(column ->
                problems.add(
                    new Problem(
                        at,
                        "'"
                            + id
                            + "' is about '"
                            + column
                            + "', which the recipe does not have any more. Look for others: assay"
                            + " suggest silver "
                            + source.id())));
      }
    }
    if (!problems.isEmpty()) {
      throw UserError.of(problems);
    }
    return accepted;
  }

  private static String unknown(Source source, String id, List<Proposal> open) {
    List<String> ids = open.stream().map(Proposal::id).distinct().toList();
    return "There is no proposal '"
        + id
        + "' for "
        + source.id()
        + "."
        + Suggestion.hint(id, ids)
        + (ids.isEmpty() ? "" : " Open are: " + String.join(", ", ids) + ".");
  }
}

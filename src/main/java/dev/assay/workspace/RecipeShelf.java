package dev.assay.workspace;

import dev.assay.advice.RecipeFitting;
import dev.assay.advice.ShippedRecipe;
import dev.assay.build.Builds;
import dev.assay.build.Trial;
import dev.assay.engine.Work;
import dev.assay.model.Ledger;
import dev.assay.model.RecipeFit;
import dev.assay.model.SavedRecipe;
import dev.assay.model.SilverColumn;
import dev.assay.model.SilverRecipe;
import dev.assay.model.Source;
import dev.assay.model.Suggestion;
import dev.assay.model.UserError;
import dev.assay.store.Store;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What stands behind {@link RecipeBook} in the process that holds the workspace. */
final class RecipeShelf {
  private final Store store;
  private final Catalogue catalogue;
  private final Advice advice;
  private final Stages stages;
  private final Builds builds;
  private final HiddenValues hidden;
  private final Trials trials;

  RecipeShelf(
      Store store,
      Catalogue catalogue,
      Advice advice,
      Stages stages,
      Builds builds,
      HiddenValues hidden,
      Trials trials) {
    this.store = store;
    this.catalogue = catalogue;
    this.advice = advice;
    this.stages = stages;
    this.builds = builds;
    this.hidden = hidden;
    this.trials = trials;
  }

  List<SavedRecipe> all() {
    List<SavedRecipe> all =
        new ArrayList<>(ShippedRecipe.all().stream().map(ShippedRecipe::saved).toList());
    all.addAll(store.savedRecipes().all());
    return all;
  }

  SavedRecipe save(String sourceName, String name, String description) {
    if (name == null || !name.matches("[\\p{L}\\p{N}][\\p{L}\\p{N}_.-]{0,59}")) {
      throw UserError.invalid(Sentences.RECIPE_NAME_SIGNS.with());
    }
    if (ShippedRecipe.named(name).isPresent()) {
      throw UserError.conflict(Sentences.RECIPE_NAME_SHIPPED.with(name));
    }
    Source source = catalogue.source(sourceName);
    SilverRecipe recipe = advice.silver(source, Work.unwatched()).recipe();
    // What is known of one source's rows is not true of another's.
    List<SilverColumn> columns =
        recipe.columns().stream().map(RecipeFitting::withoutEvidence).toList();
    SavedRecipe saved =
        new SavedRecipe(
            store.savedRecipes().find(name).map(SavedRecipe::name).orElse(name),
            description == null || description.isBlank()
                ? "As the cleaned table of " + source.name() + "."
                : description,
            false,
            recipe
                .withColumns(columns)
                .withQuestions(null)
                .withNotes(null)
                .withProposals(List.of()));
    store.savedRecipes().keep(saved);
    return saved;
  }

  void forget(String name) {
    if (ShippedRecipe.named(name).isPresent()) {
      throw UserError.conflict(Sentences.RECIPE_SHIPPED.with(name));
    }
    store.savedRecipes().forget(kept(name).name());
  }

  RecipeFit fit(String sourceName, String name) {
    return trials.run(work -> fit(sourceName, name, work));
  }

  private RecipeFit fit(String sourceName, String name, Work work) {
    Source source = catalogue.source(sourceName);
    Optional<ShippedRecipe> shipped = ShippedRecipe.named(name);
    SilverRecipe suggestion = hidden.suggestion(source, advice.suggestSilver(source, work));
    RecipeFitting.Fitted fitted =
        shipped.isPresent()
            ? RecipeFitting.fit(shipped.get(), suggestion)
            : RecipeFitting.fit(kept(name).recipe(), suggestion);
    if (shipped.isPresent() && !fitted.missing().isEmpty()) {
      throw UserError.invalid(
          "'"
              + shipped.get().name()
              + "' does not fit "
              + source.id()
              + ": no column is its "
              + String.join(", nor its ", fitted.missing())
              + ". Where one is, call it so in the recipe, or settle its type first.");
    }
    if (fitted.columns().isEmpty()) {
      throw UserError.invalid(Sentences.RECIPE_FITS_NOTHING.with(name, source.id()));
    }
    SilverRecipe recipe = hidden.masked(source, fitted.recipe());
    Ledger then = ledger(source, recipe, work);
    Ledger now = ledger(source, advice.silver(source, work).recipe(), work);
    return new RecipeFit(
        shipped.map(ShippedRecipe::name).orElseGet(() -> kept(name).name()),
        source.id(),
        fitted.columns(),
        fitted.missing(),
        fitted.added(),
        then.bronze(),
        then.rejected(),
        now.rejected(),
        then.duplicates(),
        recipe);
  }

  private Ledger ledger(Source source, SilverRecipe recipe, Work work) {
    try (Trial trial = builds.trial(stages.planSilver(source, recipe), work)) {
      return trial.ledger().orElseThrow();
    }
  }

  private SavedRecipe kept(String name) {
    return store
        .savedRecipes()
        .find(name)
        .orElseThrow(() ->
            UserError.notFound(
                "There is no recipe '"
                    + name
                    + "'."
                    + Suggestion.hint(name, all().stream().map(SavedRecipe::name).toList())));
  }
}

package dev.assay.workspace;

import dev.assay.engine.Work;
import dev.assay.model.GoldRecipe;
import dev.assay.model.Source;
import dev.assay.model.UserError;
import java.util.List;

/** The one Gold table that a sentence asks for: by rules, else by a language model. */
final class WishedGold {
  private final Catalogue catalogue;
  private final Catalogs catalogs;
  private final Features features;

  WishedGold(Catalogue catalogue, Catalogs catalogs, Features features) {
    this.catalogue = catalogue;
    this.catalogs = catalogs;
    this.features = features;
  }

  /**
   * Throws {@link UserError} that asks, or says why there is none.
   *
   * @param mayAskModel whether the caller may have a language model asked
   */
  GoldRecipe of(Source source, String sentence, boolean mayAskModel) {
    catalogue.silver(source);
    try {
      return features.suggestGold(
          source, sentence, reader -> catalogs.at(reader, List.of(source)), Work.unwatched());
    } catch (UserError e) {
      if (e.kind() != UserError.Kind.INVALID || !features.asksModel()) {
        throw e;
      }
      if (!mayAskModel) {
        throw new UserError(
            UserError.Kind.FORBIDDEN,
            "This sentence is not understood by rules alone, and only a caller with this"
                + " workspace's token may have the language model asked; use 'assay suggest gold'"
                + " instead.");
      }
      return byModel(source, sentence, e);
    }
  }

  private GoldRecipe byModel(Source source, String sentence, UserError byRules) {
    try {
      return features.suggestGoldByModel(
          source, catalogue.columns(source.silverTable()), sentence, Work.unwatched());
    } catch (UserError e) {
      throw UserError.invalid(
          byRules.getMessage() + " A language model was asked: " + e.getMessage());
    }
  }
}

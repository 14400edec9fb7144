package dev.assay.workspace;

import dev.assay.engine.Work;
import dev.assay.model.GoldRecipe;

/** Gold over several sources: what suggests itself where people have confirmed how they belong. */
final class GoldAcross {
  private final Relations relations;
  private final Catalogue catalogue;
  private final Features features;

  GoldAcross(Relations relations, Catalogue catalogue, Features features) {
    this.relations = relations;
    this.catalogue = catalogue;
    this.features = features;
  }

  GoldRecipe suggest() {
    return features.suggestGoldAcross(
        relations.confirmed(), relations.sources(), catalogue::columns, Work.unwatched());
  }
}

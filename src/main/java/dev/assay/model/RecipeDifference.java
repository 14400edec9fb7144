package dev.assay.model;

import java.util.List;

/** How two recipes of a Silver table's history differ; no changes where they are alike. */
public record RecipeDifference(RecipeVersion from, RecipeVersion to, List<RecipeChange> changes) {}

package dev.assay.model;

/**
 * How a layer is made: the stored JSON, the request's body, the advice, the rebuild's input and the
 * export are all this.
 */
public sealed interface Recipe permits Landing, SilverRecipe, GoldRecipe {
  Layer layer();
}

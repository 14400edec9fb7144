package dev.assay.model;

import java.util.List;

/**
 * What a build will do, made without side effects and without naming an engine.
 *
 * @param sourceId the source
 * @param layer the layer that it makes
 * @param table the table that readers will see
 * @param recipe the recipe it was made from, stored with the build
 * @param steps in order
 */
public record BuildPlan(
    String sourceId, Layer layer, String table, Recipe recipe, List<Step> steps) {
  public BuildPlan {
    steps = List.copyOf(steps);
  }
}

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
 * @param otherwise what is done instead where the data does not bear out what this plan presumes;
 *     null where it presumes nothing
 */
public record BuildPlan(
    String sourceId,
    Layer layer,
    String table,
    Recipe recipe,
    List<Step> steps,
    BuildPlan otherwise) {
  public BuildPlan {
    steps = List.copyOf(steps);
  }

  /** A plan that presumes nothing. */
  public BuildPlan(String sourceId, Layer layer, String table, Recipe recipe, List<Step> steps) {
    this(sourceId, layer, table, recipe, steps, null);
  }

  public BuildPlan withSteps(List<Step> steps) {
    return new BuildPlan(sourceId, layer, table, recipe, steps, otherwise);
  }
}

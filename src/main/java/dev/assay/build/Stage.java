package dev.assay.build;

import dev.assay.engine.Work;
import dev.assay.model.Author;
import dev.assay.model.BuildPlan;
import dev.assay.model.Layer;
import java.util.function.Function;

/**
 * One table that a build makes.
 *
 * @param table the table that readers will see
 * @param plan made when the stage begins, because the stage before may have changed the columns
 *     upstream; throws {@link dev.assay.model.UserError} when the recipe no longer fits
 * @param author who wrote the recipe
 * @param published writes to the store in the transaction that records the publication
 * @param unchanged writes to the store when it has turned out that there is nothing to publish
 */
public record Stage(
    Layer layer,
    String table,
    Function<Work, BuildPlan> plan,
    Author author,
    Runnable published,
    Runnable unchanged) {
  /** A stage that always publishes. */
  public Stage(
      Layer layer,
      String table,
      Function<Work, BuildPlan> plan,
      Author author,
      Runnable published) {
    this(layer, table, plan, author, published, () -> {});
  }

  public Stage(Layer layer, String table, Function<Work, BuildPlan> plan, Author author) {
    this(layer, table, plan, author, () -> {});
  }
}

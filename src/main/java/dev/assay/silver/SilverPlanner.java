package dev.assay.silver;

import dev.assay.model.BuildPlan;
import dev.assay.model.Change;
import dev.assay.model.Layer;
import dev.assay.model.Rows;
import dev.assay.model.SilverRecipe;
import dev.assay.model.SilverSpec;
import dev.assay.model.Source;
import dev.assay.model.Step;
import java.util.List;

/** Turns a silver recipe into a plan, without side effects. */
public final class SilverPlanner {
  private final RecipeCheck check;

  public SilverPlanner(RecipeCheck check) {
    this.check = check;
  }

  /**
   * Plans a build.
   *
   * @param bronze the columns of the Bronze table
   * @throws dev.assay.model.UserError that lists every problem of the recipe
   */
  public BuildPlan plan(Source source, SilverRecipe recipe, List<Rows.Column> bronze) {
    SilverSpec spec = check.check(source, recipe, bronze);
    String staged = "assay_staging_" + source.silverTable();
    String rejected = "assay_staging_" + source.rejectedTable();
    String duplicates = "assay_staging_" + source.duplicatesTable();
    return new BuildPlan(
        source.id(),
        Layer.SILVER,
        source.silverTable(),
        recipe,
        List.of(
            new Step.Clean(spec, staged),
            new Step.Account(spec, staged),
            new Step.SetAside(spec, staged, rejected, duplicates),
            new Step.Prove(spec, staged, rejected, duplicates),
            new Step.Publish(
                List.of(
                    new Change.Swap(staged, source.silverTable()),
                    new Change.Swap(rejected, source.rejectedTable()),
                    new Change.Swap(duplicates, source.duplicatesTable())))));
  }
}

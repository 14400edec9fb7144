package dev.assay.bronze;

import dev.assay.model.BuildPlan;
import dev.assay.model.Landing;
import dev.assay.model.Layer;
import dev.assay.model.Source;
import dev.assay.model.Step;
import java.util.List;

/** Plans how Bronze is made. */
public final class BronzePlanner {
  private BronzePlanner() {}

  public static BuildPlan plan(Source source, Landing landing) {
    String staged = "assay_staging_" + source.bronzeTable();
    String stagedMalformed = "assay_staging_" + source.malformedTable();
    return new BuildPlan(
        source.id(),
        Layer.BRONZE,
        source.bronzeTable(),
        landing,
        List.of(
            new Step.Land(source, landing, staged, stagedMalformed),
            new Step.Publish(
                List.of(
                    new Step.Swap(staged, source.bronzeTable()),
                    new Step.Swap(stagedMalformed, source.malformedTable())))));
  }
}

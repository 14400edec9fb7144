package dev.assay.gold;

import dev.assay.engine.Engine;
import dev.assay.engine.Work;
import dev.assay.model.GoldRecipe;
import dev.assay.model.Relationship;
import dev.assay.model.Rows;
import java.util.List;
import java.util.function.Function;

/** Suggests Gold tables whose rows are given columns of the tables that they look up. */
public final class AcrossAdvisor {
  private final Engine engine;

  public AcrossAdvisor(Engine engine) {
    this.engine = engine;
  }

  public GoldRecipe suggest(
      List<Relationship> confirmed, Function<String, List<Rows.Column>> columns, Work work) {
    return new GoldRecipe(List.of());
  }
}

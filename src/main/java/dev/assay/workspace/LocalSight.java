package dev.assay.workspace;

import dev.assay.build.Builds;
import dev.assay.engine.Engine;
import dev.assay.model.SilverDifference;
import dev.assay.model.SilverRecipe;
import dev.assay.model.Source;
import dev.assay.sql.Dialect;
import dev.assay.sql.TableSql;
import dev.assay.store.Store;

/** What stands behind {@link Sight} in the process that holds the workspace. */
final class LocalSight {
  private final SilverDifferences differences;
  private final RecipeHistory recipes;
  private final ColumnMeasures measures;
  private final Rejects rejects;

  LocalSight(
      Store store,
      Engine engine,
      Dialect dialect,
      Catalogue catalogue,
      Advice advice,
      Stages stages,
      Builds builds,
      MaskedColumns masked,
      Trials trials) {
    this.differences =
        new SilverDifferences(
            store,
            engine,
            new TableSql(dialect),
            catalogue,
            advice,
            stages,
            builds,
            new GoldDifferences(engine, dialect, catalogue, advice, stages, masked),
            masked,
            trials);
    this.recipes = new RecipeHistory(store);
    this.measures = new ColumnMeasures(engine, dialect, advice, stages, masked, trials);
    this.rejects = new Rejects(engine, catalogue, masked);
  }

  SilverDifference diffSilver(Source source, SilverRecipe recipe) {
    return differences.difference(source, recipe);
  }

  RecipeHistory recipes() {
    return recipes;
  }

  ColumnMeasures measures() {
    return measures;
  }

  Rejects rejects() {
    return rejects;
  }
}

package dev.assay.workspace;

import dev.assay.build.Builds;
import dev.assay.build.Trial;
import dev.assay.engine.Engine;
import dev.assay.engine.EngineException;
import dev.assay.engine.Work;
import dev.assay.model.BuildPlan;
import dev.assay.model.GoldRecipe;
import dev.assay.model.Layer;
import dev.assay.model.LayerStatus;
import dev.assay.model.Ledger;
import dev.assay.model.MedallionLayer;
import dev.assay.model.SilverRecipe;
import dev.assay.model.Source;
import dev.assay.model.Step;
import dev.assay.model.UserError;
import dev.assay.sql.Dialect;
import dev.assay.sql.TableSql;
import dev.assay.store.Recipes;
import dev.assay.store.Store;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * Computes from the tables as they are now whether what was published still holds: that rows add
 * up, that Silver is what its recipe makes of Bronze, and that Gold says what Silver says.
 */
final class Checks {
  private final Store store;
  private final Engine engine;
  private final TableSql tables;
  private final Catalogue catalogue;
  private final Stages stages;
  private final Builds builds;
  private final Features features;

  Checks(
      Store store,
      Engine engine,
      Dialect dialect,
      Catalogue catalogue,
      Stages stages,
      Builds builds,
      Features features) {
    this.store = store;
    this.engine = engine;
    this.tables = new TableSql(dialect);
    this.catalogue = catalogue;
    this.stages = stages;
    this.builds = builds;
    this.features = features;
  }

  List<CheckResult> check(Source source) {
    List<CheckResult> results = new ArrayList<>();
    catalogue.published(source, Layer.BRONZE).ifPresent(l -> results.add(rowCount(source, l)));
    catalogue
        .published(source, Layer.SILVER)
        .ifPresent(silver -> {
          results.add(rowCount(source, silver));
          results.add(
              result(
                  source, silver, "Every row is accounted for", () -> conserved(source, silver)));
          results.add(
              result(
                  source,
                  silver,
                  "Silver is what its recipe makes of Bronze",
                  () -> rebuilt(source, silver)));
        });
    for (MedallionLayer gold : catalogue.layers(source, Layer.GOLD)) {
      if (gold.publishedBuild() != null) {
        results.add(rowCount(source, gold));
        results.add(result(source, gold, "Gold = Silver", () -> reconciled(source, gold)));
      }
    }
    return results;
  }

  /** Whether something holds, with figures; a UserError says why it does not. */
  private record Finding(boolean holds, String detail) {}

  private static CheckResult result(
      Source source, MedallionLayer layer, String check, Supplier<Finding> look) {
    Finding finding;
    if (layer.status() == LayerStatus.STALE) {
      finding =
          new Finding(
              false,
              layer.staleReason()
                  + " Run: assay refresh "
                  + layer.layer().text()
                  + " "
                  + source.id());
    } else {
      try {
        finding = look.get();
      } catch (UserError | EngineException e) {
        finding = new Finding(false, e.getMessage());
      }
    }
    return new CheckResult(
        source.id(), layer.tableName(), check, finding.holds(), finding.detail());
  }

  private CheckResult rowCount(Source source, MedallionLayer layer) {
    long now = count(layer.tableName());
    boolean same = layer.rowCount() != null && layer.rowCount() == now;
    return new CheckResult(
        source.id(),
        layer.tableName(),
        "The table holds the rows that its build recorded",
        same,
        same
            ? now + (now == 1 ? " row." : " rows.")
            : now + " rows, but its build recorded " + layer.rowCount() + ".");
  }

  private Finding conserved(Source source, MedallionLayer layer) {
    long bronze = count(source.bronzeTable());
    Long unpivoted = layer.ledger() == null ? null : layer.ledger().unpivoted();
    long silver = count(source.silverTable());
    long filtered = number(tables.countFiltered(source.rejectedTable()));
    long rejected = count(source.rejectedTable()) - filtered;
    long duplicates = count(source.duplicatesTable());
    return new Finding(
        (unpivoted == null ? bronze : unpivoted) == silver + rejected + duplicates + filtered,
        bronze
            + " in Bronze"
            + (unpivoted == null ? "" : ", " + unpivoted + " after columns became rows")
            + " = "
            + silver
            + " in Silver + "
            + rejected
            + " rejected + "
            + duplicates
            + " duplicates"
            + (filtered == 0 ? "." : " + " + filtered + " filtered."));
  }

  private Finding rebuilt(Source source, MedallionLayer silver) {
    BuildPlan plan =
        stages.planSilver(source, (SilverRecipe) published(source.silverTable()).recipe());
    try (Trial trial = builds.trial(plan, Work.unwatched())) {
      long differences = 0;
      for (var swap : trial.swaps().entrySet()) {
        differences += number(tables.differences(swap.getValue(), swap.getKey()));
      }
      if (trial.refusal().isPresent()) {
        return new Finding(false, "Built again on the side: " + trial.refusal().get().sentence());
      }
      Optional<Ledger> ledger = trial.ledger();
      boolean sameReasons =
          silver.ledger() == null
              || ledger
                  .map(l ->
                      l.rejectionReasons().equals(silver.ledger().rejectionReasons())
                          && l.filterReasons().equals(silver.ledger().filterReasons()))
                  .orElse(true);
      String detail =
          differences == 0
              ? "Built again on the side: the same rows, the same reasons; cells and totals"
                  + " balance."
              : differences + " rows differ from what the recipe makes of Bronze now.";
      return new Finding(differences == 0 && sameReasons, detail);
    }
  }

  private Finding reconciled(Source source, MedallionLayer gold) {
    GoldRecipe recipe = (GoldRecipe) published(gold.tableName()).recipe();
    BuildPlan plan = stages.planGold(source, recipe).getFirst();
    boolean typed = false;
    for (Step step : plan.steps()) {
      if (step instanceof Step.Reconcile(var query, _)) {
        features.reconcile(new Step.Reconcile(query, gold.tableName()), Work.unwatched());
        typed = true;
      }
    }
    if (typed) {
      return new Finding(true, "Proven against " + source.silverTable() + ".");
    }
    try (Trial trial = builds.trial(plan, Work.unwatched())) {
      long differences =
          number(tables.differences(trial.staged(gold.tableName()), gold.tableName()));
      return new Finding(
          differences == 0,
          differences == 0
              ? "Its SQL gives the same rows now."
              : "Its SQL gives " + differences + " rows that differ now.");
    }
  }

  private Recipes.Applied published(String table) {
    return store
        .recipes()
        .published(table)
        .orElseThrow(() -> new IllegalStateException("No recipe is on record for " + table));
  }

  private long count(String table) {
    return number(tables.count(table));
  }

  private long number(String select) {
    return ((Number) engine.query(select).rows().getFirst().getFirst()).longValue();
  }
}

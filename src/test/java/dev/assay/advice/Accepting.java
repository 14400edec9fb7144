package dev.assay.advice;

import dev.assay.engine.Work;
import dev.assay.model.BuildPlan;
import dev.assay.model.Ledger;
import dev.assay.model.Proposal;
import dev.assay.model.SilverRecipe;
import dev.assay.model.SilverSpec;
import dev.assay.model.Step;
import dev.assay.sql.MaskSql;
import dev.assay.silver.Accountant;
import dev.assay.silver.RecipeCheck;
import dev.assay.silver.SilverPlanner;
import java.util.List;
import java.util.Optional;

/** Accepts proposals as a person would: edits the recipe, checks it, builds it, balances it. */
final class Accepting {
  private final Bronze bronze;
  private final Accountant accountant;
  private final SilverPlanner planner;

  Accepting(Bronze bronze) {
    this.bronze = bronze;
    MaskSql.keep("a key").forEach(sql -> bronze.engine.execute(sql, Work.unwatched()));
    this.accountant = new Accountant(bronze.engine, bronze.dialect);
    this.planner =
        new SilverPlanner(
            new RecipeCheck(
                bronze.dialect,
                (expression, columns) -> new SilverSpec.Expression(expression, "false", columns),
                (_, _) -> Optional.empty(),
                _ -> Optional.empty()));
  }

  static Proposal proposal(SilverRecipe recipe, String id) {
    return recipe.proposals().stream()
        .filter(proposal -> proposal.id().equals(id))
        .findFirst()
        .orElseThrow(() ->
            new AssertionError(
                "There is no proposal "
                    + id
                    + ", only "
                    + recipe.proposals().stream().map(Proposal::id).toList()));
  }

  Ledger build(SilverRecipe recipe, String id) {
    return build(RecipeEditor.apply(recipe, proposal(recipe, id).edits()));
  }

  /** Builds with every proposal of the recipe. */
  Ledger buildAll(SilverRecipe recipe) {
    return build(
        RecipeEditor.apply(
            recipe,
            recipe.proposals().stream().flatMap(proposal -> proposal.edits().stream()).toList()));
  }

  Ledger build(SilverRecipe recipe) {
    BuildPlan plan =
        planner.plan(
            Bronze.SOURCE, recipe, bronze.engine.columns("bronze_orders_raw").orElseThrow());
    Ledger ledger = null;
    for (Step step : plan.steps()) {
      bronze.dialect.statements(step).forEach(sql -> bronze.engine.execute(sql, Work.unwatched()));
      if (step instanceof Step.Account account) {
        ledger = accountant.account(account, Work.unwatched());
      } else if (step instanceof Step.Prove prove) {
        accountant.prove(prove, ledger, Work.unwatched());
      }
    }
    return ledger;
  }

  List<List<Object>> silver(String columns) {
    return bronze
        .engine
        .query("SELECT " + columns + " FROM silver_orders_cleaned ORDER BY _row_no")
        .rows();
  }
}

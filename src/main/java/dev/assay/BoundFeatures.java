package dev.assay;

import dev.assay.build.Hands;
import dev.assay.engine.Engine;
import dev.assay.engine.Work;
import dev.assay.gold.CheckedSelect;
import dev.assay.gold.GoldAdvisor;
import dev.assay.gold.GoldPlanner;
import dev.assay.gold.Reconciliation;
import dev.assay.model.Answer;
import dev.assay.model.BuildPlan;
import dev.assay.model.DialectOverrides;
import dev.assay.model.GoldRecipe;
import dev.assay.model.Landing;
import dev.assay.model.Ledger;
import dev.assay.model.Profile;
import dev.assay.model.Rows;
import dev.assay.model.SilverRecipe;
import dev.assay.model.Source;
import dev.assay.model.Step;
import dev.assay.silver.Accountant;
import dev.assay.silver.RecipeCheck;
import dev.assay.silver.SilverPlanner;
import dev.assay.sql.Dialect;
import dev.assay.workspace.Features;
import java.io.OutputStream;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/** The features of this product over one engine, in plain sight. */
final class BoundFeatures implements Features, Hands {
  private final SilverPlanner silver;
  private final Accountant accountant;
  private final GoldAdvisor goldAdvisor;
  private final GoldPlanner gold;
  private final Reconciliation reconciliation;

  BoundFeatures(Engine engine, Dialect dialect, RecipeCheck recipes, CheckedSelect guard) {
    this.silver = new SilverPlanner(recipes);
    this.accountant = new Accountant(engine, dialect);
    this.goldAdvisor = new GoldAdvisor(engine);
    this.gold = new GoldPlanner(guard);
    this.reconciliation = new Reconciliation(engine);
  }

  @Override
  public Landing detect(Path file, DialectOverrides overrides) {
    throw new UnsupportedOperationException("comes with source.Detection");
  }

  @Override
  public BuildPlan planBronze(Source source, Landing landing) {
    throw new UnsupportedOperationException("comes with bronze.BronzePlanner");
  }

  @Override
  public Landed land(Step.Land step, long loadId, Instant loadedAt, Work work) {
    throw new UnsupportedOperationException("comes with bronze.Lander");
  }

  @Override
  public Profile measure(String table, Landing landing, Work work) {
    throw new UnsupportedOperationException("comes with profile.Profiler");
  }

  @Override
  public SilverRecipe suggestSilver(Source source, Profile profile, Work work) {
    throw new UnsupportedOperationException("comes with advice.SilverAdvisor");
  }

  @Override
  public SilverRecipe settle(
      Source source,
      Profile profile,
      SilverRecipe recipe,
      String column,
      String choice,
      Work work) {
    throw new UnsupportedOperationException("comes with advice.Settlement");
  }

  @Override
  public BuildPlan planSilver(Source source, SilverRecipe recipe, List<Rows.Column> bronze) {
    return silver.plan(source, recipe, bronze);
  }

  @Override
  public Ledger account(Step.Account step, Work work) {
    return accountant.account(step, work);
  }

  @Override
  public void prove(Step.Prove step, Ledger ledger, Work work) {
    accountant.prove(step, ledger, work);
  }

  @Override
  public GoldRecipe suggestGold(
      Source source, List<Rows.Column> columns, SilverRecipe recipe, Work work) {
    return goldAdvisor.suggest(source, columns, recipe, work);
  }

  @Override
  public List<BuildPlan> planGold(
      Source source, GoldRecipe recipe, List<Rows.Column> columns, Map<String, String> taken) {
    return gold.plan(source, recipe, columns, taken);
  }

  @Override
  public void reconcile(Step.Reconcile step, Work work) {
    reconciliation.prove(step, work);
  }

  @Override
  public Answer ask(String question, String source) {
    throw new UnsupportedOperationException("comes with ask");
  }

  @Override
  public Rows sql(String select) {
    throw new UnsupportedOperationException("comes with sql.Guard");
  }

  @Override
  public void export(String table, String format, OutputStream out) {
    throw new UnsupportedOperationException("comes with exports");
  }
}

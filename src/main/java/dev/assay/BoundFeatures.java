package dev.assay;

import dev.assay.advice.Advisor;
import dev.assay.advice.Settlement;
import dev.assay.advice.SilverAdvisor;
import dev.assay.advice.llm.LlmAdvisor;
import dev.assay.advice.llm.ModelProbe;
import dev.assay.advice.llm.RecipeTrial;
import dev.assay.advice.llm.Reviser;
import dev.assay.ask.Asker;
import dev.assay.ask.Catalog;
import dev.assay.ask.llm.Checks;
import dev.assay.ask.llm.QuestionModel;
import dev.assay.bronze.FirstRows;
import dev.assay.bronze.Inspector;
import dev.assay.bronze.Lander;
import dev.assay.build.Hands;
import dev.assay.engine.DuckDbEngine;
import dev.assay.engine.Work;
import dev.assay.gold.AcrossAdvisor;
import dev.assay.gold.CheckedSelect;
import dev.assay.gold.GoldAdvisor;
import dev.assay.gold.GoldPlanner;
import dev.assay.gold.ModelsRanking;
import dev.assay.gold.Reconciliation;
import dev.assay.gold.llm.GoldModel;
import dev.assay.llm.ModelGate;
import dev.assay.llm.Veil;
import dev.assay.model.Answer;
import dev.assay.model.AskRequest;
import dev.assay.model.BuildPlan;
import dev.assay.model.CellOverride;
import dev.assay.model.DialectOverrides;
import dev.assay.model.FoundTable;
import dev.assay.model.GoldRecipe;
import dev.assay.model.Inspected;
import dev.assay.model.Landing;
import dev.assay.model.Ledger;
import dev.assay.model.ModelTrial;
import dev.assay.model.Origin;
import dev.assay.model.Profile;
import dev.assay.model.Relation;
import dev.assay.model.Relationship;
import dev.assay.model.Revision;
import dev.assay.model.Rows;
import dev.assay.model.SemanticModel;
import dev.assay.model.SilverRecipe;
import dev.assay.model.Source;
import dev.assay.model.Step;
import dev.assay.model.SuggestedQuestion;
import dev.assay.profile.Profiler;
import dev.assay.relationship.Discovery;
import dev.assay.semantic.Inferred;
import dev.assay.semantic.Semantics;
import dev.assay.semantic.Told;
import dev.assay.silver.Accountant;
import dev.assay.silver.RecipeCheck;
import dev.assay.silver.SilverPlanner;
import dev.assay.source.Origins;
import dev.assay.source.RelationReader;
import dev.assay.sql.Dialect;
import dev.assay.sql.Guard;
import dev.assay.sql.Tables;
import dev.assay.workspace.Features;
import dev.assay.workspace.FreeReading;
import dev.assay.workspace.LandingPreview;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/** The features of this product over one engine, in plain sight. */
final class BoundFeatures implements Features, Hands {
  private final FreeReading reading;
  private final Origins origins;
  private final Lander lander;
  private final FirstRows firstRows;
  private final Inspector inspector;
  private final Profiler profiler;
  private final ModelGate model;
  private final Advisor rules;
  private final Advisor advisor;
  private final Reviser reviser;
  private final ModelProbe probe;
  private final Settlement settlement;
  private final SilverPlanner silver;
  private final Accountant accountant;
  private final Semantics semantics;
  private final GoldAdvisor goldAdvisor;
  private final GoldModel goldModel;
  private final ModelsRanking modelsRanking;
  private final Reconciliation reconciliation;
  private final Asker asker;
  private final Discovery relationships;
  private final AcrossAdvisor acrossAdvisor;

  /**
   * @param masked source columns that a source's recipe in force masks
   * @param veils columns of every layer whose values no model is told
   */
  BoundFeatures(
      DuckDbEngine engine,
      Dialect dialect,
      Guard guard,
      RecipeCheck recipes,
      Origins origins,
      ModelGate model,
      Function<Source, Set<String>> masked,
      Function<Source, Veil> veils) {
    this.reading = new FreeReading(engine, guard);
    this.origins = origins;
    this.lander = new Lander(engine, origins);
    this.firstRows = new FirstRows(origins);
    this.inspector = new Inspector(engine);
    this.profiler = new Profiler(engine, dialect);
    RecipeTrial trial =
        (source, recipe) ->
            recipes.check(source, recipe, engine.columns(source.bronzeTable()).orElseThrow());
    this.model = model;
    this.rules = new SilverAdvisor(engine, dialect, profiler);
    this.advisor = new LlmAdvisor(rules, model, trial, masked, engine, dialect);
    this.reviser = new Reviser(model, trial, masked);
    this.probe = new ModelProbe(model);
    this.settlement = new Settlement(dialect, profiler);
    this.silver = new SilverPlanner(recipes);
    this.accountant = new Accountant(engine, dialect);
    this.semantics = new Semantics();
    this.goldAdvisor = new GoldAdvisor(engine);
    this.modelsRanking = new ModelsRanking(engine);
    this.goldModel = new GoldModel(model, veils, engine, this::overSilver);
    this.reconciliation = new Reconciliation(engine);
    this.relationships = new Discovery(engine);
    this.acrossAdvisor = new AcrossAdvisor(engine);
    this.asker =
        new Asker(
            engine, dialect, semantics, new QuestionModel(model, veils), this::writtenByModel);
  }

  @Override
  public List<FoundTable> tables(Path file, String fileName) {
    return origins.tables(file, fileName);
  }

  @Override
  public Landing look(Origin origin, DialectOverrides overrides) {
    return origins.look(origin, overrides);
  }

  @Override
  public LandingPreview preview(Origin.File file, DialectOverrides overrides, int rows) {
    return preview(firstRows.of(file, overrides, rows));
  }

  @Override
  public LandingPreview preview(RelationReader.Login login, Relation relation, int rows) {
    return preview(firstRows.of(login, relation, rows));
  }

  private static LandingPreview preview(FirstRows.Seen seen) {
    return new LandingPreview(seen.landing(), seen.rows(), seen.malformed());
  }

  @Override
  public void test(RelationReader.Login login) {
    reader(login).test(login);
  }

  @Override
  public List<FoundTable> tables(RelationReader.Login login) {
    return reader(login).tables(login);
  }

  @Override
  public Optional<Long> cost(RelationReader.Login login, Relation relation) {
    return reader(login).cost(login, relation).map(RelationReader.Cost::bytes);
  }

  private RelationReader reader(RelationReader.Login login) {
    return origins.system(login.connection().system());
  }

  @Override
  public Rows firstRows(Origin origin, Landing landing, int rows) {
    return firstRows.rows(origin, landing, rows);
  }

  @Override
  public List<Landed> land(Step.Land step, long firstLoadId, Instant loadedAt, Work work) {
    return lander.land(step, firstLoadId, loadedAt, work).stream()
        .map(landed ->
            new Landed(
                landed.rowsRead(),
                landed.rowsLanded(),
                landed.rowsMalformed(),
                landed.malformedByReason()))
        .toList();
  }

  @Override
  public Inspected inspect(Step.Inspect step, Work work) {
    return inspector.inspect(step.inspection(), work);
  }

  @Override
  public Profile measure(String table, Landing landing, Work work) {
    return profiler.measure(table, landing, work);
  }

  @Override
  public SilverRecipe suggestSilver(Source source, Profile profile, Work work) {
    return advisor.suggest(source, profile, work);
  }

  @Override
  public SilverRecipe suggestByRules(Source source, Profile profile, Work work) {
    return rules.suggest(source, profile, work);
  }

  @Override
  public boolean asksModel() {
    return model.open().isPresent();
  }

  @Override
  public Revision revise(
      Source source, Profile profile, SilverRecipe recipe, String sentence, Work work) {
    return reviser.revise(source, profile, recipe, sentence, work);
  }

  @Override
  public Revision reviseByRules(Source source, SilverRecipe recipe, String sentence) {
    return reviser.byRules(source, recipe, sentence);
  }

  @Override
  public ModelTrial testModel(Work work) {
    return probe.test(work);
  }

  @Override
  public SilverRecipe settle(
      Source source,
      Profile profile,
      SilverRecipe recipe,
      String column,
      String choice,
      Work work) {
    return settlement.settle(source, profile, recipe, column, choice, work);
  }

  @Override
  public BuildPlan planSilver(
      Source source, SilverRecipe recipe, List<Rows.Column> bronze, List<CellOverride> overrides) {
    return silver.plan(source, recipe, bronze, overrides);
  }

  @Override
  public SilverPlanner replays() {
    return silver;
  }

  @Override
  public Accounted carry(Step.Carry step, Ledger again) {
    var accounted = accountant.carry(step, again);
    return new Accounted(accounted.ledger(), accounted.refusal());
  }

  @Override
  public Accounted account(Step.Account step, Work work) {
    var accounted = accountant.judge(step, work);
    return new Accounted(accounted.ledger(), accounted.refusal());
  }

  @Override
  public void prove(Step.Prove step, Ledger ledger, Work work) {
    accountant.prove(step, ledger, work);
  }

  @Override
  public Inferred inferred(
      Source source, Catalog.Table silver, Told told, Function<String, Rows> read) {
    return semantics.inferred(source, silver.build(), silver.columns(), told, read);
  }

  @Override
  public GoldRecipe suggestGold(
      Source source, List<Rows.Column> columns, Inferred inferred, SemanticModel model, Work work) {
    GoldRecipe byRules = goldAdvisor.suggest(source, columns, inferred, model, work);
    return modelsRanking.of(
        goldModel.with(byRules, source, columns, work), source, columns, inferred, model, work);
  }

  @Override
  public GoldRecipe suggestGoldByModel(
      Source source, List<Rows.Column> columns, String sentence, Work work) {
    var wished = goldModel.wished(source, columns, sentence, work);
    return new GoldRecipe(wished.tables(), wished.notes());
  }

  @Override
  public GoldRecipe suggestGold(
      Source source, String sentence, Catalog.Published published, Work work) {
    Asker.Wish wish = asker.wish(sentence, published, Clock.systemDefaultZone());
    return goldAdvisor.wished(source, wish.columns(), wish.query(), sentence, wish.notes(), work);
  }

  @Override
  public Discovery relationships() {
    return relationships;
  }

  @Override
  public GoldRecipe suggestGoldAcross(
      List<Relationship> confirmed,
      Map<String, Source> sources,
      Function<String, List<Rows.Column>> columns,
      Work work) {
    return acrossAdvisor.suggest(confirmed, sources, columns, work);
  }

  /** SQL that feeds a build passes both walls: its tree is checked, then planned read-only. */
  @Override
  public List<BuildPlan> planGold(
      Source source,
      GoldRecipe recipe,
      List<Rows.Column> columns,
      Map<String, String> taken,
      Function<String, Optional<List<Rows.Column>>> others) {
    return new GoldPlanner(overSilver(source)).plan(source, recipe, columns, taken, others);
  }

  private CheckedSelect overSilver(Source source) {
    Tables silverOnly = Tables.of(List.of(source.silverTable()));
    return sql -> reading.planned(sql, silverOnly);
  }

  @Override
  public void reconcile(Step.Reconcile step, Work work) {
    reconciliation.prove(step, work);
  }

  @Override
  public Answer ask(AskRequest request, Catalog.Published published, Clock clock) {
    return asker.ask(request, published, clock);
  }

  @Override
  public List<SuggestedQuestion> suggestQuestions(
      Catalog.Published published, String language, Clock clock) {
    return asker.suggested(published, language, clock);
  }

  private Checks.Select writtenByModel(String sql, List<String> tables) {
    var checked = reading.checked(sql, Tables.of(tables));
    return new Checks.Select(
        checked.sql(),
        tables.stream()
            .filter(table -> checked.tables().stream().anyMatch(table::equalsIgnoreCase))
            .toList());
  }

  @Override
  public void prepare(Catalog.Published published) {
    asker.prepare(published);
  }

  @Override
  public void warm() {
    Asker.warm();
  }

  @Override
  public Rows written(String select, Tables tables) {
    return reading.read(select, tables);
  }
}

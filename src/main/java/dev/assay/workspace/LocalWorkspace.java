package dev.assay.workspace;

import dev.assay.build.Builds;
import dev.assay.build.Job;
import dev.assay.engine.Work;
import dev.assay.model.Answer;
import dev.assay.model.AskRequest;
import dev.assay.model.Build;
import dev.assay.model.BuildPreview;
import dev.assay.model.CellOverride;
import dev.assay.model.ColumnMeasurement;
import dev.assay.model.Connection;
import dev.assay.model.DialectOverrides;
import dev.assay.model.FoundTable;
import dev.assay.model.GoldRecipe;
import dev.assay.model.Layer;
import dev.assay.model.Lineage;
import dev.assay.model.Load;
import dev.assay.model.Machine;
import dev.assay.model.MedallionBuildLog;
import dev.assay.model.MedallionLayer;
import dev.assay.model.Mended;
import dev.assay.model.Profile;
import dev.assay.model.ReasonCount;
import dev.assay.model.RecipeDifference;
import dev.assay.model.RecipeFit;
import dev.assay.model.RecipeInForce;
import dev.assay.model.RecipeVersion;
import dev.assay.model.Relation;
import dev.assay.model.Revision;
import dev.assay.model.RowView;
import dev.assay.model.Rows;
import dev.assay.model.SavedQuestion;
import dev.assay.model.SavedRecipe;
import dev.assay.model.SemanticModel;
import dev.assay.model.SilverChanges;
import dev.assay.model.SilverColumn;
import dev.assay.model.SilverDifference;
import dev.assay.model.SilverRecipe;
import dev.assay.model.Source;
import dev.assay.model.SyncSettings;
import dev.assay.model.WorkspaceSettings;
import dev.assay.sql.Dialect;
import dev.assay.sql.Guard;
import dev.assay.sql.PublishedSql;
import dev.assay.store.Sources;
import java.io.OutputStream;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Stream;

/** The workspace whose folder this process holds. Closing it gives the folder back. */
public final class LocalWorkspace implements Workspace {
  private final HeldFolder folder;
  private final Features features;
  private final Builds builds;
  private final Catalogue catalogue;
  private final Advice advice;
  private final Connections connections;
  private final UploadShelf shelf;
  private final Intake intake;
  private final LandingPreviews landings;
  private final Syncing syncing;
  private final Drifts drifts;
  private final LayerBuilds layers;
  private final RecipeChanges changes;
  private final HiddenValues hidden;
  private final Previews previews;
  private final Views views;
  private final Changes rowChanges;
  private final Overrides overrides;
  private final LocalSight sight;
  private final Lineages lineages;
  private final RecipeShelf recipes;
  private final WishedGold wishedGold;
  private final SemanticModels models;
  private final Questions questions;
  private final Checks checks;
  private final Rounds rounds;
  private final Warming warming;
  private final ModelSetup model;
  private final LocalAcross across;
  private final LocalDesk desk;

  /** {@code builds} writes to the folder's two databases. */
  public LocalWorkspace(HeldFolder folder, Dialect dialect, Builds builds, Features features) {
    this.folder = folder;
    this.features = features;
    this.builds = builds;
    var store = folder.store();
    var engine = folder.engine();
    this.catalogue = new Catalogue(store, engine);
    MaskedColumns masked = new MaskedColumns(store, engine, features);
    SemanticFiles files = new SemanticFiles(folder.path(), store);
    Catalogs catalogs = new Catalogs(store, dialect, masked, features, files);
    this.wishedGold = new WishedGold(catalogue, catalogs, features);
    this.models = new SemanticModels(engine, catalogue, catalogs, features, files);
    this.advice = new Advice(store, catalogue, features, models);
    Readings readings = new Readings(features);
    this.drifts = new Drifts(engine, catalogue, features, readings, new Breaks(advice));
    NextLoad nextLoad = new NextLoad(store, catalogue, readings, new Fitting(drifts), masked);
    Replays replays = new Replays(store, engine, dialect, catalogue, features);
    Stages stages = new Stages(store, catalogue, advice, features, readings, nextLoad, replays);
    Undoing undoing = new Undoing(store, engine, catalogue);
    this.syncing = new Syncing(store, catalogue, stages, undoing, builds);
    Names names = new Names(store);
    this.connections = new Connections(folder, features, names);
    this.shelf = new UploadShelf(folder.uploads(), store);
    shelf.sweep();
    this.intake =
        new Intake(folder, features, catalogue, stages, syncing, names, connections, shelf);
    this.landings = new LandingPreviews(features, folder.uploads());
    this.layers = new LayerBuilds(store, engine, dialect, catalogue, advice, stages, builds);
    this.hidden = new HiddenValues(masked, catalogue, engine);
    Trials trials = new Trials();
    this.changes = new RecipeChanges(catalogue, advice, stages, hidden);
    this.previews =
        new Previews(
            engine,
            dialect,
            catalogue,
            advice,
            stages,
            builds,
            hidden,
            trials,
            features.relationships());
    this.overrides =
        new Overrides(store, engine, catalogue, advice, features, builds, layers, hidden, trials);
    Browsing browsing = new Browsing(engine, new PublishedSql(dialect));
    this.views = new Views(store, engine, dialect, catalogue, features, masked, browsing);
    this.rowChanges = new Changes(store, catalogue, features, masked, browsing);
    this.sight =
        new LocalSight(store, engine, dialect, catalogue, advice, stages, builds, masked, trials);
    this.lineages =
        new Lineages(store, catalogue, features, hidden, new Guard(engine::parse, engine::render));
    this.recipes = new RecipeShelf(store, catalogue, advice, stages, builds, hidden, trials);
    Relations relations = new Relations(store, catalogue, features.relationships());
    this.questions = new Questions(store, catalogue, catalogs, features, relations);
    this.desk = new LocalDesk(store, engine, questions, views);
    this.checks = new Checks(store, engine, dialect, catalogue, stages, builds, features);
    this.model = new ModelSetup(folder, features);
    builds.follow(new Followers(catalogue, advice, stages)::after);
    this.across =
        new LocalAcross(
            store, relations, layers, previews, new GoldAcross(relations, catalogue, features));
    this.warming = new Warming(store, dialect, features, catalogs);
    this.rounds = new Rounds(doing(), Clock.systemUTC());
  }

  @Override
  public List<SourceDetail> sources() {
    return folder.store().sources().all().stream()
        .map(kept ->
            catalogue
                .detail(kept.source(), null)
                .asking(advice.openQuestions(kept.source()).size()))
        .toList();
  }

  /** With its profile as soon as Bronze can be read; the first to ask waits for its measurement. */
  @Override
  public SourceDetail source(String source) {
    Source found = catalogue.source(source);
    Profile profile =
        catalogue.published(found, Layer.BRONZE).isPresent()
            ? hidden.profile(found, advice.profile(found, Work.unwatched()))
            : null;
    return catalogue.detail(found, profile);
  }

  @Override
  public List<Added> add(List<Path> paths, AddOptions options) {
    return intake.add(paths, options);
  }

  @Override
  public List<Added> addUploads(List<Upload> uploads, AddOptions options) {
    return intake.addUploads(uploads, options);
  }

  @Override
  public Added addSample() {
    return intake.sample();
  }

  @Override
  public Machine machine() {
    return new MachineReport(folder.path()).machine();
  }

  @Override
  public Build replaceUpload(String source, Upload upload, SyncWishes wishes) {
    return intake.replace(catalogue.kept(source), upload, wishes);
  }

  @Override
  public List<FoundTable> tables(Path file) {
    return landings.tables(file);
  }

  @Override
  public LandingPreview previewLanding(Path file, String table, DialectOverrides overrides) {
    return landings.preview(file, table, overrides);
  }

  @Override
  public Build sync(String source, SyncWishes wishes) {
    return syncing.sync(source, wishes);
  }

  @Override
  public List<Build> syncOrigin(String originId, SyncWishes wishes) {
    return syncing.syncOrigin(originId, wishes);
  }

  @Override
  public SyncSettings settings(String source) {
    return catalogue.kept(source).settings();
  }

  @Override
  public SyncSettings configure(String source, SyncSettings settings) {
    return syncing.configure(catalogue.source(source), settings);
  }

  @Override
  public List<Load> loads(String source) {
    Sources.Kept kept = catalogue.kept(source);
    return hidden.loads(kept.source(), folder.store().loads().of(kept.source().id()).reversed());
  }

  @Override
  public Build undo(String source, long loadId) {
    return syncing.undo(catalogue.source(source), loadId);
  }

  @Override
  public DriftReport drift(String source) {
    return drifts.report(catalogue.kept(source));
  }

  @Override
  public List<Connection> connections() {
    return connections.all();
  }

  @Override
  public Connection connect(NewConnection connection) {
    return connections.connect(connection);
  }

  @Override
  public void disconnect(String connection) {
    connections.disconnect(connection);
  }

  @Override
  public List<FoundTable> tables(String connection) {
    return connections.tables(connection);
  }

  @Override
  public Optional<Long> cost(String connection, Relation relation) {
    return connections.cost(connection, relation);
  }

  @Override
  public List<Added> addRelations(String connection, List<Relation> relations, AddOptions options) {
    return intake.addRelations(connection, relations, options);
  }

  @Override
  public void remove(String source) {
    Source found = catalogue.source(source);
    var copies = shelf.copies(found);
    layers.remove(found);
    models.forget(found);
    shelf.drop(copies, found.id());
  }

  @Override
  public Profile profile(String source) {
    Source found = catalogue.source(source);
    return hidden.profile(found, advice.profile(found, Work.unwatched()));
  }

  @Override
  public Medallion medallion(String source) {
    Source found = catalogue.source(source);
    List<MedallionLayer> all = folder.store().layers().of(found.id());
    return new Medallion(
        found.id(), found.name(), catalogue.strip(all), all, advice.openQuestions(found));
  }

  @Override
  public SilverRecipe suggestSilver(String source) {
    Source found = catalogue.source(source);
    return hidden.suggestion(found, advice.suggestSilver(found, Work.unwatched()));
  }

  @Override
  public SilverRecipe suggestSilverAgain(String source) {
    Source found = catalogue.source(source);
    folder.store().suggestions().forget(found.id(), Layer.SILVER);
    return hidden.suggestion(found, advice.suggestSilver(found, Work.unwatched()));
  }

  @Override
  public Revision revise(String source, String sentence, SilverRecipe recipe) {
    Source found = catalogue.source(source);
    // A draft that would show what is masked now is told to no model without the mask.
    SilverRecipe told =
        recipe == null ? null : hidden.masked(found, advice.complete(found, recipe));
    return hidden.revision(found, advice.revise(found, sentence, told, Work.unwatched()));
  }

  @Override
  public Revision reviseByRules(String source, String sentence, SilverRecipe recipe) {
    Source found = catalogue.source(source);
    return hidden.revision(found, advice.reviseByRules(found, sentence, recipe, Work.unwatched()));
  }

  @Override
  public Across across() {
    return across;
  }

  @Override
  public Desk desk() {
    return desk;
  }

  @Override
  public LanguageModel model() {
    return model;
  }

  @Override
  public GoldRecipe suggestGold(String source) {
    return advice.suggestGold(catalogue.source(source), Work.unwatched());
  }

  @Override
  public GoldRecipe suggestGold(String source, String sentence) {
    return wishedGold.of(catalogue.source(source), sentence, true);
  }

  @Override
  public GoldRecipe suggestGoldByRules(String source, String sentence) {
    return wishedGold.of(catalogue.source(source), sentence, false);
  }

  @Override
  public SemanticModel semantics(String source) {
    return models.of(catalogue.source(source)).model();
  }

  @Override
  public SemanticModel describe(String source, SemanticModel model) {
    return models.describe(catalogue.source(source), model);
  }

  @Override
  public void forgetSemantics(String source) {
    models.forget(catalogue.source(source));
  }

  @Override
  public BuildPreview previewSilver(String source, SilverRecipe recipe) {
    return previews.silver(catalogue.source(source), recipe);
  }

  @Override
  public List<BuildPreview> previewGold(String source, GoldRecipe recipe, String table) {
    return previews.gold(catalogue.source(source), recipe, table);
  }

  @Override
  public Build buildBronze(String source) {
    return syncing.land(catalogue.source(source));
  }

  @Override
  public Build buildSilver(String source, SilverRecipe recipe, Long basedOn) {
    return layers.silver(catalogue.source(source), recipe, Job.Verb.REBUILD, basedOn);
  }

  @Override
  public Build buildGold(String source, GoldRecipe recipe) {
    return layers.gold(catalogue.source(source), recipe);
  }

  @Override
  public Build refresh(String source, Layer layer, String table) {
    Source found = catalogue.source(source);
    return switch (layer) {
      case BRONZE -> syncing.land(found);
      case SILVER -> layers.silver(found, null, Job.Verb.REFRESH);
      case GOLD -> layers.refreshGold(found, table);
    };
  }

  @Override
  public void drop(String source, Layer layer, String table, boolean cascade) {
    layers.drop(catalogue.source(source), layer, table, cascade);
  }

  @Override
  public List<MedallionBuildLog> logs(String source, Layer layer, String table) {
    return views.logs(catalogue.source(source), layer, table);
  }

  @Override
  public Build answer(String source, String column, String choice) {
    return layers.answer(catalogue.source(source), column, choice);
  }

  @Override
  public Mended mend(String source, String row, String column, String value, String because) {
    return overrides.mend(catalogue.source(source), row, column, value, because);
  }

  @Override
  public List<CellOverride> overrides(String source) {
    return overrides.all(catalogue.source(source));
  }

  @Override
  public Mended unmend(String source, long id) {
    return overrides.unmend(catalogue.source(source), id);
  }

  @Override
  public Build replay(String source, SilverRecipe recipe) {
    return layers.replay(catalogue.source(source), recipe);
  }

  @Override
  public SilverRecipe previewChange(String source, ChosenEdits chosen) {
    Source found = catalogue.source(source);
    return hidden.recipe(found, changes.changed(found, chosen));
  }

  @Override
  public Build change(String source, ChosenEdits chosen) {
    Source found = catalogue.source(source);
    SilverRecipe changed = changes.changed(found, chosen);
    advice.remember(found, chosen.answers());
    return layers.changed(found, changed);
  }

  @Override
  public List<Build> underWay(String source) {
    return source == null ? builds.underWay() : builds.underWay(catalogue.source(source).id());
  }

  @Override
  public Build build(String id) {
    return builds.find(id);
  }

  @Override
  public Build await(String id, Duration atMost, Consumer<Build> watcher) {
    return builds.await(id, atMost, watcher);
  }

  @Override
  public Build cancel(String id) {
    return builds.cancel(id);
  }

  @Override
  public Rows show(String source, Layer layer, String table, long limit, long offset) {
    return views.show(catalogue.source(source), layer, table, limit, offset);
  }

  @Override
  public Rows rows(
      String source, Layer layer, String table, RowView view, long limit, long offset) {
    return views.rows(catalogue.source(source), layer, table, view, limit, offset);
  }

  @Override
  public SilverChanges changes(String source, ChangesView view, long limit, long offset) {
    return rowChanges.page(catalogue.source(source), view, limit, offset);
  }

  @Override
  public List<SilverChanges.FateCount> fates(String source) {
    return rowChanges.fates(catalogue.source(source));
  }

  @Override
  public SilverDifference diffSilver(String source, SilverRecipe recipe) {
    return sight.diffSilver(catalogue.source(source), recipe);
  }

  @Override
  public RecipeInForce silverRecipe(String source) {
    Source found = catalogue.source(source);
    RecipeInForce now = advice.inForce(found, Work.unwatched());
    SilverRecipe shown =
        now.number() == 0
            ? hidden.suggestion(found, now.recipe())
            : hidden.recipe(found, now.recipe());
    return new RecipeInForce(now.number(), now.author(), now.outcome(), now.createdAt(), shown);
  }

  @Override
  public List<RecipeVersion> silverRecipes(String source) {
    return sight.recipes().versions(catalogue.source(source));
  }

  @Override
  public RecipeDifference diffSilverRecipes(String source, String from, String to) {
    Source found = catalogue.source(source);
    return sight
        .recipes()
        .difference(
            found,
            from,
            to,
            recipe -> hidden.recipe(found, hidden.suggestion(found, recipe)));
  }

  @Override
  public SilverRecipe silverRecipe(String source, String wanted) {
    Source found = catalogue.source(source);
    SilverRecipe then = sight.recipes().recipe(found, wanted);
    return hidden.masked(found, hidden.suggestion(found, then));
  }

  @Override
  public Lineage lineage(String source) {
    return lineages.of(catalogue.source(source));
  }

  @Override
  public ColumnMeasurement measureSilver(String source, SilverColumn column) {
    return sight.measures().measure(catalogue.source(source), column);
  }

  @Override
  public Rows rejects(String source, String reason, long limit, long offset) {
    return sight.rejects().page(catalogue.source(source), reason, limit, offset);
  }

  @Override
  public List<SavedRecipe> savedRecipes() {
    return recipes.all();
  }

  @Override
  public SavedRecipe saveRecipe(String source, String name, String description) {
    return recipes.save(source, name, description);
  }

  @Override
  public void forgetRecipe(String name) {
    recipes.forget(name);
  }

  @Override
  public RecipeFit fitRecipe(String source, String name) {
    return recipes.fit(source, name);
  }

  @Override
  public List<ReasonCount> rejectReasons(String source) {
    return sight.rejects().reasons(catalogue.source(source));
  }

  @Override
  public void exportRejects(String source, String reason, String format, OutputStream out) {
    sight.rejects().export(catalogue.source(source), reason, format, out);
  }

  @Override
  public Rows malformed(String source, long limit, long offset) {
    return views.malformed(catalogue.source(source), limit, offset);
  }

  @Override
  public void export(String source, Layer layer, String table, String format, OutputStream out) {
    views.export(catalogue.source(source), layer, table, format, out);
  }

  @Override
  public Rows sql(String select) {
    return views.written(select);
  }

  @Override
  public List<CheckResult> check(String source) {
    List<Source> asked = asked(source);
    List<CheckResult> results = new ArrayList<>();
    asked.forEach(one -> results.addAll(checks.check(one)));
    return results;
  }

  private List<Source> asked(String source) {
    return source == null
        ? folder.store().sources().all().stream().map(Sources.Kept::source).toList()
        : List.of(catalogue.source(source));
  }

  @Override
  public Answer ask(AskRequest request) {
    return questions.ask(request);
  }

  @Override
  public List<SavedQuestion> questions() {
    return questions.all();
  }

  @Override
  public SavedQuestion saveQuestion(String name, AskRequest question) {
    return questions.save(name, question);
  }

  @Override
  public void forgetQuestion(String name) {
    questions.forget(name);
  }

  @Override
  public Answer askSaved(String name, boolean verify) {
    return questions.askSaved(name, verify);
  }

  @Override
  public WorkspaceSettings workspaceSettings() {
    return questions.settings();
  }

  @Override
  public WorkspaceSettings configure(WorkspaceSettings settings) {
    return questions.configure(settings);
  }

  @Override
  public Answer askByRules(AskRequest request) {
    Answer answer = ask(request.withModel(false));
    boolean couldBeAsked = request.allowsModel() && request.query() == null && features.asksModel();
    return couldBeAsked && !answer.status().equals("answered")
        ? answer.withWarnings(
            List.of(
                "Only a caller with this workspace's token may have the language model asked; use"
                    + " 'assay ask' instead."))
        : answer;
  }

  /** The Bronze columns whose values nobody is shown, a language model no more than people. */
  public Set<String> maskedColumns(Source source) {
    Set<String> all = new HashSet<>(hidden.columns(source));
    // As the recipe writes them too: it may say ' Email ' of the column 'email'.
    advice
        .silverInForce(source)
        .ifPresent(one ->
            one.recipe().columns().stream()
                .filter(column -> column.mask() != null)
                .map(SilverColumn::sourceColumn)
                .forEach(all::add));
    return all;
  }

  /** The recipe in force and the suggestion, where there are. */
  public List<SilverRecipe> silverRecipes(Source source) {
    return Stream.concat(
            advice.silverInForce(source).map(Advice.Authored::recipe).stream(),
            catalogue
                .published(source, Layer.BRONZE)
                .flatMap(bronze -> advice.knownSuggestion(source, bronze.publishedBuild()))
                .stream())
        .toList();
  }

  /**
   * From now on sources sync by themselves as their settings say, and what questions need is found
   * out beforehand; for a process that stays.
   */
  public void startSchedules() {
    rounds.start();
    warming.start(builds);
  }

  /** What the rounds do here. */
  Rounds.Doing doing() {
    return new SelfSyncing(folder.store(), builds, syncing);
  }

  @Override
  public void close() {
    rounds.close();
    warming.close();
    builds.close();
    folder.close();
  }
}

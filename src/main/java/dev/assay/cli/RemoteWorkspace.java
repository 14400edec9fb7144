package dev.assay.cli;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.node.ObjectNode;
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
import dev.assay.model.Json;
import dev.assay.model.Layer;
import dev.assay.model.Lineage;
import dev.assay.model.Load;
import dev.assay.model.Machine;
import dev.assay.model.MedallionBuildLog;
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
import dev.assay.model.SyncSettings;
import dev.assay.model.UserError;
import dev.assay.model.WorkspaceSettings;
import dev.assay.workspace.Across;
import dev.assay.workspace.AddOptions;
import dev.assay.workspace.Added;
import dev.assay.workspace.ChangesView;
import dev.assay.workspace.CheckResult;
import dev.assay.workspace.ChosenEdits;
import dev.assay.workspace.Desk;
import dev.assay.workspace.DriftReport;
import dev.assay.workspace.LandingPreview;
import dev.assay.workspace.LanguageModel;
import dev.assay.workspace.Medallion;
import dev.assay.workspace.NewConnection;
import dev.assay.workspace.SourceDetail;
import dev.assay.workspace.SyncWishes;
import dev.assay.workspace.Upload;
import dev.assay.workspace.Workspace;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;

/** A workspace that a server on this machine holds: every verb is a request to it. */
final class RemoteWorkspace implements Workspace {
  private static final TypeReference<Build> BUILD = new TypeReference<>() {};
  private static final TypeReference<Rows> ROWS = new TypeReference<>() {};
  private static final TypeReference<Medallion> MEDALLION = new TypeReference<>() {};
  private static final TypeReference<SyncSettings> SETTINGS = new TypeReference<>() {};
  private final Wire wire;
  private final RemoteSources sources;
  private final RemoteSight sight;
  private final RemoteRecipes recipes;
  private final RemoteAcross across;
  private final RemoteDesk desk;
  private final RemoteSemantics semantics;
  private final RemoteQuestions questions;

  RemoteWorkspace(Wire wire) {
    this.wire = wire;
    this.sources = new RemoteSources(wire);
    this.sight = new RemoteSight(wire);
    this.recipes = new RemoteRecipes(wire);
    this.across = new RemoteAcross(wire);
    this.desk = new RemoteDesk(wire);
    this.semantics = new RemoteSemantics(wire);
    this.questions = new RemoteQuestions(wire);
  }

  /** Speaks to the server at an address, or empty when none answers there. */
  static Optional<Workspace> connect(URI server, WorkspaceFolder folder) {
    Wire wire = new Wire(server, folder.token());
    try {
      // Whoever answers must not learn the token before it is known that a server is there.
      wire.getOpenly("/api/health", new TypeReference<Map<String, Object>>() {});
      return Optional.of(new RemoteWorkspace(wire));
    } catch (UserError gone) {
      wire.close();
      if (gone.kind() == UserError.Kind.MACHINE) {
        return Optional.empty();
      }
      throw gone;
    }
  }

  @Override
  public List<SourceDetail> sources() {
    return wire.get("/api/sources", new TypeReference<>() {});
  }

  @Override
  public SourceDetail source(String source) {
    return wire.get(path(source), new TypeReference<>() {});
  }

  @Override
  public List<Added> add(List<Path> paths, AddOptions options) {
    return sources.add(paths, options);
  }

  @Override
  public List<Added> addUploads(List<Upload> uploads, AddOptions options) {
    return sources.addUploads(uploads, options);
  }

  @Override
  public Added addSample() {
    return wire.post("/api/sample", null, new TypeReference<>() {});
  }

  @Override
  public Machine machine() {
    return wire.get("/api/machine", new TypeReference<>() {});
  }

  @Override
  public Build replaceUpload(String source, Upload upload, SyncWishes wishes) {
    return started(() -> sources.replace(path(source), upload, wishes));
  }

  @Override
  public List<FoundTable> tables(Path file) {
    return sources.tables(file);
  }

  @Override
  public LandingPreview previewLanding(Path file, String table, DialectOverrides overrides) {
    return sources.preview(file, table, overrides);
  }

  @Override
  public Build sync(String source, SyncWishes wishes) {
    return started(() -> wire.post(path(source) + "/sync", wishes, BUILD));
  }

  @Override
  public List<Build> syncOrigin(String originId, SyncWishes wishes) {
    String path = "/api/origins/" + Wire.encoded(originId) + "/sync";
    return wire.post(path, wishes, new TypeReference<>() {});
  }

  @Override
  public SyncSettings settings(String source) {
    return wire.get(path(source) + "/settings", SETTINGS);
  }

  @Override
  public SyncSettings configure(String source, SyncSettings settings) {
    ObjectNode all = Json.mapper().valueToTree(settings);
    // What is left out would stay as it is.
    all.putIfAbsent("cursor", all.nullNode());
    all.putIfAbsent("schedule", all.nullNode());
    return wire.put(path(source) + "/settings", all, SETTINGS);
  }

  @Override
  public List<Load> loads(String source) {
    return wire.get(path(source) + "/loads", new TypeReference<>() {});
  }

  @Override
  public Build undo(String source, long loadId) {
    return started(() -> wire.post(path(source) + "/loads/" + loadId + "/undo", null, BUILD));
  }

  @Override
  public DriftReport drift(String source) {
    return wire.get(path(source) + "/drift", new TypeReference<>() {});
  }

  @Override
  public List<Connection> connections() {
    return wire.get("/api/connections", new TypeReference<>() {});
  }

  @Override
  public Connection connect(NewConnection connection) {
    return wire.post(
        "/api/connections", RemoteSources.connection(connection), new TypeReference<>() {});
  }

  @Override
  public void disconnect(String connection) {
    wire.delete(connectionPath(connection));
  }

  @Override
  public List<FoundTable> tables(String connection) {
    return wire.get(connectionPath(connection) + "/tables", new TypeReference<>() {});
  }

  @Override
  public Optional<Long> cost(String connection, Relation relation) {
    Map<String, Long> cost =
        wire.post(connectionPath(connection) + "/cost", relation, new TypeReference<>() {});
    return Optional.ofNullable(cost.get("bytes"));
  }

  @Override
  public List<Added> addRelations(String connection, List<Relation> relations, AddOptions options) {
    return sources.addRelations(connection, relations, options);
  }

  @Override
  public void remove(String source) {
    wire.delete(path(source));
  }

  @Override
  public Profile profile(String source) {
    return wire.get(path(source) + "/profile", new TypeReference<>() {});
  }

  @Override
  public Medallion medallion(String source) {
    return wire.get(path(source) + "/medallion", MEDALLION);
  }

  @Override
  public SilverRecipe suggestSilver(String source) {
    return wire.post(layer(source, Layer.SILVER) + "/suggest", null, new TypeReference<>() {});
  }

  @Override
  public SilverRecipe suggestSilverAgain(String source) {
    return wire.post(
        layer(source, Layer.SILVER) + "/suggest?again=true", null, new TypeReference<>() {});
  }

  @Override
  public Revision revise(String source, String sentence, SilverRecipe recipe) {
    Map<String, Object> body = new LinkedHashMap<>();
    body.put("sentence", sentence);
    if (recipe != null) {
      body.put("recipe", recipe);
    }
    return wire.post(layer(source, Layer.SILVER) + "/revise", body, new TypeReference<>() {});
  }

  /** The server knows who asks: one with the token may ask more than rules. */
  @Override
  public Revision reviseByRules(String source, String sentence, SilverRecipe recipe) {
    return revise(source, sentence, recipe);
  }

  @Override
  public LanguageModel model() {
    return new RemoteModel(wire);
  }

  @Override
  public GoldRecipe suggestGold(String source) {
    return wire.post(layer(source, Layer.GOLD) + "/suggest", null, new TypeReference<>() {});
  }

  @Override
  public GoldRecipe suggestGold(String source, String sentence) {
    return semantics.suggestGold(source, sentence);
  }

  @Override
  public SemanticModel semantics(String source) {
    return semantics.semantics(source);
  }

  @Override
  public SemanticModel describe(String source, SemanticModel model) {
    return semantics.describe(source, model);
  }

  @Override
  public void forgetSemantics(String source) {
    semantics.forgetSemantics(source);
  }

  @Override
  public BuildPreview previewSilver(String source, SilverRecipe recipe) {
    return wire.post(layer(source, Layer.SILVER) + "/preview", recipe, new TypeReference<>() {});
  }

  @Override
  public List<BuildPreview> previewGold(String source, GoldRecipe recipe, String table) {
    String path = layer(source, Layer.GOLD) + "/preview" + query("table", table);
    return wire.post(path, recipe, new TypeReference<>() {});
  }

  @Override
  public Build buildBronze(String source) {
    return started(() -> wire.post(layer(source, Layer.BRONZE), null, BUILD));
  }

  @Override
  public Build buildSilver(String source, SilverRecipe recipe, Long basedOn) {
    String based = basedOn == null ? null : Long.toString(basedOn);
    return started(
        () -> wire.post(layer(source, Layer.SILVER) + query("based_on", based), recipe, BUILD));
  }

  @Override
  public Build buildGold(String source, GoldRecipe recipe) {
    return started(() -> wire.post(layer(source, Layer.GOLD), recipe, BUILD));
  }

  @Override
  public Build refresh(String source, Layer layer, String table) {
    return started(
        () -> wire.post(layer(source, layer) + "/refresh" + query("table", table), null, BUILD));
  }

  @Override
  public void drop(String source, Layer layer, String table, boolean cascade) {
    String cascading = cascade ? "true" : null;
    wire.delete(layer(source, layer) + query("table", table, "cascade", cascading), MEDALLION);
  }

  @Override
  public List<MedallionBuildLog> logs(String source, Layer layer, String table) {
    String path = layer(source, layer) + "/logs" + query("table", table);
    return wire.get(path, new TypeReference<>() {});
  }

  @Override
  public Build answer(String source, String column, String choice) {
    return started(() ->
        wire.post(path(source) + "/answer", Map.of("column", column, "choice", choice), BUILD));
  }

  @Override
  public Mended mend(String source, String row, String column, String value, String because) {
    Map<String, String> body = new LinkedHashMap<>();
    body.put("row", row);
    body.put("column", column);
    body.put("value", value);
    body.put("because", because);
    return wire.post(layer(source, Layer.SILVER) + "/overrides", body, new TypeReference<>() {});
  }

  @Override
  public List<CellOverride> overrides(String source) {
    return wire.get(layer(source, Layer.SILVER) + "/overrides", new TypeReference<>() {});
  }

  @Override
  public Mended unmend(String source, long id) {
    return wire.delete(
        layer(source, Layer.SILVER) + "/overrides/" + id, new TypeReference<Mended>() {});
  }

  @Override
  public Build replay(String source, SilverRecipe recipe) {
    return started(() -> wire.post(layer(source, Layer.SILVER) + "/replay", recipe, BUILD));
  }

  @Override
  public SilverRecipe previewChange(String source, ChosenEdits chosen) {
    return wire.post(
        path(source) + "/medallion/silver/apply/preview", chosen, new TypeReference<>() {});
  }

  @Override
  public Build change(String source, ChosenEdits chosen) {
    return started(() -> wire.post(path(source) + "/medallion/silver/apply", chosen, BUILD));
  }

  @Override
  public Build build(String id) {
    return wire.get("/api/builds/" + Wire.encoded(id), BUILD);
  }

  @Override
  public Build await(String id, Duration atMost, Consumer<Build> watcher) {
    return new RemoteEvents(wire).follow(id, atMost, watcher).orElseGet(() -> build(id));
  }

  @Override
  public Build cancel(String id) {
    return wire.delete("/api/builds/" + Wire.encoded(id), BUILD);
  }

  @Override
  public Rows show(String source, Layer layer, String table, long limit, long offset) {
    return wire.get(layer(source, layer) + "/rows" + query("table", table, limit, offset), ROWS);
  }

  @Override
  public SilverDifference diffSilver(String source, SilverRecipe recipe) {
    return sight.diffSilver(source, recipe);
  }

  @Override
  public RecipeInForce silverRecipe(String source) {
    return sight.silverRecipe(source);
  }

  @Override
  public List<RecipeVersion> silverRecipes(String source) {
    return sight.silverRecipes(source);
  }

  @Override
  public SilverRecipe silverRecipe(String source, String wanted) {
    return sight.silverRecipe(source, wanted);
  }

  @Override
  public Lineage lineage(String source) {
    return sight.lineage(source);
  }

  @Override
  public List<Build> underWay(String source) {
    return wire.get("/api/builds" + query("source", source), new TypeReference<>() {});
  }

  @Override
  public RecipeDifference diffSilverRecipes(String source, String from, String to) {
    return sight.diffSilverRecipes(source, from, to);
  }

  @Override
  public ColumnMeasurement measureSilver(String source, SilverColumn column) {
    return sight.measureSilver(source, column);
  }

  @Override
  public Rows rejects(String source, String reason, long limit, long offset) {
    return sight.rejects(source, reason, limit, offset);
  }

  @Override
  public Rows rows(
      String source, Layer layer, String table, RowView view, long limit, long offset) {
    return sight.rows(source, layer, table, view, limit, offset);
  }

  @Override
  public SilverChanges changes(String source, ChangesView view, long limit, long offset) {
    return sight.changes(source, view, limit, offset);
  }

  @Override
  public List<SilverChanges.FateCount> fates(String source) {
    return sight.fates(source);
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
  public List<SavedRecipe> savedRecipes() {
    return recipes.savedRecipes();
  }

  @Override
  public SavedRecipe saveRecipe(String source, String name, String description) {
    return recipes.saveRecipe(source, name, description);
  }

  @Override
  public void forgetRecipe(String name) {
    recipes.forgetRecipe(name);
  }

  @Override
  public RecipeFit fitRecipe(String source, String name) {
    return recipes.fitRecipe(source, name);
  }

  @Override
  public List<ReasonCount> rejectReasons(String source) {
    return sight.rejectReasons(source);
  }

  @Override
  public void exportRejects(String source, String reason, String format, OutputStream out) {
    sight.exportRejects(source, reason, format, out);
  }

  @Override
  public Rows malformed(String source, long limit, long offset) {
    return wire.get(
        layer(source, Layer.BRONZE) + "/malformed" + query("table", null, limit, offset), ROWS);
  }

  @Override
  public void export(String source, Layer layer, String table, String format, OutputStream out) {
    String path = layer(source, layer) + "/export" + query("format", format, "table", table);
    try (InputStream in = wire.stream(path)) {
      in.transferTo(out);
    } catch (IOException e) {
      throw new UserError(
          UserError.Kind.MACHINE, "The export broke off: see the server's log, then try again.", e);
    }
  }

  @Override
  public Rows sql(String select) {
    return wire.post("/api/sql", Map.of("sql", select), ROWS);
  }

  @Override
  public List<CheckResult> check(String source) {
    return wire.get("/api/check" + query("source", source), new TypeReference<>() {});
  }

  @Override
  public Answer ask(AskRequest request) {
    return wire.post("/api/ask", request, new TypeReference<>() {});
  }

  @Override
  public List<SavedQuestion> questions() {
    return questions.questions();
  }

  @Override
  public SavedQuestion saveQuestion(String name, AskRequest question) {
    return questions.saveQuestion(name, question);
  }

  @Override
  public void forgetQuestion(String name) {
    questions.forgetQuestion(name);
  }

  @Override
  public Answer askSaved(String name, boolean verify) {
    return questions.askSaved(name, verify);
  }

  @Override
  public WorkspaceSettings workspaceSettings() {
    return questions.workspaceSettings();
  }

  @Override
  public WorkspaceSettings configure(WorkspaceSettings settings) {
    return questions.configure(settings);
  }

  @Override
  public void close() {
    wire.close();
  }

  /** A build that had ended by the time of the answer, however it did, is what was started too. */
  private static Build started(Supplier<Build> request) {
    try {
      return request.get();
    } catch (BuildFailed ended) {
      return ended.build();
    }
  }

  private static String connectionPath(String connection) {
    return "/api/connections/" + Wire.encoded(connection);
  }

  private static String path(String source) {
    return "/api/sources/" + Wire.encoded(source);
  }

  private static String layer(String source, Layer layer) {
    return path(source) + "/medallion/" + layer.text();
  }

  private static String query(String name, String value, long limit, long offset) {
    return query(name, value, "limit", Long.toString(limit), "offset", Long.toString(offset));
  }

  /** Names and values in turn; a null value leaves its name out. */
  static String query(String... pairs) {
    StringBuilder query = new StringBuilder();
    for (int i = 0; i < pairs.length; i += 2) {
      if (pairs[i + 1] != null) {
        query
            .append(query.isEmpty() ? '?' : '&')
            .append(pairs[i])
            .append('=')
            .append(Wire.encoded(pairs[i + 1]));
      }
    }
    return query.toString();
  }
}

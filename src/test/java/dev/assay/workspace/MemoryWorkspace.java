package dev.assay.workspace;

import dev.assay.model.Answer;
import dev.assay.model.AskRequest;
import dev.assay.model.Author;
import dev.assay.model.Build;
import dev.assay.model.BuildPreview;
import dev.assay.model.CellOverride;
import dev.assay.model.Cleaning;
import dev.assay.model.ColumnMeasurement;
import dev.assay.model.ColumnProfile;
import dev.assay.model.ColumnType;
import dev.assay.model.Connection;
import dev.assay.model.CsvDialect;
import dev.assay.model.Deduplication;
import dev.assay.model.DialectOverrides;
import dev.assay.model.Drift;
import dev.assay.model.Evidence;
import dev.assay.model.FoundTable;
import dev.assay.model.GoldRecipe;
import dev.assay.model.GoldTable;
import dev.assay.model.Grain;
import dev.assay.model.Landing;
import dev.assay.model.Layer;
import dev.assay.model.LayerStatus;
import dev.assay.model.Ledger;
import dev.assay.model.Lineage;
import dev.assay.model.Load;
import dev.assay.model.Machine;
import dev.assay.model.MedallionBuildLog;
import dev.assay.model.MedallionLayer;
import dev.assay.model.Mended;
import dev.assay.model.NullStrategy;
import dev.assay.model.Origin;
import dev.assay.model.ProblemDetail;
import dev.assay.model.Profile;
import dev.assay.model.Query;
import dev.assay.model.Question;
import dev.assay.model.ReasonCount;
import dev.assay.model.Recipe;
import dev.assay.model.RecipeDifference;
import dev.assay.model.RecipeEdit;
import dev.assay.model.RecipeFit;
import dev.assay.model.RecipeVersion;
import dev.assay.model.Relation;
import dev.assay.model.ReplayReason;
import dev.assay.model.Revision;
import dev.assay.model.RowView;
import dev.assay.model.Rows;
import dev.assay.model.SavedQuestion;
import dev.assay.model.SavedRecipe;
import dev.assay.model.SemanticModel;
import dev.assay.model.Severity;
import dev.assay.model.SilverChanges;
import dev.assay.model.SilverColumn;
import dev.assay.model.SilverDifference;
import dev.assay.model.SilverRecipe;
import dev.assay.model.StaleReason;
import dev.assay.model.SyncSettings;
import dev.assay.model.UserError;
import dev.assay.model.Validation;
import dev.assay.model.Waiting;
import dev.assay.model.WorkspaceSettings;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;

/**
 * A workspace of canned orders that behaves like one from the outside: for the shapes of REST and
 * of the command line. What the product does is tested on the real thing.
 */
public final class MemoryWorkspace implements Workspace {
  private static final Instant NOW = Instant.parse("2026-01-02T03:04:05Z");
  private final CannedSight sight = new CannedSight();
  private final Map<String, Origin> sources = new LinkedHashMap<>();
  private final Map<String, Map<Layer, LayerStatus>> statuses = new LinkedHashMap<>();
  private final Map<String, Build> builds = new ConcurrentHashMap<>();

  /** How many times each build still has to be awaited; 0 ends at once. */
  public int steps;

  /** How the next builds end: ready, error, cancelled or paused. */
  public String ending = "ready";

  /** With {@link #ending} error. */
  public int exitCode = 3;

  public final List<DialectOverrides> overrides = new ArrayList<>();
  public final List<Recipe> recipes = new ArrayList<>();
  public final List<AddOptions> options = new ArrayList<>();
  public final List<SyncWishes> syncs = new ArrayList<>();

  /** The connections that were asked for, secrets included. */
  public final List<NewConnection> asked = new ArrayList<>();

  /** What every source's last sync waits for, or null. */
  public Waiting waiting;

  private final Map<String, Connection> connections = new LinkedHashMap<>();
  private final Map<String, SyncSettings> settings = new LinkedHashMap<>();
  private final Set<String> undone = new HashSet<>();

  @Override
  public List<SourceDetail> sources() {
    return sources.keySet().stream().map(id -> detail(id, null)).toList();
  }

  @Override
  public SourceDetail source(String source) {
    return detail(known(source), profile(source));
  }

  private SourceDetail detail(String id, Profile profile) {
    var tables = Map.of(Layer.BRONZE, List.of("bronze_" + id + "_raw"));
    return new SourceDetail(
        id,
        id,
        originOf(id),
        sources.get(id),
        NOW,
        new SourceDetail.Metadata(
            new SourceDetail.MedallionConfig(
                statuses.get(id),
                tables,
                landing(),
                Map.of(Layer.BRONZE, 4L),
                Map.of(Layer.BRONZE, NOW),
                1,
                null,
                null),
            profile,
            List.of(
                new FoundTable.ForeignKey(
                    List.of("customer_id"), "public", "customers", List.of("id"))),
            waiting));
  }

  private static Landing landing() {
    return new Landing(
        new CsvDialect("UTF-8", ",", '"', null, 1, 0, null, 0.98, null),
        List.of(new Landing.Column("id", "id"), new Landing.Column("email ", "email ")));
  }

  @Override
  public List<Added> add(List<Path> paths, AddOptions options) {
    options(options);
    List<Added> added = new ArrayList<>();
    UserError first = null;
    for (Path path : paths) {
      try {
        added.add(add(path, options.name(), options.overrides()));
      } catch (UserError problem) {
        first = first == null ? problem : first;
        added.add(Added.failed(path.getFileName().toString(), ProblemDetail.of(problem)));
      }
    }
    if (first != null && added.stream().allMatch(one -> one.source() == null)) {
      throw first;
    }
    return added;
  }

  @Override
  public List<Added> addUploads(List<Upload> uploads, AddOptions options) {
    options(options);
    return uploads.stream()
        .map(upload ->
            add(upload.stored(), upload.fileName(), options.name(), options.overrides(), true))
        .toList();
  }

  @Override
  public Added addSample() {
    return insert("sample", new Origin.File("/orders.csv", "orders.csv", true, 7, NOW));
  }

  @Override
  public Machine machine() {
    return new Machine(
        "1.0",
        "/workspace",
        5_000_000,
        700,
        "1GB",
        2,
        List.of(Connection.System.SQLITE),
        List.of("other.jar"));
  }

  @Override
  public Build replaceUpload(String source, Upload upload, SyncWishes wishes) {
    String id = known(source);
    if (!(sources.get(id) instanceof Origin.File file && file.uploaded())) {
      throw UserError.conflict("'" + id + "' was not made of an upload: sync it instead.");
    }
    syncs.add(wishes);
    sources.put(id, file(upload.stored(), upload.fileName(), true));
    return start(id, Layer.BRONZE, "sync");
  }

  @Override
  public List<FoundTable> tables(Path file) {
    present(file);
    return List.of(
        new FoundTable(null, "orders", FoundTable.Kind.SHEET),
        new FoundTable(
            null,
            "notes",
            FoundTable.Kind.HIDDEN_SHEET,
            3L,
            true,
            List.of(),
            List.of(),
            "The workbook hides this sheet."));
  }

  @Override
  public LandingPreview previewLanding(Path file, String table, DialectOverrides wishes) {
    present(file);
    overrides.add(wishes);
    return new LandingPreview(
        landing(), rows(), new Rows(rows().columns(), List.of(), 0L, false, null));
  }

  @Override
  public List<Build> syncOrigin(String originId, SyncWishes wishes) {
    List<String> ours =
        sources.keySet().stream().filter(id -> originOf(id).equals(originId)).toList();
    if (ours.isEmpty()) {
      throw UserError.notFound("There is no origin '" + originId + "'. See: assay sources");
    }
    return ours.stream().map(id -> sync(id, wishes)).toList();
  }

  private String originOf(String id) {
    return sources.get(id) instanceof Origin.Database database ? database.connection() : id;
  }

  @Override
  public SyncSettings settings(String source) {
    return settings.getOrDefault(known(source), SyncSettings.usual());
  }

  @Override
  public SyncSettings configure(String source, SyncSettings wished) {
    if (wished.schedule() != null) {
      Schedules.check(wished.schedule());
    }
    settings.put(known(source), wished);
    return wished;
  }

  @Override
  public List<Load> loads(String source) {
    String id = known(source);
    return List.of(load(id, 2, 4L), load(id, 1, 3L));
  }

  private Load load(String id, long number, Long rows) {
    boolean takenBack = undone.contains(id + " " + number);
    return new Load(
        id,
        number,
        UUID.nameUUIDFromBytes((id + number).getBytes(StandardCharsets.UTF_8)).toString(),
        NOW,
        sources.get(id),
        SyncSettings.LoadMode.REPLACE,
        rows,
        rows,
        0L,
        0L,
        number == 1 ? 0L : 3L,
        "12 " + NOW,
        null,
        takenBack ? NOW : null);
  }

  @Override
  public Build undo(String source, long loadId) {
    String id = known(source);
    if (loads(id).stream().noneMatch(load -> load.loadId() == loadId)) {
      throw UserError.notFound("'" + id + "' has no load " + loadId + ". See: assay loads " + id);
    }
    undone.add(id + " " + loadId);
    return start(id, Layer.BRONZE, "refresh");
  }

  @Override
  public DriftReport drift(String source) {
    known(source);
    return new DriftReport(
        new Drift(
            List.of(
                new Drift.Added("colour"),
                new Drift.Dropped("fax"),
                new Drift.Renamed("mail", "email", 0.97),
                new Drift.Reordered(List.of("a", "b"), List.of("b", "a")),
                new Drift.Reshaped("zip", "whole numbers", "text", 3, "K1A"))),
        List.of("Silver reads 'fax', which is gone: take it out of the recipe."));
  }

  @Override
  public List<Connection> connections() {
    return List.copyOf(connections.values());
  }

  @Override
  public Connection connect(NewConnection wished) {
    if ("wrong".equals(wished.secret())) {
      throw UserError.invalid("The database refused the password of '" + wished.user() + "'.");
    }
    asked.add(wished);
    String id = wished.name() == null ? wished.system().text() : wished.name();
    Connection known = connections.get(id);
    if (known != null
        && !(known.system() == wished.system()
            && Objects.equals(known.host(), wished.host())
            && Objects.equals(known.database(), wished.database()))) {
      throw UserError.conflict("There is a connection '" + id + "' already: choose another name.");
    }
    Connection made =
        new Connection(
            id,
            id,
            wished.system(),
            wished.host(),
            wished.port(),
            wished.database(),
            wished.user(),
            wished.tls(),
            wished.driver(),
            wished.url(),
            wished.secret() != null);
    connections.put(id, made);
    return made;
  }

  private Connection connection(String idOrName) {
    if (!connections.containsKey(idOrName)) {
      throw UserError.notFound("There is no connection '" + idOrName + "'.");
    }
    return connections.get(idOrName);
  }

  @Override
  public void disconnect(String name) {
    String id = connection(name).id();
    if (sources.values().stream()
        .anyMatch(o -> o instanceof Origin.Database read && read.connection().equals(id))) {
      throw UserError.conflict("Sources are read through '" + id + "': remove them first.");
    }
    connections.remove(id);
  }

  @Override
  public List<FoundTable> tables(String name) {
    connection(name);
    return List.of(
        new FoundTable(
            "public",
            "albums",
            FoundTable.Kind.TABLE,
            3L,
            true,
            List.of("id"),
            List.of(
                new FoundTable.ForeignKey(
                    List.of("artist_id"), "public", "artists", List.of("id"))),
            null),
        new FoundTable(
            "public",
            "artists",
            FoundTable.Kind.TABLE,
            2_000L,
            false,
            List.of("id"),
            List.of(),
            null),
        new FoundTable("audit", "artists", FoundTable.Kind.VIEW));
  }

  @Override
  public Optional<Long> cost(String name, Relation relation) {
    return connection(name).system() == Connection.System.BIGQUERY
        ? Optional.of(10_485_760L)
        : Optional.empty();
  }

  @Override
  public List<Added> addRelations(String name, List<Relation> wished, AddOptions options) {
    Connection connection = connection(name);
    options(options);
    List<Relation> relations =
        wished == null
            ? tables(name).stream().<Relation>map(ChosenTables::relation).toList()
            : wished;
    List<Added> added = new ArrayList<>();
    for (Relation relation : relations) {
      Origin origin = new Origin.Database(connection.id(), connection.address(), relation);
      String id =
          options.name() != null
              ? options.name()
              : switch (relation) {
                case Relation.Table table -> table.name();
                case Relation.Query _ -> "query";
              };
      added.add(insert(id, origin));
    }
    return added;
  }

  private Added add(Path file, String name, DialectOverrides overrides) {
    present(file);
    return add(file, file.getFileName().toString(), name, overrides, false);
  }

  private Added add(
      Path file, String fileName, String name, DialectOverrides wishes, boolean uploaded) {
    overrides.add(wishes);
    String id = name == null ? fileName.replaceAll("\\..*", "") : name;
    return insert(id, file(file, fileName, uploaded));
  }

  private Added insert(String wanted, Origin origin) {
    String id = wanted;
    String note = null;
    if (sources.containsKey(id)) {
      note = "'" + id + "' is taken: this one is called " + id + "_2.";
      id = id + "_2";
    }
    sources.put(id, origin);
    Map<Layer, LayerStatus> strip = new LinkedHashMap<>();
    for (Layer layer : Layer.values()) {
      strip.put(layer, LayerStatus.PENDING);
    }
    statuses.put(id, strip);
    return new Added(detail(id, null), start(id, Layer.BRONZE, "create"), note);
  }

  private static Origin.File file(Path file, String fileName, boolean uploaded) {
    try {
      return new Origin.File(file.toString(), fileName, uploaded, Files.size(file), NOW);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void present(Path file) {
    if (!Files.exists(file)) {
      throw UserError.notFound("There is no file " + file + ".");
    }
  }

  private void options(AddOptions given) {
    options.add(given);
  }

  @Override
  public Build sync(String source, SyncWishes wishes) {
    syncs.add(wishes);
    return start(known(source), Layer.BRONZE, "refresh");
  }

  @Override
  public void remove(String source) {
    sources.remove(known(source));
  }

  @Override
  public Profile profile(String source) {
    var values = List.of(new ColumnProfile.ValueCount("1", 2));
    var numeric = new ColumnProfile.Numeric(3, 1, 3, 2, 1, 2, 3);
    return new Profile(
        "bronze_" + known(source) + "_raw",
        3,
        3,
        NOW,
        List.of(
            new ColumnProfile(
                "id",
                "id",
                ColumnType.Simple.INTEGER,
                3,
                0,
                0,
                3,
                true,
                "1",
                "3",
                1,
                1,
                1,
                values,
                List.of(),
                numeric),
            new ColumnProfile(
                "email ",
                "email ",
                ColumnType.Simple.TEXT,
                3,
                1,
                0,
                2,
                true,
                "a@x",
                "b@x",
                3,
                3,
                3,
                List.of(),
                List.of(),
                null)));
  }

  @Override
  public Medallion medallion(String source) {
    String id = known(source);
    List<MedallionLayer> layers = new ArrayList<>();
    for (Layer layer : Layer.values()) {
      LayerStatus status = statuses.get(id).get(layer);
      if (status != LayerStatus.PENDING) {
        layers.add(layer(id, layer, status));
      }
    }
    return new Medallion(
        id,
        id,
        statuses.get(id),
        layers,
        List.of(
            new Question(
                "order_date",
                "Is 03/04/2024 the 3rd of April or the 4th of March?",
                List.of("D/M", "M/D"),
                "assay answer " + id + ".order_date D/M")));
  }

  private MedallionLayer layer(String id, Layer layer, LayerStatus status) {
    String table =
        switch (layer) {
          case BRONZE -> "bronze_" + id + "_raw";
          case SILVER -> "silver_" + id + "_cleaned";
          case GOLD -> "gold_" + id + "_by_month";
        };
    Recipe recipe =
        switch (layer) {
          case BRONZE -> landing();
          case SILVER -> suggestSilver(id);
          case GOLD -> suggestGold(id);
        };
    return new MedallionLayer(
        UUID.nameUUIDFromBytes(table.getBytes(StandardCharsets.UTF_8)).toString(),
        id,
        layer,
        table,
        recipe,
        status,
        3L,
        NOW,
        12L,
        null,
        null,
        status == LayerStatus.STALE ? StaleReason.BRONZE_LOADED.sentence() : null,
        status == LayerStatus.STALE ? StaleReason.BRONZE_LOADED : null,
        UUID.randomUUID().toString(),
        layer == Layer.SILVER ? ledger() : null,
        NOW);
  }

  private static Ledger ledger() {
    return new Ledger(
        3,
        1,
        1,
        1,
        Map.of("null_email", 1L),
        Map.of(),
        List.of(new Ledger.Cells("id", 3, 1, 0, 0, 1, 1, 0)),
        List.of(new Ledger.Total("id", "6", "1", "2", "3", "0", true)));
  }

  private final MemoryModel model = new MemoryModel();

  private final MemoryAcross across = new MemoryAcross(this);

  @Override
  public Across across() {
    return across;
  }

  @Override
  public LanguageModel model() {
    return model;
  }

  @Override
  public SilverRecipe suggestSilverAgain(String source) {
    return suggestSilver(source);
  }

  @Override
  public Revision reviseByRules(String source, String sentence, SilverRecipe recipe) {
    return revise(source, sentence, recipe);
  }

  @Override
  public Revision revise(String source, String sentence, SilverRecipe recipe) {
    if (sentence.contains("?")) {
      throw UserError.invalid("Which column do you mean?");
    }
    return new Revision(
        sentence,
        List.of(new RecipeEdit.TreatAsMissing("id", List.of("0"))),
        List.of("treat '0' as missing in id"),
        Author.RULES,
        List.of(),
        suggestSilver(source));
  }

  @Override
  public SilverRecipe suggestSilver(String source) {
    var evidence =
        new Evidence(
            3,
            1,
            2,
            0,
            1,
            0,
            List.of("x"),
            "Every value is a number.",
            0.9,
            List.of(new Evidence.Alternative(ColumnType.Simple.TEXT, 3, 0, "always reads")));
    List<Cleaning> steps =
        List.of(
            new Cleaning.Trim(),
            new Cleaning.NullTokens(List.of("N/A")),
            new Cleaning.MapValues(Map.of("a", "b")),
            new Cleaning.ParseNumber(".", ",", List.of("$"), false, 1));
    return new SilverRecipe(
        List.of(
            new SilverColumn(
                "id",
                "id",
                ColumnType.parse("DECIMAL(12,2)"),
                "CAST(id AS DECIMAL(12,2))",
                steps,
                NullStrategy.DROP_ROW,
                null,
                Validation.parse(">= 0"),
                Severity.REJECT,
                evidence)),
        new Deduplication(List.of("id"), Deduplication.Strategy.KEEP_LATEST, "id DESC"),
        medallionQuestions(source),
        List.of("Exact copies go."));
  }

  private static List<Question> medallionQuestions(String source) {
    return List.of(
        new Question(
            "order_date",
            "D/M or M/D?",
            List.of("D/M", "M/D"),
            "assay answer " + source + ".order_date D/M"));
  }

  @Override
  public GoldRecipe suggestGold(String source) {
    Query query =
        new Query(
            "silver_orders_cleaned",
            List.of(new Query.Dimension("month", "created_at", Grain.MONTH)),
            List.of(new Query.Measure("total", Query.Aggregate.SUM, "id")),
            List.of(),
            List.of(new Query.Order("month", false)),
            null,
            new Query.Segment("size", "total", List.of(new Query.Band("big", "10")), "small"));
    return new GoldRecipe(
        List.of(
            new GoldTable(
                "gold_orders_by_month",
                "Totals by month",
                "What is the total by month?",
                "SELECT 1",
                List.of("month"),
                List.of("total"),
                query,
                2L)));
  }

  @Override
  public GoldRecipe suggestGold(String source, String sentence) {
    if (sentence.contains("?")) {
      throw UserError.invalid("Not understood: '?'.");
    }
    return suggestGold(source);
  }

  @Override
  public SemanticModel semantics(String source) {
    known(source);
    return CannedSemantics.model();
  }

  @Override
  public SemanticModel describe(String source, SemanticModel model) {
    known(source);
    return model;
  }

  @Override
  public void forgetSemantics(String source) {
    known(source);
  }

  @Override
  public BuildPreview previewSilver(String source, SilverRecipe recipe) {
    recipes.add(recipe);
    return preview("silver_" + known(source) + "_cleaned", ledger());
  }

  @Override
  public List<BuildPreview> previewGold(String source, GoldRecipe recipe, String table) {
    recipes.add(recipe);
    return List.of(preview(table == null ? "gold_" + known(source) + "_by_month" : table, null));
  }

  private BuildPreview preview(String table, Ledger ledger) {
    return new BuildPreview(
        table,
        List.of(new BuildPreview.PlannedStep("clean", "Clean all.", null, List.of("SELECT 1"))),
        rows(),
        rows(),
        ledger,
        1,
        null,
        null,
        ledger == null
            ? null
            : new BuildPreview.Replaying(
                true, List.of(new ReplayReason(ReplayReason.Cause.MORE_FORMATS, "amount")), 2L, 3L),
        null);
  }

  @Override
  public Build buildBronze(String source) {
    return start(known(source), Layer.BRONZE, "rebuild");
  }

  @Override
  public Build buildSilver(String source, SilverRecipe recipe, Long basedOn) {
    if (basedOn != null && basedOn != sight.silverRecipe(source).number()) {
      throw UserError.conflict("The recipe has changed since you began.");
    }
    recipes.add(recipe);
    return start(known(source), Layer.SILVER, "create");
  }

  @Override
  public Build buildGold(String source, GoldRecipe recipe) {
    recipes.add(recipe);
    return start(known(source), Layer.GOLD, "create");
  }

  @Override
  public Build refresh(String source, Layer layer, String table) {
    return start(known(source), layer, "refresh");
  }

  @Override
  public void drop(String source, Layer layer, String table, boolean cascade) {
    if (layer == Layer.BRONZE && !cascade) {
      throw UserError.conflict("Silver depends on Bronze: drop it too with cascade.");
    }
    statuses.get(known(source)).put(layer, LayerStatus.PENDING);
  }

  @Override
  public List<MedallionBuildLog> logs(String source, Layer layer, String table) {
    return List.of(log(known(source), layer));
  }

  private MedallionBuildLog log(String source, Layer layer) {
    return new MedallionBuildLog(
        UUID.randomUUID().toString(),
        UUID.randomUUID().toString(),
        layer.text() + "_" + source,
        "create",
        "ready",
        3,
        1,
        1,
        Map.of("null_email", 1L),
        12L,
        null,
        null,
        layer == Layer.SILVER ? ledger() : null,
        NOW);
  }

  @Override
  public Build answer(String source, String column, String choice) {
    if (!column.equals("order_date")) {
      throw UserError.notFound("There is no question about '" + column + "'.");
    }
    return start(known(source), Layer.SILVER, "rebuild");
  }

  @Override
  public SilverRecipe previewChange(String source, ChosenEdits chosen) {
    return dev.assay.advice.RecipeEditor.apply(suggestSilver(source), chosen.edits());
  }

  @Override
  public Build change(String source, ChosenEdits chosen) {
    previewChange(source, chosen);
    return start(known(source), Layer.SILVER, "rebuild");
  }

  private Build start(String source, Layer layer, String action) {
    Build build =
        new Build(
            UUID.randomUUID().toString(),
            source,
            layer,
            action,
            "building",
            "Reading",
            null,
            0,
            List.of(),
            null,
            null,
            0,
            NOW,
            null);
    statuses.get(source).put(layer, LayerStatus.BUILDING);
    if (steps == 0) {
      build = end(build, ending);
    }
    builds.put(build.id(), build);
    return build;
  }

  private Build end(Build build, String status) {
    boolean failed = status.equals("error");
    statuses
        .get(build.sourceId())
        .put(
            build.layer(),
            status.equals("ready") || status.equals("paused")
                ? LayerStatus.READY
                : LayerStatus.ERROR);
    Build ended =
        new Build(
            build.id(),
            build.sourceId(),
            build.layer(),
            build.action(),
            status,
            "Done",
            null,
            1,
            status.equals("paused") ? List.of() : List.of(log(build.sourceId(), build.layer())),
            failed
                ? "Three rows break >= 0 in 'id': mend them or change the rule."
                : status.equals("paused") ? "1 row came where 3 were: sync with --accept." : null,
            null,
            failed ? exitCode : status.equals("cancelled") ? 2 : status.equals("paused") ? 3 : 0,
            NOW,
            NOW);
    builds.put(build.id(), ended);
    return ended;
  }

  @Override
  public Build build(String id) {
    Build build = builds.get(id);
    if (build == null) {
      throw UserError.notFound("There is no build '" + id + "'.");
    }
    return build;
  }

  @Override
  public synchronized Build await(String id, Duration atMost, Consumer<Build> watcher) {
    long deadline = System.nanoTime() + atMost.toNanos();
    Build build = build(id);
    for (int i = 1; i <= steps && !build.ended(); i++) {
      try {
        Thread.sleep(5);
      } catch (InterruptedException e) {
        throw new IllegalStateException(e);
      }
      build = build(id);
      if (build.ended()) {
        break;
      }
      if (System.nanoTime() > deadline) {
        return build;
      }
      build =
          new Build(
              id,
              build.sourceId(),
              build.layer(),
              build.action(),
              "building",
              "Step " + i,
              null,
              (double) i / (steps + 1),
              List.of(),
              null,
              null,
              0,
              NOW,
              null);
      builds.put(id, build);
      watcher.accept(build);
    }
    if (!build.ended()) {
      build = end(build, ending);
      watcher.accept(build);
    }
    return build;
  }

  @Override
  public Build cancel(String id) {
    Build build = build(id);
    return build.ended() ? build : end(build, "cancelled");
  }

  private static Rows rows() {
    return new Rows(
        List.of(new Rows.Column("id", "INTEGER"), new Rows.Column("email", "VARCHAR")),
        List.of(Arrays.asList(1, "ann@x.com"), Arrays.asList(2, null)),
        2L,
        false,
        "SELECT * FROM t");
  }

  @Override
  public Rows show(String source, Layer layer, String table, long limit, long offset) {
    known(source);
    return rows();
  }

  @Override
  public Mended mend(String source, String row, String column, String value, String because) {
    String id = known(source);
    return new Mended(
        override(column, value, because),
        false,
        List.of("invalid_" + column),
        "The value is rejected in 1 row: invalid_" + column + ".",
        start(id, Layer.SILVER, "rebuild"));
  }

  private static CellOverride override(String column, String value, String because) {
    return new CellOverride(1, "0123456789abcdef0123456789abcdef", column, value, because, NOW, 1);
  }

  @Override
  public List<CellOverride> overrides(String source) {
    known(source);
    return List.of(override("amount", null, null), override("amount", "12", "as on the bill"));
  }

  @Override
  public Mended unmend(String source, long id) {
    known(source);
    if (id != 1) {
      throw UserError.notFound("There is no value " + id + ". See: assay overrides " + source);
    }
    return new Mended(
        override("amount", "12", null), true, List.of(), "It is accepted in 1 row.", null);
  }

  @Override
  public Build replay(String source, SilverRecipe recipe) {
    return start(known(source), Layer.SILVER, "rebuild");
  }

  @Override
  public SilverDifference diffSilver(String source, SilverRecipe recipe) {
    recipes.add(recipe);
    return sight.diffSilver(known(source), recipe);
  }

  @Override
  public dev.assay.model.RecipeInForce silverRecipe(String source) {
    return sight.silverRecipe(known(source));
  }

  @Override
  public List<RecipeVersion> silverRecipes(String source) {
    return sight.silverRecipes(known(source));
  }

  @Override
  public SilverRecipe silverRecipe(String source, String wanted) {
    return sight.silverRecipe(known(source), wanted);
  }

  @Override
  public Lineage lineage(String source) {
    return sight.lineage(known(source));
  }

  @Override
  public List<Build> underWay(String source) {
    return builds.values().stream()
        .filter(build -> !build.ended())
        .filter(build -> source == null || build.sourceId().equals(known(source)))
        .toList();
  }

  @Override
  public RecipeDifference diffSilverRecipes(String source, String from, String to) {
    return sight.diffSilverRecipes(known(source), from, to);
  }

  @Override
  public ColumnMeasurement measureSilver(String source, SilverColumn column) {
    return sight.measureSilver(known(source), column);
  }

  @Override
  public Rows rows(
      String source, Layer layer, String table, RowView view, long limit, long offset) {
    return show(source, layer, table, limit, offset);
  }

  @Override
  public SilverChanges changes(String source, ChangesView view, long limit, long offset) {
    return sight.changes(known(source), view, limit, offset);
  }

  @Override
  public List<SilverChanges.FateCount> fates(String source) {
    return sight.fates(known(source));
  }

  @Override
  public Rows rejects(String source, String reason, long limit, long offset) {
    return sight.rejects(known(source), reason, limit, offset);
  }

  private final Map<String, SavedRecipe> saved = new LinkedHashMap<>();

  @Override
  public List<SavedRecipe> savedRecipes() {
    return List.copyOf(saved.values());
  }

  @Override
  public SavedRecipe saveRecipe(String source, String name, String description) {
    SavedRecipe recipe =
        new SavedRecipe(
            name,
            description == null ? "As " + source + "." : description,
            false,
            suggestSilver(known(source)));
    saved.put(name, recipe);
    return recipe;
  }

  @Override
  public void forgetRecipe(String name) {
    if (saved.remove(name) == null) {
      throw UserError.notFound("There is no recipe '" + name + "'.");
    }
  }

  @Override
  public RecipeFit fitRecipe(String source, String name) {
    if (!saved.containsKey(name)) {
      throw UserError.notFound("There is no recipe '" + name + "'.");
    }
    return new RecipeFit(
        name,
        known(source),
        List.of(new RecipeFit.FoundColumn("order_id", "id", RecipeFit.How.SYNONYM)),
        List.of("column note"),
        List.of("email"),
        2,
        1,
        0,
        0,
        saved.get(name).recipe());
  }

  @Override
  public List<ReasonCount> rejectReasons(String source) {
    return sight.rejectReasons(known(source));
  }

  @Override
  public void exportRejects(String source, String reason, String format, OutputStream out) {
    sight.exportRejects(known(source), reason, format, out);
  }

  @Override
  public Rows malformed(String source, long limit, long offset) {
    known(source);
    return new Rows(rows().columns(), List.of(), 0L, false, null);
  }

  @Override
  public void export(String source, Layer layer, String table, String format, OutputStream out) {
    known(source);
    try {
      out.write("id,email\n1,ann@x.com\n".getBytes(StandardCharsets.UTF_8));
      if ("broken".equals(table)) {
        out.write(new byte[200_000]);
        throw new IllegalStateException("the disk went away");
      }
      if ("refused".equals(table)) {
        throw UserError.notFound("There is no Gold table 'refused'.");
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public Rows sql(String select) {
    if (select.contains("bug")) {
      throw new IllegalStateException("secret SQL: " + select);
    }
    if (!select.startsWith("SELECT")) {
      throw UserError.invalid("Only one SELECT runs here.");
    }
    return rows();
  }

  @Override
  public List<CheckResult> check(String source) {
    return List.of(
        new CheckResult("orders", "silver_orders_cleaned", "ledger", true, "3 = 1 + 1 + 1"),
        new CheckResult(
            "orders", "gold_orders_by_month", "Gold = Silver", !"broken".equals(source), null));
  }

  @Override
  public Answer ask(AskRequest request) {
    String question = request.question();
    if (question.contains("?!")) {
      return Answer.unanswered(
          question, "needs_choice", "Which amount?", List.of("net amount", "gross amount"));
    }
    return new Answer(
        question,
        "answered",
        "The total is 3.",
        List.of("sum of id"),
        Author.RULES,
        Layer.GOLD,
        "gold_orders_by_month",
        "It holds the sums by month.",
        "SELECT sum(id)\nFROM gold_orders_by_month",
        suggestGold("orders").goldTables().getFirst().query(),
        rows(),
        Map.of("series", List.of()),
        2L,
        new Answer.LeftOut(1, "1 rejected row may belong to it.", List.of()),
        new Answer.Cost(2, 3L),
        new Answer.Freshness(Instant.EPOCH, Instant.EPOCH, null),
        new Answer.Confidence("high", List.of("Every word was used.")),
        null,
        null,
        null,
        List.of("total by month"),
        List.of(),
        false);
  }

  private final Map<String, SavedQuestion> questions = new java.util.TreeMap<>();
  private final MemoryDesk desk = new MemoryDesk(questions);

  @Override
  public Desk desk() {
    return desk;
  }

  private WorkspaceSettings zone = new WorkspaceSettings("UTC");

  @Override
  public List<SavedQuestion> questions() {
    return List.copyOf(questions.values());
  }

  @Override
  public SavedQuestion saveQuestion(String name, AskRequest question) {
    SavedQuestion saved =
        new SavedQuestion(
            questions.size() + 1L,
            name,
            question.question(),
            question.source(),
            ask(question).query(),
            false,
            Instant.EPOCH,
            null);
    questions.put(name, saved);
    return saved;
  }

  @Override
  public void forgetQuestion(String name) {
    questions.remove(name);
  }

  @Override
  public Answer askSaved(String name, boolean verify) {
    if (!questions.containsKey(name)) {
      throw UserError.notFound("There is no kept question '" + name + "'.");
    }
    return ask(new AskRequest(questions.get(name).question(), null, null, null, verify));
  }

  @Override
  public WorkspaceSettings workspaceSettings() {
    return zone;
  }

  @Override
  public WorkspaceSettings configure(WorkspaceSettings settings) {
    zone = settings;
    return zone;
  }

  private String known(String source) {
    if (!sources.containsKey(source)) {
      throw UserError.notFound("There is no source '" + source + "'. See: assay sources");
    }
    return source;
  }

  @Override
  public void close() {}
}

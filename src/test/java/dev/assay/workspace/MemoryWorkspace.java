package dev.assay.workspace;

import dev.assay.model.Answer;
import dev.assay.model.Build;
import dev.assay.model.BuildPreview;
import dev.assay.model.Cleaning;
import dev.assay.model.ColumnProfile;
import dev.assay.model.ColumnType;
import dev.assay.model.Connection;
import dev.assay.model.CsvDialect;
import dev.assay.model.Deduplication;
import dev.assay.model.DialectOverrides;
import dev.assay.model.Evidence;
import dev.assay.model.FoundTable;
import dev.assay.model.GoldRecipe;
import dev.assay.model.GoldTable;
import dev.assay.model.Grain;
import dev.assay.model.Landing;
import dev.assay.model.Layer;
import dev.assay.model.LayerStatus;
import dev.assay.model.Ledger;
import dev.assay.model.Load;
import dev.assay.model.MedallionBuildLog;
import dev.assay.model.MedallionLayer;
import dev.assay.model.NullStrategy;
import dev.assay.model.Origin;
import dev.assay.model.Profile;
import dev.assay.model.Query;
import dev.assay.model.Question;
import dev.assay.model.Recipe;
import dev.assay.model.Relation;
import dev.assay.model.Rows;
import dev.assay.model.Severity;
import dev.assay.model.SilverColumn;
import dev.assay.model.SilverRecipe;
import dev.assay.model.SyncSettings;
import dev.assay.model.UserError;
import dev.assay.model.Validation;
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
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;

/**
 * A workspace of canned orders that behaves like one from the outside: for the shapes of REST and
 * of the command line. What the product does is tested on the real thing.
 */
public final class MemoryWorkspace implements Workspace {
  private static final Instant NOW = Instant.parse("2026-01-02T03:04:05Z");
  private final Map<String, Origin.File> sources = new LinkedHashMap<>();
  private final Map<String, Map<Layer, LayerStatus>> statuses = new LinkedHashMap<>();
  private final Map<String, Build> builds = new ConcurrentHashMap<>();

  /** How many times each build still has to be awaited; 0 ends at once. */
  public int steps;

  /** How the next builds end: ready, error or cancelled. */
  public String ending = "ready";

  /** With {@link #ending} error. */
  public int exitCode = 3;

  public final List<DialectOverrides> overrides = new ArrayList<>();
  public final List<Recipe> recipes = new ArrayList<>();

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
        id,
        sources.get(id),
        NOW,
        new SourceDetail.Metadata(
            new SourceDetail.MedallionConfig(statuses.get(id), tables, landing()), profile));
  }

  private static Landing landing() {
    return new Landing(
        new CsvDialect("UTF-8", ",", '"', null, 1, 0, null, 0.98, null),
        List.of(new Landing.Column("id", "id"), new Landing.Column("email ", "email ")));
  }

  @Override
  public List<Added> add(List<Path> paths, AddOptions options) {
    return paths.stream().map(path -> add(path, options.name(), options.overrides())).toList();
  }

  @Override
  public List<Added> addUploads(List<Upload> uploads, AddOptions options) {
    return uploads.stream()
        .map(upload ->
            add(upload.stored(), upload.fileName(), options.name(), options.overrides(), true))
        .toList();
  }

  @Override
  public Build replaceUpload(String source, Upload upload, SyncWishes wishes) {
    throw new UnsupportedOperationException();
  }

  @Override
  public List<FoundTable> tables(Path file) {
    throw new UnsupportedOperationException();
  }

  @Override
  public LandingPreview previewLanding(Path file, String table, DialectOverrides overrides) {
    throw new UnsupportedOperationException();
  }

  @Override
  public List<Build> syncOrigin(String originId, SyncWishes wishes) {
    throw new UnsupportedOperationException();
  }

  @Override
  public SyncSettings settings(String source) {
    throw new UnsupportedOperationException();
  }

  @Override
  public SyncSettings configure(String source, SyncSettings settings) {
    throw new UnsupportedOperationException();
  }

  @Override
  public List<Load> loads(String source) {
    throw new UnsupportedOperationException();
  }

  @Override
  public Build undo(String source, long loadId) {
    throw new UnsupportedOperationException();
  }

  @Override
  public DriftReport drift(String source) {
    throw new UnsupportedOperationException();
  }

  @Override
  public List<Connection> connections() {
    throw new UnsupportedOperationException();
  }

  @Override
  public Connection connect(NewConnection connection) {
    throw new UnsupportedOperationException();
  }

  @Override
  public void disconnect(String connection) {
    throw new UnsupportedOperationException();
  }

  @Override
  public List<FoundTable> tables(String connection) {
    throw new UnsupportedOperationException();
  }

  @Override
  public Optional<Long> cost(String connection, Relation relation) {
    throw new UnsupportedOperationException();
  }

  @Override
  public List<Added> addRelations(String connection, List<Relation> relations, AddOptions options) {
    throw new UnsupportedOperationException();
  }

  private Added add(Path file, String name, DialectOverrides overrides) {
    if (!Files.exists(file)) {
      throw UserError.notFound("There is no file " + file + ".");
    }
    return add(file, file.getFileName().toString(), name, overrides, false);
  }

  private Added add(
      Path file, String fileName, String name, DialectOverrides wishes, boolean uploaded) {
    overrides.add(wishes);
    String id = name == null ? fileName.replaceAll("\\..*", "") : name;
    String note = null;
    if (sources.containsKey(id)) {
      note = "'" + id + "' is taken: this one is called " + id + "_2.";
      id = id + "_2";
    }
    try {
      sources.put(id, new Origin.File(file.toString(), fileName, uploaded, Files.size(file), NOW));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    Map<Layer, LayerStatus> strip = new LinkedHashMap<>();
    for (Layer layer : Layer.values()) {
      strip.put(layer, LayerStatus.PENDING);
    }
    statuses.put(id, strip);
    return new Added(detail(id, null), start(id, Layer.BRONZE, "create"), note);
  }

  @Override
  public Build sync(String source, SyncWishes wishes) {
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
        status == LayerStatus.STALE ? "Bronze was built again." : null,
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
        List.of(new BuildPreview.PlannedStep("clean", "Clean all.", List.of("SELECT 1"))),
        rows(),
        rows(),
        ledger,
        1);
  }

  @Override
  public Build buildBronze(String source) {
    return start(known(source), Layer.BRONZE, "rebuild");
  }

  @Override
  public Build buildSilver(String source, SilverRecipe recipe) {
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

  private Build start(String source, Layer layer, String action) {
    Build build =
        new Build(
            UUID.randomUUID().toString(),
            source,
            layer,
            action,
            "building",
            "Reading",
            0,
            List.of(),
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
        .put(build.layer(), status.equals("ready") ? LayerStatus.READY : LayerStatus.ERROR);
    Build ended =
        new Build(
            build.id(),
            build.sourceId(),
            build.layer(),
            build.action(),
            status,
            "Done",
            1,
            List.of(log(build.sourceId(), build.layer())),
            failed ? "Three rows break >= 0 in 'id': mend them or change the rule." : null,
            failed ? exitCode : status.equals("cancelled") ? 2 : 0,
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
              (double) i / (steps + 1),
              List.of(),
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
  public Rows rejects(String source, long limit, long offset) {
    known(source);
    return rows();
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
  public Answer ask(String question, String source) {
    if (question.contains("?!")) {
      return new Answer(
          question,
          "needs_choice",
          "Which amount?",
          null,
          null,
          null,
          null,
          null,
          null,
          null,
          null,
          List.of("net amount", "gross amount"),
          null);
    }
    return new Answer(
        question,
        "answered",
        "The total is 3.",
        List.of("sum of id"),
        Layer.GOLD,
        "gold_orders_by_month",
        "It holds the sums by month.",
        "SELECT sum(id)\nFROM gold_orders_by_month",
        suggestGold("orders").goldTables().getFirst().query(),
        rows(),
        2L,
        null,
        List.of());
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

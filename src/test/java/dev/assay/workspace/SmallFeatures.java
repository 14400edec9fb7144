package dev.assay.workspace;

import dev.assay.ask.Catalog;
import dev.assay.bronze.Inspector;
import dev.assay.build.Hands;
import dev.assay.engine.Engine;
import dev.assay.engine.Work;
import dev.assay.model.Answer;
import dev.assay.model.AskRequest;
import dev.assay.model.BuildPlan;
import dev.assay.model.CellOverride;
import dev.assay.model.Change;
import dev.assay.model.Cleaning;
import dev.assay.model.ColumnType;
import dev.assay.model.CsvDialect;
import dev.assay.model.Deduplication;
import dev.assay.model.DialectOverrides;
import dev.assay.model.FoundTable;
import dev.assay.model.GoldRecipe;
import dev.assay.model.GoldTable;
import dev.assay.model.Inspected;
import dev.assay.model.Landing;
import dev.assay.model.Layer;
import dev.assay.model.Ledger;
import dev.assay.model.Origin;
import dev.assay.model.Profile;
import dev.assay.model.Question;
import dev.assay.model.Relation;
import dev.assay.model.Relationship;
import dev.assay.model.Rows;
import dev.assay.model.SemanticModel;
import dev.assay.model.SilverColumn;
import dev.assay.model.SilverRecipe;
import dev.assay.model.Source;
import dev.assay.model.Step;
import dev.assay.model.UserError;
import dev.assay.relationship.Discovery;
import dev.assay.semantic.Inference;
import dev.assay.semantic.Inferred;
import dev.assay.semantic.Told;
import dev.assay.silver.Accountant;
import dev.assay.silver.RecipeCheck;
import dev.assay.silver.SilverPlanner;
import dev.assay.source.RelationReader;
import dev.assay.sql.Dialect;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Features as small as can be over the real engine: cells without quotes, TEXT columns, one
 * question for every date. Silver is the real one.
 */
final class SmallFeatures implements Features, Hands {
  private final Engine engine;
  private final Dialect dialect;
  private final SilverPlanner planner;
  private final Accountant accountant;
  private final Inspector inspector;
  private final Discovery relationships;
  int measured;
  int suggested;

  SmallFeatures(Engine engine, Dialect dialect) {
    this.engine = engine;
    this.relationships = new Discovery(engine);
    this.dialect = dialect;
    this.planner =
        new SilverPlanner(
            new RecipeCheck(
                dialect,
                (_, _) -> {
                  throw new UnsupportedOperationException();
                },
                (_, _) -> Optional.empty(),
                _ -> Optional.empty()));
    this.accountant = new Accountant(engine, dialect);
    this.inspector = new Inspector(engine);
  }

  private static List<String[]> lines(Path file) {
    try {
      return Files.readAllLines(file).stream().map(line -> line.split(",", -1)).toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
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
    return new GoldRecipe(List.of());
  }

  @Override
  public List<FoundTable> tables(Path file, String fileName) {
    return List.of(new FoundTable(null, null, FoundTable.Kind.TEXT));
  }

  @Override
  public Landing look(Origin origin, DialectOverrides overrides) {
    Path file = Path.of(((Origin.File) origin).path());
    List<String[]> lines = lines(file);
    if (lines.isEmpty()) {
      throw UserError.invalid("'" + file + "' is empty. Name a file with a table in it.");
    }
    return new Landing(
        new CsvDialect("UTF-8", ",", null, null, 1, 0, null, 1, null),
        Arrays.stream(lines.getFirst()).map(name -> new Landing.Column(name, name)).toList());
  }

  @Override
  public LandingPreview preview(Origin.File file, DialectOverrides overrides, int rows) {
    throw new UnsupportedOperationException();
  }

  @Override
  public void test(RelationReader.Login login) {
    throw new UnsupportedOperationException();
  }

  @Override
  public List<FoundTable> tables(RelationReader.Login login) {
    throw new UnsupportedOperationException();
  }

  @Override
  public LandingPreview preview(RelationReader.Login login, Relation relation, int rows) {
    throw new UnsupportedOperationException();
  }

  @Override
  public Optional<Long> cost(RelationReader.Login login, Relation relation) {
    throw new UnsupportedOperationException();
  }

  @Override
  public Inspected inspect(Step.Inspect step, Work work) {
    return inspector.inspect(step.inspection(), work);
  }

  @Override
  public Rows firstRows(Origin origin, Landing landing, int rows) {
    List<List<Object>> all = new ArrayList<>();
    lines(Path.of(((Origin.File) origin).path())).stream()
        .skip(1)
        .limit(rows)
        .forEach(line -> all.add(List.of((Object[]) line)));
    return new Rows(List.of(), all, null, false, null);
  }

  @Override
  public List<Landed> land(Step.Land step, long loadId, Instant loadedAt, Work work) {
    Origin.File file = (Origin.File) step.source().origin();
    List<String[]> lines = lines(Path.of(file.path()));
    List<String> rows = new ArrayList<>();
    for (int i = 1; i < lines.size(); i++) {
      rows.add(
          "(%d, %d, '%s', %s)"
              .formatted(
                  loadId,
                  i + 1,
                  String.join(",", lines.get(i)).hashCode(),
                  Arrays.stream(lines.get(i))
                      .map(cell -> cell.isEmpty() ? "NULL" : dialect.literal(cell))
                      .collect(Collectors.joining(", "))));
    }
    String names =
        step.readings().getFirst().landing().columns().stream()
            .map(column -> dialect.identifier(column.name()) + " VARCHAR")
            .collect(Collectors.joining(", "));
    engine.execute(
        "CREATE TABLE "
            + step.staged()
            + " (_load_id BIGINT, _row_no BIGINT, _row_hash VARCHAR, "
            + names
            + ")",
        work);
    if (!rows.isEmpty()) {
      engine.execute("INSERT INTO " + step.staged() + " VALUES " + String.join(", ", rows), work);
    }
    engine.execute(
        "CREATE TABLE "
            + step.stagedMalformed()
            + " (_load_id BIGINT, _line_no BIGINT, _reason VARCHAR, _action VARCHAR, _raw VARCHAR)",
        work);
    return List.of(new Landed(rows.size(), rows.size(), 0, Map.of()));
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
  public void reconcile(Step.Reconcile step, Work work) {
    throw new UnsupportedOperationException();
  }

  @Override
  public Profile measure(String table, Landing landing, Work work) {
    measured++;
    return new Profile(table, 0, 0, Instant.EPOCH, List.of());
  }

  @Override
  public dev.assay.model.Revision revise(
      Source source, Profile profile, SilverRecipe recipe, String sentence, Work work) {
    throw dev.assay.model.UserError.invalid("Nothing is understood here.");
  }

  @Override
  public dev.assay.model.Revision reviseByRules(
      Source source, SilverRecipe recipe, String sentence) {
    throw dev.assay.model.UserError.invalid("Nothing is understood here.");
  }

  @Override
  public dev.assay.model.ModelTrial testModel(Work work) {
    return new dev.assay.model.ModelTrial(true, "It answers.");
  }

  @Override
  public SilverRecipe suggestByRules(Source source, Profile profile, Work work) {
    return suggestSilver(source, profile, work);
  }

  @Override
  public boolean asksModel() {
    return false;
  }

  @Override
  public SilverRecipe suggestSilver(Source source, Profile profile, Work work) {
    suggested++;
    List<SilverColumn> columns = new ArrayList<>();
    List<Question> questions = new ArrayList<>();
    for (Rows.Column column : engine.columns(source.bronzeTable()).orElseThrow()) {
      if (column.name().startsWith("_")) {
        continue;
      }
      columns.add(column(column.name(), ColumnType.Simple.TEXT, List.of(new Cleaning.Trim())));
      if (column.name().contains("date")) {
        questions.add(
            new Question(column.name(), "Day first?", List.of("D/M", "M/D"), "assay answer"));
      }
    }
    return new SilverRecipe(columns, null, questions, null);
  }

  static SilverColumn column(String name, ColumnType type, List<Cleaning> cleaning) {
    return new SilverColumn(name, name, type, null, cleaning, null, null, null, null, null);
  }

  @Override
  public SilverRecipe settle(
      Source source,
      Profile profile,
      SilverRecipe recipe,
      String column,
      String choice,
      Work work) {
    String format = choice.equals("D/M") ? "%d/%m/%Y" : "%m/%d/%Y";
    return new SilverRecipe(
        recipe.columns().stream()
            .map(c ->
                c.silverName().equals(column)
                    ? column(
                        column,
                        ColumnType.Simple.DATE,
                        List.of(new Cleaning.ParseDate(List.of(format))))
                    : c)
            .toList(),
        recipe.deduplication(),
        recipe.questions().stream().filter(q -> !q.column().equals(column)).toList(),
        null);
  }

  @Override
  public BuildPlan planSilver(
      Source source, SilverRecipe recipe, List<Rows.Column> bronze, List<CellOverride> overrides) {
    return planner.plan(source, recipe, bronze, overrides);
  }

  @Override
  public SilverPlanner replays() {
    return planner;
  }

  @Override
  public Inferred inferred(
      Source source,
      Catalog.Table silver,
      Told told,
      java.util.function.Function<String, Rows> read) {
    return Inference.of(source, silver.columns(), told, read);
  }

  @Override
  public GoldRecipe suggestGold(
      Source source, String sentence, Catalog.Published published, Work work) {
    throw UserError.invalid("Nothing is understood here.");
  }

  @Override
  public GoldRecipe suggestGold(
      Source source, List<Rows.Column> silver, Inferred inferred, SemanticModel model, Work work) {
    return new GoldRecipe(
        List.of(table("rows", "SELECT count(*) AS n FROM " + source.silverTable())));
  }

  static GoldTable table(String name, String sql) {
    return new GoldTable(name, null, null, sql, null, null, null, null);
  }

  static SilverRecipe keyedBy(String key, SilverColumn... columns) {
    return new SilverRecipe(
        List.of(columns),
        new Deduplication(List.of(key), Deduplication.Strategy.KEEP_LATEST, null));
  }

  @Override
  public List<BuildPlan> planGold(
      Source source,
      GoldRecipe recipe,
      List<Rows.Column> silver,
      Map<String, String> taken,
      Function<String, Optional<List<Rows.Column>>> others) {
    List<BuildPlan> plans = new ArrayList<>();
    for (GoldTable table : recipe.goldTables()) {
      String published = source.goldTable(table.name());
      if (taken.containsKey(published)) {
        throw UserError.invalid(published + " is " + taken.get(published) + ".");
      }
      String staged = "assay_staging_" + published;
      plans.add(
          new BuildPlan(
              source.id(),
              Layer.GOLD,
              published,
              new GoldRecipe(List.of(table)),
              List.of(
                  new Step.Materialise(table.sql(), staged),
                  new Step.Publish(List.of(new Change.Swap(staged, published))))));
    }
    return plans;
  }

  @Override
  public List<dev.assay.model.SuggestedQuestion> suggestQuestions(
      Catalog.Published published, String language, java.time.Clock clock) {
    return List.of();
  }

  @Override
  public void prepare(Catalog.Published published) {}

  @Override
  public void warm() {}

  @Override
  public Answer ask(AskRequest request, Catalog.Published published, java.time.Clock clock) {
    throw new UnsupportedOperationException();
  }

  @Override
  public GoldRecipe suggestGoldByModel(
      Source source, List<Rows.Column> silver, String sentence, Work work) {
    throw new UnsupportedOperationException();
  }

  @Override
  public Rows written(String select, dev.assay.sql.Tables tables) {
    throw new UnsupportedOperationException();
  }
}

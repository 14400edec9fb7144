package dev.assay;

import dev.assay.build.Builds;
import dev.assay.engine.Engine;
import dev.assay.engine.EngineException;
import dev.assay.llm.ModelAccess;
import dev.assay.llm.ModelGate;
import dev.assay.model.Connection;
import dev.assay.model.Fact;
import dev.assay.model.ModelSettings;
import dev.assay.model.SilverColumn;
import dev.assay.model.SilverRecipe;
import dev.assay.model.SilverSpec;
import dev.assay.model.Source;
import dev.assay.model.UserError;
import dev.assay.silver.RecipeCheck;
import dev.assay.source.Origins;
import dev.assay.source.RelationReader;
import dev.assay.source.bigquery.BigQuery;
import dev.assay.source.database.Databases;
import dev.assay.source.delimited.DelimitedText;
import dev.assay.source.excel.ExcelWorkbooks;
import dev.assay.source.json.JsonFormat;
import dev.assay.source.packed.PackedFiles;
import dev.assay.source.parquet.ParquetFormat;
import dev.assay.sql.CustomExpression;
import dev.assay.sql.CustomExpressions;
import dev.assay.sql.Dialect;
import dev.assay.sql.DuckDbDialect;
import dev.assay.sql.Guard;
import dev.assay.sql.TableSql;
import dev.assay.workspace.HeldFolder;
import dev.assay.workspace.LocalWorkspace;
import dev.assay.workspace.Workspace;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Wires everything with plain {@code new}; nothing depends on it. */
public final class App {
  private final HeldFolder folder;
  private final LocalWorkspace workspace;
  private final CustomExpressions expressions;

  private App(HeldFolder folder) {
    this.folder = folder;
    Dialect dialect = new DuckDbDialect();
    var engine = folder.engine();
    Guard guard = new Guard(engine::parse, engine::render);
    this.expressions = new CustomExpressions(guard);
    RecipeCheck check =
        new RecipeCheck(dialect, this::written, this::suggestedColumn, this::patternProblem);
    BoundFeatures features =
        new BoundFeatures(
            engine,
            dialect,
            guard,
            check,
            origins(),
            modelGate(),
            this::maskedColumns,
            new Veils(this::maskedColumns, this::recipes)::of);
    Builds builds = new Builds(folder.store(), engine, dialect, features);
    this.workspace = new LocalWorkspace(folder, dialect, builds, features);
  }

  /** Settings are looked up for each request; what leaves is written down first. */
  private ModelGate modelGate() {
    return new ModelGate(
        () -> {
          ModelSettings settings = folder.modelSettings();
          return settings.on()
              ? Optional.of(new ModelAccess(settings, folder.modelKey().orElse(null)))
              : Optional.empty();
        },
        new KeptEgress(folder.store().egresses()));
  }

  private Set<String> maskedColumns(Source source) {
    return workspace.maskedColumns(source);
  }

  private List<SilverRecipe> recipes(Source source) {
    return workspace.silverRecipes(source);
  }

  /** Every kind of file and database that can be read, in plain sight. */
  private Origins origins() {
    return new Origins(
        new PackedFiles(),
        List.of(new ExcelWorkbooks(), new JsonFormat(), new ParquetFormat(), new DelimitedText()),
        readers(),
        folder::login);
  }

  private Map<Connection.System, RelationReader> readers() {
    var readers = Databases.readers(folder.path().resolve("drivers"));
    readers.put(Connection.System.BIGQUERY, new BigQuery(System.getenv()));
    return readers;
  }

  /** Opens the workspace in a folder, made when missing; this process then holds it. */
  public static App open(Path folder) {
    HeldFolder held = HeldFolder.take(folder);
    try {
      return new App(held);
    } catch (RuntimeException e) {
      held.close();
      throw e;
    }
  }

  /** Closing it closes everything. */
  public Workspace workspace() {
    return workspace;
  }

  /** The folder, for the server's token and uploads. */
  public HeldFolder folder() {
    return folder;
  }

  /** A key that a recipe names without listing it is cast as the data suggests. */
  private Optional<SilverColumn> suggestedColumn(Source source, String column) {
    return workspace.suggestSilver(source.id()).columns().stream()
        .filter(suggested -> suggested.sourceColumn().equals(column))
        .findFirst();
  }

  /**
   * Both walls for an expression that feeds a build: its tree is checked, then planned read-only.
   */
  private SilverSpec.Expression written(String expression, List<String> columns) {
    CustomExpression resolved = expressions.resolve(expression, columns);
    String planned = TableSql.explain(resolved.over(columns));
    try {
      folder.engine().reading(reader -> reader.read(planned, Engine.Limits.PLAN));
    } catch (EngineException e) {
      throw UserError.invalid("'" + expression + "' cannot be run: " + e.getMessage());
    }
    return new SilverSpec.Expression(resolved.value(), resolved.failed(), resolved.columns());
  }

  /** The engine's own word on a regular expression. */
  private Optional<Fact> patternProblem(String pattern) {
    try {
      folder.engine().query(TableSql.pattern(), pattern);
      return Optional.empty();
    } catch (EngineException e) {
      return Optional.of(dev.assay.silver.Sentences.NO_PATTERN.with(pattern, e.getMessage()));
    }
  }
}

package dev.assay;

import dev.assay.build.Builds;
import dev.assay.model.SilverColumn;
import dev.assay.model.Source;
import dev.assay.silver.RecipeCheck;
import dev.assay.sql.Dialect;
import dev.assay.sql.DuckDbDialect;
import dev.assay.workspace.HeldFolder;
import dev.assay.workspace.LocalWorkspace;
import dev.assay.workspace.Workspace;
import java.nio.file.Path;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;

/** Wires everything with plain {@code new}; nothing depends on it. */
public final class App {
  private final HeldFolder folder;
  private final LocalWorkspace workspace;

  private App(HeldFolder folder) {
    this.folder = folder;
    Dialect dialect = new DuckDbDialect();
    var engine = folder.engine();
    RecipeCheck check =
        new RecipeCheck(
            dialect,
            (expression, _, _) -> {
              throw new UnsupportedOperationException("comes with sql.Guard: " + expression);
            },
            this::suggestedColumn,
            App::patternProblem);
    BoundFeatures features = new BoundFeatures(engine, dialect, check, App::notYet);
    Builds builds = new Builds(folder.store(), engine, dialect, features);
    this.workspace = new LocalWorkspace(folder, dialect, builds, features);
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

  private static String notYet(String sql) {
    throw new UnsupportedOperationException("comes with sql.Guard: " + sql);
  }

  private static Optional<String> patternProblem(String pattern) {
    try {
      Pattern.compile(pattern);
      return Optional.empty();
    } catch (PatternSyntaxException e) {
      return Optional.of(e.getDescription());
    }
  }
}

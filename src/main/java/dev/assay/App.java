package dev.assay;

import dev.assay.build.Builds;
import dev.assay.model.SilverColumn;
import dev.assay.model.Source;
import dev.assay.silver.Accountant;
import dev.assay.silver.RecipeCheck;
import dev.assay.silver.SilverPlanner;
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
            (_, _, _) -> {
              throw new UnsupportedOperationException("comes with sql.Guard");
            },
            this::suggestedColumn,
            App::patternProblem);
    BoundFeatures features =
        new BoundFeatures(engine, new SilverPlanner(check), new Accountant(engine, dialect));
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

  private static Optional<String> patternProblem(String pattern) {
    try {
      Pattern.compile(pattern);
      return Optional.empty();
    } catch (PatternSyntaxException e) {
      return Optional.of(e.getDescription());
    }
  }
}

package dev.assay.bronze;

import dev.assay.engine.Engine;
import dev.assay.engine.Work;
import dev.assay.model.Landing;
import dev.assay.model.Origin;
import dev.assay.model.Step;
import dev.assay.model.UserError;
import dev.assay.source.CsvReader;
import dev.assay.source.TextFile;
import dev.assay.sql.LandingSql;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;

/** Lands the rows of an origin, untouched, in staged tables. */
public final class Lander {
  private final Engine engine;

  public Lander(Engine engine) {
    this.engine = engine;
  }

  /**
   * Makes {@code step.staged()} and {@code step.stagedMalformed()}; publishes nothing, and leaves
   * neither behind when it fails or is cancelled.
   */
  public Landed land(Step.Land step, long loadId, Instant loadedAt, Work work) {
    dropStaged(step);
    try {
      Landed landed =
          switch (step.source().origin()) {
            case Origin.File file -> landFile(file, step, loadId, loadedAt, work);
          };
      if (!landed.balances()) {
        throw new IllegalStateException("Rows were lost on the way to Bronze: " + landed);
      }
      return landed;
    } catch (RuntimeException | Error e) {
      try {
        dropStaged(step);
      } catch (RuntimeException dropping) {
        e.addSuppressed(dropping);
      }
      throw e;
    }
  }

  private Landed landFile(
      Origin.File file, Step.Land step, long loadId, Instant loadedAt, Work work) {
    Path path = TextFile.check(Path.of(file.path()), file.fileName());
    Landing landing = step.landing();
    try (MalformedRows malformed = new MalformedRows();
        CsvReader reader = CsvReader.open(path, landing.dialect(), malformed)) {
      CsvRows rows =
          new CsvRows(
              reader, landing.columns().size(), malformed, file.fileName(), Files.size(path), work);
      long rowsLanded =
          engine.land(
              rows,
              from ->
                  LandingSql.bronze(
                      step.staged(),
                      loadId,
                      loadedAt,
                      file.fileName(),
                      landing.columns().stream().map(Landing.Column::name).toList(),
                      from),
              work);
      engine.land(
          malformed, from -> LandingSql.malformed(step.stagedMalformed(), loadId, from), work);
      return new Landed(reader.recordsRead(), rowsLanded, malformed.count(), malformed.byReason());
    } catch (IOException e) {
      throw new UserError(
          UserError.Kind.MACHINE,
          "The file " + file.fileName() + " could not be read: " + e.getMessage() + ".",
          e);
    }
  }

  private void dropStaged(Step.Land step) {
    engine.execute(LandingSql.drop(step.staged()), Work.unwatched());
    engine.execute(LandingSql.drop(step.stagedMalformed()), Work.unwatched());
  }
}

package dev.assay.bronze;

import dev.assay.engine.Engine;
import dev.assay.engine.RowSource;
import dev.assay.engine.Work;
import dev.assay.model.CsvDialect;
import dev.assay.model.Format;
import dev.assay.model.Landing;
import dev.assay.model.Origin;
import dev.assay.model.Step;
import dev.assay.model.UserError;
import dev.assay.source.ConnectionLost;
import dev.assay.source.Content;
import dev.assay.source.Origins;
import dev.assay.source.TableReader;
import dev.assay.source.delimited.CsvReader;
import dev.assay.sql.LandingSql;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Lands the rows of an origin, untouched, in staged tables. */
public final class Lander {
  private static final int MOST_ATTEMPTS = 3;
  private static final Duration FIRST_PAUSE = Duration.ofSeconds(1);

  private final Engine engine;
  private final Origins origins;

  public Lander(Engine engine, Origins origins) {
    this.engine = engine;
    this.origins = origins;
  }

  /**
   * Makes {@code step.staged()} and {@code step.stagedMalformed()}; publishes nothing, and leaves
   * neither behind when it fails or is cancelled.
   */
  public Landed land(Step.Land step, long loadId, Instant loadedAt, Work work) {
    dropStaged(step);
    try {
      Landed landed =
          switch (step.landing().format()) {
            case CsvDialect dialect -> landDelimited(dialect, step, loadId, loadedAt, work);
            case Format.Sheet _, Format.Parquet _, Format.JsonRecords _, Format.DatabaseRows _ ->
                landRecords(step, loadId, loadedAt, work);
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

  private Landed landDelimited(
      CsvDialect dialect, Step.Land step, long loadId, Instant loadedAt, Work work) {
    Origin.File file = (Origin.File) step.source().origin();
    Landing landing = step.landing();
    try (Content content = origins.content(file);
        MalformedRows malformed = new MalformedRows();
        CsvReader reader = CsvReader.open(content, table(file), dialect, malformed)) {
      CsvRows rows =
          new CsvRows(
              reader, landing.columns().size(), malformed, file.label(), content.size(), work);
      long landed = land(rows, step, loadId, loadedAt, file.label(), work);
      engine.land(
          malformed, from -> LandingSql.malformed(step.stagedMalformed(), loadId, from), work);
      return new Landed(reader.recordsRead(), landed, malformed.leftOut(), malformed.byReason());
    } catch (IOException e) {
      throw unreadable(file, e);
    }
  }

  /** A connection that broke costs a new beginning: what had landed until then is dropped. */
  private Landed landRecords(Step.Land step, long loadId, Instant loadedAt, Work work) {
    for (int attempt = 1; ; attempt++) {
      try {
        return landRecordsOnce(step, loadId, loadedAt, work);
      } catch (UserError e) {
        // A server that has just gone down may for a while not answer at all.
        boolean worthIt =
            e instanceof ConnectionLost || (attempt > 1 && e.kind() == UserError.Kind.MACHINE);
        if (attempt == MOST_ATTEMPTS || !worthIt) {
          throw e;
        }
        pause(attempt, work);
        dropStaged(step);
      }
    }
  }

  private static void pause(int attempt, Work work) {
    long until = System.nanoTime() + attempt * attempt * FIRST_PAUSE.toNanos();
    while (System.nanoTime() < until) {
      work.stopIfCancelled();
      try {
        Thread.sleep(50);
      } catch (InterruptedException _) {
        Thread.currentThread().interrupt();
        throw new Work.Cancelled();
      }
    }
  }

  private Landed landRecordsOnce(Step.Land step, long loadId, Instant loadedAt, Work work) {
    Origin origin = step.source().origin();
    try (MalformedRows malformed = new MalformedRows();
        TableReader reader = origins.open(origin, step.landing(), Optional.empty(), malformed)) {
      RecordRows rows = new RecordRows(reader, step.landing().columns().size(), work);
      long landed = land(rows, step, loadId, loadedAt, origin.label(), work);
      engine.land(
          malformed, from -> LandingSql.malformed(step.stagedMalformed(), loadId, from), work);
      return new Landed(
          rows.read() + malformed.leftOut(), landed, malformed.leftOut(), malformed.byReason());
    } catch (IOException e) {
      throw unreadable(origin, e);
    }
  }

  private long land(
      RowSource rows, Step.Land step, long loadId, Instant loadedAt, String file, Work work) {
    List<String> names = step.landing().columns().stream().map(Landing.Column::name).toList();
    return engine.land(
        rows, from -> LandingSql.bronze(step.staged(), loadId, loadedAt, file, names, from), work);
  }

  private static String table(Origin.File file) {
    return file.part() == null ? null : file.part().table();
  }

  private static UserError unreadable(Origin origin, IOException e) {
    return new UserError(
        UserError.Kind.MACHINE, origin.label() + " could not be read: " + e.getMessage() + ".", e);
  }

  private void dropStaged(Step.Land step) {
    engine.execute(LandingSql.drop(step.staged()), Work.unwatched());
    engine.execute(LandingSql.drop(step.stagedMalformed()), Work.unwatched());
  }
}

package dev.assay.bronze;

import dev.assay.engine.Engine;
import dev.assay.engine.RowSource;
import dev.assay.engine.Work;
import dev.assay.model.CsvDialect;
import dev.assay.model.Format;
import dev.assay.model.Origin;
import dev.assay.model.Reading;
import dev.assay.model.Step;
import dev.assay.model.UserError;
import dev.assay.source.ConnectionLost;
import dev.assay.source.Content;
import dev.assay.source.Origins;
import dev.assay.source.RelationReader;
import dev.assay.source.TableReader;
import dev.assay.source.delimited.CsvReader;
import dev.assay.sql.LandingSql;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
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
   *
   * @param firstLoadId the load of the first reading; those of the others follow it
   * @return an account of each reading
   */
  public List<Landed> land(Step.Land step, long firstLoadId, Instant loadedAt, Work work) {
    dropStaged(step);
    try {
      engine.execute(LandingSql.emptyMalformed(step.stagedMalformed()), work);
      if (step.readings().isEmpty()) {
        engine.execute(LandingSql.empty(step.staged(), step.columns()), work);
      }
      List<Landed> all = new ArrayList<>();
      for (int i = 0; i < step.readings().size(); i++) {
        double from = (double) i / step.readings().size();
        double to = (i + 1.0) / step.readings().size();
        Landed landed =
            read(
                new Load(step, step.readings().get(i), i > 0, firstLoadId + i, loadedAt),
                work.part(from, to));
        if (!landed.balances()) {
          throw new IllegalStateException("Rows were lost on the way to Bronze: " + landed);
        }
        all.add(landed);
      }
      return all;
    } catch (RuntimeException | Error e) {
      try {
        dropStaged(step);
      } catch (RuntimeException dropping) {
        e.addSuppressed(dropping);
      }
      throw e;
    }
  }

  /**
   * One reading on its way into the staged tables.
   *
   * @param more whether others have landed there before it
   */
  private record Load(Step.Land step, Reading reading, boolean more, long id, Instant at) {
    int columns() {
      return reading.landing().columns().size();
    }
  }

  private Landed read(Load load, Work work) {
    mustBeAsLookedAt(load.reading().origin());
    return switch (load.reading().landing().format()) {
      case CsvDialect dialect -> landDelimited(dialect, load, work);
      case Format.Sheet _, Format.Parquet _, Format.JsonRecords _, Format.DatabaseRows _ ->
          landRecords(load, work);
    };
  }

  /** How a file is read was found out by looking at it: a file that came after may be otherwise. */
  private static void mustBeAsLookedAt(Origin origin) {
    if (!(origin instanceof Origin.File file) || file.modified().equals(Instant.EPOCH)) {
      return;
    }
    try {
      BasicFileAttributes now =
          Files.readAttributes(Path.of(file.path()), BasicFileAttributes.class);
      if (now.size() != file.size()
          || !now.lastModifiedTime().toInstant().equals(file.modified())) {
        throw new UserError(
            UserError.Kind.MACHINE,
            "The file "
                + file.fileName()
                + " changed while it was read. Sync it again when it is complete.");
      }
    } catch (IOException _) {
      // Opening it says better why it cannot be read.
    }
  }

  private Landed landDelimited(CsvDialect dialect, Load load, Work work) {
    Origin.File file = (Origin.File) load.reading().origin();
    try (Content content = origins.content(file);
        MalformedRows malformed = new MalformedRows();
        CsvReader reader = CsvReader.open(content, table(file), dialect, malformed)) {
      CsvRows rows =
          new CsvRows(reader, load.columns(), malformed, file.label(), content.size(), work);
      long landed = land(rows, load, work);
      land(malformed, load, work);
      return new Landed(reader.recordsRead(), landed, malformed.leftOut(), malformed.byReason());
    } catch (IOException e) {
      throw unreadable(file, e);
    }
  }

  /** A connection that broke costs a new beginning: what had landed until then is dropped. */
  private Landed landRecords(Load load, Work work) {
    for (int attempt = 1; ; attempt++) {
      try {
        return landRecordsOnce(load, work);
      } catch (UserError e) {
        // A server that has just gone down may for a while not answer at all.
        boolean worthIt =
            e instanceof ConnectionLost || (attempt > 1 && e.kind() == UserError.Kind.MACHINE);
        if (attempt == MOST_ATTEMPTS || !worthIt || load.step().readings().size() > 1) {
          throw e;
        }
        pause(attempt, work);
        dropStaged(load.step());
        engine.execute(LandingSql.emptyMalformed(load.step().stagedMalformed()), work);
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

  private Landed landRecordsOnce(Load load, Work work) {
    Origin origin = load.reading().origin();
    try (MalformedRows malformed = new MalformedRows();
        TableReader reader =
            origins.open(origin, load.reading().landing(), since(load.reading()), malformed)) {
      RecordRows rows = new RecordRows(reader, load.columns(), work);
      long landed = land(rows, load, work);
      land(malformed, load, work);
      return new Landed(
          rows.read() + malformed.leftOut(), landed, malformed.leftOut(), malformed.byReason());
    } catch (IOException e) {
      throw unreadable(origin, e);
    }
  }

  private static Optional<RelationReader.Since> since(Reading reading) {
    return Optional.ofNullable(reading.since())
        .map(since -> new RelationReader.Since(since.column(), since.value()));
  }

  private long land(RowSource rows, Load load, Work work) {
    List<LandingSql.Target> targets =
        load.step().columns().stream()
            .map(name -> {
              int index = load.reading().into().indexOf(name);
              return new LandingSql.Target(name, index < 0 ? null : index);
            })
            .toList();
    String file = load.reading().origin().label();
    return engine.land(
        rows,
        from ->
            LandingSql.bronze(
                load.step().staged(), load.more(), load.id(), load.at(), file, targets, from),
        work);
  }

  private void land(MalformedRows malformed, Load load, Work work) {
    if (!malformed.isEmpty()) {
      engine.land(
          malformed,
          from -> LandingSql.malformed(load.step().stagedMalformed(), load.id(), from),
          work);
    }
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

package dev.assay.profile;

import dev.assay.engine.Engine;
import dev.assay.engine.Work;
import dev.assay.model.ColumnProfile;
import dev.assay.model.Landing;
import dev.assay.model.Profile;
import dev.assay.model.Rows;
import dev.assay.model.UserError;
import dev.assay.sql.Dialect;
import dev.assay.sql.LandingSql;
import dev.assay.sql.ProfileSql;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Measures a Bronze table on all its rows.
 *
 * <p>How a column may be read is guessed from few of its values and measured in the same scan as
 * everything else: the values that contradict a guess mend it, and only then is a column scanned
 * again.
 */
public final class Profiler {
  private static final Set<String> SYSTEM = Set.copyOf(LandingSql.METADATA);

  /** Columns looked at together: enough to share a scan, few enough for wide tables to fit. */
  private static final int TOGETHER = 64;

  /** A guess that four measurements have not settled is no reading of the column. */
  private static final int ROUNDS = 4;

  private static final int REMEMBERED = 4;

  private final Engine engine;
  private final ValueReader reader;
  private final Gauge gauge;

  // A suggestion follows its profile: what was measured for one serves the other.
  private final Map<String, Examined> remembered =
      new LinkedHashMap<>() {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Examined> eldest) {
          return size() > REMEMBERED;
        }
      };

  private record Examined(Instant measuredAt, List<Examination> columns) {}

  public Profiler(Engine engine, Dialect dialect) {
    this.engine = engine;
    this.reader = new ValueReader(engine);
    this.gauge = new Gauge(engine, dialect);
  }

  /**
   * What all rows of a Bronze table look like.
   *
   * @param landing gives the headers as received; null where the column names serve
   * @throws UserError when there is no such table
   */
  public Profile measure(String table, Landing landing, Work work) {
    long rows = rows(table, work);
    Instant now = Instant.now().truncatedTo(ChronoUnit.MILLIS);
    List<Examination> examined = new ArrayList<>();
    List<String> columns = columns(table);
    for (int from = 0; from < columns.size(); from += TOGETHER) {
      List<String> some = columns.subList(from, Math.min(columns.size(), from + TOGETHER));
      examined.addAll(examine(table, headers(landing, some), rows, Optional.empty(), work));
    }
    synchronized (remembered) {
      remembered.remove(table);
      remembered.put(table, new Examined(now, List.copyOf(examined)));
    }
    return new Profile(
        table, rows, rows, now, examined.stream().map(Examination::profile).toList());
  }

  /** What was found while a profile was measured; measured again where that is long ago. */
  public List<Examination> examined(Profile profile, Work work) {
    synchronized (remembered) {
      Examined known = remembered.get(profile.table());
      if (known != null && known.measuredAt().equals(profile.measuredAt())) {
        return known.columns();
      }
    }
    List<Examination> examined = new ArrayList<>();
    for (int from = 0; from < profile.columns().size(); from += TOGETHER) {
      Map<String, String> headers = new LinkedHashMap<>();
      profile
          .columns()
          .subList(from, Math.min(profile.columns().size(), from + TOGETHER))
          .forEach(column -> headers.put(column.name(), column.header()));
      examined.addAll(
          examine(profile.table(), headers, profile.rowCount(), Optional.empty(), work));
    }
    return examined;
  }

  /** Measures one column again, with what a person has settled about it. */
  public Examination settled(
      Profile profile, ColumnProfile column, Optional<String> choice, Work work) {
    return examine(
            profile.table(),
            Map.of(column.name(), column.header()),
            profile.rowCount(),
            choice,
            work)
        .getFirst();
  }

  private long rows(String table, Work work) {
    columns(table);
    return (Long) engine.query(ProfileSql.count(table), work).rows().getFirst().getFirst();
  }

  private List<String> columns(String table) {
    return engine
        .columns(table)
        .orElseThrow(() -> UserError.notFound("There is no table " + table + " to profile yet."))
        .stream()
        .map(Rows.Column::name)
        .filter(name -> !SYSTEM.contains(name.toLowerCase(Locale.ROOT)))
        .toList();
  }

  private static Map<String, String> headers(Landing landing, List<String> columns) {
    Map<String, String> known = new HashMap<>();
    if (landing != null) {
      landing.columns().forEach(column -> known.put(column.name(), column.header()));
    }
    Map<String, String> headers = new LinkedHashMap<>();
    columns.forEach(column -> headers.put(column, known.getOrDefault(column, column)));
    return headers;
  }

  private List<Examination> examine(
      String table, Map<String, String> headers, long rows, Optional<String> choice, Work work) {
    List<String> columns = List.copyOf(headers.keySet());
    Map<String, Values> values = reader.read(table, columns, rows, work);
    // What a column looks like is found out beside the others: it reads nothing but its own texts.
    List<Subject> subjects =
        columns.parallelStream()
            .map(column -> new Subject(column, headers.get(column), values.get(column), choice))
            .toList();
    List<Subject> open = subjects;
    Neighbours neighbours =
        Neighbours.of(
            open.stream()
                .map(subject -> new Neighbours.Column(subject.guess(), subject.values()))
                .toList());
    open.forEach(subject -> subject.beside(neighbours));
    for (int round = 0; round < ROUNDS && !open.isEmpty(); round++) {
      work.stopIfCancelled();
      gauge.measure(table, rows, open, work);
      open = open.parallelStream().filter(Subject::mend).toList();
    }
    // What still fails too often is no reading: TEXT stands, with the failures as its reason.
    gauge.measure(table, rows, subjects.stream().filter(Subject::giveUp).toList(), work);
    return subjects.parallelStream().map(subject -> subject.examination(rows)).toList();
  }
}

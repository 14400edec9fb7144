package dev.assay.bronze;

import dev.assay.engine.Engine;
import dev.assay.engine.Work;
import dev.assay.model.Drift;
import dev.assay.model.Inspected;
import dev.assay.model.Inspection;
import dev.assay.model.Rows;
import dev.assay.model.Source;
import dev.assay.model.Superseded;
import dev.assay.model.UserError;
import dev.assay.model.Waiting;
import dev.assay.sql.LandingSql;
import dev.assay.sql.LoadSql;
import dev.assay.sql.ProfileSql;
import dev.assay.sql.ShapeSql;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** Looks at what has landed before it is published. */
public final class Inspector {
  private final Engine engine;
  private final ColumnShapes shapes;

  public Inspector(Engine engine) {
    this.engine = engine;
    this.shapes = new ColumnShapes(engine);
  }

  /** Throws UserError where the contract refuses the load. */
  public Inspected inspect(Inspection asked, Work work) {
    Source source = asked.source();
    boolean first = engine.columns(source.bronzeTable()).isEmpty();
    if (!first && asked.mayBeUnchanged() && isUnchanged(asked, work)) {
      return new Inspected.Unchanged();
    }
    List<ColumnShapes.Changed> changed =
        first
            ? List.of()
            : shapes.changed(asked.columns(), source.bronzeTable(), asked.staged(), work).stream()
                .map(one -> asked.hidden().contains(one.drift().column()) ? one.hidden() : one)
                .toList();
    if (!changed.isEmpty()) {
      switch (asked.reshaped()) {
        case EVOLVE -> {
          // What it means for Silver, Silver's own evidence tells.
        }
        case FREEZE -> throw refused(source, changed);
        case QUARANTINE -> quarantine(asked, changed, work);
        case PAUSE -> {
          return new Inspected.Doubtful(waiting(source, changed));
        }
      }
    }
    Map<Long, Long> rows = byLoad(LoadSql.rowsByLoad(asked.staged()));
    long superseded = superseded(asked, first);
    if (!first && !asked.mayShrink()) {
      long there = count(source.bronzeTable());
      long left = there - superseded + sum(rows);
      if (left * 2 < there) {
        return new Inspected.Doubtful(fewer(source, there, left));
      }
    }
    String greatest =
        asked.cursor() == null
            ? null
            : (String) one(LoadSql.greatest(asked.staged(), asked.cursor()));
    Map<Long, Long> quarantined = byLoad(LoadSql.quarantinedByLoad(asked.stagedMalformed()));
    return new Inspected.Sound(rows, quarantined, superseded, greatest);
  }

  /** What is there already, in whatever order: reading it again makes no new version of it. */
  private boolean isUnchanged(Inspection asked, Work work) {
    Source source = asked.source();
    if (!names(asked.staged()).stream().allMatch(names(source.bronzeTable())::contains)) {
      return false;
    }
    if (asked.whole()) {
      return names(asked.staged()).equals(names(source.bronzeTable()))
          && isSame(asked, new Superseded(source.bronzeTable(), source.malformedTable()), work);
    }
    return asked.superseded() == null
        ? count(asked.staged()) == 0 && count(asked.stagedMalformed()) == 0
        : isSame(asked, asked.superseded(), work);
  }

  /** Whether what has landed is what it would take the place of. */
  private boolean isSame(Inspection asked, Superseded superseded, Work work) {
    List<String> columns = names(asked.staged());
    return count(asked.staged()) == count(superseded.rows())
        && same(
            LoadSql.content(asked.staged(), columns),
            LoadSql.content(superseded.rows(), columns),
            work)
        && same(
            LoadSql.malformedContent(asked.stagedMalformed()),
            LoadSql.malformedContent(superseded.malformed()),
            work);
  }

  private List<String> names(String table) {
    return engine.columns(table).orElse(List.of()).stream()
        .map(Rows.Column::name)
        .filter(name -> !LandingSql.METADATA.contains(name))
        .toList();
  }

  private boolean same(String one, String other, Work work) {
    return engine.query(one, work).rows().equals(engine.query(other, work).rows());
  }

  private long superseded(Inspection asked, boolean first) {
    if (asked.superseded() != null) {
      return count(asked.superseded().rows());
    }
    return first || !asked.whole() ? 0 : count(asked.source().bronzeTable());
  }

  private void quarantine(Inspection asked, List<ColumnShapes.Changed> changed, Work work) {
    for (ColumnShapes.Changed one : changed) {
      String reason = "Column '" + one.drift().column() + "' held " + one.drift().before() + ".";
      for (String statement :
          ShapeSql.quarantine(
              asked.staged(),
              asked.stagedMalformed(),
              one.drift().column(),
              one.shapes(),
              reason)) {
        engine.execute(statement, work);
      }
    }
  }

  private static UserError refused(Source source, List<ColumnShapes.Changed> changed) {
    return new UserError(
        UserError.Kind.REFUSED,
        "The load was refused, as the contract says: "
            + sentences(changed)
            + " To take such values: assay settings "
            + source.id()
            + " --contract-reshaped evolve");
  }

  private static Waiting waiting(Source source, List<ColumnShapes.Changed> changed) {
    return new Waiting(
        "Nothing has landed. " + sentences(changed) + yes(source),
        new Drift(new ArrayList<>(changed.stream().map(ColumnShapes.Changed::drift).toList())),
        null,
        null,
        now());
  }

  private static String sentences(List<ColumnShapes.Changed> changed) {
    return String.join(" ", changed.stream().map(one -> one.drift().describe()).toList());
  }

  private static Waiting fewer(Source source, long there, long left) {
    return new Waiting(
        "Nothing has landed: it would leave %,d rows where %,d are now, less than half."
                .formatted(left, there)
            + yes(source),
        null,
        there,
        left,
        now());
  }

  /** How to say yes. */
  static String yes(Source source) {
    return " If that is right: assay sync " + source.id() + " --accept";
  }

  private static Instant now() {
    return Instant.now().truncatedTo(ChronoUnit.MICROS);
  }

  private Map<Long, Long> byLoad(String select) {
    Map<Long, Long> rows = new HashMap<>();
    for (List<Object> row : engine.query(select).rows()) {
      rows.put(((Number) row.get(0)).longValue(), ((Number) row.get(1)).longValue());
    }
    return rows;
  }

  private static long sum(Map<Long, Long> rows) {
    return rows.values().stream().mapToLong(Long::longValue).sum();
  }

  private long count(String table) {
    return ((Number) Objects.requireNonNull(one(ProfileSql.count(table)))).longValue();
  }

  private Object one(String select) {
    return engine.query(select).rows().getFirst().getFirst();
  }
}

package dev.assay.workspace;

import dev.assay.bronze.ColumnDrift;
import dev.assay.engine.Engine;
import dev.assay.model.Drift;
import dev.assay.model.Landing;
import dev.assay.model.Origin;
import dev.assay.model.Rows;
import dev.assay.model.Source;
import dev.assay.model.Waiting;
import dev.assay.sql.LoadSql;
import dev.assay.store.Sources;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** How origins differ from the Bronze that was made of them. */
final class Drifts {
  /** So many first rows show whether a new column holds what a lost one did. */
  private static final int LOOKED_AT = 500;

  /** One value alone may be the same by chance. */
  private static final int FEWEST_VALUES = 2;

  private final Engine engine;
  private final Catalogue catalogue;
  private final Features features;
  private final Readings readings;
  private final Breaks breaks;

  Drifts(Engine engine, Catalogue catalogue, Features features, Readings readings, Breaks breaks) {
    this.engine = engine;
    this.catalogue = catalogue;
    this.features = features;
    this.readings = readings;
    this.breaks = breaks;
  }

  /** The origin as it is now; also what a sync has found that waits for a yes. */
  DriftReport report(Sources.Kept kept) {
    Source source = kept.source();
    catalogue.bronze(source);
    List<Landing.Column> before = catalogue.landing(source).columns();
    Landing now = readings.look(source.origin(), kept.overrides());
    Origin shown = readings.first(source.origin());
    List<String> there = before.stream().map(Landing.Column::name).toList();
    List<Drift.Change> changes =
        new ArrayList<>(
            between(
                    source,
                    before,
                    there,
                    catalogue.optional(source, catalogue.landing(source)),
                    shown,
                    now)
                .drift()
                .changes());
    Waiting waiting = kept.waiting();
    if (waiting != null && waiting.drift() != null) {
      // Of another file of a folder, or of values that only reading has shown.
      waiting.drift().changes().stream()
          .filter(change -> !changes.contains(change))
          .forEach(changes::add);
    }
    Drift drift = new Drift(changes);
    return new DriftReport(drift, breaks.of(source, drift));
  }

  /**
   * How one part of an origin differs from Bronze.
   *
   * @param there the columns whose values can be looked at in Bronze
   * @param optional columns that the part may lack
   */
  ColumnDrift between(
      Source source,
      List<Landing.Column> before,
      List<String> there,
      Collection<String> optional,
      Origin origin,
      Landing now) {
    Values values = new Values(source, origin, now);
    return ColumnDrift.between(
        before,
        now.columns(),
        optional,
        (old, fresh) -> there.contains(old.name()) ? values.overlap(old, fresh) : 0);
  }

  /** The first values of an origin, read when the first question about them is asked. */
  private final class Values {
    private final Source source;
    private final Origin origin;
    private final Landing landing;
    private final Map<String, List<Object>> byColumn = new HashMap<>();
    private Rows rows;

    Values(Source source, Origin origin, Landing landing) {
      this.source = source;
      this.origin = origin;
      this.landing = landing;
    }

    double overlap(Landing.Column old, Landing.Column fresh) {
      List<Object> values = byColumn.computeIfAbsent(fresh.name(), _ -> values(fresh));
      if (values.size() < FEWEST_VALUES) {
        return 0;
      }
      List<Object> counted =
          engine
              .query(
                  LoadSql.presentAmong(source.bronzeTable(), old.name(), values.size()),
                  values.toArray())
              .rows()
              .getFirst();
      return ((Number) counted.getFirst()).doubleValue() / values.size();
    }

    private List<Object> values(Landing.Column column) {
      if (rows == null) {
        rows = features.firstRows(origin, landing, LOOKED_AT);
      }
      int index = landing.columns().indexOf(column);
      return rows.rows().stream()
          .map(row -> row.get(index))
          .filter(Objects::nonNull)
          .filter(value -> !value.equals(""))
          .distinct()
          .toList();
    }
  }
}

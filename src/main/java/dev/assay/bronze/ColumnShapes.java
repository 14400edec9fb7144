package dev.assay.bronze;

import dev.assay.engine.Engine;
import dev.assay.engine.Work;
import dev.assay.model.Drift;
import dev.assay.sql.ProfileSql;
import dev.assay.sql.ShapeSql;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Finds columns whose values look otherwise than before: {@code 1.234,50} where there was {@code
 * 1,234.50}, a date with its month in front where the day was. Some rows of each table show which
 * columns are in doubt; only those are then counted over all new rows.
 */
final class ColumnShapes {
  private static final int SAMPLED = 20_000;

  /** With more shapes than this a column is free text, whose shape says nothing. */
  private static final int MOST_SHAPES = 12;

  private static final double COVERED = 0.99;

  /** Fewer values than this have no shape that could be relied on. */
  private static final int FEWEST_VALUES = 10;

  /** So large a share of odd values is a change; less is the dirt that any file may have. */
  private static final double NOTABLE = 0.05;

  private final Engine engine;

  ColumnShapes(Engine engine) {
    this.engine = engine;
  }

  /**
   * A column that has changed.
   *
   * @param shapes what its values looked like before
   */
  record Changed(Drift.Reshaped drift, List<String> shapes) {
    /** The same, without a value. */
    Changed hidden() {
      return new Changed(
          new Drift.Reshaped(
              drift.column(), "values of one shape", "values of another", drift.rows(), "***"),
          shapes);
    }
  }

  List<Changed> changed(List<String> columns, String before, String now, Work work) {
    List<Changed> changed = new ArrayList<>();
    for (String column : columns) {
      work.stopIfCancelled();
      changed(column, before, now, work).ifPresent(changed::add);
    }
    return changed;
  }

  private record Seen(String shape, long rows, String example) {}

  private Optional<Changed> changed(String column, String before, String now, Work work) {
    List<Seen> old = seen(column, before);
    long values = old.stream().mapToLong(Seen::rows).sum();
    if (values < FEWEST_VALUES || old.size() > MOST_SHAPES * 4) {
      return Optional.empty();
    }
    List<Seen> usual = new ArrayList<>();
    long covered = 0;
    for (Seen one : old) {
      if (covered >= values * COVERED) {
        break;
      }
      usual.add(one);
      covered += one.rows();
    }
    if (usual.size() > MOST_SHAPES) {
      return Optional.empty();
    }
    List<String> all = old.stream().map(Seen::shape).toList();
    List<Seen> fresh = seen(column, now);
    long some = fresh.stream().mapToLong(Seen::rows).sum();
    long odd = fresh.stream().filter(one -> !all.contains(one.shape())).mapToLong(Seen::rows).sum();
    if (some == 0 || odd < some * NOTABLE) {
      return Optional.empty();
    }
    List<Object> counted = engine.query(ShapeSql.others(now, column, all), work).rows().getFirst();
    long rows = ((Number) counted.get(1)).longValue();
    String commonest =
        fresh.stream()
            .filter(one -> !all.contains(one.shape()))
            .findFirst()
            .map(Seen::example)
            .orElse((String) counted.get(2));
    return Optional.of(
        new Changed(
            new Drift.Reshaped(
                column,
                "values like '" + usual.getFirst().example() + "'",
                "values like '" + commonest + "'",
                rows,
                (String) counted.get(2)),
            all));
  }

  private List<Seen> seen(String column, String table) {
    long rows =
        ((Number) engine.query(ProfileSql.count(table)).rows().getFirst().getFirst()).longValue();
    String sample =
        rows <= SAMPLED
            ? ProfileSql.all(table, List.of(column))
            : ProfileSql.spread(table, List.of(column), rows, SAMPLED);
    return engine.query(ShapeSql.shapes(sample, column, MOST_SHAPES * 4 + 1)).rows().stream()
        .map(row ->
            new Seen((String) row.get(0), ((Number) row.get(1)).longValue(), (String) row.get(2)))
        .toList();
  }
}

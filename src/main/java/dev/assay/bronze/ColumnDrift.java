package dev.assay.bronze;

import dev.assay.model.Drift;
import dev.assay.model.Landing;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.function.ToDoubleBiFunction;

/**
 * How the columns of an origin differ from those of its Bronze table. Columns are the same where
 * their headers are; one without a header where it stands in the same place.
 */
public final class ColumnDrift {
  /** With less of its values known, a new column is another one, not the old one renamed. */
  private static final double ENOUGH = 0.5;

  private final List<Landing.Column> before;
  private final List<Landing.Column> now;

  /** For each column of the origin the Bronze column that it is; null for one that is new. */
  private final Map<Landing.Column, Landing.Column> same = new LinkedHashMap<>();

  private final Drift drift;

  private final Collection<String> optional;

  private ColumnDrift(
      List<Landing.Column> before,
      List<Landing.Column> now,
      Collection<String> optional,
      ToDoubleBiFunction<Landing.Column, Landing.Column> overlap) {
    this.before = before;
    this.now = now;
    this.optional = optional;
    match();
    this.drift = new Drift(changes(overlap));
  }

  /**
   * @param before the columns of Bronze
   * @param now those of the origin
   * @param optional Bronze columns that an origin may lack, by name
   * @param overlap the share of an origin column's values that a Bronze column has, from 0 to 1;
   *     asked only where both a column is gone and one is new
   */
  public static ColumnDrift between(
      List<Landing.Column> before,
      List<Landing.Column> now,
      Collection<String> optional,
      ToDoubleBiFunction<Landing.Column, Landing.Column> overlap) {
    return new ColumnDrift(before, now, optional, overlap);
  }

  public Drift drift() {
    return drift;
  }

  /** The Bronze column that a column of the origin is; null for one that is new. */
  Landing.Column same(Landing.Column column) {
    return same.get(column);
  }

  private void match() {
    Map<String, Landing.Column> byHeader = keyed(before, false);
    Map<String, Landing.Column> byFolded = keyed(before, true);
    List<String> exact = keys(now, false);
    List<String> folded = keys(now, true);
    List<Landing.Column> left = new ArrayList<>(before);
    for (int i = 0; i < now.size(); i++) {
      Landing.Column found = byHeader.get(exact.get(i));
      same.put(now.get(i), found);
      left.remove(found);
    }
    for (int i = 0; i < now.size(); i++) {
      Landing.Column found = byFolded.get(folded.get(i));
      if (same.get(now.get(i)) == null && found != null && left.remove(found)) {
        same.put(now.get(i), found);
      }
    }
  }

  private static Map<String, Landing.Column> keyed(List<Landing.Column> columns, boolean fold) {
    Map<String, Landing.Column> keyed = new HashMap<>();
    List<String> keys = keys(columns, fold);
    for (int i = 0; i < columns.size(); i++) {
      keyed.put(keys.get(i), columns.get(i));
    }
    return keyed;
  }

  /** The header with how often it came before; the name where there is no header. */
  private static List<String> keys(List<Landing.Column> columns, boolean fold) {
    Map<String, Integer> seen = new HashMap<>();
    List<String> keys = new ArrayList<>();
    for (Landing.Column column : columns) {
      String header = column.header().isBlank() ? "\0" + column.name() : column.header();
      String key = fold ? header.strip().toLowerCase(Locale.ROOT) : header;
      keys.add(key + "\0" + seen.merge(key, 1, Integer::sum));
    }
    return keys;
  }

  private List<Drift.Change> changes(ToDoubleBiFunction<Landing.Column, Landing.Column> overlap) {
    List<Landing.Column> added = new ArrayList<>();
    same.forEach((column, found) -> {
      if (found == null) {
        added.add(column);
      }
    });
    List<Landing.Column> dropped =
        new ArrayList<>(before.stream().filter(column -> !same.containsValue(column)).toList());
    List<Drift.Change> changes = new ArrayList<>();
    if (isReordered()) {
      changes.add(new Drift.Reordered(names(before), names(now)));
    }
    for (Pair pair : pairs(added, dropped, overlap)) {
      if (added.remove(pair.now()) && dropped.remove(pair.before())) {
        same.put(pair.now(), pair.before());
        changes.add(new Drift.Renamed(pair.before().name(), called(pair.now()), pair.overlap()));
      } else if (!dropped.contains(pair.before()) && same.get(pair.now()) == null) {
        added.add(pair.now());
      }
    }
    added.stream()
        .sorted(Comparator.comparingInt(now::indexOf))
        .forEach(column -> changes.add(new Drift.Added(called(column))));
    dropped.stream()
        .map(Landing.Column::name)
        .filter(name -> !optional.contains(name))
        .forEach(name -> changes.add(new Drift.Dropped(name)));
    return changes;
  }

  private record Pair(Landing.Column before, Landing.Column now, double overlap) {}

  private List<Pair> pairs(
      List<Landing.Column> added,
      List<Landing.Column> dropped,
      ToDoubleBiFunction<Landing.Column, Landing.Column> overlap) {
    List<Pair> pairs = new ArrayList<>();
    for (Landing.Column column : added) {
      for (Landing.Column old : dropped) {
        double share = overlap.applyAsDouble(old, column);
        if (share >= ENOUGH) {
          pairs.add(new Pair(old, column, share));
        }
      }
    }
    // Of equals, the one in the same place.
    pairs.sort(
        Comparator.comparingDouble(Pair::overlap)
            .reversed()
            .thenComparingInt(
                pair -> Math.abs(before.indexOf(pair.before()) - now.indexOf(pair.now()))));
    return pairs;
  }

  private boolean isReordered() {
    List<Landing.Column> common = same.values().stream().filter(Objects::nonNull).toList();
    List<Landing.Column> asBefore = before.stream().filter(common::contains).toList();
    return !common.equals(asBefore);
  }

  private static List<String> names(List<Landing.Column> columns) {
    return columns.stream().map(ColumnDrift::called).toList();
  }

  /** As the origin calls it. */
  static String called(Landing.Column column) {
    return column.header().isBlank() ? column.name() : column.header();
  }
}

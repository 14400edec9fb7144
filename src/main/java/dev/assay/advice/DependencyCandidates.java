package dev.assay.advice;

import dev.assay.model.ColumnType;
import dev.assay.profile.IdentifierNames;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Looks in the sample for columns whose value settles that of another.
 *
 * <p>The work is bounded on wide tables: no more than {@link #WIDE} columns of each part are
 * paired, a pair whose counts of different values speak against it costs nothing, and only the best
 * pairs are counted on all rows.
 */
final class DependencyCandidates {
  private static final int WIDE = 40;
  private static final int PAIRS = 16;
  private static final double HOLDS = 0.99;
  private static final double LIFT = 0.85;
  private static final double CONSTANT = 0.9;
  private static final double UNIQUE = 0.5;
  private static final int SUPPORT = 50;
  private static final int NAMED_SUPPORT = 8;
  private static final int LONGEST = 60;

  private DependencyCandidates() {}

  /** A pair of columns, by their places in the sample. */
  record Candidate(
      SampledRows.Column from, SampledRows.Column to, double holds, double chance, boolean named) {}

  static List<Candidate> find(KnownTable table, SampledRows sample) {
    List<SampledRows.Column> from =
        sample.columns().stream().filter(column -> determines(table, column)).limit(WIDE).toList();
    List<SampledRows.Column> to =
        sample.columns().stream()
            .filter(column -> !table.keys().contains(column.name()) || table.keys().size() > 1)
            .filter(
                column -> column.different(2) == 2 && topShare(column, sample.rows()) < CONSTANT)
            .limit(WIDE)
            .toList();
    List<Candidate> found = new ArrayList<>();
    for (SampledRows.Column one : from) {
      Map<Object, List<Integer>> groups = groups(one, sample.rows());
      for (SampledRows.Column other : to) {
        if (!one.equals(other) && couldDetermine(one, other)) {
          candidate(one, other, groups, sample.rows()).ifPresent(found::add);
        }
      }
    }
    return found.stream()
        .sorted(
            Comparator.comparing((Candidate candidate) -> !candidate.named())
                .thenComparing(candidate -> candidate.chance() - candidate.holds()))
        .limit(PAIRS)
        .toList();
  }

  /** A code or a name of something that several rows are about. */
  private static boolean determines(KnownTable table, SampledRows.Column column) {
    var profile = column.known().known().profile();
    boolean type =
        switch (column.type()) {
          case ColumnType.Decimal decimal ->
              decimal.scale() == 0 && IdentifierNames.keyLike(column.name());
          case ColumnType.Simple simple ->
              switch (simple) {
                case TEXT -> profile.averageLength() <= LONGEST;
                case INTEGER, BIGINT -> IdentifierNames.keyLike(column.name());
                case UUID -> true;
                case BOOLEAN, DOUBLE, DATE, TIMESTAMP, TIMESTAMPTZ, TIME -> false;
              };
        };
    return type
        && !List.of(column.name()).equals(table.keys())
        && profile.distinct() >= 3
        && profile.distinct() <= UNIQUE * column.known().known().measured().parsed();
  }

  /** What is determined has no more different values; their counts are approximate. */
  private static boolean couldDetermine(SampledRows.Column one, SampledRows.Column other) {
    long from = one.known().known().profile().distinct();
    long to = other.known().known().profile().distinct();
    boolean measure =
        other.type() instanceof ColumnType.Decimal(int _, int scale) && scale > 0
            || other.type() == ColumnType.Simple.DOUBLE;
    return to <= 1.15 * from + 3 && !(measure && to < 3);
  }

  private static double topShare(SampledRows.Column column, int rows) {
    Map<Object, Integer> counts = new HashMap<>();
    int all = 0;
    for (int i = 0; i < rows; i++) {
      if (!column.missing(i)) {
        counts.merge(column.value(i), 1, Integer::sum);
        all++;
      }
    }
    return all == 0
        ? 1
        : counts.values().stream().mapToInt(Integer::intValue).max().orElse(0) / (double) all;
  }

  private static Map<Object, List<Integer>> groups(SampledRows.Column column, int rows) {
    Map<Object, List<Integer>> groups = new HashMap<>();
    for (int i = 0; i < rows; i++) {
      if (!column.missing(i)) {
        groups.computeIfAbsent(column.value(i), _ -> new ArrayList<>()).add(i);
      }
    }
    groups.values().removeIf(group -> group.size() < 2);
    return groups;
  }

  private static Optional<Candidate> candidate(
      SampledRows.Column one,
      SampledRows.Column other,
      Map<Object, List<Integer>> groups,
      int rows) {
    boolean named = named(one.name(), other.name());
    Agreement as = agreement(other, groups, rows, 0);
    if (as.rows() < (named ? NAMED_SUPPORT : SUPPORT)
        || as.groups() < (named ? 3 : 5)
        || as.share() < HOLDS) {
      return Optional.empty();
    }
    double chance =
        Math.max(
            agreement(other, groups, rows, Math.max(1, rows / 3)).share(),
            agreement(other, groups, rows, Math.max(1, rows / 2)).share());
    return chance > LIFT
        ? Optional.empty()
        : Optional.of(new Candidate(one, other, as.share(), chance, named));
  }

  private record Agreement(int rows, int groups, double share) {}

  /** How many rows of the groups have the value that is most frequent in theirs. */
  private static Agreement agreement(
      SampledRows.Column column, Map<Object, List<Integer>> groups, int rows, int shift) {
    int all = 0;
    int agree = 0;
    int counted = 0;
    for (List<Integer> group : groups.values()) {
      Map<Object, Integer> counts = new HashMap<>();
      int size = 0;
      for (int row : group) {
        Object value = column.value((row + shift) % rows);
        if (value != null) {
          counts.merge(value, 1, Integer::sum);
          size++;
        }
      }
      if (size > 1) {
        all += size;
        counted++;
        agree += counts.values().stream().mapToInt(Integer::intValue).max().orElse(0);
      }
    }
    return new Agreement(all, counted, all == 0 ? 0 : agree / (double) all);
  }

  /** Whether two names are about one thing: {@code product_id} and {@code product_name}. */
  static boolean named(String one, String other) {
    int cut = one.lastIndexOf('_');
    return cut > 1 && other.startsWith(one.substring(0, cut + 1));
  }
}

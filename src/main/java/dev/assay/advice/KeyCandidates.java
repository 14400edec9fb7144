package dev.assay.advice;

import dev.assay.model.Cleaning;
import dev.assay.model.ColumnType;
import dev.assay.profile.IdentifierNames;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Which columns may name a row, alone or together, by their names and by what is known of them. */
final class KeyCandidates {
  /** More doubles than this and the column names something else, of which rows are parts. */
  static final double DOUBLED = 0.2;

  /** The approximate count of different values may be this far off. */
  private static final double SKETCH_ERROR = 0.08;

  private static final int TRIED = 3;
  private static final int TIMES = 4;
  private static final int PARTS = 4;

  /** Sets of two or three that are counted on all rows. */
  private static final int SETS = 8;

  private KeyCandidates() {}

  /** Columns that may name a row alone, likeliest first. */
  static List<KnownColumn> alone(List<KnownColumn> all) {
    return all.stream()
        .filter(KeyCandidates::mayBeKey)
        .sorted(
            Comparator.comparing((KnownColumn column) -> !IdentifierNames.key(column.name()))
                .thenComparing(column -> !named(column))
                .thenComparing(KnownColumn::position))
        .limit(TRIED)
        .toList();
  }

  /** Columns that say how recent a row is, best first. */
  static List<KnownColumn> times(List<KnownColumn> all) {
    return all.stream()
        .filter(column -> column.known().guess().type().isTemporal())
        .filter(column -> Recency.rank(column.name()).isPresent())
        .sorted(Comparator.comparing(column -> Recency.rank(column.name()).orElseThrow()))
        .limit(TIMES)
        .toList();
  }

  /** "number" alone is a key only where keys stand: to the left. */
  static boolean named(KnownColumn column) {
    return IdentifierNames.keyLike(column.name())
        && (IdentifierNames.key(column.name())
            || column.name().indexOf('_') > 0
            || column.position() <= 1);
  }

  /** Nearly unique, nearly always there, and of a type that names things. */
  private static boolean mayBeKey(KnownColumn column) {
    var measured = column.known().measured();
    long cells = measured.parsed();
    if (cells < 2 || measured.missing() + measured.failed() > 0.01 * measured.rows()) {
      return false;
    }
    boolean named = named(column);
    double different = (double) column.known().profile().distinct() / cells;
    if (different < (named ? 1 - DOUBLED - SKETCH_ERROR : 1 - SKETCH_ERROR)) {
      return false;
    }
    if (column.known().guess().steps().stream().anyMatch(Cleaning.ParseNumber.class::isInstance)) {
      // Thousands are separated and units written in quantities.
      return false;
    }
    return switch (column.known().guess().type()) {
      case ColumnType.Decimal decimal -> named && decimal.scale() == 0;
      case ColumnType.Simple simple ->
          switch (simple) {
            case UUID -> true;
            case INTEGER, BIGINT -> named || (column.position() == 0 && cells > 20);
            // A text of one word and digits in it looks like a code; a name or a note does not.
            case TEXT ->
                named
                    || (column.position() == 0
                        && cells > 20
                        && column.known().profile().maxLength() <= 40
                        && column.known().profile().shapes().stream()
                            .allMatch(shape ->
                                shape.value().indexOf(' ') < 0 && shape.value().contains("9")));
            case BOOLEAN, DOUBLE, DATE, TIMESTAMP, TIMESTAMPTZ, TIME -> false;
          };
    };
  }

  /** Columns that may name a row together with others. */
  static List<KnownColumn> parts(List<KnownColumn> all) {
    return all.stream()
        .filter(column -> IdentifierNames.keyLike(column.name()) || Recency.line(column.name()))
        .filter(KeyCandidates::partOfKey)
        .filter(column -> !column.known().guess().type().isTemporal())
        .limit(PARTS)
        .toList();
  }

  private static boolean partOfKey(KnownColumn column) {
    return column.known().measured().missing() + column.known().measured().failed() == 0
        && column.known().profile().distinct() > 1;
  }

  /** Sets of two parts, then of three, then of parts and a time at which they were measured. */
  static List<List<KnownColumn>> sets(List<KnownColumn> all, List<KnownColumn> parts) {
    List<List<KnownColumn>> sets = new ArrayList<>();
    for (int i = 0; i < parts.size(); i++) {
      for (int j = i + 1; j < parts.size(); j++) {
        sets.add(List.of(parts.get(i), parts.get(j)));
      }
    }
    int pairs = sets.size();
    for (int i = 0; i < parts.size(); i++) {
      for (int j = i + 1; j < parts.size(); j++) {
        for (int k = j + 1; k < parts.size(); k++) {
          sets.add(List.of(parts.get(i), parts.get(j), parts.get(k)));
        }
      }
    }
    List<KnownColumn> times =
        times(all).stream().filter(KeyCandidates::partOfKey).limit(1).toList();
    for (KnownColumn time : times) {
      parts.forEach(part -> sets.add(List.of(part, time)));
      List.copyOf(sets.subList(0, pairs))
          .forEach(pair -> sets.add(List.of(pair.getFirst(), pair.getLast(), time)));
    }
    return sets.stream().filter(KeyCandidates::couldName).limit(SETS).toList();
  }

  /** Whether a moment is part of a set: it names a row only where no two rows share it. */
  static boolean timed(List<KnownColumn> set) {
    return set.stream().anyMatch(column -> column.known().guess().type().isTemporal());
  }

  private static boolean couldName(List<KnownColumn> pair) {
    double combinations = 1;
    for (KnownColumn part : pair) {
      combinations *= part.known().profile().distinct();
    }
    return combinations >= (1 - DOUBLED) * rows(pair);
  }

  static long rows(List<KnownColumn> columns) {
    return columns.getFirst().known().measured().rows();
  }
}

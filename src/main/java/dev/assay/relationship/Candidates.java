package dev.assay.relationship;

import dev.assay.model.FoundTable;
import dev.assay.model.Relationship.Sign;
import dev.assay.semantic.TableFigures;
import dev.assay.sql.ValueKind;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Finds what is worth measuring on all rows, from names, declared keys, ranges and counts alone.
 *
 * <p>Whole numbers are compared only where names say so: two counters from 1 to n always overlap.
 */
final class Candidates {
  private static final double LEAST_NAMES = 0.6;

  /** Better named rivals of a column leave no doubt which table it looks up. */
  private static final double RIVALRY = 0.15;

  private static final int MOST_SHARED = 6;

  private final List<Known> tables;
  private final List<String> nouns;
  private final List<Side> sides;

  /** A column with what its name says. */
  private record Side(Known known, TableFigures.Column column, KeyName key) {
    NameFit.Column named(Known other) {
      return new NameFit.Column(
          column.name(), key, known.noun(), known.table().table().equals(other.table().table()));
    }

    /** Whether it is called after a thing, such as a store. */
    boolean isNoun() {
      return column.kind() != ValueKind.DATE && Entities.isThing(key.words());
    }
  }

  Candidates(List<Known> tables) {
    this.tables = tables;
    this.nouns = tables.stream().flatMap(table -> table.noun().stream()).distinct().toList();
    this.sides =
        tables.stream()
            .flatMap(known ->
                known.figures().columns().stream()
                    .filter(column -> column.present() > 0 && Known.comparable(column))
                    .map(column ->
                        new Side(known, column, KeyName.of(column.name(), known.prefix(), nouns))))
            .toList();
  }

  List<Candidate> find() {
    List<Candidate> found = new ArrayList<>(declared());
    List<Side> keys = sides.stream().filter(side -> side.known().mayBeKey(side.column())).toList();
    for (Side from : sides) {
      Stream<Candidate> named = keys.stream().flatMap(to -> named(from, to).stream());
      best(named.toList()).forEach(candidate -> add(found, candidate));
    }
    pairs().forEach(candidate -> add(found, candidate));
    return found;
  }

  private static void add(List<Candidate> found, Candidate candidate) {
    if (found.stream().noneMatch(candidate::sameColumns)) {
      found.add(candidate);
    }
  }

  private static List<Candidate> best(List<Candidate> rivals) {
    double best = rivals.stream().mapToDouble(one -> one.fit().score()).max().orElse(0);
    return rivals.stream().filter(one -> one.fit().score() > best - RIVALRY).toList();
  }

  private List<Candidate> declared() {
    List<Candidate> found = new ArrayList<>();
    for (Known from : tables) {
      for (FoundTable.ForeignKey key : from.table().declared()) {
        tables.stream()
            .filter(to -> to.table().isMeant(from.table(), key))
            .findFirst()
            .flatMap(to -> declared(from.table(), to.table(), key))
            .ifPresent(found::add);
      }
    }
    return found;
  }

  private static Optional<Candidate> declared(
      RelatedTable from, RelatedTable to, FoundTable.ForeignKey key) {
    return from.inSilver(key.columns())
        .flatMap(columns ->
            to.inSilver(key.referencedColumns())
                .map(others ->
                    new Candidate(
                        from,
                        columns,
                        to,
                        others,
                        new NameFit(1, Sign.DECLARED, "The database declares it as a foreign key"),
                        true)));
  }

  private static Optional<Candidate> named(Side from, Side to) {
    if (from == to || !Known.comparable(from.column(), to.column())) {
      return Optional.empty();
    }
    if (to.column().kind() == ValueKind.DATE) {
      return day(from, to);
    }
    if (apart(from.column(), to.column())) {
      return Optional.empty();
    }
    NameFit fit = NameFit.of(from.named(to.known()), to.named(from.known()));
    if (!fit.tells() && counts(from) && counts(to)) {
      return Optional.empty();
    }
    boolean texts = Known.asText(from.column(), to.column());
    return fit.score() < LEAST_NAMES || texts && fit.score() < 0.8
        ? Optional.empty()
        : Optional.of(candidate(from, to, fit));
  }

  /** Whether its values number the rows without gaps. */
  private static boolean counts(Side side) {
    TableFigures.Column column = side.column();
    if (column.kind() == ValueKind.TEXT || column.min() == null || !side.known().mayBeKey(column)) {
      return false;
    }
    BigDecimal span = new BigDecimal(column.max()).subtract(new BigDecimal(column.min()));
    return span.compareTo(BigDecimal.valueOf(1.2 * column.present())) < 0;
  }

  /** A day is looked up only where there is a table of days. */
  private static Optional<Candidate> day(Side from, Side to) {
    boolean calendar =
        to.known().noun().stream().anyMatch(Entities.CALENDARS::contains)
            && from.known() != to.known()
            && from.known().noun().stream().noneMatch(Entities.CALENDARS::contains);
    return calendar && !apart(from.column(), to.column())
        ? Optional.of(
            candidate(
                from,
                to,
                new NameFit(0.75, Sign.DAYS, to.known().table().table() + " is a table of days")))
        : Optional.empty();
  }

  private static Candidate candidate(Side from, Side to, NameFit fit) {
    return new Candidate(
        from.known().table(),
        List.of(from.column().name()),
        to.known().table(),
        List.of(to.column().name()),
        fit,
        false);
  }

  /** Whether ranges or counts tell that hardly a value can be found. */
  private static boolean apart(TableFigures.Column from, TableFigures.Column to) {
    if (from.distinct() > 20 && from.distinct() > 3 * to.distinct()) {
      return true;
    }
    boolean ranges = from.min() != null && to.min() != null && from.kind() != ValueKind.TEXT;
    if (!ranges) {
      return false;
    }
    return compare(from, from.min(), to.max()) > 0 || compare(from, from.max(), to.min()) < 0;
  }

  private static int compare(TableFigures.Column kind, String one, String other) {
    return kind.kind() == ValueKind.DATE
        ? one.compareTo(other)
        : new BigDecimal(one).compareTo(new BigDecimal(other));
  }

  /** Two columns that together name the rows of a table, called alike in another. */
  private List<Candidate> pairs() {
    Map<Known, List<Side>> byTable = new IdentityHashMap<>();
    sides.forEach(side -> byTable.computeIfAbsent(side.known(), _ -> new ArrayList<>()).add(side));
    List<Candidate> found = new ArrayList<>();
    for (Known to : tables) {
      List<Side> others = byTable.getOrDefault(to, List.of());
      if (others.stream().anyMatch(this::isOwnKey)) {
        continue;
      }
      List<Side> parts =
          others.stream()
              .filter(other -> !to.mayBeKey(other.column()) && mayBePart(other))
              .toList();
      for (Known from : tables) {
        if (from != to && parts.size() > 1) {
          pairs(from, byTable.getOrDefault(from, List.of()), to, parts).forEach(found::add);
        }
      }
    }
    return found;
  }

  private boolean isOwnKey(Side side) {
    return side.key().key()
        && side.known().mayBeKey(side.column())
        && (side.key().about().isEmpty()
            || Entities.endsWith(side.key().about(), side.known().noun()));
  }

  private Stream<Candidate> pairs(Known from, List<Side> own, Known to, List<Side> parts) {
    List<Side[]> shared = new ArrayList<>();
    for (Side other : parts) {
      own.stream()
          .filter(side -> side.key().sameAs(other.key()))
          .filter(side -> side.column().kind() == other.column().kind())
          .filter(side -> !apart(side.column(), other.column()))
          .findFirst()
          .ifPresent(side -> shared.add(new Side[] {side, other}));
    }
    if (shared.size() > MOST_SHARED) {
      return Stream.empty();
    }
    List<Candidate> found = new ArrayList<>();
    for (int i = 0; i < shared.size(); i++) {
      for (int j = i + 1; j < shared.size(); j++) {
        Side[] one = shared.get(i);
        Side[] other = shared.get(j);
        double combinations = (double) one[1].column().distinct() * other[1].column().distinct();
        boolean keys = one[1].key().key() || other[1].key().key() || named(one) || named(other);
        if (keys && combinations >= 0.9 * to.figures().rows()) {
          found.add(pair(from, to, one, other));
        }
      }
    }
    return found.stream().sorted(Comparator.comparing(pair -> -pair.fit().score())).limit(3);
  }

  /** A status or an amount is no part of a key, whatever it is called on both sides. */
  private static boolean mayBePart(Side side) {
    return side.key().key() || side.column().kind() == ValueKind.DATE || side.isNoun();
  }

  private static boolean named(Side[] both) {
    return both[0].isNoun();
  }

  private static Candidate pair(Known from, Known to, Side[] one, Side[] other) {
    boolean dates =
        one[1].column().kind() == ValueKind.DATE || other[1].column().kind() == ValueKind.DATE;
    return new Candidate(
        from.table(),
        List.of(one[0].column().name(), other[0].column().name()),
        to.table(),
        List.of(one[1].column().name(), other[1].column().name()),
        new NameFit(
            dates ? 0.65 : 0.75,
            Sign.PAIR,
            one[0].column().name()
                + " and "
                + other[0].column().name()
                + " are called alike on both sides and together name a row there"),
        false);
  }
}

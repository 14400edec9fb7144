package dev.assay.relationship;

import dev.assay.engine.Engine;
import dev.assay.engine.Work;
import dev.assay.model.Relationship.Sign;
import dev.assay.semantic.TableFigures;
import dev.assay.sql.RelationshipSql;
import dev.assay.sql.ValueKind;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Finds texts that look up texts of another name, by samples of their hashes: codes and addresses
 * that stand elsewhere all the same are no chance, where counters and short words would be.
 */
final class TextCandidates {
  private static final int SAMPLE = 150;

  /** Fewer different values are found by chance. */
  private static final int LEAST_DIFFERENT = 20;

  private static final double LEAST_FOUND = 0.9;
  private static final int MOST = 100;
  private final Engine engine;
  private final List<Known> tables;

  TextCandidates(Engine engine, List<Known> tables) {
    this.engine = engine;
    this.tables = tables;
  }

  /**
   * A column with the hashes of its sampled values.
   *
   * @param most hashes above this are not in the sample
   */
  private record Sampled(Known known, TableFigures.Column column, Set<Long> hashes, long most) {}

  private record Found(Candidate candidate, double share) {}

  /** What names did not tell; {@code named} are those that they did. */
  List<Candidate> find(List<Candidate> named, Work work) {
    List<Sampled> all = new ArrayList<>();
    if (tables.stream().filter(known -> !texts(known).isEmpty()).count() < 2) {
      return List.of();
    }
    for (Known known : tables) {
      all.addAll(sample(known, work));
    }
    List<Sampled> keys = all.stream().filter(one -> one.known().mayBeKey(one.column())).toList();
    List<Found> found = new ArrayList<>();
    for (Sampled from : all) {
      for (Sampled to : keys) {
        double share = from.known() == to.known() ? 0 : share(from, to);
        if (share >= LEAST_FOUND && !bothKeys(from, to) && !isNamed(from, to, named)) {
          found.add(new Found(candidate(from, to), share));
        }
      }
    }
    return found.stream()
        .sorted(Comparator.comparing(one -> -one.share()))
        .limit(MOST)
        .map(Found::candidate)
        .toList();
  }

  /** Where a key leads there already, equal texts are copies of what stands beside the key. */
  private static boolean isNamed(Sampled from, Sampled to, List<Candidate> named) {
    return named.stream()
        .anyMatch(one ->
            one.from() == from.known().table()
                && (one.to() == to.known().table()
                    || one.fromColumns().equals(List.of(from.column().name()))));
  }

  /** Two lists of names that overlap are no reference, unless one is but a part of the other. */
  private static boolean bothKeys(Sampled from, Sampled to) {
    return from.known().mayBeKey(from.column())
        && from.column().distinct() >= to.column().distinct();
  }

  private static Candidate candidate(Sampled from, Sampled to) {
    return new Candidate(
        from.known().table(),
        List.of(from.column().name()),
        to.known().table(),
        List.of(to.column().name()),
        new NameFit(
            0.55,
            Sign.SAME_TEXTS,
            from.column().name()
                + " and "
                + to.column().name()
                + " are called differently, but hold the same texts"),
        false);
  }

  private static List<TableFigures.Column> texts(Known known) {
    return known.figures().columns().stream()
        .filter(column -> column.kind() == ValueKind.TEXT)
        .filter(column -> column.distinct() >= LEAST_DIFFERENT)
        .filter(column -> column.averageLength() >= 3 && column.averageLength() <= 80)
        .toList();
  }

  private List<Sampled> sample(Known known, Work work) {
    Map<String, Double> shares = new LinkedHashMap<>();
    for (TableFigures.Column column : texts(known)) {
      shares.put(column.name(), Math.min(1.0, (double) SAMPLE / column.distinct()));
    }
    if (shares.isEmpty()) {
      return List.of();
    }
    List<Object> row =
        engine
            .query(RelationshipSql.samples(known.table().table(), shares), work)
            .rows()
            .getFirst();
    List<Sampled> sampled = new ArrayList<>();
    int at = 0;
    for (var share : shares.entrySet()) {
      String hashes = (String) row.get(at++);
      Set<Long> set = new HashSet<>();
      if (hashes != null && !hashes.isEmpty()) {
        Arrays.stream(hashes.split(" ")).map(Long::valueOf).forEach(set::add);
      }
      sampled.add(
          new Sampled(
              known,
              known.figures().column(share.getKey()).orElseThrow(),
              set,
              (long) (share.getValue() * (1L << 62))));
    }
    return sampled;
  }

  /** About what share of the values of {@code from} the other has; 0 where too few can tell. */
  private static double share(Sampled from, Sampled to) {
    int compared = 0;
    int found = 0;
    for (long hash : from.hashes()) {
      if (hash <= to.most()) {
        compared++;
        found += to.hashes().contains(hash) ? 1 : 0;
      }
    }
    return compared < 8 ? 0 : (double) found / compared;
  }
}

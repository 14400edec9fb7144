package dev.assay.advice;

import dev.assay.engine.Engine;
import dev.assay.engine.Work;
import dev.assay.model.Deduplication;
import dev.assay.model.Deduplication.Strategy;
import dev.assay.model.Proposal;
import dev.assay.model.Question;
import dev.assay.model.Source;
import dev.assay.sql.Dialect;
import dev.assay.sql.KeySql;
import java.util.List;
import java.util.Optional;

/** Finds the columns that name a row, and what to do where several rows have the same name. */
final class Keys {
  static final String QUESTION = "deduplication";
  static final String KEEP_ALL = "keep-all";
  static final String KEEP_LAST = "keep-last-loaded";
  static final String KEEP_FIRST = "keep-first-loaded";

  /** Before the name of the time column that is to decide. */
  static final String KEEP_LATEST_BY = "keep-latest-by-";

  static final String REMOVE_COPIES = "remove-copies";

  /** Above this many rows, exact copies are not counted where no key asks for it. */
  private static final long COPIES_COUNTED = 5_000_000;

  private final Engine engine;
  private final KeySql sql;
  private final Ties ties;

  Keys(Engine engine, Dialect dialect) {
    this.engine = engine;
    this.sql = new KeySql(dialect);
    this.ties = new Ties(engine, sql);
  }

  /**
   * What was found.
   *
   * @param deduplication the proposal, or null when every row stays
   * @param question what a person must settle, or null
   * @param notes what is said aloud
   * @param proposals what a person may accept instead
   */
  record Found(
      Deduplication deduplication,
      Question question,
      List<String> notes,
      List<Proposal> proposals) {
    Found(Deduplication deduplication, Question question, List<String> notes) {
      this(deduplication, question, notes, List.of());
    }

    Found with(Optional<Proposal> proposal) {
      return new Found(deduplication, question, notes, proposal.map(List::of).orElse(List.of()));
    }
  }

  Found find(Source source, String table, List<KnownColumn> all, Work work) {
    List<KnownColumn> times = KeyCandidates.times(all);
    List<KnownColumn> parts = KeyCandidates.parts(all);
    for (KnownColumn candidate : KeyCandidates.alone(all)) {
      List<KnownColumn> partners = parts.stream().filter(part -> !part.equals(candidate)).toList();
      SharedKeys shared = shared(table, List.of(candidate), times, partners, work);
      boolean named = KeyCandidates.named(candidate);
      long rows = candidate.known().measured().rows();
      if (shared.doubles() <= (named ? KeyCandidates.DOUBLED * rows : 0)) {
        if (shared.unordered()) {
          Optional<Found> together =
              together(source, table, all, candidate, partners, shared, times, work);
          if (together.isPresent()) {
            return together.get();
          }
        }
        return KeyAdvice.found(source, List.of(candidate), shared, times)
            .with(ties.find(table, List.of(candidate), shared, times, work));
      }
    }
    return together(source, table, all, null, List.of(), null, times, work)
        .orElseGet(() -> KeyAdvice.withoutKey(source, copies(table, all, work)));
  }

  /**
   * Two or three columns that together name a row, where none does alone.
   *
   * @param first one of them, with what is {@code known} of it beside its {@code partners}, or null
   *     for any
   */
  private Optional<Found> together(
      Source source,
      String table,
      List<KnownColumn> all,
      KnownColumn first,
      List<KnownColumn> partners,
      SharedKeys known,
      List<KnownColumn> times,
      Work work) {
    for (List<KnownColumn> set : KeyCandidates.sets(all, KeyCandidates.parts(all))) {
      if (first != null && !set.contains(first)) {
        continue;
      }
      SharedKeys shared =
          first != null && set.size() == 2 && tellsApart(set, first, partners, known)
              ? SharedKeys.none(times)
              : shared(table, set, times, List.of(), work);
      long most = (long) (KeyCandidates.DOUBLED * KeyCandidates.rows(set));
      if (shared.differing() == 0 && shared.doubles() <= (KeyCandidates.timed(set) ? 0 : most)) {
        return Optional.of(KeyAdvice.found(source, set, shared, times));
      }
    }
    return Optional.empty();
  }

  private static boolean tellsApart(
      List<KnownColumn> pair, KnownColumn first, List<KnownColumn> partners, SharedKeys known) {
    int other = partners.indexOf(pair.getFirst().equals(first) ? pair.getLast() : pair.getFirst());
    return other >= 0 && known.mixed().get(other) == 0;
  }

  private SharedKeys shared(
      String table,
      List<KnownColumn> key,
      List<KnownColumn> times,
      List<KnownColumn> partners,
      Work work) {
    return SharedKeys.measured(engine, sql, table, key, times, partners, work);
  }

  private long copies(String table, List<KnownColumn> all, Work work) {
    long rows = all.isEmpty() ? 0 : KeyCandidates.rows(all);
    return rows < 2 || rows > COPIES_COUNTED
        ? 0
        : (Long) engine.query(KeySql.copies(table), work).rows().getFirst().getFirst();
  }

  /** What a choice makes of the present proposal. */
  static Deduplication decide(Deduplication present, String choice) {
    List<String> keys = present == null ? List.of() : present.keyColumns();
    if (choice.startsWith(KEEP_LATEST_BY)) {
      String time = choice.substring(KEEP_LATEST_BY.length());
      return new Deduplication(keys, Strategy.KEEP_LATEST, time + " DESC");
    }
    return switch (choice) {
      case KEEP_LAST -> new Deduplication(keys, Strategy.KEEP_LATEST, null);
      case KEEP_FIRST -> new Deduplication(keys, Strategy.KEEP_FIRST, null);
      case REMOVE_COPIES -> new Deduplication(List.of(), Strategy.REMOVE_EXACT, null);
      default -> present;
    };
  }
}

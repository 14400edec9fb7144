package dev.assay.advice;

import dev.assay.engine.Engine;
import dev.assay.engine.Work;
import dev.assay.model.Cleaning;
import dev.assay.model.ColumnType;
import dev.assay.model.Deduplication;
import dev.assay.model.Deduplication.Strategy;
import dev.assay.model.Question;
import dev.assay.model.SilverSpec;
import dev.assay.model.Source;
import dev.assay.profile.Examination;
import dev.assay.profile.IdentifierNames;
import dev.assay.sql.Dialect;
import dev.assay.sql.KeySql;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** Finds the columns that name a row, and what to do where several rows have the same name. */
final class Keys {
  static final String QUESTION = "deduplication";
  static final String KEEP_ALL = "keep-all";
  static final String KEEP_LAST = "keep-last-loaded";
  static final String KEEP_FIRST = "keep-first-loaded";
  static final String REMOVE_COPIES = "remove-copies";

  /** More doubles than this and the column names something else, of which rows are parts. */
  private static final double DOUBLED = 0.2;

  /** The approximate count of different values may be this far off. */
  private static final double SKETCH_ERROR = 0.08;

  private static final int TRIED = 3;
  private static final int TIMES = 4;

  /** Above this many rows, exact copies are not counted where no key asks for it. */
  private static final long COPIES_COUNTED = 5_000_000;

  private final Engine engine;
  private final KeySql sql;

  Keys(Engine engine, Dialect dialect) {
    this.engine = engine;
    this.sql = new KeySql(dialect);
  }

  /**
   * What was found.
   *
   * @param deduplication the proposal, or null when every row stays
   * @param question what a person must settle, or null
   * @param notes what is said aloud
   */
  record Found(Deduplication deduplication, Question question, List<String> notes) {}

  private record Named(String name, int position, Examination known) {
    SilverSpec.Column spec() {
      return ColumnAdvice.spec(known, name);
    }

    /** The raw column where its values are written out as they came: as alike as the typed ones. */
    SilverSpec.Column alike() {
      var measured = known.measured();
      boolean asReceived = measured.changed() == 0 && measured.parsed() == measured.present();
      return asReceived ? ColumnAdvice.raw(known, name) : spec();
    }
  }

  /** {@code mixed}: for each partner, the shared keys whose rows it does not tell apart. */
  private record Shared(
      long keys, long rows, long copies, long differing, List<Long> ordered, List<Long> mixed) {
    static Shared none(List<Named> times) {
      return new Shared(0, 0, 0, 0, times.stream().map(_ -> 0L).toList(), List.of());
    }

    long doubles() {
      return rows - keys;
    }
  }

  Found find(
      Source source, String table, List<String> names, List<Examination> columns, Work work) {
    List<Named> all = new ArrayList<>();
    for (int i = 0; i < columns.size(); i++) {
      all.add(new Named(names.get(i), i, columns.get(i)));
    }
    List<Named> times =
        all.stream()
            .filter(column -> column.known().guess().type().isTemporal())
            .filter(column -> Recency.rank(column.name()).isPresent())
            .sorted(Comparator.comparing(column -> Recency.rank(column.name()).orElseThrow()))
            .limit(TIMES)
            .toList();
    List<Named> candidates =
        all.stream()
            .filter(Keys::mayBeKey)
            .sorted(
                Comparator.comparing((Named column) -> !IdentifierNames.key(column.name()))
                    .thenComparing(column -> !named(column))
                    .thenComparing(Named::position))
            .limit(TRIED)
            .toList();
    List<Named> parts = parts(all);
    for (Named candidate : candidates) {
      List<Named> partners = parts.stream().filter(part -> !part.equals(candidate)).toList();
      Shared shared = shared(table, List.of(candidate), times, partners, work);
      long rows = candidate.known().measured().rows();
      boolean named = named(candidate);
      if (shared.doubles() <= (named ? DOUBLED * rows : 0)) {
        if (unordered(shared)) {
          Optional<Found> composite =
              composite(source, table, candidate, partners, shared, parts, times, work);
          if (composite.isPresent()) {
            return composite.get();
          }
        }
        return found(source, List.of(candidate), shared, times);
      }
    }
    return composite(source, table, null, List.of(), null, parts, times, work)
        .orElseGet(() -> withoutKey(source, table, columns, work));
  }

  /** "number" alone is a key only where keys stand: to the left. */
  private static boolean named(Named column) {
    return IdentifierNames.keyLike(column.name())
        && (IdentifierNames.key(column.name())
            || column.name().indexOf('_') > 0
            || column.position() <= 1);
  }

  /** Nearly unique, nearly always there, and of a type that names things. */
  private static boolean mayBeKey(Named column) {
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

  /** Columns that may name a row together with another. */
  private static List<Named> parts(List<Named> all) {
    return all.stream()
        .filter(column -> IdentifierNames.keyLike(column.name()) || Recency.line(column.name()))
        .filter(
            column -> column.known().measured().missing() + column.known().measured().failed() == 0)
        .filter(column -> column.known().profile().distinct() > 1)
        .filter(column -> !column.known().guess().type().isTemporal())
        .limit(4)
        .toList();
  }

  /**
   * Two columns named like keys that together name a row, where neither does alone.
   *
   * @param first one of the pair, with what is {@code known} of it beside its {@code partners}, or
   *     null for any pair
   */
  private Optional<Found> composite(
      Source source,
      String table,
      Named first,
      List<Named> partners,
      Shared known,
      List<Named> parts,
      List<Named> times,
      Work work) {
    for (int i = 0; i < parts.size(); i++) {
      for (int j = i + 1; j < parts.size(); j++) {
        List<Named> pair = List.of(parts.get(i), parts.get(j));
        if ((first != null && !pair.contains(first)) || !couldName(pair)) {
          continue;
        }
        int other = partners.indexOf(parts.get(i).equals(first) ? parts.get(j) : parts.get(i));
        Shared shared =
            first != null && known.mixed().get(other) == 0
                ? Shared.none(times)
                : shared(table, pair, times, List.of(), work);
        if (shared.differing() == 0 && shared.doubles() <= DOUBLED * rows(pair)) {
          return Optional.of(found(source, pair, shared, times));
        }
      }
    }
    return Optional.empty();
  }

  private static boolean couldName(List<Named> pair) {
    double combinations = 1;
    for (Named part : pair) {
      combinations *= part.known().profile().distinct();
    }
    return combinations >= (1 - DOUBLED) * rows(pair);
  }

  private static long rows(List<Named> columns) {
    return columns.getFirst().known().measured().rows();
  }

  private Shared shared(
      String table, List<Named> key, List<Named> times, List<Named> partners, Work work) {
    List<Object> row =
        engine
            .query(
                sql.shared(
                    table,
                    key.stream().map(Named::spec).toList(),
                    key.stream().map(Named::alike).toList(),
                    times.stream().map(Named::spec).toList(),
                    partners.stream().map(partner -> partner.known().profile().name()).toList()),
                work)
            .rows()
            .getFirst();
    List<Long> counts = row.stream().map(count -> (Long) count).toList();
    int ordered = 4 + times.size();
    return new Shared(
        counts.get(0),
        counts.get(1),
        counts.get(2),
        counts.get(3),
        counts.subList(4, ordered),
        counts.subList(ordered, counts.size()));
  }

  private static boolean unordered(Shared shared) {
    return shared.differing() > 0
        && shared.ordered().stream().noneMatch(ordered -> ordered == shared.differing());
  }

  private static Found found(Source source, List<Named> key, Shared shared, List<Named> times) {
    List<String> names = key.stream().map(Named::name).toList();
    String named = String.join(" and ", names);
    List<String> notes = new ArrayList<>();
    if (shared.keys() == 0) {
      notes.add("No two rows share " + named + ".");
      return new Found(new Deduplication(names, Strategy.REMOVE_EXACT, null), null, notes);
    }
    if (shared.copies() > 0) {
      notes.add(
          shared.copies()
              + " rows are exact copies of others with the same "
              + named
              + " and are removed.");
    }
    if (shared.differing() == 0) {
      return new Found(new Deduplication(names, Strategy.REMOVE_EXACT, null), null, notes);
    }
    for (int i = 0; i < times.size(); i++) {
      if (shared.ordered().get(i) == shared.differing()) {
        String time = times.get(i).name();
        notes.add(
            shared.differing()
                + " keys ("
                + named
                + ") have rows that differ; the one with the latest "
                + time
                + " is kept, and the others are listed.");
        return new Found(
            new Deduplication(names, Strategy.KEEP_LATEST, time + " DESC"), null, notes);
      }
    }
    notes.add(
        shared.differing()
            + " keys ("
            + named
            + ") have rows that differ and no time column orders them; all of them stay until you decide.");
    return new Found(
        new Deduplication(names, Strategy.REMOVE_EXACT, null),
        question(
            source,
            shared.differing()
                + " values of "
                + named
                + " have several rows that differ. Which of them should stay?",
            List.of(KEEP_ALL, KEEP_LAST, KEEP_FIRST)),
        notes);
  }

  private Found withoutKey(Source source, String table, List<Examination> columns, Work work) {
    long rows = columns.isEmpty() ? 0 : columns.getFirst().measured().rows();
    long copies =
        rows < 2 || rows > COPIES_COUNTED
            ? 0
            : (Long) engine.query(KeySql.copies(table), work).rows().getFirst().getFirst();
    if (copies == 0) {
      return new Found(null, null, List.of("No column names a row, so every row stays."));
    }
    String says =
        (copies == 1
                ? "1 row is an exact copy of another"
                : copies + " rows are exact copies of others")
            + ", and no column names a row.";
    return new Found(
        null,
        question(
            source,
            says + " Should every row stay, or should the copies be removed?",
            List.of(KEEP_ALL, REMOVE_COPIES)),
        List.of(says + " All of them stay until you decide."));
  }

  private static Question question(Source source, String text, List<String> choices) {
    return new Question(
        QUESTION,
        text,
        choices,
        "assay answer " + source.id() + "." + QUESTION + " " + choices.getFirst());
  }

  /** What a choice makes of the present proposal. */
  static Deduplication decide(Deduplication present, String choice) {
    List<String> keys = present == null ? List.of() : present.keyColumns();
    return switch (choice) {
      case KEEP_LAST -> new Deduplication(keys, Strategy.KEEP_LATEST, null);
      case KEEP_FIRST -> new Deduplication(keys, Strategy.KEEP_FIRST, null);
      case REMOVE_COPIES -> new Deduplication(List.of(), Strategy.REMOVE_EXACT, null);
      default -> present;
    };
  }
}

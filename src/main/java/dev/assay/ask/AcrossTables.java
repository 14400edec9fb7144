package dev.assay.ask;

import dev.assay.ask.Links.Brought;
import dev.assay.engine.Engine;
import dev.assay.gold.Joined;
import dev.assay.gold.Joins;
import dev.assay.model.AskRequest;
import dev.assay.model.Query;
import dev.assay.model.Relationship;
import dev.assay.model.Relationship.Status;
import dev.assay.model.Rows;
import dev.assay.semantic.NameWords;
import dev.assay.sql.JoinSql;
import dev.assay.sql.StatisticsSql;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * Reads a question over a table whose rows are given what they look up in others, so that no row is
 * counted twice: only over relationships that people have confirmed.
 */
final class AcrossTables {
  private static final double LIKELY = 0.5;

  private final Interpreter interpreter;
  private final Supplier<List<Catalog>> all;
  private final Map<String, Vocabulary> vocabularies = new HashMap<>();
  private final Function<Catalog, Vocabulary> words;
  private final Engine.Reader reader;
  private final AskRequest request;
  private final LocalDate today;
  private Map<String, Catalog> catalogs;

  /**
   * @param all every source that may be joined
   * @param words what a catalog's table knows
   */
  AcrossTables(
      Interpreter interpreter,
      Supplier<List<Catalog>> all,
      Function<Catalog, Vocabulary> words,
      Engine.Reader reader,
      AskRequest request,
      LocalDate today) {
    this.interpreter = interpreter;
    this.words = words;
    this.reader = reader;
    this.all = all;
    this.request = request;
    this.today = today;
  }

  /** By their Silver tables; read when a question first needs them. */
  private Map<String, Catalog> catalogs() {
    if (catalogs == null) {
      catalogs = new HashMap<>();
      all.get().forEach(one -> one.silver().ifPresent(s -> catalogs.put(s.name(), one)));
    }
    return catalogs;
  }

  /**
   * A question read over a joined table.
   *
   * @param asked as put to the joined table
   */
  record Found(Asked asked, Reading.Understood reading, List<Brought> used) {
    private int rank() {
      return JoinWriter.relationships(used).size() + (JoinWriter.aggregates(used) ? 10 : 0);
    }
  }

  /**
   * The readings that need the fewest joins; several where it is not clear which table is meant.
   */
  List<Found> read(List<Catalog> facts, List<Relationship> relationships) {
    List<Found> found = new ArrayList<>();
    for (Catalog fact : facts) {
      fact.silver().flatMap(s -> read(fact, relationships)).ifPresent(found::add);
    }
    int least = found.stream().mapToInt(Found::rank).min().orElse(0);
    return found.stream().filter(one -> one.rank() == least).toList();
  }

  private Optional<Found> read(Catalog fact, List<Relationship> relationships) {
    return read(interpreter, fact, relationships);
  }

  /** A question that follows one over {@code fact}, whose rows were given what they look up. */
  Optional<Found> followed(Catalog fact, List<Relationship> relationships) {
    return fact.silver().isEmpty() ? Optional.empty() : read(new FollowUp(), fact, relationships);
  }

  /** What is unclear of such a question. */
  Optional<Reading> unclear(Catalog fact, List<Relationship> relationships) {
    Vocabulary own = vocabulary(fact.silver().orElseThrow().name());
    List<Brought> brought = Links.of(own, relationships, this::vocabulary);
    return new FollowUp()
        .read(new Asked(request, fact, JoinedVocabulary.of(own, brought, this::vocabulary), today))
        .filter(reading -> !(reading instanceof Reading.Understood));
  }

  /**
   * The reading over joined tables where the question says a column of another table in so many
   * words, such as "customer country"; a reading of the table alone takes such words one by one.
   */
  Optional<Found> saidInFull(Catalog fact, List<Relationship> relationships) {
    if (fact.silver().isEmpty() || relationships.isEmpty()) {
      return Optional.empty();
    }
    Vocabulary own = vocabulary(fact.silver().orElseThrow().name());
    Words words = new Words(request.question());
    boolean said =
        Links.of(own, relationships, this::vocabulary).stream()
            .filter(one -> one.aggregate() == null)
            .anyMatch(one -> JoinWording.says(words, NameWords.of(one.name()), own));
    return said
        ? read(fact, relationships)
            .filter(found ->
                found.used().stream()
                    .anyMatch(one -> JoinWording.says(words, NameWords.of(one.name()), own)))
        : Optional.empty();
  }

  /** A reading of one table with names for the keys that it groups by, where these are known. */
  Optional<Found> named(
      Catalog fact, Reading.Understood understood, List<Relationship> relationships) {
    if (fact.silver().isEmpty()
        || relationships.isEmpty()
        || !understood.query().table().equals(fact.silver().get().name())) {
      return Optional.empty();
    }
    Vocabulary own = vocabulary(fact.silver().get().name());
    List<Brought> brought = Links.of(own, relationships, this::vocabulary);
    EntityNames names = new EntityNames(brought, this::isUnique);
    return names
        .named(understood.query())
        .flatMap(query -> {
          List<Brought> used = JoinWriter.used(query, brought);
          Query joined = JoinWriter.joined(query, used);
          if (used.isEmpty() || !isSafe(joined)) {
            return Optional.empty();
          }
          Vocabulary vocabulary = JoinedVocabulary.of(own, brought, this::vocabulary);
          return Optional.of(
              new Found(
                  widened(new Asked(request, fact, vocabulary, today), joined),
                  new Reading.Understood(
                      joined,
                      JoinNotes.interpretation(understood, used),
                      understood.warnings(),
                      understood.asked(),
                      understood.period()),
                  used));
        });
  }

  private boolean isUnique(String table, String column) {
    List<Object> counts =
        reader
            .read(StatisticsSql.distinct(table, List.of(column)), Engine.Limits.NONE)
            .rows()
            .getFirst();
    Vocabulary there = vocabulary(table);
    return there != null && ((Number) counts.getFirst()).longValue() == there.rows();
  }

  private Optional<Found> read(
      Interpreter interpreter, Catalog fact, List<Relationship> relationships) {
    Vocabulary own = vocabulary(fact.silver().orElseThrow().name());
    List<Brought> brought = Links.of(own, relationships, this::vocabulary);
    if (brought.isEmpty()) {
      return Optional.empty();
    }
    Vocabulary joined = JoinedVocabulary.of(own, brought, this::vocabulary);
    String question = JoinWording.withoutFillers(request.question(), brought);
    String each = JoinWording.withoutEach(question, own, brought);
    AskRequest plain =
        new AskRequest(each, request.source(), null, request.context(), request.verify());
    Optional<Reading> reading = interpreter.read(new Asked(plain, fact, joined, today));
    if (!(reading.orElse(null) instanceof Reading.Understood understood)
        || JoinWriter.used(understood.query(), brought).isEmpty()) {
      return Optional.empty();
    }
    Query read = understood.query();
    Query named =
        new EntityNames(brought, this::isUnique)
            .named(read)
            .filter(query -> isSafe(JoinWriter.joined(query, JoinWriter.used(query, brought))))
            .orElse(read);
    List<Brought> used = JoinWriter.used(named, brought);
    Query query = JoinWriter.joined(named, used);
    boolean changed = !each.equals(question) && !JoinWriter.aggregates(used);
    if (changed || !isSafe(query) || !areApart(used)) {
      return Optional.empty();
    }
    return Optional.of(
        new Found(
            widened(new Asked(request, fact, joined, today), query),
            new Reading.Understood(
                query,
                JoinNotes.interpretation(understood, used),
                JoinNotes.warnings(understood, query, used),
                understood.asked(),
                understood.period()),
            used));
  }

  /** Checked in the transaction of the question: what was confirmed may have changed since. */
  private boolean isSafe(Query query) {
    return Joins.refusals(query, sql -> reader.read(sql, Engine.Limits.NONE)).isEmpty();
  }

  /** Whether rows that others are made one for do not share what these name them by. */
  private boolean areApart(List<Brought> used) {
    return used.stream()
        .filter(one -> one.aggregate() != null)
        .map(one -> one.path().getFirst())
        .distinct()
        .allMatch(one ->
            isSafe(
                Joined.with(
                    new Query(
                        one.from().table(), List.of(), List.of(), List.of(), List.of(), null, null),
                    List.of(Joined.join(one, null, List.of())))));
  }

  /** As put to a table that has what the joins of a query bring, if that is how it was read. */
  Asked widened(Asked asked, Reading reading) {
    return reading instanceof Reading.Understood understood
            && !understood.query().joins().isEmpty()
            && asked.catalog().silver().isPresent()
        ? widened(asked, understood.query())
        : asked;
  }

  private Asked widened(Asked asked, Query query) {
    Catalog catalog = asked.catalog();
    Catalog.Table silver = catalog.silver().orElseThrow();
    List<Rows.Column> columns = JoinSql.columns(query, silver.columns(), this::columns);
    Catalog.Table table =
        new Catalog.Table(
            silver.name(),
            silver.build(),
            columns,
            silver.rows(),
            silver.status(),
            silver.builtAt());
    return new Asked(
        asked.request(),
        catalog.withSilver(table),
        asked.vocabulary().withColumns(columns),
        asked.today());
  }

  /** The columns of a Silver table that may be joined. */
  Optional<List<Rows.Column>> columns(String table) {
    return Optional.ofNullable(catalogs().get(table))
        .flatMap(Catalog::silver)
        .map(Catalog.Table::columns);
  }

  private Vocabulary vocabulary(String table) {
    Catalog catalog = catalogs().get(table);
    return catalog == null ? null : vocabularies.computeIfAbsent(table, _ -> words.apply(catalog));
  }

  /** Those that are likely enough to be asked about. */
  static List<Relationship> likely(List<Relationship> all) {
    return all.stream()
        .filter(one -> one.status() == Status.CONFIRMED || one.confidence() >= LIKELY)
        .toList();
  }
}

package dev.assay.ask;

import dev.assay.ask.Links.Brought;
import dev.assay.engine.Engine;
import dev.assay.gold.Joined;
import dev.assay.gold.Joins;
import dev.assay.model.AskRequest;
import dev.assay.model.Query;
import dev.assay.model.Query.Aggregate;
import dev.assay.model.Relationship;
import dev.assay.model.Relationship.Status;
import dev.assay.model.RowCondition;
import dev.assay.model.Rows;
import dev.assay.semantic.NameWords;
import dev.assay.sql.JoinSql;
import dev.assay.sql.StatisticsSql;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.regex.Pattern;

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
  private Map<String, Catalog> catalogs;

  /**
   * @param all every source that may be joined
   * @param words what a catalog's table knows
   */
  AcrossTables(
      Interpreter interpreter,
      Supplier<List<Catalog>> all,
      Function<Catalog, Vocabulary> words,
      Engine.Reader reader) {
    this.interpreter = interpreter;
    this.words = words;
    this.reader = reader;
    this.all = all;
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
  List<Found> read(
      AskRequest request, List<Catalog> facts, List<Relationship> relationships, LocalDate today) {
    List<Found> found = new ArrayList<>();
    for (Catalog fact : facts) {
      fact.silver().flatMap(s -> read(request, fact, relationships, today)).ifPresent(found::add);
    }
    int least = found.stream().mapToInt(Found::rank).min().orElse(0);
    return found.stream().filter(one -> one.rank() == least).toList();
  }

  private Optional<Found> read(
      AskRequest request, Catalog fact, List<Relationship> relationships, LocalDate today) {
    return read(interpreter, request, fact, relationships, today);
  }

  /** A question that follows one over {@code fact}, whose rows were given what they look up. */
  Optional<Found> followed(
      AskRequest request, Catalog fact, List<Relationship> relationships, LocalDate today) {
    return fact.silver().isEmpty()
        ? Optional.empty()
        : read(new FollowUp(), request, fact, relationships, today);
  }

  /** What is unclear of such a question. */
  Optional<Reading> unclear(
      AskRequest request, Catalog fact, List<Relationship> relationships, LocalDate today) {
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
  Optional<Found> saidInFull(
      AskRequest request, Catalog fact, List<Relationship> relationships, LocalDate today) {
    if (fact.silver().isEmpty() || relationships.isEmpty()) {
      return Optional.empty();
    }
    Vocabulary own = vocabulary(fact.silver().orElseThrow().name());
    Words words = new Words(request.question());
    boolean said =
        Links.of(own, relationships, this::vocabulary).stream()
            .filter(one -> one.aggregate() == null)
            .anyMatch(one -> says(words, NameWords.of(one.name()), own));
    return said
        ? read(request, fact, relationships, today)
            .filter(found ->
                found.used().stream().anyMatch(one -> says(words, NameWords.of(one.name()), own)))
        : Optional.empty();
  }

  private static boolean says(Words words, List<String> name, Vocabulary own) {
    if (name.size() < 2
        || own.columns().stream().anyMatch(c -> NameWords.of(c.name()).equals(name))) {
      return false;
    }
    for (int i = 0; i + name.size() <= words.count(); i++) {
      int at = i;
      boolean all =
          java.util.stream.IntStream.range(0, name.size())
              .allMatch(k -> {
                String word = words.get(at + k).lower();
                return word.equals(name.get(k)) || NameWords.singular(word).equals(name.get(k));
              });
      if (all) {
        return true;
      }
    }
    return false;
  }

  /** A reading of one table with names for the keys that it groups by, where these are known. */
  Optional<Found> named(
      AskRequest request,
      Catalog fact,
      Reading.Understood understood,
      List<Relationship> relationships,
      LocalDate today) {
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
          List<String> interpretation = new ArrayList<>(understood.interpretation());
          JoinWriter.relationships(used).forEach(one -> interpretation.add(meaning(one)));
          Vocabulary vocabulary = JoinedVocabulary.of(own, brought, this::vocabulary);
          return Optional.of(
              new Found(
                  widened(new Asked(request, fact, vocabulary, today), joined),
                  new Reading.Understood(
                      joined,
                      interpretation,
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
      Interpreter interpreter,
      AskRequest request,
      Catalog fact,
      List<Relationship> relationships,
      LocalDate today) {
    Vocabulary own = vocabulary(fact.silver().orElseThrow().name());
    List<Brought> brought = Links.of(own, relationships, this::vocabulary);
    if (brought.isEmpty()) {
      return Optional.empty();
    }
    Vocabulary joined = JoinedVocabulary.of(own, brought, this::vocabulary);
    String question = withoutFillers(request.question(), brought);
    String each = withoutEach(question, own, brought);
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
    List<String> interpretation = new ArrayList<>(understood.interpretation());
    for (Relationship one : JoinWriter.relationships(used)) {
      interpretation.add(meaning(one));
    }
    List<String> warnings = new ArrayList<>(understood.warnings());
    for (Relationship one : JoinWriter.relationships(used)) {
      boolean backwards = one.to().table().equals(query.table()) && JoinWriter.aggregates(used);
      if (backwards && one.orphans() + one.missing() > 0) {
        warnings.add(
            String.format(
                Locale.ROOT,
                "%,d rows of %s belong to no row of %s and are not counted.",
                one.orphans() + one.missing(),
                one.from().source(),
                one.to().source()));
      }
    }
    used.stream()
        .filter(one -> isRepeated(one) && isAdded(one, query))
        .map(one ->
            understood
                .asked()
                .say(
                    "repeated",
                    one.name().replace('_', ' '),
                    one.path().getFirst().from().source(),
                    one.path().getLast().to().source()))
        .forEach(warnings::add);
    return Optional.of(
        new Found(
            widened(new Asked(request, fact, joined, today), query),
            new Reading.Understood(
                query, interpretation, warnings, understood.asked(), understood.period()),
            used));
  }

  /** Whether several rows may look up the same value. */
  private static boolean isRepeated(Brought one) {
    return one.aggregate() == null
        && one.path().stream()
            .anyMatch(step -> step.cardinality() != Relationship.Cardinality.ONE_TO_ONE);
  }

  private static boolean isAdded(Brought one, Query query) {
    return query.measures().stream()
        .filter(
            measure -> measure.aggregate() == Aggregate.SUM || measure.aggregate() == Aggregate.AVG)
        .anyMatch(measure ->
            one.name().equals(measure.column())
                || (measure.formula() != null
                    && RowCondition.columns(RowCondition.term(measure.formula()))
                        .contains(one.name())));
  }

  private static String meaning(Relationship one) {
    return one.written()
        + (one.orphans() == 0
            ? ""
            : String.format(Locale.ROOT, " (%,d rows find none)", one.orphans()));
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

  /**
   * "orders of customers in Germany" is about orders in Germany, once orders know where their
   * customers are.
   */
  private static String withoutFillers(String question, List<Brought> brought) {
    Set<String> nouns =
        new TreeSet<>(
            Comparator.comparing(String::length)
                .reversed()
                .thenComparing(Comparator.naturalOrder()));
    brought.stream()
        .filter(one -> one.aggregate() == null)
        .map(one -> one.role().replace('_', ' '))
        .forEach(role -> nouns.add(NameWords.plural(role)));
    String text = question;
    for (String noun : nouns) {
      text =
          text.replaceAll(
              // Never "by": that says what rows are grouped by.
              "(?iu)\\b(?:of|from|for|de|dos|das|do|da|del|de los|de"
                  + " las|para)\\s+(?:the\\s+|os\\s+|as\\s+|los\\s+|las\\s+)?"
                  + Pattern.quote(noun)
                  + "\\s+(?:who\\s+live\\s+)?(in|from|with|where|whose|em|en|no|na|con|com|de)\\b",
              "$1");
    }
    return text;
  }

  /**
   * "average payments per order" is about the count of payments that each order has: it is a column
   * of orders, and each is a row, so that saying so changes nothing.
   */
  private static String withoutEach(String question, Vocabulary own, List<Brought> brought) {
    String text = question;
    for (Brought one : brought) {
      if (one.aggregate() == Aggregate.COUNT_ROWS) {
        text =
            text.replaceAll(
                "(?iu)\\b(average|mean|avg|media|média|promedio)\\s+"
                    + "(?:(?:number|count|número|cantidad|quantidade)"
                    + "\\s+(?:of|de)\\s+|de\\s+)?"
                    + Pattern.quote(NameWords.plural(one.role()))
                    + "\\b",
                "$1 " + one.name());
      }
    }
    boolean average = text.matches("(?iu).*\\b(average|mean|avg|media|média|promedio)\\b.*");
    return !average || own.rowNoun().isEmpty()
        ? text
        : text.replaceAll(
            "(?iu)\\s+(?:per|por)\\s+(?:each\\s+|cada\\s+)?"
                + Pattern.quote(own.rowNoun().get())
                + "\\b",
            "");
  }

  /** Those that are likely enough to be asked about. */
  static List<Relationship> likely(List<Relationship> all) {
    return all.stream()
        .filter(one -> one.status() == Status.CONFIRMED || one.confidence() >= LIKELY)
        .toList();
  }

  /** What must be confirmed before a question can be answered. */
  static Reading.NeedsChoice unconfirmed(Found found) {
    List<Relationship> open =
        JoinWriter.relationships(found.used()).stream()
            .filter(one -> one.status() == Status.PROPOSED)
            .toList();
    List<String> said =
        open.stream()
            .map(one -> one.written() + " (" + one.because().replaceAll("\\.$", "") + ")")
            .toList();
    Words words = found.reading().asked();
    String and = " " + words.say("and") + " ";
    return new Reading.NeedsChoice(
        words.say(
            "needs-relationship",
            String.join(and, open.stream().map(Relationship::written).toList()),
            String.join(and, said)),
        open.stream().map(one -> "assay relationships --confirm " + one.id()).toList());
  }
}

package dev.assay.ask;

import dev.assay.engine.Engine;
import dev.assay.engine.EngineException;
import dev.assay.model.Answer;
import dev.assay.model.Answer.LeftOut;
import dev.assay.model.AskRequest;
import dev.assay.model.Author;
import dev.assay.model.Layer;
import dev.assay.model.Query;
import dev.assay.model.Rows;
import dev.assay.sql.Dialect;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Runs a typed query where it is routed to and puts the answer together with its proof. */
final class Answering {
  private final Asked asked;
  private final Engine.Reader reader;
  private final Dialect dialect;
  private final Interpreter interpreter;
  private final Routing routing;
  private final KeptRows kept;

  /**
   * Answers within one transaction.
   *
   * @param interpreter reads what might be asked next
   * @param kept results of the same queries over the same builds
   */
  Answering(
      Asked asked,
      Engine.Reader reader,
      Dialect dialect,
      Interpreter interpreter,
      Routing routing,
      KeptRows kept) {
    this.asked = asked;
    this.reader = reader;
    this.dialect = dialect;
    this.interpreter = interpreter;
    this.routing = routing;
    this.kept = kept;
  }

  /** Rows, and whether they were at hand. */
  record Result(Rows rows, boolean cached) {}

  Answer answer(Reading.Understood reading) {
    return answer(reading, Author.RULES);
  }

  /**
   * @param author who read the question
   */
  Answer answer(Reading.Understood reading, Author author) {
    return answer(reading, author, asked.catalog(), reading.query());
  }

  /**
   * The answer to a query that stands for another, over one table.
   *
   * @param plain that table
   * @param standsFor has the same rows, groups apart
   */
  Answer named(Reading.Understood reading, Catalog plain, Query standsFor) {
    return answer(reading, Author.RULES, plain, standsFor);
  }

  private Answer answer(
      Reading.Understood reading, Author author, Catalog rejectedOf, Query rejectedFrom) {
    Query query = reading.query();
    Catalog catalog = asked.catalog();
    AskRequest request = asked.request();
    Language language = reading.asked().language();
    Routing.Route route = route(query, language);
    // Proof is of what the table says now, not of what was kept.
    boolean keeps = query.joins().isEmpty() && !request.verify();
    Result result = run(route, keeps);
    Rows rows = ListSentence.shown(result.rows(), reading.shown());
    Coverage coverage = Coverage.of(reading, asked.vocabulary());
    List<String> warnings = new ArrayList<>(reading.warnings());
    warnings.addAll(route.warnings());
    warnings.addAll(coverage.warnings());
    // What fails may spend the transaction: what the answer can do without is read last.
    Answer.Verification verification =
        request.verify()
            ? new Verifying(catalog, reader, language).of(query, route.layer(), result.rows())
            : null;
    boolean bronze = route.layer() == Layer.BRONZE;
    Optional<LeftOut> leftOut =
        bronze
            ? Optional.empty()
            : new LeftOutRows(rejectedOf, dialect, reader, kept, language)
                .of(rejectedFrom, request.verify());
    if (request.query() == null) {
      warnings.addAll(
          new Doubts(asked, doubted -> run(route(doubted, language), keeps).rows())
              .of(reading, rows));
    }
    if (rows.truncated()) {
      warnings.add(reading.asked().say("only-first-rows", rows.rows().size()));
    }
    return new Answer(
        question(reading),
        "answered",
        coverage
            .nothing()
            .orElseGet(() ->
                query.listsRows() || !reading.shown().isEmpty()
                    ? ListSentence.of(rows)
                    : new AnswerSentence(query, rows, language).text()),
        reading.interpretation(),
        author,
        route.layer(),
        route.table(),
        route.reason(),
        route.sql(),
        query,
        rows,
        AnswerChart.of(query, rows).orElse(null),
        bronze ? Long.valueOf(0) : catalog.excluded(),
        leftOut.orElse(null),
        route.cost(),
        Freshening.of(route, asked, query),
        Certainty.of(author, reading.warnings(), request.query() != null, language),
        verification,
        listed(coverage.offers()),
        null,
        listed(new FollowUps(asked, interpreter).of(query, rows.rows().size())),
        listed(warnings),
        result.cached());
  }

  /**
   * Runs what was routed, or takes what it gave before.
   *
   * @param keeps whether it may be taken from what it gave before: no other table's rows have a
   *     part in it, and nothing is to be proven
   */
  Result run(Routing.Route route, boolean keeps) {
    Optional<KeptRows.Key> key = keeps ? key(route) : Optional.empty();
    if (key.isEmpty()) {
      return new Result(read(route), false);
    }
    KeptRows.Found found = kept.of(key.get(), () -> read(route));
    return new Result(found.rows(), found.known());
  }

  private Routing.Route route(Query query, Language language) {
    return routing.in(language).of(query, asked.catalog(), asked.vocabulary().columns(), reader);
  }

  private Rows read(Routing.Route route) {
    try {
      return reader.read(route.sql(), Engine.Limits.INTERACTIVE);
    } catch (EngineException e) {
      throw route.layer() == Layer.GOLD ? new GoldFailed(route.table(), e) : e;
    }
  }

  private Optional<KeptRows.Key> key(Routing.Route route) {
    List<String> builds = new ArrayList<>();
    for (Catalog.Table table : List.of(route.read(), asked.catalog().asked().orElseThrow())) {
      if (table.build() == null) {
        return Optional.empty();
      }
      builds.add(table.name() + " " + table.build());
    }
    return Optional.of(
        new KeptRows.Key(route.sql(), builds, asked.catalog().asked().orElseThrow().columns()));
  }

  private String question(Reading.Understood reading) {
    return asked.question() == null
        ? String.join(", ", reading.interpretation())
        : asked.question();
  }

  private static List<String> listed(List<String> sentences) {
    return sentences.isEmpty() ? null : sentences;
  }
}

package dev.assay.ask;

import dev.assay.engine.Engine;
import dev.assay.engine.EngineException;
import dev.assay.model.Answer;
import dev.assay.model.Author;
import dev.assay.model.Layer;
import dev.assay.model.Query;
import dev.assay.model.Rows;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Runs a typed query where it is routed to and puts the answer together with its proof. */
final class Answering {
  private final Asked asked;
  private final Engine.Reader reader;
  private final Routing routing;
  private final KeptRows kept;

  /**
   * Answers within one transaction.
   *
   * @param kept results of the same queries over the same builds
   */
  Answering(Asked asked, Engine.Reader reader, Routing routing, KeptRows kept) {
    this.asked = asked;
    this.reader = reader;
    this.routing = routing;
    this.kept = kept;
  }

  /** Rows, and whether they were at hand. */
  record Result(Rows rows, boolean cached) {}

  Answer answer(Reading.Understood reading) {
    Query query = reading.query();
    Vocabulary vocabulary = asked.vocabulary();
    Routing.Route route = routing.of(query, asked.catalog(), vocabulary.columns(), reader);
    Result result = run(route);
    Rows rows = result.rows();
    Coverage coverage = Coverage.of(reading, vocabulary);
    List<String> warnings = new ArrayList<>(reading.warnings());
    warnings.addAll(route.warnings());
    warnings.addAll(coverage.warnings());
    if (rows.truncated()) {
      warnings.add(
          "Only the first "
              + rows.rows().size()
              + " rows are shown: ask for fewer groups or a top.");
    }
    String sentence = coverage.nothing().orElseGet(() -> new AnswerSentence(query, rows).text());
    return new Answer(
        asked.question(),
        "answered",
        sentence,
        reading.interpretation(),
        Author.RULES,
        route.layer(),
        route.table(),
        route.reason(),
        route.sql(),
        query,
        rows,
        null,
        route.layer() == Layer.BRONZE ? Long.valueOf(0) : asked.catalog().excluded(),
        null,
        route.cost(),
        Freshening.of(route, asked, query),
        null,
        null,
        coverage.offers().isEmpty() ? null : coverage.offers(),
        null,
        null,
        warnings.isEmpty() ? null : warnings,
        result.cached());
  }

  /** Runs what was routed, or takes what it gave before. */
  Result run(Routing.Route route) {
    Optional<KeptRows.Key> key = key(route);
    Optional<Rows> known = key.flatMap(kept::find);
    if (known.isPresent()) {
      return new Result(known.get(), true);
    }
    Rows rows;
    try {
      rows = reader.read(route.sql(), Engine.Limits.INTERACTIVE);
    } catch (EngineException e) {
      throw route.layer() == Layer.GOLD ? new GoldFailed(route.table(), e) : e;
    }
    key.ifPresent(one -> kept.keep(one, rows));
    return new Result(rows, false);
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
        new KeptRows.Key(
            route.sql(), builds, asked.catalog().asked().orElseThrow().columns()));
  }
}

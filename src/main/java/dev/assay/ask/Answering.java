package dev.assay.ask;

import dev.assay.engine.Engine;
import dev.assay.model.Answer;
import dev.assay.model.Author;
import dev.assay.model.Layer;
import dev.assay.model.Query;
import dev.assay.model.Rows;
import java.util.ArrayList;
import java.util.List;

/** Runs a typed query where it is routed to and puts the answer together with its proof. */
final class Answering {
  private final Asked asked;
  private final Engine.Reader reader;

  Answering(Asked asked, Engine.Reader reader) {
    this.asked = asked;
    this.reader = reader;
  }

  Answer answer(Reading.Understood reading) {
    Query query = reading.query();
    Vocabulary vocabulary = asked.vocabulary();
    Routing.Route route = Routing.of(query, asked.catalog(), vocabulary.columns());
    Rows rows =
        ListSentence.shown(
            reader.read(route.sql(), Engine.Limits.INTERACTIVE), reading.shown());
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
    boolean listed = query.listsRows() || !reading.shown().isEmpty();
    String sentence =
        coverage
            .nothing()
            .orElseGet(
                () -> listed ? ListSentence.of(rows) : new AnswerSentence(query, rows).text());
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
        null,
        null,
        null,
        null,
        coverage.offers().isEmpty() ? null : coverage.offers(),
        null,
        null,
        warnings.isEmpty() ? null : warnings,
        null);
  }
}

package dev.assay.ask;

import dev.assay.gold.QueryCheck;
import dev.assay.gold.Wording;
import dev.assay.model.Problem;
import dev.assay.model.Query;
import dev.assay.model.Rows;
import dev.assay.model.UserError;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** A question that comes as a typed query: there is nothing to read, only to check. */
final class TypedQuestion implements Interpreter {
  private final Function<String, Optional<List<Rows.Column>>> tables;

  /**
   * @param tables the columns of other Silver tables, for joins
   */
  TypedQuestion(Function<String, Optional<List<Rows.Column>>> tables) {
    this.tables = tables;
  }

  @Override
  public Optional<Reading> read(Asked asked) {
    Query query = asked.request().query();
    if (query == null || !asked.vocabulary().table().equals(query.table())) {
      return Optional.empty();
    }
    List<Problem> problems =
        QueryCheck.problems(query, asked.vocabulary().columns(), tables, "/query");
    if (!problems.isEmpty()) {
      throw UserError.of(problems);
    }
    String words = asked.question() == null ? "" : asked.question();
    return Optional.of(
        new Reading.Understood(query, meaning(query), List.of(), new Words(words), null));
  }

  /** What a typed query says, part by part. */
  static List<String> meaning(Query query) {
    List<String> meaning = new ArrayList<>();
    for (Query.Measure measure : query.measures()) {
      meaning.add(measure.name() + " = " + Wording.measure(measure));
    }
    query.dimensions().forEach(dimension -> meaning.add("by " + Wording.dimension(dimension)));
    query.calculations().forEach(one -> meaning.add(one.name() + " = " + Wording.calculation(one)));
    query.filters().forEach(filter -> meaning.add(Wording.filter(filter)));
    query.having().forEach(filter -> meaning.add("only where " + Wording.filter(filter)));
    query.summary().forEach(one -> meaning.add(one.name() + " = " + Wording.measure(one)));
    return meaning;
  }
}

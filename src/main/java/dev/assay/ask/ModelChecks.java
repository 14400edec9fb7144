package dev.assay.ask;

import dev.assay.ask.llm.Checks;
import dev.assay.gold.QueryCheck;
import dev.assay.model.Layer;
import dev.assay.model.Problem;
import dev.assay.model.Query;
import dev.assay.model.Suggestion;
import dev.assay.model.UserError;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Checks what a model made of a question against the tables that were asked. */
final class ModelChecks implements Checks {
  private final List<Asked> asked;
  private final WrittenSql written;

  ModelChecks(List<Asked> asked, WrittenSql written) {
    this.asked = asked;
    this.written = written;
  }

  @Override
  public List<Problem> problems(Query query) {
    return problems(query, asked);
  }

  static List<Problem> problems(Query query, List<Asked> asked) {
    List<String> names = asked.stream().map(one -> one.vocabulary().table()).toList();
    Optional<Asked> about =
        asked.stream()
            .filter(one -> one.vocabulary().table().equals(query.table()))
            .findFirst();
    return about
        .map(one -> QueryCheck.problems(query, one.vocabulary().columns(), ""))
        .orElseGet(
            () ->
                List.of(
                    new Problem(
                        "/table",
                        "There is no table '"
                            + query.table()
                            + "'."
                            + Suggestion.hint(
                                query.table() == null ? "" : query.table(), names))));
  }

  @Override
  public Select planned(String sql) {
    List<String> tables = readable(asked);
    if (tables.isEmpty()) {
      throw UserError.invalid(
          "Only cleaned tables can be asked by SQL, and none is built yet: give a typed query.");
    }
    return written.planned(sql, tables);
  }

  /** Silver and Gold of the sources that were asked; rows as received are no ground for SQL. */
  static List<String> readable(List<Asked> asked) {
    List<String> tables = new ArrayList<>();
    for (Asked one : asked) {
      if (one.vocabulary().layer() == Layer.SILVER) {
        tables.add(one.vocabulary().table());
        one.catalog().gold().forEach(gold -> tables.add(gold.table().name()));
      }
    }
    return tables;
  }
}

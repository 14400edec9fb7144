package dev.assay.ask;

import dev.assay.ask.llm.Checks;
import dev.assay.gold.QueryCheck;
import dev.assay.model.Layer;
import dev.assay.model.Problem;
import dev.assay.model.Query;
import dev.assay.model.Relationship;
import dev.assay.model.Rows;
import dev.assay.model.Suggestion;
import dev.assay.model.UserError;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

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
        asked.stream().filter(one -> one.vocabulary().table().equals(query.table())).findFirst();
    return about
        .map(one -> problems(query, one, asked))
        .orElseGet(() ->
            List.of(
                new Problem(
                    "/table",
                    "There is no table '"
                        + query.table()
                        + "'."
                        + Suggestion.hint(query.table() == null ? "" : query.table(), names))));
  }

  private static List<Problem> problems(Query query, Asked about, List<Asked> asked) {
    List<Problem> problems =
        new ArrayList<>(
            QueryCheck.problems(
                query, about.vocabulary().columns(), name -> columns(name, asked), ""));
    for (int i = 0; i < query.joins().size(); i++) {
      Query.Join join = query.joins().get(i);
      if (ToldTables.relationships(asked).stream()
          .noneMatch(one -> isAlong(one, query.table(), join))) {
        problems.add(
            new Problem(
                "/joins/" + i,
                "No relationship between "
                    + query.table()
                    + " and "
                    + join.table()
                    + " by these columns is confirmed: ask about one table."));
      }
    }
    return problems;
  }

  private static boolean isAlong(Relationship one, String table, Query.Join join) {
    return isAlong(one.from(), one.to(), table, join) || isAlong(one.to(), one.from(), table, join);
  }

  private static boolean isAlong(
      Relationship.Side own, Relationship.Side other, String table, Query.Join join) {
    List<Query.Match> matching = new ArrayList<>();
    for (int i = 0; i < own.columns().size(); i++) {
      matching.add(new Query.Match(own.columns().get(i), other.columns().get(i)));
    }
    return own.table().equals(table)
        && other.table().equals(join.table())
        && Set.copyOf(matching).equals(Set.copyOf(join.matching()));
  }

  private static Optional<List<Rows.Column>> columns(String table, List<Asked> asked) {
    return asked.stream()
        .filter(one -> one.vocabulary().layer() == Layer.SILVER)
        .filter(one -> one.vocabulary().table().equals(table))
        .findFirst()
        .map(one -> one.vocabulary().columns());
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

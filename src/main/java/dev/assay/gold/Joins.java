package dev.assay.gold;

import dev.assay.model.Query;
import dev.assay.model.Query.Join;
import dev.assay.model.Query.Match;
import dev.assay.model.Rows;
import dev.assay.semantic.TableFigures;
import dev.assay.sql.JoinSql;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/** What the data says of joins. */
public final class Joins {
  private Joins() {}

  /**
   * Why joins of a query cannot be carried out, a sentence each, because they would count rows
   * twice; none where they can.
   *
   * @param read runs a SELECT
   */
  public static List<String> refusals(Query query, Function<String, Rows> read) {
    List<String> refusals = new ArrayList<>();
    for (Join join : query.joins()) {
      JoinSql.duplicates(join)
          .map(sql -> read.apply(sql).rows().getFirst())
          .flatMap(row -> refusal(join, row))
          .ifPresent(refusals::add);
    }
    return refusals;
  }

  /**
   * Why a join cannot be carried out, in a sentence; empty where it can.
   *
   * @param counted the row that {@link JoinSql#duplicates} gave
   */
  private static Optional<String> refusal(Join join, List<Object> counted) {
    long repeated = TableFigures.number(counted.getFirst());
    return repeated == 0
        ? Optional.empty()
        : Optional.of(
            "Several rows of "
                + join.table()
                + " have the same "
                + join.matching().stream().map(Match::other).collect(Collectors.joining(", "))
                + " ("
                + repeated
                + (repeated == 1 ? " value" : " values")
                + ", such as '"
                + counted.get(1)
                + "'), so rows would be counted twice. Give each of its columns an aggregate such"
                + " as SUM or MAX, or remove the duplicates in Silver.");
  }
}

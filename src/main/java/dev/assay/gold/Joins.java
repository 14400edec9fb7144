package dev.assay.gold;

import dev.assay.model.Query.Join;
import dev.assay.model.Query.Match;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** What the data says of joins. */
public final class Joins {
  private Joins() {}

  /**
   * Why a join cannot be carried out, in a sentence; empty where it can.
   *
   * @param counted the row that {@link dev.assay.sql.JoinSql#duplicates} gave
   */
  public static Optional<String> refusal(Join join, List<Object> counted) {
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
                + "'), so rows would be counted twice. Give each of its columns an aggregate such as"
                + " SUM or MAX, or remove the duplicates in Silver.");
  }
}

package dev.assay.model;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import java.util.List;
import java.util.Set;

/**
 * A figure that is computed from the groups of a {@link Query}, not from rows. Where it names a
 * measure, an earlier calculation will do as well.
 */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "calculation")
@JsonSubTypes({
  @JsonSubTypes.Type(value = Calculation.Formula.class, name = "formula"),
  @JsonSubTypes.Type(value = Calculation.Share.class, name = "share"),
  @JsonSubTypes.Type(value = Calculation.RunningTotal.class, name = "running_total"),
  @JsonSubTypes.Type(value = Calculation.MovingAverage.class, name = "moving_average"),
  @JsonSubTypes.Type(value = Calculation.Earlier.class, name = "earlier"),
  @JsonSubTypes.Type(value = Calculation.Rank.class, name = "rank"),
  @JsonSubTypes.Type(value = Calculation.Neighbour.class, name = "neighbour")
})
@JsonInclude(JsonInclude.Include.NON_NULL)
public sealed interface Calculation {
  /** What the column of the result is called. */
  String name();

  /** The names of the columns of the result that it is computed from; empty for a bad formula. */
  default Set<String> inputs() {
    return switch (this) {
      case Formula(_, String formula) -> RowCondition.columnsOf(formula);
      case Share(_, String measure, _) -> named(measure);
      case RunningTotal(_, String measure, _) -> named(measure);
      case MovingAverage(_, String measure, _, _) -> named(measure);
      case Earlier(_, String measure, _, _, _) -> named(measure);
      case Rank(_, String measure, _, _) -> named(measure);
      case Neighbour(_, String of, _) -> named(of);
    };
  }

  private static Set<String> named(String name) {
    return name == null ? Set.of() : Set.of(name);
  }

  /**
   * Arithmetic over measures, such as {@code revenue / orders}; a division by zero is missing.
   *
   * @param formula see {@link RowCondition#term}
   */
  record Formula(String name, String formula) implements Calculation {}

  /**
   * The part that a group has in the total of all groups, 0 to 1.
   *
   * @param within dimensions within whose values totals are taken; empty for one total
   */
  record Share(String name, String measure, List<String> within) implements Calculation {
    public Share {
      within = within == null ? List.of() : List.copyOf(within);
    }
  }

  /**
   * The sum of this group and those before it along a dimension; other dimensions run apart.
   *
   * @param along the name of a dimension
   */
  record RunningTotal(String name, String measure, String along) implements Calculation {}

  /**
   * The average over this period and those before it; missing where the data has fewer.
   *
   * @param along the name of a dimension with a grain
   * @param periods how many, this one included
   */
  record MovingAverage(String name, String measure, String along, int periods)
      implements Calculation {}

  /**
   * What the measure was earlier: in the group of the same values whose period lies so far before;
   * missing where there is none. It is not the row before where a period has no rows.
   *
   * @param along the name of a dimension with a grain
   * @param back how far, such as 1
   * @param unit of what, such as YEAR for the same month of the year before
   */
  record Earlier(String name, String measure, String along, int back, Grain unit)
      implements Calculation {}

  /**
   * 1 for the first by size; equals share a rank.
   *
   * @param within dimensions within whose values each group is ranked; empty for one ranking
   */
  record Rank(String name, String measure, boolean descending, List<String> within)
      implements Calculation {
    public Rank {
      within = within == null ? List.of() : List.copyOf(within);
    }

    /** Among all groups. */
    public Rank(String name, String measure, boolean descending) {
      this(name, measure, descending, List.of());
    }
  }

  /**
   * The value that a column of the result has some rows further on, in the query's order.
   *
   * @param of a dimension, measure or calculation
   * @param offset 1 for the next row, -1 for the one before
   */
  record Neighbour(String name, String of, int offset) implements Calculation {}
}

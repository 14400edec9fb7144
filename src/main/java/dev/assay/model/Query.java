package dev.assay.model;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;

/**
 * An analytic question in typed form: what a Gold recipe stores and what Ask reads out of words.
 *
 * @param table the Silver table that it is about
 * @param dimensions what rows are grouped by, in order
 * @param measures what is computed
 * @param filters all must hold
 * @param orderBy names of dimensions or measures
 * @param limit at most this many rows, or null for all
 * @param segment a label by the size of a measure, or null
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Query(
    String table,
    List<Dimension> dimensions,
    List<Measure> measures,
    List<Filter> filters,
    List<Order> orderBy,
    Integer limit,
    Segment segment) {
  public Query {
    dimensions = dimensions == null ? List.of() : List.copyOf(dimensions);
    measures = measures == null ? List.of() : List.copyOf(measures);
    filters = filters == null ? List.of() : List.copyOf(filters);
    orderBy = orderBy == null ? List.of() : List.copyOf(orderBy);
  }

  /** A column to group by; {@code grain} only for time columns, else null. */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  public record Dimension(String name, String column, Grain grain) {}

  /** An aggregate of a column; {@code column} is null only for COUNT_ROWS. */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  public record Measure(String name, Aggregate aggregate, String column) {}

  /** How values become one. */
  public enum Aggregate {
    COUNT_ROWS,
    COUNT,
    COUNT_DISTINCT,
    SUM,
    AVG,
    MIN,
    MAX
  }

  /** A condition on a column of the table, its values read as the column's type. */
  public record Filter(String column, Comparison comparison, List<String> values) {
    public Filter {
      values = values == null ? List.of() : List.copyOf(values);
    }
  }

  /** How a column compares with the values of a {@link Filter}. */
  public enum Comparison {
    EQUAL,
    NOT_EQUAL,
    LESS,
    LESS_OR_EQUAL,
    GREATER,
    GREATER_OR_EQUAL,
    IN,
    /** From the first value, included, to the second, excluded. */
    FROM_TO,
    IS_NULL,
    IS_NOT_NULL
  }

  /** A sort term by the name of a dimension or measure. */
  public record Order(String name, boolean descending) {}

  /**
   * A label for each group by the size of one measure: the first band whose bound is exceeded, else
   * {@code otherwise}.
   */
  public record Segment(String name, String measure, List<Band> bands, String otherwise) {
    public Segment {
      bands = List.copyOf(bands);
    }
  }

  /** Groups whose measure is greater than {@code above} are called {@code label}. */
  public record Band(String label, String above) {}
}

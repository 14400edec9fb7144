package dev.assay.model;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * An analytic question in typed form: what a Gold recipe stores and what Ask reads out of words.
 *
 * <p>It is evaluated in this order: joins, filters, grouping by the dimensions with the measures,
 * calculations over the groups, having, order, limit; or the summary in the place of the last two.
 *
 * @param table the Silver table that it is about
 * @param shape whether rows are grouped, or null for {@link Shape#GROUPS}
 * @param joins columns of other tables that its rows are given, in order
 * @param dimensions what rows are grouped by, in order; in {@link Shape#ROWS} the columns shown
 * @param measures what is computed; none in {@link Shape#ROWS}
 * @param calculations what is computed from the groups, in order; each may use those before it
 * @param filters all must hold of a row
 * @param having all must hold of a group; their columns are names of measures, calculations or
 *     dimensions
 * @param orderBy names of dimensions, measures or calculations; in {@link Shape#ROWS} also columns
 *     that are not shown, {@code _row_no} for the order as received
 * @param limit at most this many rows, or null for all
 * @param segment a label by the size of a measure, or null
 * @param summary what is computed of the groups themselves, such as how many there are or the
 *     average of a measure over them: its columns are names of dimensions, measures or
 *     calculations, and it is the one row of the result; empty where the groups are the result
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Query(
    String table,
    Shape shape,
    @JsonInclude(JsonInclude.Include.NON_EMPTY) List<Join> joins,
    List<Dimension> dimensions,
    List<Measure> measures,
    @JsonInclude(JsonInclude.Include.NON_EMPTY) List<Calculation> calculations,
    List<Filter> filters,
    @JsonInclude(JsonInclude.Include.NON_EMPTY) List<Filter> having,
    List<Order> orderBy,
    Integer limit,
    Segment segment,
    @JsonInclude(JsonInclude.Include.NON_EMPTY) List<Measure> summary) {
  public Query {
    joins = joins == null ? List.of() : List.copyOf(joins);
    dimensions = dimensions == null ? List.of() : List.copyOf(dimensions);
    measures = measures == null ? List.of() : List.copyOf(measures);
    calculations = calculations == null ? List.of() : List.copyOf(calculations);
    filters = filters == null ? List.of() : List.copyOf(filters);
    having = having == null ? List.of() : List.copyOf(having);
    orderBy = orderBy == null ? List.of() : List.copyOf(orderBy);
    summary = summary == null ? List.of() : List.copyOf(summary);
  }

  /** A query whose groups or rows are the result. */
  public Query(
      String table,
      Shape shape,
      List<Join> joins,
      List<Dimension> dimensions,
      List<Measure> measures,
      List<Calculation> calculations,
      List<Filter> filters,
      List<Filter> having,
      List<Order> orderBy,
      Integer limit,
      Segment segment) {
    this(
        table,
        shape,
        joins,
        dimensions,
        measures,
        calculations,
        filters,
        having,
        orderBy,
        limit,
        segment,
        List.of());
  }

  /** Groups of one table, without calculations. */
  public Query(
      String table,
      List<Dimension> dimensions,
      List<Measure> measures,
      List<Filter> filters,
      List<Order> orderBy,
      Integer limit,
      Segment segment) {
    this(
        table,
        null,
        List.of(),
        dimensions,
        measures,
        List.of(),
        filters,
        List.of(),
        orderBy,
        limit,
        segment);
  }

  /** Whether each row stands for itself. */
  public boolean listsRows() {
    return shape == Shape.ROWS;
  }

  public Query withTable(String other) {
    return with(other, joins, dimensions, measures, calculations, filters, having, limit, segment);
  }

  /** With other columns of other tables. */
  public Query withJoins(List<Join> others) {
    return with(table, others, dimensions, measures, calculations, filters, having, limit, segment);
  }

  public Query withDimensions(List<Dimension> others) {
    return with(table, joins, others, measures, calculations, filters, having, limit, segment);
  }

  public Query withMeasures(List<Measure> others) {
    return with(table, joins, dimensions, others, calculations, filters, having, limit, segment);
  }

  public Query withCalculations(List<Calculation> others) {
    return with(table, joins, dimensions, measures, others, filters, having, limit, segment);
  }

  public Query withFilters(List<Filter> others) {
    return with(table, joins, dimensions, measures, calculations, others, having, limit, segment);
  }

  public Query withHaving(List<Filter> others) {
    return with(table, joins, dimensions, measures, calculations, filters, others, limit, segment);
  }

  /** With at most so many rows; null for all. */
  public Query withLimit(Integer other) {
    return with(table, joins, dimensions, measures, calculations, filters, having, other, segment);
  }

  public Query withSegment(Segment other) {
    return with(table, joins, dimensions, measures, calculations, filters, having, limit, other);
  }

  public Query withOrder(List<Order> others) {
    return with(others, limit, summary);
  }

  /** The groups themselves are sorted no more and none is left out for their number. */
  public Query withSummary(List<Measure> others) {
    return others.isEmpty() ? with(orderBy, limit, others) : with(List.of(), null, others);
  }

  /** Its groups, without what is computed of them. */
  public Query groups() {
    return withSummary(List.of());
  }

  /** Measures of its rows, all at once. */
  public Query overall(List<Measure> others) {
    return withSummary(List.of())
        .withDimensions(List.of())
        .withMeasures(others)
        .withCalculations(List.of())
        .withHaving(List.of())
        .withOrder(List.of())
        .withLimit(null)
        .withSegment(null);
  }

  private Query with(List<Order> orderBy, Integer limit, List<Measure> summary) {
    return new Query(
        table,
        shape,
        joins,
        dimensions,
        measures,
        calculations,
        filters,
        having,
        orderBy,
        limit,
        segment,
        summary);
  }

  private Query with(
      String table,
      List<Join> joins,
      List<Dimension> dimensions,
      List<Measure> measures,
      List<Calculation> calculations,
      List<Filter> filters,
      List<Filter> having,
      Integer limit,
      Segment segment) {
    return new Query(
        table,
        shape,
        joins,
        dimensions,
        measures,
        calculations,
        filters,
        having,
        orderBy,
        limit,
        segment,
        summary);
  }

  /** The names of the columns of its result, in order. */
  public List<String> outputs() {
    return summary.isEmpty() ? ofGroups() : summary.stream().map(Measure::name).toList();
  }

  /** The names of the columns of its groups, in order. */
  public List<String> ofGroups() {
    List<String> outputs = new ArrayList<>();
    dimensions.forEach(dimension -> outputs.add(dimension.name()));
    measures.forEach(measure -> outputs.add(measure.name()));
    calculations.forEach(calculation -> outputs.add(calculation.name()));
    if (segment != null) {
      outputs.add(segment.name());
    }
    return outputs;
  }

  /** The columns of its rows that it reads, its table's own and those that joins bring. */
  public Set<String> columns() {
    Set<String> columns = new LinkedHashSet<>();
    for (Join join : joins) {
      join.matching().forEach(match -> columns.add(match.column()));
    }
    dimensions.forEach(dimension -> columns.add(dimension.column()));
    filters.forEach(filter -> columns.add(filter.column()));
    for (Measure measure : measures) {
      columns.addAll(measure.columns());
    }
    if (listsRows()) {
      orderBy.forEach(term -> columns.add(term.name()));
    }
    columns.remove(null);
    return columns;
  }

  /** What a row of the result stands for. */
  public enum Shape {
    /** All rows that share the dimensions. */
    GROUPS,
    /** One row of the table. */
    ROWS
  }

  /**
   * Columns of another table for each row of this one. At most one row of the other table may match
   * a row, so that no row is counted twice: where several can match, every import aggregates them.
   *
   * @param table the other Silver table
   * @param matching what must be equal, all of it; a missing value matches nothing
   * @param columns what is taken from it, under new names
   */
  public record Join(String table, List<Match> matching, List<Import> columns) {
    public Join {
      matching = matching == null ? List.of() : List.copyOf(matching);
      columns = columns == null ? List.of() : List.copyOf(columns);
    }
  }

  /**
   * A pair of columns that must be equal.
   *
   * @param column of this query's table, or the name of an import of an earlier join
   * @param other of the joined table
   */
  public record Match(String column, String other) {}

  /**
   * A column that a join brings.
   *
   * @param name what this query calls it; no column of its table has that name
   * @param aggregate how several matching rows become one, or null where at most one matches; of no
   *     rows the count is 0 and all else missing
   * @param column of the joined table; null only for COUNT_ROWS
   */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  public record Import(String name, Aggregate aggregate, String column) {}

  /**
   * A column to group by.
   *
   * @param grain how coarse a time is made, or null
   * @param part what is taken of a time, or null; never beside a grain
   */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  public record Dimension(String name, String column, Grain grain, DatePart part) {
    public Dimension(String name, String column, Grain grain) {
      this(name, column, grain, null);
    }
  }

  /**
   * An aggregate of a column or of a formula over the columns of each row.
   *
   * @param column null for COUNT_ROWS and where there is a formula
   * @param formula arithmetic over columns, such as {@code quantity * unit_price}, or null; see
   *     {@link RowCondition#term}
   * @param filters only rows for which all hold are aggregated
   */
  @JsonInclude(JsonInclude.Include.NON_EMPTY)
  public record Measure(
      String name, Aggregate aggregate, String column, String formula, List<Filter> filters) {
    public Measure {
      filters = filters == null ? List.of() : List.copyOf(filters);
    }

    public Measure(String name, Aggregate aggregate, String column) {
      this(name, aggregate, column, null, List.of());
    }

    /** The columns of rows that it reads; none for a bad formula. */
    public Set<String> columns() {
      Set<String> columns = new LinkedHashSet<>();
      if (formula != null) {
        columns.addAll(RowCondition.columnsOf(formula));
      } else if (column != null) {
        columns.add(column);
      }
      filters.forEach(filter -> columns.add(filter.column()));
      return columns;
    }
  }

  /** How values become one. */
  public enum Aggregate {
    COUNT_ROWS,
    COUNT,
    COUNT_DISTINCT,
    SUM,
    AVG,
    MEDIAN,
    MIN,
    MAX
  }

  /**
   * A condition on a column of the table, its values read as the column's type.
   *
   * @param part compares this part of a time instead, such as {@code MONTH_OF_YEAR = 12}, or null
   */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  public record Filter(String column, Comparison comparison, List<String> values, DatePart part) {
    public Filter {
      values = values == null ? List.of() : List.copyOf(values);
    }

    public Filter(String column, Comparison comparison, List<String> values) {
      this(column, comparison, values, null);
    }

    /** The same of another column. */
    public Filter of(String other) {
      return new Filter(other, comparison, values, part);
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
    NOT_IN,
    /** From the first value, included, to the second, excluded. */
    FROM_TO,
    /** The text holds the value, in any case. */
    CONTAINS,
    /** The text begins with the value, in any case. */
    STARTS_WITH,
    IS_NULL,
    IS_NOT_NULL
  }

  /** A sort term by the name of a dimension, measure or calculation. */
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

package dev.assay.gold;

import dev.assay.model.Calculation;
import dev.assay.model.DatePart;
import dev.assay.model.Grain;
import dev.assay.model.Query;
import dev.assay.model.Query.Aggregate;
import dev.assay.model.Query.Comparison;
import dev.assay.model.Query.Dimension;
import dev.assay.model.Query.Filter;
import dev.assay.model.Query.Join;
import dev.assay.model.Query.Measure;
import java.time.DayOfWeek;
import java.time.Month;
import java.time.format.TextStyle;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** The parts of typed queries in words for people. */
public final class Wording {
  private Wording() {}

  /** All of a query, a part a line, such as {@code by month of created_at}. */
  public static List<String> query(Query query) {
    List<String> words = new ArrayList<>();
    query.joins().forEach(join -> words.add("with " + join(join)));
    if (query.listsRows()) {
      words.add(
          "each row with "
              + query.dimensions().stream()
                  .map(Wording::dimension)
                  .collect(Collectors.joining(", ")));
    }
    query.measures().forEach(measure -> words.add(measure.name() + " = " + measure(measure)));
    if (!query.listsRows()) {
      query.dimensions().forEach(dimension -> words.add("by " + dimension(dimension)));
    }
    query
        .calculations()
        .forEach(calculation -> words.add(calculation.name() + " = " + calculation(calculation)));
    query.filters().forEach(filter -> words.add(filter(filter)));
    query.having().forEach(filter -> words.add("only where " + filter(filter)));
    query
        .summary()
        .forEach(one -> words.add(one.name() + " = " + measure(one) + " over these groups"));
    if (!query.orderBy().isEmpty()) {
      words.add("sorted by " + order(query));
    }
    if (query.limit() != null) {
      words.add(query.limit() == 1 ? "the first alone" : "the first " + query.limit());
    }
    return words;
  }

  private static String order(Query query) {
    return query.orderBy().stream()
        .map(term ->
            term.name().equals("_row_no")
                ? (term.descending() ? "order received, the last first" : "order received")
                : term.name() + (term.descending() ? ", the largest first" : ""))
        .collect(Collectors.joining(", then "));
  }

  /** Such as {@code sum of revenue_usd}; {@code column} is null for the count of rows. */
  public static String aggregate(Aggregate aggregate, String column) {
    return switch (aggregate) {
      case COUNT_ROWS -> "count of rows";
      case COUNT -> "count of " + column;
      case COUNT_DISTINCT -> "count of different " + column;
      case SUM -> "sum of " + column;
      case AVG -> "average of " + column;
      case MEDIAN -> "median of " + column;
      case MIN -> "smallest " + column;
      case MAX -> "largest " + column;
    };
  }

  /** Such as {@code sum of quantity * price where status = 'paid'}. */
  public static String measure(Measure measure) {
    String all =
        aggregate(
            measure.aggregate(), measure.formula() == null ? measure.column() : measure.formula());
    return measure.filters().isEmpty() ? all : all + " where " + all(measure.filters());
  }

  private static String all(List<Filter> filters) {
    return filters.stream().map(Wording::filter).collect(Collectors.joining(" and "));
  }

  /** Such as {@code month of created_at}. */
  public static String dimension(Dimension dimension) {
    if (dimension.part() != null) {
      return part(dimension.part()) + " of " + dimension.column();
    }
    return dimension.grain() == null
        ? dimension.column()
        : word(dimension.grain()) + " of " + dimension.column();
  }

  /** Such as {@code revenue a year earlier}. */
  public static String calculation(Calculation calculation) {
    return switch (calculation) {
      case Calculation.Formula(_, String formula) -> formula;
      case Calculation.Share(_, String measure, List<String> within) ->
          "share of total "
              + measure
              + (within.isEmpty() ? "" : " within each " + String.join(" and ", within));
      case Calculation.RunningTotal(_, String measure, String along) ->
          "running total of " + measure + " along " + along;
      case Calculation.MovingAverage(_, String measure, String along, int periods) ->
          "average of " + measure + " over " + periods + " periods of " + along;
      case Calculation.Earlier(_, String measure, _, int back, Grain unit) ->
          measure + " " + back(back, unit) + " earlier";
      case Calculation.Rank(_, String measure, boolean descending, List<String> within) ->
          "rank by "
              + measure
              + (within.isEmpty() ? "" : " within each " + String.join(" and ", within))
              + (descending ? ", the largest first" : ", the smallest first");
      case Calculation.Neighbour(_, String of, int offset) ->
          of
              + (Math.abs(offset) == 1
                  ? (offset < 0 ? " of the row before" : " of the next row")
                  : " " + Math.abs(offset) + (offset < 0 ? " rows before" : " rows further on"));
    };
  }

  private static String back(int back, Grain unit) {
    if (back == 1) {
      return unit == Grain.HOUR ? "an hour" : "a " + word(unit);
    }
    return back + " " + word(unit) + "s";
  }

  /** Such as {@code name of silver_customers_cleaned where customer_id = id}. */
  public static String join(Join join) {
    String columns =
        join.columns().stream()
            .map(column ->
                column.aggregate() == null
                    ? column.column()
                    : aggregate(column.aggregate(), column.column()))
            .collect(Collectors.joining(", "));
    return columns
        + " of "
        + join.table()
        + " where "
        + join.matching().stream()
            .map(match -> match.other() + " = " + match.column())
            .collect(Collectors.joining(" and "));
  }

  /** Such as {@code status = 'paid'}. */
  public static String filter(Filter filter) {
    List<String> values =
        filter.values().stream()
            .map(value -> filter.part() == null ? value(value) : value(filter.part(), value))
            .toList();
    String column =
        filter.part() == null ? filter.column() : part(filter.part()) + " of " + filter.column();
    return column + " " + comparison(filter.comparison(), values);
  }

  private static String comparison(Comparison comparison, List<String> values) {
    return switch (comparison) {
      case EQUAL -> "= " + values.get(0);
      case NOT_EQUAL -> "is not " + values.get(0);
      case LESS -> "< " + values.get(0);
      case LESS_OR_EQUAL -> "<= " + values.get(0);
      case GREATER -> "> " + values.get(0);
      case GREATER_OR_EQUAL -> ">= " + values.get(0);
      case IN -> "is one of " + String.join(", ", values);
      case NOT_IN -> "is none of " + String.join(", ", values);
      case CONTAINS -> "contains " + values.get(0);
      case STARTS_WITH -> "begins with " + values.get(0);
      case FROM_TO -> "from " + values.get(0) + " to before " + values.get(1);
      case IS_NULL -> "is missing";
      case IS_NOT_NULL -> "is not missing";
    };
  }

  private static String value(String value) {
    return value.matches("[-+]?[0-9.]+|\\d{4}-\\d\\d-\\d\\d( [0-9:.]+)?")
        ? value
        : "'" + value + "'";
  }

  /** Months and weekdays by their names. */
  private static String value(DatePart part, String value) {
    if (!value.matches("[1-9]\\d?")) {
      return value;
    }
    int number = Integer.parseInt(value);
    if (part == DatePart.MONTH_OF_YEAR && number <= 12) {
      return Month.of(number).getDisplayName(TextStyle.FULL, Locale.ENGLISH);
    }
    if (part == DatePart.WEEKDAY && number <= 7) {
      return DayOfWeek.of(number).getDisplayName(TextStyle.FULL, Locale.ENGLISH);
    }
    return value;
  }

  /** Such as {@code month of the year}. */
  public static String part(DatePart part) {
    return switch (part) {
      case MONTH_OF_YEAR -> "month of the year";
      case QUARTER_OF_YEAR -> "quarter of the year";
      case DAY_OF_MONTH -> "day of the month";
      case WEEKDAY -> "weekday";
      case HOUR_OF_DAY -> "hour of the day";
    };
  }

  /** Such as {@code month}. */
  public static String word(Grain grain) {
    return grain.name().toLowerCase(Locale.ROOT);
  }
}

package dev.assay.gold;

import dev.assay.model.Query.Aggregate;
import dev.assay.model.Query.Dimension;
import dev.assay.model.Query.Filter;
import java.util.List;
import java.util.Locale;

/** The parts of typed queries in words for people. */
public final class Wording {
  private Wording() {}

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

  /** Such as {@code month of created_at}. */
  public static String dimension(Dimension dimension) {
    return dimension.grain() == null
        ? dimension.column()
        : dimension.grain().name().toLowerCase(Locale.ROOT) + " of " + dimension.column();
  }

  /** Such as {@code status = 'paid'}. */
  public static String filter(Filter filter) {
    List<String> values = filter.values().stream().map(Wording::value).toList();
    String column = filter.column();
    return switch (filter.comparison()) {
      case EQUAL -> column + " = " + values.get(0);
      case NOT_EQUAL -> column + " is not " + values.get(0);
      case LESS -> column + " < " + values.get(0);
      case LESS_OR_EQUAL -> column + " <= " + values.get(0);
      case GREATER -> column + " > " + values.get(0);
      case GREATER_OR_EQUAL -> column + " >= " + values.get(0);
      case IN -> column + " is one of " + String.join(", ", values);
      case NOT_IN -> column + " is none of " + String.join(", ", values);
      case CONTAINS -> column + " contains " + values.get(0);
      case STARTS_WITH -> column + " begins with " + values.get(0);
      case FROM_TO -> column + " from " + values.get(0) + " to before " + values.get(1);
      case IS_NULL -> column + " is missing";
      case IS_NOT_NULL -> column + " is not missing";
    };
  }

  private static String value(String value) {
    return value.matches("[-+]?[0-9.]+|\\d{4}-\\d\\d-\\d\\d( [0-9:.]+)?")
        ? value
        : "'" + value + "'";
  }
}

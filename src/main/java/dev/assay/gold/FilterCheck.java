package dev.assay.gold;

import dev.assay.model.DatePart;
import dev.assay.model.Misread;
import dev.assay.model.Query.Comparison;
import dev.assay.model.Query.Filter;
import dev.assay.sql.FilterValue;
import dev.assay.sql.ValueKind;
import java.math.BigDecimal;

/** Finds everything in a filter that does not fit the values that it is about. */
final class FilterCheck {
  private FilterCheck() {}

  /**
   * What can be seen without knowing the column.
   *
   * @param problem takes where and what
   */
  static boolean form(Filter filter, String at, FoundProblems problem) {
    if (filter.comparison() == null) {
      problem.accept(at + "/comparison", Sentences.COMPARISON_NEEDED.with());
      return false;
    }
    int count = filter.values().size();
    boolean fits =
        switch (filter.comparison()) {
          case IS_NULL, IS_NOT_NULL -> count == 0;
          case IN, NOT_IN -> count > 0;
          case FROM_TO -> count == 2;
          case EQUAL,
              NOT_EQUAL,
              LESS,
              LESS_OR_EQUAL,
              GREATER,
              GREATER_OR_EQUAL,
              CONTAINS,
              STARTS_WITH ->
              count == 1;
        };
    if (!fits) {
      problem.accept(at + "/values", Sentences.VALUES_COUNT.with(filter.comparison(), count));
    }
    return fits;
  }

  /** All of it, for a column of this kind. */
  static void check(Filter filter, ValueKind kind, String at, FoundProblems problem) {
    if (!form(filter, at, problem) && filter.comparison() == null) {
      return;
    }
    boolean inText =
        filter.comparison() == Comparison.CONTAINS || filter.comparison() == Comparison.STARTS_WITH;
    if (inText && (kind != ValueKind.TEXT || filter.part() != null)) {
      problem.accept(
          at + "/comparison", Sentences.TEXTS_NEEDED.with(filter.comparison(), filter.column()));
      return;
    }
    ValueKind read = filter.part() == null ? kind : ValueKind.INTEGER;
    for (int v = 0; v < filter.values().size(); v++) {
      try {
        FilterValue value = FilterValue.parse(filter.values().get(v), read);
        if (filter.part() != null
            && value instanceof FilterValue.Number(BigDecimal number)
            && !holds(filter.part(), number)
            && filter.comparison() != Comparison.FROM_TO) {
          problem.accept(
              at + "/values/" + v,
              Wording.part(filter.part())
                  + " is "
                  + first(filter.part())
                  + " to "
                  + last(filter.part())
                  + ", so it is never "
                  + filter.values().get(v)
                  + ".");
        }
      } catch (Misread e) {
        problem.accept(at + "/values/" + v, e.facts());
      }
    }
  }

  private static boolean holds(DatePart part, BigDecimal number) {
    return number.compareTo(BigDecimal.valueOf(first(part))) >= 0
        && number.compareTo(BigDecimal.valueOf(last(part))) <= 0;
  }

  private static int first(DatePart part) {
    return part == DatePart.HOUR_OF_DAY ? 0 : 1;
  }

  private static int last(DatePart part) {
    return switch (part) {
      case MONTH_OF_YEAR -> 12;
      case QUARTER_OF_YEAR -> 4;
      case DAY_OF_MONTH -> 31;
      case WEEKDAY -> 7;
      case HOUR_OF_DAY -> 23;
    };
  }
}

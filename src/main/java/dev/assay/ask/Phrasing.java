package dev.assay.ask;

import dev.assay.model.DatePart;
import dev.assay.model.Grain;
import dev.assay.model.Query.Aggregate;
import dev.assay.model.Query.Dimension;
import dev.assay.model.Query.Filter;
import dev.assay.model.Query.Measure;
import java.time.DayOfWeek;
import java.time.Month;
import java.time.format.TextStyle;
import java.util.List;
import java.util.Locale;

/** The parts of typed queries in one language, for people. */
final class Phrasing {
  private final Language language;

  Phrasing(Language language) {
    this.language = language;
  }

  /** Such as {@code sum of revenue_usd}; {@code column} is null for the count of rows. */
  String aggregate(Aggregate aggregate, String column) {
    return say("aggregate." + key(aggregate), column == null ? "" : column);
  }

  /** A measure with its conditions. */
  String measure(Measure measure) {
    String of =
        aggregate(
            measure.aggregate(), measure.formula() == null ? measure.column() : measure.formula());
    return measure.filters().isEmpty() ? of : say("where", of, filters(measure.filters()));
  }

  String filters(List<Filter> filters) {
    return String.join(say("and"), filters.stream().map(this::filter).toList());
  }

  /** Such as {@code month of created_at}. */
  String dimension(Dimension dimension) {
    if (dimension.grain() != null) {
      return say("of", grain(dimension.grain()), dimension.column());
    }
    return dimension.part() != null
        ? say("of", part(dimension.part()), dimension.column())
        : dimension.column();
  }

  String grain(Grain grain) {
    return say("grain." + key(grain));
  }

  String part(DatePart part) {
    return say("part." + key(part));
  }

  /** Such as {@code status = 'paid'}. */
  String filter(Filter filter) {
    List<String> values =
        filter.values().stream().map(value -> value(value, filter.part())).toList();
    String column =
        filter.part() == null ? filter.column() : say("of", part(filter.part()), filter.column());
    String one = values.isEmpty() ? "" : values.getFirst();
    return switch (filter.comparison()) {
      case EQUAL -> column + " = " + one;
      case NOT_EQUAL -> say("filter.not", column, one);
      case LESS -> column + " < " + one;
      case LESS_OR_EQUAL -> column + " <= " + one;
      case GREATER -> column + " > " + one;
      case GREATER_OR_EQUAL -> column + " >= " + one;
      case IN -> say("filter.in", column, String.join(", ", values));
      case NOT_IN -> say("filter.not-in", column, String.join(", ", values));
      case CONTAINS -> say("filter.contains", column, one);
      case STARTS_WITH -> say("filter.starts", column, one);
      case FROM_TO -> say("filter.from-to", column, one, values.getLast());
      case IS_NULL -> say("filter.missing", column);
      case IS_NOT_NULL -> say("filter.not-missing", column);
    };
  }

  private String value(String value, DatePart part) {
    if (part == DatePart.WEEKDAY) {
      return DayOfWeek.of(Integer.parseInt(value)).getDisplayName(TextStyle.FULL, locale());
    }
    if (part == DatePart.MONTH_OF_YEAR) {
      return month(Integer.parseInt(value));
    }
    return value.matches("[-+]?[0-9.]+|\\d{4}-\\d\\d-\\d\\d( [0-9:.]+)?")
        ? value
        : "'" + value + "'";
  }

  /** A month's name. */
  String month(int month) {
    return Month.of(month).getDisplayName(TextStyle.FULL_STANDALONE, locale());
  }

  private Locale locale() {
    return Locale.of(language.code());
  }

  String say(String key, Object... values) {
    return Messages.say(language, key, values);
  }

  private static String key(Enum<?> value) {
    return value.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}

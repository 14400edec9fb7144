package dev.assay.ask;

import dev.assay.model.Query.Filter;
import dev.assay.model.Query.Measure;
import dev.assay.model.Slug;
import java.util.ArrayList;
import java.util.List;

/** A measure of some rows only, named for them. */
final class FilteredMeasure {
  private FilteredMeasure() {}

  static Measure of(Measure whole, List<Filter> filters) {
    List<Filter> all = new ArrayList<>(whole.filters());
    all.addAll(filters);
    String suffix =
        filters.stream()
            .flatMap(filter -> said(filter).stream())
            .limit(3)
            .map(value -> Slug.of(value, "part").replaceAll("^_", ""))
            .reduce("", (one, other) -> one + "_" + other);
    return new Measure(
        whole.name() + suffix, whole.aggregate(), whole.column(), whole.formula(), all);
  }

  /** A part goes by its values; what is missing has none, and would be called as the whole is. */
  private static List<String> said(Filter filter) {
    return switch (filter.comparison()) {
      case IS_NULL -> List.of("without " + filter.column());
      case IS_NOT_NULL -> List.of("with " + filter.column());
      case EQUAL,
          NOT_EQUAL,
          LESS,
          LESS_OR_EQUAL,
          GREATER,
          GREATER_OR_EQUAL,
          FROM_TO,
          IN,
          NOT_IN,
          CONTAINS,
          STARTS_WITH ->
          filter.values();
    };
  }
}

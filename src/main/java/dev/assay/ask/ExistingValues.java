package dev.assay.ask;

import dev.assay.engine.Engine;
import dev.assay.model.Query;
import dev.assay.model.Query.Filter;
import dev.assay.model.Query.Measure;
import dev.assay.model.Rows;
import dev.assay.model.Suggestion;
import dev.assay.sql.StatisticsSql;
import dev.assay.sql.ValueKind;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * Holds the texts that a query compares with against those that the table has: one that nobody
 * wrote there is put right where one alone is near, and said; else it is asked back.
 */
final class ExistingValues {
  private static final int MOST_READ = 20_000;
  private static final int MOST_CHOICES = 8;

  /** What became of a query's values. */
  sealed interface Held {
    /**
     * All exist, or do now.
     *
     * @param said what was put right
     */
    record Right(Query query, List<String> said) implements Held {}

    /** One is not there and nothing is near it. */
    record Missing(String sentence, List<String> near) implements Held {}
  }

  private final Engine.Reader reader;
  private final List<Rows.Column> columns;
  private final String table;
  private final Map<String, List<String>> read = new HashMap<>();
  private final List<String> said = new ArrayList<>();
  private Held.Missing missing;

  /**
   * @param columns of the table that the query is about
   */
  ExistingValues(Engine.Reader reader, List<Rows.Column> columns, String table) {
    this.reader = reader;
    this.columns = columns;
    this.table = table;
  }

  Held held(Query query) {
    List<Filter> filters = query.filters().stream().map(this::held).toList();
    List<Measure> measures =
        query.measures().stream()
            .map(measure ->
                new Measure(
                    measure.name(),
                    measure.aggregate(),
                    measure.column(),
                    measure.formula(),
                    measure.filters().stream().map(this::held).toList()))
            .toList();
    if (missing != null) {
      return missing;
    }
    return new Held.Right(
        said.isEmpty() ? query : query.withMeasures(measures).withFilters(filters),
        List.copyOf(said));
  }

  private Filter held(Filter filter) {
    boolean exact =
        switch (filter.comparison()) {
          case EQUAL, NOT_EQUAL, IN, NOT_IN -> true;
          case LESS,
              LESS_OR_EQUAL,
              GREATER,
              GREATER_OR_EQUAL,
              FROM_TO,
              CONTAINS,
              STARTS_WITH,
              IS_NULL,
              IS_NOT_NULL ->
              false;
        };
    return exact && filter.part() == null && isText(filter.column())
        ? new Filter(
            filter.column(),
            filter.comparison(),
            filter.values().stream().map(value -> held(filter.column(), value)).toList())
        : filter;
  }

  private boolean isText(String column) {
    return columns.stream()
        .anyMatch(one -> one.name().equals(column) && ValueKind.of(one.type()) == ValueKind.TEXT);
  }

  private String held(String column, String value) {
    List<String> known = read.computeIfAbsent(column, this::values);
    if (known.contains(value)) {
      return value;
    }
    List<String> alike =
        known.stream().filter(one -> folded(one).equals(folded(value))).distinct().toList();
    String near =
        alike.size() == 1
            ? alike.getFirst()
            : alike.isEmpty() && known.size() <= MOST_READ
                ? Suggestion.closest(value, Set.copyOf(known)).orElse(null)
                : null;
    if (near != null) {
      said.add("'" + value + "' is not in " + column + ": it was taken for '" + near + "'.");
      return near;
    }
    if (known.size() > MOST_READ && alike.isEmpty()) {
      said.add("Whether " + column + " has '" + value + "' was not looked up: it has too many.");
      return value;
    }
    if (missing == null) {
      missing =
          new Held.Missing(
              "There is no '" + value + "' in " + column + ".",
              (alike.isEmpty() ? known : alike).stream().sorted().limit(MOST_CHOICES).toList());
    }
    return value;
  }

  private List<String> values(String column) {
    return reader
        .read(
            StatisticsSql.values(table, column, MOST_READ + 1),
            new Engine.Limits(MOST_READ + 1L, 30))
        .rows()
        .stream()
        .map(row -> (String) row.getFirst())
        .toList();
  }

  private static String folded(String text) {
    return text.strip().toLowerCase(Locale.ROOT);
  }
}

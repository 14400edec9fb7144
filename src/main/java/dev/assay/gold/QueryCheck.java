package dev.assay.gold;

import dev.assay.model.Grain;
import dev.assay.model.Problem;
import dev.assay.model.Query;
import dev.assay.model.Query.Aggregate;
import dev.assay.model.Rows;
import dev.assay.model.Suggestion;
import dev.assay.sql.FilterValue;
import dev.assay.sql.ValueKind;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** Finds everything in a typed query that does not fit its table, each with its JSON pointer. */
public final class QueryCheck {
  private final Query query;
  private final String pointer;
  private final Map<String, ValueKind> kinds = new LinkedHashMap<>();
  private final List<Problem> problems = new ArrayList<>();
  private final Set<String> names = new HashSet<>();

  private QueryCheck(Query query, List<Rows.Column> columns, String pointer) {
    this.query = query;
    this.pointer = pointer;
    columns.forEach(column -> kinds.put(column.name(), ValueKind.of(column.type())));
  }

  /** All problems of {@code query} over a table with {@code columns}; none when it can run. */
  public static List<Problem> problems(Query query, List<Rows.Column> columns, String pointer) {
    QueryCheck check = new QueryCheck(query, columns, pointer);
    check.dimensions();
    check.measures();
    check.filters();
    check.order();
    check.segment();
    return check.problems;
  }

  private void dimensions() {
    if (query.dimensions().isEmpty() && query.measures().isEmpty()) {
      problem("", "Name at least one dimension or measure.");
    }
    for (int i = 0; i < query.dimensions().size(); i++) {
      Query.Dimension dimension = query.dimensions().get(i);
      String at = "/dimensions/" + i;
      name(dimension.name(), at);
      if (!known(dimension.column(), at) || dimension.grain() == null) {
        continue;
      }
      ValueKind kind = kinds.get(dimension.column());
      if (!kind.isTemporal()) {
        problem(
            at + "/grain",
            "Column '"
                + dimension.column()
                + "' is not a time, so it has no grain. Remove the grain or choose a time column.");
      } else if (dimension.grain() == Grain.HOUR && kind == ValueKind.DATE) {
        problem(
            at + "/grain",
            "Column '" + dimension.column() + "' has no hours. Use DAY or a coarser grain.");
      }
    }
  }

  private void measures() {
    for (int i = 0; i < query.measures().size(); i++) {
      Query.Measure measure = query.measures().get(i);
      String at = "/measures/" + i;
      name(measure.name(), at);
      if (measure.aggregate() == null) {
        problem(at + "/aggregate", "Choose an aggregate: SUM, COUNT, COUNT_ROWS, AVG, MIN, …");
        continue;
      }
      if (measure.aggregate() == Aggregate.COUNT_ROWS) {
        if (measure.column() != null) {
          problem(at + "/column", "COUNT_ROWS has no column. Remove it or use COUNT.");
        }
        continue;
      }
      if (!known(measure.column(), at)) {
        continue;
      }
      ValueKind kind = kinds.get(measure.column());
      boolean adds = measure.aggregate() == Aggregate.SUM || measure.aggregate() == Aggregate.AVG;
      if (adds && !kind.isNumeric()) {
        problem(
            at + "/column",
            measure.aggregate()
                + " needs numbers and '"
                + measure.column()
                + "' holds "
                + kind.name().toLowerCase(Locale.ROOT)
                + ". Use COUNT or COUNT_DISTINCT, or give the column a number type in Silver.");
      }
    }
  }

  private void filters() {
    for (int i = 0; i < query.filters().size(); i++) {
      Query.Filter filter = query.filters().get(i);
      String at = "/filters/" + i;
      boolean known = known(filter.column(), at);
      if (filter.comparison() == null) {
        problem(at + "/comparison", "Choose a comparison such as EQUAL, IN or FROM_TO.");
        continue;
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
        problem(at + "/values", filter.comparison() + " does not take " + count + " values.");
      }
      for (int v = 0; known && v < count; v++) {
        readable(filter.values().get(v), kinds.get(filter.column()), at + "/values/" + v);
      }
    }
  }

  private void readable(String value, ValueKind kind, String at) {
    try {
      FilterValue.parse(value, kind);
    } catch (IllegalArgumentException e) {
      problem(at, e.getMessage());
    }
  }

  private void order() {
    Set<String> known = new HashSet<>(outputs());
    for (int i = 0; i < query.orderBy().size(); i++) {
      String name = query.orderBy().get(i).name();
      if (name == null || !known.contains(name)) {
        problem(
            "/order_by/" + i + "/name",
            "'"
                + name
                + "' is neither a dimension nor a measure here."
                + (name == null ? "" : Suggestion.didYouMean(name, known)));
      }
    }
    if (query.limit() != null && query.limit() < 1) {
      problem("/limit", "The limit must be at least 1.");
    }
  }

  private List<String> outputs() {
    return query.outputs();
  }

  private void segment() {
    Query.Segment segment = query.segment();
    if (segment == null) {
      return;
    }
    name(segment.name(), "/segment");
    if (query.measures().stream().noneMatch(m -> m.name().equals(segment.measure()))) {
      problem("/segment/measure", "'" + segment.measure() + "' is not a measure here.");
    }
    if (segment.otherwise() == null) {
      problem("/segment/otherwise", "Name the groups that no band takes.");
    }
    BigDecimal before = null;
    for (int i = 0; i < segment.bands().size(); i++) {
      Query.Band band = segment.bands().get(i);
      String at = "/segment/bands/" + i;
      if (band.label() == null || band.label().isBlank()) {
        problem(at + "/label", "Give the band a label.");
      }
      try {
        FilterValue.parse(band.above(), ValueKind.DECIMAL);
      } catch (IllegalArgumentException e) {
        problem(at + "/above", e.getMessage());
        continue;
      }
      BigDecimal above = new BigDecimal(band.above().strip());
      if (before != null && above.compareTo(before) >= 0) {
        problem(at + "/above", "List bands from the highest bound to the lowest.");
      }
      before = above;
    }
  }

  private boolean known(String column, String at) {
    if (column == null) {
      problem(at + "/column", "Name a column.");
      return false;
    }
    if (kinds.containsKey(column)) {
      return true;
    }
    problem(
        at + "/column",
        "Column '"
            + column
            + "' is not in "
            + query.table()
            + "."
            + Suggestion.didYouMean(column, kinds.keySet()));
    return false;
  }

  private void name(String name, String at) {
    if (name == null || name.isBlank()) {
      problem(at + "/name", "Give the column a name.");
    } else if (StoredQuery.isHelper(name)) {
      problem(at + "/name", "Names starting with _count_ or _sum_ are kept for helper columns.");
    } else if (!names.add(name.toLowerCase(Locale.ROOT))) {
      problem(at + "/name", "The name '" + name + "' is used twice. Choose another.");
    }
  }

  private void problem(String at, String message) {
    problems.add(new Problem(pointer + at, message));
  }
}

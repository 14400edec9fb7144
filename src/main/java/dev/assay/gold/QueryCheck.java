package dev.assay.gold;

import dev.assay.model.DatePart;
import dev.assay.model.Grain;
import dev.assay.model.Problem;
import dev.assay.model.Query;
import dev.assay.model.Query.Aggregate;
import dev.assay.model.Query.Filter;
import dev.assay.model.RowCondition;
import dev.assay.model.Rows;
import dev.assay.model.Suggestion;
import dev.assay.sql.JoinSql;
import dev.assay.sql.Outputs;
import dev.assay.sql.ValueKind;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/** Finds everything in a typed query that does not fit its tables, each with its JSON pointer. */
public final class QueryCheck {
  private final Query query;
  private final String pointer;
  private final List<Rows.Column> columns;
  private final Map<String, ValueKind> kinds = new LinkedHashMap<>();
  private final List<Problem> problems = new ArrayList<>();
  private final Set<String> names = new HashSet<>();

  private QueryCheck(Query query, List<Rows.Column> columns, String pointer) {
    this.query = query;
    this.pointer = pointer;
    this.columns = columns;
    columns.forEach(column -> kinds.put(column.name(), ValueKind.of(column.type())));
  }

  /** As {@link #problems(Query, List, Function, String)} where no other table can be joined. */
  public static List<Problem> problems(Query query, List<Rows.Column> own, String pointer) {
    return problems(query, own, _ -> Optional.empty(), pointer);
  }

  /**
   * All problems of a query; none when it can run.
   *
   * @param own the columns of its table
   * @param tables the columns of any other table
   */
  public static List<Problem> problems(
      Query query,
      List<Rows.Column> own,
      Function<String, Optional<List<Rows.Column>>> tables,
      String pointer) {
    QueryCheck check = new QueryCheck(query, JoinSql.columns(query, own, tables), pointer);
    new JoinCheck(own, tables, check::problem).check(query);
    check.shape();
    check.dimensions();
    check.measures();
    check.filters(query.filters(), "/filters");
    for (int i = 0; i < query.calculations().size(); i++) {
      check.name(query.calculations().get(i).name(), "/calculations/" + i);
    }
    new CalculationCheck(query, check::problem).check();
    ResultCheck results = new ResultCheck(query, check.columns, check::problem);
    results.having();
    check.order();
    check.summary();
    new SegmentCheck(query, check::problem).check();
    if (query.segment() != null) {
      check.name(query.segment().name(), "/segment");
    }
    if (check.problems.isEmpty()) {
      results.types();
    }
    return check.problems;
  }

  private void shape() {
    if (query.dimensions().isEmpty() && query.measures().isEmpty()) {
      problem("", "Name at least one dimension or measure.");
    }
    if (query.listsRows()) {
      if (query.dimensions().isEmpty()) {
        problem("/dimensions", "Name the columns to show of each row.");
      }
      if (!query.measures().isEmpty()) {
        problem("/measures", "A list of rows has no measures. Remove them or the shape.");
      }
      if (!query.calculations().isEmpty()) {
        problem("/calculations", "A list of rows has no calculations. Remove them or the shape.");
      }
      if (!query.having().isEmpty()) {
        problem("/having", "A list of rows has no groups. Use filters instead.");
      }
      if (query.segment() != null) {
        problem("/segment", "A list of rows has no segments. Remove it or the shape.");
      }
      if (!query.summary().isEmpty()) {
        problem("/summary", "A list of rows has no groups to sum up. Use measures instead.");
      }
    }
  }

  private void dimensions() {
    for (int i = 0; i < query.dimensions().size(); i++) {
      Query.Dimension dimension = query.dimensions().get(i);
      String at = "/dimensions/" + i;
      name(dimension.name(), at);
      if (!known(dimension.column(), at)) {
        continue;
      }
      ValueKind kind = kinds.get(dimension.column());
      if (dimension.grain() != null && dimension.part() != null) {
        problem(at + "/part", "Choose a grain or a part of the time, not both.");
      }
      part(dimension.column(), kind, dimension.part(), at);
      if (dimension.grain() == null) {
        continue;
      }
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

  private boolean part(String column, ValueKind kind, DatePart part, String at) {
    if (part == null) {
      return true;
    }
    if (!kind.isTemporal()) {
      problem(
          at + "/part",
          "Column '"
              + column
              + "' is not a time, so it has no "
              + Wording.part(part)
              + ". Remove the part or choose a time column.");
      return false;
    }
    if (part == DatePart.HOUR_OF_DAY && kind == ValueKind.DATE) {
      problem(at + "/part", "Column '" + column + "' has no hours. Choose another part.");
      return false;
    }
    return true;
  }

  private void measures() {
    for (int i = 0; i < query.measures().size(); i++) {
      Query.Measure measure = query.measures().get(i);
      String at = "/measures/" + i;
      name(measure.name(), at);
      filters(measure.filters(), at + "/filters");
      if (measure.aggregate() == null) {
        problem(at + "/aggregate", "Choose an aggregate: SUM, COUNT, COUNT_ROWS, AVG, MIN, …");
      } else if (measure.aggregate() == Aggregate.COUNT_ROWS) {
        if (measure.column() != null) {
          problem(at + "/column", "COUNT_ROWS has no column. Remove it or use COUNT.");
        }
        if (measure.formula() != null) {
          problem(at + "/formula", "COUNT_ROWS has no formula. Remove it or use COUNT.");
        }
      } else if (measure.formula() != null) {
        if (measure.column() != null) {
          problem(at + "/column", "Give a column or a formula, not both.");
        }
        formula(measure, at + "/formula");
      } else if (known(measure.column(), at)) {
        ValueKind kind = kinds.get(measure.column());
        if (Aggregates.needsNumbers(measure.aggregate()) && !kind.isNumeric()) {
          problem(
              at + "/column", Aggregates.noNumbers(measure.aggregate(), measure.column(), kind));
        }
      }
    }
  }

  private void formula(Query.Measure measure, String at) {
    Set<String> named;
    try {
      named = RowCondition.columns(RowCondition.term(measure.formula()));
    } catch (IllegalArgumentException e) {
      problem(at, e.getMessage());
      return;
    }
    if (named.isEmpty()) {
      problem(at, "Name a column in it; use COUNT_ROWS to count.");
    }
    List<String> unknown = named.stream().filter(name -> !kinds.containsKey(name)).toList();
    unknown.forEach(name -> problem(at, unknown(name)));
    if (unknown.isEmpty()) {
      try {
        String type = type(measure);
        if (Aggregates.needsNumbers(measure.aggregate()) && !ValueKind.of(type).isNumeric()) {
          problem(at, measure.aggregate() + " needs numbers, and this formula gives none.");
        }
      } catch (IllegalArgumentException e) {
        problem(at, e.getMessage());
      }
    }
  }

  private String type(Query.Measure measure) {
    Query.Measure smallest =
        new Query.Measure("x", Aggregate.MIN, null, measure.formula(), List.of());
    Query alone =
        new Query(query.table(), List.of(), List.of(smallest), List.of(), List.of(), null, null);
    return Outputs.of(alone, columns).types().get("x");
  }

  private void filters(List<Filter> filters, String place) {
    for (int i = 0; i < filters.size(); i++) {
      Filter filter = filters.get(i);
      String at = place + "/" + i;
      if (!known(filter.column(), at)) {
        FilterCheck.form(filter, at, this::problem);
        continue;
      }
      ValueKind kind = kinds.get(filter.column());
      if (part(filter.column(), kind, filter.part(), at)) {
        FilterCheck.check(filter, kind, at, this::problem);
      }
    }
  }

  private void order() {
    Set<String> known = new HashSet<>(query.ofGroups());
    if (query.listsRows()) {
      known.addAll(kinds.keySet());
    }
    for (int i = 0; i < query.orderBy().size(); i++) {
      String name = query.orderBy().get(i).name();
      if (name == null || !known.contains(name)) {
        problem("/order_by/" + i + "/name", ResultCheck.unknown(query, name, known));
      }
    }
    if (query.limit() != null && query.limit() < 1) {
      problem("/limit", "The limit must be at least 1.");
    }
  }

  private void summary() {
    if (query.summary().isEmpty()) {
      return;
    }
    if (!query.orderBy().isEmpty() || query.limit() != null || query.segment() != null) {
      problem("/summary", "A summary is one row. Remove order_by, limit and segment.");
    }
    names.clear();
    List<String> groups = query.ofGroups();
    for (int i = 0; i < query.summary().size(); i++) {
      Query.Measure one = query.summary().get(i);
      String at = "/summary/" + i;
      name(one.name(), at);
      boolean counts = one.aggregate() == Aggregate.COUNT_ROWS;
      if (one.aggregate() == null) {
        problem(at + "/aggregate", "Choose an aggregate: COUNT_ROWS counts the groups.");
      } else if (counts && one.column() != null) {
        problem(at + "/column", "COUNT_ROWS has no column. Remove it or use COUNT.");
      } else if (!counts && (one.column() == null || !groups.contains(one.column()))) {
        problem(at + "/column", ResultCheck.unknown(query, one.column(), groups));
      }
      if (one.formula() != null || !one.filters().isEmpty()) {
        problem(at, "A summary takes a column of the groups as it is: use calculations or having.");
      }
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
    problem(at + "/column", unknown(column));
    return false;
  }

  private String unknown(String column) {
    return "Column '"
        + column
        + "' is not in "
        + query.table()
        + "."
        + Suggestion.didYouMean(column, kinds.keySet());
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

package dev.assay.gold;

import dev.assay.model.DatePart;
import dev.assay.model.Fact;
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
  private final List<Rows.Column> columns;
  private final Map<String, ValueKind> kinds = new LinkedHashMap<>();
  private final FoundProblems problems;
  private final Set<String> names = new HashSet<>();

  private QueryCheck(Query query, List<Rows.Column> columns, String pointer) {
    this.query = query;
    this.problems = new FoundProblems(pointer);
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
    new JoinCheck(own, tables, check.problems).check(query);
    check.shape();
    check.dimensions();
    check.measures();
    check.filters(query.filters(), "/filters");
    for (int i = 0; i < query.calculations().size(); i++) {
      check.name(query.calculations().get(i).name(), "/calculations/" + i);
    }
    new CalculationCheck(query, check.problems).check();
    ResultCheck results = new ResultCheck(query, check.columns, check.problems);
    results.having();
    check.order();
    check.summary();
    new SegmentCheck(query, check.problems).check();
    if (query.segment() != null) {
      check.name(query.segment().name(), "/segment");
    }
    if (check.problems.all().isEmpty()) {
      results.types();
    }
    return check.problems.all();
  }

  private void shape() {
    if (query.dimensions().isEmpty() && query.measures().isEmpty()) {
      problem("", Sentences.QUERY_WITHOUT_PARTS.with());
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
        problem(at + "/part", Sentences.GRAIN_AND_PART.with());
      }
      part(dimension.column(), kind, dimension.part(), at);
      if (dimension.grain() == null) {
        continue;
      }
      if (!kind.isTemporal()) {
        problem(at + "/grain", Sentences.GRAIN_WITHOUT_TIME.with(dimension.column()));
      } else if (dimension.grain() == Grain.HOUR && kind == ValueKind.DATE) {
        problem(at + "/grain", Sentences.GRAIN_WITHOUT_HOURS.with(dimension.column()));
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
      problem(at + "/part", Sentences.PART_WITHOUT_HOURS.with(column));
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
        problem(at + "/aggregate", Sentences.AGGREGATE_NEEDED.with());
      } else if (measure.aggregate() == Aggregate.COUNT_ROWS) {
        if (measure.column() != null) {
          problem(at + "/column", Sentences.COUNT_ROWS_COLUMN.with());
        }
        if (measure.formula() != null) {
          problem(at + "/formula", Sentences.COUNT_ROWS_FORMULA.with());
        }
      } else if (measure.formula() != null) {
        if (measure.column() != null) {
          problem(at + "/column", Sentences.COLUMN_AND_FORMULA.with());
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
      problem(at, Sentences.FORMULA_WITHOUT_COLUMN.with());
    }
    List<String> unknown = named.stream().filter(name -> !kinds.containsKey(name)).toList();
    unknown.forEach(name -> problem(at, unknown(name)));
    if (unknown.isEmpty()) {
      try {
        String type = type(measure);
        if (Aggregates.needsNumbers(measure.aggregate()) && !ValueKind.of(type).isNumeric()) {
          problem(at, Sentences.FORMULA_NO_NUMBERS.with(measure.aggregate()));
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
        FilterCheck.form(filter, at, problems);
        continue;
      }
      ValueKind kind = kinds.get(filter.column());
      if (part(filter.column(), kind, filter.part(), at)) {
        FilterCheck.check(filter, kind, at, problems);
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
      problem("/limit", Sentences.LIMIT_TOO_SMALL.with());
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
        problem(at + "/column", Sentences.COUNT_ROWS_COLUMN.with());
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
      problem(at + "/column", Sentences.COLUMN_NEEDED.with());
      return false;
    }
    if (kinds.containsKey(column)) {
      return true;
    }
    problem(at + "/column", unknown(column));
    return false;
  }

  private Fact[] unknown(String column) {
    Fact unknown = Sentences.COLUMN_UNKNOWN.with(column, query.table());
    return Suggestion.near(unknown, column, kinds.keySet());
  }

  private void name(String name, String at) {
    if (name == null || name.isBlank()) {
      problem(at + "/name", Sentences.RESULT_NAME_NEEDED.with());
    } else if (StoredQuery.isHelper(name)) {
      problem(at + "/name", Sentences.RESULT_NAME_RESERVED.with());
    } else if (!names.add(name.toLowerCase(Locale.ROOT))) {
      problem(at + "/name", Sentences.RESULT_NAME_TWICE.with(name));
    }
  }

  private void problem(String at, Fact... facts) {
    problems.accept(at, facts);
  }

  private void problem(String at, String message) {
    problems.accept(at, message);
  }
}

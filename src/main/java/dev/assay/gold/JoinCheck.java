package dev.assay.gold;

import dev.assay.model.Query;
import dev.assay.model.Query.Aggregate;
import dev.assay.model.Query.Import;
import dev.assay.model.Query.Join;
import dev.assay.model.Query.Match;
import dev.assay.model.Rows;
import dev.assay.model.Suggestion;
import dev.assay.sql.ValueKind;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/** Finds everything in the joins of a typed query that does not fit the tables. */
final class JoinCheck {
  private final Function<String, Optional<List<Rows.Column>>> tables;
  private final FoundProblems problem;

  /** What can be named: the table's own columns and what the joins so far have brought. */
  private final Map<String, ValueKind> known = new LinkedHashMap<>();

  private final Set<String> names = new HashSet<>();

  /**
   * @param own the columns of the query's table
   * @param tables the columns of any other
   * @param problem takes where and what
   */
  JoinCheck(
      List<Rows.Column> own,
      Function<String, Optional<List<Rows.Column>>> tables,
      FoundProblems problem) {
    this.tables = tables;
    this.problem = problem;
    for (Rows.Column column : own) {
      known.put(column.name(), ValueKind.of(column.type()));
      names.add(column.name().toLowerCase(Locale.ROOT));
    }
  }

  void check(Query query) {
    for (int i = 0; i < query.joins().size(); i++) {
      join(query.joins().get(i), "/joins/" + i, query.table());
    }
  }

  private void join(Join join, String at, String table) {
    Optional<List<Rows.Column>> others =
        join.table() == null ? Optional.empty() : tables.apply(join.table());
    if (others.isEmpty()) {
      problem.accept(
          at + "/table",
          join.table() == null
              ? "Name the Silver table to join."
              : "There is no table " + join.table() + " to join. Build it, or name another.");
      return;
    }
    Map<String, ValueKind> kinds = new HashMap<>();
    others.get().forEach(column -> kinds.put(column.name(), ValueKind.of(column.type())));
    if (join.matching().isEmpty()) {
      problem.accept(at + "/matching", "Say which columns must be equal, at least one pair.");
    }
    for (int i = 0; i < join.matching().size(); i++) {
      match(join.matching().get(i), at + "/matching/" + i, join, table, kinds);
    }
    if (join.columns().isEmpty()) {
      problem.accept(at + "/columns", "Name at least one column that the join brings.");
    }
    boolean some = join.columns().stream().anyMatch(column -> column.aggregate() != null);
    boolean all = join.columns().stream().allMatch(column -> column.aggregate() != null);
    if (some && !all) {
      problem.accept(
          at + "/columns",
          "Give every column an aggregate or none: where several rows of "
              + join.table()
              + " match, all of its columns must be made one.");
    }
    Map<String, ValueKind> brought = new LinkedHashMap<>();
    for (int i = 0; i < join.columns().size(); i++) {
      column(join.columns().get(i), at + "/columns/" + i, join, kinds, brought);
    }
    known.putAll(brought);
  }

  private void match(
      Match match, String at, Join join, String table, Map<String, ValueKind> kinds) {
    boolean here = known(match.column(), known, table, at + "/column");
    boolean there = known(match.other(), kinds, join.table(), at + "/other");
    if (here && there && !comparable(known.get(match.column()), kinds.get(match.other()))) {
      problem.accept(
          at,
          "'"
              + match.column()
              + "' holds "
              + word(known.get(match.column()))
              + " and '"
              + match.other()
              + "' of "
              + join.table()
              + " "
              + word(kinds.get(match.other()))
              + ". Give both the same type in Silver.");
    }
  }

  private static boolean comparable(ValueKind one, ValueKind other) {
    return one == other || one.isNumeric() && other.isNumeric();
  }

  private void column(
      Import column,
      String at,
      Join join,
      Map<String, ValueKind> kinds,
      Map<String, ValueKind> brought) {
    if (column.name() == null || column.name().isBlank()) {
      problem.accept(at + "/name", Sentences.RESULT_NAME_NEEDED.with());
    } else if (!names.add(column.name().toLowerCase(Locale.ROOT))) {
      problem.accept(
          at + "/name",
          "A column named '" + column.name() + "' is there already. Choose another name.");
    }
    if (column.aggregate() == Aggregate.COUNT_ROWS) {
      if (column.column() != null) {
        problem.accept(at + "/column", Sentences.COUNT_ROWS_COLUMN.with());
      }
    } else if (known(column.column(), kinds, join.table(), at + "/column")
        && column.aggregate() != null
        && Aggregates.needsNumbers(column.aggregate())
        && !kinds.get(column.column()).isNumeric()) {
      problem.accept(
          at + "/column",
          Aggregates.noNumbers(column.aggregate(), column.column(), kinds.get(column.column())));
    }
    if (column.name() != null) {
      brought.put(column.name(), kind(column, kinds));
    }
  }

  private static ValueKind kind(Import column, Map<String, ValueKind> kinds) {
    ValueKind of = kinds.getOrDefault(column.column(), ValueKind.TEXT);
    if (column.aggregate() == null) {
      return of;
    }
    return switch (column.aggregate()) {
      case COUNT_ROWS, COUNT, COUNT_DISTINCT -> ValueKind.INTEGER;
      case SUM, MIN, MAX -> of;
      case AVG, MEDIAN -> ValueKind.DOUBLE;
    };
  }

  private boolean known(String name, Map<String, ValueKind> there, String table, String at) {
    if (name == null) {
      problem.accept(at, Sentences.COLUMN_NEEDED.with());
      return false;
    }
    if (there.containsKey(name)) {
      return true;
    }
    problem.accept(
        at, Suggestion.near(Sentences.COLUMN_UNKNOWN.with(name, table), name, there.keySet()));
    return false;
  }

  private static String word(ValueKind kind) {
    return kind.name().toLowerCase(Locale.ROOT);
  }
}

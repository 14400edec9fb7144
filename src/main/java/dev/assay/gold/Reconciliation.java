package dev.assay.gold;

import dev.assay.engine.Engine;
import dev.assay.engine.Work;
import dev.assay.model.Query;
import dev.assay.model.Query.Measure;
import dev.assay.model.Rows;
import dev.assay.model.Step;
import dev.assay.model.UserError;
import dev.assay.sql.JoinSql;
import dev.assay.sql.ReconcileSql;
import java.util.ArrayList;
import java.util.List;

/**
 * Proves that a Gold table says what its Silver table says: the number of groups, all totals,
 * and every group row by row, or some where there are very many.
 */
public final class Reconciliation {
  private static final int SAMPLED_GROUPS = 4;

  /** Up to so many groups, each is compared. */
  private static final long MOST_GROUPS = 100_000;

  private final Engine engine;

  public Reconciliation(Engine engine) {
    this.engine = engine;
  }

  /**
   * Returns one sentence that says what was compared; throws {@link UserError} of kind REFUSED with
   * the figures when anything differs.
   */
  public String prove(Step.Reconcile step, Work work) {
    Query query = step.query();
    if (engine.columns(query.table()).isEmpty()) {
      throw UserError.notFound("There is no table " + query.table() + ".");
    }
    List<Rows.Column> silver = JoinSql.columns(query, engine::columns);
    ReconcileSql sql = new ReconcileSql(query, step.staged(), silver);
    refuseDuplicates(query, work);
    List<String> differences = new ArrayList<>();

    // Which groups are kept depends on measures: then each that is there is compared, no more.
    boolean complete = query.limit() == null && query.having().isEmpty();
    List<Object> groups = first(sql.groupCounts(), work);
    if (query.having().isEmpty() && !groups.get(0).equals(groups.get(1))) {
      differences.add("groups: " + groups.get(0) + " instead of " + groups.get(1));
    }
    List<Measure> additive = sql.additive();
    if (complete && !additive.isEmpty()) {
      compare("", additive, first(sql.totals(), work), differences);
    }
    List<Long> sample =
        query.measures().isEmpty()
            ? List.of()
            : engine.query(sql.sample(SAMPLED_GROUPS), work).rows().stream()
                .map(row -> TableFigures.number(row.getFirst()))
                .toList();
    if (!sample.isEmpty()) {
      for (List<Object> row : engine.query(sql.groups(sample), work).rows()) {
        compare(
            "in group " + (TableFigures.number(row.getFirst()) + 1) + ", ",
            query.measures(),
            row.subList(1, row.size()),
            differences);
      }
    }
    boolean each = TableFigures.number(groups.get(0)) <= MOST_GROUPS;
    if (each) {
      differ(sql.measureDifferences(), work, differences);
      sql.calculationDifferences().ifPresent(text -> differ(text, work, differences));
    }
    if (!differences.isEmpty()) {
      throw new UserError(
          UserError.Kind.REFUSED,
          "The Gold table does not say what "
              + query.table()
              + " says, so it was not published: "
              + String.join("; ", differences.subList(0, Math.min(5, differences.size())))
              + ". Run the build again; if this stays, the Silver table was changed meanwhile.");
    }
    return groups.get(0)
        + " groups, "
        + (complete ? additive.size() : 0)
        + " totals and "
        + (each ? groups.get(0) : Integer.toString(sample.size()))
        + " groups row by row equal "
        + query.table()
        + ".";
  }

  /** A join must not count a row twice. */
  private void refuseDuplicates(Query query, Work work) {
    for (Query.Join join : query.joins()) {
      JoinSql.duplicates(join)
          .map(text -> first(text, work))
          .flatMap(row -> Joins.refusal(join, row))
          .ifPresent(
              refusal -> {
                throw new UserError(UserError.Kind.REFUSED, refusal);
              });
    }
  }

  private void differ(String sql, Work work, List<String> differences) {
    engine.query(sql, work).rows().forEach(row -> differences.add("in a group, " + row.getFirst()));
  }

  private List<Object> first(String sql, Work work) {
    return engine.query(sql, work).rows().getFirst();
  }

  private static void compare(
      String where, List<Measure> measures, List<Object> row, List<String> differences) {
    for (int i = 0; i < measures.size(); i++) {
      if (!Boolean.TRUE.equals(row.get(3 * i + 2))) {
        differences.add(
            where
                + measures.get(i).name()
                + ": "
                + row.get(3 * i)
                + " instead of "
                + row.get(3 * i + 1));
      }
    }
  }
}

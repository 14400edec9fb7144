package dev.assay.gold;

import dev.assay.engine.Engine;
import dev.assay.engine.Work;
import dev.assay.model.Query.Measure;
import dev.assay.model.Rows;
import dev.assay.model.Step;
import dev.assay.model.UserError;
import dev.assay.semantic.TableFigures;
import dev.assay.sql.ReconcileSql;
import java.util.ArrayList;
import java.util.List;

/**
 * Proves that a Gold table says what its Silver table says: the number of groups, all totals, and
 * some groups row by row.
 */
public final class Reconciliation {
  private static final int SAMPLED_GROUPS = 4;

  private final Engine engine;

  public Reconciliation(Engine engine) {
    this.engine = engine;
  }

  /**
   * Returns one sentence that says what was compared; throws {@link UserError} of kind REFUSED with
   * the figures when anything differs.
   */
  public String prove(Step.Reconcile step, Work work) {
    List<Rows.Column> silver =
        engine
            .columns(step.query().table())
            .orElseThrow(
                () -> UserError.notFound("There is no table " + step.query().table() + "."));
    ReconcileSql sql = new ReconcileSql(step.query(), step.staged(), silver);
    List<String> differences = new ArrayList<>();

    List<Object> groups = first(sql.groupCounts(), work);
    if (!groups.get(0).equals(groups.get(1))) {
      differences.add("groups: " + groups.get(0) + " instead of " + groups.get(1));
    }
    List<Measure> additive = sql.additive();
    boolean complete = step.query().limit() == null;
    if (complete && !additive.isEmpty()) {
      compare("", additive, first(sql.totals(), work), differences);
    }
    List<Long> sample =
        step.query().measures().isEmpty()
            ? List.of()
            : engine.query(sql.sample(SAMPLED_GROUPS), work).rows().stream()
                .map(row -> TableFigures.number(row.getFirst()))
                .toList();
    if (!sample.isEmpty()) {
      for (List<Object> row : engine.query(sql.groups(sample), work).rows()) {
        compare(
            "in group " + (TableFigures.number(row.getFirst()) + 1) + ", ",
            step.query().measures(),
            row.subList(1, row.size()),
            differences);
      }
    }
    if (!differences.isEmpty()) {
      throw new UserError(
          UserError.Kind.REFUSED,
          "The Gold table does not say what "
              + step.query().table()
              + " says, so it was not published: "
              + String.join("; ", differences.subList(0, Math.min(5, differences.size())))
              + ". Run the build again; if this stays, the Silver table was changed meanwhile.");
    }
    return groups.get(0)
        + " groups, "
        + (complete ? additive.size() : 0)
        + " totals and "
        + sample.size()
        + " groups row by row equal "
        + step.query().table()
        + ".";
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

package dev.assay.build;

import dev.assay.engine.Work;
import dev.assay.model.BuildPlan;
import dev.assay.model.Change;
import dev.assay.model.Ledger;
import dev.assay.model.Step;
import dev.assay.sql.TableSql;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;

/**
 * A plan carried out up to the point where readers would see it, in staged tables of its own that
 * are dropped when it is closed. Nothing else knows of them, so a build of the same table may run
 * meanwhile; an interrupted one is cleared away at start-up.
 */
public final class Trial implements AutoCloseable {
  private final BuildPlan plan;
  private final StageRunner runner;
  private final Tally tally = new Tally();

  private Trial(BuildPlan plan, StageRunner runner) {
    this.plan = plan;
    this.runner = runner;
  }

  static Trial of(BuildPlan plan, StageRunner runner, Work work) {
    String prefix =
        TableSql.STAGING + "trial_" + UUID.randomUUID().toString().replace("-", "") + "_";
    UnaryOperator<String> rename =
        table ->
            table.startsWith(TableSql.STAGING)
                ? prefix + table.substring(TableSql.STAGING.length())
                : table;
    BuildPlan copy =
        new BuildPlan(
            plan.sourceId(),
            plan.layer(),
            plan.table(),
            plan.recipe(),
            plan.steps().stream().map(step -> Steps.restaged(step, rename)).toList());
    Trial trial = new Trial(copy, runner);
    try {
      for (Step step : copy.steps()) {
        if (!(step instanceof Step.Publish)) {
          work.stopIfCancelled();
          runner.prepare(step, "", trial.tally, work);
        }
      }
      return trial;
    } catch (RuntimeException e) {
      trial.close();
      throw e;
    }
  }

  /** The staged table that would become {@code published}. */
  public String staged(String published) {
    return Optional.ofNullable(swaps().get(published))
        .orElseThrow(() -> new IllegalArgumentException("The plan does not publish " + published));
  }

  /** Every table that would be published, with the staged table in its place. */
  public Map<String, String> swaps() {
    return plan.steps().stream()
        .filter(Step.Publish.class::isInstance)
        .flatMap(step -> ((Step.Publish) step).changes().stream())
        .filter(Change.Swap.class::isInstance)
        .map(Change.Swap.class::cast)
        .collect(Collectors.toMap(Change.Swap::published, Change.Swap::staged));
  }

  /** The account that would be published; empty for a layer without one. */
  public Optional<Ledger> ledger() {
    return Optional.ofNullable(tally.ledger());
  }

  /** Why a build would publish nothing of this, as one sentence. */
  public Optional<String> refusal() {
    return Optional.ofNullable(tally.refusal());
  }

  @Override
  public void close() {
    runner.dropStaged(plan);
  }
}

package dev.assay.build;

import dev.assay.engine.Work;
import dev.assay.model.BuildPlan;
import dev.assay.model.Change;
import dev.assay.model.Ledger;
import dev.assay.model.Refusal;
import dev.assay.model.Step;
import dev.assay.sql.TableSql;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A plan carried out up to the point where readers would see it, in staged tables of its own that
 * are dropped when it is closed. Nothing else knows of them, so a build of the same table may run
 * meanwhile; an interrupted one is cleared away at start-up.
 */
public final class Trial implements AutoCloseable {
  private final BuildPlan plan;
  private final BuildPlan asPlanned;
  private final StageRunner runner;
  private final Tally tally = new Tally();

  private Trial(BuildPlan plan, BuildPlan asPlanned, StageRunner runner) {
    this.plan = plan;
    this.asPlanned = asPlanned;
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
        plan.withSteps(plan.steps().stream().map(step -> Steps.restaged(step, rename)).toList());
    Trial trial = new Trial(copy, plan, runner);
    try {
      for (Step step : copy.steps()) {
        if (!(step instanceof Step.Publish)) {
          work.stopIfCancelled();
          runner.prepare(step, "", trial.tally, work);
        }
      }
      return trial;
    } catch (Otherwise e) {
      trial.close();
      return of(StageRunner.otherwise(plan, e), runner, work);
    } catch (RuntimeException e) {
      trial.close();
      throw e;
    }
  }

  /** The plan that was carried out, which is another one where the first could not stand. */
  public BuildPlan plan() {
    return asPlanned;
  }

  /** The staged table that would become {@code published}, or come to it. */
  public String staged(String published) {
    return changes()
        .filter(change -> change.touched().contains(published))
        .map(change ->
            switch (change) {
              case Change.Swap swap -> swap.staged();
              case Change.Append append -> append.from();
              case Change.Retire _,
                  Change.Reshape _,
                  Change.Subtract _,
                  Change.Discard _,
                  Change.Drop _ ->
                  throw new IllegalArgumentException(published + " is not staged whole");
            })
        .findFirst()
        .orElseThrow(() -> new IllegalArgumentException("The plan does not publish " + published));
  }

  /** Every table that would be published, with the staged table in its place. */
  public Map<String, String> swaps() {
    return changes()
        .filter(Change.Swap.class::isInstance)
        .map(Change.Swap.class::cast)
        .collect(Collectors.toMap(Change.Swap::published, Change.Swap::staged));
  }

  private Stream<Change> changes() {
    return plan.steps().stream()
        .filter(Step.Publish.class::isInstance)
        .flatMap(step -> ((Step.Publish) step).changes().stream());
  }

  /** The account that would be published; empty for a layer without one. */
  public Optional<Ledger> ledger() {
    return Optional.ofNullable(tally.ledger());
  }

  /** Why a build would publish nothing of this. */
  public Optional<Refusal> refusal() {
    return Optional.ofNullable(tally.refusal());
  }

  @Override
  public void close() {
    runner.dropStaged(plan);
  }
}

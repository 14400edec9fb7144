package dev.assay.build;

import dev.assay.model.BuildPlan;
import dev.assay.model.Change;
import dev.assay.model.SilverSpec;
import dev.assay.model.Step;
import dev.assay.model.Superseded;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/** What a build must know of a plan's steps before it runs them. */
final class Steps {
  private Steps() {}

  /** Every table that the plan makes and that is dropped when it fails. */
  static Set<String> staged(BuildPlan plan) {
    Set<String> tables = new LinkedHashSet<>();
    plan.steps().forEach(step -> staged(step).forEach(tables::add));
    return tables;
  }

  private static Stream<String> staged(Step step) {
    return switch (step) {
      case Step.Land land -> Stream.of(land.staged(), land.stagedMalformed());
      case Step.Compare compare ->
          Stream.concat(Stream.of(compare.staged()), superseded(compare.superseded()));
      case Step.Quarantine aside -> Stream.of(aside.staged(), aside.stagedMalformed());
      case Step.Inspect(var inspection) ->
          Stream.concat(
              Stream.of(inspection.staged(), inspection.stagedMalformed()),
              superseded(inspection.superseded()));
      case Step.Clean clean -> Stream.of(clean.staged());
      case Step.Gather gather -> Stream.of(gather.staged());
      case Step.Presume _, Step.Rebuild _, Step.Carry _ -> Stream.empty();
      case Step.Account account -> Stream.of(account.staged());
      case Step.SetAside aside -> Stream.of(aside.staged(), aside.rejected(), aside.duplicates());
      case Step.Prove prove -> Stream.of(prove.staged(), prove.rejected(), prove.duplicates());
      case Step.Aggregate aggregate -> Stream.of(aggregate.staged());
      case Step.Reconcile reconcile -> Stream.of(reconcile.staged());
      case Step.Materialise materialise -> Stream.of(materialise.staged());
      case Step.Publish publish -> publish.changes().stream().flatMap(Steps::staged);
    };
  }

  private static Stream<String> superseded(Superseded superseded) {
    return superseded == null
        ? Stream.empty()
        : Stream.of(superseded.rows(), superseded.malformed());
  }

  private static Stream<String> staged(Change change) {
    return switch (change) {
      case Change.Swap swap -> Stream.of(swap.staged());
      case Change.Append append -> Stream.of(append.from());
      case Change.Subtract subtract -> Stream.of(subtract.identities());
      case Change.Retire _, Change.Reshape _, Change.Discard _, Change.Drop _ -> Stream.empty();
    };
  }

  /**
   * The same step over staged tables of other names; of steps that make Silver and Gold alone, for
   * Bronze is never tried out.
   */
  static Step restaged(Step step, UnaryOperator<String> name) {
    return switch (step) {
      case Step.Clean(var spec, var staged) -> new Step.Clean(from(spec, name), name.apply(staged));
      case Step.Account(var spec, var staged) ->
          new Step.Account(from(spec, name), name.apply(staged));
      case Step.SetAside(var spec, var staged, var rejected, var duplicates) ->
          new Step.SetAside(
              from(spec, name), name.apply(staged), name.apply(rejected), name.apply(duplicates));
      case Step.Prove(var spec, var staged, var rejected, var duplicates) ->
          new Step.Prove(
              from(spec, name), name.apply(staged), name.apply(rejected), name.apply(duplicates));
      case Step.Gather(var bronze, var columns, var chosen, var staged) ->
          new Step.Gather(bronze, columns, chosen, name.apply(staged));
      case Step.Presume(Step.Presumption.KeysApart(var spec, var staged, var silver)) ->
          new Step.Presume(
              new Step.Presumption.KeysApart(from(spec, name), name.apply(staged), silver));
      case Step.Presume(Step.Presumption.OnlyRejected _) -> step;
      case Step.Rebuild _, Step.Carry _ -> step;
      case Step.Aggregate(var query, var silver, var staged) ->
          new Step.Aggregate(query, silver, name.apply(staged));
      case Step.Reconcile(var query, var staged) -> new Step.Reconcile(query, name.apply(staged));
      case Step.Materialise(var select, var staged) ->
          new Step.Materialise(select, name.apply(staged));
      case Step.Publish(var changes) ->
          new Step.Publish(changes.stream().map(change -> restaged(change, name)).toList());
      case Step.Land _, Step.Compare _, Step.Quarantine _, Step.Inspect _ ->
          throw new IllegalArgumentException("Bronze is not tried out: " + step.describe());
    };
  }

  /** A replay is made from rows that were staged themselves. */
  private static SilverSpec from(SilverSpec spec, UnaryOperator<String> name) {
    return spec.withBronze(name.apply(spec.bronze()));
  }

  private static Change restaged(Change change, UnaryOperator<String> name) {
    return switch (change) {
      case Change.Swap(var staged, var published) -> new Change.Swap(name.apply(staged), published);
      case Change.Append(var from, var published) -> new Change.Append(name.apply(from), published);
      case Change.Subtract(var identities, var published) ->
          new Change.Subtract(name.apply(identities), published);
      case Change.Retire _, Change.Reshape _, Change.Discard _, Change.Drop _ -> change;
    };
  }

  /** The share of a stage's time that a step takes, roughly, for its progress. */
  static int weight(Step step) {
    return switch (step) {
      case Step.Land _ -> 20;
      case Step.Compare _ -> 3;
      case Step.Quarantine _ -> 1;
      case Step.Inspect _ -> 2;
      case Step.Clean _ -> 12;
      case Step.Gather _ -> 6;
      case Step.Presume _ -> 1;
      case Step.Rebuild _, Step.Carry _ -> 0;
      case Step.Account _ -> 4;
      case Step.SetAside _ -> 3;
      case Step.Prove _ -> 1;
      case Step.Aggregate _, Step.Materialise _ -> 4;
      case Step.Reconcile _ -> 4;
      case Step.Publish _ -> 1;
    };
  }

  static int weight(List<Step> steps) {
    return Math.max(1, steps.stream().mapToInt(Steps::weight).sum());
  }
}

package dev.assay.silver;

import dev.assay.model.BuildPlan;
import dev.assay.model.CellOverride;
import dev.assay.model.Change;
import dev.assay.model.Deduplication;
import dev.assay.model.Layer;
import dev.assay.model.Ledger;
import dev.assay.model.Rows;
import dev.assay.model.SilverRecipe;
import dev.assay.model.SilverSpec;
import dev.assay.model.Source;
import dev.assay.model.Step;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** Turns a silver recipe into a plan, without side effects. */
public final class SilverPlanner {
  private final RecipeCheck check;

  public SilverPlanner(RecipeCheck check) {
    this.check = check;
  }

  /**
   * Plans a build.
   *
   * @param bronze the columns of the Bronze table
   * @throws dev.assay.model.UserError that lists every problem of the recipe
   */
  public BuildPlan plan(Source source, SilverRecipe recipe, List<Rows.Column> bronze) {
    return plan(source, recipe, bronze, List.of());
  }

  /**
   * As {@link #plan(Source, SilverRecipe, List)}.
   *
   * @param overrides values that people have put right
   */
  public BuildPlan plan(
      Source source, SilverRecipe recipe, List<Rows.Column> bronze, List<CellOverride> overrides) {
    SilverSpec spec = spec(source, recipe, bronze, overrides);
    Staged staged = Staged.of(source);
    List<Step> steps = new ArrayList<>(judge(spec, staged));
    steps.add(
        new Step.Publish(
            List.of(
                new Change.Swap(staged.silver(), source.silverTable()),
                new Change.Swap(staged.rejected(), source.rejectedTable()),
                new Change.Swap(staged.duplicates(), source.duplicatesTable()))));
    // What is kept of a recipe quotes no value that it masks.
    return new BuildPlan(
        source.id(), Layer.SILVER, source.silverTable(), recipe.withoutMaskedValues(), steps);
  }

  /** Whether the published rows that were accepted stay as they are under another recipe. */
  public Replay decide(
      Source source,
      List<Rows.Column> bronze,
      SilverRecipe before,
      List<CellOverride> overridesBefore,
      SilverRecipe after,
      List<CellOverride> overrides) {
    return Replay.decide(
        spec(source, before, bronze, overridesBefore), spec(source, after, bronze, overrides));
  }

  /**
   * Judges the rejected rows again and nothing else.
   *
   * @param before the published account
   * @param otherwise what is done where the data does not allow that
   */
  public BuildPlan replay(
      Source source,
      List<Rows.Column> bronze,
      List<CellOverride> overrides,
      Ledger before,
      Replay.Allowed allowed,
      BuildPlan otherwise) {
    SilverSpec spec =
        spec(source, (SilverRecipe) otherwise.recipe(), bronze, overrides).withRejectLimit(null);
    Staged staged = Staged.of(source);
    List<Step> steps = new ArrayList<>();
    if (!allowed.contents().isEmpty()) {
      steps.add(
          new Step.Presume(
              new Step.Presumption.OnlyRejected(
                  source.bronzeTable(), source.rejectedTable(), allowed.contents())));
    }
    steps.add(
        new Step.Gather(
            source.bronzeTable(),
            needed(spec),
            new Step.Chosen.Rejected(source.rejectedTable(), before.rejected()),
            staged.received()));
    steps.addAll(judge(spec.withBronze(staged.received()), staged));
    if (!spec.keys().isEmpty() && spec.strategy() != Deduplication.Strategy.REMOVE_EXACT) {
      steps.add(
          new Step.Presume(
              new Step.Presumption.KeysApart(spec, staged.silver(), source.silverTable())));
    }
    steps.add(new Step.Carry(before, ((SilverRecipe) otherwise.recipe()).rejectLimit()));
    steps.add(
        new Step.Publish(
            List.of(
                new Change.Append(staged.silver(), source.silverTable()),
                new Change.Swap(staged.rejected(), source.rejectedTable()),
                new Change.Append(staged.duplicates(), source.duplicatesTable()))));
    return new BuildPlan(
        source.id(), Layer.SILVER, source.silverTable(), otherwise.recipe(), steps, otherwise);
  }

  /** Judges the rows of one content, to tell what comes of them; it publishes nothing. */
  public BuildPlan alike(
      Source source,
      SilverRecipe recipe,
      List<Rows.Column> bronze,
      List<CellOverride> overrides,
      String rowHash) {
    SilverSpec spec = spec(source, recipe, bronze, overrides).withRejectLimit(null);
    Staged staged = Staged.of(source);
    List<Step> steps = new ArrayList<>();
    steps.add(
        new Step.Gather(
            source.bronzeTable(), List.of(), new Step.Chosen.Alike(rowHash), staged.received()));
    steps.addAll(judge(spec.withBronze(staged.received()), staged));
    steps.add(
        new Step.Publish(List.of(new Change.Swap(staged.rejected(), source.rejectedTable()))));
    return new BuildPlan(source.id(), Layer.SILVER, source.silverTable(), recipe, steps);
  }

  /** The columns of Bronze that judging by this spec reads; none where only all are sure to do. */
  private static List<String> needed(SilverSpec spec) {
    boolean written = spec.columns().stream().anyMatch(column -> column.custom() != null);
    if (written || !spec.shape().isEmpty()) {
      return List.of();
    }
    Set<String> needed = new LinkedHashSet<>(List.of("_load_id", "_row_no"));
    if (spec.strategy() == Deduplication.Strategy.REMOVE_EXACT || !spec.overrides().isEmpty()) {
      needed.add("_row_hash");
    }
    spec.columns().forEach(column -> needed.add(column.source()));
    // Values that were put right take the place of received ones, used or not.
    spec.overrides().forEach(override -> needed.add(override.column()));
    return List.copyOf(needed);
  }

  private record Staged(String received, String silver, String rejected, String duplicates) {
    static Staged of(Source source) {
      return new Staged(
          "assay_staging_received_" + source.id(),
          "assay_staging_" + source.silverTable(),
          "assay_staging_" + source.rejectedTable(),
          "assay_staging_" + source.duplicatesTable());
    }
  }

  private static List<Step> judge(SilverSpec spec, Staged staged) {
    return List.of(
        new Step.Clean(spec, staged.silver()),
        new Step.Account(spec, staged.silver()),
        new Step.SetAside(spec, staged.silver(), staged.rejected(), staged.duplicates()),
        new Step.Prove(spec, staged.silver(), staged.rejected(), staged.duplicates()));
  }

  /** Overrides of columns that Bronze no longer has are orphans. */
  private SilverSpec spec(
      Source source, SilverRecipe recipe, List<Rows.Column> bronze, List<CellOverride> overrides) {
    List<String> names = bronze.stream().map(Rows.Column::name).toList();
    return check
        .check(source, recipe, bronze)
        .withOverrides(overrides.stream().filter(o -> names.contains(o.column())).toList());
  }
}

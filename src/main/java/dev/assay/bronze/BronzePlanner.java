package dev.assay.bronze;

import dev.assay.model.BuildPlan;
import dev.assay.model.Change;
import dev.assay.model.Comparison;
import dev.assay.model.Contract;
import dev.assay.model.Inspection;
import dev.assay.model.Landing;
import dev.assay.model.Layer;
import dev.assay.model.Reading;
import dev.assay.model.Source;
import dev.assay.model.Step;
import dev.assay.model.Superseded;
import dev.assay.model.SyncSettings.LoadMode;
import dev.assay.sql.TableSql;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/** Plans how Bronze is made, and what a further load does to it. */
public final class BronzePlanner {
  private BronzePlanner() {}

  /**
   * A load to be planned.
   *
   * @param landing the columns of Bronze with it
   * @param before the columns of the published Bronze; empty where there is none
   * @param readings what is read
   * @param how its rows are compared with those that are there; null where it replaces them all
   * @param asides rows that the contract sets aside
   * @param cursor the Bronze column that the next load goes on from, or null
   * @param reshaped what to do about values of another shape
   * @param loadId the number that its first reading will have
   * @param loads those whose rows are in Bronze now
   * @param keeps whether what it supersedes is kept, so that it can be undone
   * @param expired loads whose superseded rows nobody needs any more
   */
  public record Load(
      Source source,
      Landing landing,
      List<String> before,
      LoadMode mode,
      List<Reading> readings,
      Comparison how,
      List<Step.Aside> asides,
      String cursor,
      boolean mayBeUnchanged,
      boolean mayShrink,
      Contract.Choice reshaped,
      long loadId,
      List<Long> loads,
      boolean keeps,
      List<Long> expired) {}

  /** The first load of a source. */
  public static BuildPlan plan(Source source, Landing landing) {
    String staged = staged(source.bronzeTable());
    String stagedMalformed = staged(source.malformedTable());
    return new BuildPlan(
        source.id(),
        Layer.BRONZE,
        source.bronzeTable(),
        landing,
        List.of(
            new Step.Land(source, landing, staged, stagedMalformed),
            new Step.Publish(swaps(source))));
  }

  public static BuildPlan plan(Load load) {
    Source source = load.source();
    String staged = staged(source.bronzeTable());
    String stagedMalformed = staged(source.malformedTable());
    List<String> names = load.landing().columns().stream().map(Landing.Column::name).toList();
    List<Step> steps = new ArrayList<>();
    List<String> landed = new ArrayList<>(names);
    load.asides().stream()
        .map(Step.Aside::column)
        .filter(Objects::nonNull)
        .distinct()
        .forEach(landed::add);
    steps.add(new Step.Land(source, load.mode(), landed, load.readings(), staged, stagedMalformed));
    if (!load.asides().isEmpty()) {
      steps.add(new Step.Quarantine(staged, stagedMalformed, load.asides()));
    }
    Superseded superseded = superseded(load);
    if (load.how() != null) {
      steps.add(new Step.Compare(source, load.how(), staged, stagedMalformed, superseded));
    }
    if (!load.before().isEmpty() || load.cursor() != null) {
      steps.add(
          new Step.Inspect(
              new Inspection(
                  source,
                  staged,
                  stagedMalformed,
                  load.how() == null,
                  superseded,
                  names.stream().filter(load.before()::contains).toList(),
                  load.cursor(),
                  load.mayBeUnchanged(),
                  load.mayShrink(),
                  load.reshaped(),
                  List.of())));
    }
    List<Change> changes = new ArrayList<>(changes(load, names));
    for (long expired : load.expired()) {
      changes.add(new Change.Drop(source.historyTable(expired)));
      changes.add(new Change.Drop(source.malformedHistoryTable(expired)));
    }
    steps.add(new Step.Publish(changes));
    return new BuildPlan(source.id(), Layer.BRONZE, source.bronzeTable(), load.landing(), steps);
  }

  /** Where what a load supersedes is put, unless it is everything or nothing. */
  private static Superseded superseded(Load load) {
    return switch (load.how()) {
      case null -> null;
      case Comparison.NewRows _, Comparison.Repeats _ -> null;
      case Comparison.Multiset _, Comparison.Loads _ ->
          new Superseded(
              staged("superseded_" + load.source().bronzeTable()),
              staged("superseded_" + load.source().malformedTable()));
    };
  }

  private static List<Change> changes(Load load, List<String> names) {
    Source source = load.source();
    List<Change> changes = new ArrayList<>();
    if (load.how() == null) {
      if (load.keeps() && !load.before().isEmpty()) {
        changes.add(new Change.Retire(source.bronzeTable(), source.historyTable(load.loadId())));
        changes.add(
            new Change.Retire(
                source.malformedTable(), source.malformedHistoryTable(load.loadId())));
      }
      changes.addAll(swaps(source));
      return changes;
    }
    List<String> added = names.stream().filter(name -> !load.before().contains(name)).toList();
    if (!added.isEmpty()) {
      changes.add(new Change.Reshape(source.bronzeTable(), added, List.of()));
    }
    Superseded superseded = superseded(load);
    switch (load.how()) {
      case Comparison.NewRows _, Comparison.Repeats _ -> {
        // Nothing goes.
      }
      case Comparison.Multiset _ -> {
        changes.add(new Change.Subtract(superseded.rows(), source.bronzeTable()));
        changes.add(new Change.Discard(source.malformedTable(), load.loads()));
        keep(load, superseded, changes);
      }
      case Comparison.Loads(List<Long> gone) -> {
        if (!gone.isEmpty()) {
          changes.add(new Change.Discard(source.bronzeTable(), gone));
          changes.add(new Change.Discard(source.malformedTable(), gone));
          keep(load, superseded, changes);
        }
      }
    }
    changes.add(new Change.Append(staged(source.bronzeTable()), source.bronzeTable()));
    changes.add(new Change.Append(staged(source.malformedTable()), source.malformedTable()));
    return changes;
  }

  private static void keep(Load load, Superseded superseded, List<Change> changes) {
    if (load.keeps()) {
      Source source = load.source();
      changes.add(new Change.Swap(superseded.rows(), source.historyTable(load.loadId())));
      changes.add(
          new Change.Swap(superseded.malformed(), source.malformedHistoryTable(load.loadId())));
    }
  }

  private static List<Change> swaps(Source source) {
    return List.of(
        new Change.Swap(staged(source.bronzeTable()), source.bronzeTable()),
        new Change.Swap(staged(source.malformedTable()), source.malformedTable()));
  }

  private static String staged(String table) {
    return TableSql.STAGING + table;
  }

  /**
   * Takes back the loads of a build.
   *
   * @param landing the columns of Bronze before it
   * @param loads its loads, the first of which names what it superseded
   * @param whole whether it replaced all rows
   * @param history whether rows that it superseded are kept
   * @param now the columns of Bronze now
   */
  public static BuildPlan undo(
      Source source,
      Landing landing,
      List<Long> loads,
      boolean whole,
      boolean history,
      List<String> now) {
    String rows = source.historyTable(loads.getFirst());
    String malformed = source.malformedHistoryTable(loads.getFirst());
    List<Change> changes = new ArrayList<>();
    if (whole) {
      changes.add(new Change.Swap(rows, source.bronzeTable()));
      changes.add(new Change.Swap(malformed, source.malformedTable()));
    } else {
      List<String> before = landing.columns().stream().map(Landing.Column::name).toList();
      changes.add(new Change.Discard(source.bronzeTable(), loads));
      changes.add(new Change.Discard(source.malformedTable(), loads));
      if (history) {
        List<String> went = before.stream().filter(name -> !now.contains(name)).toList();
        if (!went.isEmpty()) {
          changes.add(new Change.Reshape(source.bronzeTable(), went, List.of()));
        }
        changes.add(new Change.Append(rows, source.bronzeTable()));
        changes.add(new Change.Append(malformed, source.malformedTable()));
        changes.add(new Change.Drop(rows));
        changes.add(new Change.Drop(malformed));
      }
      List<String> came = now.stream().filter(name -> !before.contains(name)).toList();
      if (!came.isEmpty()) {
        changes.add(new Change.Reshape(source.bronzeTable(), List.of(), came));
      }
    }
    return new BuildPlan(
        source.id(),
        Layer.BRONZE,
        source.bronzeTable(),
        landing,
        List.of(new Step.Publish(changes)));
  }
}

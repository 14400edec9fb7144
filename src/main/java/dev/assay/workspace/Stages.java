package dev.assay.workspace;

import dev.assay.build.Stage;
import dev.assay.model.Author;
import dev.assay.model.BuildPlan;
import dev.assay.model.DialectOverrides;
import dev.assay.model.GoldRecipe;
import dev.assay.model.GoldTable;
import dev.assay.model.Landing;
import dev.assay.model.Layer;
import dev.assay.model.LayerStatus;
import dev.assay.model.Load;
import dev.assay.model.MedallionLayer;
import dev.assay.model.Origin;
import dev.assay.model.Reading;
import dev.assay.model.Rows;
import dev.assay.model.SilverRecipe;
import dev.assay.model.Source;
import dev.assay.model.Step;
import dev.assay.model.SyncSettings.Refreshing;
import dev.assay.store.Sources;
import dev.assay.store.Store;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** The stages that builds are made of, each planned when its turn has come. */
final class Stages {
  private final Store store;
  private final Catalogue catalogue;
  private final Advice advice;
  private final Features features;
  private final Readings readings;
  private final NextLoad nextLoad;
  private final Replays replays;
  private final FormerNames formerNames;

  Stages(
      Store store,
      Catalogue catalogue,
      Advice advice,
      Features features,
      Readings readings,
      NextLoad nextLoad,
      Replays replays) {
    this.store = store;
    this.catalogue = catalogue;
    this.advice = advice;
    this.features = features;
    this.readings = readings;
    this.nextLoad = nextLoad;
    this.replays = replays;
    this.formerNames = new FormerNames(store);
  }

  /**
   * How an origin was looked at before its build began.
   *
   * @param state null for a database, which has none
   */
  record Looked(FileState state, Landing landing) {}

  /** What the origin looks like from outside; null for a database, which only reading can tell. */
  static FileState state(Source source) {
    return state(source.origin());
  }

  private static FileState state(Origin origin) {
    return switch (origin) {
      case Origin.File file -> FileState.of(Path.of(file.path()));
      case Origin.Folder _, Origin.Database _ -> null;
    };
  }

  Looked look(Origin origin, DialectOverrides overrides) {
    FileState state = state(origin);
    return new Looked(state, readings.look(origin, overrides));
  }

  /** {@code looked} is used when the file is still as it was then; it may be null. */
  Stage bronze(Sources.Kept kept, Looked looked, NextLoad.Reason reason) {
    Source source = kept.source();
    // Written by the plan and read by the publication, on the build's one thread.
    Reading[] only = new Reading[1];
    List<Reading> read = new ArrayList<>();
    return new Stage(
        Layer.BRONZE,
        source.bronzeTable(),
        _ -> {
          BuildPlan plan = nextLoad.plan(kept, looked, reason);
          only[0] = only(plan);
          read.addAll(readings(plan));
          return plan;
        },
        kept.overrides().equals(DialectOverrides.NONE) ? Author.RULES : Author.PERSON,
        () -> {
          store.sources().await(source.id(), null);
          if (only[0] != null) {
            store.sources().landed(source.id(), only[0].origin(), only[0].fingerprint());
          }
        },
        () -> unchanged(source, only[0], read));
  }

  /** What was read looks otherwise from outside perhaps, but is what is there. */
  private void unchanged(Source source, Reading only, List<Reading> read) {
    store.atomically(() -> {
      store.sources().await(source.id(), null);
      if (only != null) {
        store.sources().landed(source.id(), only.origin(), only.fingerprint());
        return;
      }
      for (Load load : store.loads().of(source.id())) {
        read.stream()
            .filter(reading -> Readings.key(reading.origin()).equals(Readings.key(load.origin())))
            .forEach(reading ->
                store.loads().touched(source.id(), load.loadId(), reading.fingerprint()));
      }
    });
  }

  private static List<Reading> readings(BuildPlan plan) {
    return plan.steps().stream()
        .filter(Step.Land.class::isInstance)
        .flatMap(step -> ((Step.Land) step).readings().stream())
        .toList();
  }

  /** What a source that is one file or one relation was read from; null for a folder. */
  private static Reading only(BuildPlan plan) {
    return plan.steps().stream()
        .filter(Step.Land.class::isInstance)
        .map(Step.Land.class::cast)
        .filter(land -> !(land.source().origin() instanceof Origin.Folder))
        .map(land -> land.readings().getFirst())
        .findFirst()
        .orElse(null);
  }

  /** {@code sent} null for the recipe in force, else the suggestion. */
  Stage silver(Source source, Advice.Authored sent, Replays.How how) {
    return new Stage(
        Layer.SILVER,
        source.silverTable(),
        work ->
            replays.plan(
                source, sent == null ? advice.silver(source, work).recipe() : sent.recipe(), how),
        sent == null ? Author.RULES : sent.author());
  }

  BuildPlan planSilver(Source source, SilverRecipe recipe) {
    return replays.plan(source, recipe, Replays.How.REBUILD);
  }

  /** Throws where judging the rejected rows again is not enough. */
  void checkReplay(Source source, SilverRecipe recipe) {
    replays.plan(source, recipe, Replays.How.REPLAY);
  }

  /** The plan that a build of a recipe would go by now. */
  Replays.Decided decideSilver(Source source, SilverRecipe recipe) {
    return replays.decide(source, recipe, Replays.How.EITHER);
  }

  List<Stage> gold(Source source, GoldRecipe recipe) {
    List<Stage> stages = new ArrayList<>();
    for (GoldTable table : recipe.goldTables()) {
      stages.add(
          new Stage(
              Layer.GOLD,
              source.goldTable(table.name()),
              _ -> planGold(source, new GoldRecipe(List.of(table))).getFirst(),
              advice.author(source, table)));
    }
    return stages;
  }

  List<BuildPlan> planGold(Source source, GoldRecipe recipe) {
    catalogue.silver(source);
    return planGold(source, recipe, null, catalogue.columns(source.silverTable()));
  }

  /**
   * As if Silver were made by another recipe.
   *
   * @param edited that recipe; null for the one in force
   * @param silver the columns that Silver has by it
   */
  List<BuildPlan> planGold(
      Source source, GoldRecipe recipe, SilverRecipe edited, List<Rows.Column> silver) {
    return features.planGold(
        source,
        formerNames.follow(source, recipe, edited),
        silver,
        taken(source),
        catalogue::published);
  }

  /** A table's recipe with the names that columns would have by another recipe of Silver. */
  GoldTable followed(Source source, GoldTable table, SilverRecipe edited) {
    return formerNames
        .follow(source, new GoldRecipe(List.of(table)), edited)
        .goldTables()
        .getFirst();
  }

  /** The workspace's tables that are not this source's Gold. */
  private Map<String, String> taken(Source source) {
    Map<String, String> taken = new TreeMap<>();
    for (MedallionLayer layer : store.layers().all()) {
      if (!layer.sourceId().equals(source.id()) || layer.layer() != Layer.GOLD) {
        taken.put(
            layer.tableName(),
            "a " + layer.layer().text() + " table of '" + layer.sourceId() + "'");
      }
    }
    return taken;
  }

  /**
   * What hangs on a layer, was asked for before (built, or tried and failed) and follows by itself.
   * What is left to a person stays as it is, marked stale, and so does what hangs on that.
   */
  List<Stage> below(Source source, Layer changed) {
    List<Stage> stages = new ArrayList<>();
    Map<Layer, Refreshing> follows = catalogue.kept(source.id()).settings().downstream();
    boolean silverStays = changed == Layer.BRONZE && follows.get(Layer.SILVER) == Refreshing.MANUAL;
    if (silverStays || follows.get(Layer.GOLD) == Refreshing.MANUAL && changed == Layer.SILVER) {
      return stages;
    }
    if (changed == Layer.BRONZE
        && catalogue.layers(source, Layer.SILVER).stream().anyMatch(Stages::wanted)) {
      stages.add(silver(source, null, Replays.How.EITHER));
    }
    if (changed != Layer.GOLD && follows.get(Layer.GOLD) != Refreshing.MANUAL) {
      for (MedallionLayer layer : catalogue.layers(source, Layer.GOLD)) {
        if (wanted(layer)) {
          stages.addAll(gold(source, advice.goldInForce(source, layer.tableName())));
        }
      }
    }
    return stages;
  }

  private static boolean wanted(MedallionLayer layer) {
    return layer.publishedBuild() != null || layer.status() == LayerStatus.ERROR;
  }
}

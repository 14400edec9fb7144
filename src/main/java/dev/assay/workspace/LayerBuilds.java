package dev.assay.workspace;

import dev.assay.build.Builds;
import dev.assay.build.Job;
import dev.assay.build.Stage;
import dev.assay.engine.Engine;
import dev.assay.engine.Work;
import dev.assay.model.Author;
import dev.assay.model.Build;
import dev.assay.model.GoldRecipe;
import dev.assay.model.Layer;
import dev.assay.model.LayerStatus;
import dev.assay.model.MedallionLayer;
import dev.assay.model.SilverRecipe;
import dev.assay.model.Source;
import dev.assay.model.UserError;
import dev.assay.sql.Dialect;
import dev.assay.sql.PublishedSql;
import dev.assay.sql.TableSql;
import dev.assay.store.Store;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Supplier;
import java.util.stream.Stream;

/** Builds, refreshes and drops layers. */
final class LayerBuilds {
  private final Store store;
  private final Engine engine;
  private final TableSql tables;
  private final PublishedSql published;
  private final Catalogue catalogue;
  private final Advice advice;
  private final Stages stages;
  private final Builds builds;

  LayerBuilds(
      Store store,
      Engine engine,
      Dialect dialect,
      Catalogue catalogue,
      Advice advice,
      Stages stages,
      Builds builds) {
    this.store = store;
    this.engine = engine;
    this.tables = new TableSql(dialect);
    this.published = new PublishedSql(dialect);
    this.catalogue = catalogue;
    this.advice = advice;
    this.stages = stages;
    this.builds = builds;
  }

  Build silver(Source source, SilverRecipe recipe, Job.Verb verb) {
    return silver(source, recipe, verb, null);
  }

  /**
   * @param basedOn the number of the recipe that this one was made from; a conflict where another
   *     is in force by now. Null where that does not matter.
   */
  Build silver(Source source, SilverRecipe recipe, Job.Verb verb, Long basedOn) {
    advice.checkBasedOn(source, basedOn);
    Advice.Authored sent = null;
    if (upstream(source, Layer.BRONZE) && recipe != null) {
      // Planned here for its problems; planned again when its turn comes, over the Bronze of then.
      stages.planSilver(source, recipe);
    }
    if (recipe != null) {
      sent = advice.sent(source, recipe);
    }
    return silver(source, sent, verb, how(verb), basedOn);
  }

  /** Judges the rejected rows again; a conflict where that is not proven to be enough. */
  Build replay(Source source, SilverRecipe recipe) {
    upstream(source, Layer.BRONZE);
    catalogue.silver(source);
    SilverRecipe wanted =
        recipe == null ? advice.silver(source, Work.unwatched()).recipe() : recipe;
    stages.checkReplay(source, wanted);
    Advice.Authored sent = recipe == null ? null : advice.sent(source, recipe);
    return silver(source, sent, Job.Verb.REBUILD, Replays.How.REPLAY, null);
  }

  private static Replays.How how(Job.Verb verb) {
    return switch (verb) {
      case REBUILD -> Replays.How.EITHER;
      case REFRESH -> Replays.How.REBUILD;
    };
  }

  private Build silver(
      Source source, Advice.Authored sent, Job.Verb verb, Replays.How how, Long basedOn) {
    return start(
        source,
        Layer.SILVER,
        source.silverTable(),
        verb,
        () -> {
          // Another's build may have come first.
          advice.checkBasedOn(source, basedOn);
          List<Stage> all = new ArrayList<>();
          all.add(stages.silver(source, sent, how));
          all.addAll(stages.below(source, Layer.SILVER));
          return all;
        });
  }

  Build gold(Source source, GoldRecipe recipe) {
    if (upstream(source, Layer.SILVER) && recipe != null) {
      stages.planGold(source, recipe);
    }
    if (recipe != null && (recipe.goldTables() == null || recipe.goldTables().isEmpty())) {
      throw UserError.invalid("Name at least one Gold table in gold_tables.");
    }
    String table =
        recipe != null && recipe.goldTables().size() == 1
            ? source.goldTable(recipe.goldTables().getFirst().name())
            : null;
    return start(
        source,
        Layer.GOLD,
        table,
        Job.Verb.REBUILD,
        () -> stages.gold(source, recipe == null ? advice.gold(source, Work.unwatched()) : recipe));
  }

  Build refreshGold(Source source, String table) {
    upstream(source, Layer.SILVER);
    List<MedallionLayer> asked = catalogue.gold(source, table);
    if (asked.isEmpty()) {
      throw UserError.conflict(Sentences.GOLD_NONE.with(source.id()));
    }
    return start(
        source,
        Layer.GOLD,
        table == null ? null : asked.getFirst().tableName(),
        Job.Verb.REFRESH,
        () -> stages.gold(source, advice.goldInForce(source, table)));
  }

  /** Settles a question; what hangs on it rebuilds, or will when it is built. */
  Build answer(Source source, String column, String choice) {
    return changed(source, advice.settle(source, column, choice, Work.unwatched()), "settled");
  }

  /** Takes a person's recipe; what hangs on it rebuilds, or will when it is built. */
  Build changed(Source source, SilverRecipe recipe) {
    return changed(source, recipe, "the recipe is kept");
  }

  private Build changed(Source source, SilverRecipe recipe, String done) {
    boolean built =
        catalogue.layers(source, Layer.SILVER).stream()
            .anyMatch(l -> l.publishedBuild() != null || l.status() == LayerStatus.ERROR);
    if (built) {
      return silver(
          source,
          new Advice.Authored(recipe, Author.PERSON),
          Job.Verb.REBUILD,
          Replays.How.EITHER,
          null);
    }
    store
        .recipes()
        .apply(
            source.id(), source.silverTable(), recipe.withoutMaskedValues(), Author.PERSON, null);
    return builds.nothingToDo(
        source.id(), Layer.SILVER, done + "; the next build of Silver goes by it");
  }

  private Build start(
      Source source, Layer layer, String table, Job.Verb verb, Supplier<List<Stage>> stages) {
    return builds.start(new Job(source.id(), layer, table, verb, stages));
  }

  /**
   * Whether the layer upstream can be read now. When it cannot but is being built, a build may
   * queue behind that; when nothing is under way, it is a conflict.
   */
  private boolean upstream(Source source, Layer layer) {
    if (catalogue.published(source, layer).isPresent()) {
      return true;
    }
    boolean coming =
        builds.underWay(source.id()).stream()
            .anyMatch(build -> build.layer().compareTo(layer) <= 0);
    if (!coming) {
      catalogue.readable(source, layer, null);
    }
    return false;
  }

  void drop(Source source, Layer layer, String table, boolean cascade) {
    List<MedallionLayer> asked =
        layer == Layer.GOLD ? catalogue.gold(source, table) : catalogue.layers(source, layer);
    if (asked.isEmpty()) {
      throw UserError.notFound(Sentences.LAYER_MISSING.with(source.id(), layer.text()));
    }
    List<MedallionLayer> elsewhere = layer == Layer.GOLD ? List.of() : catalogue.joining(source);
    List<MedallionLayer> below =
        Stream.concat(
                store.layers().of(source.id()).stream()
                    .filter(l -> l.layer().compareTo(layer) > 0 && l.publishedBuild() != null),
                elsewhere.stream())
            .toList();
    if (!below.isEmpty() && !cascade) {
      throw UserError.conflict(
          (below.size() == 1 ? Sentences.LAYER_IS_USED : Sentences.LAYER_IS_USED_BY_SEVERAL)
              .with(
                  String.join(", ", below.stream().map(MedallionLayer::tableName).toList()),
                  layer.text(),
                  source.id()));
    }
    // Always in the same order, so that two who need both do not wait for each other.
    Set<String> sources = new TreeSet<>(Set.of(source.id()));
    elsewhere.forEach(gold -> sources.add(gold.sourceId()));
    exclusively(
        List.copyOf(sources),
        () -> {
          List<MedallionLayer> gone = new ArrayList<>(asked);
          store.layers().of(source.id()).stream()
              .filter(l -> l.layer().compareTo(layer) > 0)
              .forEach(gone::add);
          gone.addAll(elsewhere);
          dropNow(source, gone);
        });
  }

  private void exclusively(List<String> sources, Runnable change) {
    Runnable rest =
        sources.size() == 1
            ? change
            : () -> exclusively(sources.subList(1, sources.size()), change);
    builds.exclusively(sources.getFirst(), rest);
  }

  void remove(Source source) {
    List<MedallionLayer> elsewhere = catalogue.joining(source);
    if (!elsewhere.isEmpty()) {
      throw UserError.conflict(
          (elsewhere.size() == 1
                  ? Sentences.SOURCE_IS_JOINED
                  : Sentences.SOURCE_IS_JOINED_BY_SEVERAL)
              .with(
                  String.join(", ", elsewhere.stream().map(MedallionLayer::tableName).toList()),
                  source.id(),
                  String.join(
                      "', '",
                      elsewhere.stream().map(MedallionLayer::sourceId).distinct().toList())));
    }
    builds.exclusively(
        source.id(),
        () -> {
          dropNow(source, store.layers().of(source.id()));
          store.sources().remove(source.id());
        });
  }

  /** The warehouse first: start-up takes its word for what is there. */
  private void dropNow(Source source, List<MedallionLayer> layers) {
    List<String> statements = new ArrayList<>();
    for (MedallionLayer layer : layers) {
      Catalogue.tables(source, layer).forEach(table -> statements.add(tables.drop(table)));
      if (layer.layer() == Layer.BRONZE) {
        catalogue.historyTables(source).forEach(table -> statements.add(tables.drop(table)));
      }
      statements.add(published.forget(layer.id()));
    }
    builds.publish(statements);
    store.atomically(() ->
        layers.forEach(layer -> {
          store.layers().remove(layer.id());
          if (layer.layer() == Layer.BRONZE) {
            store.loads().dropped(source.id());
            store.sources().await(source.id(), null);
          }
          store.recipes().retire(layer.tableName());
        }));
    engine.checkpoint();
  }
}

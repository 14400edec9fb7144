package dev.assay.workspace;

import dev.assay.model.Build;
import dev.assay.model.BuildPreview;
import dev.assay.model.GoldRecipe;
import dev.assay.model.GoldTable;
import dev.assay.model.Layer;
import dev.assay.model.MedallionLayer;
import dev.assay.model.Problem;
import dev.assay.model.Relationship;
import dev.assay.model.Source;
import dev.assay.model.UserError;
import dev.assay.store.Sources;
import dev.assay.store.Store;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The verbs about several sources of the workspace that this process holds. */
final class LocalAcross implements Across {
  private final Store store;
  private final Relations relations;
  private final LayerBuilds layers;
  private final Previews previews;
  private final GoldAcross gold;

  LocalAcross(
      Store store, Relations relations, LayerBuilds layers, Previews previews, GoldAcross gold) {
    this.store = store;
    this.relations = relations;
    this.layers = layers;
    this.previews = previews;
    this.gold = gold;
  }

  @Override
  public List<Relationship> relationships() {
    return relations.all();
  }

  @Override
  public Relationship relate(RelationshipWish wish) {
    return relations.relate(wish);
  }

  @Override
  public Relationship confirm(String id) {
    return relations.confirm(id);
  }

  @Override
  public Relationship reject(String id) {
    return relations.reject(id);
  }

  @Override
  public void forget(String id) {
    relations.forget(id);
  }

  @Override
  public List<MedallionLayer> goldTables() {
    return store.layers().all().stream().filter(layer -> layer.layer() == Layer.GOLD).toList();
  }

  @Override
  public GoldRecipe suggestGold() {
    return gold.suggest();
  }

  @Override
  public List<BuildPreview> previewGold(GoldRecipe recipe) {
    List<BuildPreview> all = new ArrayList<>();
    bySource(recipe)
        .forEach(
            (source, tables) -> all.addAll(previews.gold(source, new GoldRecipe(tables), null)));
    return all;
  }

  @Override
  public Build buildGold(GoldRecipe recipe) {
    Map<Source, List<GoldTable>> bySource = bySource(recipe);
    if (bySource.size() > 1) {
      throw UserError.invalid(
          "These tables are about several sources: "
              + String.join(", ", bySource.keySet().stream().map(Source::id).toList())
              + ". Build those of one source at a time.");
    }
    Source source = bySource.keySet().iterator().next();
    return layers.gold(source, recipe);
  }

  /** A Gold table belongs to the source whose Silver table its query is about. */
  private Map<Source, List<GoldTable>> bySource(GoldRecipe recipe) {
    List<GoldTable> tables = recipe.goldTables() == null ? List.of() : recipe.goldTables();
    List<Problem> problems = new ArrayList<>();
    if (tables.isEmpty()) {
      problems.add(new Problem("/gold_tables", "Name at least one Gold table."));
    }
    Map<Source, List<GoldTable>> bySource = new LinkedHashMap<>();
    for (int i = 0; i < tables.size(); i++) {
      GoldTable table = tables.get(i);
      Optional<Source> owner =
          table == null || table.query() == null || table.query().table() == null
              ? Optional.empty()
              : owner(table.query().table());
      if (owner.isPresent()) {
        bySource.computeIfAbsent(owner.get(), _ -> new ArrayList<>()).add(table);
      } else {
        problems.add(
            new Problem(
                "/gold_tables/" + i + "/query/table",
                "Give a query that names the Silver table that it is about"
                    + (silverTables().isEmpty()
                        ? "; there is none yet."
                        : ": " + String.join(", ", silverTables()) + ".")));
      }
    }
    if (!problems.isEmpty()) {
      throw UserError.of(problems);
    }
    return bySource;
  }

  private Optional<Source> owner(String silver) {
    return store.sources().all().stream()
        .map(Sources.Kept::source)
        .filter(source -> source.silverTable().equals(silver))
        .findFirst();
  }

  private Set<String> silverTables() {
    Set<String> tables = new LinkedHashSet<>();
    for (MedallionLayer layer : store.layers().all()) {
      if (layer.layer() == Layer.SILVER && layer.publishedBuild() != null) {
        tables.add(layer.tableName());
      }
    }
    return tables;
  }
}

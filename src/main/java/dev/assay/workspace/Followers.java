package dev.assay.workspace;

import dev.assay.build.Job;
import dev.assay.model.Build;
import dev.assay.model.GoldRecipe;
import dev.assay.model.GoldTable;
import dev.assay.model.Layer;
import dev.assay.model.MedallionLayer;
import dev.assay.model.Source;
import dev.assay.model.SyncSettings.Refreshing;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Gold of other sources that joins a Silver which has been built anew follows by itself. */
final class Followers {
  private final Catalogue catalogue;
  private final Advice advice;
  private final Stages stages;

  Followers(Catalogue catalogue, Advice advice, Stages stages) {
    this.catalogue = catalogue;
    this.advice = advice;
    this.stages = stages;
  }

  /** What is to be built once {@code ended} has ended; a job a source. */
  List<Job> after(Build ended) {
    boolean silver =
        ended.layers().stream()
            .anyMatch(log ->
                log.status().equals("ready")
                    && log.tableName().equals(catalogue.source(ended.sourceId()).silverTable()));
    if (!silver) {
      return List.of();
    }
    Map<String, List<MedallionLayer>> bySource = new LinkedHashMap<>();
    for (MedallionLayer gold : catalogue.joining(catalogue.source(ended.sourceId()))) {
      bySource.computeIfAbsent(gold.sourceId(), _ -> new ArrayList<>()).add(gold);
    }
    List<Job> jobs = new ArrayList<>();
    bySource.forEach((id, tables) -> {
      if (catalogue.kept(id).settings().downstream().get(Layer.GOLD) != Refreshing.MANUAL) {
        Source source = catalogue.source(id);
        jobs.add(
            new Job(
                id,
                Layer.GOLD,
                tables.size() == 1 ? tables.getFirst().tableName() : null,
                Job.Verb.REFRESH,
                () -> stages.gold(source, inForce(source, tables))));
      }
    });
    return jobs;
  }

  private GoldRecipe inForce(Source source, List<MedallionLayer> layers) {
    List<GoldTable> tables = new ArrayList<>();
    layers.forEach(
        layer -> tables.addAll(advice.goldInForce(source, layer.tableName()).goldTables()));
    return new GoldRecipe(tables);
  }
}

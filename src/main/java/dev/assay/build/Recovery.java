package dev.assay.build;

import dev.assay.engine.Engine;
import dev.assay.engine.Work;
import dev.assay.model.Build;
import dev.assay.model.Json;
import dev.assay.model.Layer;
import dev.assay.model.Ledger;
import dev.assay.model.Load;
import dev.assay.model.MedallionBuildLog;
import dev.assay.model.MedallionLayer;
import dev.assay.model.Origin;
import dev.assay.model.Refusal;
import dev.assay.sql.Dialect;
import dev.assay.sql.MaskSql;
import dev.assay.sql.PublishedSql;
import dev.assay.sql.TableSql;
import dev.assay.store.Layers;
import dev.assay.store.Recipes;
import dev.assay.store.Store;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;

/**
 * Makes the metadata agree with the warehouse after a process that ended in the middle of
 * something: the warehouse knows what is published.
 */
final class Recovery {
  static final Refusal INTERRUPTED = Refusal.of(Refusal.Cause.INTERRUPTED);
  static final Refusal INTERRUPTED_FIRST = Refusal.of(Refusal.Cause.INTERRUPTED_FIRST);

  private final Store store;
  private final Engine engine;
  private final TableSql tables;
  private final PublishedSql published;

  Recovery(Store store, Engine engine, Dialect dialect) {
    this.store = store;
    this.engine = engine;
    this.tables = new TableSql(dialect);
    this.published = new PublishedSql(dialect);
  }

  void run() {
    engine.execute(published.create(), Work.unwatched());
    MaskSql.keep(key()).forEach(statement -> engine.execute(statement, Work.unwatched()));
    for (List<Object> row : engine.query(tables.leftovers()).rows()) {
      engine.execute(tables.drop((String) row.getFirst()), Work.unwatched());
    }
    Map<String, String> buildOfLayer = new HashMap<>();
    for (List<Object> row : engine.query(published.builds()).rows()) {
      buildOfLayer.put((String) row.get(0), (String) row.get(1));
    }
    store.atomically(() -> {
      for (Layers.Mark layer : store.layers().marks()) {
        reconcile(layer, buildOfLayer.get(layer.id()));
      }
      store.logs().underWay().forEach(this::endLog);
      store.builds().underWay().forEach(this::endBuild);
    });
  }

  private static String key() {
    byte[] bytes = new byte[32];
    new SecureRandom().nextBytes(bytes);
    return HexFormat.of().formatHex(bytes);
  }

  private void reconcile(Layers.Mark layer, String build) {
    if (build == null && layer.publishedBuild() != null) {
      // It was dropped, and the process ended before the metadata heard of it.
      store.layers().remove(layer.id());
      store.recipes().retire(layer.table());
      return;
    }
    if (build != null && !build.equals(layer.publishedBuild())) {
      adopt(store.layers().find(layer.table()).orElseThrow());
      return;
    }
    switch (layer.status()) {
      case BUILDING -> {
        Refusal refusal = build == null ? INTERRUPTED_FIRST : INTERRUPTED;
        store.layers().failed(layer.id(), refusal.sentence(), refusal);
      }
      case PENDING, READY, STALE, ERROR -> {
        // Nothing was under way.
      }
    }
  }

  /** Takes over what was published and not recorded. */
  private void adopt(MedallionLayer layer) {
    List<Object> row = engine.query(published.find(layer.id())).rows().getFirst();
    String ledger = (String) row.get(7);
    MedallionBuildLog log = Json.read((String) row.get(8), MedallionBuildLog.class);
    store
        .layers()
        .published(
            layer.id(),
            new Layers.Published(
                (String) row.get(1),
                ((Number) row.get(5)).longValue(),
                Instant.parse((String) row.get(9)),
                log.durationMs(),
                ledger == null ? null : Json.read(ledger, Ledger.class)));
    store.logs().end(log);
    store.recipes().ended(log.id(), Recipes.Outcome.PUBLISHED);
    // What was read must be known to have been read, or the next sync would append it once more.
    List<Load> loads = store.loads().ofBuild(log.id());
    store.loads().published(log.id());
    if (layer.layer() == Layer.BRONZE) {
      store.sources().await(layer.sourceId(), null);
    }
    if (loads.size() == 1 && isOrigin(loads.getFirst())) {
      Load load = loads.getFirst();
      store.sources().landed(layer.sourceId(), load.origin(), load.fingerprint());
    }
    Downstream.markStale(store, layer.sourceId(), layer.layer());
  }

  /** Of a folder a load is but one file. */
  private boolean isOrigin(Load load) {
    return load.fingerprint() != null
        && store
            .sources()
            .find(load.sourceId())
            .filter(kept -> kept.source().origin() instanceof Origin.File)
            .isPresent();
  }

  private void endLog(MedallionBuildLog log) {
    store.recipes().ended(log.id(), Recipes.Outcome.FAILED);
    store
        .logs()
        .end(
            new MedallionBuildLog(
                log.id(),
                log.layerId(),
                log.tableName(),
                log.action(),
                "error",
                0,
                0,
                0,
                Map.of(),
                null,
                INTERRUPTED.sentence(),
                INTERRUPTED,
                null,
                log.createdAt()));
  }

  private void endBuild(Build build) {
    store
        .builds()
        .save(
            new Build(
                build.id(),
                build.sourceId(),
                build.layer(),
                build.action(),
                "error",
                build.step(),
                build.doing(),
                build.progress(),
                build.layers(),
                INTERRUPTED.sentence(),
                INTERRUPTED,
                2,
                build.startedAt(),
                Instant.now()));
  }
}

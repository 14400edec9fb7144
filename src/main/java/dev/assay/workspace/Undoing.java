package dev.assay.workspace;

import dev.assay.bronze.BronzePlanner;
import dev.assay.build.Stage;
import dev.assay.engine.Engine;
import dev.assay.model.Author;
import dev.assay.model.BuildPlan;
import dev.assay.model.Landing;
import dev.assay.model.Layer;
import dev.assay.model.Load;
import dev.assay.model.Origin;
import dev.assay.model.Rows;
import dev.assay.model.Source;
import dev.assay.model.SyncSettings.LoadMode;
import dev.assay.model.UserError;
import dev.assay.sql.LandingSql;
import dev.assay.store.Store;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** Takes the newest load of a source back. */
final class Undoing {
  private final Store store;
  private final Engine engine;
  private final Catalogue catalogue;

  Undoing(Store store, Engine engine, Catalogue catalogue) {
    this.store = store;
    this.engine = engine;
    this.catalogue = catalogue;
  }

  /** Throws UserError where the load cannot be taken back. */
  Stage stage(Source source, long loadId) {
    List<Long> restored = new ArrayList<>();
    return new Stage(
        Layer.BRONZE,
        source.bronzeTable(),
        _ -> {
          BuildPlan plan = plan(source, loadId);
          restored.addAll(superseded(source, loadId));
          return plan;
        },
        Author.RULES,
        () -> {
          store.loads().restored(source.id(), restored);
          store.loads().undone(source.id(), ids(together(source, loadId)), Instant.now());
        });
  }

  BuildPlan plan(Source source, long loadId) {
    catalogue.bronze(source);
    List<Load> standing = standing(source);
    Load load =
        store.loads().of(source.id()).stream()
            .filter(one -> one.loadId() == loadId)
            .findFirst()
            .orElseThrow(() ->
                UserError.notFound(
                    "'"
                        + source.id()
                        + "' has no load "
                        + loadId
                        + "; look at the list of its loads."));
    if (load.undoneAt() != null) {
      throw UserError.conflict(Sentences.LOAD_UNDONE.with(loadId, source.id()));
    }
    List<Load> newest = together(source, loadId);
    if (!newest.equals(standing.subList(standing.size() - newest.size(), standing.size()))) {
      throw UserError.conflict(Sentences.LOAD_NOT_NEWEST.with(standing.getLast().loadId()));
    }
    if (standing.size() == newest.size()) {
      throw UserError.conflict(Sentences.LOAD_ONLY.with());
    }
    Load before = standing.get(standing.size() - newest.size() - 1);
    Landing landing =
        store
            .loads()
            .landing(source.id(), before.loadId())
            .orElseGet(() -> catalogue.landing(source));
    long first = newest.getFirst().loadId();
    boolean history = engine.columns(source.historyTable(first)).isPresent();
    boolean superseded =
        newest.getFirst().rowsSuperseded() != null && newest.getFirst().rowsSuperseded() > 0;
    boolean whole = load.mode() == LoadMode.REPLACE && !(source.origin() instanceof Origin.Folder);
    boolean needed = whole || superseded || load.mode() == LoadMode.SNAPSHOT;
    if (needed && !history) {
      throw UserError.conflict(Sentences.LOAD_NOT_KEPT.with(loadId));
    }
    List<String> now =
        catalogue.columns(source.bronzeTable()).stream()
            .map(Rows.Column::name)
            .filter(name -> !LandingSql.METADATA.contains(name))
            .toList();
    return BronzePlanner.undo(source, landing, ids(newest), whole, history, now);
  }

  /** The loads whose rows were superseded, while that is still on record. */
  private List<Long> superseded(Source source, long loadId) {
    String history = source.historyTable(together(source, loadId).getFirst().loadId());
    return engine.columns(history).isEmpty() ? List.of() : catalogue.loadsIn(history);
  }

  private List<Load> standing(Source source) {
    return store.loads().of(source.id()).stream().filter(load -> load.undoneAt() == null).toList();
  }

  /** The loads of one build come and go together. */
  private List<Load> together(Source source, long loadId) {
    List<Load> standing = standing(source);
    return standing.stream()
        .filter(load -> load.loadId() == loadId)
        .findFirst()
        .map(asked ->
            standing.stream().filter(load -> load.buildId().equals(asked.buildId())).toList())
        .orElse(List.of());
  }

  private static List<Long> ids(List<Load> loads) {
    return loads.stream().map(Load::loadId).toList();
  }
}

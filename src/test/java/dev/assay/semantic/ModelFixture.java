package dev.assay.semantic;

import dev.assay.engine.DuckDbEngine;
import dev.assay.engine.Work;
import dev.assay.model.Origin;
import dev.assay.model.Rows;
import dev.assay.model.SemanticModel;
import dev.assay.model.Source;
import java.time.Instant;
import java.util.List;

/** Silver tables in a real engine, and what is inferred of them. */
final class ModelFixture implements AutoCloseable {
  final DuckDbEngine engine = DuckDbEngine.open(null, "512MB", 2);

  static Source source(String id) {
    return new Source(
        id, id, id, new Origin.File("/x.csv", "x.csv", false, 1, Instant.EPOCH), Instant.EPOCH);
  }

  /** Makes, or makes again, the Silver table of a source. */
  void table(String id, String select) {
    engine.execute(
        "CREATE OR REPLACE TABLE " + source(id).silverTable() + " AS " + select, Work.unwatched());
  }

  List<Rows.Column> columns(String id) {
    return engine.columns(source(id).silverTable()).orElseThrow();
  }

  Inferred inferred(String id, Told told) {
    return Inference.of(source(id), columns(id), told, sql -> engine.query(sql, Work.unwatched()));
  }

  SemanticModel model(String id, String select) {
    table(id, select);
    return inferred(id, Told.NOTHING).model();
  }

  Edits.Outcome edited(String id, SemanticModel model, SemanticModel before) {
    Told told =
        new Told(
            null, java.util.Set.of(), java.util.Optional.of(new Told.Edited(model, before, null)));
    return Edits.of(inferred(id, told), columns(id), told);
  }

  @Override
  public void close() {
    engine.close();
  }
}

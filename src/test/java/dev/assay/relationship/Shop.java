package dev.assay.relationship;

import dev.assay.engine.DuckDbEngine;
import dev.assay.engine.Work;
import dev.assay.model.Origin;
import dev.assay.model.Relationship;
import dev.assay.model.Source;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Tables of a workspace as Silver would have published them. */
final class Shop implements AutoCloseable {
  final DuckDbEngine engine = DuckDbEngine.open(null, "512MB", 2);
  final Discovery discovery = new Discovery(engine);
  private final List<RelatedTable> tables = new ArrayList<>();

  static Source source(String id) {
    return new Source(
        id, id, id, new Origin.File("/x.csv", "x.csv", false, 1, Instant.EPOCH), Instant.EPOCH);
  }

  Shop table(String id, String select, String... masked) {
    Source source = source(id);
    engine.execute("CREATE TABLE \"" + source.silverTable() + "\" AS " + select, Work.unwatched());
    tables.add(
        new RelatedTable(
            source,
            "1",
            engine.columns(source.silverTable()).orElseThrow(),
            Set.of(masked),
            List.of(),
            Map.of()));
    return this;
  }

  List<Relationship> found() {
    return discovery.find(tables, Work.unwatched());
  }

  /** As people write them, those that are worth a yes. */
  List<String> likely() {
    return found().stream()
        .filter(one -> one.confidence() >= 0.5)
        .map(Relationship::written)
        .toList();
  }

  RelatedTable named(String id) {
    return tables.stream().filter(one -> one.source().id().equals(id)).findFirst().orElseThrow();
  }

  @Override
  public void close() {
    engine.close();
  }
}

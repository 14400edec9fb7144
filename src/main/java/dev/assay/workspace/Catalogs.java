package dev.assay.workspace;

import dev.assay.ask.Catalog;
import dev.assay.engine.Engine;
import dev.assay.model.GoldRecipe;
import dev.assay.model.GoldTable;
import dev.assay.model.Json;
import dev.assay.model.Layer;
import dev.assay.model.LayerStatus;
import dev.assay.model.Ledger;
import dev.assay.model.MedallionLayer;
import dev.assay.model.Rows;
import dev.assay.model.SilverRecipe;
import dev.assay.model.SilverSpec;
import dev.assay.model.Source;
import dev.assay.semantic.Told;
import dev.assay.sql.Dialect;
import dev.assay.sql.PublishedSql;
import dev.assay.sql.TableSql;
import dev.assay.store.Store;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Reads what is published within one transaction, so that routing and query see the same state. */
final class Catalogs {
  private final Store store;
  private final TableSql tables;
  private final MaskedColumns masked;
  private final PublishedSql published;
  private final MadeSilver made;
  private final SemanticFiles semantics;

  Catalogs(
      Store store,
      Dialect dialect,
      MaskedColumns masked,
      Features features,
      SemanticFiles semantics) {
    this.semantics = semantics;
    this.store = store;
    this.tables = new TableSql(dialect);
    this.masked = masked;
    this.made = new MadeSilver(features);
    this.published = new PublishedSql(dialect);
  }

  /** One table as the warehouse knows it. */
  private record Entry(
      String sourceId, Layer layer, Catalog.Table table, String recipe, String ledger) {}

  /** The catalogs of the sources that may be meant. */
  List<Catalog> at(Engine.Reader reader, List<Source> sources) {
    List<Entry> entries = entries(reader);
    List<Catalog> catalogs = new ArrayList<>();
    for (Source source : sources) {
      List<Entry> own =
          entries.stream().filter(entry -> entry.sourceId().equals(source.id())).toList();
      catalogs.add(
          new Catalog(
              source,
              first(own, Layer.BRONZE).map(bronze -> shown(source, bronze.table())),
              first(own, Layer.SILVER).map(Entry::table),
              own.stream()
                  .filter(entry -> entry.layer() == Layer.GOLD)
                  .filter(entry -> !isOlder(source, entry.table().name()))
                  .map(Catalogs::gold)
                  .toList(),
              first(own, Layer.SILVER).map(Catalogs::ledger).map(Ledger::leftOut).orElse(null),
              first(own, Layer.SILVER).map(Catalogs::ledger).map(Ledger::rejected).orElse(null),
              made(source, own),
              first(own, Layer.SILVER)
                  .map(silver -> told(source, silver.recipe()))
                  .orElse(Told.NOTHING)));
    }
    return catalogs;
  }

  /**
   * What is known of a published Silver table beside its rows.
   *
   * @param recipe that it was made by, as JSON
   */
  Told told(Source source, String recipe) {
    SilverRecipe made = Json.read(recipe, SilverRecipe.class);
    Stream<SilverRecipe> inForce =
        store.recipes().inForce(source.silverTable()).stream()
            .map(applied -> (SilverRecipe) applied.recipe());
    Set<String> masked =
        Stream.concat(Stream.of(made), inForce)
            .flatMap(one -> one.columns().stream())
            .filter(column -> column.mask() != null)
            .map(column -> column.named().silverName())
            .collect(Collectors.toSet());
    return new Told(made, masked, semantics.edited(source));
  }

  /** A table that was made before a mask may show what it hides. */
  private boolean isOlder(Source source, String gold) {
    return store.layers().of(source.id()).stream()
        .filter(layer -> layer.tableName().equals(gold))
        .anyMatch(layer -> masked.isOlder(source, layer));
  }

  /** What nobody may see of Bronze cannot be asked for. */
  private Catalog.Table shown(Source source, Catalog.Table bronze) {
    List<String> hidden =
        masked.of(source, bronze.columns().stream().map(Rows.Column::name).toList());
    return new Catalog.Table(
        bronze.name(),
        bronze.build(),
        bronze.columns().stream().filter(column -> !hidden.contains(column.name())).toList(),
        bronze.rows(),
        bronze.status());
  }

  private List<Entry> entries(Engine.Reader reader) {
    Map<String, List<Rows.Column>> columns = new HashMap<>();
    for (List<Object> row : reader.read(tables.columns(), Engine.Limits.NONE).rows()) {
      columns
          .computeIfAbsent((String) row.get(0), _ -> new ArrayList<>())
          .add(new Rows.Column((String) row.get(1), (String) row.get(2)));
    }
    Map<String, LayerStatus> status = new HashMap<>();
    for (MedallionLayer layer : store.layers().all()) {
      status.put(layer.tableName(), layer.status());
    }
    List<Entry> entries = new ArrayList<>();
    for (List<Object> row : reader.read(published.readable(), Engine.Limits.NONE).rows()) {
      String name = (String) row.get(2);
      entries.add(
          new Entry(
              (String) row.get(0),
              Layer.parse((String) row.get(1)),
              new Catalog.Table(
                  name,
                  (String) row.get(3),
                  columns.getOrDefault(name, List.of()),
                  ((Number) row.get(4)).longValue(),
                  status.getOrDefault(name, LayerStatus.READY)),
              (String) row.get(5),
              (String) row.get(6)));
    }
    return entries;
  }

  private SilverSpec made(Source source, List<Entry> own) {
    Optional<Entry> bronze = first(own, Layer.BRONZE);
    Optional<Entry> silver = first(own, Layer.SILVER);
    return bronze.isEmpty() || silver.isEmpty() || silver.get().recipe() == null
        ? null
        : made.of(
            source,
            silver.get().table().build(),
            silver.get().recipe(),
            bronze.get().table().columns());
  }

  private static Optional<Entry> first(List<Entry> entries, Layer layer) {
    return entries.stream().filter(entry -> entry.layer() == layer).findFirst();
  }

  /** A Gold table with what it was made from, which is no query where its SQL was written. */
  private static Catalog.GoldTable gold(Entry entry) {
    GoldTable recipe = Json.read(entry.recipe(), GoldRecipe.class).goldTables().getFirst();
    return new Catalog.GoldTable(entry.table(), recipe.query(), recipe.businessQuestion());
  }

  private static Ledger ledger(Entry silver) {
    return silver.ledger() == null ? null : Json.read(silver.ledger(), Ledger.class);
  }
}
